// One number of a line: less, the number, more. It changes at once in the browser; a burst of taps is one change.
const PAUSE = 300; // milliseconds without a tap before a number is told
const HELD = 450; // until a held sign repeats
const AGAIN = 110; // between two repeats
const GRAIN = 1e-9;

class Stepper {
  constructor(spec, hands) {
    this.hands = hands;
    this.less = this.sign("down", -1);
    this.number = pressable("number", "");
    this.more = this.sign("up", 1);
    this.node = node("div", { class: "stepper", role: "group", "data-value": spec.sets }, this.less, this.number, this.more);
    this.number.addEventListener("click", () => this.type());
    this.number.addEventListener("keydown", (event) => this.key(event));
  }

  sign(look, way) {
    const made = pressable(look, "");
    made.addEventListener("pointerdown", (event) => event.button === 0 && this.hold(way));
    for (const end of ["pointerup", "pointercancel", "pointerleave"]) made.addEventListener(end, () => this.release());
    made.addEventListener("contextmenu", (event) => event.preventDefault());
    made.addEventListener("click", (event) => {
      if (!this.repeated || event.detail === 0) this.step(way);
      this.repeated = false;
    });
    return made;
  }

  get waits() {
    return this.timer !== undefined;
  }

  update(spec) {
    this.spec = spec;
    if (this.value === undefined || (!this.waits && !this.hands.waits())) this.value = spec.now;
    this.show();
  }

  show() {
    const { label, lowest, highest } = this.spec;
    const says = this.says(this.value);
    this.node.setAttribute("aria-label", label);
    this.less.setAttribute("aria-label", filled(this.hands.words.less, { what: label }));
    this.more.setAttribute("aria-label", filled(this.hands.words.more, { what: label }));
    this.number.setAttribute("aria-label", filled(this.hands.words.type, { what: label, number: says }));
    if (this.number.textContent !== says) this.number.textContent = says;
    barred(this.less, this.value !== null && this.value <= lowest + GRAIN);
    barred(this.more, this.value !== null && this.value >= highest - GRAIN);
  }

  says(value) {
    if (value === null) return "–";
    const { options, named, unit } = this.spec;
    const at = options.findIndex((one) => Math.abs(one - value) < GRAIN);
    return named[at] ?? this.hands.units[unit]?.[value] ?? String(value);
  }

  hold(way) {
    this.repeated = false;
    const again = () => {
      this.repeated = true;
      this.repeat = this.step(way) ? setTimeout(again, AGAIN) : undefined;
    };
    this.repeat = setTimeout(again, HELD);
  }

  release() {
    clearTimeout(this.repeat);
    this.repeat = undefined;
  }

  /** One step; false, and the reason told, where there is none. */
  step(way) {
    const next = this.next(way);
    if (next === this.value) {
      this.hands.told(way > 0 ? this.spec.why : this.spec.end);
      return false;
    }
    this.put(next);
    return true;
  }

  next(way) {
    const { options, step, lowest, highest, start } = this.spec;
    if (this.value === null) return start;
    if (options.length) {
      const beyond = options.filter((one) => (one - this.value) * way > GRAIN);
      return (way > 0 ? beyond[0] : beyond.at(-1)) ?? this.value;
    }
    const steps = way > 0 ? Math.floor(this.value / step + GRAIN) + 1 : Math.ceil(this.value / step - GRAIN) - 1;
    return Math.min(highest, Math.max(lowest, steps * step));
  }

  put(value) {
    this.value = value;
    this.show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE);
    this.hands.pending.add(this);
  }

  flush() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.hands.pending.delete(this);
    if (this.repeat !== undefined) return this.put(this.value);
    if (this.value !== this.spec.now) this.hands.set(this.spec.line, { [this.spec.sets]: this.value });
  }

  key(event) {
    const way = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key];
    if (way) this.step(way);
    else if (/^\d$/.test(event.key)) this.type(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The keypad: what is typed counts with Enter or when the field is left, within what may be. */
  type(first) {
    const field = node("input", { class: "number", inputmode: "decimal", "aria-label": this.spec.label, autocomplete: "off" });
    field.value = first ?? this.value ?? "";
    const done = (keep) => {
      if (!field.isConnected) return;
      field.removeEventListener("blur", leave);
      field.replaceWith(this.number);
      if (keep) this.typed(field.value);
    };
    const leave = () => done(true);
    field.addEventListener("blur", leave);
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      done(event.key === "Enter");
      this.number.focus({ preventScroll: true });
    });
    this.number.replaceWith(field);
    field.focus({ preventScroll: true });
    if (!first) field.select();
  }

  typed(text) {
    const { options, lowest, highest, why, end } = this.spec;
    const wanted = Number.parseFloat(text.replace(",", "."));
    if (!Number.isFinite(wanted)) return;
    const near = options.length ? options.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a)) : Math.round(wanted);
    const value = Math.min(highest, Math.max(lowest, near));
    if (wanted > highest) this.hands.told(why);
    if (wanted < lowest) this.hands.told(end);
    if (value !== this.value) this.put(value);
  }
}
