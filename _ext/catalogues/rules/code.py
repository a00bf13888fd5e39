"""Text in backquotes, which is shown letter by letter."""

from __future__ import annotations

from catalogues.rule import Rule

RULE = Rule(
    name="code",
    finding="text in backquotes is missing or new",
    mend="copy it from the message, character by character",
    counted="the literal text",
    skips_words=True,
)
