"""Marks of footnotes."""

from __future__ import annotations

import re

from catalogues.rule import Rule, Sign

RULE = Rule(
    name="footnote",
    finding="the mark of a footnote is missing or new",
    mend="copy it from the message, character by character",
    counted="the footnote",
    signs=(Sign(re.compile(r"\[\^"), "a footnote"),),
    skips_words=True,
)
