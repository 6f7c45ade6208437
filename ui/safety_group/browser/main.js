const groups = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".safety");
  if (!groups.has(root)) groups.set(root, new Group(root));
  groups.get(root).take(data, setStateValue);
  return () => {
    groups.get(root)?.leave();
    groups.delete(root);
    root.replaceChildren();
  };
}
