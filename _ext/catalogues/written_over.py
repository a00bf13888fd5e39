"""Find translations that were typed into the place of the message, where no page looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.findings import Finding
from catalogues.rules.messages import OVERWRITTEN
from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalogues.provenance import Page
    from catalogues.source_text import SourceText


def written_over(
    lines: Mapping[str, int],
    siblings: Sequence[Mapping[str, int]],
    *,
    page: Page,
    source_text: SourceText,
) -> Iterator[Finding]:
    """Yield a finding for each message of a catalogue that is one of its language.

    *lines* are those of its messages, in their order; the *siblings* are the same of the catalogues
    of the *page* in other languages, which have what is missing here. A message of an older state
    of the page is none: it is in the language of the pages, and all catalogues have it.
    """
    foreign = [message for message in lines if page.place(message) is None]
    others = dict.fromkeys(message for sibling in siblings for message in sibling)
    missing = [one for one in others if one not in lines and page.place(one) is not None]
    for message in foreign:
        if message in others or not source_text.may_be_translation(message):
            continue
        before = _near(message, lines, missing, siblings)
        place = f"back `{shown(before)}`" if before else "the message back"
        mend = f"put this into msgstr, and {place} into msgid; `make update-po` brings it, too"
        fault = OVERWRITTEN.fault("no page has this message", mend)
        yield Finding.of(fault, line=lines[message], message=message)


def _near(
    message: str,
    lines: Mapping[str, int],
    missing: Sequence[str],
    siblings: Sequence[Mapping[str, int]],
) -> str:
    """Return which of the *missing* messages stood where *message* is: behind the same one."""
    own = list(lines)
    place = own.index(message)
    previous = own[place - 1] if place else None
    for sibling in siblings:
        theirs = list(sibling)
        start = theirs.index(previous) + 1 if previous is not None and previous in sibling else 0
        following = theirs[start : start + 1]
        if following and following[0] in missing:
            return following[0]
    return missing[0] if len(missing) == 1 else ""
