"""``.readthedocs.yaml`` is what Read the Docs takes, and builds one language to a project."""

from __future__ import annotations

from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from support import ROOT


class _Part(BaseModel):
    """A mapping of the file, with no keys but those that Read the Docs knows."""

    model_config = ConfigDict(extra="forbid", strict=True)


# What is used of https://docs.readthedocs.com/platform/stable/config-file/v2.html; its versions of
# systems and tools are those that its schema has had for long
Commands = Annotated[list[str], Field(min_length=1)]


class _Jobs(_Part):
    post_install: Commands | None = None
    pre_build: Commands | None = None
    post_build: Commands | None = None


class _Tools(_Part):
    python: Literal["3.11", "3.12"]


class _Build(_Part):
    os: Literal["ubuntu-22.04", "ubuntu-24.04"]
    tools: _Tools
    jobs: _Jobs | None = None


class _Requirements(_Part):
    requirements: str


class _Python(_Part):
    install: list[_Requirements]


class _Sphinx(_Part):
    builder: Literal["html", "dirhtml", "singlehtml"] = "html"
    configuration: str
    fail_on_warning: bool = False


class _Configuration(_Part):
    version: Literal[2]
    build: _Build
    python: _Python
    sphinx: _Sphinx


def test_read_the_docs_takes_the_file() -> None:
    text = (ROOT / ".readthedocs.yaml").read_text("utf-8")
    found = _Configuration.model_validate(yaml.safe_load(text))

    assert (ROOT / found.sphinx.configuration).is_file()
    for one in found.python.install:
        assert (ROOT / one.requirements).is_file()
    assert found.sphinx.fail_on_warning
