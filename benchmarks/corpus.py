"""Make a corpus: synthetic seminars with references and complete catalogues, from a seed.

A corpus is a project folder of its own, with this archive's settings, extension and glossary.
"""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import polib

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]
# What the seminars stand among: the same whatever the archive has, so that figures can be compared
CONTENT = ROOT / "tests" / "example"
CODE = ("conf.py", "_ext", "_static", "_templates")
PAGES = (
    *("index.md", "about.md", "recommendations.md", "translation.md"),
    *("events/index.md", "series", "glossary"),
)
SOURCE = "fr"
SYLLABLES = {
    "fr": "ba ce di fo gu la me ni po ru sa té vi çon mer quel tion ment eur ance",
    "en": "ba ce di fo gu la me ni po ru sa the vi shall mer quil tion ment er ance",
    "ro": "ba ce di fo gu la me ni po ru să te vi țea mer ție rea ment or anță",
    "ru": "ба це ди фо гу ла ме ни по ру са те ви щий мер ция ние мент ор анс",
}
COUNTRIES = ("MD", "FR", "RO", "BG", "RS", "HR", "AT", "UZ", "GE", "ME")
KINDS = {"organisations": "org", "instruments": "instrument", "concepts": "concept"}
PARAGRAPHS, SECTIONS, REFERENCES = 32, 5, 14
WORDS = (15, 27)  # of a paragraph: 600 to 900 of a page

_FRONT_MATTER = """---
type: seminar
start: {start}
end: {end}
city: {city}
country: {country}
organisers: [{organisers}]
funders: [{funder}]
updated: 2026-01-01
sources:
  - {{id: page, kind: report, url: "https://example.org/{number}", title: Page {number}, lang: fr,
     publisher: unodc}}
---

"""


def make(target: Path, *, seminars: int, languages: Sequence[str], seed: int = 1) -> Path:
    """Write a corpus of *seminars* pages, complete in *languages*, into *target*."""
    shutil.rmtree(target, ignore_errors=True)
    for name in (*CODE, *PAGES):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        source = (ROOT if name in CODE else CONTENT) / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, target / name, ignore=ignored)
        else:
            shutil.copyfile(source, target / name)
    for path in [*(target / "glossary").rglob("*.md"), target / "about.md"]:
        _forget_other_seminars(path)
    _limit_languages(target / "conf.py", languages)
    writer = _Writer(target, languages, random.Random(seed))  # noqa: S311 - no secret
    for number in range(seminars):
        writer.seminar(number)
    for language in languages:
        _copy_catalogues(target, language)
    return target


def _forget_other_seminars(path: Path) -> None:
    """Take out the paragraphs that refer to seminars, so that all others stay translated."""
    blocks = path.read_text("utf-8").split("\n\n")
    kept = [block.strip("\n") for block in blocks if not re.search(r"\{(event|rec)\}", block)]
    path.write_text("\n\n".join(kept) + "\n", encoding="utf-8")


def _limit_languages(conf: Path, languages: Sequence[str]) -> None:
    """Keep of the languages in *conf* those that the corpus has."""
    lines = conf.read_text("utf-8").splitlines(keepends=True)
    entry = re.compile(r'    "(\w\w)": (?:"\w\w_\w\w"|\d+),\n')
    kept = (line for line in lines if not (m := entry.fullmatch(line)) or m[1] in languages)
    conf.write_text("".join(kept), encoding="utf-8")


def _copy_catalogues(target: Path, language: str) -> None:
    """Take the catalogues of everything but the seminars."""
    source = CONTENT / "locales" / language / "LC_MESSAGES"
    for path in sorted(source.rglob("*.po")):
        name = path.relative_to(source)
        if name.parts[0] != "events" or name.stem == "index":
            copy = target / "locales" / language / "LC_MESSAGES" / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)


@dataclass(frozen=True)
class _Writer:
    """Writes seminars and their catalogues; the order of its calls decides what is written."""

    target: Path
    languages: Sequence[str]
    rng: random.Random

    def targets(self, folder: str) -> list[str]:
        """Return the ids of the records in a folder of the glossary."""
        found = (self.target / "glossary" / folder).glob("*.md")
        return sorted(path.stem for path in found if path.stem != "index")

    def seminar(self, number: int) -> None:
        """Write one seminar and its catalogues."""
        rng, start = self.rng, date(1995, 1, 1) + timedelta(days=number)
        name = f"events/{start}-place{number}"
        organisations = self.targets("organisations")
        city = self._message(1, stop="")
        front = _FRONT_MATTER.format(
            start=start,
            end=start + timedelta(days=1),
            city=city[SOURCE],
            country=rng.choice(COUNTRIES),
            organisers=", ".join(rng.sample(organisations, 2)),
            funder=rng.choice(organisations),
            number=number,
        )
        blocks = list(self._body())
        page = "\n\n".join(mark + texts[SOURCE] for mark, texts in blocks)
        (self.target / f"{name}.md").write_text(f"{front}{page}\n", encoding="utf-8")
        messages = [city, *(texts for _mark, texts in blocks)]
        for language in self.languages:
            if language != SOURCE:
                path = self.target / "locales" / language / "LC_MESSAGES" / f"{name}.po"
                _write_catalogue(path, {texts[SOURCE]: texts[language] for texts in messages})

    def _body(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the heading, section headings and paragraphs, each with what marks it."""
        referring = set(self.rng.sample(range(PARAGRAPHS), REFERENCES))
        yield "# ", self._message(8, stop="")
        for place in range(PARAGRAPHS):
            if place % (PARAGRAPHS // SECTIONS) == 1:
                yield "## ", self._message(3, stop="")
            reference = f" {self._reference()}" if place in referring else ""
            yield "", self._message(self.rng.randint(*WORDS), stop=f"{reference}.{{source}}`page`")

    def _reference(self) -> str:
        folder = self.rng.choice(sorted(KINDS))
        return f"{{{KINDS[folder]}}}`{self.rng.choice(self.targets(folder))}`"

    def _message(self, words: int, *, stop: str) -> dict[str, str]:
        """Return a sentence in every language."""
        languages = (SOURCE, *(code for code in self.languages if code != SOURCE))
        return {code: f"{self._words(code, words)}{stop}" for code in languages}

    def _words(self, language: str, words: int) -> str:
        syllables = SYLLABLES[language].split()
        spoken = (
            "".join(self.rng.choices(syllables, k=self.rng.randint(1, 3))) for _ in range(words)
        )
        return " ".join(spoken).capitalize()


def _write_catalogue(path: Path, messages: dict[str, str]) -> None:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.extend(polib.POEntry(msgid=text, msgstr=messages[text]) for text in messages)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
