// Nodes made from what Python says, and kept while what they stand for is there. Every word goes in as text.
function node(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((one) => one !== "" && one !== null && one !== undefined));
  return made;
}

function pressable(look, label, data = {}) {
  const named = Object.fromEntries(Object.entries(data).map(([key, value]) => [`data-${key}`, value]));
  return node("button", { type: "button", class: look, ...named }, label);
}

/** A button that cannot be pressed now stays where it is and can be reached: a tap tells why. */
function barred(made, is) {
  if (is) made.setAttribute("aria-disabled", "true");
  else made.removeAttribute("aria-disabled");
}

/** Our own words, in which **this** stands out. */
function strong(words) {
  return words.split("**").map((part, at) => (at % 2 ? node("b", {}, part) : part));
}

/** What is drawn anew where it reads otherwise, and only then. */
class Fixed {
  constructor(make) {
    this.make = make;
  }

  update(said) {
    const now = JSON.stringify(said);
    if (this.said === now) return;
    this.said = now;
    const fresh = this.make(said);
    this.node?.replaceWith(fresh);
    this.node = fresh;
  }
}

/** One thing for each item, in their order: what stays is told what it now is, and keeps its node. */
function keyed(parent, items, keyOf, make) {
  const had = parent.things ?? new Map();
  const things = new Map();
  items.forEach((item, at) => {
    const key = keyOf(item, at);
    const thing = had.get(key) ?? make(item);
    thing.update(item);
    things.set(key, thing);
  });
  for (const [key, thing] of had) if (!things.has(key)) thing.node.remove();
  let at = parent.firstChild;
  for (const { node: one } of things.values()) {
    if (one === at) at = at.nextSibling;
    else parent.insertBefore(one, at);
  }
  parent.things = things;
}
