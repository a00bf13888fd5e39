"""Settings of the archive; https://www.sphinx-doc.org/en/master/usage/configuration.html."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from records.folders import patterns

# The archive. Its name is the heading of index.md, and translated there.
project = "Archives des séminaires contre la traite des êtres humains"
copyright = "%Y"
author = ""
# The edition, which site, book, citations and data name: its number and its day. "" leaves one out.
version = "1"
seminars_edition_date = "2026-11-26"

# The languages: code of Sphinx and gettext, and the CLDR locale that writes its dates.
# The first is the one that pages are written in. A new language is one line here and a folder
# in locales/.
seminars_languages = {
    "fr": "fr_FR",
    "en": "en_GB",
    "ro": "ro_RO",
    "ru": "ru_RU",
}
# From which share of its texts in per cent a translated page is listed: in the menu of languages
# and for search engines. Below it, the page is there for those who are led to it. None: no page of
# the language is. A language that is not named has 100.
seminars_listed_from = {
    "en": 100,
    "ro": 100,
    "ru": 100,
}
# Under which address the site is published, that of its front door, as in
# "https://www.example.org/archive/". Canonical addresses, those of other languages for search
# engines and the sitemap are made of it, and Sphinx's html_baseurl for each language, so that is
# not set here; where it is, it is read as this one. "" leaves them out.
seminars_site_url = ""
# Pages that were renamed, the old path and the new one, as in
# "events/2018-06-05-kichinev": "events/2018-06-05-chisinau". The old address leads to the new one.
seminars_redirects = {}
# Who publishes the archive: what French law wants named on a website. A text stands here once, or
# for each language, as in {"fr": "Ministère …", "en": "Ministry …"}; `make html` says what is
# missing, and docs/maintenance.md what each entry is for.
seminars_publisher = {
    "name": "",
    "form": "",  # legal form, number in a register: where there is one
    "address": "",
    "phone": "",
    "contact": "",  # a mail address, or the web address of a form
    "director": "",  # of publication: name, function
    "editor": "",  # who is responsible for the texts, where that is somebody else
    "host": "",
    "host_address": "",
    "host_phone": "",
    "data_protection": "",  # whom to ask about personal data: data protection officer, address
    "data_basis": "",  # "public task" or "legitimate interests"
    "data_authority": "",  # where to complain, as in "CNIL, 3 place de Fontenoy, Paris"
}
# What an audit of accessibility has found. Without one, {}: the statement says that there is none.
seminars_accessibility = {
    # "state": "partial",  # or "full", or "none"
    # "rate": 82,  # of the criteria in per cent
    # "auditor": "",
    # "date": "2026-11-26",
    # "report": "https://www.example.org/audit",
    # "plan": "https://www.example.org/plan",  # of several years, and that of this year
}
# Where the files of the repository can be read, for links to catalogues and pages; "" has none.
seminars_repository = ""
language = "fr"
source_suffix = {".md": "markdown"}

extensions = ["speedups", "myst_parser", "myst_gettext", "seminars"]
primary_domain = "sem"
include_patterns = ["*.md", *patterns()]
exclude_patterns = ["[_.]*", "locales", "tests", "benchmarks", "tools", "docs"]
exclude_patterns += ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE*.md"]
nitpicky = True

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence"]
myst_footnote_transition = False

locale_dirs = ["locales"]  # of which a build reads what passes the gate
gettext_compact = False
gettext_auto_build = False
gettext_uuid = False
gettext_location = True

templates_path = ["_templates"]
template_bridge = "seminars.stale_pages.ContentTemplates"
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["palette.css", "fonts.css", "frame.css", "archive.css", "sizes.css"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_use_index = False
html_permalinks_icon = "#"
html_additional_pages = {"search": "search.html"}
_fonts = {
    "font-stack": '"Source Sans 3", "Sans Fallback", system-ui, "Noto Sans", sans-serif',
    "font-stack--headings": '"Source Serif 4", "Serif Fallback", Georgia, "Noto Serif", serif',
}
html_theme_options = {
    "top_of_page_buttons": [],
    "light_css_variables": {
        **_fonts,
        "color-brand-primary": "#1d3f72",
        "color-brand-content": "#1a5ca8",
        "color-brand-visited": "#6b3a86",
        "color-on-brand": "#ffffff",
        "color-foreground-primary": "#1a1d21",
        "color-foreground-secondary": "#4a525c",
        "color-background-primary": "#ffffff",
        "color-background-secondary": "#f4f6f8",
        "color-background-border": "#d5dae1",
        "color-edge": "#717b87",
        "color-note": "#fdf7e8",
        "color-note-rule": "#a86d12",
        "color-note-text": "#6a4500",
        "color-mark": "#fbe8a6",
    },
    "dark_css_variables": {
        **_fonts,
        "color-brand-primary": "#a3c5f5",
        "color-brand-content": "#9cc3fb",
        "color-brand-visited": "#d6b4ec",
        "color-on-brand": "#14181d",
        "color-foreground-primary": "#e6e9ed",
        "color-foreground-secondary": "#b7bfc9",
        "color-background-primary": "#14181d",
        "color-background-secondary": "#1c2229",
        "color-background-border": "#38424d",
        "color-edge": "#8793a0",
        "color-note": "#27221a",
        "color-note-rule": "#d3a24a",
        "color-note-text": "#efd6a2",
        "color-mark": "#5b4a12",
    },
}
