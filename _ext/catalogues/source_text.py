"""Tell a text in the language of the pages from one in that of a catalogue, by their small words.

A name is the same in many languages, and so are some words: in doubt, nothing is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogues.role_syntax import ROLES_OF_WORDS, Role, with_roles_replaced
from cldr.alphabets import has_letters_of

if TYPE_CHECKING:
    from collections.abc import Collection

_FOREIGN = re.compile(r"\[[^\]]*\]\{[^}]*\.language-[^}]*\}|«[^»]*»|[“„][^”“]*[”“]")  # or quoted
_OTHERS = re.compile(r"`[^`]*`|\]\([^)]*\)|\{[^}]*\}|<?https?://\S+|%\(\w+\)\w|%\w")
_SMALL_WORDS = re.compile(r"[^\W\d_]+(?:[ ’'-][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+")


class SourceText:
    """Knows the *function_words* of the *source* that the language *target* does not have."""

    def __init__(self, function_words: Collection[str], *, source: str, target: str) -> None:
        self._function_words = frozenset(function_words)
        self._source, self._target = source, target

    def is_in_source(self, text: str) -> bool:
        """Return whether *text* is one of the source for sure: prose, and no name.

        A name has capitals, and at most function words between them: Ministère de la Justice. What
        is between quotation marks may be the title of something.
        """
        words = _WORD.findall(_OTHERS.sub(" ", _FOREIGN.sub(" ", _with_words_of_roles(text))))
        function = [word for word in words if word.lower() in self._function_words]
        content = [word for word in words if word.lower() not in self._function_words]
        small = [word for word in content if word.islower()]
        if not small:
            return False
        if function or any(map(self._has_own_letter, small)):
            return True
        foreign = [word for word in small if not has_letters_of(word, language=self._target)]
        return len(foreign) == len(words) and _SMALL_WORDS.fullmatch(text) is not None

    def may_be_translation(self, text: str) -> bool:
        """Return whether *text* may be one of the target: none of the source, and no bare name."""
        words = _WORD.findall(text)
        is_other = any(word.islower() for word in words) or not all(
            has_letters_of(word, language=self._source) for word in words
        )
        return is_other and not self.is_in_source(text)

    def _has_own_letter(self, word: str) -> bool:
        """Return whether *word* has a letter that the source has of all its own, such as é."""
        return any(
            has_letters_of(letter, language=self._source)
            and not has_letters_of(letter, language=self._target)
            for letter in word
            if not letter.isascii()
        )


def letters(text: str) -> str:
    """Return the letters and digits of *text* alone, by which a copy is known."""
    return "".join(filter(str.isalnum, text)).casefold()


def _with_words_of_roles(text: str) -> str:
    def words(role: Role) -> str:
        return role.target if role.name in ROLES_OF_WORDS else role.title

    return with_roles_replaced(text, words)
