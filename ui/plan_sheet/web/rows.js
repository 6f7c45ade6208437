// The plan's parts: headings, one row a line, folds. A row as a whole opens it; what changes it lies on top.
const CONTROLS = { stepper: Stepper, chips: Chips, places: Chips, hours: Chips, level: Level };

function control(spec, hands) {
  return new CONTROLS[spec.kind](spec, hands);
}

class Row {
  constructor(one, hands) {
    this.open = pressable("open", "", { open: one.id });
    this.picture = new Fixed((found) => (found ? picture(found, "beside") : node("span", { hidden: true })));
    this.more = new Fixed((found) => node("div", { class: "beneath" }, ...beneath(found)));
    this.grip = new Grip(one.id, hands);
    this.controls = node("div", { class: "controls" });
    this.hands = hands;
  }

  update(one) {
    this.picture.update(one.picture ?? null);
    this.more.update([one.phases ?? [], one.dates ?? [], one.below ?? [], one.own]);
    this.grip.update(one);
    this.words(one);
    keyed(this.controls, one.controls ?? [], (spec) => spec.sets, (spec) => control(spec, this.hands));
    this.controls.hidden = !one.controls?.length;
    this.node ??= node("li", { class: "row", "data-row": one.id }, this.grip.node, this.picture.node, this.open, this.controls,
      this.more.node, node("span", { class: "more", "aria-hidden": "true" }));
    this.node.classList.toggle("movable", Boolean(one.movable));
  }

  words(one) {
    const said = JSON.stringify([one.name, one.role, one.mark, one.says, one.notes]);
    if (said === this.said) return;
    this.said = said;
    const name = node("span", { class: "name" }, node("b", {}, one.name), one.role ? node("span", { class: "role" }, one.role) : "",
      one.mark ? node("span", { class: "chip" }, one.mark) : "");
    this.open.replaceChildren(name, ...(one.says ? [node("span", { class: "second" }, one.says)] : []),
      ...(one.notes ?? []).map((note) => node("span", { class: one.warns ? "warned" : "note" }, note)));
  }
}

/** What follows from a line, and what binds or is unusual about it: under what changes it, so that nothing above moves. */
function beneath([bars, days, below, own]) {
  return [...(own ? [node("p", { class: "own" }, own)] : []), ...below.map(({ text, look }) => node("p", { class: look }, text)),
    ...(bars.length ? [phases(bars)] : []), ...(days.length ? [dates(days)] : [])];
}

function phases(found) {
  return node("ol", { class: "phases" }, ...found.map((one) => {
    const bar = node("li", {}, node("b", {}, one.name), node("span", {}, one.says));
    bar.style.flexGrow = one.weeks;
    return bar;
  }));
}

function dates(found) {
  return node("ol", { class: "dates" },
    ...found.map((one) => node("li", {}, node("b", {}, one.day), node("span", { class: "second" }, one.says))));
}

class Part {
  constructor(one, hands) {
    this.hands = hands;
    this.head = new Fixed((said) => head(said, hands.words));
    this.rows = node("ul", { class: "card" });
    this.after = node("div", { class: "after" });
    this.folds = node("ul", { class: "card folds" });
  }

  update(one) {
    this.head.update([one.id, one.title, one.aside, one.adds]);
    keyed(this.rows, one.rows, (line) => line.id, (line) => new Row(line, this.hands));
    this.rows.hidden = !one.rows.length;
    fill(this.after, one.blocks, this.hands);
    keyed(this.folds, one.folds ?? [], (fold) => fold.id, (fold) => new Fold(fold, this.hands));
    this.folds.hidden = !one.folds?.length;
    this.node ??= node("section", { "data-part": one.id }, this.head.node, this.rows, this.after, this.folds);
  }
}

function head([id, title, aside, adds], words) {
  const add = adds ? pressable("add", node("span", { class: "plus" }, words.add), { open: `add:${id}` }) : "";
  if (add) add.setAttribute("aria-label", `${words.add}: ${title}`);
  return node("div", { class: "head" }, node("h2", {}, title), node("span", { class: "aside" }, aside), add);
}

class Fold {
  constructor(one, hands) {
    this.hands = hands;
    this.head = pressable("fold", "", { fold: one.id });
    this.body = node("div", { class: "folded" });
    this.node = node("li", {}, this.head, this.body);
    this.opened = one.open;
  }

  update(one) {
    if (this.head.textContent !== one.title) this.head.textContent = one.title;
    if (!this.hands.waits()) this.opened = one.open;
    fill(this.body, one.blocks, this.hands);
    this.show();
  }

  show() {
    this.head.setAttribute("aria-expanded", String(this.opened));
    this.body.hidden = !this.opened;
  }
}
