// One session, in the browser: each tap shows at once, and Python keeps it.
class SessionLog {
  constructor(root) {
    this.root = root;
    this.out = new Outbox(() => {});
    root.addEventListener("keydown", (event) => this.key(event));
  }

  leave() {
    this.wrote?.();
    this.out.end();
  }

  take(data, set) {
    const isNew = this.visit !== data.visit;
    this.data = data;
    this.visit = data.visit;
    this.out.take(data, set);
    if (isNew || !this.out.waits) this.state = structuredClone(data.state);
    if (isNew) this.build();
    this.draw();
  }

  heading(number, text) {
    const made = el("h2");
    made.append(el("span", "number", number), el("span", "", text));
    return made;
  }

  build() {
    const { words } = this.data;
    this.since = choice(words.afterwards, words.since, (value) => this.put("after_last_time", value));
    this.lasted = this.number(words.lasted, "lasted_days", 90);
    this.news = choice(words.newsAnswers, words.news, (value) => this.put("news", value));
    this.ask = el("p", "ask", words.askFirst);
    this.ask.setAttribute("role", "status");
    this.home = this.number(words.home, "home_days", 7);
    this.lines = new Lines(this);
    this.minutes = this.number(words.minutes, "minutes", 240);
    this.signs = new Signs(this);
    this.consent = choice(words.consentAnswers, words.consent, (value) => this.put("consent", value));
    this.agreed = el("span", "hint");
    this.words = this.text(words.line, "words");
    this.found = this.text(words.found, "found");
    this.limits = el("p", "limits");
    const left = el("div", "column");
    const doneTitle = this.heading("2", words.done);
    left.append(this.heading("1", words.since), this.since, this.lasted.root, el("h3", "", words.news), this.news, this.ask, doneTitle, this.limits, this.lines.root, this.minutes.root);
    const right = el("div", "column");
    right.append(this.signs.root, this.card(words), this.home.root);
    this.root.replaceChildren(left, right);
  }

  card(words) {
    const card = el("div", "card");
    const head = el("div", "card-head");
    const told = el("div");
    told.append(el("b", "", words.consent), this.agreed);
    head.append(told, this.consent);
    card.append(head, this.words.root, this.found.root);
    return card;
  }

  number(label, part, most) {
    const root = el("label", "number-of", label);
    const field = el("input");
    field.type = "number";
    field.min = part === "minutes" ? 1 : 0;
    field.max = most;
    field.inputMode = "numeric";
    field.addEventListener("change", () => this.typed(field, part));
    root.append(field);
    return { root, field };
  }

  /** An emptied number is empty; one that cannot be stays as it was. */
  typed(field, part) {
    if (!field.checkValidity()) return field.reportValidity();
    return this.put(part, field.value === "" ? null : Math.round(Number(field.value)));
  }

  text(label, part) {
    const root = el("label", "text-of", label);
    const field = el("textarea");
    field.rows = 2;
    field.maxLength = 500;
    const wrote = () => {
      clearTimeout(field.typing);
      if (field.value.trim() !== (this.state.said[part] ?? "")) this.put(part, field.value.trim() || null);
    };
    field.addEventListener("input", () => {
      clearTimeout(field.typing);
      field.typing = setTimeout(wrote, 800);
    });
    field.addEventListener("change", wrote);
    root.append(field);
    return { root, field };
  }

  /** Shown at once; what follows from it comes from Python. */
  act(act) {
    this[act.kind]?.(act);
    this.out.push(act);
    this.draw();
  }

  put(part, value) {
    if (typeof part === "object") return;
    this.state.said[part] = value;
    this.out.push({ kind: "put", part, value });
    this.draw();
  }

  rate({ when, value }) { this.state.sign[when] = value; }

  line({ id, on }) {
    const line = this.state.lines.find((one) => one.id === id);
    if (line) line.on = on;
  }

  firm({ id, pressure }) { this.state.lines.find((one) => one.id === id).pressure = pressure; }

  where({ id, region, on }) {
    const place = this.state.lines.find((one) => one.id === id).where.find((one) => one.id === region);
    if (place) place.on = on;
  }

  nothing() { for (const line of this.state.lines) line.on = false; }

  draw() {
    const { said, limits, agreed } = this.state;
    this.since.show(said.after_last_time);
    this.lasted.root.hidden = !["sore for up to 48 hours", "worse for more than 48 hours"].includes(said.after_last_time);
    this.news.show(said.news);
    this.ask.hidden = !said.news || said.news === "no";
    this.consent.show(said.consent);
    this.agreed.textContent = agreed;
    this.agreed.classList.toggle("must-ask", this.state.mustAsk);
    this.limits.textContent = limits;
    this.limits.hidden = !limits;
    this.lines.draw();
    this.signs.draw();
    for (const [made, part] of [[this.lasted, "lasted_days"], [this.home, "home_days"], [this.minutes, "minutes"], [this.words, "words"], [this.found, "found"]]) {
      if (made.field.getRootNode().activeElement !== made.field) made.field.value = said[part] ?? "";
    }
  }

  /** Streamlit listens for letters (r runs the page again) and figures: none leaves a field. */
  key(event) {
    const chord = event.ctrlKey || event.metaKey || event.altKey;
    if (!chord && event.key.length === 1) event.stopPropagation();
  }
}

export default mounted(SessionLog, ".session_log");
