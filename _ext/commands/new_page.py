"""``make new-seminar ID=…`` and ``make new-record KIND=… ID=…``: begin the page of a record."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from icu import Transliterator

from commands.machine import guarded
from commands.project import ROOT, SettingsError, settings
from records.blank_pages import blank_page
from records.faults import quoted
from records.fields import ID, OF_IDS, no_such_day
from records.folders import FOLDERS, SINGULAR
from records.key_words import TO_FILL_IN
from records.kinds import KINDS, kind_named
from records.old_addresses import SETTING, final
from records.page_names import date_in
from records.when import when_of
from texts.suggestion import meant

if TYPE_CHECKING:
    from records.kind import Kind

# The names by which an editor may call each kind: that of its role, and those of its file
_NAMES = {
    name: kind
    for file, kind in zip(FOLDERS, KINDS, strict=True)
    for name in (kind.name, file, SINGULAR[kind.folder])
}
_NAMES["seminar"] = kind_named("event")
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")


class RefusedError(Exception):
    """Why no page is begun, in one line for an editor."""


def main() -> int:
    """Begin the page that the environment names, for make hands it over there; return the status.

    So no shell reads what an editor has written.
    """
    kind, name = os.environ.get("KIND", ""), os.environ.get("ID", "")
    try:
        return guarded(lambda: _begin(kind, name))
    except (RefusedError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 2


def _begin(kind_name: str, name: str) -> int:
    kind = _kind(kind_name)
    _check(kind, name)
    page = f"{kind.folder}/{name}.md"
    path = ROOT / page
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(blank_page(kind, name, today=datetime.now(UTC).date()))
    print(f"{page} is there: open it, replace each {TO_FILL_IN}, and run `make html`")
    return 0


def _kind(name: str) -> Kind:
    """Return the kind that *name* means; RefusedError with all there are, if there is none."""
    if name.lower() in _NAMES:
        return _NAMES[name.lower()]
    known = ", ".join(SINGULAR.values())
    if not name:
        raise RefusedError(f"say of which kind: KIND={known.replace(', ', ' or KIND=')}")
    near = meant(name, _NAMES)
    raise RefusedError(
        f"KIND={quoted(name)}: there is no such kind{near or f'; there are {known}'}"
    )


def _check(kind: Kind, name: str) -> None:
    """Refuse a *name* that is no id of *kind*, or that a page has; say which one to take."""
    folder = ROOT / kind.folder
    ids = f"an id {kind.dates.ids}" if kind.dates else "an id, as in lv-ministry-of-interior"
    if not name:
        raise RefusedError(f"say which: ID= and {ids}")
    near = _suggested(kind, name)
    hint = f": try ID={near}" if near and near != name else f": give {ids}"
    if not ID.fullmatch(name) or name == "index":
        raise RefusedError(f"ID={quoted(name)} is no id ({OF_IDS}){hint}")
    if kind.dates and when_of(name):
        raise RefusedError(f"ID={quoted(name)} has no place behind its day: give {ids}")
    if kind.dates and not date_in(name):
        why = no_such_day("-".join(name.split("-")[:3]))
        text = f"begins with no day of the calendar: {why}" if why else f"begins with no day{hint}"
        raise RefusedError(f"ID={quoted(name)} {text}")
    if new := final(settings().get(SETTING, {})).get(f"{kind.folder}/{name}"):
        raise RefusedError(
            f"ID={quoted(name)} was given up: by {SETTING} in conf.py it leads to {new}"
        )
    if (folder / f"{name}.md").exists():
        other = next(
            f"{name}-{number}" for number in range(2, 1000) if _is_free(kind, f"{name}-{number}")
        )
        raise RefusedError(
            f"{kind.folder}/{name}.md is there already: open it, or take another id, "
            f"as in ID={other}"
        )


def _is_free(kind: Kind, name: str) -> bool:
    return not (ROOT / kind.folder / f"{name}.md").exists()


def _suggested(kind: Kind, name: str) -> str:
    """Return the id that *name* was probably to be, or an empty text."""
    plain = Transliterator.createInstance("Any-Latin; Latin-ASCII").transliterate(name).lower()
    near = "-".join(re.findall("[a-z0-9]+", plain.removesuffix(".md")))
    if not kind.dates:
        return near[:100].rstrip("-")
    found = _DAY.match(near)
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        day = None
    return f"{day}{near[found.end() :]}"[:100].rstrip("-") if found and day else ""


if __name__ == "__main__":
    raise SystemExit(main())
