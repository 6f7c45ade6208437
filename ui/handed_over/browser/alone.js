// One screen of questions in the client's hands. Python keeps what is said and says what comes next;
// this shows it at once, and goes on only when every line has been seen.
class Alone {
  constructor(root) {
    this.root = root;
    this.out = new Outbox(() => this.refresh());
    this.sight = new Sight(() => this.refresh());
    this.inside = new Inside();
    this.said = new Map();
    this.rows = new Map();
    this.top = el("header", "top");
    this.body = el("div", "body");
    this.foot = el("footer", "foot");
    root.append(this.top, this.body, this.foot);
    root.addEventListener("keydown", (event) => event.key.length === 1 && event.stopPropagation());
  }

  leave() {
    this.out.end();
    this.inside.leave();
    this.watch?.disconnect();
    this.sight.end();
  }

  take(data, set) {
    const place = `${data.visit} ${data.mode} ${data.screen?.id}`;
    const isNew = place !== this.place;
    this.data = data;
    this.place = place;
    this.out.take(data, set);
    if (isNew) this.build();
    this.refresh();
  }

  get words() {
    return this.data.words;
  }

  /** A new screen: at its top, with what was said of it before. */
  build() {
    const { screen, mode } = this.data;
    this.rows.clear();
    this.said.clear();
    this.unsureNext = false;
    this.unseen = new Set();
    this.watch?.disconnect();
    this.sight.end();
    this.foot.replaceChildren();
    this.root.dataset.mode = mode;
    this.root.dataset.shape = screen ? this.shape().name : "";
    if (mode === "ask") {
      for (const row of screen.rows) this.said.set(row.id, { answer: row.answer, signs: new Set(row.ticked) });
      this.drawTop();
      this.shape().build(this);
      this.drawFoot();
      this.begin();
    } else this.over();
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    this.body.querySelector("h1")?.focus({ preventScroll: true });
  }

  shape() {
    const { rows } = this.data.screen;
    if (rows.length > 1) return LIST;
    return rows[0].signs.length ? SIGNS : ONE;
  }

  /** Deaf for a second, and until every line has been in sight. */
  begin() {
    this.sight.begin();
    this.unseen = new Set(this.rows.values());
    this.watch = new IntersectionObserver((seen) => this.saw(seen), { threshold: [0.98, 1] });
    for (const row of this.unseen) this.watch.observe(row);
  }

  saw(entries) {
    this.sight.see(entries, this.unseen);
    this.refresh();
  }

  drawTop() {
    const { screen, parts } = this.data;
    const bar = el("div", "bar");
    bar.setAttribute("role", "img");
    bar.setAttribute("aria-label", this.words.progress);
    bar.append(...parts.map((part) => el("i", part)));
    this.top.replaceChildren(el("span", "heading", screen.private ? this.words.alone : screen.heading), bar);
  }

  title(text, hint) {
    const title = el("h1", text.length > 90 ? "long" : "", text);
    title.tabIndex = -1;
    this.body.replaceChildren(title, el("p", "hint", hint));
  }

  row(id, text) {
    const row = button("row", "", () => this.tapped(id));
    row.append(el("span", "box"), el("span", "text", text), el("span", "state"));
    row.firstChild.append(icon("check"));
    this.rows.set(id, row);
    return row;
  }

  back() {
    const { id, first } = this.data.screen;
    const made = button("plain", "", () => this.out.push({ kind: "back", screen: id }));
    made.append(icon("back"), el("span", "", this.words.back));
    made.hidden = first;
    return made;
  }

  drawFoot() {
    const last = el("div", "last");
    const locked = el("span", "locked");
    locked.append(icon("lock"), el("span", "", this.words.locked));
    this.keeping = el("span", "keeping");
    last.append(locked, this.keeping, button("give", this.words.give, () => this.out.push({ kind: "give" })));
    this.foot.append(last);
  }

  /** What is sent of these rows; a line with nothing said of it is taken back. */
  answers(ids) {
    const told = ids.map((id) => [id, this.said.get(id)]);
    return Object.fromEntries(
      told.map(([id, one]) => [id, one.answer ? { answer: one.answer, signs: [...one.signs] } : null]),
    );
  }

  say(id, answer, signs = new Set()) {
    this.said.set(id, { answer, signs });
    this.out.push({ kind: "said", answers: this.answers([id]) });
    this.refresh();
  }

  tapped(id) {
    if (!this.sight.isUnread) this.shape().tapped(this, id);
  }

  /** The screen is done: what was left open on it is `rest`. */
  done(rest) {
    if (this.unseen.size) return this.sight.turn(this.unseen, "start");
    if (this.sight.isYoung || this.out.waits) return null;
    const { id, rows } = this.data.screen;
    for (const row of rows) {
      if (!this.said.get(row.id).answer) this.said.set(row.id, { answer: rest, signs: new Set() });
    }
    const told = rows.map((row) => [row.id, this.said.get(row.id)]);
    const answers = told.map(([row, one]) => [row, { answer: one.answer, signs: [...one.signs] }]);
    this.sight.begin();
    return this.out.push({ kind: "done", screen: id, answers: Object.fromEntries(answers) });
  }

  refresh() {
    if (!this.data || this.data.mode !== "ask") return;
    for (const [id, row] of this.rows) this.shape().show(this, id, row);
    const { end } = this;
    if (end) {
      const { label, ready } = this.shape().ends(this);
      end.firstChild.textContent = this.unseen.size ? this.words.below[this.unseen.size] : label;
      end.setAttribute("aria-disabled", String(!ready || this.sight.isYoung || this.unseen.size > 0));
    }
    if (this.keeping) this.keeping.textContent = this.out.waits && this.out.tries > 1 ? this.words.keeping : "";
  }

  /** Nothing more is asked, or it was given back, or something cannot wait. */
  over() {
    const now = this.data.mode === "urgent";
    const title = el("h1", "", now ? this.words.giveBackNow : this.words.thanks);
    title.tabIndex = -1;
    const hold = new Hold(this.words, () => this.out.push({ kind: "home" }));
    this.top.replaceChildren();
    this.body.replaceChildren(title, el("p", "large", now ? this.words.now : this.words.giveBack), hold.root);
    if (this.data.more) {
      this.body.append(button("plain", this.words.goOn, () => this.out.push({ kind: "on" })));
    }
  }
}
