"""Which file is shown as a picture: one of the language of the build comes before the others.

Sphinx looks for it when the page is read, and never again (as of 9.0.4): a file that was not there
is no dependency of the page.
"""

from __future__ import annotations

from glob import escape, glob
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.i18n import get_image_filename_for_language

from seminars.domain import Notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_ANY = ".*"  # stands for every ending
_CHOICES = Notes[list[tuple[str, list[str]]]]("choices of pictures", said=None)


def note_choices(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: note among which files the pictures of the page were chosen."""
    looked_for = sorted(set(_looked_for(app.env, doctree)))
    if looked_for:
        _CHOICES.of(app.env)[app.env.docname] = [(name, _found(name)) for name in looked_for]


def chosen_otherwise(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """On ``env-get-outdated``: return the pages that would show another file now."""
    return sorted(
        docname
        for docname, choices in _CHOICES.of(env).items()
        if docname not in removed and any(_found(name) != found for name, found in choices)
    )


def _looked_for(env: BuildEnvironment, doctree: nodes.document) -> Iterator[str]:
    """Yield the names under which the pictures of a page were looked for, as patterns."""
    for image in doctree.findall(nodes.image):
        if "?" in image.get("candidates", {"?": ""}):
            continue  # it is on no disk of ours
        name = image.get("original_uri", f"/{image['uri']}")
        for one in (name, get_image_filename_for_language(name, env)):
            path = env.relfn2path(one)[1]
            is_any = path.endswith(_ANY)
            yield escape(path.removesuffix(_ANY)) + _ANY if is_any else escape(path)


def _found(pattern: str) -> list[str]:
    return sorted(glob(pattern))  # noqa: PTH207 - of whatever folder, as Sphinx does


def setup(app: Sphinx) -> None:
    """Register the choice of pictures."""
    app.connect("doctree-read", note_choices)
    app.connect("env-get-outdated", chosen_otherwise)
