"""Photographs: the directive, the names of their files, and those that no output can take."""

from __future__ import annotations

import re
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import unquote

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.parsers.rst.directives.images import Figure
from sphinx.transforms import SphinxTransform

from records import pictures
from seminars.reports import warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

_MISSING = {
    "alt": "what the picture shows, for whoever does not see it",
    "credit": "whom it is owed to, and its licence",
}
_SPACE = re.compile(r"(?<!\\)\s")


class Photo(Figure):
    """A photograph: what it shows for those who do not see it, a caption, whom to thank for it."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "alt": directives.unchanged_required,
        "credit": directives.unchanged_required,
        "width": directives.length_or_percentage_or_unitless,
    }

    def run(self) -> list[nodes.Node]:
        """Make a figure whose legend is the credit; a photograph lacking either is reported."""
        credit = self.options.pop("credit", "")
        env = self.state.document.settings.env
        missing = [
            key
            for key, value in (("alt", self.options.get("alt")), ("credit", credit))
            if not value
        ]
        for key in missing:
            text = f"{key}: this option is missing: write `:{key}: {_MISSING[key]}` below the name"
            warn("photo", "%s", text, location=(env.docname, self.lineno))
        if missing:
            return []
        self.arguments[0] = _SPACE.sub(r"\ ", self.arguments[0])  # which docutils takes out
        self.options["class"] = ["photo"]
        self.options["figclass"] = ["photo"]
        result = list(super().run())
        figure = result[0]
        if isinstance(figure, nodes.figure):
            paragraph = nodes.paragraph(credit, credit, classes=["credit"])
            paragraph.source, paragraph.line = self.state_machine.get_source_and_line(self.lineno)
            figure += nodes.legend("", paragraph)
        return result


class NameFiles(SphinxTransform):
    """Turn the address of a picture into the name of its file.

    Markdown encodes addresses (https://spec.commonmark.org/0.31.2/#links), and Sphinx looks for a
    file of that name.
    """

    default_priority = 5  # before the pictures are collected, and before their names are translated

    def apply(self, **kwargs: Any) -> None:
        """Decode each address; a picture without a file has been reported, and is taken out."""
        for image in list(self.document.findall(nodes.image)):
            name = next(filter(self._is_there, (image["uri"], unquote(image["uri"]))), None)
            if name is not None:
                image["uri"] = name
            elif not self.config.seminars_raw_html:
                image.parent.remove(image)

    def _is_there(self, uri: str) -> bool:
        try:
            path = Path(self.env.relfn2path(uri)[1])
            if uri.endswith(".*"):  # a picture in any format
                return any(path.parent.glob(f"{escape(path.stem)}.*"))
            return "://" not in uri and path.is_file()
        except (OSError, ValueError):  # too long for a name, or no name at all
            return False


def report_pictures(app: Sphinx, doctree: nodes.document) -> None:
    """On ``doctree-read``: report each picture that the website or the book cannot take.

    A file that is not there is reported by others. Of several formats of one picture
    (``photo.*``) one that is taken is enough.
    """
    for image in doctree.findall(nodes.image):
        names: dict[str, str] = image.get("candidates", {})
        found = [app.srcdir / name for name in names.values()]
        faults = {path: _fault_of(path) for path in found if path.is_file()}
        if faults and all(faults.values()):
            path, fault = next(iter(faults.items()))
            place = path.relative_to(app.srcdir).as_posix()
            warn("photo", "%s: %s", place, fault, location=(app.env.docname, _line_of(image)))


def _fault_of(path: Path) -> str:
    try:
        pictures.check(path)
    except (OSError, pictures.PictureError) as error:
        return str(error)
    return ""


def _line_of(node: nodes.Node | None) -> int:
    """Return the line of *node*, or of what is around it."""
    while node is not None and node.line is None:
        node = node.parent
    return (node.line if node is not None else None) or 1


def setup(app: Sphinx) -> None:
    """Register photographs and other pictures."""
    app.add_directive_to_domain("sem", "photo", Photo)
    app.add_transform(NameFiles)
    app.connect("doctree-read", report_pictures)
