// A task of the therapist's own: what it is called, how it is done, how much of it, and a picture from a file.
const SIDE = 720; // pixels of the longer side; what is larger is made smaller, and loses what a camera wrote into it

class Own {
  constructor(spec, hands) {
    this.hands = hands;
    this.values = {};
    this.local = Object.assign(Object.create(hands), { waits: () => true, pending: new Set(), set: (_, said) => Object.assign(this.values, said) });
    this.name = node("input", { type: "text", maxlength: 80 });
    this.words = node("textarea", { rows: 3, maxlength: spec.most });
    this.file = node("input", { type: "file", accept: "image/png,image/jpeg,image/webp", class: "unseen" });
    this.picked = node("span", { class: "second" });
    this.numbers = node("div", { class: "numbers" });
    const { words } = hands;
    const label = (text, field) => node("label", {}, node("span", { class: "second" }, text), field);
    const keep = pressable("filled", spec.line ? words.keep : words.put_in);
    const choose = pressable("outlined", words.own_picture);
    choose.addEventListener("click", () => this.file.click());
    keep.addEventListener("click", () => this.keep());
    this.file.setAttribute("aria-label", words.own_picture);
    this.file.addEventListener("change", () => this.pick());
    this.node = node("div", { class: "form own-task" }, label(words.own_name, this.name), label(words.own_words, this.words),
      this.numbers, node("div", { class: "side" }, choose, this.file), this.picked, keep);
    this.name.value = spec.name;
    this.words.value = spec.words;
  }

  update(spec) {
    this.spec = spec;
    keyed(this.numbers, spec.numbers, (one) => one.sets, (one) => new Labelled(one, this.local));
  }

  async pick() {
    const [file] = this.file.files;
    this.picture = file ? await smaller(file).catch(() => undefined) : undefined;
    this.picked.textContent = this.picture ? file.name : file ? this.hands.words.no_picture : "";
  }

  keep() {
    for (const one of [...this.local.pending]) one.flush();
    const name = this.name.value.trim();
    if (!name) {
      this.hands.told(this.hands.words.name_first);
      return this.name.focus();
    }
    const numbers = Object.fromEntries(this.spec.numbers.filter(({ now }) => now !== null).map(({ sets, now }) => [sets, now]));
    const said = { line: this.spec.line, name, words: this.words.value.trim(), numbers: { ...numbers, ...this.values } };
    this.hands.act("own", this.picture ? { ...said, picture: this.picture } : said);
  }
}

/** The pixels of a picture as PNG, in letters; a file that is none is refused. */
async function smaller(file) {
  const found = await createImageBitmap(file);
  const share = Math.min(1, SIDE / Math.max(found.width, found.height));
  const canvas = node("canvas", { width: Math.max(1, Math.round(found.width * share)), height: Math.max(1, Math.round(found.height * share)) });
  canvas.getContext("2d").drawImage(found, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png").split(",")[1];
}
