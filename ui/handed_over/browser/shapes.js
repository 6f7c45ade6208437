// The three shapes of a screen: a short list, one question with its signs, one question.
function ending(alone, ...before) {
  const foot = el("div", "go");
  const gap = el("span", "gap");
  alone.end = button("end", "", () => alone.done(alone.shape().rest ?? "no"));
  alone.end.append(el("span"));
  foot.append(alone.back(), ...before, gap, alone.end);
  alone.foot.append(foot, el("p", "hint", alone.words.then));
}

function marked(row, answer, words) {
  row.setAttribute("aria-pressed", String(answer === "yes" || answer === "unsure"));
  row.dataset.answer = answer ?? "";
  row.querySelector(".state").textContent = answer === "unsure" ? words.isUnsure : "";
}

const LIST = {
  name: "list",

  build(alone) {
    const { words } = alone;
    alone.title(words.list, words.tickAll);
    const list = el("div", "rows");
    list.append(...alone.data.screen.rows.map((row) => alone.row(row.id, row.text)));
    alone.body.append(list);
    alone.unsure = button("plain", words.notSureOne, () => {
      alone.unsureNext = !alone.unsureNext;
      alone.refresh();
    });
    ending(alone, alone.unsure);
  },

  tapped(alone, id) {
    const now = alone.said.get(id).answer;
    const wanted = alone.unsureNext ? "unsure" : "yes";
    const isSaid = (now === "yes" || now === "unsure") && !(alone.unsureNext && now === "yes");
    alone.unsureNext = false;
    alone.say(id, isSaid ? null : wanted);
  },

  show(alone, id, row) {
    marked(row, alone.said.get(id).answer, alone.words);
    alone.unsure.setAttribute("aria-pressed", String(alone.unsureNext));
    alone.body.querySelector(".hint").textContent = alone.unsureNext ? alone.words.tapUnsure : alone.words.tickAll;
  },

  ends(alone) {
    const said = [...alone.said.values()].some((one) => one.answer === "yes" || one.answer === "unsure");
    return { label: said ? alone.words.done : alone.words.none[alone.rows.size], ready: true };
  },
};

const SIGNS = {
  name: "signs",

  build(alone) {
    const [asked] = alone.data.screen.rows;
    alone.title(asked.text, alone.words.tickAll);
    const list = el("div", "rows");
    list.append(...asked.signs.map((sign) => alone.row(sign.id, sign.text)));
    alone.body.append(list);
    alone.unsure = button("plain", alone.words.unsure, () => {
      const now = alone.said.get(asked.id).answer;
      alone.say(asked.id, now === "unsure" ? null : "unsure");
    });
    ending(alone, alone.unsure);
  },

  tapped(alone, sign) {
    const [asked] = alone.data.screen.rows;
    const signs = new Set(alone.said.get(asked.id).signs);
    if (!signs.delete(sign)) signs.add(sign);
    alone.say(asked.id, signs.size ? "yes" : null, signs);
  },

  show(alone, id, row) {
    const said = alone.said.get(alone.data.screen.rows[0].id);
    marked(row, said.signs.has(id) ? "yes" : null, alone.words);
    alone.unsure.setAttribute("aria-pressed", String(said.answer === "unsure"));
  },

  ends(alone) {
    const { answer } = alone.said.get(alone.data.screen.rows[0].id);
    const said = answer === "yes" || answer === "unsure";
    return { label: said ? alone.words.done : alone.words.none[alone.rows.size], ready: true };
  },
};

const ONE = {
  name: "one",

  build(alone) {
    const [asked] = alone.data.screen.rows;
    const { words } = alone;
    alone.title(asked.text, alone.data.screen.private ? words.private : "");
    alone.end = null;
    alone.unsure = null;
    const list = el("div", "rows");
    for (const answer of ["yes", "no", "unsure"]) list.append(alone.row(answer, words[answer]));
    alone.body.append(list);
    const foot = el("div", "go");
    foot.append(alone.back(), el("span", "gap"), button("plain", words.blank, () => alone.done(null)));
    alone.foot.append(foot);
  },

  tapped(alone, answer) {
    const [asked] = alone.data.screen.rows;
    if (alone.sight.isYoung || alone.unseen.size) return;
    alone.said.set(asked.id, { answer, signs: new Set() });
    alone.refresh();
    alone.done(answer);
  },

  show(alone, answer, row) {
    const said = alone.said.get(alone.data.screen.rows[0].id).answer;
    row.setAttribute("aria-pressed", String(said === answer));
    row.dataset.answer = said === answer ? "yes" : "";
    row.setAttribute("aria-disabled", String(alone.sight.isYoung));
  },

  ends: () => ({ label: "", ready: true }),
};
