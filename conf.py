"""Settings of the archive; https://www.sphinx-doc.org/en/master/usage/configuration.html."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from records.folders import patterns

# The archive. Its name is the heading of index.md, and translated there.
project = "Archives des séminaires contre la traite des êtres humains"
copyright = "%Y"
author = ""
version = "1"

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
# Where the files of the repository can be read, for links to catalogues; "" shows their paths.
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
html_css_files = ["fonts.css", "archive.css"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_use_index = False
html_permalinks_icon = "#"
html_additional_pages = {"search": "search.html"}
html_sidebars = {
    "**": [
        "sidebar/scroll-start.html",
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
_fonts = {
    "font-stack": '"Source Sans 3", system-ui, "Segoe UI", "Noto Sans", sans-serif',
    "font-stack--headings": '"Source Serif 4", Georgia, "Noto Serif", serif',
}
html_theme_options = {
    "top_of_page_buttons": [],
    "light_css_variables": {
        **_fonts,
        "color-brand-primary": "#1d3f72",
        "color-brand-content": "#1a4f96",
        "color-brand-visited": "#6b3a86",
        "color-foreground-primary": "#1a1d21",
        "color-foreground-secondary": "#4a525c",
        "color-foreground-muted": "#5d6670",
        "color-background-secondary": "#f4f6f9",
        "color-background-border": "#d9dee5",
        "color-note": "#fdf7e8",
        "color-note-rule": "#a86d12",
        "color-note-text": "#6a4500",
        "color-sidebar-background": "#f4f6f9",
    },
    "dark_css_variables": {
        **_fonts,
        "color-brand-primary": "#8fb4ea",
        "color-brand-content": "#9cc0f2",
        "color-brand-visited": "#d0a9e6",
        "color-foreground-primary": "#e4e7eb",
        "color-foreground-secondary": "#b4bcc6",
        "color-foreground-muted": "#9aa3ae",
        "color-background-primary": "#14181d",
        "color-background-secondary": "#1b2027",
        "color-background-border": "#333b45",
        "color-note": "#27221a",
        "color-note-rule": "#d3a24a",
        "color-note-text": "#efd6a2",
        "color-sidebar-background": "#1b2027",
    },
}
