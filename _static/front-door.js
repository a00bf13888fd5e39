// Lead readers to the first of their languages that the archive has; without scripts, they choose.
const links = new Map(
  [...document.querySelectorAll("a[hreflang]")].map((link) => [link.hreflang, link.href]),
);
const wanted = navigator.languages
  .map((code) => code.split("-")[0])
  .find((code) => links.has(code));
if (wanted) {
  window.location.replace(links.get(wanted));
}
