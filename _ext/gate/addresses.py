"""Addresses of the web and of mail that stand in a text as words, in whatever spelling."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_END = r"[^\s<>()\[\]«»“”„\N{OBJECT REPLACEMENT CHARACTER}]"
_LABEL = r"[^\W_](?:[\w-]{0,62}[^\W_])?"
_ADDRESS = re.compile(
    # a scheme and slashes of any kind, however many; what begins like a web server; a mail box;
    # a name with a domain that anybody can register in, or with a path behind it
    rf"(?i)\b[a-z][a-z0-9+.-]{{0,20}}:[/\\]{{1,9}}{_END}+"
    rf"|(?:mailto|tel|sms):{_END}+"
    rf"|\bwww\.{_END}+"
    rf"|(?<![\w.+-])[\w.+-]{{1,64}}@(?:{_LABEL}\.){{1,8}}[^\W\d_]{{2,24}}"
    rf"|(?<![\w.-])(?:{_LABEL}\.){{1,8}}(?:com|net|org|info|biz|int|gov|edu|io|app|dev|xyz|top|zip)\b"
    rf"(?:/{_END}*)?"
    rf"|(?<![\w.-])(?:{_LABEL}\.){{1,8}}[^\W\d_]{{2,24}}/{_END}+"
)
# What an address has at least: most texts have nothing of it, look-alikes among them
_MARK = re.compile(r"[/\\@⁄∕／＼＠。．]|[.:：][^\W_]|:\+")
_NONE: Counter[str] = Counter()
_PUNCTUATION = ".,;:!?…’”»"


def found_in(text: str) -> Counter[str]:
    """Return the addresses in *text*, each once; look-alikes of ``/`` and ``.`` count as these."""
    if not _MARK.search(text):
        return _NONE
    plain = unicodedata.normalize("NFKC", text)
    plain = plain.replace("\N{FRACTION SLASH}", "/").replace("\N{DIVISION SLASH}", "/")
    plain = plain.replace("\N{IDEOGRAPHIC FULL STOP}", ".")
    return Counter({found.rstrip(_PUNCTUATION) for found in _ADDRESS.findall(plain)})
