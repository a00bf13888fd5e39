"""Settings of the archive; https://www.sphinx-doc.org/en/master/usage/configuration.html."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

# The archive. Its name is the heading of index.md, and translated there.
project = "Archives des séminaires contre la traite des êtres humains"
copyright = "%Y"  # noqa: A001
author = ""

# The languages: code of Sphinx and gettext, and the CLDR locale that writes its dates.
# The first is the one that pages are written in. A new language is one line here and a folder
# in locales/.
seminars_languages = {
    "fr": "fr_FR",
    "en": "en_GB",
    "ro": "ro_RO",
    "ru": "ru_RU",
}
language = "fr"

extensions = ["myst_parser", "seminars"]
primary_domain = "sem"
include_patterns = ["*.md", "events/**", "glossary/**"]
exclude_patterns = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE*.md"]
nitpicky = True

myst_enable_extensions = ["attrs_inline", "colon_fence"]
myst_footnote_transition = False

gettext_compact = False
gettext_auto_build = False
gettext_uuid = False
gettext_location = True

templates_path = ["_templates"]
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["archive.css"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_use_index = False
html_permalinks_icon = "#"
html_sidebars = {
    "**": [
        "sidebar/scroll-start.html",
        "sidebar/brand.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
