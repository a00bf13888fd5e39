"""What is wrong with a front matter, in words that an editor understands."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from records import page_names
from records.bibliography import faults_of_ids, faults_of_uses
from records.faults import Fault, counted, quoted
from records.fields import models_in
from records.folders import FOLDERS
from records.key_words import TO_FILL_IN, to_fill_in
from records.keys import choices, plain_key
from records.kinds import KINDS
from records.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic_core import ErrorDetails

    from records.facts import Facts
    from records.front_matter import FrontMatter
    from records.kind import Kind

_Model = TypeVar("_Model", bound=BaseModel)
_OF_RECORDS = frozenset(key for kind in KINDS for key in kind.facts.model_fields)
_LIST = "a list is expected: [first, second], or one entry to a line after a hyphen"
_HYPHENS = "an entry has one hyphen, before its first key: write the other keys without one"
# The words for what pydantic finds (https://docs.pydantic.dev/latest/errors/validation_errors/)
_MESSAGES = {
    "missing": "this key is missing",
    "literal_error": "{given} is not allowed here: {expected}",
    "string_type": "a text is expected here, and not {given}",
    "tuple_type": _LIST,
    "too_short": "at least one entry is needed",
    "model_type": "keys are expected here, one `key: value` to a line",
    "bool_parsing": "{given} is neither true nor false",
    "bool_type": "{given} is neither true nor false",
    "int_parsing": "{given} is no whole number",
    "int_parsing_size": "{given} is no whole number",
    "int_type": "{given} is no whole number",
}


class PageFacts(BaseModel):
    """Front matter of a page that is no record: what Sphinx knows of it (file-wide metadata)."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    orphan: bool = False
    nosearch: bool = False
    nocomments: bool = False
    tocdepth: int | None = None


def check(kind: Kind, name: str, matter: FrontMatter) -> tuple[Facts | None, list[Fault]]:
    """Check *matter*, the front matter of the record of *kind* that the page *name* declares.

    Return the facts and no fault, or None and every fault at once, each with its line.
    """
    facts: Facts | None = None
    faults = [*page_names.faults_of(kind, name), *matter.faults]
    if matter.data is not None:
        waiting = list(_waiting(kind, matter.data))
        facts, of_keys = _validated(kind.facts, matter)
        together = _faults_together(kind, name, matter.data)
        parted = list(_parted(kind.facts, matter.data))
        of_keys = [one for one in of_keys if one.path.partition(".")[0] not in parted]
        of_keys += [Fault(f"{key}.1", _HYPHENS) for key in parted]
        faults = _without_echoes([*waiting, *faults, *of_keys, *together])
    elif not matter.faults:
        text = "the page has no front matter: it begins with `---`, lines `key: value`, and `---`"
        faults.append(Fault("", text, 1))
    if matter.heading == TO_FILL_IN:
        line = matter.body.split("\n").index(f"# {TO_FILL_IN}") + 1
        faults.append(Fault("", "the heading is to be filled in: the name of the record", line))
    elif matter.heading is None and (matter.body.strip() or matter.data is not None):
        text = "the page has no heading (`# …`): it is the name of the record"
        faults.append(Fault("", text, 1))
    is_right = not faults and not matter.unread
    told = [fault for fault in faults if _without_last(fault.path) not in matter.unread]
    return (facts if is_right else None), _placed(told, matter)


def check_other(name: str, matter: FrontMatter) -> list[Fault]:
    """Return every fault in the name and front matter of a page that is no record."""
    faults = [*page_names.faults_of(None, name), *matter.faults]
    if matter.data is not None and len(_OF_RECORDS & matter.data.keys()) > 1:
        text = f"these are the keys of a record: put the page {_places()}"
        faults.append(Fault("", text, 1))
    elif matter.data is not None:
        faults += _validated(PageFacts, matter)[1]
    return _placed(_without_echoes(faults), matter)


def _places() -> str:
    """Say where the pages of records stand."""
    tops = dict.fromkeys(folder.split("/")[0] for folder in FOLDERS.values())
    return " or ".join(
        f"in `{top}/`" if top in FOLDERS.values() else f"below `{top}/`" for top in tops
    )


def _placed(faults: Iterable[Fault], matter: FrontMatter) -> list[Fault]:
    """Give each fault the line of its key, and put them in order."""
    placed = [
        Fault(counted(fault.path), fault.message, fault.line or matter.line_of(fault.path))
        for fault in faults
    ]
    return sorted(placed, key=lambda fault: fault.line)


def _validated(model: type[_Model], matter: FrontMatter) -> tuple[_Model | None, list[Fault]]:
    try:
        return model.model_validate(matter.data), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        return None, [_fault(model, one) for one in details]


def _faults_together(kind: Kind, name: str, data: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong though each key by itself may be right."""
    if not any(key in data for key in ("url", "urls", "sources", kind.provisions)):
        yield Fault("sources", "missing: no fact without a source (`sources` or `url`)")
    yield from faults_of_ids(data.get("sources"))
    yield from faults_of_uses(data)
    if kind.dates:
        yield from page_names.faults_of_date(kind.dates, name, data)
    for key in sorted(kind.own_references & data.keys()):
        for path, value in _texts(data[key], key):
            if value == name:
                yield Fault(path, f"{quoted(name)} is this page itself: name another one")


def _waiting(kind: Kind, data: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield each key that still has what a new page has in the place of a value."""
    for key in data:
        for path, value in _texts(data[key], str(key)):
            if value == TO_FILL_IN:
                yield Fault(path, to_fill_in(kind.facts, path))


def _parted(model: type[BaseModel], data: Mapping[str, Any]) -> Iterator[str]:
    """Yield each key of which one entry was parted in many, by a hyphen before each of its keys."""
    for key, value in data.items():
        if plain_key(_model_at(model, (key,) if key in model.model_fields else ())):
            continue  # entries of one key each
        entries = value if isinstance(value, list) else []
        if len(entries) > 1 and all(isinstance(one, dict) and len(one) == 1 for one in entries):
            names = [name for one in entries for name in one]
            if len(set(names)) == len(names):
                yield key


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield every text in *value* with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, (list, dict)):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for part, inner in parts:
            yield from _texts(inner, f"{path}.{part}")


def _without_echoes(faults: list[Fault]) -> list[Fault]:
    """Leave out the faults that only follow from another one.

    A list with one wrong entry is not too short (pydantic counts the entries that passed), a key
    that was misspelt is not missing, and what was refused before is not missing either.
    """
    meant = {f"{fault.path.rpartition('.')[0]}.{fault.meant}".lstrip(".") for fault in faults}
    above = {above for fault in faults for above in _above(fault.path)}
    found: list[Fault] = []
    seen: set[str] = set()
    for fault in faults:
        echo = fault.path and (fault.path in meant or fault.path in above or fault.path in seen)
        if not echo or fault.line:  # what was refused while reading has a line and is no echo
            found.append(fault)
        seen.add(fault.path)
    return found


def _without_last(path: str) -> str:
    return path.rpartition(".")[0]


def _above(path: str) -> Iterator[str]:
    """Yield the paths above *path*."""
    while "." in path:
        path = path.rpartition(".")[0]
        yield path


def _fault(model: type[BaseModel], error: ErrorDetails) -> Fault:
    """Say in plain words what pydantic found."""
    if error["type"] == "extra_forbidden":
        return _unknown_key(model, error["loc"])
    path = _path(model, error["loc"])
    words = _MESSAGES.get(error["type"], error["msg"].replace("{", "{{").replace("}", "}}"))
    expected = error.get("ctx", {}).get("expected", "")
    if error["type"] == "missing":
        values = choices(_model_at(model, error["loc"][:-1]).model_fields[str(error["loc"][-1])])
        words += f"; allowed are {', '.join(values)}" if values else ""
    return Fault(path, words.format(given=quoted(error["input"]), expected=expected))


def _path(model: type[BaseModel], loc: tuple[int | str, ...]) -> str:
    """Return where an editor sees the fault at *loc*: a text may stand in the place of its keys."""
    part = _model_at(model, loc[:-1]) if len(loc) > 1 else model
    is_plain = issubclass(part, Part) and loc[-1] == part.plain_key != ""
    return ".".join(map(str, loc[:-1] if is_plain else loc))


def _unknown_key(model: type[BaseModel], path: tuple[int | str, ...]) -> Fault:
    """Name the key that was probably meant, or all that are allowed."""
    place = ".".join(str(part) for part in path)
    part = _model_at(model, path[:-1])
    allowed = list(part.model_fields)
    now = part.former_keys.get(str(path[-1])) if issubclass(part, Part) else None
    if now:
        return Fault(place, f"there is no such key any more: write `{now}`")
    close = difflib.get_close_matches(str(path[-1]), allowed, n=1)
    if close:
        return Fault(place, f"there is no such key; did you mean `{close[0]}`?", meant=close[0])
    return Fault(place, f"there is no such key; allowed are {', '.join(sorted(allowed))}")


def _model_at(model: type[BaseModel], path: tuple[int | str, ...]) -> type[BaseModel]:
    """Return the model of the keys that stand at *path* of *model*."""
    for part in path:
        if isinstance(part, str):
            model = next(models_in(model.model_fields[part].annotation), model)
    return model
