// The comparable sign, what brings the pain on and eases it, and how easily it is stirred up.
class Sign {
  constructor(owner, more) {
    const { words } = owner.data;
    this.owner = owner;
    this.chip = el("b", "chip", words.sign);
    this.chip.prepend(icon("star"));
    this.text = el("p");
    this.after = new Stepper(words, words.after, (value) => owner.act({ kind: "after", value }));
    this.again = el("div", "again");
    this.again.append(el("span", "", words.after), this.after.root);
    this.more = button("outlined", words.add, more);
    this.more.prepend(icon("plus"));
    this.root = el("div", "sign");
    this.root.append(this.chip, this.text, this.more, this.again);
  }

  draw() {
    const { sign } = this.owner.state;
    const { words } = this.owner.data;
    this.root.classList.toggle("none", !sign);
    this.again.hidden = !sign;
    this.text.textContent = sign
      ? filled(sign.before === null ? words.unratedSign : words.ratedSign, { name: sign.name, before: sign.before })
      : words.noSign;
    if (sign) this.after.show(sign.after);
  }
}

class Chips {
  constructor(owner, title, kind) {
    this.owner = owner;
    this.kind = kind;
    this.root = el("section");
    this.root.append(el("h3", "", title));
    this.list = el("div", "chips");
    this.more = button("pill more", "", () => this.whole());
    this.more.append(icon("plus"));
    this.more.setAttribute("aria-label", `${owner.data.words.more_of}: ${title}`);
    this.root.append(this.list);
  }

  whole() {
    this.all = true;
    this.draw(this.owner.state[this.kind]);
    this.list.querySelector(".late")?.focus();
  }

  draw(found) {
    if (!this.list.children.length) {
      this.list.append(...found.map((one) => this.pill(one)), this.more);
    }
    found.forEach((one, at) => {
      const pill = this.list.children[at];
      pill.setAttribute("aria-pressed", String(one.on));
      pill.hidden = !(this.all || one.first || one.on);
    });
    this.more.hidden = Boolean(this.all);
  }

  pill(one) {
    const made = button(one.first ? "pill" : "pill late", one.name, () => {
      const on = made.getAttribute("aria-pressed") !== "true";
      this.owner.act({ kind: this.kind, id: one.id, on });
    });
    return made;
  }
}

class Stirring {
  constructor(owner) {
    const { words } = owner.data;
    this.owner = owner;
    this.root = el("div", "stirring");
    this.root.append(el("h3", "", words.stirring));
    this.rows = words.stirs.map(({ id, name, options }) => {
      const row = el("div", "line");
      const answer = oneOf(options, name, (value) => owner.act({ kind: "stir", part: id, value }));
      row.append(el("span", "", name), answer);
      this.root.append(row);
      return [id, answer];
    });
    this.says = el("p", "level");
    this.chip = el("b", "chip");
    this.so = el("span");
    this.says.append(this.chip, this.so);
    this.says.setAttribute("aria-live", "polite");
    this.root.append(this.says);
  }

  draw() {
    const { stirred, level } = this.owner.state;
    for (const [id, answer] of this.rows) answer.show(stirred[id]);
    this.says.dataset.level = level?.id ?? "";
    this.chip.textContent = level?.name ?? "";
    this.chip.hidden = !level;
    this.so.textContent = level ? level.so : this.owner.data.words.notDecided;
  }
}
