// A number from 0 to 10 with minus and plus; empty is unknown, and never 0.
const HOLD = 500; // milliseconds until a held sign repeats
const AGAIN = 150;
const MOST = 10;

class Stepper {
  constructor(words, label, changed) {
    this.words = words;
    this.changed = changed;
    this.value = null;
    this.root = el("div", "stepper");
    this.less = this.sign("minus", filled(words.less, { what: label }), -1);
    this.field = el("input");
    this.more = this.sign("plus", filled(words.more, { what: label }), 1);
    this.field.inputMode = "decimal";
    this.field.autocomplete = "off";
    this.field.setAttribute("aria-label", label);
    this.field.placeholder = "–";
    this.field.addEventListener("change", () => this.typed());
    this.field.addEventListener("focus", () => this.field.select());
    this.told = el("p", "told");
    this.told.setAttribute("role", "alert");
    this.root.setAttribute("role", "group");
    this.root.setAttribute("aria-label", label);
    this.root.append(this.less, this.field, this.more, this.told);
  }

  sign(name, label, by) {
    const made = button(name, "", () => this.held || this.step(by));
    made.append(icon(name));
    made.setAttribute("aria-label", label);
    made.addEventListener("pointerdown", () => this.hold(by));
    for (const ended of ["pointerup", "pointerleave", "pointercancel"]) made.addEventListener(ended, () => this.rest());
    return made;
  }

  hold(by) {
    this.held = false;
    const repeat = () => {
      this.held = true;
      this.step(by);
      this.timer = setTimeout(repeat, AGAIN);
    };
    this.timer = setTimeout(repeat, HOLD);
  }

  rest() {
    clearTimeout(this.timer);
  }

  /** From unknown the signs begin at their own end: minus at 0, plus at 1. */
  step(by) {
    const next = this.value === null ? Math.max(0, by) : Math.min(MOST, Math.max(0, Math.round(this.value) + by));
    if (next !== this.value) this.take(next);
  }

  typed() {
    const said = this.field.value.trim().replace(",", ".");
    const number = Number(said);
    const taken = said === "" || (Number.isFinite(number) && number >= 0 && number <= MOST);
    this.told.textContent = taken ? "" : filled(this.words.notTaken, { number: said });
    this.field.setAttribute("aria-invalid", String(!taken));
    if (taken) this.take(said === "" ? null : number);
    else this.changed(null);
  }

  take(value) {
    this.show(value);
    this.changed(value);
  }

  show(value) {
    this.value = value ?? null;
    const isTold = this.told.textContent && this.value === null;
    if (!isTold) {
      this.told.textContent = "";
      this.field.setAttribute("aria-invalid", "false");
      this.field.value = this.value === null ? "" : String(this.value);
    }
    this.less.setAttribute("aria-disabled", String(this.value === 0));
    this.more.setAttribute("aria-disabled", String(this.value === MOST));
  }
}
