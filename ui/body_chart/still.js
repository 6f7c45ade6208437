// One view of the body with its marks: the drawing is there, only the levels come from Python.
const HALF = 134;
const TOP = 24;
const HEIGHT = 688;

export default function ({ data, parentElement }) {
  const svg = parentElement.querySelector("svg");
  svg.setAttribute("viewBox", `${data.middle - HALF} ${TOP} ${2 * HALF} ${HEIGHT}`);
  svg.setAttribute("aria-label", data.says);
  for (const one of svg.querySelectorAll("[data-view]")) one.toggleAttribute("hidden", one.dataset.view !== data.view);
  for (const part of svg.querySelectorAll("[data-of]")) {
    const level = data.levels[part.dataset.of] ?? 0;
    part.dataset.level = level;
    if (part.tagName === "text") part.textContent = level ? String(level) : "";
  }
}
