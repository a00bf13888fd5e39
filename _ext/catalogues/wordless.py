"""Messages in which there is nothing to translate: a reference, a number, code, an address."""

from __future__ import annotations

import re
from functools import lru_cache

from catalogues.role_syntax import ROLES_OF_WORDS, Role, with_roles_replaced

_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
# Addresses: of links and images, between angle brackets, or bare; marks of footnotes, attributes
_ADDRESSES = re.compile(
    r"(?<=\])\([^()\s]*\)|<[a-z]+:[^<>\s]*>|https?://\S+|\[\^[^\]]+\]|(?<=[])`])\{[.#][^}]*\}"
)
# Letters and a space, which are in no role, no code and no address
_WORD_AT_START = re.compile(r"[^\W\d_]+ ")


@lru_cache(maxsize=4096)  # asked for in each language
def is_wordless(message: str) -> bool:
    """Return whether *message*, which is Markdown, has no word that a translator could change.

    A reference that has words of its own, or a link, has some; digits are none.
    """
    if message[:1].isalpha() and _WORD_AT_START.match(message):
        return False  # as most are
    text = _ADDRESSES.sub(" ", _CODE.sub(" ", with_roles_replaced(message, _words_of)))
    return not any(map(str.isalpha, text))


def _words_of(role: Role) -> str:
    return role.target if role.name in ROLES_OF_WORDS else role.title
