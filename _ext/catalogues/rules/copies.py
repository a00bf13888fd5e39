"""Translations that are the message itself: a warning, for a name may be the same."""

from __future__ import annotations

from catalogues.rule import Rule

COPIED = Rule(
    name="copied",
    finding="a warning: the translation is the message itself, in the language of the pages",
    mend=(
        "translate it, or leave it empty: then it is shown marked as what it is. Words that are "
        "meant to stay are marked: `[words]{.language-fr}`"
    ),
)
