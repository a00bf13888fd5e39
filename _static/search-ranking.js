// Which pages answer a query, the best first: what the index of names knows of each of its words,
// in any language, and what Pagefind finds in the prose.
import { hitsOf, isKnown } from "./search-names.js";

// Scripts without spaces between words are looked for letter by letter, in their order
const UNSPACED =
  /(?:(?=[\p{L}\p{M}])[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}])+/gu;
const LETTER = /\P{M}\p{M}*/gu;
// The ONUDC of “l’ONUDC” is looked for, not the article
const ELISION = /(?<!\p{L})(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’](?=\p{L})/giu;
const ABBREVIATION = /(?<!\p{L})(?:\p{L}\.){2,}/gu; // O.N.U.
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const RUN = /\p{L}+|\p{N}+/gu;
const CAPITALS = /^\p{Lu}{2,}$/u;

const IN_PROSE = 0.3; // what a word of the prose is worth, beside one of a name, and more
const MOST_IN_PROSE = 0.15; // where it stands often or in the first paragraph
const OF_A_NAME = 0.8; // how much it counts that a query is a name, from nothing in common to all
const EXACT = [0.985, 2]; // from where on it is that name, which comes first
const ENOUGH = 0.45; // of what the words of a query tell, for a page that does not have all
const NEAR = 0.45; // of the score of the best page
const MOST_TERMS = 40; // words of a query: a page of prose may have been pasted
const MOST_CORRECTED = 3; // words that somebody may have meant, looked for in the prose

const foldedBy = (plain) => {
  const written = (text) => [...text].map((char) => plain[char] ?? char).join("");
  return (text) =>
    written(written(text.normalize("NFC").toLowerCase()).normalize("NFKD").replace(/\p{M}/gu, ""));
};

// A word to look for: in the index of names by `words`, of which a page needs all, and in prose
const termsOf = (query, plain) => {
  const fold = foldedBy(plain);
  const text = query.normalize("NFC").replace(ABBREVIATION, (found) => found.replaceAll(".", ""));
  const terms = (text.match(UNSPACED) ?? []).map((run) => {
    const letters = run.match(LETTER) ?? []; // marks alone are none
    const bare = [...fold(run)];
    return {
      words: bare.slice(1).map((letter, place) => bare[place] + letter),
      prose: [`"${letters.join(" ")}"`],
      typed: run,
    };
  });
  for (const chunk of text.replace(UNSPACED, " ").replace(ELISION, "").match(WORD) ?? []) {
    const runs = fold(chunk).match(RUN) ?? [];
    for (const run of runs) {
      const word = /^\p{N}/u.test(run) ? run.replace(/^0+(?=.)/u, "") : run;
      const typed = runs.length === 1 ? chunk.toLowerCase() : run;
      terms.push({ words: [word], prose: [...new Set([typed, run])], typed: chunk });
    }
  }
  const each = new Map(terms.map((term) => [term.prose[0], term]));
  return [...each.values()].slice(0, MOST_TERMS);
};

const isAbbreviation = ({ typed, words: [word] }, names) =>
  CAPITALS.test(typed) || names.abbreviations.has(word);

const withoutStopWords = (terms, names, query) => {
  const isShouted = query === query.toUpperCase();
  const meaningless = names.meaningless(terms.map(({ words }) => words[0]));
  const means = ({ words, typed }) =>
    !meaningless.has(words[0]) || (CAPITALS.test(typed) && !isShouted);
  const kept = terms.filter(means);
  return kept.length ? kept : terms;
};

// Pagefind finds something for every word; between quotes, what has it, or a form of it
const inProse = async (pagefind, words) => {
  const hits = new Map();
  for (const word of words) {
    const isPhrase = word.startsWith('"');
    const exact = await pagefind.search(isPhrase ? word : `"${word}"`);
    const ids = new Set(exact.results.map(({ id }) => id));
    const { results } = isPhrase ? exact : await pagefind.search(word);
    for (const result of results.filter(({ id, words: at }) => ids.has(id) && at.length)) {
      if (!(hits.get(result.id)?.score > result.score)) {
        hits.set(result.id, result);
      }
    }
  }
  return hits;
};

const inNames = (meant) => {
  const [first, ...others] = meant.map(hitsOf);
  if (!first) {
    return new Map();
  }
  return new Map([...first].filter(([id]) => others.every((other) => other.has(id))));
};

const correct = async ([word, latin], names) => {
  const corrected = await names.corrected(word);
  return corrected.length || latin === word ? corrected : names.corrected(latin);
};

// Look a word up, as one with a slip where nobody has it; without a hit it is not counted
const lookUp = async (term, { names, pagefind }) => {
  let meant = await Promise.all(term.words.map((word) => names.meant(word)));
  let prose = await inProse(pagefind, term.prose);
  const [word] = term.words;
  if (term.words.length === 1 && !isKnown(meant[0])) {
    const latin = names.inLatin(word);
    meant = [[...meant[0], ...(latin === word ? [] : await names.meant(latin))]];
    if (!isKnown(meant[0]) && !prose.size && !names.isForeign(word)) {
      const corrected = await correct([word, latin], names);
      meant = corrected.length ? [corrected] : meant;
      const words = [...new Set(corrected.map((one) => one.word))].slice(0, MOST_CORRECTED);
      prose = await inProse(pagefind, words);
    }
  }
  const best = Math.max(0, ...meant.flat().map(({ like }) => like));
  const size = Math.max(
    0,
    ...meant.flat().map(({ like, of }) => (like === best ? of[0] : 0)),
  );
  return { named: inNames(meant), prose, size };
};

// How near a query is to one of the names of a page, from 0 to 1
const nearness = (id, terms, size) => {
  const parts = new Map();
  for (const { named } of terms) {
    for (const [name, of] of named.get(id)?.names ?? []) {
      const before = parts.get(name)?.part ?? 0;
      parts.set(name, { part: before + of.part, size: of.size });
    }
  }
  const near = [...parts.values()].map((of) => Math.min(1, of.part / of.size) * (of.part / size));
  return Math.max(0, ...near);
};

const scoreOf = (id, terms, total, size) => {
  let [score, covered] = [0, 0];
  for (const { named, prose, weight, best } of terms) {
    const found = prose.get(id);
    const worth = Math.max(
      named.get(id)?.worth ?? 0,
      found ? IN_PROSE + (MOST_IN_PROSE * found.score) / best : 0,
    );
    score += weight * worth;
    covered += worth ? weight : 0;
  }
  const near = nearness(id, terms, size);
  const share = covered / total;
  const exact = near >= EXACT[0] ? EXACT[1] : 0;
  return { id, share, score: (score / total + OF_A_NAME * near * near) * share + exact };
};

export const rank = async (query, index) => {
  const { names, plain } = index;
  const typed = withoutStopWords(termsOf(query, plain), names, query);
  const looked = await Promise.all(
    typed.map(async (term) => ({
      ...(await lookUp(term, index)),
      begins: isAbbreviation(term, names) ? term.words[0] : "",
    })),
  );
  const terms = looked
    .map((term) => ({ ...term, ids: new Set([...term.named.keys(), ...term.prose.keys()]) }))
    .filter(({ ids }) => ids.size)
    .map((term) => ({
      ...term,
      weight: Math.log(1 + names.known.pages / term.ids.size),
      best: Math.max(...[...term.prose.values()].map(({ score }) => score)),
    }));
  if (!terms.length) {
    return [];
  }
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const size = terms.reduce((sum, term) => sum + (term.size || 10 * term.weight), 0);
  const ranked = [...new Set(terms.flatMap(({ ids }) => [...ids]))]
    .map((id) => scoreOf(id, terms, total, size))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const least = NEAR * ranked[0].score;
  return ranked
    .filter(({ share, score }) => share > 0.999 || (share >= ENOUGH && score >= least))
    .map(({ id }) => ({
      id,
      result: terms.map(({ prose }) => prose.get(id)).find(Boolean),
      part: terms.map(({ named }) => named.get(id)?.part).find(Boolean),
      places: terms.flatMap(({ prose, begins }, term) =>
        [...new Set(prose.get(id)?.words ?? [])].map((at) => ({ term, at, begins })),
      ),
    }));
};
