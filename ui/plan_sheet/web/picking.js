// A list to choose a line from, searched by its name; what cannot come stays in sight with its reason.
class Pick {
  constructor(spec, hands) {
    this.hands = hands;
    this.search = node("input", { type: "search", maxlength: 200, autocomplete: "off", "aria-label": spec.search, placeholder: spec.search });
    this.list = node("ul", { class: "picks" });
    this.none = node("p", { class: "second", role: "status" });
    this.why = node("input", { type: "text", maxlength: 400 });
    this.reason = node("label", {}, node("span", { class: "second" }, hands.words.add_why), this.why);
    this.node = node("div", { class: "pick", "data-pick": spec.act }, this.search, this.list, this.none, this.reason);
    this.search.addEventListener("input", () => this.show());
    this.list.addEventListener("click", (event) => this.clicked(event.target.closest("button")));
  }

  update(spec) {
    this.spec = spec;
    this.reason.hidden = spec.act !== "put-in";
    this.show();
  }

  /** Those that are named like what was typed; before that the few that lie nearest, where there are such. */
  get found() {
    const wanted = plain(this.search.value.trim());
    if (wanted) return this.spec.others.filter((one) => wanted.split(/\s+/).every((word) => plain(one.name).includes(word)));
    return this.spec.quick ? this.spec.others.slice(0, this.spec.quick) : this.spec.others;
  }

  show() {
    const { found } = this;
    const said = JSON.stringify(found);
    this.search.hidden = this.spec.others.length <= this.spec.quick;
    if (said !== this.said) this.list.replaceChildren(...found.map((one) => this.item(one)));
    this.said = said;
    this.none.textContent = found.length ? "" : this.hands.words.none_called;
  }

  item({ id, name, why }) {
    const made = pressable("pick-one", node("span", {}, name), { pick: id });
    if (why) made.append(node("span", { class: "second" }, why));
    barred(made, why);
    return node("li", {}, made);
  }

  clicked(button) {
    const one = this.spec.others.find(({ id }) => id === button?.dataset.pick);
    if (!one) return;
    if (one.why) this.hands.told(one.why);
    else if (this.spec.act === "swap") this.hands.act("swap", { line: this.spec.line, other: one.id });
    else this.hands.act("put-in", { line: one.id, words: this.why.value.trim() });
  }
}

function plain(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** How a line is to read, in the therapist's own words. */
class Reword {
  constructor({ line, most }, hands) {
    const field = node("input", { name: "words", type: "text", maxlength: most });
    const use = pressable("outlined", hands.words.reword);
    use.addEventListener("click", () => {
      if (!field.value.trim()) return hands.told(hands.words.write_first);
      hands.act("reword", { line, words: field.value.trim() });
      field.value = "";
    });
    this.node = node("div", { class: "form" }, node("label", {}, node("span", { class: "second" }, hands.words.own), field),
      node("p", { class: "small" }, hands.words.own_dose), use);
  }

  update() {}
}
