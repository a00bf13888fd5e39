"""What the archive has written, so that nothing is left of what is no more.

Sphinx removes no file of an earlier build. A build folder also holds what other extensions have
written, of which nobody knows here: so each part of the archive notes its own files, and deletes
those that it noted before and does not write any more.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

from seminars.composer import is_website
from storage import Stamp, discard

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sphinx.application import Sphinx

_INDEX = "genindex"
_PAGES = "pages"


def setup(app: Sphinx) -> None:
    """Register what a build deletes when it ends."""
    app.connect("build-finished", delete_removed)


def note_files(app: Sphinx, owner: str, files: Collection[str]) -> None:
    """Note the *files* that *owner* has in the output folder, and delete what it had before."""
    stamp = _stamp(app, owner)
    now = {*files}
    if owner != _PAGES:  # a page may have come where something else stood
        now.update(_stamp(app, _PAGES).read() or ())
    for name in sorted({*(stamp.read() or ())} - now):
        path = Path(app.outdir, name)
        discard(path)
        _discard_empty(path.parent, top=Path(app.outdir))
    stamp.note(sorted(files))


def _stamp(app: Sphinx, owner: str) -> Stamp:
    return Stamp(Path(app.doctreedir, f".{app.builder.name}.{owner}"))


def _discard_empty(folder: Path, *, top: Path) -> None:
    """Remove *folder*, and those above it below *top*, as far as they hold nothing."""
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def delete_removed(app: Sphinx, exception: Exception | None) -> None:
    """On ``build-finished``: delete pages that are gone, with their photographs and downloads."""
    if exception is None and is_website(app.builder):
        note_pages(app)


def note_pages(app: Sphinx) -> None:
    """Note the pages that there are, and what they show and offer; delete what there was."""
    builder = app.builder
    assert isinstance(builder, StandaloneHTMLBuilder)
    others = [*app.config.html_additional_pages, *([_INDEX] if builder.use_index else ())]
    note_files(app, _PAGES, [*_outputs(builder, (*app.env.found_docs, *others))])
    images = [f"{builder.imagedir}/{name}" for _pages, name in app.env.images.values()]
    downloads = [f"_downloads/{name}" for _pages, name in app.env.dlfiles.values()]
    note_files(app, "images", images)
    note_files(app, "downloads", downloads)


def _outputs(builder: StandaloneHTMLBuilder, names: Iterable[str]) -> Iterator[str]:
    """Yield the file of each page, from the output folder."""
    for name in names:
        path = Path(builder.get_outfilename(name))
        yield path.relative_to(builder.outdir).as_posix()
