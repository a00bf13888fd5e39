"""What a page is about, for search engines and whoever links data: JSON-LD by schema.org.

A page is a ``WebPage`` with its translations, its sources and its licence; its record is what it
is mainly about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cldr.language_tags import tag
from formats.cited_pages import LICENCE
from formats.schema_org import CONTEXT, entity, filled

if TYPE_CHECKING:
    from formats.schema_org import Item, Page


def block(page: Page) -> Item:
    """Return the block of *page*."""
    site = {"@type": "WebSite", "name": page.archive, "url": page.site}
    facts = page.record.facts if page.record else None
    item = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": page.address,
        "url": page.address,
        "name": page.title.text,
        "inLanguage": tag(page.language),
        "description": page.description,
        "isPartOf": filled(site),
        "license": LICENCE,
        "version": page.edition.number,
        "dateModified": str(facts.updated) if facts else "",
        "isBasedOn": list(dict.fromkeys(one.url for one in facts.sources)) if facts else [],
        **_translations(page),
        "mainEntity": entity(page, page.record, facts) if page.record and facts else {},
    }
    return filled(item)


def _translations(page: Page) -> Item:
    """Return of the source its translations, and of a translation its source."""
    own, source = tag(page.language), tag(page.source)
    others = {
        code: {"@type": "WebPage", "@id": url, "inLanguage": code}
        for code, url in page.alternates.items()
        if code not in {own, "x-default"}
    }
    if own == source:
        return {"workTranslation": list(others.values())}
    return {"translationOfWork": others.get(source)}
