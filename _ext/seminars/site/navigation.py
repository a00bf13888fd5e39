"""The navigation of a page and the way up, of a size that does not grow with the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import escape
from sphinx.locale import _

from cldr import dates
from cldr.digits import in_digits
from cldr.no_break_spaces import spaced
from records.names import in_sidebar
from seminars import stale_pages
from seminars.domain import seminars_of
from seminars.language_marks import Marking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes
    from markupsafe import Markup
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.archive import Record
    from records.wording import Wording
    from seminars.domain import SeminarsDomain

# Pages on the site itself, to which the foot of each page leads, in this order, before all others
# that are in no table of contents
OF_THE_SITE = ("about", "legal", "personal-data", "accessibility", "corrections", "data")
NEIGHBOURS = 2  # entries shown on each side of the page's own in the navigation
HEADS = 12  # below the home page: so many are all shown


class Label(NamedTuple):
    """What a page is called around the text of others; what lacks a translation is marked."""

    text: str
    html: Markup


class Entry(NamedTuple):
    """A page in the navigation of another one."""

    title: str
    html: Markup
    link: str
    current: bool = False  # the page with the navigation is this one or below it
    is_page: bool = False
    children: Sequence[Entry] = ()
    listed: str = ""  # how many pages it lists, as the language writes it


Tree = tuple[str, list["Tree"]]  # a page and those below it


class Navigation:
    """The navigation of a page: the heads of the archive, the page's branch and its neighbours.

    Its size does not depend on the number of pages; Furo's own holds all of them on each page
    (https://github.com/pradyunsg/furo/discussions/227).
    """

    def __init__(self) -> None:
        self.root = ""
        self.children: dict[str, list[str]] = {}
        self.parents: dict[str, str] = {}
        self.places: dict[str, dict[str, int]] = {}  # of the pages in a list of children
        self.at_the_foot: list[str] = []  # the pages at the top, of the archive itself
        self.labels: dict[str, Label] = {}  # of pages, each made when it is first shown
        self.relations: dict[str, list[str | None]] = {}  # around each page, once one is asked for

    def note_structure(self, app: Sphinx, env: BuildEnvironment) -> None:
        """On ``env-updated``: note what contains what, and what each page is called."""
        self.root = app.config.root_doc
        self.children = {name: list(found) for name, found in env.toctree_includes.items()}
        self.parents = {
            child: parent for parent in sorted(self.children) for child in self.children[parent]
        }
        self.places = {
            parent: {child: place for place, child in enumerate(found)}
            for parent, found in self.children.items()
        }
        self.labels = _Labels(app, env)
        top = sorted(name for name in env.found_docs if "/" not in name and name != self.root)
        self.at_the_foot = [name for name in top if name in OF_THE_SITE or name not in self.parents]
        self.relations = {}

    def ancestors(self, docname: str) -> list[str]:
        """Return the pages above *docname*, the nearest first."""
        found: list[str] = []
        while docname in self.parents and self.parents[docname] not in found:
            docname = self.parents[docname]
            found.append(docname)
        return found

    def entries(self, app: Sphinx, docname: str) -> list[Entry]:
        """Return the navigation of the page *docname*."""
        branch = {docname, *self.ancestors(docname)}
        locale = app.config.seminars_languages[app.config.language]

        def link(name: str) -> str:
            return app.builder.get_relative_uri(docname, name) or "#"

        def entry(tree: Tree) -> Entry:
            name, children = tree
            number, below = self._listed(name), [entry(child) for child in children]
            count = in_digits(str(number), locale=locale) if number else ""
            if 0 < len(below) < len(self.children[name]):
                words = _("All %s") % count
                below.append(Entry(words, escape(words), link(name)))
            return Entry(
                *self.labels[name],
                link=link(name),
                current=name in branch,
                is_page=name == docname,
                children=below,
                listed=count,
            )

        return [entry(tree) for tree in self._tree(self.root, branch)]

    def _listed(self, name: str) -> int:
        """Return how many pages the list *name* has, of which the home page is none."""
        names = () if name == self.root else self.children.get(name, ())
        return sum(child not in self.children for child in names)

    def shown(self, docname: str) -> list[tuple[str, Label, int]]:
        """Return what the navigation and the way up of *docname* show: label and size of each."""
        above = self.ancestors(docname)
        trees = self._tree(self.root, {docname, *above})
        names = [*above, *self.at_the_foot]
        while trees:
            names += [name for name, _ in trees]
            trees = [child for _, children in trees for child in children]
        return [(name, self.labels[name], self._listed(name)) for name in names]

    def around(self, env: BuildEnvironment, docname: str) -> object:
        """Return what stands around the text of *docname*: the sidebar, the way up, neighbours."""
        self.relations = self.relations or env.collect_relations()
        names = self.relations.get(docname, ())
        titles = [(name, seminars_of(env).title(name) if name else "") for name in names]
        return self.shown(docname), titles

    def _tree(self, parent: str, branch: set[str]) -> list[Tree]:
        """Return the pages below *parent*, with those below the ones of *branch*.

        What lists lists of pages always shows these.
        """
        return [
            (name, self._tree(name, branch) if name in branch or self._has_lists(name) else [])
            for name in self._window(parent, branch)
        ]

    def _has_lists(self, name: str) -> bool:
        return any(child in self.children for child in self.children.get(name, ()))

    def _window(self, parent: str, branch: set[str]) -> list[str]:
        """Return the pages below *parent*, or those around the one in *branch* of many."""
        names = self.children.get(parent, [])
        if len(names) <= (HEADS if parent == self.root else 2 * NEIGHBOURS + 1):
            return names
        places = self.places[parent]
        place = min((places[name] for name in branch if name in places), default=None)
        if place is None:  # the list itself, or another page: all of them would be too many
            return []
        first = min(max(place - NEIGHBOURS, 0), len(names) - 2 * NEIGHBOURS - 1)
        return names[first : first + 2 * NEIGHBOURS + 1]

    def add_to_page(
        self,
        app: Sphinx,
        pagename: str,
        templatename: str,
        context: dict[str, Any],
        doctree: nodes.document | None,
    ) -> None:
        """On ``html-page-context``, before Furo: give the navigation and the way up."""
        context.pop("toctree", None)  # Furo would resolve the whole tree of contents for each page
        above = self.ancestors(pagename) if pagename in app.env.titles else [self.root]
        context["navigation"] = self.entries(app, pagename)
        context["breadcrumbs"] = [
            {"title": self.labels[name], "link": app.builder.get_relative_uri(pagename, name)}
            for name in reversed(above)
        ]
        context["footer_pages"] = {
            name: Entry(
                *self.labels[name], link=app.builder.get_relative_uri(pagename, name) or "#"
            )
            for name in self.at_the_foot
        }


class _Labels(dict[str, Label]):
    """The labels of the pages of one build."""

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        super().__init__()
        self.app, self.domain = app, seminars_of(env)
        self.marking = Marking(app.config)

    def __missing__(self, docname: str) -> Label:
        """Make the label of a page."""
        record = self.domain.records.get(docname)
        if record and record.texts:
            name, rest = _name(self.app, self.domain, record)
        else:
            name, rest = self.domain.title(docname), ""
        label = self[docname] = Label(f"{name.text}{rest}", self.marking.html(name) + rest)
        return label


def _name(app: Sphinx, domain: SeminarsDomain, record: Record) -> tuple[Wording, str]:
    """Return what the sidebar calls *record*: place and days, short name, or title.

    The second part is in the language of the build even where the first lacks a translation.
    """
    name = in_sidebar(record.kind, domain.title(record.docname), record.texts)
    if record.days is None:
        return name, ""
    locale = app.config.seminars_languages[app.config.language]
    days = dates.interval(*record.days, locale=locale)
    return name, f", {spaced(days, language=app.config.language)}"


def setup(app: Sphinx) -> None:
    """Register the sidebar."""
    navigation = Navigation()
    app.connect("env-updated", navigation.note_structure, priority=400)  # before stale_pages (500)
    app.connect("html-page-context", navigation.add_to_page, priority=400)  # before Furo (500)
    stale_pages.register("navigation", navigation.around)
