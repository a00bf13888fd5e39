"""The log of TeX in an editor's words: each kind of fault, and the page that it names."""

from __future__ import annotations

import pytest

from commands.tex_log import faults, first_cause

READS = "archive-reads: {}\n"
CUT_OFF = "a row, a picture or a box is higher than a page of the book and cut off: part it"
TOO_LONG = "a line is too long for the page of the book: shorten it"
OUTPUT = "has occurred while \\output is active []"


def missing(letter: str, code: str = "0000") -> str:
    return f"Missing character: There is no {letter} (U+{code}) in font Linux Libertine O/OT:x;!\n"


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ("", []),
        (READS.format("events/a") + "[1] [2]\n", []),
        (
            READS.format("events/a") + missing("ა"),
            [
                (
                    "events/a",
                    "the fonts of the book lack “ა” (U+10D0 GEORGIAN LETTER AN):"
                    " write it in other letters",
                )
            ],
        ),
        (
            "Missing character: There is no ☎ in font X!\n",
            [
                (
                    "",
                    "the fonts of the book lack “☎” (U+260E BLACK TELEPHONE):"
                    " write it in other letters",
                )
            ],
        ),
        (
            READS.format("d=C3=A9j=C3=A0=5Fvu")
            + "Overfull \\hbox (80.1pt too wide) in paragraph\n",
            [("déjà_vu", TOO_LONG)],
        ),
        (READS.format("events/a") + "Overfull \\hbox (11.4pt too wide) in paragraph\n", []),
        (
            READS.format("events/a")
            + "Overfull \\hbox (80.1pt too wide) in paragraph\n"
            + f"[]|\\TU/LinuxLibertineO(0)/m/n/10.95 Un |long \\TU/x(1)/m/it/9 mot{'o' * 60} []\n",
            [("events/a", f"{TOO_LONG}: “Un long mot{'o' * 48}…”")],
        ),
        (
            READS.format("events/a")
            + "archive-table\nOverfull \\hbox (11.4pt too wide) in paragraph\n"
            + "\\TU/LinuxLibertineO(0)/m/n/10.95 mot\narchive-table-ends\n"
            + "Overfull \\hbox (11.4pt too wide) in paragraph\n",
            [
                (
                    "events/a",
                    "a column of a table is too narrow for its words: part the table: “mot”",
                )
            ],
        ),
        ("Overfull \\hbox (80.1pt too wide) in paragraph at lines 3--4\n", []),
        (
            READS.format("events/a") + "LaTeX Warning: Float too large for page by 99.0pt on x.\n",
            [("events/a", CUT_OFF)],
        ),
        (READS.format("events/a") + "archive-cuts-off\n", [("events/a", CUT_OFF)]),
        (READS.format("events/a") + f"Overfull \\vbox (1.2pt too high) {OUTPUT}\n", []),
        # the sheet that is printed next says which page began last on it
        (
            READS.format("events/a")
            + "archive-prints: events/a\n] [3]\n"
            + f"Overfull \\vbox (300.0pt too high) {OUTPUT}\n\n[4]\n"
            + READS.format("events/b")
            + "[5\narchive-prints: events/b\n]\n",
            [("events/a", CUT_OFF)],
        ),
        (
            READS.format("events/b")
            + f"archive-prints: events/a\n]\nOverfull \\vbox (300.0pt too high) {OUTPUT}\n\n[5\n"
            + "archive-prints: events/b\n]\n"
            + READS.format("events/c"),
            [("events/b", CUT_OFF)],
        ),
        (
            "LaTeX Warning: Label `events/a:sources' multiply defined.\n",
            [("events/a", "the anchor `sources` is defined twice: rename the one or the other")],
        ),
        (
            READS.format("events/a")
            + "LaTeX Warning: Hyper reference `about:x' on page 3 undefined on input line 9.\n",
            [("events/a", "a link leads to `about:x`, which is not in the book")],
        ),
    ],
)
def test_what_tex_printed_all_the_same_is_a_fault_of_a_page(
    log: str, expected: list[tuple[str, str]]
) -> None:
    assert list(faults(log)) == expected


def test_a_letter_that_a_heading_has_too_is_named_with_its_page_alone() -> None:
    log = missing("中") + READS.format("events/a") + missing("中") * 3 + READS.format("events/b")

    assert [page for page, _text in faults(log)] == ["events/a"]


def test_a_letter_that_a_terminal_would_obey_is_named_by_its_code() -> None:
    log = READS.format("events/a") + missing("\N{RIGHT-TO-LEFT OVERRIDE}", "202E")

    assert [text for _page, text in faults(log)] == [
        "the fonts of the book lack U+202E RIGHT-TO-LEFT OVERRIDE: write it in other letters"
    ]


def test_heads_of_the_index_are_no_fault_of_their_own() -> None:
    log = READS.format("events/a") + missing("中") + READS.format("") + missing("漢")

    assert [page for page, _text in faults(log)] == ["events/a"]


def test_the_letters_of_a_page_are_one_line() -> None:
    log = READS.format("events/a") + "".join(map(missing, "あいうえおかきくけこ"))

    ((page, text),) = faults(log)
    assert page == "events/a"
    assert "“あ” (U+3042 HIRAGANA LETTER A)" in text
    assert text.endswith(" and 2 more: write it in other letters")


@pytest.mark.parametrize(
    ("log", "output", "expected"),
    [
        (
            READS.format("events/a")
            + "./seminars-fr.tex:196: Undefined control sequence.\n\\foo ->\\bar\n\n"
            + "l.196 \\(\\foo\n",
            "25 lines",
            ("events/a", "LaTeX: Undefined control sequence. \\(\\foo"),
        ),
        (
            READS.format("events/a")
            + "./x.tex:9: LaTeX Error: Too deeply nested.\n\nSee the manual",
            "",
            ("events/a", "LaTeX: Too deeply nested."),
        ),
        (
            READS.format("events/a") + "! Emergency stop.\n./x.tex:9: Another one.\n",
            "",
            ("events/a", "LaTeX: Emergency stop."),
        ),
        (
            "",
            "Latexmk: Errors, so I did not complete\n"
            "Error: 中 is no entry in dictionary file\nLatexmk: done\n",
            ("", "Error: 中 is no entry in dictionary file"),
        ),
        ("", "a\nb\x1b[2J\n\n", ("", "b\N{REPLACEMENT CHARACTER}[2J")),
        ("", "", ("", "no reason is given")),
    ],
)
def test_a_failure_shows_its_first_cause(log: str, output: str, expected: tuple[str, str]) -> None:
    assert first_cause(log, output) == expected
