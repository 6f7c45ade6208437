// How long it has been there to be read: a new screen, lines that a tap brought into sight, the last
// line that was not seen yet. Until then a tap was meant for what was there before.
const A_SECOND = 1000; // milliseconds in which nothing new is answered, by hand or by key
const A_BLINK = 500; // sooner nobody has read a line

class Sight {
  constructor(changed) {
    this.changed = changed;
    this.since = this.until = -Infinity;
  }

  begin() {
    this.since = performance.now();
    this.restFor(A_SECOND);
  }

  end() {
    clearTimeout(this.timer);
  }

  /** Takes from the lines not seen yet those that are on screen as a whole. */
  see(entries, unseen) {
    const before = unseen.size;
    for (const one of entries) if (one.intersectionRatio >= 0.98) unseen.delete(one.target);
    if (before && !unseen.size) this.allSeen();
  }

  /** Every line was seen, the last of them just now. */
  allSeen() {
    this.restFor(A_BLINK);
  }

  restFor(time) {
    this.until = Math.max(this.until, performance.now() + time);
    clearTimeout(this.timer);
    this.timer = setTimeout(this.changed, this.until - performance.now() + 20);
  }

  get isYoung() {
    return performance.now() <= this.until;
  }

  get isUnread() {
    return performance.now() - this.since <= A_BLINK;
  }

  /** On to the first of the lines that were not seen, unless what is there is itself as new. */
  turn(unseen, block) {
    if (this.isUnread) return;
    this.begin();
    const [first] = [...unseen].sort((a, b) => a.offsetTop - b.offsetTop);
    first?.scrollIntoView({ block });
  }
}
