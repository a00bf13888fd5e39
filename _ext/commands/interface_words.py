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
from records import facets, persons
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
# What is said to translators of a word, by the file in which it stands
_FACETS = "_ext/records/facets.py"
_COUNTRIES = "_ext/cldr/former_countries.py"
_PERSONS = "_ext/records/persons.py"
ROW = "Interface: line of the fact sheet"
VALUE = "Interface: value of a line of the fact sheet"
USES = {
    "_ext/seminars/row_shapes.py": ROW,
    "_ext/seminars/recommendations.py": "Interface: recommendation",
    _COUNTRIES: "Interface: country that no longer exists, under the name that it had",
    _PERSONS: "Interface: in the place of a person’s name that was withdrawn",
    _FACETS: "Interface: list of seminars, page of the site",
    "_ext/seminars/book/": "Interface: printed book",
    "sphinx/templates/latex": "Interface: printed book",
    "sphinx/builders/latex": "Interface: printed book",
    "sphinx/writers/latex": "Interface: printed book",
    "_ext/seminars": "Interface: text that the archive composes",
    "_templates": "Interface: page of the site",
    "furo": "Interface: page of the site, theme Furo",
    "": "Interface: text of Sphinx",
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
            yield _Word(f"_ext/{kind.file}", message, VALUE if is_value else ROW, is_own=True)
    for name, method in (("_ext/seminars", "python"), ("_templates", "jinja2")):
        for file, message in _extract(ROOT / name, method):
            yield _Word(f"{name}/{file}", message, _use(f"{name}/{file}"), is_own=True)
    for message in facets.words():
        yield _Word(_FACETS, message, _use(_FACETS), is_own=True)
    yield _Word(_PERSONS, persons.NAMELESS, _use(_PERSONS), is_own=True)
    for message in former_countries.names():
        yield _Word(_COUNTRIES, message, _use(_COUNTRIES), is_own=True)
    for place, message in _upstream_messages():
        yield _Word(place, message, _use(place))


def _use(place: str) -> str:
    """Return where readers meet the messages in the file *place*."""
    return next(USES[start] for start in USES if place.startswith(start))


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
