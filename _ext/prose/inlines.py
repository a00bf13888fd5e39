"""What is wrong within a paragraph: roles, links, pictures, HTML, and what is left as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from catalogues.role_syntax import title_and_target
from prose import addresses
from prose.body_faults import Fault
from prose.words import left_over, no_note, text_of
from records.fields import ID
from records.kinds import KINDS
from texts.quotation import shown
from texts.suggestion import meant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from markdown_it.token import Token

    from prose.page import Page

_SPACED = re.compile(r"\]\(<(\w+:[^<>\n]*[^<>\s]\s[^<>\n]*)>")
_REFERRING = ("rec", "source", "person", "abbr", "sub", "sup", "download", "doc")
ROLES = (*(kind.name for kind in KINDS), *_REFERRING)
_REFUSED_ROLES = {
    "raw": "raw HTML or LaTeX is not allowed: write Markdown",
    "math": "there are no formulas in the archive: write it in words or as `code`",
}
DEEP = "this is nested too deeply: no reader can follow more than eight levels"
_NEAR = 20  # lines; text within code or roles may hide that a line ends
_DEEPEST = 20  # signs of emphasis in each other
RAW_HTML = (
    "HTML is not allowed: write Markdown, or let `seminars_raw_html = True` in conf.py allow it"
)
COMMENT = "a comment is published with the page: begin the line with `% ` instead, in no paragraph"


def inline_faults(
    children: Sequence[Token],
    page: Page,
    *,
    line: int,
    lines: Sequence[str],
    labels: Collection[str] = (),
) -> Iterator[Fault]:
    """Yield what is wrong in a paragraph that begins at *line*, of which *lines* are the source.

    *labels* are those for which the page gives an address or the text of a footnote.
    """
    if any(child.level > _DEEPEST for child in children):
        yield Fault(line, DEEP, drops=True)
        return
    is_cut = any(_rests_of_references(children))
    for found in left_over(text_of(children), labels):
        place = line + _line_of(found.snippet, found.offset, lines)
        yield Fault(place, found.wrong, drops=found.is_address or is_cut)
    yield from _others(children, page, line=line, lines=lines, labels=labels)
    for offset, text in enumerate(lines):
        for spaced in _SPACED.finditer(text) if "](<" in text else ():
            yield Fault(line + offset, addresses.spaced(spaced[1]), drops=True)


def _others(
    children: Sequence[Token],
    page: Page,
    *,
    line: int,
    lines: Sequence[str],
    labels: Collection[str],
) -> Iterator[Fault]:
    """Yield what is wrong with what is no text."""
    offset = 0
    rests = set(_rests_of_references(children))
    for number, token in enumerate(children):
        if token.type in {"softbreak", "hardbreak"}:
            offset += 1
        elif token.type == "footnote_ref" and token.meta["label"] not in labels:
            mark = f"[^{token.meta['label']}]"
            yield Fault(line + _line_of(mark, offset, lines), no_note(mark), drops=True)
        elif token.type != "text" and number not in rests:
            for snippet, wrong in _token_faults(token, children[number + 1 : number + 3], page):
                if wrong:
                    place = line + _line_of(snippet, offset, lines)
                    yield Fault(place, wrong, drops=token.type != "image")


def _rests_of_references(children: Sequence[Token]) -> Iterator[int]:
    """Yield the place of each `<id>` that looks like HTML behind a backquote without a partner."""
    is_open = False
    for number, token in enumerate(children):
        is_open = is_open or (token.type == "text" and "`" in token.content)
        if is_open and token.type == "html_inline" and ID.fullmatch(token.content[1:-1]):
            yield number


def _line_of(snippet: str, offset: int, lines: Sequence[str]) -> int:
    """Return in which of *lines* there is *snippet*; *offset* is where it seems to be."""
    first = snippet.split("\n", maxsplit=1)[0]
    if offset < len(lines) and first in lines[offset]:
        return offset
    near = range(max(0, offset - _NEAR), min(len(lines), offset + _NEAR))
    return next((number for number in near if first and first in lines[number]), offset)


def _token_faults(token: Token, rest: Sequence[Token], page: Page) -> Iterator[tuple[str, str]]:
    """Yield (what stands there, what is wrong) for one part of a paragraph."""
    match token.type:
        case "html_inline" if not page.allows_raw:
            yield token.content, html_fault(token.content)
        case "myst_role":
            yield from _role(token.meta["name"], token.content, page)
        case "link_open":
            yield from _link(token, rest, page)
        case "image":
            address = str(token.attrs["src"])
            yield "![", picture_fault(addresses.local(address), address, page)
            yield from _alternative(token, page)
        case "code_inline" if token.markup == "``" and token.content.startswith("{"):
            yield token.content, "a directive has three backquotes or colons, and this has two"
    for name in token.meta.get("insecure_attrs", ()):
        yield name, f"the attribute `{shown(name)}` is not allowed"


def _alternative(image: Token, page: Page) -> Iterator[tuple[str, str]]:
    """Yield what is wrong in the alternative text of a picture."""
    children = image.children or []
    for number, token in enumerate(children):
        yield from _token_faults(token, children[number + 1 :], page)


def html_fault(html: str) -> str:
    """Say that *html* is not allowed."""
    start = html.strip()
    if start.startswith("<!--"):
        return f"`{shown(start)}`: {COMMENT}"
    return f"`{shown(start)}`: {RAW_HTML}"


def _role(name: str, content: str, page: Page) -> Iterator[tuple[str, str]]:
    known = page.role(name)
    if not known:
        wrong = f"there is no reference or role `{{{shown(name)}}}`{meant(name, ROLES)}"
        yield f"{{{name}}}", wrong
    elif known in _REFUSED_ROLES and not page.allows_raw:
        yield f"{{{name}}}", f"`{{{name}}}`: {_REFUSED_ROLES[known]}"
    elif known == "download":
        _title, target = title_and_target(content)
        yield f"{{{name}}}", file_fault(target, page)


def file_fault(name: str, page: Page) -> str:
    """Return what is wrong with the file *name*, as a directive or role names it, or ""."""
    if "://" in name:
        return f"`{shown(name)}` is no file of the archive: put a copy beside the page"
    return page.files.fault_of(page.files.path(name, folder=page.folder))


def picture_fault(target: addresses.Local | None, address: str, page: Page) -> str:
    """Return what is wrong with the picture *target*, written as *address*, or ""."""
    if target is None or address.startswith("//"):
        return f"the picture `{shown(address)}` is not in the archive: put a copy beside the page"
    if not target.path:
        return "the picture has no address: write ![what it shows](file)"
    as_written = page.files.path(address, folder=page.folder)
    decoded = page.files.path(target.path, folder=page.folder)
    wrong = page.files.fault_of(decoded)
    return wrong if wrong and page.files.fault_of(as_written) else ""


def _link(token: Token, rest: Sequence[Token], page: Page) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a link; ``[](about.md)`` shows the title of the page."""
    address = str(token.attrs["href"])
    snippet = unquote(address)
    target = addresses.local(address)
    if not address:
        yield snippet, "the link has no address: write [words](address)"
    elif wrong := addresses.fault_of(address):
        yield snippet, wrong
    elif target is None and rest and rest[0].type == "link_close":
        yield snippet, "the link has no words: write [words](address)"
    elif len(rest) > 1 and rest[1].type == "link_close" and not rest[0].content.strip(" \xa0"):
        if rest[0].type == "text":
            yield snippet, "the link has no words: write [words](address)"
    elif target is not None and re.search(r"[./]", target.path):
        path = page.files.path(target.path, folder=page.folder)
        wrong = page.files.fault_of(path)
        yield snippet, wrong if page.files.fault_of(f"{path}.md") else ""
