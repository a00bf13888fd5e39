"""Links, and the addresses of the web and of mail that stand in a text as words."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from catalogues.rule import Rule, Sign, differences, without_words
from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.rule import Wrong
    from catalogues.structure import Structure

_END = r"[^\s<>()\[\]«»“”„\N{OBJECT REPLACEMENT CHARACTER}]"
_LABEL = r"[^\W_](?:[\w-]{0,62}[^\W_])?"
# Domains of countries that have other letters (https://www.iana.org/domains/root/db)
_NATIONAL = "рф|рус|укр|бел|бг|мкд|срб|мон|қаз|ею|ελ|ευ|հայ|გე|中国|中國|台灣|香港|한국"
# What looks like a sign of an address and is another one even for NFKC (confusables.txt, UTS #39)
_ALIKE = str.maketrans(
    dict.fromkeys("\u2044\u2215\u2571\u27cb\u29f8", "/")
    | dict.fromkeys("\u02d0\u02f8\u0589\u05c3\u2236\ua789\ua4fd", ":")
    | {"\ua4f8": "."}
)
_IDEOGRAPHIC_STOP = re.compile("(?<=[A-Za-z0-9])\u3002(?=[A-Za-z0-9])")  # not between sentences
_ADDRESS = re.compile(
    # a scheme and slashes of any kind, however many; what begins like a web server; a mail box;
    # a name with a domain that anybody can register in, or with a path behind it
    rf"(?i)\b[a-z][a-z0-9+.-]{{0,20}}:[/\\]{{1,9}}{_END}+"
    rf"|(?:mailto|tel|sms):{_END}+"
    rf"|\bwww\.{_END}+"
    rf"|(?<![\w.+-])[\w.+-]{{1,64}}@(?:{_LABEL}\.){{1,8}}[^\W\d_]{{2,24}}"
    rf"|(?<![\w.-])(?:{_LABEL}\.){{1,8}}(?:com|net|org|info|biz|int|gov|edu|io|app|dev|xyz|top|zip"
    rf"|eu|fr|md|ro|ru|uk|ua|рф)\b(?:/{_END}*)?"
    rf"|(?<![\w.-])(?:{_LABEL}\.){{1,8}}(?:[a-z]{{2,24}}|{_NATIONAL})/{_END}+"
)
# What an address has at least: most texts have nothing of it, look-alikes among them
_MARK = re.compile(r"[/\\@⁄∕／＼＠。．\u2024\u2571\u27cb\u29f8\ua4f8]|[.:：][^\W_]|:\+")
_NONE: Counter[str] = Counter()
_PUNCTUATION = ".,;:!?…’”»"


def addresses_in(text: str) -> Counter[str]:
    """Return the addresses in *text*, each once; look-alikes of ``/`` and ``.`` count as these."""
    if not _MARK.search(text):
        return _NONE
    plain = unicodedata.normalize("NFKC", text).translate(_ALIKE)
    plain = _IDEOGRAPHIC_STOP.sub(".", plain)
    return Counter({found.rstrip(_PUNCTUATION) for found in _ADDRESS.findall(plain)})


def _wordless(source: Structure, translation: Structure) -> list[Wrong]:
    return without_words("link", source, translation)


def _addresses(source: Structure, translation: Structure) -> Iterator[Wrong]:
    """Yield the addresses that stand as words, in whatever spelling, and are lost or foreign."""
    had, has = (addresses_in(part.visible) for part in (source, translation))
    return differences("the address", had, has, is_free=source.is_free)


def _of_interface(source: str, translation: str) -> Iterator[Wrong]:
    had, has = (addresses_in(html.unescape(text)) for text in (source, translation))
    for part in sorted(has - had):
        yield f"the address `{shown(part)}` is not in the source", "take it out"


RULE = Rule(
    name="link",
    finding="a link or an address is missing or new, or a link has no words",
    mend="copy the address from the message, character by character",
    structure=_wordless,
    prose=_addresses,
    counted="the link to",
    signs=(
        Sign(
            re.compile(r"(?i)\b(?:(?:java|vb)script\s*:|data:\w+/|file:/)"),
            "an address",
            anywhere=True,
        ),
        Sign(re.compile(r"\]\s?\[|\]\(|\]:"), "a link"),
    ),
    interface=_of_interface,
    skips_words=True,
)
