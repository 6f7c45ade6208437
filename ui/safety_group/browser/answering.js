// What a tap does: a tick opens its question, an answer is kept, a seen group ends.
Object.assign(Group.prototype, {
  act(act) {
    this.out.push(act);
    this.refresh();
  },

  answerOf(asked) {
    if (this.drafts.has(asked.id)) return null; // other signs: the yes is to be tapped anew
    return this.over.get(asked.id) ?? asked.answer;
  },

  signs(asked) {
    return this.drafts.get(asked.id) ?? new Set(asked.ticked);
  },

  sign(asked, id) {
    const there = new Set(this.signs(asked));
    if (!there.delete(id)) there.add(id);
    this.drafts.set(asked.id, there);
    this.refresh();
  },

  answer(asked, value) {
    const signs = value === "no" ? [] : [...this.signs(asked)];
    this.drafts.delete(asked.id);
    this.pending.delete(asked.id);
    this.over.set(asked.id, value);
    this.just = true;
    this.act({ kind: "answer", id: asked.id, answer: value, signs });
  },

  ticked(id) {
    if (this.built && this.sight.isUnread) return null;
    if (this.opened === id) return this.close();
    const line = this.line(id);
    const answer = this.answerOf(line);
    if (answer !== "yes" && answer !== "unsure" && !this.pending.has(id)) {
      this.pending.add(id);
      this.out.push({ kind: "tick", id });
    }
    return this.open(id);
  },

  open(id) {
    this.close(false);
    const li = this.items.get(id);
    this.opened = id;
    this.just = false;
    li.append(this.card.root);
    this.watch.rest();
    this.refresh();
    this.card.root.scrollIntoView({ block: "nearest" });
  },

  /** Closed is not answered: the tick stays, and the group cannot end. */
  close(giveBack = true) {
    const li = this.items.get(this.opened);
    this.card.root.remove();
    this.opened = null;
    if (!li) return;
    for (const one of [this.lists, this.more]) one.style.minHeight = "";
    if (giveBack) li.querySelector(".tick").focus({ preventScroll: true });
    this.watch.again();
    this.refresh();
  },

  isOpen(line) {
    if (this.pending.has(line.id) || this.drafts.has(line.id)) return true;
    const after = line.after.some((one) => this.answerOf(one) === null || this.drafts.has(one.id));
    return after && this.answerOf(line) !== "no";
  },

  /** A card closes by itself after the answer that left nothing open in it. */
  settle() {
    const line = this.line(this.opened);
    if (!line || !this.just || this.out.waits) return;
    const yes = this.answerOf(line) === "yes" || this.answerOf(line) === "unsure";
    const more = yes && (line.place || line.clears);
    if (!this.isOpen(line) && !more) this.close();
    else this.bring();
  },

  /** What an answer opened in the card is brought into sight. */
  bring() {
    this.card.draw(this.line(this.opened));
    this.layCard();
    const next = [...this.card.root.querySelectorAll(".after")].pop();
    next?.scrollIntoView({ block: "nearest" });
    this.just = false;
  },

  toSay() {
    return this.lines().filter((line) => this.answerOf(line) === null && !this.isOpen(line));
  },

  counted() {
    const lines = this.lines();
    return {
      left: this.toSay().length,
      said: this.toSay().filter((line) => line.clientNo).length,
      total: lines.length,
      open: lines.filter((line) => this.isOpen(line)).length,
      unseen: this.unseen.size,
      waits: this.out.waits,
    };
  },

  showOpen() {
    const line = this.lines().find((one) => this.isOpen(one));
    if (this.opened !== line.id) this.open(line.id);
    this.card.root.scrollIntoView({ block: "center" });
  },

  showUnseen() {
    this.close(false);
    this.sight.turn(this.unseen, "start");
  },

  end() {
    const ids = this.toSay().map((line) => line.id);
    const { group } = this.data;
    this.act(ids.length ? { kind: "none", group, ids } : { kind: "next", group });
  },

  refresh() {
    if (!this.data) return;
    for (const line of this.lines()) this.show(line);
    this.again.refresh();
    const line = this.line(this.opened);
    if (line) {
      this.card.draw(line);
      this.layCard();
    }
    this.root.classList.toggle("opened", Boolean(line));
    this.none.draw();
    this.memory.keep();
  },

  show(line) {
    const li = this.items.get(line.id);
    const tick = li?.querySelector(".tick");
    if (!tick) return;
    const answer = this.answerOf(line);
    const yes = answer === "yes" || answer === "unsure" || this.pending.has(line.id);
    tick.setAttribute("aria-pressed", String(yes));
    tick.setAttribute("aria-expanded", String(this.opened === line.id));
    tick.classList.toggle("waits", this.isOpen(line));
    li.querySelector(".label").replaceChildren(...this.labelOf(line));
    const said = this.isOpen(line) ? this.data.words.notSaid : this.data.words.said[answer];
    const before = line.clientNo && answer === null ? this.data.words.saidNo : "";
    li.querySelector(".said").textContent = yes ? said : before;
    li.querySelector(".said").classList.toggle("before", !yes);
  },

  *labelOf(line) {
    if (!this.data.full) {
      yield line.label;
      return;
    }
    yield line.question;
    const signs = line.signs.map((sign) => sign.label).join(" · ");
    if (signs) yield el("span", "sign-list", signs);
  },
});
