"""What ``conf.py`` says of the publisher: checked, shown at the foot of pages, and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from records.publisher import AUDIT, KEYS, SETTING, missing, wording
from records.settings import Source, faults_in
from support import EVENT, PAGES, ROOT, png, publish, small_project, warnings, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

LANGUAGES = {"fr": "fr_FR", "en": "en_GB"}
PAGE = "events/2018-06-05-chisinau"
GIVEN = {
    "name": {"fr": "Ministère de l’Exemple", "en": "Ministry of Examples"},
    "form": "",
    "address": "1, rue de l’Exemple, Paris",
    "phone": "+33 1 23 45 67 89",
    "contact": "contact@example.org",
    "director": "Une personne, directrice",
    "host": "Hébergeur, https://host.example.org/",
    "host_address": "2, rue de l’Exemple",
    "host_phone": "+33 2",
    "data_protection": "dpo@example.org",
    "data_basis": "public task",
    "data_authority": "CNIL",
}
CONF = f"""
templates_path = ["{ROOT / "_templates"}"]
seminars_publisher = {GIVEN!r}
seminars_repository = "https://git.example.org/archive/blob/main/"
seminars_site_url = "https://www.example.org/archive/"
"""


def faults(setting: str, value: dict[str, Any]) -> list[str]:
    settings = {setting: value, "seminars_languages": LANGUAGES}
    return [str(one) for one in faults_in(settings, Source(), required=())]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"adress": "x"}, ".adress: there is no such entry; did you mean `address`?"),
        ({"zzz": "x"}, f".zzz: there is no such entry; there are {', '.join(KEYS)}"),
        (
            {"name": 5},
            '.name: `5` is not allowed here: a text, or one for each language as in {"fr"',
        ),
        ({"name": ["x"]}, ".name: a list is not allowed here: a text, or one for each"),
        ({"name": {"de": "x"}}, ".name.de: `'de'` is none of the languages: fr, en"),
        ({"name": {"fr": 5}}, ".name.fr: `5` is not allowed here"),
        ({"name": " "}, ".name: one line of text is allowed"),
        ({"address": "a\nb"}, ".address: one line of text is allowed"),
        ({"name": "a\u202eb"}, ".name: "),
        ({"contact": "me"}, ".contact: `'me'` is no address: a mail address or a web address"),
        ({"contact": "javascript:x"}, ".contact: `'javascript:x'` is no address"),
        (
            {"data_basis": "consent"},
            ".data_basis: `'consent'` is not allowed here: 'public task' or",
        ),
    ],
)
def test_a_mistake_in_what_is_said_of_the_publisher_is_one_line(
    value: dict[str, Any], said: str
) -> None:
    (line,) = faults(SETTING, value)
    assert line.startswith(SETTING + said)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"rate": True}, ".rate: `True` is no share: 0 to 100 is allowed"),
        ({"rate": "82"}, ".rate: `'82'` is no share"),
        (
            {"date": "26.11.2026"},
            ".date: `'26.11.2026'` is no day: one as in 2026-11-26 is allowed",
        ),
        ({"plan": "www.example.org"}, ".plan: `'www.example.org'` is no address: a web address"),
        ({"state": "good"}, ".state: `'good'` is not allowed here: 'partial' or 'full' or 'none'"),
        (
            {"state": "none", "rate": 0, "auditor": "X"},
            ".date: this is missing: a state is what an audit found",
        ),
    ],
)
def test_a_mistake_in_what_is_said_of_the_audit_is_one_line(
    value: dict[str, Any], said: str
) -> None:
    assert any(line.startswith(AUDIT + said) for line in faults(AUDIT, value))


def test_an_entry_within_an_entry_is_named_with_its_line() -> None:
    lines = ["a = 1", f"{SETTING} = {{", '    "name": {', '"fr": "x",', '"de": "y",', "},", "}", ""]
    settings = {SETTING: {"name": {"fr": "x", "de": "y"}}, "seminars_languages": LANGUAGES}

    (fault,) = faults_in(settings, Source.of("\n".join(lines).encode()), required=())

    assert fault.line == 5


def test_what_is_right_is_silent() -> None:
    assert faults(SETTING, GIVEN) == []
    audit = {"state": "partial", "rate": 82.5, "auditor": "X", "date": "2026-11-26", "plan": ""}
    assert faults(AUDIT, audit) == []
    assert missing({SETTING: GIVEN}) == []
    assert missing({SETTING: {}})[:2] == ["name", "address"]


def test_a_text_is_in_the_language_of_the_page_or_says_in_which_it_is() -> None:
    def said(key: str, language: str) -> tuple[str, str]:
        found = wording(GIVEN, key, language=language, source="fr")
        assert found
        return found

    assert said("name", "en") == ("Ministry of Examples", "en")
    assert said("name", "ru") == ("Ministère de l’Exemple", "fr")
    assert said("address", "en") == ("1, rue de l’Exemple, Paris", "fr")
    assert said("phone", "en") == ("+33 1 23 45 67 89", "en")
    assert wording(GIVEN, "form", language="fr", source="fr") is None


def foot(app: SphinxTestApp, name: str = PAGE) -> BeautifulSoup:
    page = BeautifulSoup((app.outdir / f"{name}.html").read_text("utf-8"), "html.parser")
    found = page.select_one(".site-footer")
    assert found
    return found


def links(app: SphinxTestApp) -> dict[str, str]:
    return {link.text: str(link["href"]) for link in foot(app).select("a")}


def test_the_foot_names_the_publisher_and_leads_to_where_the_page_is_corrected(
    build: Callable[..., SphinxTestApp],
) -> None:
    app = build({f"{PAGE}.md": EVENT}, conf=CONF)

    assert "Ministère de l’Exemple" in foot(app).text
    assert "1, rue de l’Exemple, Paris" in foot(app).text
    found = links(app)
    assert found["Contact"] == "mailto:contact@example.org"
    assert found["File of this page"] == f"https://git.example.org/archive/blob/main/{PAGE}.md"
    report = unquote(found["Report an error on this page"])
    assert report.startswith("mailto:contact@example.org?subject=Correction: Un séminaire&body=")
    assert report.endswith(f"https://www.example.org/archive/fr/{PAGE}.html")


def test_a_form_is_asked_without_a_subject(build: Callable[..., SphinxTestApp]) -> None:
    form = "https://www.example.org/form"
    found = links(build(conf=CONF.replace("contact@example.org", form)))

    assert found["Contact"] == found["Report an error on this page"] == form


def test_a_translated_page_leads_to_its_catalogue(
    build: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    po = tmp_path / f"source/locales/en/LC_MESSAGES/{PAGE}.po"
    write(po, 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    app = build({f"{PAGE}.md": EVENT}, conf=f'{CONF}language = "en"\n')

    assert links(app)["File of this page"].endswith(f"/locales/en/LC_MESSAGES/{PAGE}.po")
    assert foot(app).select_one('[lang="fr"]') is not None  # the address, in French alone
    assert "Ministry of Examples" in foot(app).text


def test_what_is_not_given_is_left_out_of_the_foot(build: Callable[..., SphinxTestApp]) -> None:
    app = build(conf=f'templates_path = ["{ROOT / "_templates"}"]\n')

    assert {"Contact", "Report an error on this page", "Source code"}.isdisjoint(links(app))
    assert warnings(app) == []


SHEET = """# Mentions

```{publisher-sheet} name form director host data_basis
```

```{publisher-sheet} state rate date
```
"""


def sheet(app: SphinxTestApp) -> dict[str, str]:
    page = BeautifulSoup((app.outdir / "legal.html").read_text("utf-8"), "html.parser")
    terms = page.select(".publisher-sheet dt")
    return {dt.text: " ".join(dt.find_next("dd").text.split()) for dt in terms}


def test_a_sheet_says_what_is_known(build: Callable[..., SphinxTestApp]) -> None:
    audit = '{"state": "partial", "rate": 82, "auditor": "X", "date": "2026-11-26"}'
    app = build({"legal.md": f"---\norphan: true\n---\n{SHEET}"}, conf=f"{CONF}{AUDIT} = {audit}\n")

    found = sheet(app)
    assert found["Publisher"] == "Ministère de l’Exemple"
    assert found["Director of publication"] == "Une personne, directrice"
    assert found["Host"] == "Hébergeur, https://host.example.org/"
    assert "Legal form and registration" not in found
    assert "Article 6(1)(e)" in found["Legal basis"]
    assert found["Compliance status"] == "Partially compliant"
    assert found["Share of the criteria that are met"].startswith("82")
    assert found["Date of the audit"] == "26 novembre 2026"
    assert (app.outdir / "legal.html").read_text("utf-8").count("https://host.example.org/") == 2


def test_a_sheet_says_what_is_not_known(build: Callable[..., SphinxTestApp]) -> None:
    app = build({"legal.md": f"---\norphan: true\n---\n{SHEET}"})

    found = sheet(app)
    assert found["Publisher"] == "The publisher has not yet given this information."
    assert found["Compliance status"] == "Not compliant: no audit has been carried out."
    assert {"Legal form and registration", "Date of the audit"}.isdisjoint(found)


def test_an_unknown_entry_of_a_sheet_is_refused_at_its_line(
    build: Callable[..., SphinxTestApp],
) -> None:
    app = build({"legal.md": "---\norphan: true\n---\n# M\n\n```{publisher-sheet} nam\n```\n"})

    (line,) = warnings(app)
    assert line.startswith("legal.md:6: WARNING: `nam` is no entry of seminars_publisher or")
    assert "did you mean `name`?" in line


def test_an_installer_sets_name_logo_icon_and_colours_without_code(tmp_path: Path) -> None:
    copy = small_project(tmp_path / "archive", {**PAGES, "legal.md": SHEET})
    conf = (copy / "conf.py").read_text("utf-8")
    conf = conf.replace('"color-brand-primary": "#1d3f72"', '"color-brand-primary": "#123456"')
    (copy / "_static/own.png").write_bytes(png())
    more = 'html_logo = "_static/own.png"\nhtml_favicon = "_static/own.png"\n'
    write(copy / "conf.py", conf + more + f"seminars_publisher = {GIVEN!r}\n")
    write(copy / "index.md", PAGES["index.md"] + "\n```{toctree}\nlegal\n```\n")

    done = publish(copy, "html", "fr")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "seminars_publisher" not in done.stdout
    site = copy / "_build/html/fr"
    page = BeautifulSoup((site / f"{PAGE}.html").read_text("utf-8"), "html.parser")
    assert page.select_one('.site-header .wordmark img[src="../../_static/own.png"]')
    assert page.select_one('link[rel~="icon"][href="../../_static/own.png"]')
    assert "#123456" in (site.parent / "_static/palette.css").read_text("utf-8")

    write(copy / "conf.py", (copy / "conf.py").read_text("utf-8").replace("l’Exemple'", "l’Essai'"))
    done = publish(copy, "html", "fr")
    assert "Ministère de l’Essai" in (site / f"{PAGE}.html").read_text("utf-8")


def test_make_html_says_once_what_is_missing(tmp_path: Path) -> None:
    copy = small_project(tmp_path / "archive", PAGES)

    done = publish(copy, "html", "fr", "en")

    said = [line for line in done.stdout.splitlines() if "seminars_publisher: " in line]
    assert len(said) == 1
    assert "name, address, phone, contact, director, host" in said[0]
