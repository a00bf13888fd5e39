"""The classes of those whom recommendations address, and how many each has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import _

from seminars.facet_lists import link_to
from seminars.recommendations import audiences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from docutils import nodes
    from sphinx.application import Sphinx

    from seminars.composer import Composer, Inline
    from seminars.items import Recommended

FOLDER = "addressees"  # of the pages of classes
UNNAMED = "unnamed"  # the class of those that a source names nobody for


def classes_of(one: Recommended) -> tuple[str, ...]:
    """Return the classes of a recommendation, or that of those without one."""
    return one.entry.audiences or (UNNAMED,)


def names_of_classes(numbers: Collection[str]) -> dict[str, str]:
    """Return the classes of *numbers* in the order of the register, those without one last."""
    names = {**audiences(), UNNAMED: _("addressee not named by the source")}
    return {value: name for value, name in names.items() if value in numbers}


def list_of_classes(
    app: Sphinx, composer: Composer, numbers: Mapping[str, int]
) -> list[nodes.Node]:
    """Return links to the pages of classes, each with the number of its recommendations."""
    items: list[list[Inline]] = []
    for value, name in names_of_classes(numbers).items():
        link = link_to(app, composer.docname, f"{FOLDER}/{value}", name)
        items.append([link, " ", composer.run([composer.number(numbers[value])], "count")])
    return composer.bullets(items, "facet-values")


def numbers_of(found: Iterable[Recommended]) -> dict[str, int]:
    """Return how many of the recommendations each class has."""
    numbers: dict[str, int] = {}
    for one in found:
        for value in classes_of(one):
            numbers[value] = numbers.get(value, 0) + 1
    return numbers
