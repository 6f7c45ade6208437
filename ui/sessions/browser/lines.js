// What was done: a line for each technique, ticked, with its places and how firm; limits in sight.
const PRESSED = "aria-pressed";

/** One of several, as buttons side by side; a second tap on the same takes it back. */
function choice(options, label, tapped) {
  const root = el("div", "choice");
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", label);
  root.append(...options.map((one) => {
    const made = button("", one.name, () => tapped(one.id === root.dataset.value ? null : one.id));
    made.dataset.id = one.id;
    return made;
  }));
  root.show = (value) => {
    root.dataset.value = value ?? "";
    for (const one of root.children) one.setAttribute(PRESSED, String(one.dataset.id === String(value)));
  };
  return root;
}

class Line {
  constructor(owner, id) {
    this.owner = owner;
    this.id = id;
    const { words } = owner.data;
    this.tick = button("tick", "", () => this.act({ kind: "line", on: !this.line.on }));
    this.box = el("span", "box");
    this.box.append(icon("check"));
    this.name = el("b");
    this.where = el("span", "where");
    const told = el("span", "told-of");
    told.append(this.name, this.where);
    this.tick.append(this.box, told);
    this.firm = el("div", "choice firm");
    this.firm.setAttribute("role", "group");
    this.open = button("places-open", "", () => this.toggle());
    this.open.append(icon("place"));
    this.why = el("p", "why");
    this.why.setAttribute("role", "status");
    this.so = button("outlined", words.soDone, () => this.confirm());
    this.reason = el("div", "reason");
    this.reason.append(this.why, this.so);
    this.places = el("div", "places");
    this.places.hidden = this.reason.hidden = true;
    this.root = el("li", "line");
    this.root.append(this.tick, this.firm, this.open, this.reason, this.places);
  }

  act(act) { this.owner.act({ id: this.id, ...act }); }

  toggle() {
    this.places.hidden = !this.places.hidden;
    this.show(this.line);
  }

  /** What the limits leave is done with a tap; beyond them the reason comes first. */
  press(one) {
    this.reason.hidden = one.left;
    this.asked = one.left ? null : one.id;
    this.why.textContent = one.left ? "" : this.line.why;
    if (one.left) this.act({ kind: "firm", pressure: one.id });
  }

  confirm() {
    this.reason.hidden = true;
    this.act({ kind: "firm", pressure: this.asked });
  }

  show(line) {
    this.line = line;
    const { words } = this.owner.data;
    this.root.dataset.on = String(line.on);
    this.tick.setAttribute(PRESSED, String(line.on));
    this.name.textContent = line.name;
    this.where.textContent = line.places;
    this.open.setAttribute("aria-label", `${words.places}: ${line.name}`);
    this.open.setAttribute("aria-expanded", String(!this.places.hidden));
    this.firm.hidden = this.open.hidden = !line.on;
    this.firm.setAttribute("aria-label", line.name);
    if (!this.firm.children.length) {
      this.firm.append(...line.pressures.map((one) => button("", one.name, () => this.press(this.line.pressures.find((each) => each.id === one.id)))));
    }
    line.pressures.forEach((one, at) => {
      this.firm.children[at].setAttribute(PRESSED, String(one.id === line.pressure));
      this.firm.children[at].classList.toggle("beyond", !one.left);
    });
    if (!line.on) this.places.hidden = this.reason.hidden = true;
    if (!this.places.hidden) this.chips(line, words);
  }

  chips(line, words) {
    const there = new Set(line.where.map((one) => one.id));
    const chips = line.where.map((one) => {
      const made = button("pill", one.name, () => this.act({ kind: "where", region: one.id, on: !one.on }));
      made.setAttribute(PRESSED, String(one.on));
      return made;
    });
    const more = picker(words.addPlace, (region) => this.act({ kind: "where", region, on: true }));
    more.append(new Option(words.addPlace, ""), ...this.owner.state.regions.filter((one) => !there.has(one.id)).map((one) => new Option(one.name, one.id)));
    redraw(this.places, [...chips, more], line.where);
  }
}

/** A list that adds what is chosen, and stands at its own name again. */
function picker(name, chosen) {
  const made = el("select");
  made.setAttribute("aria-label", name);
  made.addEventListener("change", () => {
    const { value } = made;
    made.value = "";
    if (value) chosen(value);
  });
  return made;
}

class Lines {
  constructor(owner) {
    const { words } = owner.data;
    this.owner = owner;
    this.items = new Map();
    this.list = el("ul", "lines");
    this.none = el("p", "none", words.nothing);
    this.more = picker(words.somethingElse, (id) => owner.act({ kind: "line", id, on: true }));
    this.not = button("outlined", words.notDone, () => owner.act({ kind: "nothing" }));
    this.ways = el("div", "ways");
    this.ways.append(this.more, this.not);
    this.beyond = el("div", "beyond-told");
    this.beyond.setAttribute("role", "status");
    this.left = el("p", "hint");
    this.root = el("div");
    this.root.append(this.list, this.none, this.ways, this.left, this.beyond);
  }

  draw() {
    const { state, data: { words } } = this.owner;
    const ids = new Set(state.lines.map((one) => one.id));
    for (const [id, item] of this.items) {
      if (ids.has(id)) continue;
      item.root.remove();
      this.items.delete(id);
    }
    for (const line of state.lines) {
      if (!this.items.has(line.id)) {
        this.items.set(line.id, new Line(this.owner, line.id));
        this.list.append(this.items.get(line.id).root);
      }
      this.items.get(line.id).show(line);
    }
    this.none.hidden = state.lines.some((one) => one.on);
    redraw(this.more, [new Option(words.somethingElse, ""), ...state.more.map((one) => new Option(one.name, one.id))]);
    this.left.textContent = state.leftOut;
    this.beyond.hidden = !state.beyond.length;
    this.beyond.replaceChildren(el("b", "", words.beyond), ...state.beyond.map((one) => el("p", "", one)));
  }
}
