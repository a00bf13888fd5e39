"""What is wrong with a front matter, in words that an editor understands."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from records.schema import MODELS, Facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic_core import ErrorDetails

    from records.model import Kind


@dataclass(frozen=True)
class Fault:
    """Something wrong at the key *path*, in words that an editor understands."""

    path: str
    message: str
    meant: str = ""  # the key of which this one seems a misspelling


def check(kind: Kind, data: Mapping[str, Any]) -> tuple[Facts | None, list[Fault]]:
    """Check *data*, the front matter of a record of *kind*.

    Return the facts and no fault, or None and every fault at once.
    """
    model = MODELS[kind]
    try:
        facts = model.model_validate(data)
    except ValidationError as error:
        return None, _without_echoes([_fault(model, details) for details in error.errors()])
    if not facts.url and not facts.sources and not getattr(facts, "defined_in", ()):
        return None, [Fault("sources", "missing: no fact without a source (`sources` or `url`)")]
    return facts, []


def _without_echoes(faults: list[Fault]) -> list[Fault]:
    """Leave out the faults that only follow from another one.

    A list with one wrong entry is not too short (pydantic counts the entries that passed), and a
    key that was misspelt is not missing.
    """
    paths = [fault.path for fault in faults]
    meant = {f"{fault.path.rpartition('.')[0]}.{fault.meant}".lstrip(".") for fault in faults}
    return [
        fault
        for fault in faults
        if fault.path not in meant and not any(path.startswith(f"{fault.path}.") for path in paths)
    ]


def _fault(model: type[BaseModel], error: ErrorDetails) -> Fault:
    """Say in plain words what pydantic found."""
    path = ".".join(str(part) for part in error["loc"])
    kind, given = error["type"], error["input"]
    if kind == "extra_forbidden":
        return _unknown_key(model, error["loc"])
    messages = {
        "missing": "this key is missing",
        "literal_error": f"`{given}` is not allowed here: {error.get('ctx', {}).get('expected')}",
        "string_type": f"`{given}` is no text: put it between quotes",
        "tuple_type": "a list is expected: [first, second], or one entry to a line after a hyphen",
        "too_short": "at least one entry is needed",
        "model_type": "keys are expected here, one `key: value` to a line",
        "bool_parsing": f"`{given}` is neither true nor false",
        "bool_type": f"`{given}` is neither true nor false",
        "int_parsing": f"`{given}` is no whole number",
        "int_type": f"`{given}` is no whole number",
    }
    return Fault(path, messages.get(kind, error["msg"]))


def _unknown_key(model: type[BaseModel], path: tuple[int | str, ...]) -> Fault:
    """Name the key that was probably meant, or all that are allowed."""
    place = ".".join(str(part) for part in path)
    allowed = [name for name, _ in _fields_at(model, path[:-1])]
    close = difflib.get_close_matches(str(path[-1]), allowed, n=1)
    if close:
        return Fault(place, f"there is no such key; did you mean `{close[0]}`?", close[0])
    return Fault(place, f"there is no such key; allowed are {', '.join(sorted(allowed))}")


def _fields_at(model: type[BaseModel], path: tuple[int | str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield the keys that *model* allows at *path*."""
    for part in path:
        if isinstance(part, str):
            model = next(_models_in(model.model_fields[part].annotation))
    yield from model.model_fields.items()


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models in a type such as ``tuple[Source, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)
