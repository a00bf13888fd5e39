"""What a page shows of others is what makes it stale: nothing of it can be left out, nor added."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from records.kinds.events import EVENT as SEMINAR
from seminars import lists, marks, recommendations, row_shapes, stale_pages
from seminars.domain import Notes, SeminarsDomain, seminars_of
from seminars.lists import FillEventLists
from support import EVENT, ORGANISATION, PAGES, ROOT, publish, small_project, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docutils import nodes
    from sphinx.testing.util import SphinxTestApp

FIRST, SECOND = "events/2018-06-05-chisinau.md", "events/2019-06-05-sofia.md"
ORPHAN = "---\norphan: true\n---\n\n"
RECOMMENDATION = "\n```{recommendation} avis\n:text: known\n\nUn avis.\n```\n"
ACT = """---
type: treaty
short_name: Texte
url: https://example.org/
updated: 2026-01-01
---

# Texte sur la traite
"""
TERM = """---
provisions:
  - {instrument: texte, role: defines, article: "3", point: a}
updated: 2026-01-01
---

# Terme
"""
SITE = {
    # the second seminar and the office are in no navigation: there they would be seen by each page
    "index.md": PAGES["index.md"]
    .replace("events/*", "events/2018-*")
    .replace("glossary/*/*", "glossary/[!o]*/*"),
    "glossary/instruments/texte.md": ACT,
    "glossary/concepts/terme.md": TERM,
    FIRST: EVENT.replace(
        "organisers:", "speakers: [{id: a, name: Une}]\ninstruments: [texte]\norganisers:"
    )
    + RECOMMENDATION,
    SECOND: EVENT.replace("2018", "2019").replace("Avec", "Sans").replace("[unodc]", "[]"),
    "accueil.md": f"{ORPHAN}# Accueil\n\n```{{timeline}}\n```\n",
    "glossary/concepts/index.md": f"{ORPHAN}# Notions\n\nUn texte.\n",
    "nombres.md": f"{ORPHAN}# Nombres\n\n```{{figures}}\n```\n",
    "recents.md": f"{ORPHAN}# Récents\n\n```{{event-list}}\n:latest: 1\n```\n",
    "liste.md": f"{ORPHAN}# Liste\n\n```{{event-list}}\n```\n",
    "registre.md": f"{ORPHAN}# Registre\n\n```{{recommendation-list}}\n```\n",
    "etat.md": f"{ORPHAN}# État\n\n```{{translation-status}}\n```\n",
    "lien.md": f"{ORPHAN}# Lien\n\nVoir {{doc}}`/glossary/index`.\n",
    "glossary/index.md": f"{ORPHAN}# Loin\n\nUn texte.\n",  # not at the top: no foot leads there
    "personne.md": f"{ORPHAN}# Personne\n\nVoir {{person}}`2018-06-05-chisinau/a`.\n",
    "autre.md": f"{ORPHAN}# Autre\n\nUn texte.\n",
}
TEMPLATES = f'templates_path = ["{ROOT / "_templates"}"]\n'
TRANSLATION = TEMPLATES + 'language = "ro"\nextensions.append("myst_gettext")\n'
PREVIEW = TRANSLATION + "seminars_preview = True\n"
CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
FUZZY = '\n#, fuzzy\nmsgid "%s"\nmsgstr "RO"\n'
MESSAGE = '\nmsgid "%s"\nmsgstr "%s"\n'


class Case(NamedTuple):
    """A change of *path*, and a page that shows it for one reason alone."""

    page: str
    path: str
    before: str
    after: str
    conf: str = TEMPLATES


UNODC = "glossary/organisations/unodc.md"
OFFICE = "Office des Nations Unies contre la drogue et le crime"
POINTS = MESSAGE % ("%(place)s(%(subparagraph)s)", "%(place)s, alinéa %(subparagraph)s)")
RU = "locales/ru/LC_MESSAGES/autre.po"
RO = "locales/ro/LC_MESSAGES/%s.po"
FAR = "glossary/index.md"
CASES = {
    "names": Case(
        "events/2018-06-05-chisinau", UNODC, ORGANISATION, ORGANISATION.replace("ONUDC", "X")
    ),
    "names elsewhere": Case(
        "glossary/organisations/unodc",
        "locales/ru/LC_MESSAGES/glossary/organisations/unodc.po",
        CATALOGUE + MESSAGE % (OFFICE, "Управление"),  # words alone change: it is translated
        CATALOGUE + MESSAGE % (OFFICE, "Управление ООН"),
    ),
    "acts of the European Union": Case(
        "glossary/concepts/terme",
        "glossary/instruments/texte.md",
        ACT,
        ACT.replace("treaty", "eu-directive"),
    ),
    "document title": Case(  # two records of one short name are called by their whole names
        "glossary/instruments/texte",
        UNODC,
        ORGANISATION,
        ORGANISATION.replace("abbreviation: ONUDC", "short_name: Texte"),
    ),
    "structured data": Case(  # readers see the short name, programs the whole one
        "events/2018-06-05-chisinau",
        "glossary/instruments/texte.md",
        ACT,
        ACT.replace("# Texte sur", "# Texte contre"),
    ),
    "titles": Case("lien", FAR, SITE[FAR], SITE[FAR].replace("Loin", "Neuf")),
    "languages": Case(
        "autre",
        RU,
        CATALOGUE,
        CATALOGUE + MESSAGE % ("Autre", "Другое") + MESSAGE % ("Un texte.", "Текст."),
    ),
    "name": Case(
        "autre",
        RO % "index",
        CATALOGUE,
        CATALOGUE + MESSAGE % ("Archives", "Archives"),
        TRANSLATION,
    ),
    "preview": Case(
        "autre",
        RO % "autre",
        CATALOGUE + FUZZY % "Autre",
        CATALOGUE + FUZZY % "Autre" + FUZZY % "Un texte.",
        PREVIEW,
    ),
    "navigation": Case("autre", FIRST, SITE[FIRST], SITE[FIRST].replace("Chisinau", "Soroca")),
    "records": Case("liste", FIRST, SITE[FIRST], SITE[FIRST].replace("seminar\n", "training\n")),
    "recommendations": Case("registre", FIRST, SITE[FIRST], SITE[FIRST].replace("Un avis", "Deux")),
    "ties": Case(
        "events/2018-06-05-chisinau",
        SECOND,
        SITE[SECOND] + RECOMMENDATION,
        SITE[SECOND]
        + RECOMMENDATION.replace("known\n", "known\n:recalls: 2018-06-05-chisinau/avis\n"),
    ),
    "persons": Case("personne", FIRST, SITE[FIRST], SITE[FIRST].replace("Une", "Deux")),
    "related meetings": Case(
        "events/2018-06-05-chisinau",
        SECOND,
        SITE[SECOND],
        SITE[SECOND].replace(
            "organisers:",
            "relations: [{type: follows, target: 2018-06-05-chisinau}]\norganisers:",
        ),
    ),
    "mentions": Case(
        "glossary/organisations/unodc", SECOND, SITE[SECOND], SITE[SECOND].replace("# Un", "# Mon")
    ),
    "recommendations of a dossier": Case(
        "glossary/organisations/unodc", FIRST, SITE[FIRST], SITE[FIRST].replace("Un avis", "Deux")
    ),
    "recommendations to a class": Case(
        "addressees/unnamed", FIRST, SITE[FIRST], SITE[FIRST].replace("Un avis", "Deux")
    ),
    "abstracts": Case(
        "recents", SECOND, SITE[SECOND], SITE[SECOND].replace("Un texte", "Deux textes")
    ),
    "figures": Case(
        "nombres", FIRST, SITE[FIRST], SITE[FIRST].replace("country: MD", "country: BG")
    ),
    "lists of records": Case(
        "liste",
        "glossary/organisations/index.md",
        f"{ORPHAN}# Organisations\n",
        f"{ORPHAN}# Organisations\n\n```{{record-list}} org\n```\n",
    ),
    "seminars by year": Case(
        "accueil", SECOND, SITE[SECOND], SITE[SECOND].replace("end: 2019-06-07", "end: 2020-01-07")
    ),
    "seminars of a facet": Case(
        "years/2018", FIRST, SITE[FIRST], SITE[FIRST].replace("# Un", "# Mon")
    ),
    "dossier of a country": Case(
        "countries/md", UNODC, ORGANISATION, ORGANISATION.replace("url:", "country: MD\nurl:")
    ),
    "status of translations": Case(
        "etat",
        RO % "autre",
        CATALOGUE + FUZZY % "Autre",
        CATALOGUE + FUZZY % "Autre" + FUZZY % "Un texte.",
    ),
}


class Memory:
    """Remembers what decides on stale pages; one part, if any, is kept from changing."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kept = ""
        self.answers: dict[tuple[str, str], str] = {}
        register, answer = stale_pages.register, stale_pages.Shown._answer

        def registered(name: str, shows: stale_pages.Shows) -> None:
            register(name, lambda env, page: self.remember(name, page, repr(shows(env, page))))

        def answered(shown: stale_pages.Shown, name: str, page: str) -> str:
            return self.remember(name, page, answer(shown, name, page))

        monkeypatch.setattr(stale_pages, "register", registered)
        monkeypatch.setattr(stale_pages.Shown, "_answer", answered)

    def remember(self, name: str, page: str, answer: str) -> str:
        if name == self.kept:
            return self.answers[name, page]
        self.answers[name, page] = answer
        return answer


@pytest.mark.parametrize("name", CASES)
def test_a_page_is_stale_by_each_thing_that_it_shows_and_by_nothing_else(
    name: str,
    build: Callable[..., SphinxTestApp],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The change is seen, and is not where what shows it is taken for unchanged."""
    case, memory = CASES[name], Memory(monkeypatch)

    def shown(text: str) -> str:
        write(tmp_path / "source" / case.path, text)
        pages = {**SITE, **({case.path: text} if case.path.endswith(".md") else {})}
        pages["locales/fr/LC_MESSAGES/_interface.po"] = CATALOGUE + POINTS
        return (build(pages, conf=case.conf).outdir / f"{case.page}.html").read_text("utf-8")

    before = shown(case.before)
    after = shown(case.after)
    assert after != before

    memory.kept = name
    assert shown(case.before) == after


def test_a_reference_to_a_section_shows_its_new_title(build: Callable[..., SphinxTestApp]) -> None:
    def shown(title: str) -> str:
        section = f"{ORPHAN}# Autre\n\n(partie)=\n## {title}\n\nUn texte.\n"
        link = SITE["lien.md"].replace("{doc}`/glossary/index`", "{ref}`partie`")
        return (build({"autre.md": section, "lien.md": link}).outdir / "lien.html").read_text()

    shown("Partie")
    assert "Morceau" in shown("Morceau")


def test_there_is_a_case_for_everything_that_pages_show(
    build: Callable[..., SphinxTestApp],
) -> None:
    build()
    assert {*stale_pages.SHOWS, *marks.QUESTIONS} == CASES.keys()


def test_pages_that_show_nothing_new_are_not_written_again_by_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has no order of its own, as a set, has another one in each process."""
    act = ACT.replace("treaty", "eu-directive")
    acts = {f"glossary/instruments/acte-{number}.md": act for number in range(6)}
    project = small_project(tmp_path, {**PAGES, **acts})
    event, pages = next(name for name in PAGES if "events" in name), project / "_build/work/html/fr"

    def written(text: str, seed: str) -> dict[str, int]:
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        write(project / event, text)
        assert publish(project, "html", "fr").returncode == 0
        places = {name: pages.joinpath(name).with_suffix(".html") for name in (*acts, event)}
        return {name: place.stat().st_mtime_ns for name, place in places.items()}

    before = written(EVENT, "1")
    after = written(f"{EVENT}\nUn autre texte.\n", "2")

    assert [name for name in before if after[name] != before[name]] == [event]


def test_a_filler_asks_what_its_placeholder_is_known_to_ask(
    build: Callable[..., SphinxTestApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists.event_list, "asks", ())

    with pytest.raises(AssertionError, match="FillEventLists asks for records unknown"):
        build(SITE)


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let fillers learn of other pages by questions alone."""
    state = {"fills": False, "asks": False}

    def within(owner: object, name: str, part: str) -> None:
        method = getattr(owner, name)

        def call(*args: object, **kwargs: object) -> object:
            before, state[part] = state[part], True
            try:
                return method(*args, **kwargs)
            finally:
                state[part] = before

        monkeypatch.setattr(owner, name, call)

    def guarded(owner: type, name: str) -> None:
        method = getattr(owner, name)

        def call(*args: object, **kwargs: object) -> object:
            assert state["asks"] or not state["fills"], f"{name} is read past the questions"
            return method(*args, **kwargs)

        monkeypatch.setattr(owner, name, call)

    within(marks.FillPlaceholders, "run", "fills")
    within(marks.Filler, "ask", "asks")
    for name in ("own", "own_title"):  # of the page itself
        within(marks.Filler, name, "asks")
    within(row_shapes, "as_read", "asks")  # of references, whose names are watched by `names`
    within(recommendations, "find", "asks")  # likewise
    guarded(Notes, "of")
    for name in ("in_order", "of_kind", "find", "title", "entry"):
        guarded(SeminarsDomain, name)


def test_no_filler_reads_past_its_questions(
    build: Callable[..., SphinxTestApp], closed: None
) -> None:
    build(SITE)


def test_a_filler_that_does_is_found(
    build: Callable[..., SphinxTestApp], closed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(filler: FillEventLists, found: lists.event_list) -> list[nodes.Node]:
        seminars_of(filler.app.env).of_kind(SEMINAR)
        return []

    monkeypatch.setattr(FillEventLists, "fill", fill)
    with pytest.raises(AssertionError, match="of_kind is read past the questions"):
        build(SITE)
