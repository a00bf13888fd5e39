"""Whatever a translation holds, a page has the nodes of its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polib
import pytest
from hypothesis import HealthCheck, given, settings

from fuzzing import CATALOGUES, CONF, PAGE, PICTURE, FuzzedPage, passed
from myst_gettext.parser import Parser
from support import INDEX

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

FEW = settings(
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def page(build: Callable[..., SphinxTestApp], tmp_path: Path) -> FuzzedPage:
    return FuzzedPage.of(build, tmp_path / "source")


@FEW
@given(catalogue=CATALOGUES)
def test_a_page_has_the_nodes_of_its_source_though_the_gate_let_everything_pass(
    page: FuzzedPage, catalogue: dict[str, str]
) -> None:
    assert page.differences(catalogue) == {}


@FEW
@given(catalogue=CATALOGUES)
def test_what_passes_the_gate_has_the_nodes_of_its_source(
    page: FuzzedPage, catalogue: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Parser, "keeps_structure", False)

    assert page.differences(passed(catalogue)) == {}


PASSED_BY_MISTAKE = [
    ("Un texte sans rien.", "{% <script>alert(1)</script> %}\nx", "<script>alert"),
    ("Un texte sans rien.", "<b onclick=x>y</b>", "onclick"),
    ("Un texte sans rien.", "![x](image.png)", '<img alt="x"'),
    ("Un [lien](index.md) dans une liste.", "O [legătură](https://evil.example/)", "evil.example"),
    ("Un [renvoi][cle] et une note.[^1]", "Fără nimic.", "Fără nimic"),
    ("Avec l’{org}`unodc` en titre", "Fără trimitere", "Fără trimitere"),
    ("Avec l’{org}`unodc` en titre", "{org}`!x <unodc>` în titlu", "în titlu"),
    ("Une page", "O pagină\\\nruptă", "O pagină"),
]


@pytest.mark.parametrize("case", PASSED_BY_MISTAKE)
def test_what_passed_by_mistake_is_french_on_its_page_marked_and_named(
    build: Callable[..., SphinxTestApp],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[str, str, str],
) -> None:
    message, translation, sign = case
    monkeypatch.setattr("catalogues.gate._Judge.__call__", lambda *_arguments: [])
    source = tmp_path / "source"
    catalogue = source / "locales" / "ru" / "LC_MESSAGES" / "fuzz.po"
    catalogue.parent.mkdir(parents=True)
    file = polib.POFile()
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    file.append(polib.POEntry(msgid=message, msgstr=translation))
    file.append(polib.POEntry(msgid="Une case", msgstr="O celulă"))
    file.save(str(catalogue))
    (source / "image.png").write_bytes(PICTURE)

    app = build(
        {"fuzz.md": PAGE, "index.md": INDEX.replace("events/*", "fuzz\nevents/*")}, conf=CONF
    )

    shown = (app.outdir / "fuzz.html").read_text("utf-8")
    assert "O celulă" in shown
    assert sign not in shown
    start = re.escape(re.split(r"[\[{]", message)[0])
    assert re.search(rf'lang="fr"[^>]*>(?:<[^>]*>)?{start}', shown)
    named = [
        line for line in app.status.getvalue().splitlines() if "not shown, for on its page" in line
    ]
    assert len(named) == 1
    assert named[0].startswith("locales/ru/LC_MESSAGES/fuzz.po: ")
    assert app.warning.getvalue() == ""
