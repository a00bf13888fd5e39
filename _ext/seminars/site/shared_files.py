"""Files of ``_static`` that are the same in every language, and which of them stand in one place.

Whoever takes another language has those already. A language is built without knowing what the
others get, so it is told by where a file comes from: it is the same where it is copied, or made of
a template that asks for the options of the theme alone. A language that is built by itself has all
of its files in its own folder.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError, meta
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.util.matching import DOTFILES, Matcher

from formats import SHARED, STATIC
from seminars.composer import is_website
from seminars.domain import seminars_of
from seminars.written_files import note_files
from storage import write_if_changed
from texts.harmless import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx, TemplateBridge
    from sphinx.util.typing import PathMatcher

SETTING = "seminars_shares_static"
_OPTION = "theme_"  # how templates ask for an option of the theme
_MADE = "pygments.css"  # of the styles of code, by Sphinx and Furo


def static_folder(app: Sphinx, name: str) -> str:
    """Return where the file *name* of ``_static`` is, from the folder of the language."""
    return f"../{STATIC}/" if name in _shared(app) else f"{STATIC}/"


def _shared(app: Sphinx) -> frozenset[str]:
    """Return the files that all languages have in one place; none in a build of one language."""
    if not app.config[SETTING]:
        return frozenset()
    found: frozenset[str] = seminars_of(app.env).made(
        "shared files", lambda: frozenset(name for name, is_same in _files(app) if is_same)
    )
    return found


def _files(app: Sphinx) -> list[tuple[str, bool]]:
    """Return the files of ``_static`` that Sphinx copies or makes, and whether each is the same.

    Of two with one name it takes the later one (``StandaloneHTMLBuilder.copy_static_files``).
    """
    builder, found = app.builder, {_MADE: True}
    assert isinstance(builder, StandaloneHTMLBuilder)
    for place, excluded in _places(builder):
        for path, name in _below(place, excluded):
            made = _made_of_template(name)
            text = path.read_text("utf-8", "replace") if made else ""
            found[made or name] = not made or _is_same(text, builder.templates)
    for image in (app.config.html_logo, app.config.html_favicon):
        if image:
            found[Path(image).name] = True
    return list(found.items())


def _places(builder: StandaloneHTMLBuilder) -> Iterator[tuple[Path, PathMatcher]]:
    """Yield each folder or file that is copied to ``_static``, and what of it is not."""
    for folder in reversed(builder.theme.get_theme_dirs()):
        yield Path(folder, "static"), DOTFILES
    own = Matcher([*builder.config.exclude_patterns, "**/.*"])
    for entry in builder.config.html_static_path:
        yield Path(builder.confdir, entry), own


def _below(place: Path, excluded: PathMatcher) -> Iterator[tuple[Path, str]]:
    """Yield each file in *place* that is copied, and its name from there."""
    if place.is_file():
        yield place, place.name
    for folder, _folders, names in os.walk(place, followlinks=True):
        for path in (Path(folder, name) for name in sorted(names)):
            name = path.relative_to(place).as_posix()
            if not excluded(name):
                yield path, name


def _made_of_template(name: str) -> str:
    """Return what Sphinx makes of the template *name*; nothing of a file that is none."""
    return next((name[: -len(end)] for end in (".jinja", "_t") if name.lower().endswith(end)), "")


def _is_same(template: str, templates: TemplateBridge) -> bool:
    """Return whether *template* asks for nothing but the options of the theme."""
    if not isinstance(templates, BuiltinTemplateLoader):
        return False
    try:
        tree = templates.environment.parse(template)
        asked = meta.find_undeclared_variables(tree)
    except TemplateSyntaxError:
        return False  # of which Sphinx makes nothing, and says so
    return not any(meta.find_referenced_templates(tree)) and all(
        name.startswith(_OPTION) for name in asked
    )


def lead_to_shared(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """On ``html-page-context``, before Sphinx asks for logo and icon: lead to where files are."""
    if not app.config[SETTING]:
        return
    shared, pathto, css_tag = _shared(app), context["pathto"], context["css_tag"]

    def is_shared(uri: str) -> bool:
        return uri.startswith(f"{STATIC}/") and uri.removeprefix(f"{STATIC}/") in shared

    def path_to(uri: str, resource: Any = False, **base: str) -> str:
        found: str = pathto(uri, resource, **base)
        return f"../{found}" if resource and is_shared(uri) else found

    def tag(css: Any) -> str:
        found: str = css_tag(css)
        before, address, after = found.rpartition('href="')
        return f"{before}{address}../{after}" if is_shared(str(css.filename)) else found

    context["pathto"], context["css_tag"] = path_to, tag


def note_shared(app: Sphinx, exception: Exception | None) -> None:
    """On ``build-finished``: note which files stand beside all languages, for ``commands.site``."""
    if exception is None and is_website(app.builder):
        names = sorted(name for name in _shared(app) if Path(app.outdir, STATIC, name).is_file())
        if names:
            write_if_changed(Path(app.outdir, SHARED), as_json(names).encode())
        note_files(app, "shared", [SHARED] if names else [])


def setup(app: Sphinx) -> None:
    """Register the sharing of files."""
    app.add_config_value(SETTING, default=False, rebuild="html", types=(bool,))
    app.connect("html-page-context", lead_to_shared, priority=400)
    app.connect("build-finished", note_shared, priority=510)
