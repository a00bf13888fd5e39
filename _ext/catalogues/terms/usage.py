"""Warn where a message names a term of the glossary and its translation uses none of its names.

A warning withholds nothing: what a term is called in a sentence is a matter of judgement, and the
forms of a word can only be compared by how they begin.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from catalogues.role_syntax import roles_in, with_roles_replaced
from catalogues.rules.glossary import TERM
from catalogues.terms.stems import (
    WORD,
    Words,
    content_words,
    has,
    has_all,
    is_abbreviation,
    stemmer,
)
from cldr.language_tags import tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from catalogues.findings import Fault
    from catalogues.po.reader import Entry
    from catalogues.role_syntax import Role

_ADDRESS = re.compile(r"\]\([^)]*\)|\{\.[^}]*\}|https?://\S+")
_FOREIGN = re.compile(r"\[[^\]]*\]\{\.language-([\w-]+)\}")
_BREAK = " \N{LOW LINE} "  # a word that is in no name


class Term(NamedTuple):
    """A term of the glossary: its names in the language of the source and in another one.

    ``in_prose`` says whether a single word of the source names it wherever it stands, as that of an
    organisation does.
    """

    role: str
    id: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    in_prose: bool


class Terms:
    """The terms of one language, and the words that its translations choose for them."""

    def __init__(
        self, terms: Iterable[Term], entries: Iterable[Entry], *, source: str, target: str
    ) -> None:
        self._source = source
        self._of, self._to = stemmer(source), stemmer(target)
        self._terms = {(term.role, term.id): term for term in terms if term.targets}
        self._names = self._lookup()
        self._in_source: Counter[tuple[str, str, Words]] = Counter()
        self._in_target: Counter[tuple[str, str, Words]] = Counter()
        for entry in entries:
            self._in_source.update(_titles(entry.msgid, self._of))
            self._in_target.update(_titles(entry.msgstr, self._to))
        self._chosen: defaultdict[tuple[str, str], list[Words]] = defaultdict(list)
        for role, name, words in self._in_target:
            self._chosen[role, name].append(words)

    def _lookup(self) -> dict[str, list[tuple[Words, Term]]]:
        """Return the names of the source by their first word, the longest first.

        A name of one word is looked up as it is written, so that no common word is taken for it.
        """
        names: defaultdict[str, list[tuple[Words, Term]]] = defaultdict(list)
        for term in self._terms.values():
            for name in term.sources:
                words = tuple(WORD.findall(name))
                if len(words) > 1:
                    words = tuple(map(self._of, words))
                elif not term.in_prose and not is_abbreviation(name):
                    continue
                names[words[0]].append((words, term))
        for found in names.values():
            found.sort(key=lambda name: -len(name[0]))
        return dict(names)

    def faults(self, entry: Entry) -> Iterator[Fault]:
        """Yield each term that the message of *entry* names and its translation does not."""
        if entry.msgid == entry.msgstr:
            return
        whole = {*self._named(entry.msgid)}
        parts: set[Term] = set()
        for term, use in self._referred_to(entry.msgid):
            if self._is_name(use, term):
                whole.add(term)
            elif self._in_source[_key(use, self._of)] > entry.msgid.count(f"`{use.title} <"):
                parts.add(term)
        for term in sorted(whole | parts):
            if not self._is_named(term, entry, in_part=term not in whole):
                wrong = f"the translation does not name “{term.sources[0]}” ({term.id})"
                mend = f"the glossary has “{'”, “'.join(term.targets)}”, in whichever form"
                yield TERM.fault(wrong, mend)

    def _named(self, message: str) -> Iterator[Term]:
        """Yield the terms that the prose of *message* names; of two names the longer counts."""
        alone = with_roles_replaced(message, lambda _role: _BREAK)
        prose = _ADDRESS.sub(" ", _FOREIGN.sub(_BREAK, alone))
        words = WORD.findall(prose)
        stems = [self._of(word) for word in words]
        place = 0
        while place < len(words):
            length = 1
            for name, term in self._names_from(words[place], stems[place]):
                span = slice(place, place + len(name))
                if name == tuple(words[span] if len(name) == 1 else stems[span]):
                    yield term
                    length = len(name)
                    break
            place += length

    def _names_from(self, word: str, stem: str) -> Iterator[tuple[Words, Term]]:
        yield from self._names.get(stem, ())
        if word != stem:
            yield from self._names.get(word, ())

    def _referred_to(self, message: str) -> Iterator[tuple[Term, Role]]:
        for use in roles_in(message):
            term = self._terms.get((use.name, use.target))
            if term is not None:
                yield term, use

    def _is_name(self, use: Role, term: Term) -> bool:
        """Return whether a reference of the source has a name of *term*, and not another word."""
        words = {*content_words(use.title, self._of)}
        return any(words.issuperset(content_words(name, self._of)) for name in term.sources)

    def _is_named(self, term: Term, entry: Entry, *, in_part: bool) -> bool:
        """Return whether the translation has a name of *term*, or how others refer to it.

        *in_part*: a word of a name is enough, as the source has no more.
        """
        name = (term.role, term.id)
        uses = [use for use in roles_in(entry.msgstr) if (use.name, use.target) == name]
        if any(not use.title for use in uses):
            return True
        if in_part:
            stems = {word for use in uses for word in content_words(use.title, self._to)}
        else:
            stems = {self._to(word) for word in WORD.findall(_visible(entry.msgstr))}
        names = [content_words(name, self._to) for name in term.targets]
        own = Counter(_titles(entry.msgstr, self._to))
        names += (
            words
            for words in self._chosen[term.role, term.id]
            if self._in_target[term.role, term.id, words] > own[term.role, term.id, words]
        )
        if in_part:
            return any(has(stems, word) for words in names for word in words)
        return any(has_all(stems, words) for words in names) or self._is_quoted(term, entry.msgstr)

    def _is_quoted(self, term: Term, translation: str) -> bool:
        """Return whether a name of the source stands in *translation*, marked as foreign."""
        quoted = [
            found[0]
            for found in _FOREIGN.finditer(translation)
            if tag(found[1]) == tag(self._source)
        ]
        return any(name in text for name in term.sources for text in quoted)


def _titles(text: str, stem: Callable[[str], str]) -> list[tuple[str, str, Words]]:
    return [_key(use, stem) for use in roles_in(text) if use.title]


def _key(use: Role, stem: Callable[[str], str]) -> tuple[str, str, Words]:
    return use.name, use.target, content_words(use.title, stem)


def _visible(text: str) -> str:
    """Return the words of a text without ids and addresses."""
    return _ADDRESS.sub(" ", with_roles_replaced(text, lambda role: role.title or _BREAK))
