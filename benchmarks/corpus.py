"""Make a corpus: synthetic seminars with references and complete catalogues, from a seed.

A corpus is a project folder of its own, with this archive's settings, extension and glossary.
"""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
CODE = ("conf.py", "_ext", "_static", "_templates", "glossary", "about.md", "recommendations.md")
SYLLABLES = {
    "fr": [
        "ba",
        "ce",
        "di",
        "fo",
        "gu",
        "la",
        "me",
        "ni",
        "po",
        "ru",
        "sa",
        "té",
        "vi",
        "çon",
        "mer",
        "quel",
        "tion",
        "ment",
        "eur",
        "ance",
    ],
    "en": [
        "ba",
        "ce",
        "di",
        "fo",
        "gu",
        "la",
        "me",
        "ni",
        "po",
        "ru",
        "sa",
        "the",
        "vi",
        "shall",
        "mer",
        "quil",
        "tion",
        "ment",
        "er",
        "ance",
    ],
    "ro": [
        "ba",
        "ce",
        "di",
        "fo",
        "gu",
        "la",
        "me",
        "ni",
        "po",
        "ru",
        "să",
        "te",
        "vi",
        "țea",
        "mer",
        "ție",
        "rea",
        "ment",
        "or",
        "anță",
    ],
    "ru": [
        "ба",
        "це",
        "ди",
        "фо",
        "гу",
        "ла",
        "ме",
        "ни",
        "по",
        "ру",
        "са",
        "те",
        "ви",
        "щий",
        "мер",
        "ция",
        "ние",
        "мент",
        "ор",
        "анс",
    ],
}
COUNTRIES = ("MD", "FR", "RO", "BG", "RS", "HR", "AT", "UZ", "GE", "ME")
PARAGRAPHS, SECTIONS, REFERENCES = 32, 5, 14
WORDS = (15, 27)  # words of a paragraph: 600 to 900 of a page


def make(target: Path, *, seminars: int, languages: tuple[str, ...], seed: int = 1) -> Path:
    """Write a corpus of *seminars* pages with catalogues of *languages* into *target*."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in CODE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target / name)
    _without_real_events(target)
    rng = random.Random(seed)  # noqa: S311 - a corpus, not a secret
    targets = [
        (kind, path.stem)
        for folder, kind in (
            ("organisations", "org"),
            ("instruments", "instrument"),
            ("concepts", "concept"),
        )
        for path in sorted((target / "glossary" / folder).glob("*.md"))
        if path.stem != "index"
    ]
    (target / "events").mkdir()
    shutil.copyfile(ROOT / "events/index.md", target / "events/index.md")
    shutil.copyfile(ROOT / "index.md", target / "index.md")
    for number in range(seminars):
        _seminar(target, rng, number, targets, languages)
    for language in languages:
        _glossary_catalogues(target, language)
    return target


def _without_real_events(target: Path) -> None:
    """Take out of the glossary the sentences that refer to the real seminars."""
    for path in [*(target / "glossary").rglob("*.md"), target / "about.md"]:
        lines = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if "{event}" not in line), encoding="utf-8")


def _sentence(rng: random.Random, language: str, words: int) -> str:
    syllables = SYLLABLES[language]
    text = " ".join("".join(rng.choices(syllables, k=rng.randint(1, 3))) for _ in range(words))
    return f"{text[:1].upper()}{text[1:]}."


def _seminar(
    target: Path,
    rng: random.Random,
    number: int,
    targets: list[tuple[str, str]],
    languages: tuple[str, ...],
) -> None:
    """Write one seminar and its catalogues."""
    start = date(1995, 1, 1) + timedelta(days=number)
    name = f"{start}-place{number}"
    organisations = [target_id for kind, target_id in targets if kind == "org"]
    referred = rng.sample(range(PARAGRAPHS), REFERENCES)
    messages: dict[str, dict[str, str]] = {}

    def message(words: int, reference: str = "") -> str:
        texts = {code: _sentence(rng, code, words) for code in ("fr", *languages)}
        texts = {
            code: f"{text[:-1]} {reference}." if reference else text for code, text in texts.items()
        }
        messages[texts["fr"]] = texts
        return texts["fr"]

    body = [f"# {message(8)}"]
    for place in range(PARAGRAPHS):
        if place % (PARAGRAPHS // SECTIONS) == 1:
            body.append(f"## {message(3)}")
        reference = ""
        if place in referred:
            kind, target_id = rng.choice(targets)
            reference = f"{{{kind}}}`{target_id}`"
        body.append(message(rng.randint(*WORDS), reference))
    front = f"""---
type: seminar
start: {start}
end: {start + timedelta(days=1)}
city: {message(1).rstrip(".")}
country: {rng.choice(COUNTRIES)}
organisers: [{", ".join(rng.sample(organisations, 2))}]
funders: [{rng.choice(organisations)}]
updated: 2026-01-01
sources:
  - {{url: "https://example.org/{number}", title: Page {number}, lang: fr, publisher: unodc}}
---
"""
    page = target / "events" / f"{name}.md"
    page.write_text(front + "\n" + "\n\n".join(body) + "\n", encoding="utf-8")
    for language in languages:
        _catalogue(
            target / "locales" / language / "LC_MESSAGES" / "events" / f"{name}.po",
            {french.rstrip(): texts[language] for french, texts in messages.items()},
        )


def _catalogue(path: Path, messages: dict[str, str]) -> None:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for french, translation in messages.items():
        catalogue.append(polib.POEntry(msgid=french, msgstr=translation))
        if " " not in french:  # the name of a city stands without its full stop
            entry = polib.POEntry(msgid=french.rstrip("."), msgstr=translation.rstrip("."))
            catalogue.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


def _glossary_catalogues(target: Path, language: str) -> None:
    """Take the real catalogues of everything but the seminars."""
    source = ROOT / "locales" / language / "LC_MESSAGES"
    copy = target / "locales" / language / "LC_MESSAGES"
    for path in source.rglob("*.po"):
        name = path.relative_to(source)
        if name.parts[0] != "events" or name.stem == "index":
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy / name)
