"""What is compared: this project, the stock build of the same corpus, and two other tools."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import ROOT, SOURCE
from benchmarks.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
WORK = ROOT / "_build" / "benchmarks"
RENAMED = "glossary/organisations/unodc"


class Side:
    """The project itself: one command builds all languages, side by side."""

    def __init__(self, corpus: Path, folder: Path, languages: Sequence[str]) -> None:
        self.folder, self.languages = folder, languages
        self.page = min(path.stem for path in (corpus / "events").glob("*-place*.md"))
        shutil.rmtree(folder, ignore_errors=True)
        self.prepare(corpus)

    def prepare(self, corpus: Path) -> None:
        """Put into the folder what is to be built."""
        shutil.copytree(corpus, self.folder)

    def commands(self) -> list[list[str]]:
        """Return the commands that build everything that is out of date."""
        return [[sys.executable, "-m", "commands", "html"]]

    def change_page(self) -> None:
        """Add a paragraph to a seminar."""
        _append(self.folder / "events" / f"{self.page}.md")

    def change_translation(self) -> None:
        """Change one sentence of a seminar in the last of the languages."""
        folder = self.folder / "locales" / self.languages[-1] / "LC_MESSAGES" / "events"
        _substitute(folder / f"{self.page}.po", r'\."\s*\Z', ' 1."\n')

    def change_name(self) -> None:
        """Rename an organisation that many seminars refer to."""
        _substitute(self.folder / f"{RENAMED}.md", r"(?m)^# ", "# 1 ")


class Stock(Side):
    """Sphinx as it comes, with the same content, extension, theme and settings."""

    def prepare(self, corpus: Path) -> None:
        """Put the settings of the stock build beside those of the corpus."""
        super().prepare(corpus)
        (self.folder / "stock").mkdir()
        shutil.copyfile(HERE / "stock_conf.py", self.folder / "stock" / "conf.py")

    def commands(self) -> list[list[str]]:
        """Return one build to a language."""
        sphinx = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-n", "-c", "stock"]
        return [
            [*sphinx, "-D", f"language={language}", ".", f"_build/stock/{language}"]
            for language in self.languages
        ]


class _PlainSide(Side):
    """Another tool, which builds plain Markdown: a file to a page and a language."""

    content: str

    def change_page(self) -> None:
        """Add a paragraph to a seminar in the source language."""
        _append(self.folder / self.content / SOURCE / "events" / f"{self.page}.md")

    def change_translation(self) -> None:
        """Add a paragraph to a seminar in the last of the languages."""
        _append(self.folder / self.content / self.languages[-1] / "events" / f"{self.page}.md")

    def change_name(self) -> None:
        """Rename an organisation on its own page; links keep the old name."""
        path = self.folder / self.content / SOURCE / f"{RENAMED}.md"
        _substitute(path, r'(?m)^(# |title: ")', r"\g<1>1 ")


class MkDocs(_PlainSide):
    """MkDocs with Material and mkdocs-static-i18n."""

    content = "docs"

    def prepare(self, corpus: Path) -> None:
        """Write the pages and the settings."""
        Plain(corpus, self.folder / "docs", ".md", "index.md", False).write(self.languages)
        entries = "".join(
            f"        - {{locale: {code}, name: {code}, default: {str(code == SOURCE).lower()}}}\n"
            for code in self.languages
        )
        settings = (HERE / "mkdocs.yml").read_text("utf-8")
        (self.folder / "mkdocs.yml").write_text(settings + entries, encoding="utf-8")

    def commands(self) -> list[list[str]]:
        """Return the command of MkDocs, which builds all pages each time."""
        return [[f"{_mkdocs()}/bin/mkdocs", "build", "--quiet"]]


class Hugo(_PlainSide):
    """Hugo with a small theme: head, sections, neighbours, languages."""

    content = "content"

    def prepare(self, corpus: Path) -> None:
        """Write the pages, the settings and the theme."""
        if not shutil.which("hugo"):
            sys.exit("there is no hugo: install it with apt-get install hugo")
        Plain(corpus, self.folder / "content", ".html", "_index.md", True).write(self.languages)
        shutil.copytree(HERE / "hugo", self.folder, dirs_exist_ok=True)
        entries = "".join(
            f'[languages.{code}]\ncontentDir = "content/{code}"\n' for code in self.languages
        )
        with (self.folder / "hugo.toml").open("a", encoding="utf-8") as settings:
            settings.write(entries)

    def commands(self) -> list[list[str]]:
        """Return the command of Hugo, which builds all pages each time."""
        return [["hugo", "--quiet", "--cleanDestinationDir"]]


class HugoWithSearch(Hugo):
    """Hugo and then Pagefind, which Hugo's users take for search."""

    def commands(self) -> list[list[str]]:
        """Return the command of Hugo, and the one that indexes all languages."""
        index = [sys.executable, "-m", "pagefind", "--quiet", "--site", "public"]
        return [*super().commands(), index]


SIDES: dict[str, type[Side]] = {
    "ours": Side,
    "stock": Stock,
    "mkdocs": MkDocs,
    "hugo": Hugo,
    "hugo+pagefind": HugoWithSearch,
}


@cache
def _mkdocs() -> Path:
    """Return a virtual environment with MkDocs, made once."""
    environment, requirements = WORK / "mkdocs", HERE / "requirements-mkdocs.txt"
    if not (environment / "bin" / "mkdocs").exists():
        subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
        pip = [f"{environment}/bin/python", "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, "--require-hashes", "--requirement", str(requirements)], check=True)
    return environment


def _append(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "\nUn paragraphe de plus.\n", encoding="utf-8")


def _substitute(path: Path, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, new, path.read_text("utf-8"), count=1)
    assert count == 1, path
    path.write_text(text, encoding="utf-8")
