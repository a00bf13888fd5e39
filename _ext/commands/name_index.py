"""The index of names: by what words of which language each page is found, however it is written.

Pagefind knows the words of a page in one language. Here are its names in all, its place and time
and the facts beside its text. The words are sorted and cut into files of some 16 kB, of which a
query loads one or two for each of its words, whatever the size of the archive; a word that is on
many pages makes its file larger, by some 10 bytes a page.
"""

from __future__ import annotations

import gzip
import json
import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from cldr.letters import in_latin
from commands.search_words import abbreviations_in, words_of
from commands.stop_words import stop_words
from texts.harmless import as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

NAMES, PLACES, FACTS = range(3)  # the fields of a page, as search-names.js knows them
_SHARD = 16_000  # characters of a file
_PRECISION = 10  # weights are whole numbers of tenths


class Sought(NamedTuple):
    """By what a page is found: names with their language, places and times, and other facts."""

    names: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    facts: str


class _Posting(NamedTuple):
    """A word on a page: in which field, and in which of its names."""

    page: str
    field: int
    name: int = 0


def files(
    pages: Mapping[str, Sought], *, ids: Mapping[str, str], languages: Sequence[str]
) -> dict[str, bytes]:
    """Return the files of the index of *pages*; *ids* are those of Pagefind.

    The first of *languages* is that of the pages.
    """
    lists = {language: frozenset(map(_plain, stop_words(language))) for language in languages}
    names = {page: list(_words_of_names(of, lists)) for page, of in pages.items()}
    words = _postings(pages, names, lists[languages[0]])
    weights = _weights(words, len(pages))
    sizes = {
        (page, number): sum(weights[word] for word in of)
        for page, found in names.items()
        for number, of in enumerate(found)
    }
    shards = list(_shards(words, weights, sizes, ids))
    own = lists[languages[0]]
    known = {
        "pages": len(pages),
        "first": [first for first, _content in shards],
        "stop": sorted(own),
        # they have no endings, in whatever case somebody types them
        "abbreviations": sorted(_abbreviations(pages.values())),
        # a name in Latin letters is looked for in those of the reader, too
        "latin": in_latin("".join(words)),
        # they are dropped from what seems to be in their language
        "foreign": [sorted(lists[language] - own) for language in languages[1:]],
    }
    made = {f"{number}.json": content for number, (_first, content) in enumerate(shards)}
    all_words = "\n".join(sorted(words)).encode()
    return {**made, "index.json": as_json(known).encode(), "words.txt": all_words}


def _plain(word: str) -> str:
    return "".join(words_of(word)[:1])


def _abbreviations(pages: Iterable[Sought]) -> set[str]:
    names = {name for sought in pages for _language, name in sought.names}
    return set().union(*map(abbreviations_in, names))


def _words_of_names(
    sought: Sought, lists: Mapping[str, frozenset[str]]
) -> Iterator[frozenset[str]]:
    """Yield the words of each name that mean something; all of them where none does."""
    for language, name in sought.names:
        words = frozenset(words_of(name))
        yield words - lists.get(language, frozenset()) or words


def _postings(
    pages: Mapping[str, Sought],
    names: Mapping[str, list[frozenset[str]]],
    stop: frozenset[str],
) -> dict[str, list[_Posting]]:
    found: defaultdict[str, dict[_Posting, None]] = defaultdict(dict)
    for page, sought in pages.items():
        for number, words in enumerate(names[page]):
            for word in words:
                found[word][_Posting(page, NAMES, number)] = None
        named = frozenset().union(*names[page])
        placed = frozenset(words_of(" ".join(sought.places))) - stop
        for word in placed:
            found[word][_Posting(page, PLACES)] = None
        for word in frozenset(words_of(sought.facts)) - stop - named - placed:
            found[word][_Posting(page, FACTS)] = None
    return {word: sorted(found[word]) for word in sorted(found)}


def _weights(words: Mapping[str, list[_Posting]], number: int) -> dict[str, int]:
    """Return how much each word tells: more where it is on few of the *number* of pages."""
    spread = {word: len({posting.page for posting in of}) for word, of in words.items()}
    return {
        word: max(1, round(_PRECISION * math.log(1 + number / pages)))
        for word, pages in spread.items()
    }


def _shards(
    words: Mapping[str, list[_Posting]],
    weights: Mapping[str, int],
    sizes: Mapping[tuple[str, int], int],
    ids: Mapping[str, str],
) -> Iterator[tuple[str, bytes]]:
    """Yield the first word of each file, and its content."""
    batch: dict[str, list[_Posting]] = {}
    length = 0
    for word, postings in words.items():
        batch[word] = postings
        length += len(word) + 14 * len(postings)
        if length >= _SHARD:
            yield next(iter(batch)), _shard(batch, weights, sizes, ids)
            batch, length = {}, 0
    if batch:
        yield next(iter(batch)), _shard(batch, weights, sizes, ids)


def _shard(
    batch: Mapping[str, list[_Posting]],
    weights: Mapping[str, int],
    sizes: Mapping[tuple[str, int], int],
    ids: Mapping[str, str],
) -> bytes:
    """Return a file: its pages, and of each word its weight and four numbers for each posting."""
    pages = {
        page: None for postings in batch.values() for page in sorted({p.page for p in postings})
    }
    places = {page: place for place, page in enumerate(pages)}
    found = {
        word: [
            weights[word],
            *(
                number
                for one in postings
                for number in (
                    places[one.page],
                    one.field,
                    one.name,
                    sizes[one.page, one.name] if one.field == NAMES else 0,
                )
            ),
        ]
        for word, postings in batch.items()
    }
    return as_json({"pages": [ids[page] for page in pages], "words": found}).encode()


def ids_in(parts: Iterable[Path]) -> dict[str, str]:
    """Return the part and the id of each page, by its address, in an index of *parts*."""
    found = {}
    for part in parts:
        for path in sorted((part / "fragment").iterdir()):
            text = gzip.decompress(path.read_bytes())
            page = json.loads(text[text.index(b"{") :])
            found[page["url"].lstrip("/")] = f"{part.name}/{path.name.partition('.')[0]}"
    return found
