// What the therapist found, in the browser: each tap shows at once, and Python keeps it.
class Assessment {
  constructor(root) {
    this.root = root;
    this.out = new Outbox(() => {});
    root.addEventListener("keydown", (event) => this.key(event));
  }

  leave() { this.out.end(); }

  take(data, set) {
    const isNew = this.visit !== data.visit || this.part !== data.part;
    this.data = data;
    this.visit = data.visit;
    this.part = data.part;
    this.out.take(data, set);
    if (isNew || !this.out.waits) this.state = structuredClone(data.state);
    if (isNew) this.build();
    this.shown.draw();
  }

  build() {
    this.shown = this.part === "stirring" ? new Stirring(this) : new Movements(this);
    this.root.replaceChildren(this.shown.root);
  }

  /** Shown at once; what follows from it comes from Python. */
  act(act) {
    this[act.kind](act);
    this.out.push(act);
    this.shown.draw();
  }

  each(name, change) {
    for (const source of this.state.sources) {
      for (const row of source.rows) if (row.id === name) change(row);
    }
    for (const rows of this.shown.added.values()) for (const row of rows) if (row.id === name) change(row);
  }

  found({ name, part, value }) {
    this.each(name, (row) => { row[part] = value; });
    if (this.state.sign?.id === name && part === "pain") this.state.sign.before = value;
  }

  star({ name }) {
    const was = this.state.sign?.id;
    this.state.sign = null;
    if (was) this.each(was, (row) => { row.sign = false; });
    if (was === name) return;
    this.each(name, (row) => {
      row.sign = true;
      this.state.sign = { id: name, name: row.name, before: row.pain ?? null, after: null };
    });
  }

  after({ value }) { if (this.state.sign) this.state.sign.after = value; }

  stir({ part, value }) { this.state.stirred[part] = value; }

  provokes({ id, on }) { this.state.provokes.find((one) => one.id === id).on = on; }

  eases({ id, on }) { this.state.eases.find((one) => one.id === id).on = on; }

  turn() {}

  source({ id }) { this.state.looked = id; }

  notes({ words }) { this.state.notes = words.trim(); }

  /** Streamlit listens for letters (r runs the page again) and figures: none leaves a field. */
  key(event) {
    const chord = event.ctrlKey || event.metaKey || event.altKey;
    if (!chord && event.key.length === 1) event.stopPropagation();
  }
}

export default mounted(Assessment, ".assessment");
