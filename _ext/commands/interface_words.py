"""The words of the interface: this project's, its theme's, and those that Sphinx lacks."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import furo
import polib
import sphinx
from babel.messages.extract import extract_from_dir

from cldr import former_countries
from commands.project import ROOT
from records import facets
from records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPHINX = Path(sphinx.__file__).parent
_FURO = Path(furo.__file__).parent / "theme"
_KEYWORDS = {"_": None, "gettext": None}

# What of Sphinx writes words on pages of this archive: not its search, nor the domains for code
_SPHINX_PARTS = ("locale", "writers", "builders/html", "builders/latex", "environment/adapters")
_LATEX_JINJA = {  # the marks in Sphinx's templates for LaTeX, where braces have their own meaning
    "block_start_string": "<%",
    "block_end_string": "%>",
    "variable_start_string": "<%=",
    "variable_end_string": "%>",
}
# What is said to translators of a word, by the file in which it stands; in French, as in pages
_FACETS = "_ext/records/facets.py"
_COUNTRIES = "_ext/cldr/former_countries.py"
_ROW = "Interface : ligne de la fiche"
_VALUE = "Interface : valeur d’une ligne de la fiche"
_USES = {
    "_ext/seminars/row_shapes.py": _ROW,
    "_ext/seminars/recommendations.py": "Interface : recommandation",
    _COUNTRIES: "Interface : pays qui n’existe plus, sous le nom qu’il portait",
    _FACETS: "Interface : liste de séminaires, page du site",
    "_ext/seminars/book/": "Interface : livre imprimé",
    "sphinx/templates/latex": "Interface : livre imprimé",
    "sphinx/builders/latex": "Interface : livre imprimé",
    "sphinx/writers/latex": "Interface : livre imprimé",
    "_ext/seminars": "Interface : texte composé par les archives",
    "_templates": "Interface : page du site",
    "furo": "Interface : page du site, thème Furo",
    "": "Interface : texte de Sphinx",
}
_PAGES = ("base.html", "layout.html", "page.html", "relations.html")


class _Word(NamedTuple):
    """A message in the file *place*, where readers meet it, and whether it is the archive's own."""

    place: str
    message: str
    use: str
    is_own: bool = False


def template(language: str) -> polib.POFile:
    """Return the messages of the catalogue of the interface for *language*, untranslated."""
    known = _upstream(language)
    found: defaultdict[str, list[_Word]] = defaultdict(list)
    for word in _words():
        if word.is_own or word.message not in known:
            found[word.message].append(word)
    pot = polib.POFile(wrapwidth=0)
    pot.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for message, words in sorted(found.items(), key=lambda one: (one[1][0].place, one[0])):
        entry = polib.POEntry(msgid=message)
        entry.occurrences = [(place, "") for place in sorted({word.place for word in words})]
        entry.comment = "\n".join(dict.fromkeys(word.use for word in sorted(words)))
        pot.append(entry)
    return pot


@cache
def _words() -> list[_Word]:
    """Return every message, the same for each language."""
    return list(_found_words())


def _found_words() -> Iterator[_Word]:
    for kind in KINDS:
        for message, is_value in kind.words():
            yield _Word(f"_ext/{kind.file}", message, _VALUE if is_value else _ROW, is_own=True)
    for name, method in (("_ext/seminars", "python"), ("_templates", "jinja2")):
        for file, message in _extract(ROOT / name, method):
            yield _Word(f"{name}/{file}", message, _use(f"{name}/{file}"), is_own=True)
    for message in facets.words():
        yield _Word(_FACETS, message, _use(_FACETS), is_own=True)
    for message in former_countries.names():
        yield _Word(_COUNTRIES, message, _use(_COUNTRIES), is_own=True)
    for place, message in _upstream_messages():
        yield _Word(place, message, _use(place))


def _use(place: str) -> str:
    """Return where readers meet the messages in the file *place*."""
    return next(_USES[start] for start in _USES if place.startswith(start))


def _upstream_messages() -> Iterator[tuple[str, str]]:
    """Yield (place, message) of what Sphinx and the theme put on pages."""
    for name, folder in (("furo", _FURO), ("sphinx", _SPHINX / "themes" / "basic")):
        for file, message in _extract(folder, "jinja2"):
            if Path(file).name in _PAGES:
                yield f"{name}/{Path(file).name}", message
    for file, message in _extract(_SPHINX / "templates" / "latex", "jinja2", **_LATEX_JINJA):
        yield f"sphinx/templates/latex/{file}", message
    for part in _SPHINX_PARTS:
        for file, message in _extract(_SPHINX / part, "python"):
            yield f"sphinx/{part}/{file}", message


def _extract(folder: Path, method: str, **options: str) -> Iterator[tuple[str, str]]:
    """Yield (file, message) of the words in *folder* that are marked for translation."""
    pattern = "**.py" if method == "python" else "**.jinja" if options else "**.html"
    for file, _line, message, _comments, _context in extract_from_dir(
        folder, [(pattern, method)], keywords=_KEYWORDS, options_map={pattern: options}
    ):
        yield str(file), message if isinstance(message, str) else message[0]


def _upstream(language: str) -> frozenset[str]:
    """Return the messages that Sphinx's own catalogue of *language* translates."""
    path = _SPHINX / "locale" / language / "LC_MESSAGES" / "sphinx.mo"
    if not path.exists():
        return frozenset()
    return frozenset(entry.msgid for entry in polib.mofile(str(path)))
