"""Tell translators what each message is: a heading, a line of the fact sheet, a caption.

The words are English, and ``update-po`` says them in the language of each translator
(``catalogues.translators_words``); no reader sees them. They depend on the page alone, without line
numbers, so that they change only where the page does. They stand in the templates that the builder
``gettext`` writes, so that whatever makes or updates catalogues of these gives them to translators.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import polib
from docutils import nodes
from sphinx import addnodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.util.nodes import extract_messages

from catalogues.locales import UPSTREAM
from catalogues.manifest import message_key
from catalogues.po.header import completed
from catalogues.wordless import is_wordless
from records.names import abbreviation, is_name, official_in
from seminars.domain import seminars_of
from seminars.editor_notes import editor_note
from seminars.fact_sheets import fact_text
from seminars.recommendation_directive import addressees_text, recommendation
from storage import write_if_changed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx.application import Sphinx

    from records.archive import Record

# The first of these that a node is, or stands in, says what its message is
PLACES: tuple[tuple[type[Any], str], ...] = (
    (nodes.image, "Photograph: text for those who cannot see it"),
    (nodes.caption, "Photograph: caption"),
    (nodes.legend, "Photograph: credit"),
    (nodes.meta, "Description of the page for search engines"),
    (addnodes.toctree, "Title in the table of contents"),
    (nodes.rubric, "Subheading"),
    (nodes.footnote, "Footnote"),
    (nodes.thead, "Table heading"),
    (nodes.entry, "Table cell"),
    (editor_note, "Editor’s note"),
    (nodes.Admonition, "Box"),
    (nodes.term, "Defined term"),
    (nodes.definition, "Definition"),
    (nodes.list_item, "List item"),
    (nodes.block_quote, "Quotation"),
)


# Sphinx makes a space of it (https://github.com/sphinx-doc/sphinx/issues/11737)
BREAK = (
    "Line break after “{}”: write it, in the translation, as a backslash with a new line behind it "
    "(\\\\\\n in the file)"
)
_WORDS = 3  # by which the place of a break is known


def describe_messages(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """On ``doctree-resolved``: note among the doctrees what the messages of a page are.

    ``official`` lists the languages in which a name is official; ``shown`` says whether readers
    see the message.
    """
    if not isinstance(app.builder, MessageCatalogBuilder):
        return
    domain = seminars_of(app.env)
    record, shown = domain.records.get(docname), domain.messages[docname]
    found: dict[str, dict[str, Any]] = {}
    for node, message in _messages(app, doctree, docname):
        is_shown = message_key(message) in shown
        entry = found.setdefault(message, {"what": [], "official": [], "shown": is_shown})
        for what in _what(node, doctree, record):
            if what not in entry["what"]:
                entry["what"].append(what)
        if record and record.facts and _is_name(node, doctree, record):
            entry["official"] = sorted(official_in(record.kind, record.facts))
    path = app.doctreedir / f"{docname}.json"
    write_if_changed(path, json.dumps(found, ensure_ascii=False, indent=1).encode())


def finish_templates(app: Sphinx, exception: Exception | None) -> None:
    """On ``build-finished``: put into each template what its messages are, and where they stand.

    Files are named from the top folder, and no line of them, which any edit would change. The
    header has nothing that is to be filled in: ``sphinx-intl`` copies it as it stands. The words of
    our templates, of which Sphinx makes one more, are among those of the interface, and a catalogue
    of that name would be taken for Sphinx's own.
    """
    if exception is not None or not isinstance(app.builder, MessageCatalogBuilder):
        return
    for docname in sorted(app.env.found_docs):
        path = app.outdir / f"{docname}.pot"
        if path.is_file():  # a page may have no text
            _finish(path, app, docname)
    if UPSTREAM not in app.env.found_docs:
        (app.outdir / f"{UPSTREAM}.pot").unlink(missing_ok=True)


def _finish(path: Path, app: Sphinx, docname: str) -> None:
    """Finish the template of the page *docname* at *path*."""
    described = json.loads((app.doctreedir / f"{docname}.json").read_text("utf-8"))
    template = polib.pofile(str(path), wrapwidth=0)
    for entry in template:
        places = dict.fromkeys(_from_top(app, place, docname) for place, _ in entry.occurrences)
        entry.occurrences = [(place, "") for place in places]
        entry.comment = "\n".join(described[entry.msgid]["what"])
        if is_wordless(entry.msgid):  # as update-po has it
            entry.msgstr = entry.msgid
    title = {"Project-Id-Version": app.config.project}
    template.metadata = completed(template.metadata, title)
    template.metadata_is_fuzzy = False
    template.header = ""
    write_if_changed(path, f"{template}\n".encode())


def _from_top(app: Sphinx, place: str, docname: str) -> str:
    """Return the file *place*, which the builder names as seen from its output folder."""
    path = (app.outdir / place).resolve()
    page = app.env.doc2path(docname, base=False)
    known = path.is_relative_to(app.srcdir) and path.is_file()
    return (path.relative_to(app.srcdir) if known else page).as_posix()


def _messages(app: Sphinx, doctree: nodes.document, docname: str) -> Iterator[tuple[Any, str]]:
    """Yield the messages of a page, those of its tables of contents first, as the builder does."""
    for toctree in app.env.tocs[docname].findall(addnodes.toctree):
        yield from extract_messages(toctree)
    yield from extract_messages(doctree)


def _what(node: nodes.Element, doctree: nodes.document, record: Record | None) -> Iterator[str]:
    """Yield what is to be said of the message of *node*."""
    if isinstance(node, fact_text):
        assert record is not None
        assert record.facts is not None  # of which it is a text
        yield f"Fact sheet: {record.kind.note_of(node['path'], record.facts)}"
    elif _is_heading(node, doctree):
        yield f"Title of the page: {record.kind.heading}" if record else "Title of the page"
        short = abbreviation(record.kind, record.facts) if record and record.facts else ""
        if short:
            yield f"French abbreviation: {short}"
    else:
        yield _place(node, doctree)
        yield from map(BREAK.format, _before_breaks(node))


def _before_breaks(node: nodes.Element) -> Iterator[str]:
    """Yield the words before each hard line break of *node*; a message shows nothing of them."""
    words = ""
    for part in node.findall():
        if isinstance(part, nodes.raw):
            if part.get("format") == "html" and part.astext().strip() == "<br />":
                yield " ".join(words.split()[-_WORDS:])
                words = ""
        elif isinstance(part, nodes.Text) and not isinstance(part.parent, nodes.raw):
            words += part.astext()


def _is_heading(node: nodes.Node, doctree: nodes.document) -> bool:
    """Return whether *node* is the heading of the page."""
    return isinstance(node, nodes.title) and node is next(iter(doctree.findall(nodes.title)))


def _is_name(node: nodes.Node, doctree: nodes.document, record: Record) -> bool:
    """Return whether *node* is what *record* is called."""
    if isinstance(node, fact_text):
        return is_name(record.kind, node["path"])
    return _is_heading(node, doctree)


def _place(node: nodes.Node, doctree: nodes.document) -> str:
    """Return what *node* is by what it stands in."""
    if isinstance(node, nodes.title) and isinstance(node.parent, nodes.section):
        return "Subheading"
    around = list(_ancestors(node))
    for inside in around:
        if isinstance(inside, recommendation):
            what = f"Recommendation {_number(inside, doctree)}"
            return f"{what}: addressees" if isinstance(node, addressees_text) else what
    found = (what for kind, what in PLACES if any(isinstance(inside, kind) for inside in around))
    return next(found, "Paragraph")


def _ancestors(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield *node* and what it stands in, the nearest first."""
    inside: nodes.Node | None = node
    while inside is not None:
        yield inside
        inside = inside.parent


def _number(mark: recommendation, doctree: nodes.document) -> int:
    return 1 + list(doctree.findall(recommendation)).index(mark)


def setup(app: Sphinx) -> None:
    """Register what translators are told of each message."""
    app.connect("doctree-resolved", describe_messages)
    app.connect("build-finished", finish_templates)
