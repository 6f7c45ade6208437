// The client's own plan. All of it is text from Python; only the therapist's button does anything.
class Shown {
  constructor(root) {
    this.root = root;
    this.out = new Outbox(() => {});
    this.inside = new Inside();
    this.moving = new Moving(root);
    root.addEventListener("keydown", (event) => event.key.length === 1 && event.stopPropagation());
  }

  leave() {
    this.out.end();
    this.inside.leave();
  }

  take(data, set) {
    this.out.take(data, set);
    const told = JSON.stringify({ ...data, turn: 0 });
    if (told === this.told) return;
    this.told = told;
    this.data = data;
    this.root.replaceChildren(this.top(), ...this.aims(), ...this.care(), ...this.week(), this.two(), ...this.parts());
    this.moving.show();
  }

  top() {
    const made = el("header", "top");
    const hold = new Hold(this.data.words, () => this.out.push({ kind: "home" }));
    made.append(el("h1", "", this.data.words.title), hold.root);
    return made;
  }

  aims() {
    return this.data.aims.length ? [this.lines("aims", this.data.aims)] : [];
  }

  lines(name, texts) {
    const made = el("div", name);
    made.append(...texts.map((one) => el("p", "", one)));
    return made;
  }

  /** The client's own precaution, before anything is read. */
  care() {
    if (!this.data.care.length) return [];
    const made = el("section", "care");
    made.setAttribute("aria-label", this.data.words.care);
    made.append(icon("info"), this.lines("", this.data.care));
    return [made];
  }

  week() {
    const { week, words } = this.data;
    if (!week.length) return [];
    const made = el("section", "card week");
    const head = el("div", "head");
    head.append(el("h2", "", words.week), ...this.data.days.map((day) => el("span", "day", day)));
    made.append(head, ...week.map((row) => this.row(row)), this.legend());
    return [made];
  }

  row(row) {
    const made = el("div", row.withUs ? "row with-us" : "row");
    const days = el("span", "days");
    days.setAttribute("role", "img");
    days.setAttribute("aria-label", this.data.days.filter((_, at) => row.marks[at]).join(", "));
    row.marks.forEach((on, at) => {
      const cell = el("span", on ? "cell on" : "cell");
      cell.append(el("span", "short", this.data.days[at]), el("span", "number", on ? this.number(row) : ""));
      days.append(cell);
    });
    const tile = el("span", "tile", this.number(row));
    made.append(tile, el("span", "what", row.what), days);
    return made;
  }

  number(row) {
    return row.minutes ? String(row.minutes) : "✓";
  }

  legend() {
    const { words } = this.data;
    const made = el("p", "legend");
    made.append(el("span", "", words.minutes));
    if (this.data.week.some((row) => row.withUs)) made.append(el("i", "with-us"), el("span", "", words.withUs));
    made.append(el("i"), el("span", "", words.atHome));
    return made;
  }

  two() {
    const made = el("div", "two");
    const when = el("section", "card");
    this.data.when.forEach((line, at) => when.append(el("p", at ? "" : "first", line)));
    const help = el("section", "card help");
    for (const one of this.data.help) {
      const line = el("p", "", one.when);
      if (one.call) line.append(" ", el("b", "", one.call));
      help.append(line);
    }
    if (this.data.when.length) made.append(when);
    made.append(help);
    return made;
  }

  parts() {
    return this.data.parts.map((part) => {
      const made = el("section", "part");
      made.append(this.heading(part), ...part.lines.map((line) => this.line(line)));
      return made;
    });
  }

  /** The heading of a part; where pictures in it move, with the button that stops them all. */
  heading(part) {
    const title = el("h2", "", part.title);
    if (!part.lines.some((line) => line.picture?.moving)) return title;
    const made = el("div", "titled");
    made.append(title, ...this.moving.button(this.data.words));
    return made;
  }

  line(line) {
    const words = el("p");
    if (line.name) words.append(el("b", "", line.name), el("br"));
    words.append(line.words);
    if (!line.picture) return words;
    const made = el("div", "pictured");
    made.append(picture(line.picture, "wide"), words);
    return made;
  }
}
