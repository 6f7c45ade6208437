// Lines in separate lists side by side, filled downwards: what opens moves no line of another list.
const LEAST = 4; // lines in a column, before another one is begun
const HEADING = 0.9; // of a line
const STEPS = [...Array(50).keys()].map((one) => one / 50).concat(1);

function columnsIn(width, full) {
  const fit = width >= 860 ? 3 : width >= 560 ? 2 : 1;
  return full ? Math.min(fit, 2) : fit;
}

/** Sections dealt out over columns; one that is cut goes on in the next as "continued". */
function dealt(sections, most) {
  const lines = sections.reduce((sum, section) => sum + section.lines.length, 0);
  const columns = Math.max(1, Math.min(most, Math.ceil(lines / LEAST)));
  const titled = sections.filter((section) => section.heading).length;
  const room = Math.ceil((lines + titled * HEADING) / columns);
  const made = [[]];
  let used = 0;
  for (const section of sections) {
    let part = null;
    section.lines.forEach((line, place) => {
      const left = section.lines.length - place;
      const needs = part ? 1 : 1 + HEADING;
      const fits = used + needs <= room + 0.5 || (left === 1 && used + needs <= room + 1);
      if (!fits && made.length < columns && used > 0) {
        made.push([]);
        used = 0;
        part = null;
      }
      if (!part) {
        part = { heading: section.heading, continued: place > 0, lines: [] };
        made[made.length - 1].push(part);
        used += section.heading ? HEADING : 0;
      }
      part.lines.push(line);
      used += 1;
    });
  }
  return made;
}

/** How much of the window the frame covers, above and below. */
function covered() {
  const edges = [".st-key-steps", ".st-key-dock"].map((one) =>
    document.querySelector(one)?.getBoundingClientRect(),
  );
  const top = edges[0] ? Math.max(0, edges[0].bottom) : 0;
  const bottom = edges[1] ? Math.max(0, window.innerHeight - edges[1].top) : 0;
  return { top: Math.ceil(top), bottom: Math.ceil(bottom) };
}

/** A line higher than the window counts once its end is there with all that fits above it. */
function isWhole({ intersectionRatio, intersectionRect, boundingClientRect, rootBounds }) {
  if (intersectionRatio >= 0.98) return true;
  if (!rootBounds || boundingClientRect.height < rootBounds.height) return false;
  return boundingClientRect.bottom <= rootBounds.bottom + 1 && intersectionRect.height >= 0.9 * rootBounds.height;
}

/** Tells of each line once it has been on screen as a whole, under neither bar. */
class Watch {
  constructor(root, seen) {
    this.root = root;
    this.seen = seen;
    this.lines = new Set();
  }

  begin(lines) {
    this.lines = new Set(lines);
    this.again();
  }

  /** Nothing is seen while a card lies over the lines. */
  rest() {
    this.observer?.disconnect();
  }

  again() {
    this.rest();
    const { top, bottom } = covered();
    this.root.style.setProperty("--over", `${top + 8}px`);
    this.root.style.setProperty("--under", `${bottom + 8}px`);
    this.observer = new IntersectionObserver((entries) => this.look(entries), {
      threshold: STEPS,
      rootMargin: `-${top}px 0px -${bottom}px 0px`,
    });
    for (const line of this.lines) this.observer.observe(line);
  }

  look(entries) {
    for (const line of entries.filter(isWhole).map((one) => one.target)) {
      this.lines.delete(line);
      this.observer.unobserve(line);
      this.seen(line);
    }
  }
}
