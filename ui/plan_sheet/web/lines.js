// The plan's parts: headings, one row a line, folds. A row as a whole is the target.
function row(one, shown) {
  const name = el("span", { class: "name" }, el("b", {}, one.name), one.role ? el("span", { class: "role" }, one.role) : "",
    one.mark ? el("span", { class: "chip" }, one.mark) : "");
  const open = button("open", "", { open: one.id });
  open.setAttribute("aria-expanded", String(one.id === shown));
  open.append(name, ...(one.says ? [el("span", { class: "second" }, one.says)] : []),
    ...(one.notes ?? []).map((note) => el("span", { class: one.warns ? "warned" : "note" }, note)),
    ...(one.own ? [el("span", { class: "own" }, one.own)] : []));
  return el("li", { class: "row", "data-row": one.id }, one.picture ? picture(one.picture, "beside") : "", open, ...(one.phases ? [phases(one.phases)] : []),
    ...(one.dates ? [dates(one.dates)] : []), el("span", { class: "more", "aria-hidden": "true" }));
}

function phases(found) {
  return el("ol", { class: "phases" }, ...found.map((one) => {
    const bar = el("li", {}, el("b", {}, one.name), el("span", {}, one.says));
    bar.style.flexGrow = one.weeks;
    return bar;
  }));
}

function dates(found) {
  return el("ol", { class: "dates" },
    ...found.map((one) => el("li", {}, el("b", {}, one.day), el("span", { class: "second" }, one.says))));
}

function part(one, words, shown) {
  const add = el("span", { class: "plus" }, words.add);
  const button_ = one.id === "load" ? "" : button("add", add, { open: `add:${one.id}` });
  if (button_) button_.setAttribute("aria-label", `${words.add}: ${one.title}`);
  return el("section", { "data-part": one.id },
    el("div", { class: "head" }, el("h2", {}, one.title), el("span", { class: "aside" }, one.aside), button_),
    ...(one.rows.length ? [el("ul", { class: "card" }, ...one.rows.map((line) => row(line, shown)))] : []),
    ...blocks(one.blocks, words));
}

function fold(one, words) {
  const head = button("fold", one.title, { fold: one.id });
  head.setAttribute("aria-expanded", String(one.open));
  return el("li", {}, head, el("div", { class: "folded", hidden: !one.open }, ...blocks(one.blocks, words)));
}

function lines(data, shown) {
  const load = part(data.load, data.words, shown);
  load.append(el("ul", { class: "card folds" }, ...data.folds.map((one) => fold(one, data.words))));
  return [...data.sections.map((one) => part(one, data.words, shown)), load];
}
