// The movements of one pain source, the sign that is looked at again, what brings it on and eases it.
class Movements {
  constructor(owner) {
    this.owner = owner;
    const { words } = owner.data;
    this.added = new Map(); // by pain source: asked for, and not looked at yet
    this.items = new Map();
    this.head = el("div", "head");
    this.title = el("h2", "", words.title);
    this.sources = el("div", "one-of sources");
    this.sources.setAttribute("role", "group");
    this.sources.setAttribute("aria-label", words.source);
    this.faces = oneOf(words.faces, words.title, (face) => face && this.act({ kind: "turn", face }));
    this.faces.classList.add("faces");
    this.faces.show("found");
    this.head.append(this.title, this.faces, this.sources);
    this.columns = el("div", "columns");
    this.columns.setAttribute("aria-hidden", "true");
    this.columns.append(el("span", "", words.movement), el("span", "", words.extent), el("span", "", words.painScale));
    this.list = el("ul", "moves");
    this.sign = new Sign(owner, () => this.adder.open());
    this.adder = new Adder(this);
    this.chips = el("div", "behaviours");
    this.provokes = new Chips(owner, words.provokes, "provokes");
    this.eases = new Chips(owner, words.eases, "eases");
    this.chips.append(this.provokes.root, this.eases.root);
    this.notes = this.field(words.notes);
    this.root = el("div", "found");
    this.root.append(this.head, this.columns, this.list, this.sign.root, this.adder.root, this.chips, this.notes.label);
  }

  get data() { return this.owner.data; }

  act(act) { this.owner.act(act); }

  field(words) {
    const label = el("label", "notes", words);
    const field = el("textarea");
    field.rows = 2;
    field.maxLength = 2000;
    field.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.noted(), 800);
    });
    field.addEventListener("change", () => this.noted());
    label.append(field);
    return { label, field };
  }

  noted() {
    clearTimeout(this.typing);
    if (this.notes.field.value.trim() !== this.owner.state.notes) this.act({ kind: "notes", words: this.notes.field.value });
  }

  /** The pain source that stands open, by its id. */
  get open() {
    const { sources } = this.owner.state;
    return sources.find((one) => one.id === this.owner.state.looked) ?? sources[0];
  }

  get more() {
    const there = new Set(this.rows.map((one) => one.id));
    return this.open.more.filter((one) => !there.has(one.id));
  }

  get rows() {
    const known = new Set(this.open.rows.map((one) => one.id));
    return [...this.open.rows, ...(this.added.get(this.open.id) ?? []).filter((one) => !known.has(one.id))];
  }

  add(row) {
    const there = this.added.get(this.open.id) ?? [];
    if (!this.rows.some((one) => one.id === row.id)) this.added.set(this.open.id, [...there, row]);
    this.draw();
    this.items.get(row.id)?.root.querySelector(".one-of button, .result")?.focus();
  }

  draw() {
    this.tabs();
    const rows = this.rows;
    for (const [id, item] of this.items) {
      if (rows.some((one) => one.id === id)) continue;
      item.root.remove();
      this.items.delete(id);
    }
    rows.forEach((row, at) => this.row(row, at));
    this.sign.draw();
    this.provokes.draw(this.owner.state.provokes);
    this.eases.draw(this.owner.state.eases);
    const { field } = this.notes;
    if (field.getRootNode().activeElement !== field) field.value = this.owner.state.notes;
  }

  row(row, at) {
    if (!this.items.has(row.id)) this.items.set(row.id, new Move(this.owner, row));
    const item = this.items.get(row.id);
    if (this.list.children[at] !== item.root) this.list.insertBefore(item.root, this.list.children[at] ?? null);
    item.show(row);
  }

  tabs() {
    const { sources } = this.owner.state;
    this.sources.hidden = sources.length < 2;
    if (this.sources.children.length !== sources.length) {
      this.sources.replaceChildren(...sources.map((one) => button("", one.name, () => this.turn(one.id))));
    }
    sources.forEach((one, at) => this.sources.children[at].setAttribute("aria-pressed", String(one === this.open)));
  }

  turn(id) {
    this.adder.root.hidden = true;
    this.act({ kind: "source", id });
  }
}
