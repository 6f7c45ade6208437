const held = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".paper-entry");
  if (!held.has(root)) held.set(root, new Entry(root));
  held.get(root).take(data, setStateValue);
  return () => {
    held.get(root)?.leave();
    held.delete(root);
    root.replaceChildren();
  };
}
