"""A Sphinx extension for an archive of seminars: records, references, fact sheets, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seminars import exports, written_files
from seminars.alternates import add_completeness, add_languages, mark_name
from seminars.book import add_book
from seminars.config import (
    check_settings,
    report_no_address,
    use_address,
    use_checked_catalogues,
    use_translated_title,
)
from seminars.describing import describe_messages
from seminars.directives import (
    EventList,
    Photo,
    RecommendationDirective,
    RecommendationList,
    RecordList,
    TranslationStatus,
)
from seminars.domain import SeminarsDomain
from seminars.editing import NameFiles, RefuseRaw, check_body
from seminars.encoding import leave_out_unnamable, read_leniently
from seminars.epub import ArchiveEpubBuilder, describe_package, use_template
from seminars.files import report_strays
from seminars.handlers import (
    note_record,
    note_texts,
    report_pictures,
    report_unknown,
)
from seminars.html import (
    ArchiveHTMLBuilder,
    add_description,
    escape_words,
    keep_search_to_website,
)
from seminars.navigation import Navigation
from seminars.nodes import (
    event_list,
    fact_sheet,
    fact_text,
    recommendation,
    recommendation_list,
    record_foot,
    record_list,
    translation_status,
)
from seminars.preview import add_missing, add_preview_look
from seminars.resolving import FillMarks
from seminars.rewriting import Rewriting
from seminars.status_page import FillTranslationStatus
from seminars.toctrees import RecordToctree, forget_hidden, note_hidden, sorted_otherwise
from seminars.transforms import AddFactSheet, NoBreakSpaces, PlainTitles
from seminars.untranslated import MarkUntranslated, MarkWithheld, ShowUntranslated, note_names

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything here and nowhere else; no work is done at this point."""
    app.add_config_value("seminars_languages", {}, "env", types=(dict,))
    app.add_config_value("seminars_listed_from", {}, "", types=(dict,))
    app.add_config_value("seminars_site_url", "", "html", types=(str,))
    app.add_config_value("seminars_repository", "", "html", types=(str,))
    app.add_config_value("seminars_catalogues", "", "", types=(str,))
    app.add_config_value("seminars_interface", "", "env", types=(str,))
    app.add_config_value("seminars_preview", default=False, rebuild="html", types=(bool,))
    app.add_config_value("seminars_raw_html", default=False, rebuild="env", types=(bool,))
    app.connect("config-inited", check_settings, priority=400)
    app.connect("config-inited", use_checked_catalogues, priority=410)
    app.connect("config-inited", use_translated_title, priority=420)
    app.connect("config-inited", use_address, priority=425)
    app.connect("config-inited", report_strays, priority=900)  # when suffixes are known
    _add_content(app)
    _add_website(app)
    add_book(app)
    _add_epub(app)
    return {
        "version": "1",
        "env_version": 4,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _add_content(app: Sphinx) -> None:
    """Register what pages are made of, and how they are read and resolved."""
    app.add_domain(SeminarsDomain)
    for mark in (
        event_list,
        fact_sheet,
        fact_text,
        recommendation,
        recommendation_list,
        record_foot,
        record_list,
        translation_status,
    ):
        app.add_node(mark)
    app.add_directive_to_domain("sem", "event-list", EventList)
    app.add_directive_to_domain("sem", "photo", Photo)
    app.add_directive_to_domain("sem", "recommendation", RecommendationDirective)
    app.add_directive_to_domain("sem", "recommendation-list", RecommendationList)
    app.add_directive_to_domain("sem", "record-list", RecordList)
    app.add_directive_to_domain("sem", "record-toctree", RecordToctree)
    app.add_directive_to_domain("sem", "translation-status", TranslationStatus)
    app.add_transform(AddFactSheet)
    app.add_transform(NameFiles)
    app.add_transform(RefuseRaw)
    app.add_transform(NoBreakSpaces)
    app.add_transform(PlainTitles)
    app.add_transform(MarkUntranslated)
    app.add_transform(MarkWithheld)
    app.add_post_transform(FillMarks)
    app.add_post_transform(FillTranslationStatus)
    app.add_post_transform(ShowUntranslated)
    app.connect("env-before-read-docs", leave_out_unnamable, priority=400)
    app.connect("env-before-read-docs", read_leniently)
    app.connect("source-read", note_record)
    app.connect("source-read", check_body, priority=600)  # when the front matter is blanked
    app.connect("doctree-read", note_texts)
    app.connect("doctree-read", note_names)
    app.connect("doctree-read", note_hidden)
    app.connect("doctree-read", report_pictures)
    app.connect("doctree-resolved", describe_messages)
    app.connect("env-get-outdated", sorted_otherwise)
    app.connect("warn-missing-reference", report_unknown)


def _add_website(app: Sphinx) -> None:
    """Register what the HTML pages have around their text."""
    app.add_builder(ArchiveHTMLBuilder, override=True)
    navigation = Navigation()
    app.connect("env-updated", navigation.note_structure, priority=400)
    app.connect("env-updated", Rewriting(navigation).rewrite)
    app.connect("write-started", forget_hidden)
    app.connect("html-page-context", navigation.add_to_page, priority=400)  # before Furo (500)
    app.connect("html-page-context", escape_words)
    app.connect("html-page-context", add_languages)
    app.connect("html-page-context", add_completeness)
    app.connect("html-page-context", mark_name)
    app.connect("html-page-context", add_description)
    app.connect("config-inited", add_preview_look)
    app.connect("html-page-context", add_missing)
    app.connect("builder-inited", keep_search_to_website)
    app.connect("builder-inited", report_no_address)
    for feature in (exports, written_files):
        feature.setup(app)


def _add_epub(app: Sphinx) -> None:
    """Register what makes the EPUB."""
    app.add_builder(ArchiveEpubBuilder, override=True)
    app.connect("config-inited", describe_package, priority=430)
    app.connect("html-page-context", use_template, priority=900)  # the first answer ends the event
