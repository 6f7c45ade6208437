// The keys of the typing in: a number goes to its line, y, n, u and space answer it and move on.
const SAYS = { y: "yes", n: "no", u: "unsure", "?": "unsure", " ": "blank" };

class Keys {
  constructor(entry) {
    this.entry = entry;
    this.typed = "";
    this.heard = (event) => this.key(event);
    document.addEventListener("keydown", this.heard, true);
  }

  end() {
    document.removeEventListener("keydown", this.heard, true);
  }

  key(event) {
    const from = event.composedPath()[0];
    const elsewhere = from.matches?.("input, textarea, select, [contenteditable]");
    const onButton = from.closest?.("button") && (event.key === " " || event.key === "Enter");
    const chord = event.ctrlKey || event.metaKey || event.altKey;
    if (elsewhere || chord || onButton || event.repeat || !this.entry.root.isConnected) return;
    if (!this.does(event.key.toLowerCase())) return;
    event.preventDefault();
    event.stopPropagation();
  }

  does(key) {
    if (/^\d$/.test(key)) return this.digit(key);
    if (key in SAYS) return this.say(SAYS[key]);
    if (/^[a-f]$/.test(key)) return this.letter(key);
    if (key === "enter") this.entry.others();
    else if (key === "arrowdown") this.move(1);
    else if (key === "arrowup" || key === "backspace") this.move(-1);
    else return false;
    return true;
  }

  digit(key) {
    const { rows } = this.entry;
    const place = (number) => rows.findIndex((row) => row.number === Number(number));
    this.typed = place(this.typed + key) < 0 && !this.begins(this.typed + key) ? key : this.typed + key;
    const at = place(this.typed);
    if (at >= 0) this.goTo(at);
    return true;
  }

  begins(typed) {
    return this.entry.rows.some((row) => String(row.number).startsWith(typed));
  }

  say(answer) {
    const { entry } = this;
    const row = entry.rows[entry.at];
    entry.put({ [row.id]: answer });
    this.move(1);
    return true;
  }

  letter(key) {
    const row = this.entry.signed();
    const sign = row?.signs[key.charCodeAt(0) - 97];
    if (!sign) return false;
    this.entry.sign(row, sign.id);
    return true;
  }

  move(by) {
    this.goTo(Math.max(0, Math.min(this.entry.rows.length - 1, this.entry.at + by)));
    this.typed = "";
  }

  goTo(at) {
    this.entry.at = at;
    this.entry.refresh();
    this.entry.items.get(this.entry.rows[at].id).scrollIntoView({ block: "nearest" });
  }
}
