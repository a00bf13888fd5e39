"""The words of the interface: this project's, its theme's, and those that Sphinx lacks."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import furo
import polib
import sphinx
from babel.messages.extract import extract_from_dir

from commands.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_USES = {
    "_ext/seminars/fact_sheets.py": "Interface : ligne de la fiche",
    "_ext/seminars/labels.py": "Interface : valeur d’une ligne de la fiche",
    "_ext/seminars/recommendations.py": "Interface : recommandation",
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


def template(language: str) -> polib.POFile:
    """Return the messages of the catalogue ``sphinx`` for *language*, untranslated."""
    known = _upstream(language)
    found: dict[str, polib.POEntry] = {}
    for place, message, ours in _messages():
        if message in known and not ours:
            continue
        entry = found.setdefault(message, polib.POEntry(msgid=message))
        if place not in entry.occurrences:
            entry.occurrences.append(place)
    pot = polib.POFile(wrapwidth=0)
    pot.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for message in sorted(found, key=lambda text: (found[text].occurrences[0], text)):
        found[message].occurrences.sort()
        found[message].comment = _uses(place for place, _line in found[message].occurrences)
        pot.append(found[message])
    return pot


def _uses(places: Iterable[str]) -> str:
    """Return where readers meet a message that stands in the files *places*, one line each."""
    uses = (next(_USES[start] for start in _USES if place.startswith(start)) for place in places)
    return "\n".join(dict.fromkeys(uses))


@cache
def _messages() -> list[tuple[tuple[str, str], str, bool]]:
    """Return (place, message, whether it is this project's own), the same for each language."""
    return list(_found_messages())


def _found_messages() -> Iterator[tuple[tuple[str, str], str, bool]]:
    for name, method in (("_ext/seminars", "python"), ("_templates", "jinja2")):
        for file, message in _extract(ROOT / name, method):
            yield (f"{name}/{file}", ""), message, True
    for place, message in _upstream_messages():
        yield (place, ""), message, False


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
