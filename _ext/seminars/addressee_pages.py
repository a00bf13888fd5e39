"""The pages of those whom recommendations address: one to each class, and one that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import _

from records.facets import LIST
from seminars import made_pages
from seminars.addressees import FOLDER, classes_of, list_of_classes, names_of_classes, numbers_of
from seminars.composer import Composer
from seminars.items import all_recommended
from seminars.made_pages import Page
from seminars.marks import Question, placeholder, register
from seminars.recommendation_register import Listed, RegisterFiller, listed_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from seminars.composer import Inline


def _addressed(env: BuildEnvironment, docname: str) -> Listed:
    """Return the recommendations to the class of addressees whose page is *docname*."""
    value = docname.rpartition("/")[2]
    return listed_of(env, [one for one in all_recommended(env) if value in classes_of(one)])


_ADDRESSED = Question("recommendations to a class", _addressed, of_page=True)


class recommendations_to(placeholder):
    """Stands for the recommendations to the class of addressees of the page."""

    asks = (_ADDRESSED,)


class FillRecommendationsTo(RegisterFiller):
    """Collect the recommendations to a class of addressees."""

    def fill(self, _mark: recommendations_to) -> list[nodes.Node]:
        """Return a line with their number, and the recommendations by seminar."""
        listed = self.ask(_ADDRESSED, self.composer.docname)
        number = self.composer.number(len(listed.recommended))
        line: list[list[Inline]] = [[_("Recommendations: %s") % number]]
        return [*self.composer.bullets(line, "fact-line"), *self.by_seminar(listed)]


def _pages(app: Sphinx) -> Iterator[Page]:
    """Yield the page of each class that is addressed, and the list of them."""
    found = all_recommended(app.env)
    numbers, title = numbers_of(found), _("Recommendations by addressee")
    if not numbers:
        return
    names = names_of_classes(numbers)
    composer = Composer(app.env, f"{FOLDER}/{LIST}")
    said = _("The number behind each is that of its recommendations.")
    content = (
        composer.paragraph([said], "facet-note", "small"),
        *list_of_classes(app, composer, numbers),
    )
    words = _(
        "%(title)s. Entries in the list: %(number)s, each with the number of its recommendations."
    )
    about = words % {"title": title, "number": composer.number(len(names))}
    yield Page(f"{FOLDER}/{LIST}", title, content, about)
    for value, name in names.items():
        heading = _("Recommendations: %s") % name
        events = {one.event.docname for one in found if value in classes_of(one)}
        counts = [
            _("Recommendations: %s") % composer.number(numbers[value]),
            _("Seminars: %s") % composer.number(len(events)),
        ]
        about, above = made_pages.described(heading, counts), (f"{FOLDER}/{LIST}", title)
        yield Page(f"{FOLDER}/{value}", heading, (recommendations_to(),), about, above)


def _names(app: Sphinx) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names of these pages, and the pages of which each is made."""
    found = all_recommended(app.env)
    if found:
        yield f"{FOLDER}/{LIST}", (app.config.root_doc,)
    for value in numbers_of(found):
        events = dict.fromkeys(one.event.docname for one in found if value in classes_of(one))
        yield f"{FOLDER}/{value}", tuple(events)


def setup(app: Sphinx) -> None:
    """Register the pages, and what fills them."""
    register(app, recommendations_to, FillRecommendationsTo)
    made_pages.register(app, _pages, _names)
