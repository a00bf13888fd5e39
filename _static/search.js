// Search the archive with Pagefind: the words come from the address (?q=), the index from the
// folder pagefind/ beside the pages, where it has one part or more. All that readers see stands in
// the page, in their language.
{
  const AT_ONCE = 10; // results; the text of each is one more request
  const PARTING = /\^/g; // what _ext/publishing/search.py puts into words to part them
  // The ONUDC of “l’ONUDC” is looked for, not the article
  const ELISION = /(?<!\p{L})(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’](?=\p{L})/giu;

  const INDEX = new URL("../pagefind/", document.currentScript.src).pathname;

  const page = document.querySelector(".search");
  const field = page.querySelector("input[name=q]");
  const status = page.querySelector(".search-status");
  const list = page.querySelector(".search-results");
  const more = page.querySelector(".search-more");

  const say = (message, count = 0) => {
    const number = new Intl.NumberFormat(document.documentElement.lang).format(count);
    status.textContent = status.dataset[message].replace("%(count)s", number);
  };

  // The excerpt is text with <mark> around the words that were found, and < and > escaped.
  const excerptOf = (result) => {
    const paragraph = document.createElement("p");
    result.excerpt
      .replace(PARTING, "")
      .split(/<\/?mark>/)
      .forEach((part, place) => {
        const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
        const mark = document.createElement("mark");
        mark.textContent = text;
        paragraph.append(place % 2 ? mark : text);
      });
    return paragraph;
  };

  const entryOf = (result) => {
    const link = document.createElement("a");
    link.className = "reference internal";
    link.href = result.url;
    link.textContent = result.meta.title.replace(PARTING, "");
    const entry = document.createElement("li");
    entry.append(link, excerptOf(result));
    return entry;
  };

  const showNext = async (results) => {
    const shown = list.children.length;
    const next = results.slice(shown, shown + AT_ONCE);
    const entries = (await Promise.all(next.map((result) => result.data()))).map(entryOf);
    list.append(...entries);
    more.hidden = list.children.length >= results.length;
    return entries;
  };

  // The first part has the program, which searches the others too.
  const load = async () => {
    const response = await fetch(`${INDEX}parts.json`, { cache: "no-cache" });
    const [first, ...others] = await response.json();
    const pagefind = await import(`${INDEX}${first}/pagefind.js`);
    await Promise.all(others.map((part) => pagefind.mergeIndex(`${INDEX}${part}/`)));
    return pagefind;
  };

  const search = async (query) => {
    say("busy");
    try {
      const pagefind = await load();
      const { results } = await pagefind.search(query.replace(ELISION, ""));
      await showNext(results);
      say(results.length ? "found" : "none", results.length);
      page.classList.toggle("search-has-results", results.length > 0);
      more.addEventListener("click", async () => {
        const [first] = await showNext(results);
        first.querySelector("a").focus();
      });
    } catch (error) {
      console.error(error);
      say("broken");
    }
  };

  field.value = new URLSearchParams(window.location.search).get("q")?.trim() ?? "";
  if (field.value) {
    search(field.value);
  }
}
