"""One table of sinks: each hostile text through each of them, by the commands of the archive.

``hostile`` has the texts. A sink shows a text as it is, or without what it cannot hold; it never
does what the text says, and never loses or adds an entry for it.
"""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import polib
import pytest
from bs4 import BeautifulSoup
from sphinx.util.inventory import InventoryFile
from translate.storage.csvl10n import csvfile

from epub_package import NCX, XHTML, Package, faults
from hostile import (
    BREAKING,
    HELD,
    NAME,
    PLAIN,
    REFUSED,
    TEXTS,
    TURNING,
    abbreviated,
    hostile_project,
    markdown,
    pages,
    yaml,
)
from support import EVENT, ROOT, publish, small_project, warnings, write
from texts.harmless import as_json, as_name, in_terminal, in_xml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

NAMES = sorted(HELD)


def is_as_it_is(found: str, text: str) -> bool:
    """Return whether *found* shows *text*, whatever spaces the typography put there."""
    return plain(found) == plain(text)


def plain(text: str) -> str:
    """Return *text* without the difference between spaces, nor those that French puts in."""
    return re.sub(r"[\s\u202f]+(?=[;:!?»%])|(?<=«)\s+", "", re.sub(r"\s+", " ", text)).strip()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose pages, name and front matters are hostile, and what its commands make."""
    archive = hostile_project(tmp_path_factory.mktemp("sinks"))
    for command in ("update-po", "html", "epub", "text fr", "latex fr", "termbase"):
        result = publish(archive, *command.split())
        assert result.returncode == 0, result.stdout + result.stderr
    return archive


def _read(folder: Path, name: str) -> str:
    return (folder / name).read_text("utf-8")


def soup(archive: Path, name: str, language: str = "fr") -> BeautifulSoup:
    return BeautifulSoup(_read(archive / "_build/html" / language, name), "html.parser")


def parts(page: BeautifulSoup) -> list[tuple[str, list[str]]]:
    """Return what a page is made of: no text may add to it, nor take from it.

    Its neighbours are left out, for the first and the last have one.
    """
    tags = page.find_all(lambda tag: tag.get("rel") not in (["next"], ["prev"]))
    return [(tag.name, sorted(tag.attrs)) for tag in tags]


# ---- HTML ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "ru"])  # in Russian, all of it is marked as French
@pytest.mark.parametrize("folder", ["events/2001-01-01-", "glossary/organisations/"])
def test_a_page_of_html_is_made_of_the_same_whatever_its_texts(
    archive: Path, folder: str, language: str
) -> None:
    wanted = soup(archive, f"{folder}plain.html", language)
    for name in NAMES:
        page = soup(archive, f"{folder}{name}.html", language)
        assert parts(page.article) == parts(wanted.article), name
        assert parts(page.head) == parts(wanted.head), name
        assert {str(kind) for kind in parts(page)} <= {str(kind) for kind in parts(wanted)}, name


@pytest.mark.parametrize("name", NAMES)
def test_html_shows_each_text_as_it_is(archive: Path, name: str) -> None:
    text = HELD[name]
    page = soup(archive, f"events/2001-01-01-{name}.html")
    organisation = soup(archive, f"glossary/organisations/{name}.html")

    assert plain(page.title.text).startswith(plain(text)[:12].rstrip())
    assert is_as_it_is(page.h1.text.removesuffix("#"), text)
    assert is_as_it_is(page.select_one("section > p").text, text)
    assert is_as_it_is(page.select_one("article img")["alt"], text)
    assert is_as_it_is(page.select_one(".recommendation > p:nth-of-type(2)").text, text)
    assert is_as_it_is(page.select_one(".site-header .wordmark-name").text, NAME)
    [description] = page.select('meta[name="description"]')
    assert plain(text)[:150].startswith(plain(description["content"])[:100])
    facts = [plain(node.text) for node in page.select("dl.fact-sheet dd")]
    heads = [plain(node.text) for node in page.select(".fact-line li")]
    assert f"{plain(text)} (République de Moldova)" in heads
    assert plain(text) in facts
    current = page.select_one(".sidebar-tree a[aria-current=page]").text
    assert is_as_it_is(current, f"{text}, 1 janvier 2001") or plain(current).startswith(
        plain(text)[:30]
    )
    whole = plain(page.select_one("dl.fact-sheet a").text)
    short = abbreviated(text)
    assert whole in {plain(f"{text} ({short})"), plain(f"{text}, {short}")}
    reference = page.select_one("dl.fact-sheet abbr")  # from the second mention on
    assert is_as_it_is(reference.text, short)
    assert is_as_it_is(reference["title"], text)
    assert is_as_it_is(page.select_one(".sources-list a").text, text)
    heads = [plain(node.text) for node in organisation.select(".fact-line li")]
    assert plain(short) in heads
    parts = organisation.select("#dossier-seminars li")  # once for each part in it
    assert len(parts) == 3
    for mention in parts:
        assert is_as_it_is(mention.select_one(".title a").text, text)
        assert plain(text) in plain(mention.select_one(".event-meta").text)


def test_lists_register_and_state_show_each_text_as_it_is(archive: Path) -> None:
    wanted = sorted(map(plain, TEXTS.values()))
    events = soup(archive, "events/index.html").select(".event-list .title a")
    assert sorted(plain(link.text) for link in events) == wanted
    records = soup(archive, "glossary/organisations/index.html").select(".record-list a")
    assert sorted(plain(link.text) for link in records) == wanted
    register = soup(archive, "recommendations.html").select(".register > li > p:nth-of-type(2)")
    assert sorted(plain(passage.text) for passage in register) == wanted
    state = soup(archive, "translation.html", "ru").select("#status-catalogues td:first-child a")
    titles = [plain(link.text) for link in state]
    assert sorted(titles) == sorted([*wanted, *wanted, *_OTHER_TITLES])


def test_the_name_of_the_archive_is_a_text_at_the_front_door_and_in_the_search(
    archive: Path,
) -> None:
    door = BeautifulSoup(_read(archive, "_build/html/index.html"), "html.parser")
    search = soup(archive, "search.html")

    assert door.title.text == NAME
    assert {title.text for title in door.select(".title")} == {NAME}
    assert len(door.select("script")) == 1
    assert search.title.text == "Search the archive"
    assert not [node for node in search.find_all("script") if "alert" in node.text]


@pytest.mark.parametrize("name", ["search", "search-names", "search-ranking", "search-results"])
def test_the_scripts_of_the_search_make_no_html_of_what_they_are_given(
    archive: Path, name: str
) -> None:
    script = re.sub(r"//.*", "", _read(archive, f"_static/{name}.js"))

    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert way not in script


_OTHER_TITLES = (plain(NAME), "Organisations", "Registre", "Séminaires", "État")


def test_the_words_of_the_interface_are_texts(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    catalogue = polib.POFile()
    catalogue.metadata = {"Language": "fr", "Content-Type": "text/plain; charset=UTF-8"}
    for message in ("Skip to content", "Languages", "Menu"):
        catalogue.append(polib.POEntry(msgid=message, msgstr="A & B"))
    write(tmp_path / "source/locales/fr/LC_MESSAGES/_interface.po", str(catalogue))

    page = _read(build(conf=f'templates_path = ["{ROOT / "_templates"}"]\n').outdir, "index.html")

    assert page.count("A &amp; B") == 3
    assert "A & B" not in page


# ---- files for other programs --------------------------------------------------------------------


def test_the_inventory_has_one_line_for_each_entry(archive: Path) -> None:
    content = (archive / "_build/html/fr/objects.inv").read_bytes()
    inventory = InventoryFile.loads(content, uri="").data

    assert len(inventory["sem:event"]) == len(inventory["sem:org"]) == len(TEXTS)
    assert len(inventory["sem:rec"]) == len(TEXTS)
    assert inventory.keys() == {"sem:event", "sem:org", "sem:rec", "std:doc", "std:label"}
    for name, text in TEXTS.items():
        assert is_as_it_is(inventory["sem:org"][name].display_name, text), name
    assert content.splitlines()[1].decode() == f"# Project: {NAME}"


@pytest.mark.parametrize("table", ["seminars.csv", "seminars-fr-ru.csv"])
def test_no_cell_is_a_formula(archive: Path, table: str) -> None:
    with (archive / "_build/termbase" / table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))

    assert len({len(row) for row in rows}) == 1
    cells = {cell for row in rows for cell in row}
    for cell in cells:
        if not cell.startswith("'"):
            for part in re.split("[;\t]", cell):
                assert not re.match(r"\s*[=+\-@＝]", part), cell
    if table == "seminars.csv":
        assert len(rows) == 1 + len(TEXTS)


@pytest.mark.parametrize("language", ["fr", "ru"])
def test_no_cell_of_the_data_is_a_formula(archive: Path, language: str) -> None:
    tables = list((archive / "_build/html" / language).rglob("*.csv"))
    assert {table.stem for table in tables} >= {"events", "organisations", "recommendations"}
    for table in tables:
        with table.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert len({len(row) for row in rows}) == 1
        for cell in (cell for row in rows for cell in row if not cell.startswith("'")):
            for part in re.split("[;\t]", cell):
                assert not re.match(r"\s*[=+\-@＝]", part), (table, cell)


def test_weblate_takes_in_the_cells_as_they_were(archive: Path) -> None:
    folder = archive / "_build/termbase"
    read = csvfile.parsefile(str(folder / "seminars.csv"))  # type: ignore[no-untyped-call]
    assert len(read.units) in {len(TEXTS), len(TEXTS) + 1}
    with (folder / "seminars.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row["fr"] for row in csv.DictReader(file)}

    for name, text in TEXTS.items():
        found = rows[name]
        if found[:1] == found[-1:] == "'" and found != text:  # unescape_csv of Weblate
            found = found[1:-1].replace(r"\|", "|")
        assert abbreviated(text).strip() in found, name


def test_the_termbase_is_xml_and_has_each_name(archive: Path) -> None:
    tree = ET.parse(archive / "_build/termbase/seminars.tbx")  # noqa: S314 - our own

    assert len(list(tree.iter("termEntry"))) == len(TEXTS)
    terms = {term.text for term in tree.iter("term")}
    assert terms >= {abbreviated(text).strip() for text in TEXTS.values()}
    assert tree.findtext(".//title") == NAME


def test_catalogues_can_be_read_with_one_line_to_a_comment(archive: Path) -> None:
    folder = archive / "locales/ru/LC_MESSAGES"
    assert len(list(folder.rglob("*.po"))) == 2 * len(TEXTS) + 6
    for name, text in TEXTS.items():
        catalogue = polib.pofile(str(folder / f"events/2001-01-01-{name}.po"))
        messages = {entry.msgid for entry in catalogue}
        assert text in messages, name
        assert markdown(text) in messages, name
        organisation = polib.pofile(str(folder / f"glossary/organisations/{name}.po"))
        comments = [entry.comment for entry in (*catalogue, *organisation)]
        assert f"Французская аббревиатура: {abbreviated(text)}" in "\n".join(comments), name
        for line in "\n".join(comments).split("\n"):
            known = r"Заголовок|Французская|Карточка|Абзац|Фотография|Рекомендация|Подзаголовок"
            assert re.match(known, line), line


def test_json_can_stand_in_a_script(archive: Path) -> None:
    for path in (archive / "_build/html").rglob("*.json"):
        if "pagefind" not in path.parts:
            text = path.read_text("utf-8")
            assert json.loads(text)
            assert not re.search("[<>&\u2028\u2029]", text), path

    for text in (*TEXTS.values(), *REFUSED.values(), *BREAKING.values(), "\ud800", "</script>"):
        written = as_json({text: [text]})
        assert json.loads(written) == {text: [text]}
        assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", written)
        written.encode()


# ---- the EPUB, plain text, LaTeX -----------------------------------------------------------------


def test_the_epub_is_whole_and_shows_each_text_as_it_is(archive: Path) -> None:
    for language in ("ru", "fr"):
        path = archive / f"_build/epub/{language}/seminars-{language}.epub"
        assert faults(path, language=language) == []
    package = Package(path)

    assert package.trees["toc.ncx"].findtext(f"{NCX}docTitle/{NCX}text") == NAME
    nav = package.trees["nav.xhtml"]
    entries = {link.get("href"): "".join(link.itertext()) for link in nav.iter(f"{XHTML}a")}
    labels = {
        place.attrib["src"]: point.findtext(f"{NCX}navLabel/{NCX}text", "")
        for point in package.trees["toc.ncx"].iter(f"{NCX}navPoint")
        for place in point.iterfind(f"{NCX}content")
    }
    for name, text in TEXTS.items():
        page = f"events/2001-01-01-{name}.xhtml"
        tree = package.pages[page]
        heading, picture = (next(tree.iter(f"{XHTML}{tag}")) for tag in ("h1", "img"))
        assert is_as_it_is("".join(heading.itertext()), text), name
        assert is_as_it_is(tree.findtext(f".//{XHTML}title", ""), text), name
        assert is_as_it_is(picture.attrib["alt"], text), name
        assert _dashes(entries[page]) == _dashes(labels[page]) == _dashes(text), name


def _dashes(text: str) -> str:
    """Return *text* without what Sphinx educates in titles of an EPUB: dashes and quotes."""
    return re.sub(r"""[-–—"“”‘’'«»‛`\s]""", "", text)


def test_plain_text_shows_each_text_as_it_is(archive: Path) -> None:
    for name, text in TEXTS.items():
        page = _read(archive, f"_build/text/fr/events/2001-01-01-{name}.txt")
        lines = plain(page)
        assert plain(text) in lines, name
        assert page.isprintable() or not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f]", page)


def test_the_source_of_the_book_has_no_command_of_a_text(archive: Path) -> None:
    [tex] = (archive / "_build/latex/fr").glob("seminars-fr.tex")
    book = tex.read_text("utf-8").partition(r"\begin{document}")[2]

    for command in (r"\input{/etc", r"\write18", r"\def\x", "^^", "$$", r"C:\new"):
        assert command not in book, command
    assert book.count(r"\chapter{") + book.count(r"\section{") >= 2 * len(TEXTS)


# ---- what no sink can hold -----------------------------------------------------------------------


def test_what_nothing_can_hold_is_named_and_reaches_nothing(
    build: Callable[..., SphinxTestApp],
) -> None:
    chars = {name: next(c for c in text if not c.isalnum()) for name, text in REFUSED.items()}
    del chars["null"]  # a page with that is damaged as a whole
    orphans = {
        f"{name}.md": f"---\norphan: true\n---\n\n# Un {char} titre\n\nTexte {char} texte.\n"
        for name, char in chars.items()
    }

    app = build(orphans, builder="epub", conf='version = "1"\n')

    said = "WARNING: there is an invisible character, U+%04X: take it out [seminars.body]"
    assert sorted(warnings(app)) == sorted(
        f"{name}.md:{line}: {said % ord(char)}" for name, char in chars.items() for line in (5, 7)
    )
    assert faults(app.outdir / "seminars-fr.epub", language="fr") == []
    assert {app.env.titles[name].astext() for name in chars} == {"Un  titre"}


def test_a_front_matter_does_not_take_it(build: Callable[..., SphinxTestApp]) -> None:
    texts = {**REFUSED, **TURNING, "surrogate": "un\ud800deux"}
    events = {
        path: re.sub(r"\n# .*", "\n# Titre\n\nTexte.", page, flags=re.DOTALL)
        for path, page in pages(texts).items()
        if path.startswith("events/")
    }

    app = build(events)

    for name in texts:
        place = f"events/2001-01-01-{name}.md:4: "
        [found] = [line for line in warnings(app) if line.startswith(place)]
        assert "city: there is an invisible" in found or name == "null"


def test_a_control_character_in_a_front_matter_is_one_line_too(
    build: Callable[..., SphinxTestApp],
) -> None:
    page = "events/2018-06-05-chisinau.md"

    app = build({page: EVENT.replace("city: Chisinau", "city: Chi\x07sinau")})

    said = "city: there is an invisible character, U+0007 (control character): take it out"
    assert [line.partition(", or")[0] for line in warnings(app)] == [f"{page}:5: WARNING: {said}"]


def test_a_name_of_two_lines_is_one_wherever_it_goes(build: Callable[..., SphinxTestApp]) -> None:
    orphan = "---\norphan: true\n---\n\nUn\\\n*deux*\n=====\n\nTexte.\n"
    app = build({"about.md": orphan})

    assert warnings(app) == []
    inventory = InventoryFile.loads((app.outdir / "objects.inv").read_bytes(), uri="").data
    assert inventory["std:doc"]["about"].display_name == "Un deux"
    about = BeautifulSoup(_read(app.outdir, "about.html"), "html.parser")
    assert about.title.text == "Un deux - Archives"
    assert not about.select("br")


def test_a_name_turns_nothing_around_it(build: Callable[..., SphinxTestApp]) -> None:
    orphan = "---\norphan: true\n---\n\n# {}\n\nTexte.\n"
    app = build({f"{name}.md": orphan.format(text) for name, text in TURNING.items()})

    said = (
        "{}.md:5: WARNING: there is an invisible character, U+{:04X}: take it out [seminars.body]"
    )
    chars = {name: next(c for c in text if not c.isascii()) for name, text in TURNING.items()}
    assert sorted(warnings(app)) == sorted(
        said.format(*one) for one in ((n, ord(c)) for n, c in chars.items())
    )
    titles = {name: app.env.titles[name].astext() for name in TURNING}
    assert titles == {name: re.sub("[^a-z.]", "", text) for name, text in TURNING.items()}


# ---- translations, as far as the gate lets them pass ---------------------------------------------


def test_a_hostile_translation_that_passes_is_a_text(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    texts = {
        f"Phrase {letter}x.": text for letter, text in zip(letters, HELD.values(), strict=False)
    }
    body = "\n\n".join(texts)
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Language": "ru", "Content-Type": "text/plain; charset=UTF-8"}
    for message, text in texts.items():
        catalogue.append(polib.POEntry(msgid=message, msgstr=markdown(text)))
    catalogue.append(polib.POEntry(msgid="Titre", msgstr=markdown(HELD["script"])))
    write(tmp_path / "source/locales/ru/LC_MESSAGES/index.po", str(catalogue))
    conf = 'language = "ru"\nsmartquotes = False\nextensions.append("myst_gettext")\n'

    app = build(
        {"index.md": f"# Titre\n\n{body}\n"},
        conf=f'{conf}source_suffix = {{".md": "markdown"}}\nproject = "Titre"\n',
    )

    page = BeautifulSoup(_read(app.outdir, "index.html"), "html.parser")
    shown = [plain(p.text.removesuffix(" fr")) for p in page.select("article section > p")]
    passed = 0
    for found, (message, text) in zip(shown, texts.items(), strict=True):
        assert found in {message, plain(text)}
        passed += found != message
    assert passed >= 10, "the gate lets pass what is a text"
    assert {node.name for node in page.select("article section > p *")} <= {"span", "abbr"}
    assert not [tag for tag in page.find_all(True) if any(a.startswith("on") for a in tag.attrs)]
    assert page.title.text in {HELD["script"], "Titre"}


# ---- the terminal --------------------------------------------------------------------------------

COMMANDS = {"clipboard": "\x1b]52;c;eA==\x07", "erase": "\x1b[1A\x1b[K"}
HARMFUL = {**REFUSED, **TURNING, **BREAKING, **COMMANDS}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_terminal_gets_one_line_of_text(name: str) -> None:
    line = in_terminal(HARMFUL[name])

    assert line.isprintable()
    assert line.startswith(("un", "�"))
    assert in_terminal(f"  fichier : {HARMFUL[name]}").startswith("  fichier")


def test_what_a_warning_quotes_is_one_line_of_text(build: Callable[..., SphinxTestApp]) -> None:
    event = pages({"unodc": PLAIN})["events/2001-01-01-unodc.md"].replace("![", "[")
    event = event.replace("type: seminar", f"type: {yaml('x' + COMMANDS['erase'])}")

    app = build({"events/2001-01-01-unodc.md": f"{event}\n{{org}}`x\u202ey`\n"})

    found = warnings(app)
    assert all(line.isprintable() for line in found)
    assert [line for line in found if "`xU+001B[1AU+001B[K` is not allowed here" in line]
    assert [line for line in found if "U+202E: take it out" in line]


def test_what_warnings_and_commands_quote_is_one_line_of_text(tmp_path: Path) -> None:
    evil = "x\x1b[2J\u202ey\r\nWARNING: z"
    event = pages({"unodc": PLAIN})["events/2001-01-01-unodc.md"].replace("![", "[")
    event = event.replace("type: seminar", f"{yaml(evil)}: 1\ntype: {yaml(evil)}")
    event += "\n{inconnu}`x\x1b[2Jy` et {org}`x\u202ey` et {download}`x\u202ey.pdf`\n"
    event += "\n```{inconnu\x07}\n```\n"
    project = small_project(tmp_path, {"index.md": "# Archives\n", "events/2001-01-01-a.md": event})
    text = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    text += 'msgid "a\\033[2J\\u202e"\nmsgstr "\\a <b>\\x1b[2J\u202e"\n'
    write(project / "locales/ru/LC_MESSAGES/in\x1b[2J\nWARNING: dex.po", text)

    for command in ("html fr", "check-po", "update-po"):
        result = publish(project, *command.split())
        for line in (result.stdout + result.stderr).split("\n"):
            assert in_terminal(line) == line, command
            assert not line.startswith("WARNING"), command
    assert result.returncode == 1


@pytest.mark.parametrize("text", [*HELD.values(), *REFUSED.values(), *TURNING.values(), "\ud800"])
def test_xml_and_names_hold_any_text(text: str) -> None:
    root = ET.Element("x", {"y": in_xml(text)})
    root.text = in_xml(text)
    read = ET.fromstring(ET.tostring(root, encoding="utf-8"))  # noqa: S314 - our own

    assert read.text == in_xml(text) == read.get("y")
    assert as_name(text) == as_name(as_name(text))
    assert len(as_name(text).splitlines()) == 1
