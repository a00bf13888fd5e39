"""Every text in every place of a book is printed as it stands, or the book says what it lacks."""

from __future__ import annotations

import base64
import re
import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pikepdf
import polib
import pytest

from support import PAGES, publish, small_project, write

if TYPE_CHECKING:
    from pathlib import Path

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
NAME = "Archives des séminaires contre la traite des êtres humains"
ORGANISATION = "glossary/organisations/unodc.md"
SECRET = "makeglo"  # noqa: S105 - what stands in a file beside the book
# Smart quotes, dashes and dots change what stands in Markdown, on the page too: none of them here
TEXTS = (
    r"& % # _ $ { } ~ ^ \ ",
    r"\input{latexmkrc}",
    r"^^5cinput{latexmkrc} ^^5c^^69nput{latexmkrc}",
    r"\end{document} \csname end\endcsname{document}",
    r"%} } { \fi \else \fi %",
    r"!@|! a!b@c|d |see{x} |(",
    r"$$ x $ \( \[ \) $",
    r"\par \[1em] \newpage",
    r"[x] ]{}[ [1]",
    r"< > << >> `` ,,",
    r"#1 ##2 \def\x#1{#1}",
    r"\begin{verbatim} \verb|x| \write18{id}",
    r"ECLI:EU:C:2019:873 a:b;c?d!e 9:30",
    "so\N{SOFT HYPHEN}ft hy\N{SOFT HYPHEN}phens",
)
# What they change stands in plain text alone
QUOTES = ('"" a"b "! "@', "'' ``x'' ---", r"\\ \\[1em]")


def markdown(text: str) -> str:
    """Return *text* so that Markdown shows every sign of it."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def bare(text: str) -> str:
    """Return *text* without its spaces, hyphens and signs that have no shape: lines break there."""
    shown = unicodedata.normalize("NFKC", text)
    return "".join(
        char for char in shown if unicodedata.category(char) not in {"Cf", "Cc", "Zs", "Zl", "Pd"}
    )


def text_of(path: Path) -> str:
    result = subprocess.run(
        ["pdftotext", str(path), "-"], capture_output=True, text=True, check=True
    )
    return result.stdout


def event(body: str, *, head: str = "", title: str = "Un séminaire") -> str:
    return f"""---
type: seminar
start: 2018-06-05
country: MD
organisers: [unodc]
updated: 2026-01-01
{head if "city:" in head else "city: Chisinau" + chr(10) + head}
sources:
  - {{url: "https://example.org/", id: page, kind: report, title: Page, lang: fr}}
---

# {title}

{body}
"""


PLAIN = ("City", "Venue", "States", "Attendance", "Function", "Title")
RICH = ("Heading", "Section", "Prose", "Cell", "Caption", "Recommendation", "Item", "Note")


def hostile_event(number: int, text: str) -> str:
    """Return a seminar that has *text* in each of its places, behind the name of the place."""
    plain = {place: quoted(f"{place}{number} {text}") for place in PLAIN}
    rich = {place: f"{place}{number} {markdown(text)}" for place in RICH}
    credit = quoted(f"Credit{number} {text}")
    if text in QUOTES:
        rich = {place: f"{place}{number}" for place in RICH}
    head = f"""city: {plain["City"]}
venue: {plain["Venue"]}
participating_states: {plain["States"]}
attendance: {plain["Attendance"]}
speakers: [{{name: Une personne, function: {plain["Function"]}, country: MD}}]
titles: [{{lang: en, text: {plain["Title"]}}}]
"""
    cell = rich["Cell"].replace(r"\|", "&#124;")
    body = f"""{rich["Prose"]} {{org}}`o{number}`

- {rich["Item"]}

:::{{note}}
{rich["Note"]}
:::

| a | b |
| --- | --- |
| {cell} | x |

```{{photo}} pixel.png
:alt: {quoted(text)}
:credit: {credit}

{rich["Caption"]}
```

```{{recommendation}} one
:text: known

{rich["Recommendation"]}
```

## {rich["Section"]}

Fin.
"""
    return event(body, head=head, title=rich["Heading"])


def hostile_organisation(number: int, text: str) -> str:
    short = quoted(f"Short{number} {text}")
    name = f"Name{number}" if text in QUOTES else f"Name{number} {markdown(text)}"
    return PAGES[ORGANISATION].replace("ONUDC", short).replace("Office des Nations", name)


def front_page(title: str) -> str:
    return f"# {title}\n\n```{{toctree}}\n:glob:\n\nevents/*\nglossary/*/*\n```\n"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A French book with every hostile text in every place."""
    pages = {"index.md": front_page(NAME), ORGANISATION: PAGES[ORGANISATION]}
    for number, text in enumerate((*TEXTS, *QUOTES)):
        pages[f"events/2018-06-05-a{number}.md"] = hostile_event(number, text)
        pages[f"glossary/organisations/o{number}.md"] = hostile_organisation(number, text)
    project = small_project(tmp_path_factory.mktemp("book"), pages)
    (project / "events/pixel.png").write_bytes(PIXEL)
    conf = project / "conf.py"
    title = " ".join(TEXTS[:-1])
    conf.write_text(
        conf.read_text("utf-8").replace(f'"{NAME}"', repr(markdown(title))), encoding="utf-8"
    )
    write(project / "index.md", front_page(markdown(title)))
    result = publish(project, "latexpdf", "fr")
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "_build/pdf/seminars-fr.pdf"


@pytest.fixture(scope="module")
def shown(book: Path) -> str:
    return bare(text_of(book))


@pytest.mark.parametrize("place", [*PLAIN, *RICH, "Credit", "Name", "Short"])
def test_a_text_is_printed_as_it_stands(shown: str, place: str) -> None:
    texts = TEXTS if place in {*RICH, "Credit", "Name"} else (*TEXTS, *QUOTES)
    expected = [f"{place}{number} {text}" for number, text in enumerate(texts)]

    assert [text for text in expected if bare(text) not in shown] == []


def test_no_command_of_a_text_is_executed(shown: str) -> None:
    assert SECRET not in shown
    assert "hostname" not in shown


def test_names_stand_in_the_index_as_they_are(book: Path) -> None:
    index = bare(text_of(book).partition("\fIndex")[2])
    entries = [f"Name{number} {text}" for number, text in enumerate(TEXTS)]
    entries += [f"Short{number} {text}" for number, text in enumerate((*TEXTS, *QUOTES))]

    assert [entry for entry in entries if bare(entry) not in index] == []


def test_the_title_is_what_software_shows(book: Path) -> None:
    with pikepdf.open(book) as pdf:
        title = str(pdf.docinfo["/Title"])
        with pdf.open_outline() as outline:
            headings = [item.title for item in outline.root]

    assert bare(title) == bare(" ".join(TEXTS[:-1]))
    for number, text in enumerate(TEXTS):
        assert bare(f"Heading{number} {text}") in {bare(heading) for heading in headings}


def links_of(path: Path) -> tuple[set[str], set[str]]:
    """Return where the links of a book lead to, and the places that there are."""
    with pikepdf.open(path) as pdf:
        names = set(pikepdf.NameTree(pdf.Root.Names.Dests))
        found = {
            str(annotation.A.D)
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if annotation.Subtype == "/Link" and "/D" in annotation.get("/A", {})
        }
    return found, names


def test_every_link_leads_somewhere(book: Path) -> None:
    found, names = links_of(book)

    assert len(found) > 20
    assert found - names == set()


# ---- words of the interface, and a title that is translated ----------------------------------

WORDS = " & # _ ~ Ω"  # the gate takes no other sign of TeX; those are in tests/site/test_latex.py
TABLE = "| n | texte |\n| --- | --- |\n" + "".join(
    f"| {number} | {'une phrase ' * 9}fin{number}. |\n" for number in range(60)
)
BOXES = "".join(
    f":::{{{name}}}\nUne boîte.\n:::\n\n"
    for name in ("attention", "caution", "danger", "error", "hint", "important", "note", "tip")
)


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Romanian book of which every word of the interface has signs of TeX."""
    pages = {
        "index.md": front_page(NAME),
        "events/2018-06-05-a.md": event(BOXES + TABLE + "\nTexte {org}`unodc`."),
        ORGANISATION: PAGES[ORGANISATION],
    }
    project = small_project(tmp_path_factory.mktemp("book"), pages)
    words = {
        "Type", "see", "Index", "page", "Sources", "Mentioned in", "Seminar", "Website", "Note",
        "Warning", "See also", "continued from previous page", "continues on next page",
        "Seminars, glossary and recommendations",
    }  # fmt: skip
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    catalogue.extend(polib.POEntry(msgid=word, msgstr=f"QQ{word}{WORDS}") for word in sorted(words))
    folder = project / "locales/ro/LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue.save(str(folder / "_interface.po"))
    title = polib.POFile()
    title.metadata = catalogue.metadata
    name = markdown(r" & % \input{latexmkrc} ^^5cinput{latexmkrc}")
    title.append(polib.POEntry(msgid=NAME, msgstr=f"Arhiva *seminarelor*{name}"))
    title.save(str(folder / "index.po"))
    result = publish(project, "latexpdf", "ro")
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "_build/pdf/seminars-ro.pdf"


def test_a_word_of_the_interface_is_printed_as_it_stands(translated: Path) -> None:
    shown = bare(text_of(translated))

    for word in ("Type", "see", "Sources", "Seminar", "continues on next page", "page"):
        assert bare(f"QQ{word}{WORDS}") in shown, word
    assert bare(f"QQSeminars, glossary and recommendations{WORDS}") in shown
    assert SECRET not in shown


def test_a_translated_title_is_what_its_page_shows(translated: Path) -> None:
    title = r"Arhiva seminarelor & % \input{latexmkrc} ^^5cinput{latexmkrc}"

    assert bare(title) in bare(text_of(translated))
    with pikepdf.open(translated) as pdf:
        assert str(pdf.docinfo["/Title"]) == title


def test_a_long_table_breaks_between_its_rows(translated: Path) -> None:
    shown = text_of(translated)

    assert [number for number in range(60) if f"fin{number}." not in shown] == []


# ---- what must be whole ----------------------------------------------------------------------

SPEAKERS = "speakers:\n" + "".join(
    f"  - {{name: Personne{number}x, function: {'fonction ' * 8}, country: MD}}\n"
    for number in range(90)
)
LONG = (
    f"participants: [{', '.join(f'n{number}' for number in range(90))}]\n"
    f"participating_states: {' '.join(f'État{number}x,' for number in range(400))}\n"
)
NESTED = "".join(f"{'  ' * depth}- niveau{depth}\n" for depth in range(7)) + "".join(
    f"{'   ' * depth}1. rang{depth}\n" for depth in range(6)
)
CODE = f"\n```\n{'x' * 300}\n```\n"
LINES = "| a | b |\n| - | - |\n" + "".join(
    f"| {'texte ' * 20} | {{0}}{number}. |\n" for number in range(40)
)
FRAMES = {
    "note": f":::{{note}}\nAvant.\n\n{LINES.format('note')}\nAprès.\n:::\n",
    "titre": f":::{{admonition}} Un titre\n{LINES.format('titre')}:::\n",
    "liste": "- point\n\n" + "".join(f"  {line}\n" for line in LINES.format("liste").splitlines()),
    "appels": LINES.format("appels").replace(". |", ".[^n] |", 30) + "\n[^n]: Une note.\n",
}
WIDE = "".join(
    f"|{'|'.join(cell.format(number) for number in range(14))}|\n"
    for cell in ("c{0}", "-", " long{0} et court{0} ", " long{0} ")
)
FOREIGN = """[ადამიანი]{.language-ka} [մարդ]{.language-hy}

{.language-en}
> A block: international.

{.language-de}
Ein Absatz; international.
"""
SPACING = """[*trafficking: whether; what? yes!*]{.language-en} ECLI:EU:C:2019:873, de 9:30 à 12:30
<https://a.org/x:y> `a:b;c` [соглашение: да]{.language-ru} Une fin : « oui » !
"""


@pytest.fixture(scope="module")
def long_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = {
        "index.md": front_page(NAME),
        "events/2018-06-05-a.md": event(NESTED + CODE, head=SPEAKERS),
        "events/2018-06-05-b.md": event(
            SPACING, head=LONG + 'titles: [{lang: en, text: "Trafficking: what next? Yes; yes!"}]'
        ),
        "events/2018-06-05-c.md": event("\n".join(FRAMES.values())),
        "events/2018-06-05-d.md": event(WIDE + "\n" + FOREIGN),
        ORGANISATION: PAGES[ORGANISATION],
    }
    for number in range(90):
        pages[f"glossary/organisations/n{number}.md"] = PAGES[ORGANISATION].replace(
            "ONUDC", f"Sigle{number}x"
        )
    project = small_project(tmp_path_factory.mktemp("book"), pages)
    result = publish(project, "latexpdf", "fr")
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "_build/pdf/seminars-fr.pdf"


def test_a_long_fact_sheet_is_printed_whole(long_book: Path) -> None:
    shown = text_of(long_book)
    expected = [f"Personne{number}x" for number in range(90)]
    expected += [f"(Sigle{number}x) (" for number in range(90)]
    expected += [f"État{number}x" for number in range(400)]

    assert [text for text in expected if text not in shown] == []


@pytest.mark.parametrize("frame", FRAMES)
def test_a_long_table_is_whole_wherever_it_stands(long_book: Path, frame: str) -> None:
    shown = text_of(long_book)

    assert [number for number in range(40) if f"{frame}{number}." not in shown] == []
    for text in ("Note:", "Avant.", "Après.", "Un titre"):
        assert text in shown


def test_a_wide_table_keeps_its_columns_apart(long_book: Path) -> None:
    folder = long_book.parents[1] / "work/pdf/fr"
    log = (folder / "seminars-fr.log").read_text("utf-8", "replace")
    in_tables = "".join(re.findall(r"(?ms)^archive-table$.*?^archive-table-ends$", log))

    assert in_tables.count("archive-table-ends") >= 5
    assert re.findall(r"Overfull .hbox \(\d\d", in_tables) == []
    assert [number for number in range(14) if f"court{number}" not in text_of(long_book)] == []


@pytest.mark.parametrize("text", ["ადამიანი", "մարդ"])
def test_a_passage_in_other_letters_is_printed(long_book: Path, text: str) -> None:
    assert text in text_of(long_book)


@pytest.mark.parametrize(("code", "text"), [("en", "A block:"), ("de", "Ein Absatz;")])
def test_a_marked_block_is_in_its_language(long_book: Path, code: str, text: str) -> None:
    folder = long_book.parents[1] / "work/pdf/fr"
    book = (folder / "seminars-fr.tex").read_text("utf-8")
    blocks = re.findall(
        rf"(?s)\\begin{{archiveforeign}}{{{code}}}(.*?)\\end{{archiveforeign}}", book
    )

    assert [block for block in blocks if text in block] != []


def test_lists_are_nested_as_deep_as_authors_like(long_book: Path) -> None:
    shown = text_of(long_book)

    assert [depth for depth in range(7) if f"niveau{depth}" not in shown] == []
    assert [depth for depth in range(6) if f"rang{depth}" not in shown] == []


@pytest.mark.parametrize(
    "text",
    [
        "trafficking: whether; what? yes!",
        "Trafficking: what next? Yes; yes!",
        "ECLI:EU:C:2019:873",
        "de 9:30 à 12:30",
        "https://a.org/x:y",
        "a:b;c",
        "соглашение: да",
        "Une fin : « oui » !",
    ],
)
def test_spaces_are_those_of_the_text(long_book: Path, text: str) -> None:
    shown = " ".join(unicodedata.normalize("NFKC", text_of(long_book)).split())

    assert text in shown


@pytest.mark.parametrize(("code", "rules"), [("en", "english"), ("ru", "russian")])
def test_a_foreign_passage_has_its_own_hyphenation(long_book: Path, code: str, rules: str) -> None:
    folder = long_book.parents[1] / "work/pdf/fr"
    log = (folder / "seminars-fr.log").read_text("utf-8", "replace")

    assert rf"Hyphen rules for 'archive-{code}' set to \l@{rules}" in log
    assert rf"\DUrole{{language-{code}}}{{" in (folder / "seminars-fr.tex").read_text("utf-8")


# ---- what a book lacks -----------------------------------------------------------------------

FAULTS = {
    "a": ("Texte [*مؤتمر*]{.language-ar} ₽", "the fonts of the book lack “م” (U+0645 ARABIC"),
    "b": (f"| a | b |\n| - | - |\n| {'mot ' * 3000} | x |", "a row, a picture or a box is higher"),
    "c": ("## Sources\n\nTexte", "the anchor `sources` is defined twice: rename"),
    "d": (
        f"Texte {'x' * 200}.",
        "a line is too long for the page of the book: shorten it: “Texte xxxxxxx",
    ),
    "f": (
        "|" * 26 + "\n" + "|-" * 25 + "|\n" + "|WWWWWW" * 25 + "|\n",
        "a column of a table is too narrow for its words: part the table: “WWWWWW",
    ),
    "e": ("Un texte sans faute : œuvre, № 5, ș, ț, €.", ""),
}


def test_a_book_that_lacks_something_fails_and_names_the_page(tmp_path: Path) -> None:
    pages = {f"events/2018-06-05-{name}.md": event(body) for name, (body, _fault) in FAULTS.items()}
    pages |= {"index.md": front_page(NAME), ORGANISATION: PAGES[ORGANISATION] + "\n中\n"}
    project = small_project(tmp_path, pages)

    for _time in range(2):  # what failed fails again
        result = publish(project, "latexpdf", "fr")
        assert result.returncode == 1
        errors = [line for line in result.stdout.splitlines() if "ERROR" in line]
        expected = [
            f"[fr] ERROR: events/2018-06-05-{name}.md: {fault}"
            for name, (_body, fault) in FAULTS.items()
            if fault
        ]
        expected.append(f"[fr] ERROR: {ORGANISATION}: the fonts of the book lack “中”")
        assert len(errors) == len(expected), errors
        for begin in expected:
            assert any(error.startswith(begin) for error in errors), (begin, errors)
        assert not (project / "_build/pdf").exists()


def test_a_failure_of_tex_is_one_line_and_mended_by_the_next_run(tmp_path: Path) -> None:
    broken = "events/2018-06-05-b.md"
    pages = {
        "index.md": front_page(NAME),
        "events/2018-06-05-a.md": event("Texte."),
        broken: event("{math}`\\nosuchcommand`"),
        ORGANISATION: PAGES[ORGANISATION],
    }
    project = small_project(tmp_path, pages)
    conf = project / "conf.py"
    write(conf, conf.read_text("utf-8") + "seminars_raw_html = True\n")  # formulas as well

    result = publish(project, "latexpdf", "fr")

    assert result.returncode == 1
    errors = [line for line in result.stdout.splitlines() if "ERROR" in line]
    assert len(errors) == 1
    assert errors[0].startswith(f"[fr] ERROR: {broken}: LaTeX: Undefined control sequence.")
    assert len(result.stdout.splitlines()) < 15

    write(project / broken, event("Texte."))
    assert publish(project, "latexpdf", "fr").returncode == 0
