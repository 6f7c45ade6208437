// A picture of a home task. Its file is chosen by the theme around it, and by whether pictures move.
function picture(found, look) {
  const made = document.createElement("img");
  made.className = `picture ${look}`;
  made.alt = found.alt;
  made.decoding = "async";
  if (found.address) made.src = found.address;
  else {
    made.dataset.still = found.still;
    made.dataset.moving = found.moving;
  }
  made.addEventListener("error", () => made.remove());
  return made;
}

/** Show each picture in the theme that `root` stands in: what is returned does so, and a change of theme. */
function themed(root, moves = () => false) {
  const choose = () => {
    const scheme = getComputedStyle(root).colorScheme;
    for (const one of root.querySelectorAll("img[data-still]")) {
      const file = (moves() && one.dataset.moving) || one.dataset.still;
      const address = `pictures/${scheme === "dark" ? "dark" : "light"}/${file}`;
      if (one.getAttribute("src") !== address) one.setAttribute("src", address);
    }
  };
  root.addEventListener("transitionrun", (event) => event.target.matches("img[data-still]") && choose());
  return choose;
}
