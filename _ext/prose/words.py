"""Markup that is left as text, because it is not closed, is foreign or is misspelt.

Markdown has no errors: what it does not understand is printed as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING, NamedTuple

from prose.addresses import fault_of, spaced
from prose.body_faults import NO_NOTE
from records.kinds import KINDS
from texts.quotation import quoted, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from markdown_it.token import Token

# What stands in the place of what is no text of a paragraph
CODE, ESCAPED, OTHER = "\ue000", "\ue001", "\ue002"
_AS_WRITTEN = {0xE000: "`", 0xE001: None, 0xE002: None}

_NAMES = "|".join((*(kind.name for kind in KINDS), "rec", "source", "person"))
_KEEP = "; a backslash before the sign keeps it as text"


def text_of(children: Sequence[Token]) -> str:
    """Return the text of a paragraph as Markdown leaves it, with signs for what is no text."""
    signs = {"code_inline": CODE, "text_special": ESCAPED, "softbreak": "\n", "hardbreak": "\n"}
    return "".join(
        child.content if child.type == "text" else signs.get(child.type, OTHER)
        for child in children
    )


def _role_with_space(found: re.Match[str]) -> str:
    name = found[1]
    return f"there is a space between `{{{name}}}` and its text: write “{{{name}}}`…`”"


def _role(found: re.Match[str]) -> str:
    name = found[1]
    if found[0].endswith("`"):
        return f"the reference “{{{name}}}`” is not closed: it ends with a second backquote"
    return f"`{{{name}}}` is no reference without a text: write “{{{name}}}`…`”{_KEEP}"


def _role_without_braces(found: re.Match[str]) -> str:
    return f"a reference has its name in curly brackets: write “{{{found[1]}}}`…`”"


def _restructuredtext_role(found: re.Match[str]) -> str:
    return f"`:{found[1]}:` is reStructuredText: write “{{{found[1]}}}`…`”"


def _restructuredtext(found: re.Match[str]) -> str:
    name = found[1] or "name"
    return f"`{found[0].strip()}` is reStructuredText: write :::{{{name}}} and end it with :::"


def _link(found: re.Match[str]) -> str:
    address = found[1].strip()
    wrong = fault_of(address) or fault_of(address.replace(ESCAPED, ":"))
    if wrong:
        return wrong
    if re.search(r"\S\s+[^\s\"'(]", address) and found[0].endswith(")"):
        return spaced(address)
    written = found[0].translate(_AS_WRITTEN)
    return f"the link {quoted(written)} is not complete: write [words](address){_KEEP}"


def _definition(found: re.Match[str]) -> str:
    return fault_of(found[2]) or f"the address of the link `[{shown(found[1])}]` is not understood"


def _reference(found: re.Match[str]) -> str:
    return f"no line `[{shown(found[1])}]: address` says where this link leads"


def _autolink(found: re.Match[str]) -> str:
    wrong = fault_of(found[1])
    return wrong or spaced(found[1])


def _html(found: re.Match[str]) -> str:
    return f"`{shown(found[0])}` looks like HTML{_KEEP}"


def no_note(mark: str) -> str:
    """Say that the footnote *mark* has no text."""
    shown_mark = shown(mark)
    return (
        f"{NO_NOTE}{shown_mark[2:]}` has no text: add a line `{shown_mark}: …`, "
        "without a space before its colon"
    )


def _footnote(found: re.Match[str]) -> str:
    return no_note(found[0])


def _list(found: re.Match[str]) -> str:
    sign = found[0][0]
    return f"`{sign}` begins no list: write a hyphen and a space, below an empty line{_KEEP}"


def _link_with_space(found: re.Match[str]) -> str:
    return f"there is a space between `]` and `{shown(found[1])}`: write [words](address){_KEEP}"


def _as_it_is(wrong: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{quoted(found[0].strip())} {wrong}"


# The first that matches at a place says what is wrong there; addresses are not to be shown
_ADDRESSES = (_link, _definition, _autolink)
_LEFT_OVER: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"\{{([A-Za-z][\w:+.-]*)\}}[ \t\n\xa0]+[{CODE}`]"), _role_with_space),
    (re.compile(r"(?<!\{)\{[ ]*([A-Za-z][\w:+.-]*)[ ]*\}`?"), _role),
    (re.compile(rf"[\[(]?\b({_NAMES})\b[\])}}]?(?=[{CODE}`])"), _role_without_braces),
    (re.compile(r"\{[ ]*[#.%{][^}\n]*\}*|\{[^}\n]*=[^}\n]*\}"), _as_it_is("belongs to nothing")),
    (re.compile(rf"(?<![\w/:]):([a-z][\w-]*):(?=[{CODE}`])"), _restructuredtext_role),
    (re.compile(r"^[ ]*\.\. (?:([\w-]+)::|_[^\n:]*:)", re.MULTILINE), _restructuredtext),
    (re.compile(r"^\[([^\]\n^][^\]\n]*)\]:[ ]*(\S+)", re.MULTILINE), _definition),
    (re.compile(r"!?\[\[[^\[\]\n]+\]\]"), _as_it_is(f"is no link: write [words](address){_KEEP}")),
    (
        re.compile(
            r"!\([^()\n]*\)\[[^\[\]\s]+\]|\([^()\n]*\)\[(?:https?://|www\.)[^\[\]\s]*\]"
            r"|\([^()\n]*\)\[[^\[\]\s]+\.md\]"
        ),
        _as_it_is(f"is no link: brackets stand the other way round, [words](address){_KEEP}"),
    ),
    (
        re.compile(
            r"\][ ]+(\((?:(?:https?://|mailto:|www\.)[^()\s]*|[^()\s]+\.md(?:#[^()\s]*)?)\))"
        ),
        _link_with_space,
    ),
    (
        re.compile(r"\^\[[^\[\]\n]+\]"),
        _as_it_is(f"is no footnote: write `[^1]` here, and below a line `[^1]: …`{_KEEP}"),
    ),
    (
        re.compile(r"~~(?=\S)[^~\n]+~~|(?<!=)==(?=\w)[^=\n]+==(?!=)"),
        _as_it_is(f"is no markup of the archive: take the signs out{_KEEP}"),
    ),
    (
        re.compile(
            r'^(?:\[![A-Za-z]+\]|(?:!!!|\?\?\?\+?)[ ]+[a-z]+(?:[ ]+"[^"\n]*")?$)', re.MULTILINE
        ),
        _as_it_is("begins no box: write :::{note}, and end it with :::"),
    ),
    (
        re.compile(
            r"(?m:^)[•▪◦●‣]\s[^\n]*(?:\n[•▪◦●‣]\s[^\n]*)*"
            r"|(?:\A|(?<=:\n))-[^\W\d_][^\n]*(?:\n-[^\W\d_][^\n]*)*"
        ),
        _list,
    ),
    (re.compile(r"!?(?:\[[^\[\]\n]*)?\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)?"), _link),
    (re.compile(r"\[\^[^\]\s\[]*\]"), _footnote),
    (re.compile(r"\]\[([^\[\]\n]*)\]"), _reference),
    (re.compile(r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}):[^<>\n]*)>"), _autolink),
    (re.compile(r"</?[A-Za-z!][^\s<>]{0,40}"), _html),
    (re.compile(r":{3,}[^\n]*|~{3,}|`{3,}[^\n]*"), _as_it_is("opens or closes nothing")),
    (
        re.compile(r"`+(?:[^`\n]+`+)?"),
        _as_it_is(f"has no partner: close it with another backquote{_KEEP}"),
    ),
    (
        re.compile(r"(?<!\S)(\*{1,2})[ ]+[^*\n]+?[ ]+\1(?!\S)"),
        _as_it_is(f"is no emphasis: the star stands at the word on both sides, *word*{_KEEP}"),
    ),
    (
        re.compile(rf"\*+(?=[\w«“({OTHER}{CODE}])|(?<=[\w»”).,;:!?…{OTHER}{CODE}])\*+"),
        _as_it_is(f"has no partner: the star stands at the word on both sides, *word*{_KEEP}"),
    ),
    (re.compile(r"^#{7,}", re.MULTILINE), _as_it_is("is no heading: there are six levels")),
    (re.compile(r"^#{1,6}(?=\w)", re.MULTILINE), _as_it_is("is no heading: put a space behind it")),
)
_ANY = re.compile(rf"[{{}}\]`*<~#{CODE}]|::|\.\.|==|^(?:!!!|\?\?\?|[•▪◦●‣]|-)", re.MULTILINE)


class LeftOver(NamedTuple):
    """Markup that is left as text: at which line (from 0), what stands there, what is wrong."""

    offset: int
    snippet: str
    wrong: str
    is_address: bool


def left_over(text: str, labels: Collection[str] = ()) -> Iterator[LeftOver]:
    """Yield the markup that is left in *text*; *labels* have addresses, which may be wrong."""
    if not _ANY.search(text):
        return
    taken = bytearray(len(text))
    ends = [found.start() for found in re.finditer("\n", text)]
    for pattern, say in _LEFT_OVER:
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            if say is _reference and found[1] in labels:
                continue
            snippet = found[0].translate(_AS_WRITTEN).strip()
            yield LeftOver(bisect(ends, start), snippet, say(found), say in _ADDRESSES)
