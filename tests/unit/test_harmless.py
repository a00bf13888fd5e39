"""Text made harmless: what is kept, what is not, and that nothing else can come out."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogues.terms.designations import Concept, Designation, Named
from catalogues.terms.glossary_files import _cell
from catalogues.terms.tbx import tbx
from texts.harmless import as_json, as_name, in_terminal, in_xml, one_line
from texts.quotation import shown

# What XML 1.0 excludes (section 2.2), and what turns the text behind it (UAX 9)
FORBIDDEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u202a-\u202e\u2066-\u2069]"
)
ANY = st.text(st.characters(exclude_categories=()))  # half characters among them

NAMES = [
    ("Office des Nations Unies", "Office des Nations Unies"),
    ("un\ndeux", "un deux"),
    ("un \r\n\n deux", "un deux"),
    ("un\u2028deux\u2029trois", "un deux trois"),
    ("un\tdeux\x0btrois", "un deux trois"),
    ("« Un »\u00a0: deux\u202f!", "« Un »\u00a0: deux\u202f!"),  # spaces of typography stay
    ("un  deux", "un  deux"),
    ("un\x00deux\x1b[2J", "un�deux�[2J"),
    ("un\ud800deux\ufffe", "un�deux�"),
    ("un\u202edeux\u2066trois\u2069", "undeuxtrois"),
    ("ع\u200fي م\u200cت", "ع\u200fي م\u200cت"),  # what a script needs stays
    ("co\u00adopération 😀 é", "co\u00adopération 😀 é"),
]
CELLS = [
    ("=1+1", "'=1+1'"),
    ("+33 1 23", "'+33 1 23'"),
    ("-2", "'-2'"),
    ("@SUM(1)|x", r"'@SUM(1)\|x'"),
    (" =1", "' =1'"),
    ("\t=1", "'\t=1'"),
    ("\r=1", "'\r=1'"),
    ("\n=1", "'\n=1'"),
    ("＝1", "'＝1'"),
    ("＋1", "'＋1'"),
    ("－1", "'－1'"),
    ("＠x", "'＠x'"),
    ("un;=1", "'un;=1'"),
    ("un; -1", "'un; -1'"),
    ("un", "un"),
    ("un = deux", "un = deux"),
    ("a@b; c-d", "a@b; c-d"),
    ("OIPC-INTERPOL", "OIPC-INTERPOL"),
    ("«=»", "«=»"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_one_line_that_any_file_can_hold(text: str, name: str) -> None:
    assert as_name(text) == name


@pytest.mark.parametrize(("text", "cell"), CELLS)
def test_a_cell_is_no_formula_and_else_as_it_was(text: str, cell: str) -> None:
    assert _cell(text) == cell


@given(ANY)
def test_no_text_gets_through_as_something_else(text: str) -> None:
    name = as_name(text)
    assert len(name.splitlines()) <= 1
    assert FORBIDDEN.search(name) is None
    assert as_name(name) == name
    assert len(one_line(text).splitlines()) <= 1
    line = in_terminal(text)
    assert len(line.splitlines()) <= 1
    assert all(char.isprintable() or char.isspace() for char in line)
    line.encode()
    assert len(shown(text)) <= 61


@given(ANY)
def test_xml_reads_what_was_written(text: str) -> None:
    root = ET.Element("x", {"y": in_xml(text)})
    root.text = in_xml(text)
    read = ET.fromstring(ET.tostring(root, encoding="utf-8"))  # noqa: S314 - our own

    assert (read.text or "") == re.sub("\r\n?", "\n", in_xml(text))


@given(ANY)
def test_json_reads_what_was_written(text: str) -> None:
    written = as_json({text: [text]}, indent=1)

    written.encode()
    assert json.loads(written) == {text: [text]}
    assert not re.search("[<>&\u2028\u2029]", written)


@given(ANY)
def test_a_cell_that_was_changed_is_read_as_it_was(text: str) -> None:
    cell = _cell(text)
    if cell != text:  # as Weblate takes it in
        assert cell[0] == cell[-1] == "'"
        assert cell[1:-1].replace(r"\|", "|") == text.replace(r"\|", "|")
    assert not re.match(r"[\s]*[=+\-@＝＋－＠]", cell)


def test_a_termbase_is_xml_whatever_a_name_is() -> None:
    name = Designation("un\x07\ud800deux <b>", "full", preferred=True, note="]]>\x1b")
    concept = Concept("1", "Sujet \x00", "https://example.org/?a&b=\x08")
    concept.languages["fr"] = Named((name,), "Définition \ufffe", ("Source \uffff",))

    root = ET.fromstring(tbx([concept], title="Titre \x0b", language="fr"))  # noqa: S314 - our own

    assert root.findtext(".//term") == "un��deux <b>"
    assert root.findtext(".//note") == "]]>�"
