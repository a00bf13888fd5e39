"""Countries that are no more, by the codes that they had (ISO 3166-3).

CLDR has given up their names, so they are words of the interface. Territories without people of
their own, such as Midway or the Panama Canal Zone, are left out: nobody meets there.
"""

from __future__ import annotations

from typing import NamedTuple

from cldr.languages import countries, country_name


class Former(NamedTuple):
    """A country that is no more: its code of four letters, its name, and its years.

    The code begins with the two letters of ISO 3166-1 that it had; the standard begins in 1974.
    """

    code: str
    name: str
    until: int
    since: int = 1974

    @property
    def short(self) -> str:
        """The two letters that it had, which another one may have had since."""
        return self.code[:2]


# ISO 3166-3:2020; the years are those of the withdrawal of the code and, if later, of its issue
_FORMER = (
    Former("ANHH", "Netherlands Antilles", 2010),
    Former("BUMM", "Burma", 1989),
    Former("BYAA", "Byelorussian SSR", 1992),
    Former("CSHH", "Czechoslovakia", 1993),
    Former("CSXX", "Serbia and Montenegro", 2006, 2003),
    Former("DDDE", "German Democratic Republic", 1990),
    Former("DYBJ", "Dahomey", 1977),
    Former("HVBF", "Upper Volta", 1984),
    Former("RHZW", "Southern Rhodesia", 1980),
    Former("SUHH", "Soviet Union", 1992),
    Former("TPTL", "East Timor", 2002),
    Former("VDVN", "Democratic Republic of Viet Nam", 1977),
    Former("YDYE", "Democratic Yemen", 1990),
    Former("YUCS", "Yugoslavia", 2003),
    Former("ZRCD", "Zaire", 1997),
)


def former(code: str, *, year: int = 0) -> Former | None:
    """Return the country that had the *code* of two or four letters: in a *year*, or at last."""
    found = [one for one in _FORMER if code in {one.code, one.short}]
    in_year = [one for one in found if one.since <= year <= one.until]
    return next(iter(in_year or found[::-1]), None)


def full_code(code: str) -> str:
    """Return the *code* of a country, in four letters where it is no more."""
    gone = None if code in countries() else former(code)
    return gone.code if gone else code


def country_or_message(code: str, *, locale: str) -> str:
    """Return the name of a country in *locale*, of one that is no more the message that says it."""
    gone = None if code in countries() else former(code)
    return gone.name if gone else country_name(code, locale=locale)


def names() -> list[str]:
    """Return the names: messages of the interface."""
    return [one.name for one in _FORMER]
