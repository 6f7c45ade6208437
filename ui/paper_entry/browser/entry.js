// One sheet of the paper form: a line a question, three taps, the rest with one tap once it was seen.
const ANSWERS = ["yes", "no", "unsure"]; // as the boxes stand on the paper

class Entry {
  constructor(root) {
    this.root = root;
    this.out = new Outbox(() => this.refresh());
    this.sight = new Sight(() => this.refresh());
    this.over = new Map();
    this.head = el("header", "head");
    this.tabs = el("nav", "tabs");
    this.lines = el("ol", "lines");
    this.strip = el("div", "strip");
    this.foot = el("footer", "foot");
    root.append(this.head, this.tabs, this.lines, this.strip, this.foot);
    this.keys = new Keys(this);
  }

  leave() {
    this.out.end();
    this.keys.end();
    this.watch?.disconnect();
    this.sight.end();
  }

  take(data, set) {
    const place = `${data.visit} ${data.sheet.number}`;
    const isNew = place !== this.place;
    this.data = data;
    this.place = place;
    this.out.take(data, set);
    if (!this.out.waits) this.over.clear();
    if (isNew) this.build();
    this.refresh();
  }

  get rows() {
    return this.data.sheet.lines;
  }

  build() {
    const { words } = this.data;
    this.items = new Map();
    this.at = 0;
    this.head.replaceChildren(el("h2", "", words.title), el("span", "hint", words.form));
    this.head.append(button("plain", words.finish, () => this.out.push({ kind: "finish" })));
    this.lines.replaceChildren(...this.rows.map((row, at) => this.item(row, at)));
    this.rest = button("rest", "", () => this.others());
    this.restWords = el("span");
    const key = el("kbd", "", "Enter");
    key.setAttribute("aria-hidden", "true");
    this.rest.append(this.restWords, key);
    this.keeping = el("span", "hint");
    this.foot.replaceChildren(el("span", "hint keys", words.keys), this.keeping, this.rest);
    this.begin();
  }

  begin() {
    this.sight.begin();
    this.unseen = new Set(this.items.values());
    this.watch?.disconnect();
    const covers = [".st-key-steps", ".st-key-dock"].map((one) => document.querySelector(one)?.offsetHeight ?? 0);
    this.watch = new IntersectionObserver((seen) => this.saw(seen), {
      threshold: [0.98, 1],
      rootMargin: `-${covers[0] + 48}px 0px -${covers[1]}px 0px`,
    });
    for (const one of this.unseen) this.watch.observe(one);
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
  }

  saw(entries) {
    this.sight.see(entries, this.unseen);
    this.refresh();
  }

  item(row, at) {
    const li = el("li", "line");
    const label = el("span", "label", row.label);
    label.title = row.question;
    li.append(el("span", "number", String(row.number)), label);
    const choice = el("span", "choice");
    choice.setAttribute("role", "group");
    choice.setAttribute("aria-label", `${row.number} ${row.label}`);
    for (const answer of ANSWERS) {
      const made = button(answer, this.data.words[answer], () => this.tapped(at, answer));
      made.dataset.answer = answer;
      choice.append(made);
    }
    li.append(choice);
    this.items.set(row.id, li);
    return li;
  }

  said(row) {
    return this.over.get(row.id) ?? { answer: row.answer, signs: row.ticked };
  }

  /** Say it of a line, and go to the next; the same answer again takes it back. */
  tapped(at, answer) {
    if (this.sight.isUnread) return;
    const row = this.rows[at];
    this.put({ [row.id]: this.said(row).answer === answer ? null : answer });
    this.at = at;
    this.refresh();
  }

  put(answers) {
    const told = Object.entries(answers).map(([id, answer]) => [id, { answer, signs: [] }]);
    for (const [id, one] of told) this.over.set(id, one);
    this.out.push({ kind: "said", answers: Object.fromEntries(told) });
    this.refresh();
  }

  sign(row, id) {
    const signs = new Set(this.said(row).signs);
    if (!signs.delete(id)) signs.add(id);
    const one = { answer: "yes", signs: [...signs] };
    this.over.set(row.id, one);
    this.out.push({ kind: "said", answers: { [row.id]: one } });
    this.refresh();
  }

  open() {
    return this.rows.filter((row) => this.said(row).answer === null);
  }

  /** No to what was in sight and has no answer; a sheet with none left is turned. */
  others() {
    if (this.unseen.size) return this.sight.turn(this.unseen, "center");
    if (this.sight.isYoung) return null;
    const open = this.open();
    if (open.length) this.put(Object.fromEntries(open.map((row) => [row.id, "no"])));
    if (this.data.last) return open.length ? null : this.out.push({ kind: "finish" });
    this.sight.begin();
    return this.turn(this.data.sheet.number + 1);
  }

  turn(sheet) {
    this.out.push({ kind: "turn", sheet });
  }

  refresh() {
    if (!this.data) return;
    this.rows.forEach((row, at) => this.show(row, at));
    this.drawTabs();
    this.drawStrip();
    const { words } = this.data;
    const open = this.open().length;
    const label = open ? words.others[open] : this.data.last ? words.finish : words.next;
    const waits = this.unseen.size > 0 || this.sight.isYoung;
    this.restWords.textContent = this.unseen.size ? words.below[this.unseen.size] : label;
    this.rest.setAttribute("aria-disabled", String(waits));
    this.keeping.textContent = this.out.waits && this.out.tries > 1 ? words.keeping : "";
  }

  show(row, at) {
    const li = this.items.get(row.id);
    const { answer } = this.said(row);
    li.classList.toggle("now", at === this.at);
    li.classList.toggle("blank", answer === "blank");
    li.querySelector(".label").textContent = row.label;
    if (answer === "blank") li.querySelector(".label").append(el("em", "", this.data.words.blank));
    for (const one of li.querySelectorAll("button")) {
      one.setAttribute("aria-pressed", String(one.dataset.answer === answer));
    }
  }

  drawTabs() {
    const tabs = this.data.sheets.map((one) => {
      const made = button("tab", String(one.number), () => this.turn(one.number));
      made.setAttribute("aria-label", filled(this.data.words.sheet, one));
      if (one.now) made.setAttribute("aria-current", "page");
      made.classList.toggle("done", one.done);
      return made;
    });
    redraw(this.tabs, tabs);
  }

  /** The signs of the last yes: as on the paper, a to f. */
  drawStrip() {
    const row = this.signed();
    this.strip.hidden = !row;
    if (!row) return;
    const signs = this.said(row).signs;
    const made = row.signs.map((sign, at) => {
      const one = button("sign", "", () => this.sign(row, sign.id));
      one.append(el("b", "", String.fromCharCode(97 + at)), el("span", "", sign.text));
      one.setAttribute("aria-pressed", String(signs.includes(sign.id)));
      return one;
    });
    redraw(this.strip, [el("span", "hint", filled(this.data.words.signs, row)), ...made], row.id);
  }

  signed() {
    const near = [this.rows[this.at], this.rows[this.at - 1]];
    return near.find((row) => row?.signs.length && this.said(row).answer === "yes");
  }
}
