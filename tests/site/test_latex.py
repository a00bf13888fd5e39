"""The LaTeX of a book: its date, its settings, the words that it has from elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from seminars.book.text import as_latex
from support import EVENT, warnings

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp


def latex_of(app: SphinxTestApp) -> str:
    return (app.outdir / "seminars-fr.tex").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a & b", r"a \& b"),
        ("100 %", r"100 \%"),
        ("#1 $x$ a_b {c}", r"\#1 \$x\$ a\_b \{c\}"),
        (r"\input{x}", r"\textbackslash{}input\{x\}"),
        ("^^5cinput", r"\textasciicircum{}\textasciicircum{}5cinput"),
        ("a~b", r"a\textasciitilde{}b"),
        ("a\n\nb\tc \x00\x1b\x7fd", "a b c d"),
        ("[a]", "{[}a{]}"),
        ("Штраф № 5", "Штраф № 5"),
    ],
)
def test_a_text_is_escaped_for_tex(text: str, expected: str) -> None:
    assert as_latex(text) == expected


def test_the_date_is_that_of_the_last_change_whether_or_not_a_page_is_read(
    build: Callable[..., SphinxTestApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    app = build(builder="latex")
    first = latex_of(app)
    assert r"\date{1er janvier 2026}" in first

    app = build(builder="latex")  # nothing has changed
    assert latex_of(app) == first

    page = EVENT.replace("updated: 2026-01-01", "updated: 2026-02-03")
    app = build({"events/2018-06-05-chisinau.md": page}, builder="latex")
    assert r"\date{3 février 2026}" in latex_of(app)


def test_a_book_of_no_record_has_no_date(build: Callable[..., SphinxTestApp]) -> None:
    pages = {
        "index.md": "# Archives\n\n```{toctree}\nabout\n```\n",
        "about.md": "# À propos\n",
        "events/2018-06-05-chisinau.md": None,
        "glossary/organisations/unodc.md": None,
    }
    app = build(pages, builder="latex")

    assert r"\date{}" in latex_of(app)
    assert warnings(app) == []


def test_a_caption_of_the_contents_is_escaped(build: Callable[..., SphinxTestApp]) -> None:
    caption = r":caption: 'R & D % \input{x}'"
    index = f"# Archives\n\n```{{toctree}}\n{caption}\n:glob:\n\nevents/*\nglossary/*/*\n```\n"
    app = build({"index.md": index}, builder="latex")

    expected = r"\renewcommand{\contentsname}{R \& D \% \textbackslash{}input\{x\}}"
    assert expected in latex_of(app)


HOSTILE = r" \input{x} ^^5cinput{x} % & # $ _ { } ~"


def test_a_word_of_the_interface_is_escaped_whatever_it_is(
    build: Callable[..., SphinxTestApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("latex_settings", "translator"):
        monkeypatch.setattr(f"seminars.book.{module}._", lambda word: word + HOSTILE)
    labels = {name: name + HOSTILE for name in ("note", "warning", "seealso")}
    monkeypatch.setattr("seminars.book.translator.admonitionlabels", labels)
    boxes = "".join(f":::{{{name}}}\nTexte\n:::\n\n" for name in labels)
    table = "| a | b |\n| - | - |\n" + f"| {'mot ' * 90} | x |\n" * 9
    app = build(
        {"events/2018-06-05-chisinau.md": f"{EVENT}\n{boxes}{table}"},
        builder="latex",
        confoverrides={"numfig_format": {"code-block": f"Code{HOSTILE} %s"}},
    )

    files = [app.outdir / name for name in ("seminars-fr.tex", "sphinxmessages.sty")]
    written = "".join(path.read_text("utf-8") for path in files)
    assert r"\input{x}" not in written
    assert "^^5cinput" not in written
    words = ["see", "Seminars, glossary and recommendations", "note", "warning", "seealso"]
    words += ["continued from previous page", "continues on next page", "Code"]
    assert [word for word in words if as_latex(word + HOSTILE) not in written] == []


def test_the_log_is_told_where_each_page_begins(build: Callable[..., SphinxTestApp]) -> None:
    names = ("déjà_vu", "events/2018-06-05-chisinau", "glossary/organisations/unodc")
    index = "# Archives\n\n```{toctree}\n" + "\n".join(names) + "\n```\n"
    app = build({"index.md": index, "déjà_vu.md": "# Déjà vu\n"}, builder="latex")

    commands = [
        line.partition(r"\addtocontents")[0]
        for line in latex_of(app).partition(r"\begin{document}")[2].splitlines()
        if r"\archivepage" in line or r"\archivereads" in line
    ]
    assert commands == [
        r"\archivepage{d=C3=A9j=C3=A0=5Fvu}",
        r"\archivereads{index}",
        r"\clearpage\archivepage{events/2018-06-05-chisinau}",
        r"\archivereads{index}",
        r"\archivepage{glossary/organisations/unodc}",
        r"\archivereads{index}",
        r"\archivereads{}",
    ]


def test_sections_of_records_stay_out_of_the_contents(build: Callable[..., SphinxTestApp]) -> None:
    of_series = "---\nupdated: 2026-01-01\n---\n\n# Rencontres\n\n## Une section\n\nTexte.\n"
    names = ["about", "events/2018-06-05-chisinau", "series/meetings"]
    names += ["glossary/organisations/unodc"]
    index = "# Archives\n\n```{toctree}\n" + "\n".join(names) + "\n```\n"
    pages = {"index.md": index, "about.md": "# À propos\n", "series/meetings.md": of_series}
    app = build(pages, builder="latex")

    found = re.findall(r"archivepage\{(.+?)\}.+tocdepth\}\{(\d)\}", latex_of(app))
    assert dict(found) == dict(zip(names, "2112", strict=True))


def test_the_index_holds_numbers_and_never_a_name(build: Callable[..., SphinxTestApp]) -> None:
    name = "Yeux@Monde | stop ! " + "très long nom " * 40
    organisation = f"""---
type: ngo
abbreviation: 'VW"|@!'
url: https://example.org/
updated: 2026-01-01
---

# {name}
"""
    app = build({"glossary/organisations/unodc.md": organisation}, builder="latex")
    book = latex_of(app)
    entries = [line for line in book.splitlines() if line.startswith(r"\index{")]

    assert entries[0] == r"\index{VW@2|seepage{1}}"
    assert entries[1].startswith(r"\index{Yeux Monde stop très long nom")
    assert entries[1].endswith(r"@1|mainpage}")
    assert max(len(entry.encode()) for entry in entries) < 255
    assert r"\setarchivename{1}{Yeux@Monde | stop !" in book
    assert r'\setarchivename{2}{VW"|@!}' in book


def test_the_book_has_the_colour_that_the_website_has_for_its_name(
    build: Callable[..., SphinxTestApp],
) -> None:
    colour = '{"light_css_variables": {"color-brand-primary": "#a1b2c3"}}'
    text = latex_of(build(builder="latex", conf=f"html_theme_options = {colour}\n"))

    for name in ("TitleColor", "InnerLinkColor", "OuterLinkColor"):
        assert f"{name}={{HTML}}{{A1B2C3}}," in text
    assert r"\colorlet{archive}{TitleColor}" in text
