"""Links that say more of themselves than Sphinx's writers know to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sphinx.application import Sphinx

    from records.bibliography import Source


class attributed_link(nodes.reference):
    """A reference whose ``attributes`` stand in the tag of its HTML; elsewhere it is plain."""


def internal(anchor: str, text: str, *, label: str, role: str, own: str = "") -> attributed_link:
    """Return a link to *anchor* of the page that is read out as *label*.

    *role* is one of DPUB-ARIA (https://www.w3.org/TR/dpub-aria-1.1/), and *own* the anchor of the
    link itself.
    """
    attributes = {"aria-label": label, "role": role}
    link = attributed_link("", text, internal=True, refid=anchor, html=attributes)
    link["ids"] = [own] if own else []
    return link


def of_source(source: Source, *content: nodes.Node) -> attributed_link:
    """Return a link to *source* as https://robustlinks.mementoweb.org/spec/ has it."""
    return _robust(source.url, _robustness(source), *content)


def of_copy(source: Source, *content: nodes.Node) -> attributed_link:
    """Return a link to the copy of *source* that somebody keeps."""
    assert source.archived is not None
    assert source.archived.url is not None
    return _robust(source.archived.url, _robustness(source), *content)


def _robust(address: str, attributes: Mapping[str, str], *content: nodes.Node) -> attributed_link:
    return attributed_link("", "", *content, internal=False, refuri=address, html=attributes)


def _robustness(source: Source) -> dict[str, str]:
    """Return what is known of the version that was cited: nothing is made up.

    The date is that of the copy; without one, that on which the source was read.
    """
    found = {"data-originalurl": source.url}
    copy = source.archived
    day: date | None = copy.date if copy and copy.url else source.accessed
    if copy and copy.url:
        found["data-versionurl"] = copy.url
    if day:
        found["data-versiondate"] = day.isoformat()
    return found


def _open(translator: Any, node: attributed_link) -> None:
    """Write the start tag, all attributes escaped by docutils."""
    is_external = "refuri" in node
    names = "reference external" if is_external else "reference internal"
    address = node["refuri"] if is_external else f"#{node['refid']}"
    tag = translator.starttag(node, "a", "", CLASS=names, href=address, **node["html"])
    translator.body.append(tag)


def _close(translator: Any, node: attributed_link) -> None:
    translator.body.append("</a>")


def _open_plain(translator: Any, node: attributed_link) -> None:
    translator.visit_reference(node)


def _close_plain(translator: Any, node: attributed_link) -> None:
    translator.depart_reference(node)


def _open_in_print(translator: Any, node: attributed_link) -> None:
    """Begin a link of the book; a number that is one has no page behind it, as others have."""
    if "refuri" in node:
        translator.visit_reference(node)
        return
    page = translator.curfilestack[-1]
    for own in node["ids"]:
        translator.body.append(translator.hypertarget(own, anchor=not translator.in_caption))
    translator.body.append(translator.hyperlink(f"{page}:{node['refid']}"))


def _close_in_print(translator: Any, node: attributed_link) -> None:
    if "refuri" in node:
        translator.depart_reference(node)
    else:
        translator.body.append("}}")


def setup(app: Sphinx) -> None:
    """Register the links."""
    plain = (_open_plain, _close_plain)
    app.add_node(
        attributed_link,
        html=(_open, _close),
        latex=(_open_in_print, _close_in_print),
        text=plain,
        man=plain,
        texinfo=plain,
    )
