"""Print the book: LaTeX of each language to PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import partial
from typing import TYPE_CHECKING

from babel.core import get_global

from commands.processes import end_with, side_by_side
from commands.project import BUILD
from commands.stamps import begin, note_built, output_folder
from commands.tex_log import faults, first_cause
from storage import entries, write_if_changed

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
    if shutil.which(_LATEXMK[0]) is None:
        print("latexpdf: latexmk is not there; `tools/debian-packages latexpdf` installs it")
        return list(languages)
    results = side_by_side(_typeset_one, languages, chunk=1)
    return [language for language, good in zip(languages, results, strict=True) if not good]


def _typeset_one(language: str) -> bool:
    """Typeset the book of *language*; return whether it is whole."""
    name = f"seminars-{language}"
    folder = _folder(language)
    print(f"[{language}] typesetting {name}.pdf", flush=True)
    style = _INDEX_STYLE.format(language=language, scripts=_scripts(language))
    write_if_changed(folder / "archive.ist", style.encode())
    found = _run_latex(folder, name)
    if found:
        for page, text in found:
            place = f"{page}.md: " if page else ""
            print(f"[{language}] ERROR: {place}{text}", flush=True)
        print(f"[{language}] the log of TeX is {_relative(folder / name)}.log", flush=True)
        return False
    note_built("pdf", language, [])
    write_if_changed(BOOKS / f"{name}.pdf", (folder / f"{name}.pdf").read_bytes())
    print(f"[{language}] {_relative(BOOKS / name)}.pdf", flush=True)
    return True


def _run_latex(folder: Path, name: str) -> list[tuple[str, str]]:
    """Make the PDF *name* in *folder*; return what is wrong with which page of the archive."""
    index = folder / f"{name}.ind"
    index.unlink(missing_ok=True)  # latexmk does not know that it needs the style
    result = subprocess.run(
        [*_LATEXMK, *_INDEX, f"{name}.tex"],
        cwd=folder,
        env=os.environ | _environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        close_fds=False,  # or nobody would see that TeX still writes when this is killed
        preexec_fn=partial(end_with, os.getpid()),  # this process has one thread
    )
    log = _text(folder / f"{name}.log")
    if result.returncode:
        output = result.stdout.decode("utf-8", "replace")
        return [first_cause(log, _text(folder / f"{name}.ilg") + output)]
    return list(faults(log))


def _environment() -> dict[str, str]:
    """Return what TeX finds in its environment.

    It reads no file by its absolute path, none of a folder above and none that is hidden, and runs
    no command (https://tug.org/texinfohtml/kpathsea.html#Safe-filenames-1): whatever a text could
    make it do. Lines of its log are not cut, so that they can be read.
    """
    return {
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "0"),
        "openin_any": "p",
        "openout_any": "p",
        "shell_escape": "f",
        "max_print_line": "100000",
    }


def _text(path: Path) -> str:
    return path.read_text("utf-8", "replace") if path.exists() else ""


def _folder(language: str) -> Path:
    """Return the folder to typeset in, with what Sphinx has written and what TeX left behind."""
    latex, folder = output_folder("latex", language), output_folder("pdf", language)
    begin("pdf", language)
    for name, _state in list(entries(latex)):
        if not name.endswith("/"):
            write_if_changed(folder / name, (latex / name).read_bytes())
    return folder


def _scripts(language: str) -> str:
    """Return Latin, Cyrillic and Greek in the order of the index of *language*."""
    likely = get_global("likely_subtags").get(language, "")
    return "CLG" if "_Cyrl" in likely else "LCG"


def _relative(path: Path) -> Path:
    return path.relative_to(BUILD.parent)
