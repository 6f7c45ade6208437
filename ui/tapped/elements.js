// Small pieces of the page. Every word goes in as text, never as markup.
const ICONS = {
  check: "M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z",
  close: "M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4 10.6 12 5 17.6 6.4 19 12 13.4 17.6 19 19 17.6 13.4 12z",
  back: "M20 11H7.8l5.6-5.6L12 4l-8 8 8 8 1.4-1.4L7.8 13H20z",
  lock: "M18 8h-1V6a5 5 0 0 0-10 0v2H6a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V10a2 2 0 0 0-2-2zM9 6a3 3 0 0 1 6 0v2H9zm9 14H6V10h12z",
  info: "M11 7h2v2h-2zm0 4h2v6h-2zm1-9a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16z",
  down: "M7.4 8.6 12 13.2l4.6-4.6L18 10l-6 6-6-6z",
  place: "M12 2a7 7 0 0 0-7 7c0 5.2 7 13 7 13s7-7.8 7-13a7 7 0 0 0-7-7zm0 9.5a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5z",
  play: "M8 5v14l11-7z",
  pause: "M6 19h4V5H6zm8-14v14h4V5z",
  plus: "M19 13h-6v6h-2v-6H5v-2h6V5h2v6h6z",
  minus: "M19 13H5v-2h14z",
  star: "m22 9.2-7.2-.6L12 2 9.2 8.6 2 9.2l5.5 4.7L5.8 21l6.2-3.7 6.2 3.7-1.6-7.1zm-10 6.2-3.8 2.3 1-4.3-3.3-2.9 4.4-.4L12 6.1l1.7 4 4.4.4-3.3 2.9 1 4.3z",
};

function el(tag, name = "", text = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}

function icon(name) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("aria-hidden", "true");
  made.classList.add("icon");
  path.setAttribute("d", ICONS[name]);
  made.append(path);
  return made;
}

function button(name, text, tapped) {
  const made = el("button", name, text);
  made.type = "button";
  made.addEventListener("click", tapped);
  return made;
}

const DRAWN = new WeakMap();

/**
 * A finger that is down on a button would lose it: what looks as before stays as it is, and so does
 * what has the focus. `acts`: what the parts act on beyond what they show.
 */
function redraw(root, parts, acts = null) {
  const now = parts.map((one) => one.outerHTML).join("") + JSON.stringify(acts);
  if (DRAWN.get(root) === now && root.childElementCount) return;
  DRAWN.set(root, now);
  const held = root.getRootNode().activeElement?.dataset.focus;
  root.replaceChildren(...parts);
  if (held) root.querySelector(`[data-focus="${held}"]`)?.focus({ preventScroll: true });
}

function filled(template, fill) {
  return template.replace(/\{(\w+)\}/g, (_, name) => fill[name]);
}
