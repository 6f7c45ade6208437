// Whether the pictures move: still at first for whoever asks for less motion, and one button for all.
class Moving {
  constructor(root) {
    this.moves = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.show = themed(root, () => this.moves);
  }

  /** The button, and the place where what it did is said. */
  button(words) {
    const made = button("moving", "", () => {
      this.moves = !this.moves;
      this.show();
      this.label(made, words);
      said.textContent = this.moves ? words.moves : words.stands;
    });
    const said = el("span", "said");
    said.setAttribute("role", "status");
    this.label(made, words);
    return [made, said];
  }

  label(made, words) {
    made.replaceChildren(icon(this.moves ? "pause" : "play"), el("span", "", this.moves ? words.pause : words.play));
  }
}
