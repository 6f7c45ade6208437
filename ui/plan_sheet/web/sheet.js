// The plan in the browser. Python keeps the plan; this shows it, and says what was opened or asked.
const TOLD = 7000; // milliseconds that a reason stays in sight

class Sheet {
  constructor(root) {
    root.append(
      node("div", { class: "top" }, node("div", { class: "bar" }), node("p", { class: "last", role: "status" }), node("div", { class: "back" })),
      node("div", { class: "halves" }, node("div", { class: "lines" }), node("div", { class: "panel", role: "region", "data-scrolls-alone": true })),
      node("p", { class: "told", role: "status", hidden: true }));
    this.root = root;
    this.shown = "";
    this.pending = new Set();
    this.outbox = new Outbox(() => {});
    this.pictures = themed(root);
    this.panel = new Panel(this.one(".panel"), this);
    root.addEventListener("pointerdown", (event) => (this.touched = event.target));
    root.addEventListener("click", (event) => this.clicked(event));
    root.addEventListener("keydown", (event) => this.key(event));
  }

  one(selector) {
    return this.root.querySelector(selector);
  }

  get words() {
    return this.data.words;
  }

  get units() {
    return this.data.units;
  }

  get focused() {
    return this.root.getRootNode().activeElement;
  }

  waits() {
    return this.outbox.waits;
  }

  take(data, set) {
    if (this.data && this.data.visit !== data.visit) this.forget();
    this.outbox.take(data, set);
    this.data = data;
    if (!this.waits()) this.shown = data.panel ? data.open : "";
    if (data.refused) this.told(data.refused);
    if (!this.dragging) this.draw();
  }

  /** Another visit: nothing of the one before is told of it. */
  forget() {
    for (const one of this.pending) clearTimeout(one.timer);
    this.pending.clear();
    this.one(".lines").replaceChildren();
    this.one(".lines").things = undefined;
  }

  leave() {
    this.outbox.end();
  }

  draw() {
    const { data, focused } = this;
    this.root.classList.toggle("draft", data.draft);
    this.inPlace(() => {
      this.bar(data.bar);
      keyed(this.one(".lines"), [...data.sections, { ...data.load, folds: data.folds }], (one) => one.id, (one) => new Part(one, this));
    });
    this.beside();
    this.pictures();
    if (focused && this.root.contains(focused) && focused !== this.focused) focused.focus({ preventScroll: true });
    if (focused && !focused.isConnected) (this.one(".top button") ?? this.one(".open"))?.focus({ preventScroll: true });
  }

  /** What was touched last stays under the finger, whatever is drawn above it. */
  inPlace(draw) {
    const top = () => this.touched?.getBoundingClientRect().top;
    const main = document.querySelector("[data-testid=stMain]");
    const before = top();
    draw();
    if (main && this.touched?.isConnected && !this.panel.holds(this.touched)) main.scrollTop += top() - before;
  }

  bar(said) {
    const now = JSON.stringify(said);
    if (now === this.bars) return;
    this.bars = now;
    const { words } = this;
    const at = this.focused?.dataset?.act;
    this.one(".top").dataset.tone = said.tone;
    if (this.one(".last").textContent !== said.last) this.one(".last").textContent = said.last;
    this.one(".last").title = said.last;
    const binds = node("p", { class: "binds" }, node("b", {}, said.lead), " ", said.says);
    const why = said.opens ? [pressable("quiet", words.by_what, { open: said.id })] : [];
    const back = said.undo || said.redo ? [this.back("undo", said.undo), this.back("redo", said.redo)] : [];
    this.one(".bar").replaceChildren(binds, ...why);
    this.one(".back").replaceChildren(...back);
    if (at) this.one(`.top [data-act="${at}"]`)?.focus({ preventScroll: true });
  }

  back(act, possible) {
    const made = pressable(`outlined ${act}`, this.words[act], { act });
    barred(made, !possible);
    return made;
  }

  beside() {
    const { panel } = this.data;
    this.panel.show(this.shown, panel?.id === this.shown ? panel : null, this.words, this.nameOf(this.shown));
    for (const one of this.root.querySelectorAll(".lines [data-open]")) {
      one.setAttribute("aria-expanded", String(one.dataset.open === this.shown));
    }
  }

  nameOf(line) {
    return this.one(`[data-row="${CSS.escape(line)}"] b`)?.textContent ?? "";
  }

  open(line) {
    if (line === this.shown) return this.close();
    this.shown = line;
    this.beside();
    this.panel.opened();
    this.act("open", { line });
  }

  close() {
    const line = this.shown;
    const within = this.panel.holds(this.focused);
    this.shown = "";
    this.beside();
    if (within) (this.one(`.lines [data-open="${CSS.escape(line)}"]`) ?? this.one(".top button"))?.focus({ preventScroll: true });
    this.act("open", { line: "" });
  }

  clicked(event) {
    const asked = event.target.closest("button");
    if (!asked || asked.getAttribute("aria-disabled") === "true") return;
    if (asked.dataset.open) this.open(asked.dataset.open);
    else if (asked.dataset.fold) this.fold(asked.dataset.fold);
    else if (asked.dataset.act === "close") this.close();
    else if (asked.dataset.act) this.act(asked.dataset.act, { line: asked.dataset.line ?? "" });
  }

  fold(name) {
    const one = this.one("[data-part=load]").closest("section").querySelector(".folds").things.get(name);
    one.opened = !one.opened;
    one.show();
    this.act("fold", { line: name, open: one.opened });
  }

  /** Numbers that are still being tapped are told first, so that what is asked comes after them. */
  act(act, said) {
    for (const one of [...this.pending]) one.flush();
    this.outbox.push({ act, ...said });
  }

  set(line, values) {
    this.outbox.push({ act: "set", line, values });
  }

  /** A reason, in sight for a while and read out. */
  told(why) {
    if (!why) return;
    const place = this.one(".told");
    place.textContent = why;
    place.hidden = false;
    clearTimeout(this.silent);
    this.silent = setTimeout(() => (place.hidden = true), TOLD);
  }

  /** Streamlit listens for letters: none leaves a field. Escape closes the panel. */
  key(event) {
    this.touched = event.target;
    if (event.key === "Escape" && this.shown) {
      event.stopPropagation();
      this.close();
    } else if (event.target.closest("input, select, textarea")) {
      event.stopPropagation();
    }
  }
}

export default mounted(Sheet, ".plan_sheet");
