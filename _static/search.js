// Search the archive: the words come from the address (?q=).
import { NameIndex } from "./search-names.js";
import { rank } from "./search-ranking.js";
import { INDEX, entryOf, load, pageOf, say } from "./search-results.js";

const AT_ONCE = 10; // results; the text of each is one more request

const page = document.querySelector(".search");
const field = page.querySelector("input[name=q]");
const status = page.querySelector(".search-status");
const list = page.querySelector(".results");
const more = page.querySelector(".search-more");

const showNext = async (found) => {
  const shown = list.children.length;
  const next = found.slice(shown, shown + AT_ONCE);
  const entries = await Promise.all(
    next.map(async (one) => entryOf(await pageOf(one), one.places)),
  );
  list.append(...entries);
  more.hidden = list.children.length >= found.length;
  return entries;
};

const search = async (query) => {
  say(status, "busy");
  try {
    const [index, names] = await Promise.all([load(), new NameIndex(`${INDEX}names/`).open()]);
    const found = await rank(query, { ...index, names });
    await showNext(found);
    say(status, found.length ? "found" : "none", found.length);
    page.classList.toggle("search-has-results", found.length > 0);
    more.addEventListener("click", async () => {
      const [first] = await showNext(found);
      first.querySelector("a").focus();
    });
  } catch (error) {
    console.error(error);
    say(status, "broken");
  }
};

// The other languages are asked the same
const keepQuery = () => {
  for (const link of document.querySelectorAll(".languages a")) {
    const address = new URL(link.href);
    address.search = window.location.search;
    link.href = address.href;
  }
};

field.value = new URLSearchParams(window.location.search).get("q")?.trim() ?? "";
if (field.value) {
  document.title = `${field.value} - ${document.title}`;
  keepQuery();
  search(field.value);
}
