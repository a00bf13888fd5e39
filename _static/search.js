// Search the archive with Pagefind: the words come from the address (?q=), the index from the
// folder pagefind/ beside the pages, where it has one part or more. All that readers see stands in
// the page, in their language.
{
  const AT_ONCE = 10; // results; the text of each is one more request
  // What _ext/commands/indexed_words.py puts into a page: words in plain letters, and what parts
  // words, with a space where the script has none
  const PLAIN = /\^\^[^\s^]*\^\^/g;
  const BREAK = /\^(<\/mark>)? /g;
  const PARTING = /\^/g;
  // Scripts without spaces between words are looked for letter by letter, in their order
  const UNSPACED =
    /(?:(?=[\p{L}\p{M}])[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}])+/gu;
  const LETTER = /\P{M}\p{M}*/gu;
  const [WORDS, LETTERS] = [30, 90]; // of an excerpt
  // The ONUDC of “l’ONUDC” is looked for, not the article
  const ELISION = /(?<!\p{L})(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’](?=\p{L})/giu;

  const INDEX = new URL("../pagefind/", document.currentScript.src).pathname;

  const page = document.querySelector(".search");
  const field = page.querySelector("input[name=q]");
  const status = page.querySelector(".search-status");
  const list = page.querySelector(".search-results");
  const more = page.querySelector(".search-more");

  const say = (message, count = 0) => {
    const number = new Intl.NumberFormat(page.dataset.locale).format(count);
    status.textContent = status.dataset[message].replace("%(count)s", number);
  };

  const asPrinted = (text) =>
    text.replace(PLAIN, "").replace(BREAK, "$1").replace(PARTING, "");

  // The excerpt is text with <mark> around the words that were found, and < and > escaped.
  const excerptOf = (result) => {
    const paragraph = document.createElement("p");
    asPrinted(result.excerpt)
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
    link.textContent = asPrinted(result.meta.title);
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
  const load = async (query) => {
    const response = await fetch(`${INDEX}parts.json`, { cache: "no-cache" });
    const { parts, plain } = await response.json();
    const [first, ...others] = parts;
    const pagefind = await import(`${INDEX}${first}/pagefind.js`);
    await pagefind.options({ excerptLength: query.match(UNSPACED) ? LETTERS : WORDS });
    await Promise.all(others.map((part) => pagefind.mergeIndex(`${INDEX}${part}/`)));
    return [pagefind, plain];
  };

  // Each of these is to be in a page: a phrase of letters for each run of them, and the words.
  const termsOf = (query) => {
    const runs = query.match(UNSPACED) ?? [];
    const words = query.replace(UNSPACED, " ").trim();
    const phrases = runs.map((run) => `"${run.match(LETTER).join(" ")}"`);
    return runs.length && !/[\p{L}\p{N}]/u.test(words) ? phrases : [words, ...phrases];
  };

  const resultsOf = async (pagefind, query) => {
    const found = await Promise.all(termsOf(query).map((term) => pagefind.search(term)));
    const [first, ...others] = found.map(({ results }) => results);
    return first.filter(({ id }) => others.every((other) => other.some((one) => one.id === id)));
  };

  // Words are in the index as they are printed and in plain letters: oeuvre for œuvre, l for ł.
  const findAll = async (query) => {
    const [pagefind, plain] = await load(query);
    const inPlain = [...query.toLowerCase()].map((char) => plain[char] ?? char).join("");
    const queries = inPlain === query.toLowerCase() ? [query] : [query, inPlain];
    const found = await Promise.all(queries.map((one) => resultsOf(pagefind, one)));
    return [...new Map(found.flat().map((result) => [result.id, result])).values()];
  };

  const search = async (query) => {
    say("busy");
    try {
      const results = await findAll(query.replace(ELISION, ""));
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
