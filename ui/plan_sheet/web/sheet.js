// The plan in the browser. Python keeps the plan; this shows it, and says what was opened or asked.
const sheets = new WeakMap();
const AT_THE_SIDE = matchMedia("(min-width: 900px)");

class Sheet {
  constructor(root) {
    this.root = root;
    this.shown = "";
    this.drawn = {};
    this.turn = 0;
    this.pictures = themed(root);
    root.addEventListener("click", (event) => this.clicked(event));
    root.addEventListener("keydown", (event) => this.key(event));
  }

  one(selector) {
    return this.root.querySelector(selector);
  }

  take(data, setState, trigger) {
    this.set = setState;
    this.trigger = trigger;
    this.data = data;
    if (this.shown && data.panel === null && this.drawn.asked === this.shown) this.close();
    this.root.classList.toggle("draft", data.draft);
    this.fresh("bar", data.bar, () => this.bar(data.bar));
    this.fresh("lines", [data.sections, data.load, data.folds], () => lines(data, this.shown));
    this.panel();
  }

  /** Draw a place anew where what stands there reads otherwise; the focus stays where it was. */
  fresh(place, said, make) {
    const now = JSON.stringify(said);
    if (this.drawn[place] === now) return;
    this.drawn[place] = now;
    const focused = this.root.getRootNode().activeElement;
    const was = focused && this.one(`.${place}`).contains(focused) ? selectorOf(focused) : "";
    this.one(`.${place}`).replaceChildren(...make());
    this.pictures();
    if (was) (this.one(was) ?? this.one(".bar button") ?? this.one(".open")).focus({ preventScroll: true });
  }

  bar(said) {
    const { words } = this.data;
    this.one(".top").dataset.tone = said.tone;
    if (this.one(".last").textContent !== said.last) this.one(".last").textContent = said.last;
    const binds = el("p", { class: "binds" }, el("b", {}, said.lead), " ", said.says);
    const why = said.opens ? [button("quiet", words.by_what, { open: said.id })] : [];
    const back = said.undo || said.redo ? [this.back("undo", said.undo), this.back("redo", said.redo)] : [];
    return [binds, ...why, ...back];
  }

  back(act, possible) {
    const made = button(`outlined ${act}`, this.data.words[act], { act });
    if (!possible) made.setAttribute("aria-disabled", "true");
    return made;
  }

  panel() {
    const { panel, words, refused } = this.data;
    const arrived = panel !== null && panel.id === this.shown;
    if (arrived) this.drawn.asked = this.shown;
    const title = arrived ? panel.title : this.titleOf(this.shown);
    this.one(".panel").classList.toggle("opened", this.shown !== "");
    this.one(".panel").setAttribute("aria-label", title || words.panel);
    this.fresh("panel", [this.shown, title, arrived && panel, refused], () => {
      if (!this.shown) return [el("p", { class: "second" }, words.hint)];
      const close = button("close", "", { act: "close" });
      close.setAttribute("aria-label", words.close);
      return [el("div", { class: "head" }, el("h2", { tabindex: "-1" }, title), close),
        el("p", { class: "refused", role: "alert" }, refused),
        ...(arrived ? blocks(panel.blocks, words) : [])];
    });
  }

  titleOf(line) {
    return this.one(`[data-row="${CSS.escape(line)}"] b`)?.textContent ?? "";
  }

  open(line) {
    if (line === this.shown) return this.close();
    this.shown = line;
    this.drawn.asked = "";
    this.light();
    this.panel();
    this.one(".panel").scrollTop = 0;
    this.one(".panel h2").focus({ preventScroll: AT_THE_SIDE.matches });
    this.set("open", line);
  }

  close() {
    const line = this.shown;
    const within = this.one(".panel").contains(this.root.getRootNode().activeElement);
    this.shown = "";
    this.light();
    this.panel();
    if (within) (this.one(`[data-open="${CSS.escape(line)}"]`) ?? this.one(".bar button"))?.focus({ preventScroll: true });
    this.set("open", "");
  }

  light() {
    for (const one of this.root.querySelectorAll(".lines [data-open]")) {
      one.setAttribute("aria-expanded", String(one.dataset.open === this.shown));
    }
  }

  clicked(event) {
    const asked = event.target.closest("button");
    if (!asked || asked.getAttribute("aria-disabled") === "true") return;
    if (asked.dataset.open) this.open(asked.dataset.open);
    else if (asked.dataset.fold) this.fold(asked);
    else if (asked.dataset.act === "close") this.close();
    else if (asked.dataset.act) this.act(asked);
  }

  fold(head) {
    const opened = head.getAttribute("aria-expanded") !== "true";
    head.setAttribute("aria-expanded", String(opened));
    head.nextElementSibling.hidden = !opened;
    const all = [...this.root.querySelectorAll("[data-fold][aria-expanded=true]")];
    this.set("folds", all.map((one) => one.dataset.fold));
  }

  /** Say what is asked of the plan, with what its form holds. */
  act(asked) {
    const form = asked.closest(".form");
    const said = { act: asked.dataset.act, line: asked.dataset.line ?? "", turn: ++this.turn };
    for (const field of form?.querySelectorAll("[name]") ?? []) said[field.name] = field.value.trim();
    const { words } = this.data;
    const missing = { reword: said.words === "" && words.write_first, swap: said.other === "" && words.choose_first,
      "put-in": said.line === "" && words.choose_first }[said.act];
    if (missing) this.one(".refused").textContent = missing;
    else this.trigger("act", said);
  }

  /** Streamlit listens for letters: none leaves a field. Escape closes the panel. */
  key(event) {
    if (event.key === "Escape" && this.shown) {
      event.stopPropagation();
      this.close();
    } else if (event.target.closest("input, select")) {
      event.stopPropagation();
    }
  }
}

function selectorOf(node) {
  const names = ["open", "fold", "act", "line"].filter((name) => node.dataset[name] !== undefined);
  const found = names.map((name) => `[data-${name}="${CSS.escape(node.dataset[name])}"]`).join("");
  return found || (node.matches("h2") ? ".panel h2" : "");
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".sheet");
  if (!sheets.has(root)) sheets.set(root, new Sheet(root));
  sheets.get(root).take(data, setStateValue, setTriggerValue);
}
