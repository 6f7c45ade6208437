// One movement or test: how far it goes or what came of it, its pain, and whether it is the sign.
function oneOf(options, label, chose) {
  const root = el("div", "one-of");
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", label);
  root.append(
    ...options.map(({ id, name }) => {
      const made = button("", name, () => chose(made.getAttribute("aria-pressed") === "true" ? null : id));
      made.dataset.id = id;
      return made;
    }),
  );
  root.show = (id) => {
    for (const one of root.children) one.setAttribute("aria-pressed", String(one.dataset.id === id));
  };
  return root;
}

class Move {
  constructor(owner, said) {
    const { words } = owner.data;
    this.owner = owner;
    this.said = said;
    this.root = el("li", "move");
    this.root.dataset.id = said.id;
    this.name = el("span", "name", said.name);
    this.last = el("small", "last");
    this.name.append(this.last);
    this.what = said.test ? this.result(words) : oneOf(words.extents, `${words.extent}: ${said.name}`, (extent) => this.found("extent", extent));
    this.pain = new Stepper(words, `${words.pain}: ${said.name}`, (pain) => this.found("pain", pain));
    this.star = button("star", "", () => owner.act({ kind: "star", name: said.id }));
    this.star.append(icon("star"));
    this.star.setAttribute("aria-label", `${words.sign}: ${said.name}`);
    this.root.append(this.name, this.what, this.pain.root, this.star);
  }

  result(words) {
    const field = el("input", "result");
    field.maxLength = 500;
    field.placeholder = words.result;
    field.setAttribute("aria-label", `${words.result}: ${this.said.name}`);
    field.addEventListener("change", () => this.found("result", field.value.trim() || null));
    field.show = (value) => {
      if (field.getRootNode().activeElement !== field) field.value = value ?? "";
    };
    return field;
  }

  found(part, value) {
    this.owner.act({ kind: "found", name: this.said.id, test: this.said.test, part, value });
  }

  show(said) {
    this.said = said;
    this.last.textContent = said.last ?? "";
    this.what.show(said.test ? said.result : said.extent);
    this.pain.show(said.pain);
    this.star.setAttribute("aria-pressed", String(said.sign));
  }
}

// What else may be looked at: one of the list, or something in the therapist's own words.
class Adder {
  constructor(owner) {
    const { words } = owner.data;
    this.owner = owner;
    this.root = el("div", "adder");
    this.list = el("select");
    this.list.setAttribute("aria-label", words.add);
    this.own = el("input");
    this.own.maxLength = 500;
    this.own.placeholder = words.own;
    this.own.setAttribute("aria-label", words.own);
    this.put = button("put", words.put, () => this.added());
    this.root.append(this.list, this.own, this.put);
    this.root.hidden = true;
    this.list.addEventListener("change", () => this.chosen());
    this.own.addEventListener("keydown", (event) => event.key === "Enter" && this.added());
  }

  open() {
    const { words } = this.owner.data;
    const option = (value, name) => {
      const made = el("option", "", name);
      made.value = value;
      return made;
    };
    this.root.hidden = !this.root.hidden;
    if (this.root.hidden) return;
    this.list.replaceChildren(option("", words.choose), ...this.owner.more.map((one) => option(one.id, one.name)));
    this.own.value = "";
    this.list.focus();
  }

  chosen() {
    const found = this.owner.more.find((one) => one.id === this.list.value);
    if (found) this.end(found);
  }

  added() {
    const name = this.own.value.trim();
    if (name) this.end({ id: name, name, test: true });
  }

  end(row) {
    this.root.hidden = true;
    this.owner.add(row);
  }
}
