// By what names, places, times and facts pages are found, in every language: the index that
// _ext/commands/name_index.py makes, in files of which a query loads one or two for each word.

const [NAMES, PLACES, FACTS] = [0, 1, 2];
const WORTH = { [NAMES]: 1, [PLACES]: 1.2, [FACTS]: 0.35 }; // of a word in each field
const LEAST_KNOWN = 0.6; // below it a word is looked for as one with a slip
const SLIP = 0.8; // it is meant: nobody has the word as it was typed
const OF_A_LANGUAGE = 2; // words without meaning by which a query seems to be in it
const SHORTEST_WITH_SLIP = 4;
const LONGEST_ENDING = 3; // of a word that is inflected

// What a word of the index is worth that is not the one that was typed: the same word with another
// ending, in whatever language, or one that begins with it. Numbers are what they are.
export const likeness = (typed, word) => {
  if (typed === word) {
    return 1;
  }
  if (typed.length < 3 || /^\p{N}/u.test(typed)) {
    return 0;
  }
  let common = 0;
  while (common < typed.length && typed[common] === word[common]) {
    common += 1;
  }
  const [left, more] = [typed.length - common, word.length - common];
  if (common >= 4 && left <= LONGEST_ENDING && more <= LONGEST_ENDING && common >= 2 * left) {
    return 0.95 - 0.05 * (left + more);
  }
  return left ? 0 : 0.3 + (0.4 * typed.length) / word.length;
};

// Whether one letter too many, too few, another one or two that changed places part the words.
export const isOneSlip = (typed, word) => {
  let start = 0;
  while (start < typed.length && typed[start] === word[start]) {
    start += 1;
  }
  const [a, b] = [typed.slice(start), word.slice(start)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
};

export class NameIndex {
  constructor(folder) {
    this.folder = folder;
    this.files = new Map();
  }

  async open() {
    this.known = await (await this.get("index.json", { cache: "no-cache" })).json();
    this.stop = new Set(this.known.stop);
    this.abbreviations = new Set(this.known.abbreviations);
    this.foreign = this.known.foreign.map((words) => new Set(words));
    return this;
  }

  // Words without meaning: of the reader's language, and of others in which a query seems to be
  meaningless(words) {
    const isIn = (list) => words.filter((word) => list.has(word)).length >= OF_A_LANGUAGE;
    return new Set([this.stop, ...this.foreign.filter(isIn)].flatMap((list) => [...list]));
  }

  isForeign(word) {
    return this.foreign.some((list) => list.has(word));
  }

  async get(name, options) {
    const response = await fetch(`${this.folder}${name}`, options);
    if (!response.ok) {
      throw new Error(`${name}: ${response.status}`);
    }
    return response;
  }

  shard(number) {
    if (!this.files.has(number)) {
      this.files.set(
        number,
        this.get(`${number}.json`).then((response) => response.json()),
      );
    }
    return this.files.get(number);
  }

  // The words that begin with some letters, with their pages
  async beginning(start) {
    const { first } = this.known;
    const numbers = first
      .map((_word, number) => number)
      .filter(
        (number) =>
          (number + 1 === first.length || first[number + 1] >= start) &&
          (first[number] <= start || first[number].startsWith(start)),
      );
    const shards = await Promise.all(numbers.map((number) => this.shard(number)));
    return shards.flatMap(({ pages, words }) =>
      Object.entries(words)
        .filter(([word]) => word.startsWith(start))
        .map(([word, of]) => ({ word, of, pages })),
    );
  }

  // The words of the index that one typed word may mean, with how far they do
  async meant(typed) {
    const isWhole = typed.length < 3 || /^\p{N}/u.test(typed);
    const start = isWhole ? typed : typed.slice(0, Math.max(3, typed.length - LONGEST_ENDING));
    const near = (await this.beginning(start)).map((found) => ({
      ...found,
      like: likeness(typed, found.word),
    }));
    return near.filter(({ like }) => like > 0);
  }

  // The same word in Latin letters, as names of other languages have it
  inLatin(typed) {
    return [...typed].map((letter) => this.known.latin[letter] ?? letter).join("");
  }

  // The words that differ by one slip from what was typed, or begin with what does
  async corrected(typed) {
    if (typed.length < SHORTEST_WITH_SLIP || /^\p{N}/u.test(typed)) {
      return [];
    }
    this.words ??= this.get("words.txt").then(async (response) =>
      (await response.text()).split("\n"),
    );
    const words = await this.words;
    const whole = words.filter((word) => isOneSlip(typed, word));
    const inflected = () =>
      words.filter((word) =>
        [0, 1, -1].some(
          (more) =>
            typed.length > 6 &&
            word.length <= typed.length + more + LONGEST_ENDING &&
            isOneSlip(typed, word.slice(0, typed.length + more)),
        ),
      );
    const found = whole.length ? whole : inflected();
    const all = await Promise.all(found.map((word) => this.beginning(word)));
    return all
      .flat()
      .filter(({ word }) => found.includes(word))
      .map((one) => ({ ...one, like: SLIP }));
  }
}

export const isKnown = (meant) => meant.some(({ like }) => like >= LEAST_KNOWN);

// What each page has of a word: how much it tells, its worth there, and the names that it is in
export const hitsOf = (meant) => {
  const hits = new Map();
  for (const { of, pages, like } of meant) {
    const [weight] = of;
    for (let at = 1; at < of.length; at += 4) {
      const [place, field, name, size] = of.slice(at, at + 4);
      const [part, id] = pages[place].split("/");
      const hit = hits.get(id) ?? { part, worth: 0, names: new Map() };
      hit.worth = Math.max(hit.worth, WORTH[field] * like);
      if (field === NAMES) {
        const before = hit.names.get(name)?.part ?? 0;
        hit.names.set(name, { part: Math.max(before, weight * like), size });
      }
      hits.set(id, hit);
    }
  }
  return hits;
};
