// What stands in a fold or beside a line, each kind as it is drawn.
const BLOCKS = {
  text: ({ text, look }) => node("p", { class: look }, text),
  strong: ({ text }) => node("p", {}, ...strong(text)),
  heading: ({ text }) => node("h3", {}, text),
  list: ({ items, ordered }) => node(ordered ? "ol" : "ul", {}, ...items.map((one) => node("li", {}, one))),
  cited: ({ text, checked }) => node("p", { class: "cited" }, text, node("span", { class: "second" }, checked)),
  picture: ({ picture: found }) => picture(found, "large"),
  act: ({ act, label, line, look }) => pressable(`quiet ${look}`, label, { act, line }),
  opens: ({ opens, label }) => pressable("outlined", label, { open: opens }),
  table: drawTable,
  ways: drawWays,
};

const LIVING = { pick: Pick, reword: Reword, own: Own };

/** A control under its name. */
class Labelled {
  constructor(spec, hands) {
    this.control = control(spec, hands);
    this.name = node("span", { class: "second", "aria-hidden": "true" });
    this.node = node("div", { class: `labelled of-${spec.kind}` }, this.name, this.control.node);
  }

  update(spec) {
    this.name.textContent = spec.kind === "level" ? "" : spec.short;
    this.control.update(spec);
  }
}

function block(one, hands) {
  if (CONTROLS[one.kind]) return new Labelled(one, hands);
  const Kind = LIVING[one.kind];
  return Kind ? new Kind(one, hands) : new Fixed((said) => BLOCKS[said.kind](said));
}

/** Blocks under each other; what is typed or held in one stays while it is there. */
function fill(parent, found, hands) {
  const stays = (one) => CONTROLS[one.kind] || LIVING[one.kind];
  keyed(parent, found, (one, at) => [one.kind, one.line, one.sets ?? one.act, stays(one) ? "" : at].join(" "), (one) => block(one, hands));
}

function drawTable({ head, rows }) {
  const line = (tag, cells, scope) =>
    node("tr", {}, ...cells.map((one, at) => node(at && tag === "td" ? "td" : "th", { scope: at ? scope : "row" }, one)));
  return node("table", {}, node("thead", {}, line("th", head, "col")),
    node("tbody", {}, ...rows.map((row) => line("td", row))));
}

function drawWays({ ways }) {
  return node("ul", { class: "ways" }, ...ways.map((one) => {
    const choose = pressable("choose", one.label, { act: "way", line: one.id });
    if (one.chosen) choose.setAttribute("aria-disabled", "true");
    choose.setAttribute("aria-label", `${one.label}: ${one.help}`);
    return node("li", {}, node("b", {}, one.name), node("p", {}, ...one.says), node("p", {}, ...strong(one.asks)),
      choose, node("p", { class: "second" }, one.gives_up));
  }));
}

