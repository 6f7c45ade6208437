// Nodes made from what Python says. Every word goes in as text, never as markup.
function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((one) => one !== "" && one !== null && one !== undefined));
  return made;
}

function button(look, label, data = {}) {
  const named = Object.fromEntries(Object.entries(data).map(([key, value]) => [`data-${key}`, value]));
  return el("button", { type: "button", class: look, ...named }, label);
}

/** Our own words, in which **this** stands out. */
function strong(words) {
  return words.split("**").map((part, at) => (at % 2 ? el("b", {}, part) : part));
}

const BLOCKS = {
  text: ({ text, look }) => el("p", { class: look }, text),
  strong: ({ text }) => el("p", {}, ...strong(text)),
  heading: ({ text }) => el("h3", {}, text),
  list: ({ items, ordered }) => el(ordered ? "ol" : "ul", {}, ...items.map((one) => el("li", {}, one))),
  cited: ({ text, checked }) => el("p", { class: "cited" }, text, el("span", { class: "second" }, checked)),
  picture: ({ picture: found }) => picture(found, "large"),
  act: ({ act, label, line }) => button("quiet", label, { act, line }),
  table: drawTable,
  ways: drawWays,
  swap: drawSwap,
  reword: drawReword,
  add: drawAdd,
};

function blocks(found, words) {
  return found.map((one) => BLOCKS[one.kind](one, words));
}

function drawTable({ head, rows }) {
  const line = (tag, cells, scope) =>
    el("tr", {}, ...cells.map((one, at) => el(at && tag === "td" ? "td" : "th", { scope: at ? scope : "row" }, one)));
  return el("table", {}, el("thead", {}, line("th", head, "col")),
    el("tbody", {}, ...rows.map((row) => line("td", row))));
}

function drawWays({ ways }) {
  return el("ul", { class: "ways" }, ...ways.map((one) => {
    const choose = button("choose", one.label, { act: "way", line: one.id });
    if (one.chosen) choose.setAttribute("aria-disabled", "true");
    choose.setAttribute("aria-label", `${one.label}: ${one.help}`);
    return el("li", {}, el("b", {}, one.name), el("p", {}, ...one.says), el("p", {}, ...strong(one.asks)),
      choose, el("p", { class: "second" }, one.gives_up));
  }));
}

function choice(name, first, others) {
  const options = others.map((one) => el("option", { value: one.id }, one.name));
  return el("select", { name, "aria-label": first }, el("option", { value: "" }, first), ...options);
}

function drawSwap({ line, others }, words) {
  return el("div", { class: "form", "data-form": "swap" },
    el("label", {}, el("span", { class: "second" }, words.replace), choice("other", words.choose, others)),
    el("div", { class: "side" }, button("outlined", words.swap, { act: "swap", line }),
      button("outlined out", words.remove, { act: "remove", line })));
}

function drawReword({ line, most }, words) {
  return el("div", { class: "form", "data-form": "reword" },
    el("label", {}, el("span", { class: "second" }, words.own), el("input", { name: "words", type: "text", maxlength: most })),
    button("outlined", words.reword, { act: "reword", line }));
}

function drawAdd({ others }, words) {
  return el("div", { class: "form", "data-form": "put-in" },
    choice("line", words.add_which, others),
    el("label", {}, el("span", { class: "second" }, words.add_why), el("input", { name: "words", type: "text", maxlength: 400 })),
    button("filled", words.put_in, { act: "put-in" }));
}
