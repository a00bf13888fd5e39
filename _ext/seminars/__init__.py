"""A Sphinx extension for an archive of seminars: records, references, fact sheets, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seminars import (
    addressee_pages,
    bodies,
    book,
    citations,
    config,
    descent,
    domain,
    dossiers,
    editor_notes,
    encoding,
    epub,
    exports,
    facet_lists,
    facet_pages,
    fact_sheets,
    language_attributes,
    links,
    lists,
    made_page_files,
    marks,
    meeting_relations,
    mentions,
    names_elsewhere,
    page_files,
    persons,
    photos,
    picture_choices,
    publisher,
    recommendation_boxes,
    recommendation_directive,
    recommendation_register,
    recommendations,
    record_pages,
    references,
    renamed_pages,
    side,
    site,
    source_list,
    stale_pages,
    title_references,
    titles,
    toctrees,
    translation_status,
    translator_comments,
    typography,
    uncited,
    untranslated,
    written_files,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

# Each registers all that it consists of. Where two of them wait for one event, and neither says
# when it wants its turn, they have it in this order.
FEATURES = (
    config,
    page_files,
    domain,
    marks,
    record_pages,
    fact_sheets,
    side,
    links,
    citations,
    editor_notes,
    meeting_relations,
    names_elsewhere,
    source_list,
    mentions,
    recommendations,
    descent,
    recommendation_directive,
    recommendation_boxes,
    dossiers,
    uncited,
    lists,
    facet_lists,
    photos,
    picture_choices,
    translation_status,
    toctrees,
    references,
    renamed_pages,
    persons,
    publisher,
    typography,
    titles,
    title_references,
    untranslated,
    translator_comments,
    bodies,
    encoding,
    language_attributes,
    stale_pages,
    site,
    made_page_files,
    facet_pages,
    recommendation_register,
    addressee_pages,
    exports,
    written_files,
    book,
    epub,
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let each feature register itself; no work is done at this point."""
    for feature in FEATURES:
        feature.setup(app)
    return {
        "version": "1",
        "env_version": 6,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
