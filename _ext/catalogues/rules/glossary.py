"""The names of the glossary: the one rule that keeps nothing back (``catalogues.terms``)."""

from __future__ import annotations

from catalogues.rule import Rule

TERM = Rule(
    name="term",
    finding="a warning: a name of the glossary is in the message and not in the translation",
    mend="take the name that the warning gives, in the case that your sentence needs",
)
