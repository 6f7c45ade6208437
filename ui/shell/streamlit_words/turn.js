// Streamlit's own words in the language of the screen: whole texts, names of buttons and fields,
// within Streamlit's own parts only. What a person typed stands elsewhere and is never looked at.
// Components have a root of their own, which is not watched.
const PARTS = [
  "[data-testid=stFileUploader]", "[data-testid=InputInstructions]", "[data-testid=stElementToolbar]",
  "[data-testid=stDataFrameColumnMenu]", "[data-testid=stDataFrameColumnVisibilityMenu]",
  "[data-testid=stStatusWidget]", "[data-testid=stMainMenu]", "[data-testid=stMainMenuPopover]",
  "[data-testid=stConnectionStatus]", "[data-testid=stHeader]", "[data-testid=stTooltipContent]",
  "[data-testid=stSkipToContent]", "[role=dialog]", "[role=menu]", "[role=listbox]",
].join();
const NAMED = "button, input, a, nav, [role]";
const NAMES = ["aria-label", "placeholder", "title"];
const ANY = "§";
const OURS = "[data-testid=stMarkdownContainer], [role=option], [contenteditable]";
const ICON = "[data-testid=stIconMaterial]"; // its text is the name of a picture
const DROP = "[data-testid=stFileUploaderDropzone]"; // its button is drawn as markdown too

const known = { language: "", words: [], whole: new Map(), partly: [], watching: null };

function instead(text) {
  const bare = text.trim();
  if (!bare) return undefined;
  const whole = known.whole.get(bare);
  if (whole !== undefined) return text.replace(bare, () => whole);
  for (const [before, after, said] of known.partly) {
    const longer = bare.length > before.length + after.length;
    if (longer && bare.startsWith(before) && bare.endsWith(after))
      return said.replace(ANY, () => bare.slice(before.length, bare.length - after.length));
  }
  return undefined;
}

function turnText(node) {
  const box = node.parentElement;
  if (!box?.closest(PARTS) || box.closest(ICON) || (box.closest(OURS) && !box.closest(DROP))) return;
  const said = instead(node.data);
  if (said !== undefined && said !== node.data) node.data = said;
}

function turnNames(one) {
  if (!one.matches(NAMED)) return;
  for (const name of NAMES) {
    const now = one.getAttribute(name);
    const said = now ? instead(now) : undefined;
    if (said !== undefined && said !== now) one.setAttribute(name, said);
  }
}

function turnAll(root) {
  if (root.nodeType === Node.TEXT_NODE) turnText(root);
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  turnNames(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const one = walker.currentNode;
    if (one.nodeType === Node.TEXT_NODE) turnText(one);
    else turnNames(one);
  }
}

function hear(changes) {
  for (const change of changes) {
    if (change.type === "attributes") turnNames(change.target);
    else if (change.type === "characterData") turnText(change.target);
    else for (const one of change.addedNodes) turnAll(one);
  }
}

function learn(words) {
  known.whole = new Map(words.filter(([english]) => !english.includes(ANY)));
  known.partly = words
    .filter(([english]) => english.includes(ANY))
    .map(([english, said]) => [...english.split(ANY), said]);
  turnAll(document.body);
}

function watch() {
  known.watching = new MutationObserver(hear);
  known.watching.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES,
  });
}

// The calendar names months as the browser's language does, unless the screen speaks another one.
function speak({ language, direction, original }) {
  Object.assign(document.documentElement, { lang: language, dir: direction });
  delete navigator.language;
  if (language !== original && !navigator.language.startsWith(language.split("-")[0]))
    Object.defineProperty(navigator, "language", { value: language, configurable: true });
  window.dispatchEvent(new Event("languagechange"));
}

export default function ({ data }) {
  if (known.language === data.language) return;
  known.language = data.language;
  known.watching?.disconnect();
  const words = Object.entries(data.words);
  learn(known.words.map(([english, said]) => [said, english]));
  known.words = words;
  learn(words);
  speak(data);
  if (words.length) watch();
}
