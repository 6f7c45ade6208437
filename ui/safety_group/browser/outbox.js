// What was tapped, until Python says that it has it: the line may drop, the server may start anew.
const RETRY = 1500; // milliseconds

class Outbox {
  constructor(changed) {
    this.changed = changed;
    this.turn = 0;
    this.known = 0;
    this.acts = [];
    this.tries = 0;
  }

  /** What Python knows; acts of another visit are dropped, those a new session lacks go again. */
  take(data, set) {
    this.set = set;
    if (this.visit !== data.visit) this.acts = [];
    const anew = this.session !== undefined && this.session !== data.session;
    this.visit = data.visit;
    this.session = data.session;
    this.known = data.turn;
    this.turn = Math.max(this.turn, data.turn);
    this.acts = this.acts.filter((act) => anew || act.turn > data.turn);
    if (!this.acts.length) clearTimeout(this.retry);
    else if (anew) this.send();
  }

  get waits() {
    return this.acts.length > 0;
  }

  push(act) {
    this.turn += 1;
    this.acts.push({ turn: this.turn, ...act });
    this.tries = 0;
    this.send();
  }

  send() {
    clearTimeout(this.retry);
    this.tries += 1;
    this.set("said", { session: this.session, tries: this.tries, acts: this.acts });
    this.retry = setTimeout(() => {
      if (this.waits) this.send();
      this.changed();
    }, RETRY);
  }

  end() {
    clearTimeout(this.retry);
  }
}
