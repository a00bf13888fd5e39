"""Read the front matter of a page from its source: values, and the line of each key."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

_FENCE = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)


class FrontMatterError(ValueError):
    """The front matter is no YAML mapping; ``line`` counts from 1 in the page."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class FrontMatter:
    """The front matter of a page.

    ``lines`` maps the path of each key (``speakers.0.name``) to its line in the page, from 1;
    ``heading`` is the source of the first heading of level one, or None; ``body`` is the page with
    its front matter blanked, so that lines keep their numbers.
    """

    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    heading: str | None = None
    body: str = ""

    def line_of(self, path: str) -> int:
        """Return the line of *path*, or of the nearest key above it that has one."""
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path, 1)


_Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C where PyYAML has it


class _Loader(_Base):  # type: ignore[misc, valid-type]
    """YAML as front matter uses it.

    A key that stands twice is an error and not a silent loss; a date stays text, for the schema
    to judge: YAML's own reading of 2018-13-05 is a crash.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 - the name and form are PyYAML's
        first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build a mapping, refusing a repeated key."""
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key}: this key stands twice", key_node.start_mark
                )
            seen.add(key)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


def split_front_matter(source: str) -> FrontMatter:
    """Read the front matter at the head of *source*, the whole text of a page.

    Raise FrontMatterError where it is not well-formed YAML or no mapping of keys.
    """
    match = _FENCE.match(source)
    end = match.end() if match else 0
    body = "\n" * source.count("\n", 0, end) + source[end:]
    heading = _HEADING.search(body)
    title = heading.group(1) if heading else None
    if match is None:
        return FrontMatter(heading=title, body=body)
    loader = _Loader(match.group(1))
    try:
        node = loader.get_single_node()
        data = None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise FrontMatterError(str(error.problem), mark.line + 2 if mark else 1) from error
    finally:
        loader.dispose()
    if node is None:
        return FrontMatter(heading=title, body=body)
    if not isinstance(data, dict):
        raise FrontMatterError("a front matter is made of lines `key: value`", 2)
    lines: dict[str, int] = {}
    _note_lines(node, "", lines)
    return FrontMatter({str(key): value for key, value in data.items()}, lines, title, body)


def _note_lines(node: yaml.Node, path: str, lines: dict[str, int]) -> None:
    """Note the line of each key and list entry below *node*; the fence above it is line 1."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = f"{path}.{key.value}" if path else str(key.value)
            lines[below] = key.start_mark.line + 2
            _note_lines(value, below, lines)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            below = f"{path}.{number}"
            lines[below] = value.start_mark.line + 2
            _note_lines(value, below, lines)
