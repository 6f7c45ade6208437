// A later visit: each yes of last time in a row of its own, then whether anything is new.
class Again {
  constructor(group) {
    this.group = group;
    this.root = el("div", "again");
    this.opened = new Set();
  }

  draw() {
    const { again } = this.group.data;
    this.root.hidden = !again;
    if (again) this.refresh();
    else this.root.replaceChildren();
  }

  refresh() {
    const { again } = this.group.data;
    if (!again) return;
    const rows = el("div", "rows");
    rows.append(...again.rows.map((row) => this.row(row)));
    const next = el("div", "rows");
    if (again.anythingNew) next.append(this.row(again.anythingNew, !this.isSaid()));
    next.append(el("p", "means", again.then));
    if (again.goOn && this.isSaid()) next.append(this.goOn());
    const acts = again.rows.map(({ place, since }) => ({ place, since }));
    redraw(this.root, [el("p", "means", again.hint), ...(again.rows.length ? [rows] : []), next], acts);
  }

  isSaid() {
    const { rows } = this.group.data.again;
    return rows.every((row) => [row, ...row.after].every((one) => this.group.answerOf(one) !== null));
  }

  /** What the client answered beforehand stays in sight until the therapist goes on. */
  goOn() {
    const { data } = this.group;
    return button("none", data.words.goOn, () => this.group.act({ kind: "next", group: data.group }));
  }

  row(asked, waits = false) {
    const row = el("div", "row");
    row.dataset.id = asked.id;
    const words = el("div", "words");
    words.append(el("b", "", asked.label), el("span", "means", asked.question));
    words.append(...(asked.notes ?? []).map((note) => el("span", "note", note)));
    row.append(words, el("span", asked.last ? `chip-${asked.last}` : "", asked.lastWords ?? ""));
    row.append(this.choice(asked, waits));
    const answer = this.group.answerOf(asked);
    if (this.showsSigns(asked, answer)) row.append(this.group.card.signs(asked));
    for (const after of asked.after) row.append(this.group.card.question(after, true));
    if (asked.place) row.append(this.group.card.place(asked.place));
    if (asked.again && answer === "no") row.append(this.since(asked));
    return row;
  }

  showsSigns(asked, answer) {
    return asked.signs.length && (answer === "yes" || asked.opened || this.opened.has(asked.id) || this.group.drafts.has(asked.id));
  }

  choice(asked, waits) {
    const made = answers({ ...this.asGroup(), answer: (one, value) => this.choose(one, value, waits) }, asked);
    const asSaid = asked.opened && !this.group.drafts.has(asked.id); // the client's signs fill no answer
    for (const one of made.children) {
      one.setAttribute("aria-disabled", String(waits));
      if (asSaid) one.classList.remove("ready");
    }
    return made;
  }

  asGroup() {
    const { group } = this;
    return {
      data: group.data,
      signs: (asked) => group.signs(asked),
      answerOf: (asked) => group.answerOf(asked),
    };
  }

  /** A yes that lists signs shows them first: it says nothing without one. */
  choose(asked, value, waits) {
    if (waits) return;
    const bare = value === "yes" && asked.signs.length && !this.group.signs(asked).size;
    if (bare && !this.opened.has(asked.id)) {
      this.opened.add(asked.id);
      this.refresh();
      return;
    }
    this.group.answer(asked, value);
  }

  since(asked) {
    const field = el("label", "since", this.group.data.words.since);
    const input = el("input", "field");
    input.type = "text";
    input.maxLength = 120;
    input.value = asked.since ?? "";
    input.dataset.focus = `${asked.id}-since`;
    input.addEventListener("change", () => this.group.act({ kind: "since", id: asked.id, words: input.value }));
    field.append(input);
    return field;
  }
}
