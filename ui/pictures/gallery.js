// Home tasks with their pictures. Every word goes in as text, never as markup.
const galleries = new WeakMap();

function words(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}

function entry(task) {
  const made = document.createElement("li");
  const said = document.createElement("div");
  said.append(words("b", "", task.name), words("p", "", task.steps));
  if (task.rests) said.append(words("p", "rests", task.rests));
  said.append(...task.sources.map((one) => words("p", "source", one)));
  made.append(...(task.picture ? [picture(task.picture, "beside")] : []), said);
  return made;
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".gallery");
  if (!galleries.has(root)) galleries.set(root, themed(root));
  root.replaceChildren(...data.tasks.map(entry));
  galleries.get(root)();
}
