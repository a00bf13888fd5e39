"""The table of the rules in CONTRIBUTING.md: ``python -m catalogues.guide`` writes it anew."""

from __future__ import annotations

from pathlib import Path

from catalogues.rules import RULES

GUIDE = Path(__file__).resolve().parents[2] / "CONTRIBUTING.md"
_HEAD = "| finding | what to do |\n| --- | --- |\n"


def table() -> str:
    """Return the table: a line to a rule."""
    return _HEAD + "".join(f"| `[{rule.name}]` {rule.finding} | {rule.mend} |\n" for rule in RULES)


def table_in(guide: str) -> str:
    """Return the table that stands in the text of a *guide*; raise ValueError if there is none."""
    return _HEAD + guide[guide.index(_HEAD) + len(_HEAD) :].partition("\n\n")[0] + "\n"


def main() -> None:
    """Put the table in the place of the one in CONTRIBUTING.md."""
    guide = GUIDE.read_text("utf-8")
    GUIDE.write_text(guide.replace(table_in(guide), table()), "utf-8")


if __name__ == "__main__":
    main()
