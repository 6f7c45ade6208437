// A step opens at its top: seen before it is painted, so that nothing flashes at the old place.
const watched = new WeakSet();

function stepsIn(main) {
  const steps = [...main.querySelectorAll("[class*=st-key-step-]")];
  return steps.map((one) => one.className.match(/st-key-(step-[\w-]+)/)?.[1]).filter(Boolean).join();
}

function watch(main) {
  let before;
  new MutationObserver(() => {
    const steps = stepsIn(main);
    const now = steps && `${location.pathname} ${steps}`;
    if (before !== undefined && now && now !== before) main.scrollTop = 0;
    if (now) before = now;
  }).observe(main, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
}

export default function () {
  const main = document.querySelector("[data-testid=stMain]");
  if (main && !watched.has(main)) {
    watched.add(main);
    watch(main);
  }
}
