"""Each setting has its check: of its type, and of what it says."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from records.settings import CHECKED, Source, faults_in
from support import settings_of_example

# A value of another type for each setting that a command relies on
OF_ANOTHER_TYPE: dict[str, object] = {
    "project": 1,
    "language": ["fr"],
    "extensions": "seminars",
    "locale_dirs": "locales",
    "html_theme": None,
    "myst_enable_extensions": "colon_fence",
    "version": 1,
    "primary_domain": True,
    "template_bridge": 1,
    "html_logo": 1,
    "html_favicon": [],
    "html_title": 1,
    "html_baseurl": 1,
    "nitpicky": 1,
    "seminars_citations": "no",
    "seminars_raw_html": "yes",
    "seminars_preview": None,
    "seminars_shares_static": 1,
    "copyright": 2026,
    "include_patterns": "*.md",
    "exclude_patterns": None,
    "suppress_warnings": "all",
    "html_css_files": "a.css",
    "html_static_path": "_static",
    "templates_path": "_templates",
    "html_additional_pages": [],
    "html_sidebars": [],
    "seminars_edition_date": 2026,
    "html_theme_options": [],
    "seminars_languages": ["fr"],
    "seminars_listed_from": 100,
    "seminars_redirects": [],
    "seminars_repository": None,
    "seminars_publisher": "Ministère",
    "seminars_accessibility": [],
    "seminars_site_url": None,
    "seminars_catalogues": 1,
    "seminars_book": None,
}
# A value of the right type that says what is not allowed
REFUSED: dict[str, object] = {
    "project": " \n",
    "extensions": [1],
    "locale_dirs": [],
    "myst_enable_extensions": ["colon_fences"],
    "seminars_languages": {"french": "fr_FR"},
    "seminars_listed_from": {"en": 101},
    "seminars_redirects": {"events/old": "events/old"},
    "seminars_repository": "github",
    "seminars_publisher": {"adress": "1, rue X"},
    "seminars_accessibility": {"rate": 101},
    "seminars_site_url": "www.example.org",
    "html_baseurl": "www.example.org",
}
# What Sphinx and the theme check by themselves, or take as it is
_OF_SPHINX = {
    "author",
    "gettext_auto_build",
    "gettext_compact",
    "gettext_location",
    "gettext_uuid",
    "html_copy_source",
    "html_permalinks_icon",
    "html_show_copyright",
    "html_show_sphinx",
    "html_use_index",
    "myst_footnote_transition",
    "source_suffix",
}


def faults(name: str, value: object) -> list[str]:
    settings: dict[str, Any] = {name: value}
    found = faults_in(settings, Source({name: 7}), required=())
    return [fault.at("conf.py") for fault in found]


@pytest.mark.parametrize("name", OF_ANOTHER_TYPE)
def test_a_value_of_another_type_is_refused_at_its_line(name: str) -> None:
    (line,) = faults(name, OF_ANOTHER_TYPE[name])
    assert line.startswith(f"conf.py:7: {name}: ")
    assert "is not allowed here" in line


@pytest.mark.parametrize("name", REFUSED)
def test_a_value_that_says_what_is_not_allowed_is_refused(name: str) -> None:
    assert [line.partition(": ")[2][: len(name)] for line in faults(name, REFUSED[name])] == [name]


@pytest.mark.parametrize(
    ("language", "languages"), [("en", {"fr": "fr_FR"}), ("en", {"fr": "fr_FR", "en": "en_GB"})]
)
def test_the_source_language_is_the_first(language: str, languages: dict[str, str]) -> None:
    settings = {"language": language, "seminars_languages": languages}
    assert len(faults_in(settings, Source(), required=())) == 1


def test_no_setting_of_conf_py_is_without_a_check() -> None:
    tree = ast.parse(settings_of_example())
    found = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and not target.id.startswith("_")
    }
    assert set(CHECKED) == set(OF_ANOTHER_TYPE)
    assert found - set(OF_ANOTHER_TYPE) == _OF_SPHINX
