"""What a record of the glossary is called in each language, and by whom: the status of its name.

A name is official, usual in authoritative texts, printed in a gazette, or rendered by the archive;
of a language that no key lists nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import Field, ValidationInfo, field_validator

from cldr.language_tags import closest
from records.facts import Facts
from records.fields import Country, Language, Name, Several, Url, fail
from records.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS = ("official", "usual", "rendered", "gazettes")


class Gazette(Part):
    """The official journal in which a title stands in a language that it is not authentic in."""

    lang: Language = Field(description="the language of that title")
    name: Name = Field(description="the gazette, in its own language")
    country: Country = Field(description="the State whose gazette it is")
    issue: Name | None = Field(None, description="number and date of the issue, as it prints them")


class Address(Part):
    """Where a record has a page of its own in a language."""

    lang: Language = Field(description="the language of the page")
    url: Url = Field(description="its address")


class Named(Facts):
    """The keys of what has a name in each language."""

    official: Several[Language] = Field(
        (), description="the languages in which the name on this page is official"
    )
    usual: Several[Language] = Field(
        (), description="the languages in which authorities use it, without its being official"
    )
    rendered: Several[Language] = Field(
        (), description="the languages in which the archive has made it, for want of another"
    )
    gazettes: tuple[Gazette, ...] = Field(
        (), description="the official journals that printed it in a language, as a translation"
    )
    urls: tuple[Address, ...] = Field(
        (), description="the official pages or texts by language; `url` is for all others"
    )

    @field_validator("usual", "rendered", "gazettes")
    @classmethod
    def _one_status(cls, value: tuple[object, ...], info: ValidationInfo) -> tuple[object, ...]:
        """Refuse a second status of a name."""
        before = _KEYS[: _KEYS.index(str(info.field_name))]
        for language in _languages(value):
            for key in before:
                if language in _languages(info.data.get(key, ())):
                    text = f"`{language}` stands in `{key}` too: a name has one status"
                    raise fail("status", text)
        return value

    @field_validator("gazettes", "urls")
    @classmethod
    def _one_a_language(cls, value: tuple[object, ...]) -> tuple[object, ...]:
        languages = list(_languages(value))
        for language in languages:
            if languages.count(language) > 1:
                raise fail("twice", f"`{language}` stands twice: keep one of them")
        return value


def _languages(values: Iterable[object]) -> Iterable[str]:
    return (str(getattr(value, "lang", value)) for value in values)


class NameStatus(NamedTuple):
    """The status of a name in one language, and the gazette that has it, if that is where."""

    value: Literal["official", "usual", "gazette", "rendered"]
    gazette: Gazette | None = None


def status_in(facts: Facts, language: str) -> NameStatus | None:
    """Return the status of the name in *language*; None where nothing is said of it."""
    if not isinstance(facts, Named):
        return None
    found = {
        **dict.fromkeys(facts.rendered, NameStatus("rendered")),
        **{one.lang: NameStatus("gazette", one) for one in facts.gazettes},
        **dict.fromkeys(facts.usual, NameStatus("usual")),
        **dict.fromkeys(facts.official, NameStatus("official")),
    }
    own = closest(language, found)
    return None if own is None else found[own]


def address_in(facts: Facts, language: str) -> Address | None:
    """Return the page to which readers of *language* are led, whatever language it is in.

    The language of the page is empty where neither ``url`` nor one of ``urls`` says it.
    """
    found = {one.lang: one for one in facts.urls} if isinstance(facts, Named) else {}
    own = closest(language, found)
    if own is not None:
        return found[own]
    if facts.url:
        said = (one.lang for one in found.values() if one.url == facts.url)
        return Address.model_construct(lang=next(said, ""), url=facts.url)
    return found.get("en") or next(iter(found.values()), None)


def is_translated(facts: Facts, language: str) -> bool:
    """Return whether a gazette has printed the text in *language*, in which it is not authentic."""
    return isinstance(facts, Named) and language in {one.lang for one in facts.gazettes}


def official_pages(facts: Facts) -> list[str]:
    """Return the addresses of the official pages of a record, each once."""
    found = [facts.url, *(one.url for one in facts.urls)] if isinstance(facts, Named) else []
    return list(dict.fromkeys(url for url in found if url))
