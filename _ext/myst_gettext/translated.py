"""What the parser has translated of the page that is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_KEY = "myst_gettext_translated"


class Renamed(NamedTuple):
    """A section and its two names, that of the source and that of the translation."""

    section: nodes.section
    old_name: str
    new_name: str


class Translated:
    """The nodes with translated text, and the sections among whose names the translation is.

    ``withheld`` has the messages that stay in the language of the source, with the reason.
    """

    def __init__(self) -> None:
        self.texts: list[nodes.Element] = []
        self.sections: list[Renamed] = []
        self.withheld: dict[str, str] = {}
        self._sources: list[str] = []
        self._formulas: list[nodes.math_block] = []

    def note_section(
        self, section: nodes.section, source: nodes.Element, translation: nodes.Element
    ) -> None:
        """Note the names of a *section* by its heading in the *source* and in *translation*."""
        old_name, new_name = (
            nodes.fully_normalize_name(title.astext()) for title in (source, translation)
        )
        if old_name != new_name:
            self.sections.append(Renamed(section, old_name, new_name))

    def rename_sections(self, document: nodes.document) -> None:
        """Register the names as Sphinx does (``sphinx.transforms.i18n``: update_title_mapping)."""
        targets = [*document.findall(nodes.target)] if self.sections else []
        for section, old_name, new_name in self.sections:
            section["names"].append(new_name)
            name_id = document.nameids.get(old_name)
            if name_id:
                if not document.nametypes.get(old_name):
                    del document.nameids[old_name]
                    document.nametypes.pop(old_name, None)
                    document.ids.pop(name_id, None)
                document.note_implicit_target(section)
            for target in targets:
                if target.get("refname") == old_name:
                    target["refname"] = new_name

    def hide(self) -> None:
        """Let the translated nodes have no message: nobody else is to translate them."""
        self._sources = [node.rawsource for node in self.texts]
        for node in self.texts:
            node.rawsource = ""

    def hide_formulas(self, document: nodes.document) -> None:
        """Let formulas have none either: of one with a translation Sphinx would leave ``::``."""
        self._formulas = list(document.findall(nodes.math_block))
        for node in self._formulas:
            node["translatable"] = False

    def show(self) -> None:
        """Undo the hiding, and note what is translated."""
        for node, source in zip(self.texts, self._sources, strict=True):
            node.rawsource = source
            node["translated"] = True
        for node in self._formulas:
            del node["translatable"]
            node["translated"] = False


def translated_in(env: BuildEnvironment) -> Translated:
    """Return what has been translated of the page that *env* is reading."""
    found = env.current_document.setdefault(_KEY, Translated())
    assert isinstance(found, Translated)
    return found
