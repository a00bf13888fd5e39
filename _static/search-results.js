// The results of Pagefind as readers see them, and how its index is loaded. All words stand in the
// page, in its language.

// What _ext/commands/indexed_words.py puts into a page: words in plain letters, and what parts
// words, before a space where the script has none
const PLAIN = /\^\^[^\s^]*\^\^/g;
const PARTING = /\^/g;
const END_OF_SENTENCE = /[.!?…。](?:[»”’)\]]|\s)*$/u;
const [BEFORE, LENGTH, LETTERS] = [18, 34, 90]; // words of an excerpt; letters without spaces
const MOST_PLACES = 200; // on a page among which the best is looked for

// Where the index of the pages of this language is
export const INDEX = new URL("pagefind/", document.baseURI).pathname;

export const load = async () => {
  const response = await fetch(`${INDEX}parts.json`, { cache: "no-cache" });
  const { parts, plain } = await response.json();
  const [first, ...others] = parts;
  // The first part has the program, which searches the others too
  const pagefind = await import(`${INDEX}${first}/pagefind.js`);
  // Titles are in the index of names, in all languages
  await pagefind.options({ ranking: { metaWeights: { title: 0, line: 0, section: 0, lang: 0 } } });
  await Promise.all(others.map((part) => pagefind.mergeIndex(`${INDEX}${part}/`)));
  return { pagefind, plain };
};

// What Pagefind knows of a page. One that has none of the words in its prose is no result of
// Pagefind, and a search for all pages would load the whole index: its file is read from here.
export const pageOf = async ({ id, part, result }) => {
  if (result) {
    return result.data();
  }
  const { body } = await fetch(`${INDEX}${part}/fragment/${id}.pf_fragment`);
  const text = await new Response(body.pipeThrough(new DecompressionStream("gzip"))).text();
  const page = JSON.parse(text.slice(text.indexOf("{")));
  return { ...page, url: new URL(`.${page.url}`, document.baseURI).pathname };
};

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
};

const asPrinted = (text) => text.replace(PLAIN, "").replace(PARTING, "");

const isBroken = (word) => word.replace(PLAIN, "").endsWith("^");

// Where an excerpt begins: at a sentence, if that is near, of the place with most of the words
const startOf = (words, places) => {
  const seen = (start) =>
    new Set(places.filter(({ at }) => at >= start && at < start + LENGTH).map(({ term }) => term));
  let best = 0;
  for (const { at } of places.slice(0, MOST_PLACES)) {
    best = seen(at).size > seen(best).size ? at : best;
  }
  if (!places.length || seen(0).size >= seen(best).size) {
    return 0;
  }
  for (let start = best; start > Math.max(0, best - BEFORE); start -= 1) {
    if (END_OF_SENTENCE.test(asPrinted(words[start - 1]))) {
      return start;
    }
  }
  return Math.max(0, best - 6);
};

// The excerpt has the words that were found in <mark>
const excerptOf = (words, places) => {
  const start = startOf(words, places);
  const length = words.slice(start, start + LETTERS).every(isBroken) ? LETTERS : LENGTH;
  const marked = new Set(places.map(({ at }) => at));
  const paragraph = element("p", "small", start ? "… " : "");
  words.slice(start, start + length).forEach((word, place) => {
    const text = asPrinted(word);
    paragraph.append(marked.has(start + place) ? element("mark", "", text) : text);
    paragraph.append(isBroken(word) ? "" : " ");
  });
  if (start + length < words.length) {
    paragraph.append("…");
  }
  paragraph.normalize();
  return paragraph;
};

// An abbreviation has no endings: who looks for CETS does not mean *cette*, which Pagefind finds
const isMeant = (word, begins) =>
  asPrinted(word)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((part) => part.startsWith(begins));

// A page that was found; places say which of its words were looked for
export const entryOf = ({ url, content, meta }, places) => {
  const title = asPrinted(meta.title);
  const link = element("a", "", title);
  link.href = url;
  if (meta.lang) {
    link.lang = meta.lang;
  }
  const entry = element("li", "");
  if (meta.section) {
    entry.append(element("p", "eyebrow", asPrinted(meta.section)));
  }
  entry.append(element("p", "title", link));
  if (meta.line) {
    const items = asPrinted(meta.line)
      .split(" · ")
      .map((text) => element("li", "", text));
    entry.append(element("ul", "fact-line", ...items));
  }
  // The title stands behind the prose
  const words = content.split(/\s+/).filter(Boolean);
  const prose = words.slice(0, words.length - title.split(/\s+/).length);
  if (prose.length) {
    entry.append(
      excerptOf(
        prose,
        places.filter(({ at, begins }) => at < prose.length && isMeant(prose[at], begins)),
      ),
    );
  }
  return entry;
};

// A number as the language writes it, in one of the sentences that stand in the page
export const say = (status, message, count = 0) => {
  const number = new Intl.NumberFormat(status.dataset.locale).format(count);
  status.textContent = status.dataset[message].replace("%(count)s", number);
};
