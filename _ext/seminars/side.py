"""What stands beside the text of a page where there is room, and else behind its lead.

In the page it comes after the first paragraph: what is read first is written first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import escape
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform

from seminars.composer import is_website

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

FEW = 2  # sections that need no contents: they are in sight


class side(nodes.General, nodes.Element):
    """The side of a page: its facts, and what it contains."""


class disclosure(nodes.General, nodes.Element):
    """Its children, under a ``summary`` that opens them."""


class contents(nodes.General, nodes.Element):
    """The links of a page to its sections, called ``label``."""


class LayOut(SphinxPostTransform):
    """Put the lead before the side, and the contents of the page into it."""

    default_priority = 6  # after FillPlaceholders (5), which makes sections at the foot

    def run(self, **kwargs: Any) -> None:
        """Move the side of the page behind its first paragraph."""
        if not is_website(self.app.builder):
            return
        for found in list(self.document.findall(side)):
            section = found.parent
            section.remove(found)
            links = list(_links(section))
            if len(links) > FEW:
                label = _("On this page")
                listed = contents("", nodes.bullet_list("", *links), label=label)
                found.append(disclosure("", listed, summary=label))
            place = _behind_heads(section)
            lead = section[place] if place < len(section) else None
            if isinstance(lead, nodes.paragraph):
                lead["classes"].append("lead")
                place += 1
            if len(found):
                section.insert(place, found)


def _behind_heads(section: nodes.Element) -> int:
    """Return the place behind the title of *section* and the line under it."""
    heads = [
        place
        for place, one in enumerate(section)
        if isinstance(one, nodes.Element)
        and (isinstance(one, nodes.title) or "fact-line" in one["classes"])
    ]
    return max(heads, default=-1) + 1


def _links(section: nodes.Element) -> Iterator[nodes.list_item]:
    """Yield a link to each section of *section*."""
    for one in section:
        if isinstance(one, nodes.section) and one["ids"] and isinstance(one[0], nodes.title):
            text = nodes.inline("", _name(one[0]), classes=list(one[0]["classes"]))
            link = nodes.reference("", "", text, internal=True, refid=one["ids"][0])
            yield nodes.list_item("", nodes.paragraph("", "", link))


def _name(title: nodes.title) -> str:
    """Return what a section is called, without the number of what it lists."""
    parts = [part.astext() for part in title if not _is_count(part)]
    return "".join(parts).rstrip()


def _is_count(part: nodes.Node) -> bool:
    return isinstance(part, nodes.inline) and "count" in part["classes"]


def _depart(*ends: str) -> Callable[[HTML5Translator, nodes.Element], None]:
    """Return what writes the tags with which a node ends."""

    def depart(writer: HTML5Translator, node: nodes.Element) -> None:
        writer.body.extend(ends)

    return depart


def _visit_side(writer: HTML5Translator, node: side) -> None:
    writer.body.append('<div class="side">')


def _visit_disclosure(writer: HTML5Translator, node: disclosure) -> None:
    writer.body.append(f"<details><summary>{escape(node['summary'])}</summary>")


def _visit_contents(writer: HTML5Translator, node: contents) -> None:
    writer.body.append(f'<nav class="toc" aria-label="{escape(node["label"])}">')


def setup(app: Sphinx) -> None:
    """Register the side of pages."""
    app.add_node(side, html=(_visit_side, _depart("</div>")))
    app.add_node(disclosure, html=(_visit_disclosure, _depart("</details>")))
    app.add_node(contents, html=(_visit_contents, _depart("</nav>")))
    app.add_post_transform(LayOut)
