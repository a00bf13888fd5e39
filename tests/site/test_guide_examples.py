"""The examples of the guide: whoever copies one has a page that builds without a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support import EVENT, ORGANISATION, ROOT, png, warnings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
EXAMPLES = re.findall(r"(?ms)^````markdown\n(.*?)^````$", GUIDE)
PAGE = "events/2018-06-05-chisinau"
CONCEPT = """---
url: https://example.org/
updated: 2026-01-01
---

# Approche centrée sur la victime

Un texte.
"""
INSTRUMENT = """---
type: protocol
short_name: Protocole de Palerme
url: https://example.org/
updated: 2026-01-01
---

# Protocole

Un texte.
"""


def test_the_examples_build(build: Callable[..., SphinxTestApp], tmp_path: Path) -> None:
    page, *parts = EXAMPLES
    assert page.startswith("---\n")
    for sign in ("{photo}", "{download}", "{recommendation}", "[^1]: ", "| --- |"):
        assert any(sign in part for part in parts), sign
    folder = tmp_path / "source/events"
    folder.mkdir(parents=True)
    for name in re.findall(r"[\w-]+\.(?:png|pdf)", "".join(parts)):
        (folder / name).write_bytes(png() if name.endswith(".png") else b"%PDF-1.4\n")

    app = build(
        {
            f"{PAGE}.md": "\n".join([page, *parts]),
            "glossary/organisations/unodc.md": ORGANISATION,
            "glossary/instruments/palermo-protocol.md": INSTRUMENT,
            "glossary/concepts/victim-centred-approach.md": CONCEPT,
        },
        conf="seminars_citations = True\n",
    )

    assert warnings(app) == []
    written = (app.outdir / f"{PAGE}.html").read_text("utf-8")
    for text in ("La légende.", "-programme.pdf", "Une phrase.", "La note", "<th", "une autre."):
        assert text in written


def test_the_references_of_the_table_are_those_that_there_are(
    build: Callable[..., SphinxTestApp],
) -> None:
    table = GUIDE.partition("### References\n")[2].partition("###")[0]
    roles = sorted(set(re.findall(r"\{(\w+)\}`", table)))

    assert roles == ["concept", "event", "instrument", "org", "person", "rec"]
    text = "[*smuggling*]{.language-en} et {org}`l’Office <unodc>`."
    assert "[*smuggling*]{.language-en}" in table
    assert warnings(build({f"{PAGE}.md": EVENT + text + "\n"})) == []
