// The comparable sign before and after: two rows of 0 to 10, and what changed between them.
const SCORES = Array.from({ length: 11 }, (_, at) => ({ id: String(at), name: String(at) }));

class Signs {
  constructor(owner) {
    const { words } = owner.data;
    this.owner = owner;
    this.title = owner.heading("3", "");
    this.rows = {};
    this.root = el("div");
    this.root.append(this.title);
    this.body = el("div");
    for (const when of ["before", "after"]) {
      const row = choice(SCORES, words[when], (value) => owner.act({ kind: "rate", when, value: value === null ? null : Number(value) }));
      row.classList.add("scores");
      this.rows[when] = row;
      this.body.append(el("h3", "", words[when]), row);
    }
    this.change = el("span", "chip");
    this.earlier = el("span", "hint");
    const told = el("div", "told-of-sign");
    told.append(this.change, this.earlier);
    this.body.append(told);
    this.none = el("p", "hint", words.noSign);
    this.root.append(this.body, this.none);
  }

  draw() {
    const { state: { sign, earlier }, data: { words } } = this.owner;
    this.body.hidden = !sign;
    this.none.hidden = Boolean(sign);
    this.title.lastChild.textContent = sign ? filled(words.sign, { name: sign.name }) : filled(words.sign, { name: "–" });
    if (!sign) return;
    this.rows.before.show(sign.before);
    this.rows.after.show(sign.after);
    this.earlier.textContent = earlier;
    const both = sign.before !== null && sign.after !== null;
    this.change.hidden = !both;
    if (both) this.told(sign.after - sign.before, words);
  }

  told(by, words) {
    this.change.dataset.way = by < 0 ? "lower" : by > 0 ? "higher" : "same";
    this.change.textContent = filled(words[this.change.dataset.way], { points: Math.abs(by) });
  }
}
