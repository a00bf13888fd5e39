"""Write the pages of a corpus as plain Markdown, for tools that know neither records nor gettext.

References become links with the name of their target, lists of records become lists of links,
facts become a list; every language has a file of its own.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polib
import yaml

from benchmarks.corpus import KINDS, SOURCE
from catalogues.role_syntax import role_pattern, title_and_target

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FOLDERS = {role: f"glossary/{folder}" for folder, role in KINDS.items()}
_ROLE = re.compile(role_pattern("org|instrument|concept"))
_DIRECTIVE = re.compile(r"^(```|:::)\{.*?^\1$", re.MULTILINE | re.DOTALL)
_ATTRIBUTES = re.compile(r"^\{[^}]*\}\n|(?<=\])\{[^}]*\}", re.MULTILINE)


@dataclass
class Plain:
    """Pages in the form that one tool wants."""

    corpus: Path
    target: Path  # one folder to a language
    suffix: str  # of a link
    home: str  # file name of the page of a folder
    title_in_front_matter: bool
    titles: dict[str, str] = field(default_factory=dict)  # of each page, in the language at work

    def write(self, languages: Sequence[str]) -> None:
        """Write every page in every language."""
        pages = [self.corpus / name for name in ("index.md", "about.md", "translation.md")]
        pages += sorted(
            p for name in ("events", "glossary") for p in (self.corpus / name).rglob("*.md")
        )
        sources = {self._name(page): page.read_text("utf-8") for page in pages}
        for language in languages:
            messages = {name: self._messages(language, name) for name in sources}
            for name, text in sources.items():
                heading = re.search(r"^# (.*)", text, re.MULTILINE)
                assert heading
                self.titles[name] = messages[name].get(heading[1], heading[1])
            for name, text in sources.items():
                self._page(language, name, "\n\n".join(self._blocks(name, text, messages[name])))

    def _name(self, page: Path) -> str:
        return page.relative_to(self.corpus).with_suffix("").as_posix()

    def _messages(self, language: str, name: str) -> dict[str, str]:
        path = self.corpus / "locales" / language / "LC_MESSAGES" / f"{name}.po"
        if language == SOURCE or not path.exists():
            return {}
        found = polib.pofile(str(path)).translated_entries()
        return {" ".join(entry.msgid.split()): entry.msgstr for entry in found}

    def _blocks(self, name: str, text: str, messages: dict[str, str]) -> Iterator[str]:
        """Yield the blocks of a page in its language."""
        facts: dict[str, object] = {}
        if text.startswith("---\n"):
            _, matter, text = text.split("---\n", 2)
            facts = yaml.safe_load(matter)
        text = _ATTRIBUTES.sub("", _DIRECTIVE.sub("", text))
        for number, block in enumerate(filter(None, map(str.strip, text.split("\n\n")))):
            mark, _, rest = block.partition(" ") if block.startswith("#") else ("", "", block)
            translated = messages.get(" ".join(rest.split()), rest)
            yield self._linked(name, f"{mark} {translated}".strip())
            if number == 0 and facts:
                yield "\n".join(f"- {key}: {value}" for key, value in facts.items())
        if name.endswith("/index"):
            below = (other for other in self.titles if os.path.dirname(other) == name[:-6])  # noqa: PTH120
            yield "\n".join(
                f"- {self._link(name, other)}" for other in sorted(below) if other != name
            )

    def _linked(self, name: str, block: str) -> str:
        def link(found: re.Match[str]) -> str:
            text, target = title_and_target(found[2])
            return self._link(name, f"{FOLDERS[found[1]]}/{target}", text)

        return _ROLE.sub(link, block).replace(".md)", f"{self.suffix})")

    def _link(self, name: str, target: str, text: str = "") -> str:
        place = os.path.relpath(target, os.path.dirname(name) or ".")  # noqa: PTH120
        return f"[{text or self.titles[target]}]({place}{self.suffix})"

    def _page(self, language: str, name: str, text: str) -> None:
        if self.title_in_front_matter:
            heading, _, text = text.partition("\n")
            title = json.dumps(heading.removeprefix("# "), ensure_ascii=False)
            text = f"---\ntitle: {title}\n---\n{text}"
        folder, _, last = name.rpartition("/")
        path = self.target / language / folder / (self.home if last == "index" else f"{last}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8")
