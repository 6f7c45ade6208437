// Words of a line of which one holds, or some: what is forbidden stays in sight, struck through, and tells why.
class Chips {
  constructor(spec, hands) {
    this.hands = hands;
    this.node = node("div", { class: `chips ${spec.kind}`, role: "group", "data-value": spec.sets });
    this.node.addEventListener("click", (event) => this.clicked(event.target.closest("button")));
  }

  get waits() {
    return this.timer !== undefined;
  }

  update(spec) {
    this.spec = spec;
    if (!this.waits && !this.hands.waits()) this.chosen = spec.options.filter((one) => one.now).map((one) => one.id);
    this.node.setAttribute("aria-label", spec.label);
    const shape = JSON.stringify(spec.options.map(({ id, name, why }) => [id, name, why]));
    if (shape !== this.shape) this.node.replaceChildren(...this.chips(spec));
    this.shape = shape;
    this.show();
  }

  /** Of many places the nearest; the others come with a tap, and stay. */
  chips({ kind, options, near }) {
    const made = options.map((one) => this.chip(one));
    if (kind !== "places" || this.whole || options.length <= near) return made;
    const rest = pressable("quiet", this.hands.words.more_places);
    rest.addEventListener("click", () => {
      this.whole = true;
      rest.replaceWith(...made.slice(near));
      made[near].focus({ preventScroll: true });
      this.show();
    });
    return [...made.slice(0, near), rest];
  }

  chip(one) {
    const made = pressable("choice", one.name, { option: one.id });
    barred(made, one.why);
    if (one.why) made.setAttribute("aria-label", filled(this.hands.words.not, { what: one.name, why: one.why }));
    return made;
  }

  show() {
    for (const one of this.node.querySelectorAll(".choice")) one.setAttribute("aria-pressed", String(this.chosen.includes(one.dataset.option)));
  }

  clicked(button) {
    const one = this.spec.options.find(({ id }) => id === button?.dataset.option);
    if (!one) return;
    if (one.why) this.hands.told(one.why);
    else if (this.spec.kind === "places") this.toggle(one.id);
    else if (!this.chosen.includes(one.id)) this.put([one.id]);
  }

  toggle(value) {
    const others = this.chosen.filter((one) => one !== value);
    if (!others.length && this.chosen.length) this.hands.told(this.spec.least);
    else this.put(others.length < this.chosen.length ? others : [...this.chosen, value]);
  }

  put(chosen) {
    this.chosen = chosen;
    this.show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), this.spec.kind === "places" ? PAUSE : 0);
    this.hands.pending.add(this);
  }

  flush() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.hands.pending.delete(this);
    const ordered = this.spec.options.map((one) => one.id).filter((one) => this.chosen.includes(one));
    const value = this.spec.kind === "places" ? ordered : ordered[0];
    this.hands.set(this.spec.line, { [this.spec.sets]: value });
  }
}

/** One tap easier, one tap harder. */
class Level {
  constructor(spec, hands) {
    this.hands = hands;
    this.node = node("div", { class: "level", role: "group", "data-value": spec.sets });
    this.ways = [-1, 1].map((way) => {
      const made = pressable("outlined", "", { way });
      made.addEventListener("click", () => this.go(way));
      return made;
    });
    this.node.append(...this.ways);
  }

  update(spec) {
    this.spec = spec;
    if (!this.hands.waits()) this.at = spec.options.findIndex(({ now }) => now);
    this.node.setAttribute("aria-label", spec.label);
    this.show();
  }

  show() {
    this.ways.forEach((made, at) => {
      made.textContent = at ? this.hands.words.harder : this.hands.words.easier;
      barred(made, this.next(at ? 1 : -1).why !== undefined);
    });
  }

  next(way) {
    const { options } = this.spec;
    const one = options[this.at + way];
    return one === undefined ? { why: "" } : one.why ? one : { value: one.id };
  }

  go(way) {
    const { value, why } = this.next(way);
    if (value === undefined) return this.hands.told(why);
    this.at += way;
    this.show();
    this.hands.set(this.spec.line, { [this.spec.sets]: value });
  }
}
