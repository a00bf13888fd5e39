"""A translation is one paragraph, whatever a line of it may look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.rule import Rule
from catalogues.structure import PLAIN, UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.rule import Wrong
    from catalogues.structure import Structure

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
_MEND = (
    "write one paragraph; a backslash keeps a sign or a number at the start as text: `5\\. iunie`"
)


def _blocks(source: Structure, translation: Structure) -> Iterator[Wrong]:
    """Yield what is wrong if the translation is another kind of block."""
    if translation.blocks in {PLAIN, source.blocks}:
        return
    kind = next((name for name in translation.blocks if name not in source.blocks), None)
    if kind is None:
        yield "there is another number of paragraphs than in the source", _MEND
    else:
        yield f"this is {_BLOCKS.get(kind, 'a heading')}, not text", _MEND


RULE = Rule(
    name="block",
    finding="it starts like a list or a heading, or is more than one paragraph",
    mend="put a backslash: `5\\. iunie`; a translation is one paragraph",
    prose=_blocks,
    skips_words=True,
)
