// Take the anchor of an old address along; without one, or without scripts, the page refreshes.
if (window.location.hash) {
  const address = document.currentScript.dataset.address + window.location.hash;
  window.stop(); // or the refresh further down would come after this, without the anchor
  window.location.replace(address);
}
