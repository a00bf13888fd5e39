"""The folders of the records: here each kind of record is named, and nowhere else.

``conf.py`` asks for them before anything is built, so nothing is imported here.
"""

from __future__ import annotations

# The file of each kind in ``records/kinds/``, and the folder that holds the pages of its records
FOLDERS = {
    "events": "events",
    "organisations": "glossary/organisations",
    "instruments": "glossary/instruments",
    "concepts": "glossary/concepts",
    "series": "series",
}


# What an editor calls one record of each folder, as `make new-record KIND=…` takes it
SINGULAR = {folder: file.removesuffix("s") for file, folder in FOLDERS.items()}
SINGULAR["series"] = "series"


def patterns() -> list[str]:
    """Return what the folders hold, with all pages around the records, as Sphinx writes it."""
    return [f"{top}/**" for top in dict.fromkeys(path.split("/")[0] for path in FOLDERS.values())]
