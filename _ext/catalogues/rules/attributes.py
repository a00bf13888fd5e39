"""What curly brackets give to words: a class, an anchor, a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogues.rule import Rule, Sign
from cldr.language_tags import WELL_FORMED
from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.rule import Wrong
    from catalogues.structure import Structure

_LANGUAGE = re.compile(rf"\.language-(?:{WELL_FORMED.pattern})")


def _attributes(source: Structure, translation: Structure) -> Iterator[Wrong]:
    """Yield attributes that are foreign, and anchors that are lost; a language may be given."""
    had, has = source.counted("attribute"), translation.counted("attribute")
    if had == has:
        return
    for part in sorted((has - had).keys()):
        if part not in had and not _LANGUAGE.fullmatch(part):
            wrong = f"the attribute `{shown(part)}` is not in the source"
            yield wrong, "take it out; `{.language-ro}` alone may be added"
    for part in sorted((had - has).keys()):
        if part.startswith("#") and not source.is_free:
            yield f"the anchor `{shown(part)}` is missing", "put it back"


RULE = Rule(
    name="attribute",
    finding="there are curly brackets that the source lacks, or an anchor is missing",
    mend="take them out; `{.language-ro}` behind words in brackets may be added",
    structure=_attributes,
    signs=(Sign(re.compile(r"\{\s*(?:[#.]|[\w-]+=)[^}]*\}?"), "curly brackets"),),
    skips_words=True,
)
