"""Compare a message of a page with its translation: both are parsed, and must be alike.

``structure_faults`` is the part that holds for every text that is shown: the gate asks it of what
translators deliver, and the parser of pages once more of what it is about to show.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from catalogues import addresses, numbers
from catalogues.findings import Fault, Rule, shown
from catalogues.parsing import PLAIN, UNSEEN
from catalogues.roles import has_words
from catalogues.tags import is_nested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.structure import Structure

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd](?!\w)")
_LANGUAGE = re.compile(r"\.language-[a-z]{2,3}(-[A-Za-z]+)?")

# What no reader is to see, even where it does no harm; the source may have as much of it
_UNSAFE: tuple[tuple[Rule, re.Pattern[str], str], ...] = (
    ("html", re.compile(r"</?[A-Za-z!?][^\s>]*>?"), "an HTML tag"),
    ("html", re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);"), "an entity"),
    ("link", re.compile(r"(?i)\b(?:(?:java|vb)script\s*:|data:\w+/|file:/)"), "an address"),
)
# What a text shows when markup in it is broken or foreign; likewise
_LEFT_OVER: tuple[tuple[Rule, re.Pattern[str], str], ...] = (
    ("role", re.compile(r"\{[\w:+.-]+\}|\{\{|\}\}"), "the name of a role or directive"),
    ("role", re.compile(r":{3,}|\.\.\s[\w-]+::|:[\w-]+:(?=`)"), "a directive"),
    ("attribute", re.compile(r"\{\s*(?:[#.]|[\w-]+=)[^}]*\}?"), "curly brackets"),
    ("link", re.compile(r"\]\s?\[|\]\(|\]:"), "a link"),
    ("footnote", re.compile(r"\[\^"), "a footnote"),
    ("markup", re.compile(r"`+"), "a backquote"),
    ("markup", re.compile(r"\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|~~+"), "a sign of emphasis"),
)
_ANY_SIGN = re.compile(r"[<{}\[\]`*_~:&]")
_NOTE = re.compile(r"#\s*noqa\s*\Z")  # for Sphinx, which takes it out (sphinx.transforms.i18n)
_LEFT_OVER_MEND = (
    "close each pair of signs and leave no space in it; a sign that is meant has a backslash before"
)

_BLOCKS = {
    "paragraph": "a paragraph",
    "bullet_list": "a list",
    "ordered_list": "a numbered list",
    "blockquote": "a quotation",
    "fence": "a directive or a block of code",
    "colon_fence": "a directive",
    "code_block": "a block of code",
    "html_block": "raw HTML",
    "hr": "a rule",
    "table": "a table",
    "footnote_reference": "the text of a footnote",
    "front_matter": "front matter",
    "myst_target": "an anchor",
    "myst_line_comment": "a comment",
    "myst_block_break": "a break",
    "reference": "the address of a link",
    UNSEEN: "partly something that is not shown",
}
_BLOCK_MEND = (
    "write one paragraph; a backslash keeps a sign or a number at the start as text: `5\\. iunie`"
)


_COUNTED: tuple[tuple[Rule, str], ...] = (
    ("link", "the link to"),
    ("image", "the image"),
    ("footnote", "the footnote"),
    ("code", "the literal text"),
    ("html", "the HTML"),
    ("markup", "the markup"),
    ("character", "the character"),
)
_DEEPEST = 6  # spans, emphasis and links within each other; no sentence has more


def compare(source: Structure, translation: Structure, *, is_free: bool = False) -> Iterator[Fault]:
    """Yield what *translation* is that *source* is not, and what it has lost.

    One that *is_free* is written anew for the readers of its language, as notes on usage are: it
    may lose references, links, footnotes and numbers, and gain none.
    """
    yield from _blocks(source, translation)
    yield from structure_faults(source, translation, is_free=is_free)
    yield from _left_over(source, translation)
    yield from _addresses(source, translation, is_free=is_free)
    if "%" in source.written or "%" in translation.written:
        had, has = (Counter(_PLACEHOLDER.findall(part.written)) for part in (source, translation))
        yield from _counted("placeholder", "the placeholder", had, has)
    if not is_free:
        yield from numbers.lost(source.visible, translation.visible)
    if _NOTE.search(translation.written):
        yield Fault("markup", "`# noqa` at the end is a note for programs", "take it out")
    if _has_words(source) and not (_has_words(translation) or translation.roles):
        yield Fault("markup", "there is not a single word", "translate it, or leave it empty")


def structure_faults(
    source: Structure, translation: Structure, *, is_free: bool = False
) -> Iterator[Fault]:
    """Yield each kind of node, reference, link, image and attribute that is lost or foreign."""
    yield from _roles(source, translation, is_free=is_free)
    if source.others != translation.others:
        for rule, name in _COUNTED:
            had, has = source.counted(rule), translation.counted(rule)
            yield from _counted(rule, name, had & has if is_free else had, has)
        yield from _attributes(
            source.counted("attribute"), translation.counted("attribute"), is_free=is_free
        )
    for rule, address in sorted((translation.wordless - source.wordless).keys()):
        wrong = f"the {rule} `{shown(address)}` has no words"
        yield Fault(rule, wrong, "write some between its square brackets")
    if is_nested(source.tags) and not is_nested(translation.tags):
        yield Fault("html", "the tags close in another order than they open", "mend their order")
    if translation.breaks > source.breaks:
        yield Fault("markup", "there is a hard line break", "take it out; the source has none")
    if translation.depth > max(source.depth, _DEEPEST):
        wrong = f"markup stands within markup {translation.depth} times over"
        yield Fault("size", wrong, "write it as the source does")


def _blocks(source: Structure, translation: Structure) -> Iterator[Fault]:
    """Yield a fault if the translation is another kind of block."""
    if translation.blocks in {PLAIN, source.blocks}:
        return
    kind = next((name for name in translation.blocks if name not in source.blocks), None)
    if kind is None:
        yield Fault(
            "block", "there is another number of paragraphs than in the source", _BLOCK_MEND
        )
    else:
        yield Fault("block", f"this is {_BLOCKS.get(kind, 'a heading')}, not text", _BLOCK_MEND)


def _roles(source: Structure, translation: Structure, *, is_free: bool) -> Iterator[Fault]:
    """Yield the references and other roles that are lost or foreign."""
    if source.roles == translation.roles:
        return
    lost = Counter() if is_free else source.roles - translation.roles
    for name, target in sorted(lost.keys()):
        wrong = f"the reference {{{name}}}`{shown(target)}` is missing"
        mend = f"put it back; its words are free: {{{name}}}`words <{shown(target)}>`"
        yield Fault("role", wrong, mend)
    known = {name for name, _target in source.roles}
    for name, target in sorted((translation.roles - source.roles).keys()):
        if name in known:
            wrong = f"the reference {{{name}}}`{shown(target)}` is not in the source"
            yield Fault("role", wrong, "refer to what the source refers to, as often as it does")
        else:
            wrong = f"the role {{{shown(name)}}} is not in the source"
            yield Fault("role", wrong, "take it out; only the roles of the source may be used")


def _counted(rule: Rule, name: str, had: Counter[str], has: Counter[str]) -> Iterator[Fault]:
    """Yield what is lost or foreign among parts that are to be the same."""
    if had == has:
        return
    for part in sorted(had - has):
        yield Fault(rule, f"{name} `{shown(part)}` is missing", "put it back as in the source")
    for part in sorted(has - had):
        yield Fault(rule, f"{name} `{shown(part)}` is not in the source", "take it out")


def _attributes(had: Counter[str], has: Counter[str], *, is_free: bool) -> Iterator[Fault]:
    """Yield attributes that are foreign, and anchors that are lost; a language may be given."""
    for part in sorted((has - had).keys()):
        if part not in had and not _LANGUAGE.fullmatch(part):
            wrong = f"the attribute `{shown(part)}` is not in the source"
            yield Fault("attribute", wrong, "take it out; `{.language-ro}` alone may be added")
    for part in sorted((had - has).keys()):
        if part.startswith("#") and not is_free:
            yield Fault("attribute", f"the anchor `{shown(part)}` is missing", "put it back")


def _addresses(source: Structure, translation: Structure, *, is_free: bool) -> Iterator[Fault]:
    """Yield the addresses that stand as words, in whatever spelling, and are lost or foreign."""
    had, has = (addresses.found_in(part.visible) for part in (source, translation))
    if had != has:
        yield from _counted("link", "the address", had & has if is_free else had, has)


def _left_over(source: Structure, translation: Structure) -> Iterator[Fault]:
    """Yield what reads like markup and is none; what the source has of it must be there."""
    if not (_ANY_SIGN.search(source.visible) or _ANY_SIGN.search(translation.visible)):
        return  # a directive, which begins with two dots, has two colons
    yield from _gained(_UNSAFE, source.visible, translation.visible)
    yield from _gained(_LEFT_OVER, source.written, translation.written)
    braces = _LEFT_OVER[0][1]
    lost = set(braces.findall(source.written)) - set(braces.findall(translation.written))
    for part in sorted(lost):
        yield Fault("placeholder", f"`{shown(part)}` is missing", "put it back as in the source")
    if _is_balanced(source.written) and not _is_balanced(translation.written):
        wrong = "a bracket is not closed, or not opened"
        yield Fault("markup", wrong, "write brackets in pairs; a link is `[words](address)`")


def _gained(
    signs: tuple[tuple[Rule, re.Pattern[str], str], ...], had: str, has: str
) -> Iterator[Fault]:
    """Yield the *signs* that a translation has and its source has not, or not as often."""
    for rule, pattern, name in signs:
        for part in sorted(Counter(pattern.findall(has)) - Counter(pattern.findall(had))):
            wrong = f"{name} is left over as text, `{shown(part)}`"
            yield Fault(rule, wrong, _LEFT_OVER_MEND)


def _is_balanced(text: str) -> bool:
    """Return whether square and curly brackets come in pairs."""
    return text.count("[") == text.count("]") and text.count("{") == text.count("}")


def _has_words(parsed: Structure) -> bool:
    return has_words(parsed.visible)
