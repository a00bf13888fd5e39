"""References that show the title of a page or section, which may lack a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import docname_join

from seminars import stale_pages
from seminars.domain import Notes, SeminarsDomain, seminars_of
from seminars.language_marks import Marking, is_marked
from storage import digest

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

# The anchors of the sections of a page whose headings lack a translation
HEADINGS = Notes[tuple[str, ...]]("headings")


def note_headings(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note the sections whose headings are marked."""
    if Marking(app.config).is_needed:
        titles = (node.parent for node in doctree.findall(is_marked))
        sections = (title.parent for title in titles if isinstance(title, nodes.title))
        found = {anchor for section in sections for anchor in section.get("ids", ())}
        if found:
            HEADINGS.of(app.env)[app.env.docname] = tuple(sorted(found))


_SHOWING = Notes[bool]("showing titles", said=None)


def note_titles(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note a page that refers to pages or sections by their titles."""
    xrefs = doctree.findall(addnodes.pending_xref)
    if any(xref.get("refdomain") != SeminarsDomain.name for xref in xrefs):
        _SHOWING.of(app.env)[app.env.docname] = True


def shown_titles(env: BuildEnvironment, docname: str) -> str:
    """Return what changes with any title of a page or section, for pages that show some."""

    def titles() -> str:
        pages = {name: seminars_of(env).title(name) for name in sorted(env.titles)}
        labels = sorted(env.domains.standard_domain.labels.items())
        return digest(repr((pages, labels, sorted(HEADINGS.of(env).items()))))

    return seminars_of(env).made("titles shown", titles) if docname in _SHOWING.of(env) else ""


class title_in_source(nodes.Inline, nodes.Element):
    """Stands around a reference that shows the title of a page or section without a translation."""


class MarkTitles(SphinxPostTransform):
    """Find the references that will show such titles; those with a text of their own do not."""

    formats = ("html", "latex")
    default_priority = 7  # after placeholders are filled (5), before references are resolved (9)

    def run(self, **kwargs: Any) -> None:
        """Go through the references that are not to records."""
        if not Marking(self.config).is_needed:
            return
        headings = HEADINGS.of(self.env)
        for xref in list(self.document.findall(addnodes.pending_xref)) if headings else ():
            if xref.get("refexplicit") or xref.get("refdomain") == SeminarsDomain.name:
                continue
            docname, anchor = self._target(xref)
            if self._is_in_source(docname, anchor):
                around = title_in_source()
                xref.replace_self(around)
                around += xref

    def _target(self, xref: addnodes.pending_xref) -> tuple[str, str]:
        """Return the page and the anchor of what *xref* refers to, if it is one of those."""
        target = str(xref["reftarget"])
        if xref["reftype"] == "myst" and xref.get("refdomain") == "doc":
            anchor = str(xref.get("reftargetid") or "")
            slugs = self.env.metadata[target].get("myst_slugs", {})
            return target, slugs[anchor][1] if anchor in slugs else self._label(anchor)[1] or anchor
        label = self._label(target)
        if xref["reftype"] == "doc" or not label[0]:
            return docname_join(xref.get("refdoc", self.env.docname), target), ""
        return label

    def _label(self, name: str) -> tuple[str, str]:
        """Return the page and the anchor that the label *name* is at."""
        labels = self.env.domains.standard_domain.labels
        docname, anchor, _title = labels.get(name, ("", "", ""))
        return docname, anchor

    def _is_in_source(self, docname: str, anchor: str) -> bool:
        """Return whether the title of a page, or of its section at *anchor*, is in the source."""
        if anchor:
            return anchor in HEADINGS.of(self.env).get(docname, ())
        domain = seminars_of(self.env)
        return docname in self.env.titles and Marking(self.config).is_foreign(domain.title(docname))


def mark_titles(document: nodes.document, marking: Marking) -> None:
    """Mark what the resolved references of *document* show of such titles."""
    for around in list(document.findall(title_in_source)):
        for reference in around.findall(nodes.reference):
            if isinstance(shown := reference.next_node(), nodes.inline):
                marking.mark(shown)
        around.replace_self(around.children)


def setup(app: Sphinx) -> None:
    """Register what is known of titles that are shown elsewhere."""
    app.add_node(title_in_source)
    app.add_post_transform(MarkTitles)
    app.connect("doctree-read", note_headings)
    app.connect("doctree-read", note_titles)
    stale_pages.register("titles", shown_titles)
