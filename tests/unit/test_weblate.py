"""Weblate's add-on for finding components finds each page of an archive once, and nothing else."""

from __future__ import annotations

import json
import re

from support import EXAMPLE, LANGUAGES, ROOT

# The form of the add-on `weblate.discovery.discovery`, without what confirms it on the screen
# (https://docs.weblate.org/en/latest/admin/addons.html#addon-weblate-discovery-discovery)
TEXTS = {
    "match",
    "file_format",
    "name_template",
    "base_file_template",
    "new_base_template",
    "intermediate_template",
    "language_regex",
}
SWITCHES = {"copy_addons", "remove"}
CONFIGURATION = json.loads((ROOT / "tools/weblate.json").read_text("utf-8"))


def found(path: str) -> re.Match[str] | None:
    """Return what the add-on makes of *path*, as it matches the whole of it."""
    match = re.fullmatch(CONFIGURATION["match"], path)
    if match and re.match(CONFIGURATION["language_regex"], match["language"]):
        return match
    return None


def test_the_configuration_is_what_the_add_on_asks_for() -> None:
    assert {key for key, value in CONFIGURATION.items() if isinstance(value, str)} == TEXTS
    assert {key for key, value in CONFIGURATION.items() if isinstance(value, bool)} == SWITCHES
    assert CONFIGURATION.keys() == TEXTS | SWITCHES
    assert CONFIGURATION["file_format"] == "po"
    assert "{{ component }}" in CONFIGURATION["name_template"]
    for key in ("base_file_template", "new_base_template", "intermediate_template"):
        name = CONFIGURATION[key]
        assert not name or (ROOT / name).is_file()  # catalogues of pages have no template


def test_each_page_is_a_component_in_all_languages() -> None:
    components: dict[str, set[str]] = {}
    for path in (EXAMPLE / "locales").rglob("*.po"):
        match = found(path.relative_to(EXAMPLE).as_posix())
        if match:
            components.setdefault(match["component"], set()).add(match["language"])
        else:
            assert path.name == "_interface.po", path

    pages = {p.relative_to(EXAMPLE).with_suffix("").as_posix() for p in EXAMPLE.rglob("*.md")}
    assert set(components) == pages
    assert all(languages == set(LANGUAGES[1:]) for languages in components.values())


def test_what_was_set_aside_is_no_component() -> None:
    assert found("locales/ro/LC_MESSAGES/events/new.po")
    for path in (
        "locales/ro/removed/events/old.po",
        "locales/ro/LC_MESSAGES/_interface.po",
        "locales/fr/LC_MESSAGES/_interface.po",
        "locales/fr/LC_MESSAGES/index.po",
        "_build/doctrees/html/ro/catalogues/pages/ro/LC_MESSAGES/index.po",
        "locales/ro/LC_MESSAGES/events/.new.po.new",
    ):
        assert not found(path), path
