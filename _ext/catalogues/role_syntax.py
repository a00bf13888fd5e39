"""The one grammar of roles: how they are written in a text, and what they refer to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# As mdit_py_plugins.myst_role has it
_NAME = "[a-zA-Z0-9_+:-]+"

# Roles whose words are shown as they stand; of every other role the target counts
ROLES_OF_WORDS = frozenset(
    {"abbr", "emphasis", "strong", "sub", "subscript", "sup", "superscript", "guilabel", "kbd"}
)


# The role whose content is ids alone, with commas between them: it shows no words
CITATION = "source"


class Role(NamedTuple):
    """A role: its name, the words of its own that it shows, if any, and its target."""

    name: str
    title: str
    target: str


def role_pattern(names: str = _NAME, content: str = "[^`]+") -> str:
    """Return a pattern of roles with the *names* and the *content* that patterns tell.

    They have one backquote on each side; what has more is code with backquotes in it.
    """
    return rf"\{{({names})\}}`({content})`"


_ROLE = re.compile(role_pattern())


def roles_in(text: str) -> Iterator[Role]:
    """Yield the roles of *text*, which is a paragraph of Markdown."""
    for name, content in _ROLE.findall(text):
        yield Role(name, *parts_of(name, content.replace("\n", " ")))


def with_roles_replaced(text: str, words: Callable[[Role], str]) -> str:
    """Return *text* with the *words* for each role in its place."""
    return _ROLE.sub(lambda found: words(next(roles_in(found[0]))), text)


def parts_of(name: str, content: str) -> tuple[str, str]:
    """Part the *content* of the role *name*: the title, empty where there is none, and the target.

    That of a citation is all of its ids, for nothing of it is shown.
    """
    if name == CITATION:
        return "", ", ".join(ids_in(content))
    return title_and_target(content)


def ids_in(content: str) -> list[str]:
    """Return the ids that a citation names, each once."""
    return list(dict.fromkeys(part.strip() for part in content.split(",")))


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
