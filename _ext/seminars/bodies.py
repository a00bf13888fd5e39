"""Check what an editor has written in the body of a page, before it is read."""

from __future__ import annotations

import posixpath
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser, directives, languages, roles
from docutils.utils import new_document
from sphinx.transforms import SphinxTransform

from prose.body import check
from prose.named_files import Files
from prose.page import Directive, Page
from records.kinds import kind_of
from records.kinds.events import EVENT
from seminars.directive_options import option_faults
from seminars.page_files import content_of
from seminars.reports import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


# What MyST itself leaves in a page as raw nodes: a line break that the editor has asked for
_BREAKS = ("<br />\n", "\\\\\n")


def check_body(app: Sphinx, docname: str, source: list[str]) -> None:
    """On ``source-read``, after the front matter: report each fault, and read the rest alone."""
    checked = check(source[0], _page(app.env, docname), syntax=app.config.myst_enable_extensions)
    for fault in checked.faults:
        warn("body", "%s", fault.text, location=(docname, fault.line))
    source[0] = checked.text


def _page(env: BuildEnvironment, docname: str) -> Page:
    kind = kind_of(docname)
    return Page(
        path=env.doc2path(docname, base=False).as_posix(),
        folder=posixpath.dirname(docname),
        is_record=kind is not None,
        is_seminar=kind is EVENT,
        allows_raw=env.config.seminars_raw_html,
        directive=_Names(env, "directive"),
        role=_Names(env, "role"),
        options=_Options(env),
        files=Files(Path(env.srcdir), content_of(env.config)),
    )


class _Names:
    """The directives or roles that a page may name, in English and in the language of the page."""

    def __init__(self, env: BuildEnvironment, what: str) -> None:
        self.env, self.what = env, what

    def __call__(self, written: str) -> str:
        """Return the English name of what is *written* in a page, or "" if there is none."""
        domain, colon, name = written.lower().rpartition(":")
        if colon and domain not in self.env.domains:
            return ""
        for tag in ("en", self.env.config.language):
            known = getattr(_language(tag), f"{self.what}s", {}).get(name, name)
            if known != name:
                name = known
        return name if self._is_known(written.lower()) else ""

    def _is_known(self, name: str) -> bool:
        document, english = _document(), _language("en")
        language = _language(self.env.config.language)
        for module in (english, language):
            if self.what == "directive":
                found: Any = directives.directive(name, module, document)[0]
            else:
                found = roles.role(name, module, 0, document.reporter)[0]
            if found is not None:
                return True
        return False


class _Options:
    """Finds what is wrong with the options of the directives of a page."""

    def __init__(self, env: BuildEnvironment) -> None:
        self.env = env

    def __call__(self, found: Directive) -> Iterator[tuple[int, str]]:
        """Yield what is wrong in the directive *found*."""
        for tag in ("en", self.env.config.language):
            known = directives.directive(found.written.lower(), _language(tag), _document())[0]
            if known is not None:
                yield from option_faults(found, known)
                return


@cache
def _document() -> nodes.document:
    """Return a document that takes what docutils says of names, and shows it to nobody."""
    settings = get_default_settings(Parser)
    settings.report_level = 5
    return new_document("", settings)


@cache
def _language(tag: str) -> Any:
    """Return the names of docutils in the language *tag*, in English where there are none."""
    return languages.get_language(tag, _document().reporter)


class RefuseRaw(SphinxTransform):
    """Take out raw HTML and LaTeX that a page holds, by whatever way it came there."""

    default_priority = 6

    def apply(self, **kwargs: Any) -> None:
        """Report what ``check_body`` did not see, and leave it out."""
        if self.config.seminars_raw_html:
            return
        for raw in list(self.document.findall(nodes.raw)):
            if raw.astext() not in _BREAKS:
                text = "HTML is not allowed: write Markdown"
                warn("body", text, location=(self.env.docname, raw.line or 1))
                raw.parent.remove(raw)


def setup(app: Sphinx) -> None:
    """Register the checks of what an editor has written."""
    app.add_config_value("seminars_raw_html", default=False, rebuild="env", types=(bool,))
    app.add_transform(RefuseRaw)
    app.connect("source-read", check_body, priority=600)  # when the front matter is blanked
