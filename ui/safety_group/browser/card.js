// One question in full: its signs, what may be answered, and what a yes opens below it.
class Card {
  constructor(group) {
    this.group = group;
    this.root = el("div", "card");
  }

  get words() {
    return this.group.data.words;
  }

  draw(line) {
    this.line = line;
    redraw(this.root, [this.head(line), ...this.blocks(line)], [line.place, line.clears]);
  }

  head(line) {
    const head = el("div", "head");
    const close = button("close", "", () => this.group.close());
    close.setAttribute("aria-label", this.words.close);
    close.append(icon("close"));
    head.append(el("span", "how", line.how), close);
    return head;
  }

  *blocks(line) {
    yield this.question(line);
    for (const after of line.after) yield this.question(after, true);
    if (line.means) yield el("p", "means", line.means);
    if (line.place) yield this.place(line.place);
    if (line.clears) {
      const send = () => this.group.act({ kind: "clear", row: line.clears });
      yield button("outlined", this.words.clear, send);
    }
  }

  question(asked, isAfter = false) {
    const block = el("div", isAfter ? "after" : "asks");
    if (isAfter && asked.how !== this.line?.how) block.append(el("span", "how", asked.how));
    block.append(el("p", "full-question", asked.question));
    if (asked.signs.length) block.append(this.signs(asked));
    block.append(answers(this.group, asked));
    return block;
  }

  signs(asked) {
    const list = el("div", "signs");
    for (const sign of asked.signs) {
      const there = this.group.signs(asked).has(sign.id);
      const made = button("chip", "", () => this.group.sign(asked, sign.id));
      made.dataset.focus = `${asked.id}#${sign.id}`;
      made.setAttribute("aria-pressed", String(there));
      if (there) made.append(icon("check"));
      made.append(el("span", "", sign.label));
      list.append(made);
    }
    return list;
  }

  /** Where it is: the usual places with one tap, any other by its name. */
  place(place) {
    const block = el("div", "after");
    const put = (places) => this.group.act({ kind: "place", row: place.row, places });
    const left = (region) => place.marked.filter((one) => one !== region);
    block.append(el("p", "full-question", this.words.where));
    const chosen = el("div", "signs");
    for (const region of place.marked) {
      const made = button("chip", "", () => put(left(region)));
      made.setAttribute("aria-pressed", "true");
      made.append(icon("check"), el("span", "", this.group.data.regions[region]));
      chosen.append(made);
    }
    if (!place.marked.length) block.append(el("p", "means", this.words.unmarked));
    if (place.usual.length && !place.marked.length) {
      const usual = button("chip", "", () => put(place.usual));
      usual.append(icon("place"), el("span", "", place.usualWords));
      chosen.append(usual);
    }
    block.append(chosen, this.picker(place, put));
    return block;
  }

  picker(place, put) {
    const list = el("select", "field");
    list.setAttribute("aria-label", this.words.addPlace);
    list.append(new Option(this.words.addPlace, ""));
    for (const [region, label] of Object.entries(this.group.data.regions)) {
      if (!place.marked.includes(region)) list.append(new Option(label, region));
    }
    list.addEventListener("change", () => list.value && put([...place.marked, list.value]));
    return list;
  }

  /** Over the columns beside its line, or below it; never over the line itself. */
  lay(li, lists) {
    const style = this.root.style;
    style.cssText = "";
    lists.style.minHeight = "";
    const columns = [...lists.querySelectorAll(".column")];
    if (columns.length < 2 && lists.clientWidth < 560) return;
    const box = lists.getBoundingClientRect();
    const line = li.querySelector(".tick").getBoundingClientRect();
    const width = (box.width - 2 * GAP) / 3;
    const column = Math.round((line.left - box.left) / (width + GAP));
    const beside = line.width <= width + 1 && column !== 1 && box.width >= 860;
    const wide = beside || line.width <= width + 1 ? 2 * width + GAP : box.width;
    style.position = "absolute";
    style.width = `${Math.min(wide, box.width)}px`;
    style.left = `${beside && column === 2 ? 0 : box.width - Math.min(wide, box.width)}px`;
    const below = line.bottom - box.top + 4;
    const height = this.root.offsetHeight;
    const near = Math.min(line.top - box.top - 8, lists.offsetHeight - height);
    const top = beside ? Math.max(-28, near) : below;
    style.top = `${top}px`;
    lists.style.minHeight = `${top + height + 8}px`;
  }
}

/** Yes, Not sure, No; nothing is filled before an answer, or before a sign says yes. */
function answers(group, asked) {
  const row = el("div", "answers");
  const offered = asked.again ? group.data.words.again : group.data.words.answers;
  for (const [value, word] of Object.entries(offered)) {
    const made = button("answer", word, () => group.answer(asked, value));
    const isSigned = value === "yes" && asked.signs.length > 0 && group.signs(asked).size > 0;
    made.dataset.focus = `${asked.id}=${value}`;
    made.dataset.value = value;
    made.setAttribute("aria-pressed", String(group.answerOf(asked) === value));
    if (isSigned && !group.answerOf(asked)) made.classList.add("ready");
    row.append(made);
  }
  return row;
}
