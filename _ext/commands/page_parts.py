"""The parts of a built page that the search treats each in its own way.

Our templates and transforms wrote them, so what they look like is known.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import NamedTuple

_H1 = re.compile(r"<h1\b[^>]*>(.*?)(?:<a class=\"headerlink\".*?)?</h1>", re.DOTALL)
_LINE = re.compile(r'<ul class="[^"]*\bfact-line\b[^"]*">(.*?)</ul>', re.DOTALL)
_ITEM = re.compile(r"<li\b[^>]*>(.*?)</li>", re.DOTALL)
_SHEET = re.compile(r'<dl class="fact-sheet\b.*?</dl>\s*(?=</details>)', re.DOTALL)
_FOOT = re.compile(
    r'<section class="record-foot" id="(?:sources|relations)">(.*?)</section>', re.DOTALL
)
_BACK_LINKS = re.compile(r'<span class="source-places">.*?</span>', re.DOTALL)
_LABEL = re.compile(r"<dt\b.*?</dt>", re.DOTALL)
_WAY = re.compile(r'<nav class="breadcrumbs".*?</nav>', re.DOTALL)
_LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LEAD = re.compile(r'<p class="lead\b')
_LANGUAGE = re.compile(r'<h1\b[^>]*>\s*<span[^>]* lang="([^"]*)"')


class Parts(NamedTuple):
    """What stands on a page around its prose, as text."""

    title: str
    section: str  # what lists the page, if it is not the home page
    line: tuple[str, ...]  # what stands below the title: kind, date, place
    facts: str  # the values of the fact sheet, sources and relations
    language: str  # of the title, where it is not translated


def parts_of(page: str) -> Parts:
    """Return the parts of *page*."""
    title, line, found = _H1.search(page), _LINE.search(page), _SHEET.search(page)
    sheet = _LABEL.sub(" ", found[0]) if found else ""
    way, language = _WAY.search(page), _LANGUAGE.search(page)
    above = [_text(found) for found in _LINK.findall(way[0])] if way else []
    return Parts(
        _text(title[1]) if title else "",
        above[-1] if len(above) > 1 else "",
        tuple(_text(item) for item in _ITEM.findall(line[1])) if line else (),
        _text(" ".join([sheet, *(_BACK_LINKS.sub(" ", foot) for foot in _FOOT.findall(page))])),
        language[1] if language else "",
    )


def marked(article: str, parts: Parts) -> str:
    """Return *article* with *parts* as Pagefind's metadata.

    Its first paragraph weighs more than the others; the name does not count here, for it has an
    index of its own.
    """
    known = {
        "title": parts.title,
        "section": parts.section,
        "line": " · ".join(parts.line),
        "lang": parts.language,
    }
    told = [
        f'<p data-pagefind-ignore data-pagefind-meta="{key}">{escape(value)}</p>'
        for key, value in known.items()
        if value
    ]
    # last, so that an excerpt has prose where there is any; Pagefind forgets a page without words
    told.append(f"<p>{escape(parts.title)}</p>")
    heavy = _LEAD.sub('<p data-pagefind-weight="3" class="lead', article, count=1)
    return heavy.replace("</article>", f"{''.join(told)}</article>", 1)


def _text(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())
