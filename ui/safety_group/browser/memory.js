// What was ticked and is not answered, in this tab: a reload, or a server that died, brings it back.
// It stands here and not among the records, for a question never writes: there it is unanswered,
// and stays so until it is answered. An answer stays here too, until it is seen to be kept.
const TICKED = "safety-ticked";
const NOTHING = { group: "", open: null, ticked: {}, signs: [] };

class Memory {
  constructor(group) {
    this.group = group;
    this.wanted = NOTHING; // a question that stood open in another group than is drawn
  }

  get visit() {
    return this.group.data.visit; // empty while nothing is kept, and of a sample
  }

  /** Called after each change; another visit takes the place of the one before. */
  keep() {
    const { group } = this;
    if (group.opened) this.wanted = NOTHING;
    const here = { group: group.data.group, open: group.opened ?? null };
    const given = [...group.over].filter(([id]) => group.line(id));
    const ticked = Object.fromEntries([...[...group.pending].map((id) => [id, null]), ...given]);
    const signs = [...group.drafts].map(([id, there]) => [id, [...there]]);
    const kept = { visit: this.visit, ...(this.wanted.open ? this.wanted : here), ticked, signs };
    const any = kept.open || signs.length || Object.keys(ticked).length;
    if (any && this.visit) sessionStorage.setItem(TICKED, JSON.stringify(kept));
    else sessionStorage.removeItem(TICKED);
  }

  read() {
    const kept = JSON.parse(sessionStorage.getItem(TICKED) ?? "null");
    return kept && kept.visit === this.visit ? kept : NOTHING;
  }

  /** Lay it over what Python says, which is told of each tick that it does not know. */
  bring() {
    const { group } = this;
    const { ticked, signs, ...open } = this.read();
    for (const [id, given] of Object.entries(ticked)) {
      if (this.isOpen(group.line(id), given)) this.tick(id);
    }
    group.drafts = new Map(signs.map(([id, there]) => [id, new Set(there)]));
    this.reopen(open);
  }

  /** Ticked and not answered, or answered on the way to a server that never had it. */
  isOpen(line, given) {
    if (given) return line && line.answer !== given;
    return !line?.answer || line.answer === "no";
  }

  tick(id) {
    this.group.pending.add(id);
    if (!this.group.data.pending.includes(id)) this.group.out.push({ kind: "tick", id });
  }

  reopen({ group: place, open: id }) {
    const { group } = this;
    const line = group.line(id);
    if (line && group.isOpen(line)) group.open(id);
    else if (!line && id && group.data.mode === "group") this.goTo({ group: place, open: id });
  }

  goTo(there) {
    if (this.wanted.open === there.open) return;
    this.wanted = there;
    this.group.out.push({ kind: "go", group: there.group });
  }
}
