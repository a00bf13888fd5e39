"""Front matters with sources, right and wrong: each fault is named once, and what is allowed."""

from __future__ import annotations

import pytest

from records.front_matter import split_front_matter
from records.front_matter_faults import check
from records.kinds import kind_named

NAME = "2018-06-05-chisinau"
HEAD = """---
type: seminar
start: 2018-06-05
city: Chisinau
country: MD
updated: 2026-01-01
sources:
"""
ENTRY = """  - id: embassy
    kind: report
    url: https://example.org/
    title: Page
    lang: fr
"""
END = "---\n\n# Un séminaire\n"
FIRST = HEAD.count("\n") + 1  # the line of the first entry
LAST = FIRST + ENTRY.count("\n")  # the line behind its last key
COPY = (
    "give `url` and `date` of the copy, or `none_found` with the day on which it was looked for; "
    "leave the key out where nobody has looked"
)
NAMES = (
    *("report", "announcement", "programme", "outcome-document", "news"),
    *("official-text", "secondary"),
)
NO_KEY = "there is no such key; "
KINDS = (
    "'report', 'announcement', 'programme', 'outcome-document', 'news', 'official-text' or "
    "'secondary'"
)
NO_DAY = " is no date: year-month-day is allowed, as in 2018-06-05"
NO_ID = " is no id: small letters, digits and single hyphens are allowed, a hundred at most"
ADDRESS = " is no web address: it begins with https:// or http://, and the name of a site follows"
ALLOWED = (
    "about, about_event, accessed, archived, date, id, kind, lang, publisher, publisher_name, "
    "same_as, title, url"
)


def said(sources: str) -> list[str]:
    page = HEAD + sources + END
    _facts, faults = check(kind_named("event"), NAME, split_front_matter(page))
    return [f"{fault.line}: {fault}" for fault in faults]


RIGHT = [
    "",
    "    about: Budva, du 26 au 28 avril 2017\n",
    "    about_event: 2017-04-26-budva\n",
    "    accessed: 2026-11-26\n",
    "    archived: {url: https://web.archive.org/x, date: 2026-11-26}\n",
    "    archived:\n      url: https://web.archive.org/x\n      date: 2026-11-26\n",
    "    archived: {none_found: 2026-11-26}\n",
    "    publisher: unodc\n    date: 2018-06-07\n",
    "    publisher_name: Un journal\n",
    ENTRY.replace("embassy", "embassy-2"),
    *(
        ENTRY.replace("embassy", "b").replace("report", kind)
        for kind in ("announcement", "programme", "outcome-document", "news", "secondary")
    ),
]

NOT_BOTH = "give `about` or `about_event`, and not both"
NO_OTHER = "give `publisher` or `publisher_name`, and not both"
WEB = "https://web.archive.org/x"
# What stands behind the first entry, the line below it and the key of its fault, and what is said
ADDED = [
    ("    about: Budva\n    about_event: 2017-04-26-budva\n", 1, "about_event", NOT_BOTH),
    ("    about_event: Budva\n", 0, "about_event", f"`Budva`{NO_ID}"),
    ("    about: [Budva]\n", 0, "about", "a text is expected here, and not a list"),
    ("    about:\n", 0, "about", "is empty: give a value, or leave the key out"),
    ("    accessed: hier\n", 0, "accessed", f"`hier`{NO_DAY}"),
    ("    accessed: 2026-11\n", 0, "accessed", f"`2026-11`{NO_DAY}"),
    (
        "    accessed: 2026-02-30\n",
        0,
        "accessed",
        "`2026-02-30` is no date: 2026-02 has the days 01 to 28",
    ),
    ("    acessed: 2026-11-26\n", 0, "acessed", f"{NO_KEY}did you mean `accessed`?"),
    ("    archive: x\n", 0, "archive", f"{NO_KEY}did you mean `archived`?"),
    ("    archived: none found\n", 0, "archived", COPY),
    (f"    archived: {WEB}\n", 0, "archived", COPY),
    (f"    archived: {{url: {WEB}}}\n", 0, "archived", COPY),
    ("    archived: {date: 2026-11-26}\n", 0, "archived", COPY),
    ("    archived: {none_found: 2026-11-26, date: 2026-11-26}\n", 0, "archived", COPY),
    ("    archived: {none_found: never}\n", 0, "archived.none_found", f"`never`{NO_DAY}"),
    (
        "    archived:\n      url: web.archive.org\n      date: 2026-11-26\n",
        1,
        "archived.url",
        f"`web.archive.org`{ADDRESS}",
    ),
    (
        f"    archived:\n      url: {WEB}\n      date: 2026\n",
        2,
        "archived.date",
        f"`2026`{NO_DAY}",
    ),
    (
        "    archived: {none-found: 2026-11-26}\n",
        0,
        "archived.none-found",
        f"{NO_KEY}did you mean `none_found`?",
    ),
    ("    read: whole\n", 0, "read", f"{NO_KEY}allowed are {ALLOWED}"),
    ("    publisher: unodc\n    publisher_name: ONUDC\n", 1, "publisher_name", NO_OTHER),
]
# What of the entry is replaced by what, and the same
MISSING = "this key is missing"
REPLACED = [
    ("  - id: embassy\n    kind", "  - kind", 0, "id", MISSING),
    ("    kind: report\n", "", 0, "kind", f"{MISSING}; allowed are {', '.join(NAMES)}"),
    ("embassy", "Embassy", 0, "id", f"`Embassy`{NO_ID}"),
    ("embassy", "the embassy", 0, "id", f"`the embassy`{NO_ID}; between two ids there is a comma"),
    ("report", "raport", 1, "kind", f"`raport` is not allowed here: {KINDS}"),
    ("report", "Report", 1, "kind", f"`Report` is not allowed here: {KINDS}"),
    ("report", "outcome", 1, "kind", f"`outcome` is not allowed here: {KINDS}"),
]


@pytest.mark.parametrize("added", RIGHT)
def test_what_is_right_passes(added: str) -> None:
    assert said(ENTRY + added) == []


@pytest.mark.parametrize(("added", "below", "key", "words"), ADDED)
def test_what_is_added_wrongly_is_named_once(added: str, below: int, key: str, words: str) -> None:
    assert said(ENTRY + added) == [f"{LAST + below}: sources.1.{key}: {words}"]


@pytest.mark.parametrize(("right", "wrong", "below", "key", "words"), REPLACED)
def test_what_is_replaced_wrongly_is_named_once(
    right: str, wrong: str, below: int, key: str, words: str
) -> None:
    assert right in ENTRY
    assert said(ENTRY.replace(right, wrong, 1)) == [f"{FIRST + below}: sources.1.{key}: {words}"]


def test_an_id_that_stands_twice_is_named_once() -> None:
    words = "`embassy` is the id of another source above: give each one of its own"
    assert said(ENTRY + ENTRY) == [f"{LAST}: sources.2.id: {words}"]
