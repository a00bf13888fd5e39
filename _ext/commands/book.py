"""Print the book: LaTeX of each language to PDF."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from functools import partial
from typing import TYPE_CHECKING

from cldr.scripts import script, script_name
from commands.processes import end_with, side_by_side
from commands.project import BUILD, languages
from commands.stamps import begin, built_of, note_built, output_folder, prepare
from commands.tex_log import faults, first_cause
from storage import entries, write_if_changed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BOOKS = BUILD / "pdf"
# What TeX or upmendex may work for in seconds of processor time, however busy the machine is: a
# book of 3,000 pages takes half a minute, and a loop of macros for ever
LONGEST = 900
# LaTeX must never wait for a key
_LATEXMK = ("latexmk", "-pdfxe", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error")
# upmendex sorts by ICU; xindy, Sphinx's choice for XeLaTeX, puts Ș under P. -f: a name in letters
# that it does not know is no reason to stop, for the log of TeX tells whether the fonts have them
_INDEX = ("-e", "$makeindex = 'upmendex -q -f -s archive.ist -o %D %S'")
# What Linux Libertine has, and how upmendex calls it
_SCRIPTS = {"Latn": "L", "Cyrl": "C", "Grek": "G"}
_INDEX_STYLE = r"""
icu_locale "{locale}"
character_order "{scripts}"
headings_flag 1
heading_prefix "  \\letterhead{{"
heading_suffix "}}\n"
item_0 "\n\\item \\archivename{{"
delim_0 "}}, "
delim_r "--"
"""


def offered(chosen: Sequence[str], of: str) -> dict[str, Path]:
    """Return the books that were printed of the sources that *of* stands for, by their languages.

    Another one may have what the pages do not have any more, be it a name: the site does not offer
    it, and a line says so.
    """
    prepare("pdf")
    printed = {code: path for code in chosen if (path := _book(code)).is_file()}
    current = {code: path for code, path in printed.items() if of in built_of("pdf", code)}
    if others := ", ".join(path.name for code, path in printed.items() if code not in current):
        print(
            f"{_relative(BOOKS)}/: {others}: not of the pages as they are, so the site does not "
            "offer it; `make latexpdf` prints it again",
            flush=True,
        )
    return current


def _book(language: str) -> Path:
    return BOOKS / f"seminars-{language}.pdf"


def printable(chosen: Sequence[str]) -> list[str]:
    """Return which of the languages *chosen* a book can be in; say why for each of the others."""
    found = []
    for language in chosen:
        locale = languages()[language]
        if script(locale) in _SCRIPTS:
            found.append(language)
        else:
            print(
                f"[{language}] latexpdf: there is no book in this language: the fonts of the book"
                f" have no {script_name(locale)} letters, but Latin, Cyrillic and Greek",
                flush=True,
            )
    return found


def typeset(chosen: Sequence[str]) -> list[str]:
    """Typeset the books of *chosen* languages into ``_build/pdf/``; return those that failed."""
    if shutil.which(_LATEXMK[0]) is None:
        print("latexpdf: latexmk is not there; `tools/debian-packages latexpdf` installs it")
        return list(chosen)
    prepare("pdf")
    results = side_by_side(_typeset_one, chosen, chunk=1) if chosen else []
    return [language for language, good in zip(chosen, results, strict=True) if not good]


def _typeset_one(language: str) -> bool:
    """Typeset the book of *language*; return whether it is whole."""
    name = f"seminars-{language}"
    folder = _folder(language)
    print(f"[{language}] typesetting {name}.pdf", flush=True)
    locale = languages()[language]
    style = _INDEX_STYLE.format(locale=locale, scripts=_scripts(locale))
    write_if_changed(folder / "archive.ist", style.encode())
    found = run_latex(folder, name)
    if found:
        for page, text in found:
            place = f"{page}.md: " if page else ""
            print(f"[{language}] ERROR: {place}{text}", flush=True)
        print(f"[{language}] the log of TeX is {_relative(folder / name)}.log", flush=True)
        return False
    note_built("pdf", language, built_of("latex", language))
    write_if_changed(_book(language), (folder / f"{name}.pdf").read_bytes())
    print(f"[{language}] {_relative(_book(language))}", flush=True)
    return True


def run_latex(folder: Path, name: str) -> list[tuple[str, str]]:
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
        preexec_fn=partial(_limit, os.getpid()),  # this process has one thread
    )
    log = _text(folder / f"{name}.log")
    if result.returncode:
        output = result.stdout.decode("utf-8", "replace")
        return [first_cause(log, _text(folder / f"{name}.ilg") + output)]
    return list(faults(log))


def _limit(parent: int) -> None:
    """End this process with *parent*; each program that it runs, when it has worked too long."""
    end_with(parent)
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    longest = LONGEST if hard == resource.RLIM_INFINITY else min(LONGEST, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (longest, hard))


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


def _scripts(locale: str) -> str:
    """Return the scripts of the index of *locale* as upmendex names them, its own one first."""
    own = _SCRIPTS.get(script(locale))
    return "".join(sorted(_SCRIPTS.values(), key=lambda letter: letter != own))


def _relative(path: Path) -> Path:
    return path.relative_to(BUILD.parent)
