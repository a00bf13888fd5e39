"""What must hold of the pages of a website, whatever they are about."""

from __future__ import annotations

import os
import random
import re
import runpy
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import polib
from bs4 import BeautifulSoup, Comment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bs4 import Tag

# how many pages a language of the archive are looked at; SAMPLE=all: each; another seed, others
SAMPLE = os.environ.get("SAMPLE", "24")
SEED = int(os.environ.get("SAMPLE_SEED", "1"))
_ADDRESSES = ("src", "href", "data", "action", "srcset")
_MARKUP = re.compile(r"\{\w+\}`|\]\(|\]\[|:::|`\w|\{\.|\[\*|%s|%\(")
# Attributes that are read to somebody, and of whose elements
_SAID_IN = {
    "*": "aria-label",
    ":not(link)": "title",
    "img": "alt",
    "input": "placeholder",
    ":is([name=description], [property='og:title'], [property='og:site_name'])": "content",
}
# words that French has at every turn, and that Romanian and Russian do not have at all
_FRENCH = re.compile(r"\b(?:aux|avec|cette|ces|dans|des|du|est|et|les|leur|ou|par|pour|sur)\b")
_NAMED = re.compile("[“„«][^”»]*[”»]|[(][^)]*[)]")
# Of words that are no names, and that neither English nor Romanian have
_FRENCH_LETTERS = re.compile(r"(?<![\w’'-])(?!attachés?\b)[a-zéèêàç][\w’]*?[éèêëàùûïçœô]\w*")
_FRENCH_SPACES = re.compile("«[ \u00a0\u202f]|[ \u00a0\u202f]»|\\w[ \u00a0\u202f][:;!?](?!\\w)")


@dataclass(frozen=True)
class Website:
    """The website that was built in *project*."""

    project: Path

    @property
    def folder(self) -> Path:
        """What was written last, published or not."""
        return self.project / "_build" / "work" / "html"

    def languages(self) -> tuple[str, ...]:
        """Return the languages that ``conf.py`` lists."""
        return tuple(runpy.run_path(str(self.project / "conf.py"))["seminars_languages"])

    def names(self, language: str) -> list[str]:
        """Return the pages of *language* by their paths."""
        folder = self.folder / language
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))

    def sample(self) -> list[str]:
        """Return some names of pages, the same in each run and language; or all."""
        names = self.names(self.languages()[0])
        if SAMPLE == "all" or len(names) <= int(SAMPLE):
            return names
        return sorted(random.Random(SEED).sample(names, int(SAMPLE)))  # noqa: S311 - no secret

    def page(self, language: str, name: str) -> BeautifulSoup:
        return parsed(self.folder / language / name)

    def interface(self, language: str) -> dict[str, str]:
        """Return the words of the interface in *language* by their messages."""
        path = self.project / "locales" / language / "LC_MESSAGES" / "_interface.po"
        return {one.msgid: one.msgstr for one in polib.pofile(str(path)) if not one.obsolete}


@cache
def parsed(path: Path) -> BeautifulSoup:
    """Return the page at *path*."""
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def own_texts(page: BeautifulSoup, language: str) -> set[str]:
    """Return the texts, labels and descriptions that a page gives out as being in *language*."""
    texts = [
        (text.parent, text)
        for text in page.find_all(string=True)
        if not isinstance(text, Comment) and text.parent.name not in {"script", "style"}
    ]
    texts += [
        (element, element[name])
        for selector, name in _SAID_IN.items()
        for element in page.select(f"{selector}[{name}]")
    ]
    names = ["original-name"]  # as somebody writes it, in no language
    found = {
        " ".join(text.split())
        for place, text in texts
        if _language(place) == language and place.get("class") != names
    }
    return found - {""}


def _language(element: Tag) -> str | None:
    """Return the language that *element* or what is around it says that it is in."""
    around = element if element.get("lang") else element.find_parent(lang=True)
    return around and str(around["lang"])


def anchors(page: BeautifulSoup) -> list[str]:
    """Return the anchors of an article in their order.

    Where no other language has a name for a record, its page has no list of these. What names a
    record may do so in one language alone: in a note on the words of that language.
    """
    ids = (element["id"] for element in page.select("article [id]"))
    own = [name for name in ids if not name.startswith("dossier-elsewhere")]
    return [name for name in own if name != "names-elsewhere"]


def markup_left(texts: Iterable[str]) -> list[str]:
    """Return the texts in which markup was left."""
    return [text for text in texts if _MARKUP.search(text)]


def french(texts: Iterable[str]) -> list[str]:
    """Return the texts that are French by the words in them."""
    without_addresses = {text: re.sub(r"\S*[/.]\S+", "", text) for text in texts}
    return [text for text, shown in without_addresses.items() if len(_FRENCH.findall(shown)) > 1]


def in_french_letters(texts: Iterable[str]) -> list[str]:
    """Return the texts with words in French letters, or with signs spaced as French spaces them.

    Names begin with a capital; what is quoted, or named in brackets, is in its own language.
    """
    own = {text: _NAMED.sub("", text) for text in texts}
    return [text for text, shown in own.items() if _FRENCH_LETTERS.search(shown)] + [
        text for text in own if _FRENCH_SPACES.search(text)
    ]


def french_addresses(page: BeautifulSoup) -> list[str]:
    """Return the addresses of French pages behind words that do not say that these are French."""
    return [
        link["href"]
        for link in page.select("a[href^=http]")
        if re.search(r"/fr[/_-]|/FR/", link["href"])
        and not link.find_parent(class_="sources-list")  # a source stands where it was read
        and not link.find(lang="fr")
        and link.find_parent(lang=True)["lang"] != "fr"
    ]


def asked_of_others(page: BeautifulSoup) -> Iterator[str]:
    """Yield each address of another server that a browser asks to show the page."""
    element: Tag
    for element in page.select("script[src], link[rel=stylesheet], img, iframe, source"):
        address = str(element.get("src") or element.get("href"))
        if address.startswith(("http:", "https:", "//")):
            yield address


def refused(page: str) -> list[str]:
    """Return what of the HTML *page* a policy of ``default-src 'self'`` refuses, as it is written.

    That is a style or a script in the page, and a picture that is no file
    (https://www.w3.org/TR/CSP3/#should-block-inline).
    """
    return [
        str(tag)
        for tag in BeautifulSoup(page, "html.parser").find_all(True)
        if tag.name == "style"
        or (
            tag.name == "script" and not tag.get("src") and tag.get("type") != "application/ld+json"
        )
        or any(name == "style" or name.startswith("on") for name in tag.attrs)
        or any(re.match("(?:data|javascript|blob):", str(tag.get(name, ""))) for name in _ADDRESSES)
    ]
