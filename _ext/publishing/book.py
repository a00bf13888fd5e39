"""Print the book: LaTeX of each language to PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from babel.core import get_global

from publishing.freshness import output_folder
from publishing.project import BUILD

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BOOKS = BUILD / "pdf"
# LaTeX must never wait for a key
_LATEXMK = ("latexmk", "-pdfxe", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error")
# upmendex sorts by ICU; xindy, Sphinx's choice for XeLaTeX, puts Ș under P. -f: a name in letters
# that it does not know is no reason to stop, for the log of TeX tells whether the fonts have them
_INDEX = ("-e", "$makeindex = 'upmendex -q -f -s archive.ist -o %D %S'")
_INDEX_STYLE = r"""
icu_locale "{language}"
character_order "{scripts}"
headings_flag 1
heading_prefix "  \\letterhead{{"
heading_suffix "}}\n"
item_0 "\n\\item \\archivename{{"
delim_0 "}}, "
delim_r "--"
"""


def typeset(languages: Sequence[str]) -> list[str]:
    """Typeset the books of *languages* into ``_build/pdf/``; return the languages that failed."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        results = list(pool.map(_typeset_one, languages))
    return [language for language, good in zip(languages, results, strict=True) if not good]


def _typeset_one(language: str) -> bool:
    name = f"seminars-{language}"
    folder = output_folder("latex", language)
    print(f"[{language}] typesetting {name}.pdf", flush=True)
    style = _INDEX_STYLE.format(language=language, scripts=_scripts(language))
    (folder / "archive.ist").write_text(style, encoding="utf-8")
    (folder / f"{name}.ind").unlink(
        missing_ok=True
    )  # latexmk does not know that it needs the style
    environment = os.environ | {"SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "0")}
    result = subprocess.run(
        [*_LATEXMK, *_INDEX, f"{name}.tex"],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if result.returncode:
        tail = result.stdout.decode("utf-8", "replace").splitlines()[-25:]
        print("\n".join(f"[{language}] {line}" for line in tail), flush=True)
        for stale in folder.glob(f"{name}.*"):  # half-written files would break the next run too
            if stale.suffix != ".tex":
                stale.unlink()
        return False
    BOOKS.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / f"{name}.pdf", BOOKS / f"{name}.pdf")
    print(f"[{language}] {_relative(BOOKS / name)}.pdf", flush=True)
    return True


def _scripts(language: str) -> str:
    """Return Latin, Cyrillic and Greek in the order of the index of *language*."""
    likely = get_global("likely_subtags").get(language, "")
    return "CLG" if "_Cyrl" in likely else "LCG"


def _relative(path: Path) -> Path:
    return path.relative_to(BUILD.parent)
