"""``make guide``: write anew what the guide has from the code, its tables of rules and of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues.rules import RULES
from commands.project import ROOT
from records.key_tables import key_tables

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
    """Write both where they are."""
    for path, text in made().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
