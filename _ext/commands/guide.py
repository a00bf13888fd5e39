"""``make guide``: write anew what is made of code and settings: tables, and CITATION.cff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.rules import RULES
from commands.project import ROOT, settings
from formats import citation_cff
from records.edition import edition
from records.key_tables import key_tables
from records.web_addresses import site_url

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = ROOT / "CONTRIBUTING.md"
KEYS = ROOT / "docs" / "keys.md"
_RULES = "| finding | what to do |\n| --- | --- |\n"
_BEGINNING = "## Every record\n"


def rule_table() -> str:
    """Return the table of the rules of the gate: a line to each."""
    return _RULES + "".join(f"| `[{rule.name}]` {rule.finding} | {rule.mend} |\n" for rule in RULES)


def made() -> dict[Path, str]:
    """Return the pages of the guide as the code has them; ValueError where one has no place."""
    guide, keys = GUIDE.read_text("utf-8"), KEYS.read_text("utf-8")
    start = guide.index(_RULES)
    end = guide.index("\n\n", start) + 1
    return {
        GUIDE: guide[:start] + rule_table() + guide[end:],
        KEYS: keys[: keys.index(_BEGINNING)] + key_tables(),
    }


def main() -> None:
    """Write all of them where they are."""
    for path, text in made().items():
        path.write_text(text, "utf-8")
    said = settings()
    content = citation_cff.citation(said["project"], edition(said), site_url(said))
    (ROOT / citation_cff.NAME).write_bytes(content)


if __name__ == "__main__":
    main()
