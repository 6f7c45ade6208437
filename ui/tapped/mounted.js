// What stands in a component: made once for its root, told of every new state, and left with it.
function mounted(Kind, selector) {
  const made = new WeakMap();
  return ({ data, parentElement, setStateValue }) => {
    const root = parentElement.querySelector(selector);
    if (!made.has(root)) made.set(root, new Kind(root));
    made.get(root).take(data, setStateValue);
    return () => {
      made.get(root)?.leave();
      made.delete(root);
      root.replaceChildren();
    };
  };
}
