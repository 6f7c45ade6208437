// A step back in the browser stays on this screen: the address is put back as soon as it is left.
class Inside {
  constructor() {
    this.address = location.href;
    this.back = () => history.pushState(history.state, "", this.address);
    window.addEventListener("popstate", this.back);
    this.back();
  }

  leave() {
    window.removeEventListener("popstate", this.back);
  }
}
