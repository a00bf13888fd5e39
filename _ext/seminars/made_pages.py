"""Pages of the website that no source stands behind: made of what the others say.

Who makes some gives what yields them to ``register``: each is a title and some nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sphinx.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

    Makes = Callable[[Sphinx], Iterator["Page"]]
    Names = Callable[[Sphinx], Iterator[tuple[str, tuple[str, ...]]]]


@dataclass(frozen=True)
class Page:
    """One of the pages: its title, what stands below it, and the page above it, if there is one."""

    name: str
    title: str
    content: tuple[nodes.Node, ...]
    described: str  # for search engines
    up: tuple[str, str] | None = None  # its name, and its title


class Maker(NamedTuple):
    """What yields pages, and their names with the pages of which each is made."""

    pages: Makes
    names: Names


MAKERS: list[Maker] = []


def register(app: Sphinx, pages: Makes, names: Names) -> None:
    """Have the website hold what *pages* yields; *names* says what each is made of.

    A page is listed in a language where those are that it is made of.
    """
    if Maker(pages, names) not in MAKERS:
        MAKERS.append(Maker(pages, names))


def described(title: str, counts: Iterable[str]) -> str:
    """Return what a page has, in whole sentences: as many as search engines show."""
    about = _("%s – what the archive has, with dates, places and sources.") % title
    return " ".join([about, *(f"{count}." for count in counts)])


def names_of(app: Sphinx) -> Iterator[str]:
    """Yield the names of the pages."""
    for maker in MAKERS:
        yield from (name for name, _made_of in maker.names(app))
