// What a finger can hit of each region: more than is drawn of it, where that is less than a finger.
// Beside the body the nearest region is meant. On it a small region takes a little of its larger
// neighbours, and never of the other half; which one is meant is said before and after the tap.
const FINGER = 24; // CSS pixels
const NEAR = [2 * FINGER - 2, FINGER, FINGER / 2, 6]; // widths of a border, the nearest on top
const SVG = "http://www.w3.org/2000/svg";

class Reach {
  constructor(figures, regions) {
    this.figures = figures;
    this.halves = figures.querySelectorAll(".hits");
    this.beside = regions.filter((one) => this.halves[one.dataset.half]);
    for (const width of NEAR) for (const region of this.beside) this.border(region, width);
    this.regions = regions;
    this.over = document.createElementNS(SVG, "g");
    regions[regions.length - 1].after(this.over);
    this.sized = new ResizeObserver(() => this.widen());
    this.sized.observe(figures);
  }

  copy(region, name) {
    const made = document.createElementNS(SVG, "path");
    made.setAttribute("class", name);
    made.setAttribute("d", region.getAttribute("d"));
    made.dataset.region = region.dataset.region;
    return made;
  }

  border(region, width) {
    const made = this.copy(region, "hit");
    made.style.strokeWidth = `${width}px`;
    this.halves[region.dataset.half].append(made);
  }

  /** Anew for each size: what is wide enough as it is drawn takes nothing. */
  widen() {
    const scale = this.figures.getScreenCTM()?.a;
    if (!scale) return;
    const halves = [...this.halves].map((half) => half.cloneNode(false));
    const middle = document.createElementNS(SVG, "g");
    for (const region of this.regions) {
      const half = halves[region.dataset.half] ?? middle;
      for (const [x, y] of this.moves(region, scale)) {
        const made = this.copy(region, "over");
        made.setAttribute("transform", `translate(${x / scale} ${y / scale})`);
        half.append(made);
      }
    }
    this.over.replaceChildren(middle, ...halves);
  }

  /** Away from the middle, or from it to both sides, and up and down, by what it lacks. */
  moves(region, scale) {
    const { width, height } = region.getBBox();
    const [wide, high] = [width, height].map((one) => Math.max(0, FINGER + 1 - one * scale));
    const out = { "-1": [wide / 2, -wide / 2] }[region.dataset.half] ?? [region.dataset.half % 2 ? wide : -wide];
    const moves = [...out.map((x) => [x, 0]), [0, high / 2], [0, -high / 2]];
    return moves.filter(([x, y]) => x || y);
  }
}
