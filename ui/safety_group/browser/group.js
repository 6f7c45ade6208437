// One group of safety questions in the browser. Python keeps the answers; this shows them, with
// those that Python has not kept yet laid over them, and ends the group once it has all been seen.
const GAP = 20; // pixels between two columns

class Group {
  constructor(root) {
    this.root = root;
    this.out = new Outbox(() => this.refresh());
    this.card = new Card(this);
    this.sight = new Sight(() => this.none.draw());
    this.none = new NoneButton(this);
    this.watch = new Watch(root, (li) => this.saw(li));
    this.over = new Map(); // answers on their way to Python
    this.drafts = new Map(); // signs ticked before a yes
    this.memory = new Memory(this);
    this.items = new Map();
    this.top = new Top(this);
    this.lists = el("div", "lists");
    this.more = el("div", "lists more");
    this.again = new Again(this);
    root.append(this.top.root, this.again.root, this.lists, this.more, this.none.root);
    root.addEventListener("keydown", (event) => this.key(event));
    this.resized = new ResizeObserver(() => this.fit());
    this.resized.observe(root);
  }

  leave() {
    this.none.end();
    this.sight.end();
    this.out.end();
    this.watch.rest();
    this.resized.disconnect();
  }

  take(data, set) {
    const place = `${data.visit} ${data.mode} ${data.group}`;
    const isNew = place !== this.place;
    const anew = this.data && this.data.session !== data.session;
    this.data = data;
    this.place = place;
    this.out.take(data, set);
    if (!this.out.waits) this.over.clear();
    if (isNew) this.build();
    else this.patch();
    if (anew && !isNew) this.memory.bring();
    if (data.open && data.open.stamp !== this.stamp) this.reopen(data.open);
  }

  reopen({ id, stamp }) {
    this.stamp = stamp;
    const line = this.lines().find((one) => one.id === id || one.after.some((two) => two.id === id));
    if (line && this.items.has(line.id)) this.open(line.id);
  }

  lines() {
    return this.data.sections.flatMap((section) => section.lines);
  }

  line(id) {
    return this.lines().find((one) => one.id === id);
  }

  /** A group from the start: at its top, nothing seen, open what this tab remembers. */
  build() {
    this.close(false);
    this.pending = new Set(this.data.pending);
    this.items.clear();
    this.more.replaceChildren();
    this.most = columnsIn(this.root.clientWidth, this.data.full);
    this.lists.replaceChildren(...dealt(this.data.sections, this.most).map((one) => this.column(one)));
    this.frame();
    this.sight.begin();
    this.watchAll();
    const main = document.querySelector("[data-testid=stMain]");
    if (main && this.built) {
      main.scrollTop = 0;
      this.top.title.focus({ preventScroll: true });
    }
    this.built = true;
    this.memory.bring();
    this.refresh();
  }

  /** Each list is as wide as a column, also where there are fewer. */
  frame() {
    const columns = this.data.full ? this.most : Math.max(this.most, this.lists.children.length);
    this.root.style.setProperty("--columns", columns);
    this.root.dataset.mode = this.data.mode;
    this.root.dataset.group = this.data.group;
    this.root.classList.toggle("in-full", this.data.full);
    this.again.draw();
    this.top.draw();
    this.none.root.hidden = this.data.mode === "again";
  }

  patch() {
    this.pending = new Set([...this.pending].filter((id) => !this.line(id)?.answer));
    const fresh = this.lines().filter((line) => !this.items.has(line.id));
    if (fresh.length) this.append(fresh);
    for (const [id, li] of this.items) {
      if (!this.line(id)) this.forget(id, li);
    }
    this.frame();
    this.settle();
    this.refresh();
  }

  forget(id, li) {
    this.unseen.delete(li);
    this.items.delete(id);
    li.remove();
  }

  /** Lines that an answer opened: below the others, and not seen yet. */
  append(fresh) {
    const section = { heading: this.data.words.opened, lines: fresh };
    const made = dealt([section], this.most).map((one) => this.column(one));
    this.more.append(...made);
    for (const line of fresh) this.unseen.add(this.items.get(line.id));
    this.watch.begin(this.unseen);
  }

  column(parts) {
    const made = el("div", "column");
    for (const part of parts) {
      const words = part.continued
        ? filled(this.data.words.continued, { heading: part.heading })
        : part.heading;
      if (part.heading) made.append(el("h3", "", words));
      const list = el("ul");
      list.append(...part.lines.map((line) => this.item(line)));
      made.append(list);
    }
    return made;
  }

  item(line) {
    const li = el("li");
    const tick = button("tick", "", () => this.ticked(line.id));
    tick.append(el("span", "box"), el("span", "label"), el("span", "said"));
    tick.firstChild.append(icon("check"));
    li.dataset.id = line.id;
    li.append(tick);
    this.items.set(line.id, li);
    return li;
  }

  watchAll() {
    this.unseen = new Set(this.items.values());
    this.watch.begin(this.unseen);
  }

  saw(li) {
    this.unseen.delete(li);
    if (!this.unseen.size) this.sight.allSeen();
    this.none.draw();
  }

  /** Another width, another number of columns: dealt out anew, and to be seen anew. */
  fit() {
    if (!this.data) return;
    const { opened } = this;
    if (columnsIn(this.root.clientWidth, this.data.full) === this.most) {
      this.layCard();
      return;
    }
    this.build();
    if (opened && this.items.has(opened)) this.open(opened);
  }

  /** Streamlit listens for letters (r runs the page again): none leaves the component. */
  key(event) {
    const chord = event.ctrlKey || event.metaKey || event.altKey;
    if (!chord && /^\p{L}$/u.test(event.key)) event.stopPropagation();
    if (event.key === "Escape" && this.opened) this.close();
  }

  layCard() {
    const li = this.items.get(this.opened);
    if (li) this.card.lay(li, li.closest(".lists"));
  }
}
