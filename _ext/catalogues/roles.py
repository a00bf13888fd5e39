"""The roles of a text: how they are written, and what they refer to."""

from __future__ import annotations

import re

ROLE = re.compile(r"\{([a-z]+)\}`([^`\\{}\r\n]+)`(?!`)")

# Roles whose words are shown as they stand; of every other role the target counts
ROLES_OF_WORDS = frozenset(
    {"abbr", "emphasis", "strong", "sub", "subscript", "sup", "superscript", "guilabel", "kbd"}
)


def title_and_target(content: str) -> tuple[str, str]:
    """Part the *content* of a reference as ``sphinx.util.docutils.ReferenceRole`` does.

    The title is empty where there is none. A target behind ``!`` is one that no link is made of; of
    a title without words nobody can see a link, and the whole *content* is the target.
    """
    body = content.removesuffix("\n")
    place = body.find("<", 1) if body.endswith(">") else -1
    while place > 0 and body[place - 1] == "\0":
        place = body.find("<", place + 1)
    title, target = ("", content) if place < 0 else (body[:place].rstrip(), body[place + 1 : -1])
    if place > 0 and not has_words(title):
        return "", content
    disabled = "!" if content.startswith("!") and place >= 0 else ""
    return title, disabled + target


def has_words(text: str) -> bool:
    """Return whether there is a letter or a digit in *text*."""
    return any(map(str.isalnum, text))
