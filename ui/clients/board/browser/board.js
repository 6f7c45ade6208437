// The list of clients. Python finds and counts them; what is typed or tapped shows here at once.
const PAUSE = 250; // milliseconds after the last letter before a search begins
const LENS = "M15.5 14h-.8l-.3-.3a6.5 6.5 0 1 0-.7.7l.3.3v.8l5 5 1.5-1.5zm-6 0a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9z";

class Board {
  constructor(root) {
    this.root = root;
    this.out = new Outbox(() => {});
    this.frame();
  }

  leave() {
    clearTimeout(this.pause);
    this.out.end();
  }

  frame() {
    ICONS.search = LENS;
    this.title = el("h1");
    this.search = el("input");
    this.search.type = "search";
    this.search.autocomplete = "off";
    this.search.maxLength = 200;
    this.search.addEventListener("input", () => this.typed(PAUSE));
    this.search.addEventListener("keydown", (event) => event.key === "Enter" && this.typed(0));
    const field = el("label", "field");
    field.append(icon("search"), this.search);
    this.fresh = button("new", "", () => this.act({ act: "new" }));
    this.groups = el("div", "groups");
    this.groups.setAttribute("role", "group");
    this.found = el("p", "found");
    this.found.setAttribute("role", "status");
    this.list = el("div", "list");
    this.pages = el("div", "pages");
    const head = el("div", "head");
    head.append(this.title, field, this.fresh);
    this.root.replaceChildren(head, this.groups, this.found, this.list, this.pages);
  }

  take(data, set) {
    this.out.take(data, set);
    const { words } = data;
    this.title.textContent = words.title;
    this.search.placeholder = words.search;
    this.search.setAttribute("aria-label", words.search);
    if (this.root.getRootNode().activeElement !== this.search && !this.out.waits) this.search.value = data.search;
    this.groups.setAttribute("aria-label", words.narrow);
    if (!this.out.waits) this.group = data.group;
    redraw(this.fresh, [icon("plus"), el("span", "", words.new)]);
    this.data = data;
    this.chips();
    if (this.found.textContent !== data.says) this.found.textContent = data.says;
    const act = this.act.bind(this);
    redraw(this.list, data.sections.map((one) => listOf(one, act)), data.sections);
    redraw(this.pages, pagesOf(data.page, words, act), data.page);
    this.pages.hidden = data.page.number === 1 && !data.page.more;
  }

  chips() {
    redraw(this.groups, this.data.groups.map((one) => this.chip(one)));
  }

  chip(one) {
    const made = button("group", "", () => {
      this.group = one.id;
      this.chips();
      this.act({ act: "group", group: one.id });
    });
    made.dataset.focus = one.id;
    made.setAttribute("aria-pressed", String(one.id === this.group));
    made.append(el("span", "", one.name), el("b", "", String(one.count)));
    return made;
  }

  typed(pause) {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      if (this.asked === this.search.value) return;
      this.asked = this.search.value;
      this.act({ act: "search", search: this.asked });
    }, pause);
  }

  act(act) {
    this.out.push(act);
  }
}
