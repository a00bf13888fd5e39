"""Merge a catalogue with the template of its page, losing nothing that a translator wrote.

``msgmerge`` (GNU gettext) does the merging: it keeps moved messages, makes changed ones fuzzy with
the source that they translated, and removed ones obsolete. What it drops is put back here: flags,
plural forms, comments, obsolete translations that it spent on another message.
"""

from __future__ import annotations

import copy
import subprocess
from typing import TYPE_CHECKING

import polib

from catalogues.po.document import parsed
from catalogues.translators_words import known_lines
from catalogues.wordless import is_wordless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

Key = tuple[str | None, str]

_OTHER = "Other translation: {}"  # what is filled in is escaped, as in a msgstr


class MergeError(Exception):
    """What ``msgmerge`` says of entries that it refuses."""


def key(entry: polib.POEntry) -> Key:
    """Return what tells a message from the others of a catalogue."""
    return entry.msgctxt, entry.msgid


def texts(entry: polib.POEntry) -> list[str]:
    """Return the translations that an entry holds: one, or several for a plural."""
    return [text for text in (entry.msgstr, *entry.msgstr_plural.values()) if text]


def united(entries: Iterable[polib.POEntry], *, language: str = "") -> list[polib.POEntry]:
    """Return *entries* with each message once; what a second one says is kept as a comment.

    The first one stays, a translation before none, and an active entry before an obsolete one. The
    comment is in *language*, where the words are known.
    """
    entries = [entry for entry in entries if entry.msgid]  # a second header may come from git
    found: dict[Key, polib.POEntry] = {}
    for entry in sorted(entries, key=lambda entry: (not texts(entry), entry.obsolete)):
        first = found.setdefault(key(entry), entry)
        if first is not entry:
            _note(first, entry, language)
    return [entry for entry in entries if found[key(entry)] is entry]


def _note(entry: polib.POEntry, other: polib.POEntry, language: str) -> None:
    """Keep as a comment of *entry* what *other* says and it does not."""
    others = [polib.escape(text) for text in texts(other) if text not in texts(entry)]
    notes = [known_lines(_OTHER.format(text), language) for text in others]
    for line in [*other.tcomment.split("\n"), *notes]:
        if line and line not in entry.tcomment.split("\n"):
            entry.tcomment = f"{entry.tcomment}\n{line}".lstrip("\n")


class Known:
    """Every translation of a language, for messages that change pages."""

    def __init__(
        self, catalogues: Iterable[polib.POFile], scratch: Path, language: str = ""
    ) -> None:
        self.language = language
        self.confirmed: dict[Key, polib.POEntry] = {}
        self.fuzzy: dict[Key, polib.POEntry] = {}
        for catalogue in catalogues:
            for entry in catalogue:
                if entry.msgstr and not entry.msgid_plural:
                    found = self.fuzzy if entry.fuzzy else self.confirmed
                    found.setdefault(key(entry), _translation(entry))
        self.compendium = scratch / "compendium.po"
        _save(self.compendium, self.confirmed.values())


def merge(
    entries: Sequence[polib.POEntry],
    template: polib.POFile,
    *,
    known: Known,
    scratch: Path,
    may_be_translation: Callable[[str], bool],
) -> list[polib.POEntry]:
    """Return *entries* of a catalogue, each message once, brought to *template*.

    A translation is taken from the catalogue itself, from one that has the very message, from a
    similar message of the catalogue, from a similar one elsewhere: in this order, so that each page
    keeps its own words. A message without a word is its own translation, until a translator writes
    another. A message that goes and *may_be_translation* was written over by a translator, and is
    kept. *scratch* is a folder for what ``msgmerge`` reads.
    """
    pot = scratch / "template.pot"
    _save(pot, template)
    result = _msgmerge(_filled(entries, template, known.confirmed), pot)
    if not all(entry.msgstr for entry in result):
        similar = f"--compendium={known.compendium}"
        result = _msgmerge(_filled(result, template, known.fuzzy), pot, similar)
    _copy_wordless(result)
    _restore_flags(entries, result)
    _restore_lost(entries, result, may_be_translation, known.language)
    return result


def _filled(
    entries: Iterable[polib.POEntry],
    template: polib.POFile,
    known: Mapping[Key, polib.POEntry],
) -> list[polib.POEntry]:
    """Return *entries* with what is *known* of the messages of *template* that they lack."""
    translated = {key(entry) for entry in entries if texts(entry)}
    found = ({key(entry) for entry in template} - translated) & known.keys()
    others = [entry for entry in entries if key(entry) not in found]
    return [*others, *(known[message] for message in sorted(found, key=str))]


def _msgmerge(entries: Iterable[polib.POEntry], pot: Path, *options: str) -> list[polib.POEntry]:
    old = pot.with_name("old.po")
    _save(old, entries)
    command = ["msgmerge", "--quiet", "--previous", "--no-wrap", *options, str(old), str(pot)]
    result = subprocess.run(command, capture_output=True, check=False)
    if result.returncode:
        first = result.stderr.decode("utf-8", "replace").partition("\n")[0]
        raise MergeError(first.partition(": ")[2] or first)  # the place is one in a scratch file
    return list(parsed(result.stdout.decode()))


def _copy_wordless(entries: Sequence[polib.POEntry]) -> None:
    """Have each message without a word translate itself, if nobody has translated it.

    What ``msgmerge`` takes from a message that is still there is a guess, and so is a mere copy.
    """
    active = {entry.msgid for entry in entries if not entry.obsolete}
    for entry in entries:
        guessed = entry.previous_msgid if entry.fuzzy else None
        is_guess = guessed is not None and (guessed in active or guessed == entry.msgstr)
        if is_wordless(entry.msgid) and not entry.obsolete and (is_guess or not entry.msgstr):
            entry.msgstr = entry.msgid
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            entry.previous_msgid = entry.previous_msgctxt = None


def _translation(entry: polib.POEntry) -> polib.POEntry:
    """Return what another catalogue may take of *entry*."""
    return polib.POEntry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        flags=["fuzzy"] if entry.fuzzy else [],
        previous_msgid=entry.previous_msgid,
    )


def _save(path: Path, entries: Iterable[polib.POEntry]) -> None:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.extend(entries)
    catalogue.save(str(path))


def _restore_flags(before: Iterable[polib.POEntry], after: Iterable[polib.POEntry]) -> None:
    """Give each message the flags that it had, which ``msgmerge`` takes from templates alone."""
    flags = {key(entry): entry.flags for entry in before}
    for entry in after:
        own = flags.get(key(entry)) or flags.get((entry.msgctxt, entry.previous_msgid or ""), [])
        old = [flag for flag in own if flag != "fuzzy" or entry.fuzzy]
        entry.flags = [*old, *(flag for flag in entry.flags if flag not in old)]


def _restore_lost(
    before: Iterable[polib.POEntry],
    after: list[polib.POEntry],
    may_be_translation: Callable[[str], bool],
    language: str,
) -> None:
    """Put back what *before* says and *after* does not: as obsolete, or as a comment.

    An obsolete entry stays until its own source returns: ``msgmerge`` may have spent it on a
    message that merely resembles it, where the translator will write something else.
    """
    now = {key(entry): entry for entry in after}
    said = {text for entry in after for text in (*texts(entry), entry.tcomment)}
    for entry in before:
        if key(entry) in now:
            _note(now[key(entry)], entry, language)
        elif (
            entry.obsolete
            or not said.issuperset({*texts(entry), entry.tcomment, ""} - {""})
            or may_be_translation(entry.msgid)
        ):
            kept = copy.copy(entry)
            kept.obsolete, kept.occurrences, kept.comment = True, [], ""
            after.append(kept)
