"""What an editor writes in a front matter, and all that is said of it: line, key, cure."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from records.archive import Record
from records.circles import circles_in
from records.front_matter import damage_in, heading_of, read_page, split_front_matter
from records.front_matter_faults import check, check_other
from records.kinds import KINDS, kind_named
from records.terminology import glossary_in
from support import EVENT, ORGANISATION

if TYPE_CHECKING:
    from pathlib import Path

    from records.kind import Kind

NAME = "2018-06-05-chisinau"
CITY = "city: Chisinau"
ORGANISERS = "organisers: [unodc]"
ADDRESS = "https://example.org/"
SOURCE = '{url: "https://example.org/", id: page, kind: report, title: Page, lang: fr}'


def said(page: str, *, kind: str = "event", name: str = NAME) -> list[str]:
    """Return all that is said of *page*."""
    _facts, faults = check(kind_named(kind), name, split_front_matter(page))
    return [f"{fault.line}: {fault}" for fault in faults]


NO_DATE = (
    " is no date: year-month-day, year-month or the year is allowed, as in 2018-06-05, 2018-06 "
    "or 2018"
)
NO_ID = " is no id: small letters, digits and single hyphens are allowed, a hundred at most"
COMMA = "; between two ids there is a comma"
BROKEN_OFF = "is no `key: value`: a text with a comma stands between quotes within { }"
NO_TEXT = " is no text: there is no letter and no digit in it: give a text, or leave the key out"
NO_COUNTRY = (
    " is no country: two capital letters of ISO 3166-1 are allowed, as in MD or FR, or of "
    "ISO 3166-3, as YU"
)
NO_ADDRESS = (
    " is no web address: it begins with https:// or http://, and the name of a site follows"
)
NOBODY = "this key is missing: a speaker has a name, a function or both"
NO_LIST = "a list is expected: [first, second], or one entry to a line after a hyphen"
NO_PARTY = " is not allowed here: the id of an organisation, {country: FR} or {name: Nom} is"
EMPTY = "is empty: give a value, or leave the key out"
ALLOWED = (
    "there is no such key; allowed are attendance, city, concepts, country, end, "
    "first_announced, funders, further_places, in_cooperation_with, instruments, mode, "
    "organisers, participants, participating_states, partners, relations, series, sources, "
    "speakers, start, status, supporters, titles, type, updated, url, venue"
)
NO_TYPE = (
    " is not allowed here: 'seminar', 'conference', 'training', 'workshop', 'working-group', "
    "'round-table', 'expert-meeting', 'meeting', 'ministerial-meeting', 'network-meeting', "
    "'forum', 'simulation-exercise', 'study-visit' or 'webinar'"
)
DEEP = "brackets or lists stand in each other more than 10 deep"
QUOTE = "put the text between quotes"
TAKE = ": take it out, or type the passage again"
LINES = "the text has several lines or a tab: write it on one line, with spaces"
NO_BREAK = "there is a no-break space around a key or hyphen: type a plain one"
NO_KEY = "is no `key: value`; a space belongs behind the colon"
DEEPER = "this key is indented deeper than the one above, which has its value: indent both alike"

# what stands in the event, what an editor writes instead, and all that is said, line by line
MISTAKES: list[tuple[str, str, list[str]]] = [
    (CITY, CITY + "\n? [a, b]\n: c", ["6: a list stands where a key is expected: a key is a word"]),
    (
        CITY,
        CITY + "\n{[a]: b}: c",
        ["6: a group of keys stands where a key is expected: a key is a word"],
    ),
    (
        CITY,
        CITY + "\n? {a: b}\n: c",
        ["6: a group of keys stands where a key is expected: a key is a word"],
    ),
    (CITY, CITY + "\n? a\n: - b", [f"6: a: {ALLOWED}"]),
    (
        "title: Page",
        "title: Page, [a]: b",
        ["10: sources.1: a list stands where a key is expected: a key is a word"],
    ),
    (CITY, CITY + "\n: x", ["6: a key is missing before `:`"]),
    (CITY, CITY + "\n~: x", ["6: there is no such key: `~`"]),
    (CITY, CITY + '\n"": x', ["6: a key is missing before `:`"]),
    (CITY, CITY + "\nville: Chisinau", [f"6: ville: {ALLOWED}"]),
    ("city:", "City:", ["5: City: there is no such key; did you mean `city`?"]),
    (CITY, CITY + "\ndate de début: x", [f"6: date de début: {ALLOWED}"]),
    (CITY, CITY + "\n12: x", ["6: there is no such key: `12`"]),
    (CITY, CITY + "\n'a\\nb': x", ["6: there is no such key: `a\\nb`"]),
    (CITY, CITY + "\nspeakers.0.name: x", ["6: there is no such key: `speakers.0.name`"]),
    (CITY, CITY + "\n" + "k" * 5000 + ": x", [f"6: there is a colon in the text: {QUOTE}"]),
    (CITY, CITY + "\ncity: Paris", ["6: city: this key stands twice: keep one of them"]),
    (
        "title: Page",
        "title: Page, title: Q",
        ["10: sources.1.title: this key stands twice: keep one of them"],
    ),
    (CITY, CITY + "\n<<: {city: Paris}", ["6: there is no such key: `<<`"]),
    (CITY, CITY + "\n<<: Paris", ["6: there is no such key: `<<`"]),
    (CITY, CITY + "\n&a venue: x", ["6: `&a`: put a text that begins with `&` between quotes"]),
    (CITY, CITY + "\n*a : x", ["6: `*a`: put a text that begins with `*` between quotes"]),
    (
        CITY,
        CITY + "\n!!str venue: x",
        ["6: `!!str`: put a text that begins with `!` between quotes"],
    ),
    (CITY, "city: &a [*a]", ["5: city: `&a`: put a text that begins with `&` between quotes"]),
    (CITY, "city: &a Paris", ["5: city: `&a`: put a text that begins with `&` between quotes"]),
    (CITY, "city: *a", ["5: city: `*a`: put a text that begins with `*` between quotes"]),
    (CITY, "city: *Paris*", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, "city: **Paris**", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, "city: & co", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, "city: &", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (
        "lang: fr}",
        "lang: fr}\n  - &s {url: x}\n  - *s",
        [
            "11: sources.2: `&s`: put a text that begins with `&` between quotes",
            "12: sources.3: `*s`: put a text that begins with `*` between quotes",
        ],
    ),
    (CITY, "city: !!int x", ["5: city: `!!int`: put a text that begins with `!` between quotes"]),
    (CITY, "city: !!int [a]", ["5: city: `!!int`: put a text that begins with `!` between quotes"]),
    (
        CITY,
        "city: !!float 1",
        ["5: city: `!!float`: put a text that begins with `!` between quotes"],
    ),
    (
        CITY,
        "city: !!python/object/apply:os.system ['true']",
        [
            (
                "5: city: `!!python/object/apply:os.system`: put a text that begins with `!` "
                "between quotes"
            )
        ],
    ),
    (CITY, "city: !foo bar", ["5: city: `!foo`: put a text that begins with `!` between quotes"]),
    (
        CITY,
        "city: !<tag:x,2000:y> a",
        ["5: city: `!tag:x,2000:y`: put a text that begins with `!` between quotes"],
    ),
    (CITY, "city: !", ["5: city: `!`: put a text that begins with `!` between quotes"]),
    (CITY, "city: ! x", ["5: city: `!`: put a text that begins with `!` between quotes"]),
    (
        CITY,
        "city: !!binary ééé",
        ["5: city: `!!binary`: put a text that begins with `!` between quotes"],
    ),
    (
        CITY,
        "city: !!timestamp foo",
        ["5: city: `!!timestamp`: put a text that begins with `!` between quotes"],
    ),
    (
        CITY,
        "city: !!set {a, b}",
        ["5: city: `!!set`: put a text that begins with `!` between quotes"],
    ),
    (CITY, "city: !!map [a]", ["5: city: `!!map`: put a text that begins with `!` between quotes"]),
    (CITY, "city: ~", [f"5: city: `~`{NO_TEXT}"]),
    (CITY, "city: '?!'", [f"5: city: `?!`{NO_TEXT}"]),
    ("country: MD", "country: no", [f"6: country: `no`{NO_COUNTRY}"]),
    (
        ORGANISERS,
        ORGANISERS + "\nspeakers: [{name: A, function: juge, announced: perhaps}]",
        ["8: speakers.1.announced: there is no such key any more: write `role: announced`"],
    ),
    (
        "2018-06-05",
        "2018-13-40",
        ["3: start: `2018-13-40` is no date: a year has the months 01 to 12"],
    ),
    (
        "2018-06-05",
        "2018-02-30",
        ["3: start: `2018-02-30` is no date: 2018-02 has the days 01 to 28"],
    ),
    ("2018-06-05", "2018-6-5", [f"3: start: `2018-6-5`{NO_DATE}"]),
    ("2018-06-05", "05/06/2018", [f"3: start: `05/06/2018`{NO_DATE}"]),
    ("2018-06-05", "20180605", [f"3: start: `20180605`{NO_DATE}"]),
    ("2018-06-05", "2018-W23-2", [f"3: start: `2018-W23-2`{NO_DATE}"]),
    ("2018-06-05", "2018-06-05T10:00:00", [f"3: start: `2018-06-05T10:00:00`{NO_DATE}"]),
    (
        "2018-06-05",
        "0001-06-05",
        [("3: start: `0001-06-05` is no date of the archive: years from 1600 to 2100 are allowed")],
    ),
    (
        "2018-06-07",
        "9999-06-07",
        [("4: end: `9999-06-07` is no date of the archive: years from 1600 to 2100 are allowed")],
    ),
    (
        "2018-06-07",
        "2023-02-31",
        ["4: end: `2023-02-31` is no date: 2023-02 has the days 01 to 28"],
    ),
    (
        "2018-06-07",
        "2024-02-30",
        ["4: end: `2024-02-30` is no date: 2024-02 has the days 01 to 29"],
    ),
    (
        "2018-06-07",
        "2018-06-00",
        ["4: end: `2018-06-00` is no date: 2018-06 has the days 01 to 30"],
    ),
    (
        "2018-06-07",
        "2018-13-01",
        ["4: end: `2018-13-01` is no date: a year has the months 01 to 12"],
    ),
    ("2018-06-07", "2018-00", ["4: end: `2018-00` is no date: a year has the months 01 to 12"]),
    (
        "updated: 2026-01-01",
        "updated: 2023-02-31",
        ["8: updated: `2023-02-31` is no date: 2023-02 has the days 01 to 28"],
    ),
    (
        ORGANISERS,
        "organisers: [{name: Institut, université de Hull}]",
        ["7: organisers.1.name: `université de Hull` " + BROKEN_OFF],
    ),
    (
        ORGANISERS,
        "organisers: [unodc, {name: Institut, l’université,\n  de Hull}]",
        ["7: organisers.2.name: `l’université` " + BROKEN_OFF],
    ),
    (ORGANISERS, "organisers: [{unodc}]", ["7: organisers.1: `unodc` " + BROKEN_OFF]),
    (
        ORGANISERS,
        "organisers: [{name: }]",
        ["7: organisers.1.name: is empty: give a value, or leave the key out"],
    ),
    (ORGANISERS, "organisers: [unodc coe]", ["7: organisers.1: `unodc coe`" + NO_ID + COMMA]),
    (ORGANISERS, "organisers: [unodc; coe]", ["7: organisers.1: `unodc; coe`" + NO_ID + COMMA]),
    (ORGANISERS, "organisers: [UNODC coe]", ["7: organisers.1: `UNODC coe`" + NO_ID]),
    ("2018-06-05", "20188-06-05", [f"3: start: `20188-06-05`{NO_DATE}"]),
    ("2018-06-05", "٢٠١٨-06-05", [f"3: start: `٢٠١٨-06-05`{NO_DATE}"]),
    ("2018-06-05", "[2018-06-05]", [f"3: start: a list{NO_DATE}"]),
    ("2018-06-07", "2018-06-01", ["4: end: 2018-06-01 is before the start, 2018-06-05"]),
    (
        "2018-06-05",
        "2018-06-06",
        [
            (
                "3: start: the name of the file, `2018-06-05-chisinau`, begins with another "
                "day: mend one of them, or give the day in the name as `first_announced`"
            )
        ],
    ),
    (CITY, "city:", [f"5: city: {EMPTY}"]),
    ("end: 2018-06-07", "end:", [f"4: end: {EMPTY}"]),
    ("end: 2018-06-07", "end: ~", [f"4: end: `~`{NO_DATE}"]),
    (ORGANISERS, "organisers:", [f"7: organisers: {EMPTY}"]),
    (
        ORGANISERS,
        "organisers: [unodc, ]\nfunders: [unodc, null]",
        [f"8: funders.2: `null` says that nothing is known{EMPTY.removeprefix('is empty')}"],
    ),
    (CITY, 'city: " "', ["5: city: is empty: give a text, or leave the key out"]),
    (CITY, 'city: "\\u00a0"', ["5: city: is empty: give a text, or leave the key out"]),
    (CITY, 'city: "a\\nb"', [f"5: city: {LINES}"]),
    (CITY, "city: |\n  a\n  b", [f"5: city: {LINES}"]),
    (CITY, "city: [a]", ["5: city: a text is expected here, and not a list"]),
    (CITY, "city: {a: b}", ["5: city: a text is expected here, and not a group of keys"]),
    (CITY, "city: " + "x" * 5001, ["5: city: the text has more than 5000 characters: shorten it"]),
    (CITY, 'city: "a\\tb"', [f"5: city: {LINES}"]),
    (
        CITY,
        'city: "a\\0b"',
        [f"5: city: there is an invisible character, U+0000 (control character){TAKE}"],
    ),
    (
        CITY,
        'city: "a\\e[31mb"',
        [f"5: city: there is an invisible character, U+001B (control character){TAKE}"],
    ),
    (
        CITY,
        "city: a\u202eb",
        [f"5: city: there is an invisible character, U+202E (right-to-left override){TAKE}"],
    ),
    (
        CITY,
        "city: a\u2066b",
        [f"5: city: there is an invisible character, U+2066 (left-to-right isolate){TAKE}"],
    ),
    (
        CITY,
        "city: a\u200bb",
        [f"5: city: there is an invisible character, U+200B (zero width space){TAKE}"],
    ),
    (
        CITY,
        "city: a\u200db",
        [f"5: city: there is an invisible character, U+200D (zero width joiner){TAKE}"],
    ),
    (
        CITY,
        "city: a\u2060b",
        [f"5: city: there is an invisible character, U+2060 (word joiner){TAKE}"],
    ),
    (
        CITY,
        "city: a\ufe0fb",
        [f"5: city: there is an invisible character, U+FE0F (variation selector-16){TAKE}"],
    ),
    (
        CITY,
        "city: a\u3164b",
        [f"5: city: there is an invisible character, U+3164 (hangul filler){TAKE}"],
    ),
    (
        CITY,
        "city: a\ue000b",
        [f"5: city: there is an invisible character, U+E000 (control character){TAKE}"],
    ),
    (
        CITY,
        "city: Chi\x07sinau",
        [f"5: city: there is an invisible character, U+0007 (control character){TAKE}"],
    ),
    (
        CITY,
        "city: \x1b[31mrouge",
        [f"5: city: there is an invisible character, U+001B (control character){TAKE}"],
    ),
    (
        CITY,
        "city: a\u2028b",
        [f"5: city: there is an invisible character, U+2028 (line separator){TAKE}"],
    ),
    (
        CITY,
        "city: a\x85b",
        [f"5: city: there is an invisible character, U+0085 (control character){TAKE}"],
    ),
    (
        CITY,
        "city: a\x7fb",
        [f"5: city: there is an invisible character, U+007F (control character){TAKE}"],
    ),
    (
        CITY,
        'city: "\\ud800"',
        [f"5: city: there is an invisible character, U+D800 (control character){TAKE}"],
    ),
    (ORGANISERS, "organisers: unodc", [f"7: organisers: {NO_LIST}"]),
    (ORGANISERS, "organisers: {unodc: x}", [f"7: organisers: {NO_LIST}"]),
    (
        ORGANISERS,
        "organisers: [[unodc]]",
        [f"7: organisers.1: a list{NO_PARTY}"],
    ),
    (
        ORGANISERS,
        "organisers: [{id: unodc}]",
        ["7: organisers.1.id: there is no such key; allowed are country, name, org"],
    ),
    (ORGANISERS, "organisers: [ONUDC]", [f"7: organisers.1: `ONUDC`{NO_ID}"]),
    (ORGANISERS, "organisers: [un odc]", [f"7: organisers.1: `un odc`{NO_ID}{COMMA}"]),
    (ORGANISERS, "organisers: [../unodc]", [f"7: organisers.1: `../unodc`{NO_ID}"]),
    (ORGANISERS, "organisers: [" + "u" * 101 + "]", [f"7: organisers.1: `{'u' * 60}…`{NO_ID}"]),
    (
        ORGANISERS,
        "organisers: [unodc, unodc]",
        ["7: organisers: `unodc` stands twice: keep one of them"],
    ),
    (
        f"  - {SOURCE}",
        "  - https://example.org/",
        ["10: sources.1: keys are expected here, one `key: value` to a line"],
    ),
    (
        f"  - {SOURCE}",
        "  - [https://example.org/]",
        ["10: sources.1: keys are expected here, one `key: value` to a line"],
    ),
    (f"sources:\n  - {SOURCE}", f"sources: {SOURCE}", [f"9: sources: {NO_LIST}"]),
    (f"sources:\n  - {SOURCE}", "sources: []", ["9: sources: at least one entry is needed"]),
    (f"sources:\n  - {SOURCE}\n", "", ["1: sources: this key is missing"]),
    (f"sources:\n  - {SOURCE}", "sources: page", [f"9: sources: {NO_LIST}"]),
    (
        ORGANISERS,
        ORGANISERS + "\nspeakers: [{name: [A], function: {a: b}, organisation: [x], country: 5}]",
        [
            "8: speakers.1.name: a text is expected here, and not a list",
            "8: speakers.1.function: a text is expected here, and not a group of keys",
            "8: speakers.1.organisation: a text is expected here, and not a list",
            f"8: speakers.1.country: `5`{NO_COUNTRY}",
        ],
    ),
    (
        ORGANISERS,
        ORGANISERS + "\ntitles: [{lang: french, text: 5}]",
        [
            ("8: titles.1.lang: `french` is no language: a code as in fr or pt-BR is allowed"),
        ],
    ),
    (
        "title: Page, ",
        "title: Page, publisher: unodc, publisher_name: X, ",
        [("10: sources.1.publisher_name: give `publisher` or `publisher_name`, and not both")],
    ),
    (
        "lang: fr",
        "lang: zxx",
        [("10: sources.1.lang: `zxx` is no language: a code as in fr or pt-BR is allowed")],
    ),
    ("country: MD", "country: EU", [f"6: country: `EU`{NO_COUNTRY}"]),
    ("country: MD", "country: md", [f"6: country: `md`{NO_COUNTRY}"]),
    ("type: seminar", "type: [seminar]", [f"2: type: a list{NO_TYPE}"]),
    ("type: seminar", "type: reunion", [f"2: type: `reunion`{NO_TYPE}"]),
    (
        ADDRESS,
        "https://example.org/a b",
        [
            (
                "10: sources.1.url: `https://example.org/a b` is no web address: a space "
                "cannot stand in an address: copy it from the browser, or write %20"
            )
        ],
    ),
    (
        ADDRESS,
        "https://example.org/ ",
        [
            (
                "10: sources.1.url: `https://example.org/ ` is no web address: a space "
                "cannot stand in an address: copy it from the browser, or write %20"
            )
        ],
    ),
    (
        ADDRESS,
        "https://example.org/\\n",
        [
            (
                "10: sources.1.url: `https://example.org/U+000A` is no web address: `U+000A` "
                "cannot stand in an address: copy it from the browser, or write %0A"
            )
        ],
    ),
    (
        ADDRESS,
        "https://user:pw@example.org/",
        [("10: sources.1.url: the address holds the name or password of a user: take it out")],
    ),
    (
        ADDRESS,
        "https://user@example.org/",
        [("10: sources.1.url: the address holds the name or password of a user: take it out")],
    ),
    (ADDRESS, "javascript:alert(1)", [f"10: sources.1.url: `javascript:alert(1)`{NO_ADDRESS}"]),
    (ADDRESS, "JavaScript:alert(1)", [f"10: sources.1.url: `JavaScript:alert(1)`{NO_ADDRESS}"]),
    (ADDRESS, "data:text/html,x", [f"10: sources.1.url: `data:text/html,x`{NO_ADDRESS}"]),
    (ADDRESS, "ftp://example.org/", [f"10: sources.1.url: `ftp://example.org/`{NO_ADDRESS}"]),
    (ADDRESS, "www.example.org", [f"10: sources.1.url: `www.example.org`{NO_ADDRESS}"]),
    (ADDRESS, "//example.org/", [f"10: sources.1.url: `//example.org/`{NO_ADDRESS}"]),
    (ADDRESS, "https://", [f"10: sources.1.url: `https://`{NO_ADDRESS}"]),
    (ADDRESS, "https:///example.org", [f"10: sources.1.url: `https:///example.org`{NO_ADDRESS}"]),
    (ADDRESS, "https:example.org", [f"10: sources.1.url: `https:example.org`{NO_ADDRESS}"]),
    (
        ADDRESS,
        "https:\\\\\\\\example.org",
        [
            (
                "10: sources.1.url: `https:\\\\example.org` is no web address: `\\` cannot "
                "stand in an address: copy it from the browser, or write %5C"
            )
        ],
    ),
    (
        ADDRESS,
        "https://example.org/<b>",
        [
            (
                "10: sources.1.url: `https://example.org/<b>` is no web address: `<` cannot "
                "stand in an address: copy it from the browser, or write %3C"
            )
        ],
    ),
    (
        ADDRESS,
        "https://example.org/a|b",
        [
            (
                "10: sources.1.url: `https://example.org/a|b` is no web address: `|` cannot "
                "stand in an address: copy it from the browser, or write %7C"
            )
        ],
    ),
    (
        ADDRESS,
        "https://example.org/%zz",
        [
            (
                "10: sources.1.url: `https://example.org/%zz` is no web address: `%` cannot "
                "stand in an address: copy it from the browser, or write %25"
            )
        ],
    ),
    (
        ADDRESS,
        "https://example.org/a\u200bb",
        [f"10: sources.1.url: there is an invisible character, U+200B (zero width space){TAKE}"],
    ),
    (
        ADDRESS,
        "https://exa mple.org",
        [
            (
                "10: sources.1.url: `https://exa mple.org` is no web address: a space cannot "
                "stand in an address: copy it from the browser, or write %20"
            )
        ],
    ),
    (
        ADDRESS,
        "https://example.org:99999/",
        [f"10: sources.1.url: `https://example.org:99999/`{NO_ADDRESS}"],
    ),
    (ADDRESS, "https://[", [f"10: sources.1.url: `https://[`{NO_ADDRESS}"]),
    (
        ADDRESS,
        ADDRESS + "x" * 2000,
        ["10: sources.1.url: the address is too long: 2000 characters are allowed"],
    ),
    (
        ADDRESS,
        'https://example.org/a\\"b',
        [
            (
                '10: sources.1.url: `https://example.org/a"b` is no web address: `"` cannot '
                "stand in an address: copy it from the browser, or write %22"
            )
        ],
    ),
    ("title: Page", "title: a: b", [f"10: sources: there is a colon in the text: {QUOTE}"]),
    (CITY, "city: Paris: capitale", [f"5: city: there is a colon in the text: {QUOTE}"]),
    (CITY, 'city: "Chisinau', ["5: city: a quotation mark that opens here is not closed"]),
    (CITY, "city: 'Chisinau", ["5: city: a quotation mark that opens here is not closed"]),
    (
        CITY,
        "city: 'l'eau'",
        [
            (
                "5: city: a quotation mark stands within the text: put the whole text "
                "between the other quotes"
            )
        ],
    ),
    (
        CITY,
        'city: "a" b',
        [
            (
                "5: city: a quotation mark stands within the text: put the whole text "
                "between the other quotes"
            )
        ],
    ),
    (CITY, 'city: "a\\d"', ["5: city: a `\\` in double quotes is written twice: `\\\\`"]),
    (CITY, "city: @foo", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, "city: `foo`", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, "city: %foo", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, "city: - a", ["5: city: a list begins on the line below its key"]),
    (
        CITY,
        "city: [a",
        ["5: city: a bracket `[` that opens here is not closed, or a comma is missing"],
    ),
    (
        CITY,
        "city: {a",
        ["5: city: a bracket `{` that opens here is not closed, or a comma is missing"],
    ),
    (
        ORGANISERS,
        "organisers: [unodc",
        [("7: organisers: a bracket `[` that opens here is not closed, or a comma is missing")],
    ),
    (
        ORGANISERS,
        "organisers: [unodc,, osce]",
        [f"7: organisers: there is a comma too many, or in the text: {QUOTE}"],
    ),
    (
        CITY,
        "city:Chisinau",
        [("5: city: `city:Chisinau` is no `key: value`; a space belongs behind the colon")],
    ),
    (
        CITY,
        " city: Chisinau",
        [
            (
                "5: city: this key is indented deeper than the one above, which has its "
                "value: indent both alike"
            )
        ],
    ),
    (
        CITY,
        CITY + "\n  venue: x",
        [
            (
                "6: venue: this key is indented deeper than the one above, which has its "
                "value: indent both alike"
            )
        ],
    ),
    (
        CITY,
        CITY + "\nune phrase",
        ["6: `une phrase` is no `key: value`; a space belongs behind the colon"],
    ),
    (CITY, "%YAML 1.1\ncity: Chisinau", [f"5: the line begins with a sign of YAML: {QUOTE}"]),
    (CITY, "\tcity: Chisinau", ["5: city: there is a tab: indent with spaces"]),
    ("  - {url", "\t- {url", ["10: sources: there is a tab: indent with spaces"]),
    ("  - {url", "  -{url", ["10: sources: a space belongs behind the hyphen"]),
    ("  - {url", " {url", [f"9: sources: {NO_LIST}"]),
    (CITY, "city: >x", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, "city: |x y", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, "city: ? x", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, "city: , x", [f"5: city: there is a comma too many, or in the text: {QUOTE}"]),
    (CITY, CITY + "\n]", ["6: city: the brackets do not match"]),
    (CITY, CITY + "\n- a", ["6: city: a list stands below a key that has its value"]),
    (CITY, "city: " + "[" * 1000 + "]" * 1000, [f"5: city: {DEEP}"]),
    (CITY, "city: " + "[" * 1000, [f"5: city: {DEEP}"]),
    (CITY, "city: " + "{a: " * 20 + "x" + "}" * 20, [f"5: city: {DEEP}"]),
    (
        ORGANISERS,
        "organisers:\n" + "".join("  " * deep + "-\n" for deep in range(1, 15)),
        [f"18: organisers: {DEEP}"],
    ),
    (
        CITY,
        'city: Paris: x\nvenue: "y\nseries: [z',
        [
            f"5: city: there is a colon in the text: {QUOTE}",
            "6: venue: a quotation mark that opens here is not closed",
            ("7: series: a bracket `[` that opens here is not closed, or a comma is missing"),
        ],
    ),
    (
        CITY,
        CITY + "\n<<<<<<< HEAD\nvenue: A\n=======\nvenue: B\n>>>>>>> x",
        [("6: two versions stand side by side: keep one, and take out the lines like this one")],
    ),
    (
        ORGANISERS,
        ORGANISERS + "\nfunders: [" + "unodc," * 2000 + "]",
        ["8: the front matter has more than 2000 values: nobody needs as many"],
    ),
    (
        CITY,
        "city: " + "x" * 60000,
        [("1: the front matter has more than 50000 characters: a long text belongs below it")],
    ),
    (CITY, "city:\u00a0Chisinau", [f"5: city: {NO_BREAK}"]),
    (CITY, "\u00a0city: Chisinau", ["5: city: there is no such key: `U+00A0city`"]),
    ("  - {url", "\u00a0\u00a0- {url", [f"10: sources.1: {NO_BREAK}"]),
    ("  - {url", "  -\u00a0{url", [f"10: sources.1: {NO_BREAK}"]),
    (CITY, "city = Chisinau", [f"5: city: `city = Chisinau` {NO_KEY}"]),
    (CITY, "city：Chisinau", [f"5: city: `city：Chisinau` {NO_KEY}"]),
    (CITY, "“city”: Chisinau", ["5: city: there is no such key: `“city”`"]),
    (
        f"  - {SOURCE}",
        f"  - url: {ADDRESS}\n  - title: a\n  - lang: fr",
        [
            "11: sources.2: an entry has one hyphen, before its first key: write the other keys "
            "without one"
        ],
    ),
    (
        ORGANISERS,
        f"{ORGANISERS}\nspeakers:\n  - name: A\n  - function: juge",
        [
            "10: speakers.2: an entry has one hyphen, before its first key: write the other keys "
            "without one"
        ],
    ),
    (
        ORGANISERS,
        f"{ORGANISERS}\nspeakers:\n  - country: FR\n  - country: MD",
        [
            f"9: speakers.1.function: {NOBODY}",
            f"10: speakers.2.function: {NOBODY}",
        ],
    ),
    (CITY, "*city*: Chisinau", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, "**city**: Chisinau", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, "`city`: Chisinau", [f"5: city: the text begins with a sign of YAML: {QUOTE}"]),
    (CITY, f"{CITY}\n- a: b", ["6: a: a list stands below a key that has its value"]),
    ("end: 2018-06-07", "end 2018-06-07", [f"4: `end 2018-06-07` {NO_KEY}"]),
    (
        f"  - {SOURCE}",
        f"  - url: {ADDRESS}\n    title: a: b\n    lang: fr",
        [f"11: sources.1.title: there is a colon in the text: {QUOTE}"],
    ),
    (
        f"  - {SOURCE}",
        f"  - url: {ADDRESS}\n     title: a\n    lang: fr",
        [f"11: sources.1.title: {DEEPER}"],
    ),
]


@pytest.mark.parametrize(("right", "wrong", "lines"), MISTAKES)
def test_a_mistake_is_one_line(right: str, wrong: str, lines: list[str]) -> None:
    assert right in EVENT

    assert said(EVENT.replace(right, wrong, 1)) == lines


UNCLOSED = "this line does not close the front matter: `---` does, at its very start, alone"
NOT_FIRST = "the front matter begins with `---` alone on the very first line of the page"
ABOVE = "the front matter begins in the first line: what is above it belongs below it"
NO_CLOSING = EVENT.replace("---\n\n#", "\n#")
NO_HEADING = "the page has no heading (`# …`): it is the name of the record"
NOTHING = "the page has no front matter: it begins with `---`, lines `key: value`, and `---`"
NO_MAPPING = "the front matter is made of lines `key: value`"


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        (
            NO_CLOSING,
            ["1: the front matter is not closed: put a line `---` below its last key"],
        ),
        (
            f"{NO_CLOSING}\n---\n\nSuite.\n",
            ["1: the front matter is not closed: put a line `---` below its last key"],
        ),
        (EVENT.replace("---\n\n#", "----\n\n#"), [f"11: {UNCLOSED}"]),
        (EVENT.replace("---\n\n#", " ---\n\n#"), [f"11: {UNCLOSED}"]),
        (EVENT.replace("---\n\n#", "—\n\n#"), [f"11: {UNCLOSED}"]),
        (EVENT.replace("---\n\n#", "–––\n\n#"), [f"11: {UNCLOSED}"]),
        (EVENT.replace("---\n\n#", "```\n\n#"), [f"11: {UNCLOSED}"]),
        (EVENT.replace("---\n\n#", "***\n\n#"), [f"11: {UNCLOSED}"]),
        (EVENT.replace("---\n\n#", "___\n\n#"), [f"11: {UNCLOSED}"]),
        (f"```yaml\n{EVENT}", [f"2: {ABOVE}"]),
        (f"<!-- modèle -->\n\n{EVENT}", [f"3: {ABOVE}"]),
        (f"# Un titre\n{EVENT}", [f"2: {ABOVE}"]),
        ("# Un titre\n\n" + EVENT.replace("# Un séminaire\n", ""), [f"3: {ABOVE}"]),
        (
            f"Texte.\n\n{EVENT}".replace("MD", "ZZ"),
            [f"3: {ABOVE}", f"8: country: `ZZ`{NO_COUNTRY}"],
        ),
        (EVENT[4:], ["1: the front matter has no beginning: put a line `---` above this one"]),
        (f"\n{EVENT}", [f"2: {NOT_FIRST}"]),
        (f" {EVENT}", [f"1: {NOT_FIRST}"]),
        (f"-{EVENT}", [f"1: {NOT_FIRST}"]),
        (EVENT.replace("---", "—", 1), [f"1: {NOT_FIRST}"]),
        (EVENT.replace("---", "--- yaml", 1), [f"1: {NOT_FIRST}"]),
        (
            EVENT.replace(CITY, f"{CITY}\n---"),
            ["6: keys stand below the line that closes the front matter: take this line out"],
        ),
        (
            EVENT.replace(CITY, f"{CITY}\n--- # suite"),
            ["6: a second front matter begins here: take this line out"],
        ),
        ("---\n- a\n---\n\n# T\n", [f"2: {NO_MAPPING}"]),
        ("---\nbonjour\n---\n\n# T\n", [f"2: {NO_MAPPING}"]),
        ("---\n'a'\n---\n\n# T\n", [f"2: {NO_MAPPING}"]),
        ("---\n12\n---\n\n# T\n", [f"2: {NO_MAPPING}"]),
        ("# T\n\nTexte.\n", [f"1: {NOTHING}"]),
        ("", [f"1: {NOTHING}"]),
        (" \n\n", [f"1: {NOTHING}"]),
        ("Texte.\n", [f"1: {NOTHING}", f"1: {NO_HEADING}"]),
        (EVENT.replace("# Un", "Un"), [f"1: {NO_HEADING}"]),
        (EVENT[: EVENT.index("\n# Un")], [f"1: {NO_HEADING}"]),
        (
            EVENT.replace("# Un", "Un").replace("MD", "ZZ"),
            [f"1: {NO_HEADING}", f"6: country: `ZZ`{NO_COUNTRY}"],
        ),
    ],
)
def test_a_fence_that_is_wrong_is_one_line(page: str, lines: list[str]) -> None:
    assert said(page) == lines


def test_mistakes_of_every_kind_come_at_once() -> None:
    page = EVENT.replace(CITY, 'city: Paris: x\nvenue: "y\nseries: [z').replace("MD", "ZZ")
    page = page.replace("lang: fr", "lang: x").replace("updated", "updatd")

    assert [line.split(": ")[:2] for line in said(page)] == [
        ["5", "city"],
        ["6", "venue"],
        ["7", "series"],
        ["8", "country"],
        ["10", "updatd"],
        ["12", "sources.1.lang"],
    ]


OF_ALL = " is no id: small letters, digits and single hyphens are allowed, a hundred at most"
DATED = " is no id of a seminar: its first day and its place, as in 2018-06-05-chisinau"
OTHER_DAY = (
    " begins with another day: mend one of them, or give the day in the name as `first_announced`"
)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("2018-06-05-Chisinau", [f"1: the name of the file, `2018-06-05-Chisinau`,{OF_ALL}"]),
        ("2018-06-05-chișinău", [f"1: the name of the file, `2018-06-05-chișinău`,{OF_ALL}"]),
        ("2018-06-05 chisinau", [f"1: the name of the file, `2018-06-05 chisinau`,{OF_ALL}"]),
        ("2018-06-05_chisinau", [f"1: the name of the file, `2018-06-05_chisinau`,{OF_ALL}"]),
        ("2018-06-05--chisinau", [f"1: the name of the file, `2018-06-05--chisinau`,{OF_ALL}"]),
        ("2018-06-05-\x1b[31m", [f"1: the name of the file, `2018-06-05-U+001B[31m`,{OF_ALL}"]),
        ("a" * 101, [f"1: the name of the file, `{'a' * 60}…`,{OF_ALL}"]),
        ("chisinau", [f"1: the name of the file, `chisinau`,{DATED}"]),
        ("2018-chisinau", []),
        ("2018-06-chisinau", []),
        ("2017-chisinau", [f"3: start: the name of the file, `2017-chisinau`,{OTHER_DAY}"]),
        ("2018-06-05", [f"1: the name of the file, `2018-06-05`,{DATED}"]),
        ("2018-06-06-sofia", [f"3: start: the name of the file, `2018-06-06-sofia`,{OTHER_DAY}"]),
        ("2018-06-05-sofia-2", []),
    ],
)
def test_the_name_of_a_seminar_is_its_first_day_and_place(name: str, lines: list[str]) -> None:
    assert said(EVENT, name=name) == lines


@pytest.mark.parametrize(
    ("kind", "key", "path"),
    [
        ("org", "type: court\nparent: own", "parent"),
        ("concept", "related: [own, other]", "related.1"),
        (
            "instrument",
            "type: treaty\nshort_name: X\nrelations: [{type: recalls, target: own}]",
            "relations.1.target",
        ),
    ],
)
def test_a_record_refers_to_others(kind: str, key: str, path: str) -> None:
    page = f"---\nupdated: 2026-01-01\nurl: https://example.org/\n{key}\n---\n# T\n"

    line = page.split("\n").index(key.rsplit("\n", maxsplit=1)[-1]) + 1
    text = f"{line}: {path}: `own` is this page itself: name another one"
    assert said(page, kind=kind, name="own") == [text]
    assert said(page, kind=kind, name="another") == []


@pytest.mark.parametrize(
    "founded", ["1599", "2101", "'199'", "1997.0", "1_997", "1e3", "[1997]", "9" * 5000]
)
def test_a_year_is_one(founded: str) -> None:
    page = ORGANISATION.replace(
        "type: un-secretariat-office", f"type: un-secretariat-office\nfounded: {founded}"
    )
    (line,) = said(page, kind="org", name="unodc")

    assert line.startswith("3: founded: ")
    assert line.endswith(" is no year: years from 1600 to 2100 are allowed")


@pytest.mark.parametrize(
    "page",
    [
        EVENT,
        f"\ufeff{EVENT}",
        EVENT.replace("\n", "\r\n"),
        EVENT.replace("\n", "\r"),
        EVENT.replace("---\n\n#", "...\n\n#"),
        EVENT.replace("---", "---  ").replace("city:", "city:\t"),
        EVENT.replace(CITY, "# le lieu\ncity: Chisinau  # sur place\n\n\n# fin"),
        EVENT.replace(CITY, '"city": "Chisinau"').replace("2018-06-05", "'2018-06-05'"),
        EVENT.replace(CITY, "city: 'l’eau: c''est #1'"),
        EVENT.replace(CITY, "city: >\n  sur deux\n  lignes"),
        EVENT.replace(CITY, "city: sur\n  deux lignes"),
        EVENT.replace(CITY, "city: NO"),
        EVENT.replace(CITY, "city: 12:30"),
        EVENT.replace(CITY, "city: a]"),
        EVENT.replace(CITY, "city: >-\n  Sofia\u00a0: la ville\n  - et\u00a0: la suite"),
        EVENT.replace("country: MD", "country: NO"),
        EVENT.replace(ORGANISERS, f"{ORGANISERS}\npartners: []"),
        EVENT.replace(ORGANISERS, "organisers:\n- unodc"),
        EVENT.replace("title: Page", "title: می‌توانند"),
        EVENT.replace("title: Page", "title: שלום\u200f!"),
        EVENT.replace("title: Page", "title: coopé\u00adration"),
        EVENT.replace(CITY, "city: 5\u00a0juin, l’œuvre, ș"),
        EVENT.replace(ADDRESS, "https://ru.wikipedia.org/wiki/Торговля_людьми?a=(b)&c=%20#d"),
        EVENT.replace(ADDRESS, "HTTP://EXAMPLE.ORG:8080/a;b,c'd~e@f!g*h+i$"),
        EVENT.replace(
            ORGANISERS, f"{ORGANISERS}\nspeakers: [{{name: A, function: juge, role: announced}}]"
        ),
        "---\n"
        + "".join(reversed(EVENT.split("---\n")[1].splitlines(keepends=True)[:7]))
        + "sources:\n- "
        + SOURCE
        + "\n---\n# T\n",
    ],
)
def test_what_is_right_is_silent(page: str) -> None:
    assert said(page) == []


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        ("orphan: true\ntocdepth: 2", []),
        ("", []),
        ("# rien", []),
        ("orphan: yes", []),
        ("orphan: perhaps", ["2: orphan: `perhaps` is neither true nor false"]),
        ("orphn: true", ["2: orphn: there is no such key; did you mean `orphan`?"]),
        ("title: a: b", ["2: title: there is a colon in the text: put the text between quotes"]),
        (
            "myst: {a: [}",
            ["2: myst: the brackets do not match"],
        ),
        ("tocdepth: " + "9" * 5000, ["2: tocdepth: `" + "9" * 60 + "…` is no whole number"]),
        ("orphan: &a [*a]", ["2: orphan: `&a`: put a text that begins with `&` between quotes"]),
    ],
)
def test_other_pages_have_a_front_matter_too(head: str, lines: list[str]) -> None:
    faults = check_other("page", split_front_matter(f"---\n{head}\n---\n# T\n"))

    assert [f"{fault.line}: {fault}" for fault in faults] == lines


def organisation(name: str, parent: str) -> Record:
    page = ORGANISATION.replace(
        "type: un-secretariat-office", f"type: un-secretariat-office\nparent: {parent}"
    )
    matter = split_front_matter(page)
    facts, faults = check(kind_named("org"), name, matter)
    assert faults == []
    return Record(kind_named("org"), name, f"glossary/organisations/{name}", facts, matter.lines)


@pytest.mark.parametrize(
    ("parents", "circles"),
    [
        ({"a": "b", "b": "c"}, []),
        ({"a": "b", "b": "a"}, ["ab"]),
        ({"c": "a", "a": "b", "b": "c"}, ["abc"]),
        ({"d": "b", "b": "c", "c": "b"}, ["bc"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["ab", "cd"]),
    ],
)
def test_a_circle_of_parents_is_found_once(parents: dict[str, str], circles: list[str]) -> None:
    records = [organisation(name, parent) for name, parent in parents.items()]

    found = list(circles_in(records))
    assert sorted("".join(one.id for one in circle.records) for circle in found) == circles
    assert {circle.path for circle in found} <= {"parent"}


def test_keys_know_their_lines_in_the_page() -> None:
    page = "---\ntype: seminar\nspeakers:\n  - name: A\n    function: juge\n---\n\n# Un titre\n"
    matter = split_front_matter(page)

    assert matter.line_of("type") == 2
    assert matter.line_of("speakers.0.function") == 5
    assert matter.line_of("speakers.0.country") == 4  # the nearest above
    assert matter.line_of("city") == 1
    assert matter.body == "\n" * 6 + "\n# Un titre\n"


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        ("Texte.\n\n# Un titre\n", "Un titre"),
        ("# Un titre ##  \n", "Un titre"),
        ("Un titre\n========\n\nTexte.\n", "Un titre"),
        ("Un titre \n=\n\n# Autre\n", "Un titre"),
        ("---\n\n====\n", None),
        ("#\tLe C#\n", "Le C#"),
        ("# #\n\n#Non\n", None),
        ("Texte.\n\n## Sous-titre\n", None),
        (EVENT, "Un séminaire"),
        (NO_CLOSING, "Un séminaire"),
    ],
)
def test_the_heading_is_the_first_of_level_one(page: str, heading: str | None) -> None:
    assert split_front_matter(page).heading == heading
    assert heading_of(page) == heading


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (EVENT.encode(), 0),
        (EVENT.encode("utf-8-sig"), 0),
        (EVENT.encode("latin-1", "replace"), 13),
        (EVENT.encode("utf-16"), 1),
        (EVENT.encode("utf-16-le"), 1),
        (EVENT.replace("Chisinau", "Chi\0").encode(), 5),
        (EVENT.replace("Chisinau", "Chi\ufffd").encode(), 5),
    ],
)
def test_a_page_that_is_no_utf_8_is_known(tmp_path: Path, content: bytes, line: int) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(content)

    assert damage_in(read_page(page)) == line


def test_the_termbase_leaves_out_what_is_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "glossary/organisations"
    folder.mkdir(parents=True)
    for name, content in {
        "bom": f"\ufeff{ORGANISATION}".encode(),
        "latin": ORGANISATION.replace("Un texte", "Côté").encode("latin-1"),
        "right": ORGANISATION.encode(),
        "wrong": ORGANISATION.replace("type: ", "type: x: ").encode(),
    }.items():
        (folder / f"{name}.md").write_bytes(content)

    assert [entry.target.id for entry in glossary_in(tmp_path)] == ["bom", "right"]


LARGE = {
    "brackets": "city: " + "[" * 1_000_000,
    "words": "city: " + "x " * 500_000,
    "lines": "a: b\n" * 200_000,
    "no lines": "a:" * 500_000,
    "dashes": "-" * 1_000_000 + "x",
    "fences": "-- -\n" * 200_000,
    "mistakes": "a: b: c\n" * 6_000,
    "ids": "concepts: [" + ",".join(f"A{number}" for number in range(1_900)) + "]",
    "keys": "\n".join(f"cit{number}: x" for number in range(1_900)),
    "names": "\n".join(f"a{number}: &a{number} x" for number in range(1_900)),
    "directions": "\n".join(f"k{number}: é" + "\u200e" * 1900 for number in range(25)),
    "escapes": 'city: "' + "\\u0041" * 8_000 + '"',
    "quotes": "city: " + "'" * 49_000,
    "spaces": "city: a" + " " * 49_000 + "b: c",
}


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("where", ["front matter", "heading"])
def test_no_page_takes_longer_than_its_size(name: str, where: str) -> None:
    page = EVENT.replace(CITY, LARGE[name]) if where == "front matter" else f"# {LARGE[name]}\n#"
    start = time.process_time()

    assert said(page)
    assert time.process_time() - start < 30  # quadratic ones take minutes


PIECES = st.sampled_from(
    [
        *["---\n", "...\n", "\n", "  ", "\t", "- ", "[", "]", "{", "}", ": ", ":", '"', "'", "#"],
        *[
            "&a ",
            "*a",
            "!!int ",
            "!<x>",
            "? ",
            "| ",
            "> ",
            "%",
            "@",
            "`",
            "\\",
            "<<: ",
            "~",
            "null",
        ],
        *["\0", "\ufeff", "\u2028", "\x85", "\r", "\x1b", "é", "\u202e", "\\u202e", "\\ud800"],
        *["title: ", "city: ", "start: ", "sources:\n", "2018-06-05", "true", "1e5", ",", "# T\n"],
        *[EVENT, SOURCE, "  - " + SOURCE + "\n", CITY, "9" * 400, "[" * 30],
    ]
)


@settings(max_examples=300, deadline=20_000, derandomize=True)
@given(st.lists(PIECES | st.text(max_size=5), max_size=25), st.sampled_from(KINDS))
def test_any_text_ends_with_lines_at_most(pieces: list[str], kind: Kind) -> None:
    page = "".join(pieces)
    for text in (page, f"---\n{page}\n---\n\n# T\n"):
        matter = split_front_matter(text)
        facts, faults = check(kind, NAME, matter)
        check_other("page", matter)

        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        assert (facts is None) == bool(faults)
        assert matter.body.count("\n") == plain.count("\n")
        assert all(1 <= fault.line <= plain.count("\n") + 1 for fault in faults)
        assert all(str(fault).isprintable() for fault in faults)


@pytest.mark.parametrize(
    ("comment", "line"), [("# A note\n", 6), ("\n# A note\n# and more\n\n", 9), ("# a: b\n", 6)]
)
def test_a_comment_among_the_keys_is_no_heading(comment: str, line: int) -> None:
    page = EVENT.replace("---\n", f"---\n{comment}", 1).replace(CITY, "city: Chisinau: a")

    assert said(page) == [f"{line}: city: there is a colon in the text: {QUOTE}"]
