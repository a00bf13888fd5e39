"""The builder of the book: a language is what babel's own files say of it, for any of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.latex import LaTeXBuilder
from sphinx.builders.latex.util import ExtBabel
from sphinx.locale import _

from catalogues.checked_copy import CheckedCatalogues
from catalogues.locales import INTERFACE
from cldr.language_tags import tag
from cldr.scripts import script
from seminars.book.text import as_latex

if TYPE_CHECKING:
    from collections.abc import Iterator

# What has letters that Linux Libertine has not (Debian: fonts-dejavu-core)
_OTHER_FONTS = {"Geor": "DejaVu Serif", "Armn": "DejaVu Serif"}
_LANGUAGES = Path(__file__).with_name("languages.tex")
_CONTENTS = "Table of Contents"
_MAIN = "archivemain"  # letters alone: Sphinx makes a command of it


class BookBuilder(LaTeXBuilder):
    """The LaTeX builder without Sphinx's table of languages, which warns of all others."""

    def init_babel(self) -> None:
        """Name the language of the book."""
        self.babel = _BookBabel(self.config.language)

    def init_multilingual(self) -> None:
        """Load babel, and with it the language of the book.

        babel in every language: polyglossia, Sphinx's choice, takes three times as long for
        Russian (https://github.com/sphinx-doc/sphinx/issues/5254).
        """
        main = rf"\archiveprovide{{{_MAIN}}}{_tags(self.config.language)}{{,main}}"
        parts = [_LANGUAGES.read_text("utf-8"), main, *self._captions()]
        self.context["multilingual"] = "\n".join(parts)

    def _captions(self) -> Iterator[str]:
        """Yield what replaces captions of babel's: what a translator has written, and Sphinx."""
        checked = CheckedCatalogues.of(self.doctreedir, self.config.seminars_catalogues)
        contents = checked.translation(INTERFACE, _CONTENTS, language=self.config.language)
        if contents != _CONTENTS:
            word = rf"\renewcommand{{\contentsname}}{{{as_latex(contents)}}}"
            yield rf"\addto\captions{_MAIN}{{{word}}}"
        if _("Index") == "Index":
            self.context["printindex"] = r"\let\indexname\archiveindexname\printindex"


class _BookBabel(ExtBabel):
    """What Sphinx asks of babel: under which name it knows the language of the book."""

    def get_language(self) -> str:
        """Return the name of the language of the book."""
        return _MAIN

    def is_supported_language(self) -> bool:
        """Return whether babel knows the language: it says so itself."""
        return True


def passages_in(language: str) -> str:
    """Return the commands that have passages marked as *language* set by its rules and letters."""
    font = _OTHER_FONTS.get(script(tag(language)), "")
    return rf"\archivelanguage{{{language}}}{_tags(language)}{{{font}}}"


def _tags(language: str) -> str:
    """Return the tag of *language*, and what stands for it where babel has no file of that name."""
    whole = tag(language)
    return f"{{{whole}}}{{{whole.partition('-')[0]}}}"
