// Whether an answer was on its way when the server died. What is sent stands in this tab's memory
// with the server it went to, until the run that it began has ended; another server that finds it
// there is told. A reload in between changes nothing. From a line that breaks to the first page
// drawn anew nothing can be tapped.
const KEY = "answer-under-way";
const RERUN = (11 << 3) | 2; // the first byte of a message that begins a run (BackMsg.rerun_script)
const BY_HAND = 3000; // milliseconds from a touch to what it sends; the page also sends by itself
const NEXT_RUN = 500; // milliseconds after a run in which the next one begins, if one waits
const AT_LATEST = 4000; // milliseconds after which a page is free again that no run has drawn
const RUNNING = new Set(["running", "rerunRequested", "stopRequested"]);

const known = { server: "", touched: 0, sentInRun: false, running: false, online: true, held: false };

function state(name) {
  return document.querySelector("[data-testid=stApp]")?.getAttribute(`data-test-${name}-state`);
}

function noteSent() {
  if (!known.server || Date.now() - known.touched > BY_HAND) return;
  if (sessionStorage.getItem(KEY)) known.sentInRun = known.running;
  else sessionStorage.setItem(KEY, known.server);
}

// A session that begins anew would take a tap on the old page for what it always was, and drop it.
function hold(whether) {
  const main = document.querySelector("[data-testid=stMain]");
  if (main) main.inert = whether;
  known.held = whether;
}

function noteLine() {
  const online = state("connection") === "CONNECTED";
  if (!online) hold(true);
  else if (known.held && !known.online) setTimeout(letGo, AT_LATEST);
  known.online = online;
}

function letGo() {
  if (known.held && state("connection") === "CONNECTED") hold(known.running);
  if (known.held) setTimeout(letGo, AT_LATEST);
}

function noteState() {
  noteLine();
  const running = RUNNING.has(state("script"));
  const ended = known.running && !running && state("connection") === "CONNECTED";
  known.running = running;
  if (!ended) return;
  if (known.held) hold(false);
  if (known.sentInRun) setTimeout(noteEnd, NEXT_RUN); // its own run follows, if it needs one
  else noteEnd();
  known.sentInRun = false;
}

function noteEnd() {
  const answered = !known.running && state("connection") === "CONNECTED";
  if (answered && sessionStorage.getItem(KEY) === known.server) sessionStorage.removeItem(KEY);
}

function noteTouch(event) {
  if (!event.isTrusted) return;
  known.touched = Date.now();
  const offline = state("connection") !== "CONNECTED";
  if (offline && event.type === "change" && known.server) sessionStorage.setItem(KEY, known.server);
}

function watch() {
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
    attributeFilter: ["data-test-script-state", "data-test-connection-state"],
  });
}

// Every message carries what all the fields show. Before the page is drawn anew that is the answer
// that was lost, which would be taken for a tap and kept.
function tellOnceDrawn(tell) {
  if (RUNNING.has(state("script")) || state("connection") !== "CONNECTED")
    setTimeout(tellOnceDrawn, NEXT_RUN, tell);
  else tell();
}

export default function ({ data, setStateValue }) {
  if (!window.watchesWhatIsUnderWay) {
    window.watchesWhatIsUnderWay = true;
    watch();
  }
  known.server = data.server;
  const to = sessionStorage.getItem(KEY);
  if (!to || to === data.server) return;
  sessionStorage.removeItem(KEY);
  known.sentInRun = false;
  tellOnceDrawn(() => setStateValue("lost", { of: to, told: data.server }));
}
