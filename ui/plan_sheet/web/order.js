// The grip of a line: drag it, or move it with the arrow keys, among the lines of its part.
class Grip {
  constructor(line, hands) {
    this.line = line;
    this.hands = hands;
    this.node = pressable("grip", "", { grip: line });
    this.node.addEventListener("pointerdown", (event) => this.take(event));
    this.node.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel"]) this.node.addEventListener(end, (event) => this.drop(event));
    this.node.addEventListener("keydown", (event) => this.key(event));
  }

  update(one) {
    this.node.hidden = !one.movable;
    this.node.setAttribute("aria-label", filled(this.hands.words.move, { name: one.name }));
  }

  get row() {
    return this.node.closest(".row");
  }

  /** The rows of this part that have a grip, in the order that they stand in. */
  get rows() {
    return [...this.row.parentElement.children].filter((one) => one.querySelector(":scope > .grip:not([hidden])"));
  }

  take(event) {
    if (event.button !== 0) return;
    this.node.setPointerCapture(event.pointerId);
    this.from = event.clientY;
    this.row.classList.add("dragged");
    this.hands.dragging = true;
    event.preventDefault();
  }

  drag(event) {
    if (this.from === undefined) return;
    const by = event.clientY - this.from;
    this.row.style.translate = `0 ${by}px`;
    const { top, height } = this.row.getBoundingClientRect();
    const others = this.rows.filter((one) => one !== this.row);
    this.before = others.find((one) => top + height / 2 < middle(one)) ?? null;
    for (const one of others) one.classList.toggle("goes-here", one === this.before);
    this.row.parentElement.classList.toggle("goes-last", this.before === null);
  }

  drop(event) {
    if (this.from === undefined) return;
    this.from = undefined;
    const { row } = this;
    row.classList.remove("dragged");
    row.style.translate = "";
    row.parentElement.classList.remove("goes-last");
    for (const one of this.rows) one.classList.remove("goes-here");
    this.hands.dragging = false;
    if (event.type === "pointerup" && this.before !== undefined) this.move(this.before);
    this.before = undefined;
    this.hands.draw();
    this.node.focus({ preventScroll: true });
  }

  key(event) {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    event.stopPropagation();
    const { rows } = this;
    const at = rows.indexOf(this.row);
    if (event.key === "ArrowUp" && at > 0) this.move(rows[at - 1]);
    else if (event.key === "ArrowDown" && at < rows.length - 1) this.move(rows[at + 2] ?? null);
    this.node.focus({ preventScroll: true });
  }

  /** Before another row, or behind the last one that can be moved: at once here, then told. */
  move(before) {
    const { row, rows } = this;
    const others = rows.filter((one) => one !== row);
    if (rows[rows.indexOf(row) + 1] === (before ?? undefined) || !others.length) return;
    if (before) before.before(row);
    else others.at(-1).after(row);
    this.hands.act("move", { line: this.line, before: before?.dataset.row ?? "" });
    const place = this.rows.indexOf(row) + 1;
    this.hands.told(filled(this.hands.words.moved, { place, of: rows.length }));
  }
}

function middle(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
