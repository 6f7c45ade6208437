// What opens beside a line: at the side, or from below where there is no room.
const AT_THE_SIDE = matchMedia("(min-width: 900px)");

class Panel {
  constructor(root, hands) {
    this.root = root;
    this.hands = hands;
    this.title = node("h2", { tabindex: "-1" });
    this.shut = pressable("close", "", { act: "close" });
    this.head = node("div", { class: "head" }, this.title, this.shut);
    this.hint = node("p", { class: "second" });
    this.body = node("div", { class: "body" });
    root.append(this.hint, this.head, this.body);
  }

  /** What stands open, with what Python knows of it: nothing yet while that is on its way. */
  show(shown, found, words, name) {
    if (shown !== this.shown) {
      this.body.replaceChildren();
      this.body.things = undefined;
    }
    this.shown = shown;
    const title = (found ? found.title : name) || words.panel;
    this.root.classList.toggle("opened", shown !== "");
    this.root.setAttribute("aria-label", title);
    this.hint.textContent = shown ? "" : words.hint;
    this.hint.hidden = shown !== "";
    this.head.hidden = shown === "";
    this.title.textContent = title;
    this.shut.setAttribute("aria-label", words.close);
    if (found) fill(this.body, found.blocks, this.hands);
  }

  opened() {
    this.root.scrollTop = 0;
    this.title.focus({ preventScroll: AT_THE_SIDE.matches });
  }

  holds(focused) {
    return this.root.contains(focused);
  }
}
