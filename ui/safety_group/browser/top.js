// Above the lines: which group of how many, what was said in those that are done, and how much
// of each question is shown.
class Top {
  constructor(group) {
    this.group = group;
    this.root = el("header", "top");
    this.title = el("h2");
    this.title.tabIndex = -1;
    this.progress = el("div", "progress");
    this.done = button("done", "", () => this.toggle());
    this.full = button("full", "", () => this.swap());
    this.full.setAttribute("role", "switch");
    this.all = el("ul", "all");
    this.all.hidden = true;
    const words = el("div", "line");
    words.append(this.done, this.full);
    const first = el("div", "line");
    first.append(this.title, this.progress);
    this.root.append(first, words, this.all);
  }

  draw() {
    const { data } = this.group;
    this.title.textContent = data.title;
    this.bar(data.progress);
    this.summary(data.done);
    this.full.hidden = data.mode === "again";
    this.full.textContent = data.words.full;
    this.full.setAttribute("aria-checked", String(data.full));
    this.list(data.done);
  }

  bar({ words, parts }) {
    this.progress.replaceChildren(el("span", "", words));
    const bar = el("span", "bar");
    bar.setAttribute("aria-hidden", "true");
    for (const part of parts) bar.append(el("i", `is-${part}`));
    if (parts.length > 1) this.progress.append(bar);
  }

  summary({ head, said }) {
    this.done.hidden = !head;
    this.done.replaceChildren(el("b", "", head));
    if (said.length) this.done.prepend(icon("check"));
    for (const { text, isYes } of said) this.done.append(el("span", isYes ? "yes" : "", text));
    this.done.append(icon("down"));
    this.done.setAttribute("aria-expanded", String(!this.all.hidden));
  }

  list({ all }) {
    this.all.replaceChildren(
      ...all.map(({ id, name, said, isOpen }) => {
        const li = el("li");
        const go = button("group", "", () => this.go(id));
        if (!isOpen) go.append(icon("check"));
        go.append(el("b", "", name), el("span", "", said));
        li.append(go);
        return li;
      }),
    );
  }

  toggle() {
    this.all.hidden = !this.all.hidden;
    this.done.setAttribute("aria-expanded", String(!this.all.hidden));
    this.group.watch.again();
  }

  go(group) {
    this.all.hidden = true;
    this.group.act({ kind: "go", group });
  }

  swap() {
    const full = !this.group.data.full;
    this.group.data = { ...this.group.data, full };
    this.group.build();
    this.group.act({ kind: "full", on: full });
  }
}
