"""One list of direct libraries, and what is written from it: requirements, components, notices."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution, requires
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from commands.sbom import notices, requirements, sbom
from support import ROOT

# group of pyproject.toml: the files that it is written to
FILES = {
    "html": ["requirements.txt"],
    "live": ["requirements.txt", "requirements-live.txt"],
    "dev": ["requirements.txt", "requirements-live.txt", "requirements-dev.txt"],
    "ci": [".github/requirements.txt"],
    "mkdocs": ["benchmarks/requirements-mkdocs.txt"],
}
EVERY = sorted({name for names in FILES.values() for name in names})
BLOCK = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9a-z.]+)( ; [^\\\n]+)?"
    r"( \\\n    --hash=sha256:[0-9a-f]{64})+\n"
)


class Pinned(NamedTuple):
    name: str
    version: str


def blocks(name: str) -> list[str]:
    """Return the requirements of a file, each with its hashes."""
    lines = (ROOT / name).read_text("utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith(("#", "-r ")))
    return re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]


def pinned(names: list[str]) -> set[Pinned]:
    found = [BLOCK.fullmatch(block) for name in names for block in blocks(name)]
    return {Pinned(one["name"], one["version"]) for one in found if one}


def direct(group: str) -> set[Pinned]:
    """Return what a group of pyproject.toml names, by itself and through others."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    found: set[Pinned] = set()
    for entry in groups[group]:
        if isinstance(entry, dict):
            found |= direct(entry["include-group"])
        else:
            name, version = entry.split("==")
            found.add(Pinned(canonicalize_name(name), version))
    return found


def test_every_group_is_written_to_a_file() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert tomllib.loads(text)["dependency-groups"].keys() == FILES.keys()


@pytest.mark.parametrize("name", EVERY)
def test_every_requirement_has_a_version_and_hashes_and_nothing_else(name: str) -> None:
    found = blocks(name)
    assert found
    assert [block for block in found if not BLOCK.fullmatch(block)] == []


@pytest.mark.parametrize("name", EVERY)
def test_no_file_names_a_registry(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    head = [line for line in text.splitlines() if line.startswith(("#", "-"))]
    assert not re.search(r"://|index|find-links|trusted|@", text)
    assert len(head) == len(FILES_ABOVE.get(name, [])) + 1
    assert head[1:] == FILES_ABOVE.get(name, [])


FILES_ABOVE = {
    "requirements-live.txt": ["-r requirements.txt"],
    "requirements-dev.txt": ["-r requirements-live.txt"],
}


@pytest.mark.parametrize("group", FILES)
def test_what_the_list_names_is_pinned_as_it_says(group: str) -> None:
    assert direct(group) - pinned(FILES[group]) == set()


@pytest.mark.parametrize("group", ["html", "live", "dev"])
def test_what_a_library_needs_is_pinned_too(group: str) -> None:
    names = {one.name for one in pinned(FILES[group])}
    missing = set()
    for name in names:
        try:
            needed = [Requirement(one) for one in requires(name) or []]
        except PackageNotFoundError:  # one for another system
            continue
        missing |= {
            canonicalize_name(one.name)
            for one in needed
            if one.marker is None or one.marker.evaluate({"extra": ""})
        } - names
    assert missing == set()


@pytest.mark.parametrize("group", ["html", "live", "dev"])
def test_what_is_installed_is_what_is_pinned(group: str) -> None:
    wrong = []
    for one in pinned(FILES[group]):
        try:
            version = distribution(one.name).version
        except PackageNotFoundError:
            continue
        if version != one.version:
            wrong.append((one, version))
    assert wrong == []


def test_what_is_pinned_only_once_has_one_version() -> None:
    found = pinned(FILES["dev"])
    assert len(found) == len({one.name for one in found})


def test_the_list_of_components_has_every_library_and_every_notice() -> None:
    components = sbom()["components"]
    libraries = {one["name"]: one.get("version") for one in components}
    references = [one["bom-ref"] for one in components]

    assert requirements().keys() == {one.name for one in pinned(FILES["html"])}
    assert {name: libraries[name] for name in requirements()} == requirements()
    assert libraries.keys() - requirements().keys() == {
        fields["Component"] for fields in notices() if "Package" not in fields
    }
    assert len(references) == len(set(references))
    assert sbom() == sbom()


def test_what_is_shipped_is_told_from_what_only_builds() -> None:
    scopes = {one["name"]: one["scope"] for one in sbom()["components"]}
    assert scopes["furo"] == scopes["pagefind-bin"] == scopes["Source Sans 3"] == "required"
    assert scopes["polib"] == scopes["requests"] == "excluded"


PACKAGES = [fields for fields in notices() if "Package" in fields]


@pytest.mark.parametrize("fields", PACKAGES, ids=lambda fields: fields["Component"])
def test_a_notice_repeats_what_the_library_says_of_itself(fields: dict[str, str]) -> None:
    found = distribution(fields["Package"])
    texts = [
        path.read_text("utf-8")
        for path in found.files or []
        if re.search(r"licen[cs]e", str(path), re.IGNORECASE)
        and path.suffix in ("", ".rst", ".txt")
    ]
    if fields["Package"] == "pagefind-bin":  # it ships no text, but declares its licence
        assert texts == []
        assert found.metadata["License"] == fields["License"]
        return
    assert any(fields["Copyright"] in text for text in texts)


def test_each_licence_that_is_named_is_given() -> None:
    text = (ROOT / "_static/NOTICES.txt").read_text("utf-8")
    given = set(re.findall(r"^License: (.+)\n (?=\S)", text, re.MULTILINE))
    assert given == {fields["License"] for fields in notices()}


def test_the_owner_of_the_fonts_is_named_with_the_reserved_name() -> None:
    """As the name tables of the files in ``_static/fonts/`` say it."""
    lines = (ROOT / "_static/fonts/OFL.txt").read_text("utf-8").splitlines()
    fonts = [fields for fields in notices() if fields["License"] == "OFL-1.1"]

    assert lines[:2] == [f"{fields['Component']}: {fields['Copyright']}" for fields in fonts]
    assert all("Adobe" in line and "Reserved Font Name ‘Source’" in line for line in lines[:2])
    assert "Google" not in "".join(lines)
