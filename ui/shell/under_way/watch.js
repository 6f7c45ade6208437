// Whether an answer was on its way when the server died. What is sent stands in this tab's memory
// with the server it went to, until the run that it began has ended; another server that finds it
// there is told. A reload in between changes nothing. From a line that breaks to the first page
// drawn anew nothing can be tapped, and no run ends anything before its server has said who it is.
const KEY = "answer-under-way";
const RERUN = (11 << 3) | 2; // the first byte of a message that begins a run (BackMsg.rerun_script)
const BY_HAND = 3000; // milliseconds from a touch to what it sends; the page also sends by itself
const NEXT_RUN = 500; // milliseconds after a run in which the next one begins, if one waits
const AT_LATEST = 4000; // milliseconds after which a page is free again whose server says nothing
const RUNNING = new Set(["running", "rerunRequested", "stopRequested"]);

const known = {
  server: "",
  run: -1, // the last one whose server said who it is
  isNamed: false, // whether it said so since the line broke last
  isAsked: false, // whether a run was asked for since then
  askForRun: () => {},
  touched: 0,
  sent: 0, // how many answers, so far
  sentAgain: false, // while another answer was on its way, or a run was on
  running: false,
  ended: 0, // when the last run did
  online: true,
  held: false,
  timers: [], // of the line that is back
};

function state(name) {
  return document.querySelector("[data-testid=stApp]")?.getAttribute(`data-test-${name}-state`);
}

function isOnline() {
  return state("connection") === "CONNECTED";
}

function noteSent() {
  known.isAsked = true;
  const isOfThePage = !known.isNamed && known.held; // its own, on a line that is back
  if (!known.server || isOfThePage || Date.now() - known.touched > BY_HAND) return;
  const isAnother = Boolean(sessionStorage.getItem(KEY));
  known.sent += 1;
  known.sentAgain = isAnother || known.running;
  if (!isAnother) sessionStorage.setItem(KEY, known.server);
}

// A session that begins anew would take a tap on the old page for what it always was, and drop it.
function hold(whether) {
  const main = document.querySelector("[data-testid=stMain]");
  if (main) main.inert = whether;
  known.held = whether;
}

function letGo() {
  if (known.held && isOnline()) hold(known.running);
  if (known.held) known.timers.push(setTimeout(letGo, AT_LATEST));
}

// Streamlit asks for a page itself, but not each time that a line is back.
function askForPage() {
  if (!known.isAsked && isOnline()) known.askForRun();
}

function noteLine() {
  const online = isOnline();
  if (!online) {
    hold(true);
    known.isNamed = known.isAsked = false;
    known.timers.splice(0).forEach(clearTimeout);
  } else if (known.held && !known.online) {
    known.timers = [setTimeout(askForPage, NEXT_RUN), setTimeout(letGo, AT_LATEST)];
  }
  known.online = online;
}

function noteState(changes) {
  noteLine();
  const wasRunning = known.running || changes.some((one) => RUNNING.has(one.oldValue));
  known.running = RUNNING.has(state("script"));
  if (!wasRunning || known.running || !isOnline()) return;
  known.ended = performance.now();
  noteDrawn();
  if (known.sentAgain) setTimeout(noteEndOf, NEXT_RUN, known.sent); // its own run follows, if it needs one
  else noteEnd();
  known.sentAgain = false;
}

function noteDrawn() {
  if (known.held && known.isNamed && !known.running && !lostAt()) hold(false);
}

/** The server that ended before it answered, where this one has not been told of it; else empty. */
function lostAt() {
  const to = sessionStorage.getItem(KEY);
  return to && to !== known.server ? to : "";
}

function noteEnd() {
  const answered = known.isNamed && !known.running && isOnline();
  if (answered && sessionStorage.getItem(KEY) === known.server) sessionStorage.removeItem(KEY);
}

function noteEndOf(sent) {
  if (sent === known.sent) noteEnd();
}

function noteTouch(event) {
  if (!event.isTrusted) return;
  known.touched = Date.now();
  const isLost = !isOnline() && event.type === "change";
  if (isLost && known.server) sessionStorage.setItem(KEY, known.server);
}

function watch() {
  known.running = RUNNING.has(state("script"));
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    const first = data instanceof Uint8Array ? data[0] : undefined;
    if (first === RERUN && this.url.includes("/_stcore/stream")) noteSent();
    return send.call(this, data);
  };
  for (const kind of ["pointerup", "keydown", "change", "focusout"])
    document.addEventListener(kind, noteTouch, { capture: true, passive: true });
  const app = document.querySelector("[data-testid=stApp]");
  new MutationObserver(noteState).observe(app, {
    attributes: true,
    attributeOldValue: true,
    attributeFilter: ["data-test-script-state", "data-test-connection-state"],
  });
}

function noteServer({ server, run }) {
  const isAgain = server === known.server && run === known.run; // drawn by the browser alone
  if (isAgain || !isOnline()) return;
  const isBack = !known.isNamed;
  Object.assign(known, { server, run, isNamed: true });
  if (!isBack) return;
  noteDrawn();
  noteEnd();
}

// Every message carries what all the fields show. Until each is drawn anew that is the answer that
// was lost, which would be taken for a tap and kept.
function tellOnceDrawn(tell) {
  setTimeout(() => {
    const rests = performance.now() - known.ended >= NEXT_RUN;
    if (known.running || !rests || !known.isNamed) tellOnceDrawn(tell);
    else tellOnce(tell);
  }, NEXT_RUN);
}

function tellOnce(tell) {
  const of = lostAt();
  if (!of) return;
  sessionStorage.removeItem(KEY);
  noteDrawn();
  tell({ of, told: known.server });
}

export default function ({ data, setStateValue, setTriggerValue }) {
  if (!window.watchesWhatIsUnderWay) {
    window.watchesWhatIsUnderWay = true;
    watch();
  }
  known.askForRun = () => setTriggerValue("back", true);
  noteServer(data);
  if (lostAt()) tellOnceDrawn((lost) => setStateValue("lost", lost));
}
