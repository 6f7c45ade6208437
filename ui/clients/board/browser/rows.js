// The rows of the list: the whole row opens the client, the button at its right does the next thing.
function rowOf(one, act) {
  const made = el("li", "row");
  made.dataset.client = one.id;
  const open = button("open", "", () => act({ act: "story", id: one.id }));
  open.append(el("b", "name", one.name), el("span", "second", one.second));
  const state = el("div", "state");
  const chip = el("span", "chip", one.state);
  chip.dataset.tone = one.tone;
  state.append(chip, el("span", "second", one.more));
  const next = button("next", one.next, () => act({ act: one.act, id: one.id }));
  next.setAttribute("aria-label", one.next_for);
  made.append(open, el("span", "hurts", one.hurts), el("span", "last", one.seen), state, next);
  return made;
}

function listOf(section, act) {
  const made = el("section");
  if (section.title) made.append(el("h2", "", section.title));
  const list = el("ul", "card");
  list.append(...section.rows.map((one) => rowOf(one, act)));
  made.append(list);
  return made;
}

function pagesOf(page, words, act) {
  const to = (name, number, possible) => {
    const made = button(`outlined ${name}`, words[name], () => possible && act({ act: "page", number }));
    if (!possible) made.setAttribute("aria-disabled", "true");
    return made;
  };
  return [to("newer", page.number - 1, page.number > 1), el("span", "second", page.says), to("older", page.number + 1, page.more)];
}

export default mounted(Board, ".clients_board");
