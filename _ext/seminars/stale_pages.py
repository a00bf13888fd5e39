"""Which pages are written again: those that show something that has changed, and no other.

Sphinx writes again what it has read again. But a page also shows what other pages say: names in
references and fact sheets, back-links, lists, the titles around it. So a digest of what each page
shows of the others is compared with that of the last build. What goes into it is asked of those
who show it: of placeholders by their questions (``seminars.marks``), of others by ``register``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.jinja2glue import BuiltinTemplateLoader

from records.kinds import has_names
from seminars.domain import Notes, said, seminars_of
from seminars.marks import ASKED, QUESTIONS
from storage import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    Shows = Callable[[BuildEnvironment, str], object]

_SAID = Notes[str]("digest of said", said=None)
_SHOWN = Notes[str]("digest of shown", said=None)  # when the page was last written
_ALL = ""  # stands for the archive where names of pages stand

SHOWS: dict[str, Shows] = {}  # by who shows it


class ContentTemplates(BuiltinTemplateLoader):
    """Sphinx's templates, whose age does not matter: their content is in each page's digest."""

    def newest_template_mtime(self) -> float:
        """Return a time before all others."""
        return 0.0


def register(name: str, shows: Shows) -> None:
    """Have a page written again when it *shows* something else of the others.

    That is what a function of the environment and the page returns, represented by all that it has.
    """
    SHOWS[name] = shows


def stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """On ``env-updated``: return the pages that show something else than last time."""
    look, before = digest(*look_of(app)), _SHOWN.of(env)
    everything = digest(look, *_everything(app, env))
    if before.get(_ALL) == everything:
        return []
    shown = Shown(env, look)
    after = {docname: shown.digest(docname) for docname in sorted(env.found_docs)}
    stale = [docname for docname in after if before.get(docname) != after[docname]]
    before.clear()
    before.update(after, **{_ALL: everything})
    return stale


def _everything(app: Sphinx, env: BuildEnvironment) -> Iterator[str]:
    """Yield what changes when any page may show something else of another one.

    What pages say is digested once, when they have been read.
    """
    said_of = _SAID.of(env)
    publication, config = seminars_of(env).publication, app.config
    for docname in env.found_docs - said_of.keys():
        title = seminars_of(env).title(docname)
        said_of[docname] = digest(repr((title, said(env, docname))))
    yield config.project
    yield repr(sorted(said_of.items()))
    yield repr(sorted(env.toctree_includes.items()))
    yield repr(sorted(env.domains.standard_domain.labels.items()))
    yield repr(publication.listed_from)
    for language in config.seminars_languages:
        yield publication.checked.standing(language, are_shown=has_names)
    if config.seminars_preview:
        known = publication.checked.known(config.language)
        yield repr(sorted((name, one.digest) for name, one in known.items()))


class Shown:
    """What the pages of one build show of each other."""

    def __init__(self, env: BuildEnvironment, look: str) -> None:
        self.env = env
        self.look = look
        self.answers: dict[str, str] = {}  # that are the same for all pages

    def digest(self, docname: str, *more: str) -> str:
        """Return what changes when the page shows something else of the others.

        *more* are questions that it asks beside those that were noted when it was read.
        """
        asked = (*ASKED.of(self.env).get(docname, ()), *more)
        around = (repr(shows(self.env, docname)) for _name, shows in sorted(SHOWS.items()))
        answers = (self._answer(name, docname) for name in asked)
        return digest(self.look, *around, *answers)

    def _answer(self, name: str, docname: str) -> str:
        question = QUESTIONS[name]
        if question.of_page:
            return repr(question.ask(self.env, docname))
        if name not in self.answers:
            self.answers[name] = digest(repr(question.ask(self.env, docname)))
        return self.answers[name]


def look_of(app: Sphinx) -> Iterable[str | bytes]:
    """Yield the content of templates and static files: pages hold checksums of the latter."""
    for folder in (*app.config.templates_path, *app.config.html_static_path):
        for path in sorted(Path(app.confdir, folder).rglob("*")):
            if path.is_file():
                yield path.read_bytes()


def setup(app: Sphinx) -> None:
    """Register the choice of pages that are written again."""
    app.connect("env-updated", stale_pages)
