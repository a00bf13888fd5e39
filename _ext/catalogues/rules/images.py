"""Pictures within a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.rule import Rule, without_words

if TYPE_CHECKING:
    from catalogues.rule import Wrong
    from catalogues.structure import Structure


def _wordless(source: Structure, translation: Structure) -> list[Wrong]:
    return without_words("image", source, translation)


RULE = Rule(
    name="image",
    finding="an image is missing or new, or has no words",
    mend="copy its address from the message, and say in its square brackets what it shows",
    structure=_wordless,
    counted="the image",
    skips_words=True,
)
