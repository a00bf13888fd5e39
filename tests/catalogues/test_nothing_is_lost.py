"""Whatever editors do to the pages: no translation is lost, and none leaves the text it is of."""

from __future__ import annotations

import shutil
import tempfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import polib
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from commands.update_po import merge_language

if TYPE_CHECKING:
    from commands.update_po import Obstruction

# Few sentences, and each like some others: they meet on several pages, and msgmerge guesses
PLACES = ["de Sofia", "de Chisinau", "de Vienne"]
TOPICS = ["la protection des victimes", "le rôle des magistrats", "l’enquête financière"]
PARAGRAPHS = st.one_of(
    st.builds(
        "Le séminaire {} a porté sur {}.".format, st.sampled_from(PLACES), st.sampled_from(TOPICS)
    ),
    st.sampled_from([*PLACES, *TOPICS]),
)
NAMES = st.sampled_from(["index", "events/a", "events/b", "glossary/c", "glossary/d"])
ANY = st.integers(min_value=0, max_value=1000)


class Editing(RuleBasedStateMachine):
    """Pages are lists of paragraphs; translators translate whatever lacks a translation."""

    def __init__(self) -> None:
        super().__init__()
        self.locales = Path(tempfile.mkdtemp()) / "locales"
        self.pages: dict[str, list[str]] = {}
        self.written = 0  # translations, so that each is one of its own

    def teardown(self) -> None:
        self.update(translates=False, confirm=False)
        shutil.rmtree(self.locales.parent)

    # -- what editors do ------------------------------------------------------------------------

    def page(self, number: int) -> list[str]:
        return self.pages[sorted(self.pages)[number % len(self.pages)]]

    @rule(name=NAMES, paragraphs=st.lists(PARAGRAPHS, min_size=1, max_size=5))
    def add_page(self, name: str, paragraphs: list[str]) -> None:
        self.pages.setdefault(name, paragraphs)

    @precondition(lambda self: self.pages)
    @rule(page=ANY, place=ANY, paragraph=PARAGRAPHS)
    def insert(self, page: int, place: int, paragraph: str) -> None:
        self.page(page).insert(place % (len(self.page(page)) + 1), paragraph)

    @precondition(lambda self: self.pages)
    @rule(page=ANY, place=ANY)
    def delete(self, page: int, place: int) -> None:
        if self.page(page):
            self.page(page).pop(place % len(self.page(page)))

    @precondition(lambda self: self.pages)
    @rule(page=ANY, place=ANY, other=ANY, there=ANY)
    def move(self, page: int, place: int, other: int, there: int) -> None:
        if self.page(page):
            paragraph = self.page(page).pop(place % len(self.page(page)))
            self.page(other).insert(there % (len(self.page(other)) + 1), paragraph)

    @precondition(lambda self: self.pages)
    @rule(page=ANY, place=ANY, place_name=st.sampled_from(PLACES), topic=st.sampled_from(TOPICS))
    def change(self, page: int, place: int, place_name: str, topic: str) -> None:
        if self.page(page):
            place %= len(self.page(page))
            self.page(page)[place] = f"Le séminaire {place_name} a porté sur {topic} !"

    @precondition(lambda self: self.pages)
    @rule(page=ANY, name=NAMES)
    def rename(self, page: int, name: str) -> None:
        if name not in self.pages:
            self.pages[name] = self.pages.pop(sorted(self.pages)[page % len(self.pages)])

    @precondition(lambda self: self.pages)
    @rule(page=ANY, place=ANY, name=NAMES)
    def split(self, page: int, place: int, name: str) -> None:
        if name not in self.pages:
            place %= len(self.page(page)) + 1
            self.pages[name] = self.page(page)[place:]
            del self.page(page)[place:]

    @precondition(lambda self: self.pages)
    @rule(page=ANY)
    def remove_page(self, page: int) -> None:
        del self.pages[sorted(self.pages)[page % len(self.pages)]]

    # -- what translators do --------------------------------------------------------------------

    def translate(self, *, confirm: bool) -> None:
        for path in sorted(self.locales.rglob("LC_MESSAGES/**/*.po")):
            catalogue = polib.pofile(str(path), wrapwidth=0)
            for entry in catalogue.untranslated_entries():
                self.written += 1
                entry.msgstr = f"T{self.written}"
            for entry in catalogue.fuzzy_entries() if confirm else ():
                entry.flags.remove("fuzzy")
                entry.previous_msgid = None
            catalogue.save()

    # -- what must hold -------------------------------------------------------------------------

    @initialize(pages=st.dictionaries(NAMES, st.lists(PARAGRAPHS, min_size=1), min_size=2))
    def begin(self, pages: dict[str, list[str]]) -> None:
        self.pages = pages
        self.update(translates=True, confirm=False)

    @rule(translates=st.booleans(), confirm=st.booleans())
    def update(self, *, translates: bool, confirm: bool) -> None:
        before = self.catalogues()
        self.run()
        after = self.catalogues()
        for name, entries in before.items():  # a page that is gone has left all in one catalogue
            heirs = [after[name]] if name in after else after.values()
            assert any(must_hold(entries) <= held(heir) for heir in heirs), name
        for name, paragraphs in self.pages.items():
            found = {entry.msgid: entry for entry in after[name] if not entry.obsolete}
            assert found.keys() == set(paragraphs)
            for entry in found.values():
                check(entry, before.get(name, []), list(chain.from_iterable(before.values())))
        if translates:
            self.translate(confirm=confirm)

    def run(self) -> None:
        templates = {}
        for name, paragraphs in self.pages.items():
            templates[name] = polib.POFile(wrapwidth=0)
            for paragraph in dict.fromkeys(paragraphs):
                place = (f"{name}.md", str(paragraphs.index(paragraph) + 1))
                templates[name].append(polib.POEntry(msgid=paragraph, occurrences=[place]))
        broken: list[Obstruction] = []
        for catalogue in merge_language("ro", templates, broken, locales=self.locales).values():
            catalogue.save()
        assert not broken

    def catalogues(self) -> dict[str, polib.POFile]:
        """Return the catalogues of pages by their names, and those set aside by their paths."""
        pages = self.locales / "ro/LC_MESSAGES"
        found = {}
        for path in self.locales.rglob("*.po"):
            inside = path.is_relative_to(pages)
            name = path.relative_to(pages).with_suffix("").as_posix() if inside else str(path)
            found[name] = polib.pofile(str(path))
        return found


def held(catalogue: polib.POFile) -> set[object]:
    """Return every translation of *catalogue*, and of what each is one."""
    entries = [entry for entry in catalogue if entry.msgstr]
    return {entry.msgstr for entry in entries} | {(entry.msgid, entry.msgstr) for entry in entries}


def must_hold(catalogue: polib.POFile) -> set[object]:
    """Return what an heir of *catalogue* must hold; an active one may have got a new source."""
    pairs = {(one.msgid, one.msgstr) for one in catalogue if one.obsolete and one.msgstr}
    return {entry.msgstr for entry in catalogue if entry.msgstr} | pairs


def check(entry: polib.POEntry, own: list[polib.POEntry], known: list[polib.POEntry]) -> None:
    """Check that text that stayed or moved has kept its translation, in its page its own."""
    known = [other for other in known if other.msgid == entry.msgid and other.msgstr]
    mine = [other for other in own if other.msgid == entry.msgid and other.msgstr]
    if mine:
        assert (entry.msgstr, entry.fuzzy) == (mine[0].msgstr, mine[0].fuzzy)
    elif known and not any(other.fuzzy for other in known):
        assert entry.msgstr in {other.msgstr for other in known}
        assert not entry.fuzzy


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=80,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # to make a failing example small would take minutes
)
