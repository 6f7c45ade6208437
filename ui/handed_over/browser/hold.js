// The therapist's own gesture: a button held for two seconds, by hand or by key.
const HELD = 2000; // milliseconds

class Hold {
  constructor(words, held) {
    this.words = words;
    this.held = held;
    this.root = el("button", "hold");
    this.root.type = "button";
    this.label = el("span", "", words.hold);
    this.root.append(icon("lock"), this.label);
    const begins = (event) => this.begin(event);
    const ends = () => this.cancel();
    this.root.addEventListener("pointerdown", begins);
    for (const name of ["pointerup", "pointerleave", "pointercancel", "blur"]) {
      this.root.addEventListener(name, ends);
    }
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.root.addEventListener("keyup", ends);
    this.root.addEventListener("contextmenu", (event) => event.preventDefault());
  }

  key(event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (!event.repeat) this.begin(event);
  }

  begin() {
    this.cancel();
    this.root.classList.add("holding");
    this.label.textContent = this.words.holding;
    this.timer = setTimeout(() => this.held(), HELD);
  }

  cancel() {
    clearTimeout(this.timer);
    this.root.classList.remove("holding");
    this.label.textContent = this.words.hold;
  }
}
