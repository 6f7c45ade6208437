// The body chart in the browser. Python keeps the marks; this shows them, with the taps that
// Python has not answered yet laid over them, and sends those taps. Its words are Python's.
const charts = new WeakMap();
const AT_MOST_NAMED = 3;
const NAMED_FOR = 3000; // milliseconds
const MIDLINE = 6; // CSS pixels to either side

class Chart {
  constructor(root) {
    this.root = root;
    this.regions = [...root.querySelectorAll(".region")];
    this.byId = this.keyed(this.regions, "region");
    this.texts = this.keyed(root.querySelectorAll(".level"), "of");
    this.facts = new Map();
    this.marks = {};
    this.turn = 0;
    this.waiting = new Map();
    this.done = [];
    this.said = [];
    this.reach = new Reach(this.one(".figures"), this.regions);
    this.listen();
  }

  keyed(nodes, field) { return new Map([...nodes].map((node) => [node.dataset[field], node])); }

  one(selector) { return this.root.querySelector(selector); }

  listen() {
    const figures = this.one(".figures");
    figures.addEventListener("click", (event) => this.tapped(event));
    figures.addEventListener("pointerover", (event) => this.hovered(event));
    figures.addEventListener("pointerleave", () => this.left());
    // on the drawing itself these two would make Chromium stop at it for Tab
    this.root.addEventListener("focusin", (event) => this.focused(event.target));
    this.root.addEventListener("focusout", () => this.ring(null));
    this.one(".bar").addEventListener("click", (event) => this.pressed(event));
    this.root.addEventListener("keydown", (event) => this.key(event));
  }

  /** What Python says; taps it has not answered yet stay on top. */
  take(data, send) {
    this.send = send;
    this.words = data.words;
    this.facts = new Map(data.regions.map((fact) => [fact.id, fact]));
    this.marks = data.marks;
    if (data.view) this.show(data.view);
    this.root.classList.toggle("close-up", Boolean(data.view));
    this.turn = Math.max(this.turn, data.turn);
    for (const [id, tap] of this.waiting) if (tap.turn <= data.turn) this.waiting.delete(id);
    this.draw();
  }

  /** A part of the drawing; what a finger can hit of it goes by its new size. */
  show(view) {
    this.one(".figures").setAttribute("viewBox", view);
    this.reach.widen();
  }

  level(id) {
    return this.waiting.get(id)?.level ?? this.marks[id] ?? 0;
  }

  name(id) {
    const said = { place: this.facts.get(id).label, level: this.words.levels[this.level(id)] };
    return this.words.named.replace(/\{(\w+)\}/g, (_, name) => said[name]);
  }

  draw() {
    for (const [id, region] of this.byId) {
      const level = this.level(id);
      region.dataset.level = level;
      region.setAttribute("aria-checked", String(level > 0));
      region.setAttribute("aria-label", this.name(id));
      this.texts.get(id).dataset.level = level;
      this.texts.get(id).textContent = level || "";
    }
    this.one(".figures").classList.add("named");
    const marked = this.regions.filter((region) => this.level(region.dataset.region) > 0);
    this.one(".marked").setAttribute("d", marked.map((one) => one.getAttribute("d")).join(""));
    this.can("clear", marked.length > 0);
    this.can("undo", this.done.length > 0);
    this.say(this.said);
  }

  can(act, possible) {
    this.one(`[data-act=${act}]`).setAttribute("aria-disabled", String(!possible));
  }

  /** Change levels, remember how they were, and tell Python. */
  set(levels, remember = true) {
    const before = Object.keys(levels).map((id) => [id, this.level(id)]);
    if (remember) this.done.push(Object.fromEntries(before));
    this.turn += 1;
    for (const [id, level] of Object.entries(levels)) {
      this.waiting.set(id, { turn: this.turn, level });
    }
    this.draw();
    this.speak(Object.keys(levels));
    const unanswered = [...this.waiting].map(([id, tap]) => [id, tap.level]);
    this.send("taps", { turn: this.turn, levels: Object.fromEntries(unanswered) });
  }

  raise(id, both = this.both()) {
    const level = (this.level(id) + 1) % this.words.levels.length;
    const mirror = both && this.facts.get(id).mirror;
    this.about = id;
    this.set(mirror ? { [id]: level, [mirror]: level } : { [id]: level });
    this.say(mirror ? [id, mirror] : [id]);
  }

  undo() {
    if (this.done.length) this.set(this.done.pop(), false);
  }

  clear() {
    const marked = [...this.byId.keys()].filter((id) => this.level(id) > 0);
    if (marked.length) this.set(Object.fromEntries(marked.map((id) => [id, 0])));
  }

  both() {
    return this.one("[data-act=both]").getAttribute("aria-pressed") === "true";
  }

  pressed(event) {
    const act = event.target.closest("button")?.dataset.act;
    if (act === "undo") this.undo();
    if (act === "clear") this.clear();
    if (act === "both") event.target.setAttribute("aria-pressed", String(!this.both()));
  }

  tapped(event) {
    const id = event.target.dataset.region;
    if (!id) return;
    const region = this.byId.get(id);
    this.enter(region);
    region.focus({ preventScroll: true });
    this.raise(id, this.both() || this.inTheMiddle(event, id));
  }

  /** Whether a tap is so near the middle of a figure that both halves meet under the finger. */
  inTheMiddle(event, id) {
    const svg = this.one(".figures");
    const seen = svg.getScreenCTM();
    const middles = svg.dataset.midlines.split(" ").map((x) => seen.a * Number(x) + seen.e);
    const x = middles.find((one) => Math.abs(event.clientX - one) <= MIDLINE);
    if (x === undefined) return false;
    const there = this.root.getRootNode().elementFromPoint(x, event.clientY);
    const met = there?.matches(".region, .over") && there.dataset.region;
    return met === id || met === this.facts.get(id).mirror;
  }

  hovered(event) {
    if (event.pointerType === "touch") return;
    const id = event.target.dataset.region;
    this.one(".hover").setAttribute("d", id ? this.byId.get(id).getAttribute("d") : "");
    if (id) this.say([id]);
    else this.left();
  }

  /** The pointer is gone: back to the region that has the focus. */
  left() {
    this.one(".hover").setAttribute("d", "");
    this.say(this.about ? [this.about] : []);
  }

  focused(region) {
    if (!region.dataset.region) return;
    this.about = region.dataset.region;
    this.enter(region);
    this.ring(region.matches(":focus-visible") ? region : null);
    this.say([this.about]);
  }

  ring(region) {
    const border = region ? region.getAttribute("d") : "";
    for (const ring of this.root.querySelectorAll(".ring")) ring.setAttribute("d", border);
  }

  /** The one region that Tab comes back to. */
  enter(region) {
    for (const one of this.regions) one.setAttribute("tabindex", one === region ? "0" : "-1");
  }

  /** Streamlit listens for letters (r runs the page again): none leaves the chart. */
  key(event) {
    const chord = event.ctrlKey || event.metaKey || event.altKey;
    if (!chord && event.key.length === 1) event.stopPropagation();
    const region = event.target.closest(".region");
    if (!region || chord) return;
    const next = this.reached(region, event.key);
    if (next) {
      next.focus();
      this.ring(next);
    } else if (event.key === " " || event.key === "Enter") {
      if (!event.repeat) this.raise(region.dataset.region);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  reached(region, key) {
    const ways = region.dataset.ways.split(" ").map((number) => this.regions[number]);
    const ends = { Home: this.regions[0], End: this.regions[this.regions.length - 1] };
    const way = ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"].indexOf(key);
    return ends[key] ?? ways[way];
  }

  say(ids) {
    this.said = ids;
    const side = ids.length === 1 ? this.facts.get(ids[0]).side : "midline";
    const letter = this.one(".side");
    letter.hidden = side === "midline";
    letter.textContent = this.words.letters[side] ?? "";
    this.one(".words").textContent = this.names(ids);
    this.inPlaceOfTheKey(ids.length > 0);
  }

  /** A name stands where the key stands, for as long as it is read. */
  inPlaceOfTheKey(named) {
    clearTimeout(this.reading);
    this.root.classList.toggle("naming", named);
    if (named) this.reading = setTimeout(() => this.root.classList.remove("naming"), NAMED_FOR);
  }

  /** For those who listen: only what a tap, Undo or Clear all has changed. */
  speak(ids) {
    this.one(".spoken").textContent = this.names(ids);
  }

  names(ids) {
    if (ids.length > AT_MOST_NAMED) return this.words.changed[ids.length];
    return ids.map((id) => this.name(id)).join(" · ");
  }
}

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".chart");
  if (!charts.has(root)) charts.set(root, new Chart(root));
  charts.get(root).take(data, setStateValue);
}
