"""``make sbom``: what builds the site, and what of others the site ships, as CycloneDX.

The former is read from ``requirements.txt``, the latter from ``_static/NOTICES.txt``, which readers
find on the site: each is said in one place. https://cyclonedx.org/docs/1.6/json/
"""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, metadata
from typing import TYPE_CHECKING, Any

from commands.project import BUILD, ROOT, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

FILE = BUILD / "sbom.json"
_REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)
_FIELD = re.compile(r"^([A-Z][A-Za-z]+): (.*(?:\n .*)*)", re.MULTILINE)
_KNOWN = {"MIT License": "MIT"}  # by its classifier; “BSD License” may be one of several


def main() -> None:
    """Write the list; the same sources give the same bytes."""
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(sbom(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"The list of components is in {FILE.relative_to(ROOT)}")


def sbom() -> dict[str, Any]:
    """Return the list of components, those of which the site ships something first."""
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "archive",
                "name": settings()["project"],
                "licenses": [{"license": {"id": "MIT"}}, {"license": {"id": "CC-BY-4.0"}}],
            }
        },
        "components": [*_shipped(), *_building()],
    }


def notices() -> list[dict[str, str]]:
    """Return the components of ``NOTICES.txt`` with their fields."""
    text = (ROOT / "_static" / "NOTICES.txt").read_text("utf-8")
    paragraphs = [dict(_FIELD.findall(paragraph)) for paragraph in text.split("\n\n")]
    return [fields for fields in paragraphs if "Component" in fields]


def requirements() -> dict[str, str]:
    """Return the version of each library that ``requirements.txt`` pins, by its name."""
    return dict(_REQUIREMENT.findall((ROOT / "requirements.txt").read_text("utf-8")))


def _shipped() -> Iterator[dict[str, Any]]:
    """Yield what the site ships of others."""
    versions = requirements()
    for fields in notices():
        package = fields.get("Package")
        component: dict[str, Any] = {
            "type": "file" if ".woff2" in fields["Files"] else "library",
            "bom-ref": f"shipped/{fields['Component']}",
            "name": package or fields["Component"],
            "scope": "required",
            "licenses": [{"expression": fields["License"]}],
            "copyright": fields["Copyright"].replace("\n ", "\n"),
        }
        version = versions[package] if package else fields.get("Version")
        if version:
            component["version"] = version
        if package:
            component["purl"] = f"pkg:pypi/{package}@{version}"
        yield component


def _building() -> Iterator[dict[str, Any]]:
    """Yield the libraries that build the site and of which nothing is shipped."""
    shipped = {fields.get("Package") for fields in notices()}
    for name, version in requirements().items():
        if name not in shipped:
            component: dict[str, Any] = {
                "type": "library",
                "bom-ref": f"pkg:pypi/{name}@{version}",
                "name": name,
                "version": version,
                "scope": "excluded",
                "purl": f"pkg:pypi/{name}@{version}",
            }
            licences = _licences(name)
            if licences:
                component["licenses"] = licences
            yield component


def _licences(name: str) -> list[dict[str, Any]]:
    """Return the licences that a library declares, if it is installed and declares some."""
    try:
        found: Message = metadata(name)  # type: ignore[assignment]  # the protocol lacks get_all
    except PackageNotFoundError:  # one for another system
        return []
    expression = found.get("License-Expression")
    if expression:
        return [{"expression": expression}]
    classifiers = found.get_all("Classifier") or []
    names = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License ::")]
    return [{"license": {"id": _KNOWN[n]} if n in _KNOWN else {"name": n}} for n in names]


if __name__ == "__main__":
    main()
