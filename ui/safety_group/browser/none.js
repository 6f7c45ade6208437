// The button that says no to the rest: it exists once every line was seen, and hears one tap.
class NoneButton {
  constructor(group) {
    this.group = group;
    this.hint = el("span", "hint");
    this.label = el("span");
    this.button = button("none", "", () => this.tap());
    this.key = el("kbd", "", "0");
    this.key.setAttribute("aria-hidden", "true");
    this.button.append(this.label, this.key);
    this.root = el("footer", "foot");
    this.root.append(this.hint, this.button);
    this.onKey = (event) => this.pressed(event);
    document.addEventListener("keydown", this.onKey);
  }

  end() {
    document.removeEventListener("keydown", this.onKey);
  }

  state() {
    const { words } = this.group.data;
    const { left, said, total, open, unseen, waits } = this.group.counted();
    const label = left === 0 ? words.goOn : (left < total ? words.others : words.none)[left];
    const young = this.group.sight.isYoung;
    if (this.isOver()) return { label, hint: words.over, go: "wait" };
    if (open) return { label, hint: words.open[open], go: "open" };
    if (unseen) return { label: words.below[unseen], hint: "", go: "unseen" };
    if (waits) return { label, hint: words.keeping, go: "wait" };
    if (young) return { label: left ? words.read[left] : label, hint: "", go: "wait" };
    const hint = said ? words.clientNo[said] : left === total ? words.nothing : "";
    return { label, hint, go: "" };
  }

  /** Nothing waits in any group. */
  isOver() {
    const { left, open } = this.group.counted();
    return !left && !open && this.group.data.done.all.every((one) => !one.isOpen);
  }

  draw() {
    this.button.hidden = this.isOver();
    const { label, hint, go } = this.state();
    this.label.textContent = label;
    this.hint.textContent = hint;
    this.button.dataset.go = go;
    this.button.setAttribute("aria-disabled", String(Boolean(go)));
  }

  tap() {
    const now = performance.now();
    const { go } = this.state();
    if (go === "open") return this.group.showOpen();
    if (go === "unseen") return this.group.showUnseen();
    if (go || now - this.last <= A_SECOND) return null;
    this.last = now;
    return this.group.end();
  }

  pressed(event) {
    const from = event.composedPath()[0];
    const typed = from.matches?.("input, textarea, select, [contenteditable]");
    const chord = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key !== "0" || chord || typed || event.repeat) return;
    if (this.root.isConnected && !this.root.hidden) this.tap();
  }
}
