"""Where inner parts of libraries are, and the versions that they were looked at in."""

from __future__ import annotations

import functools
import logging
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from typing import Any

CHECKED = {
    "docutils": ("0.22.",),
    "sphinx": ("9.0.",),
    "myst-parser": ("5.2.",),
    "markdown-it-py": ("4.",),
}

SPHINX = "https://github.com/sphinx-doc/sphinx/issues/"

_originals: dict[str, Any] = {}
# not Sphinx's logger, whose warnings all count: with -W this one would make every build fail
_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Place:
    """A function of a library, ``module:name`` or ``module:class.name``.

    ``digest`` is that of its source, so that a test sees when upstream changes it; ``issue`` is
    where what makes us reach for it is discussed.
    """

    library: str
    path: str
    digest: str
    issue: str

    def owner(self) -> tuple[Any, str]:
        """Return the module or the class that has the function, and its name there."""
        module, _, path = self.path.partition(":")
        owner: Any = import_module(module)
        *classes, name = path.split(".")
        for part in classes:
            owner = getattr(owner, part)
        return owner, name

    def original(self) -> Any:
        """Return the function of the library, also while another one is in its place."""
        owner, name = self.owner()
        return _originals.setdefault(self.path, vars(owner)[name])

    def replace(self, function: Any) -> None:
        """Put *function* in place of the original."""
        original = self.original()  # which is kept
        if function is not original:  # who documents it shall find the signature of upstream
            functools.update_wrapper(function, original)
        setattr(*self.owner(), function)


def original(path: str) -> Any:
    """Return the function of a library that was replaced at *path*."""
    return _originals[path]


def warn_of_unchecked(part: str, *libraries: str, cost: str) -> set[str]:
    """Return which of *libraries* have a version that nobody looked at, and warn of each.

    The warning says of which *part* of the code they are the base, and what that *cost*s. It goes
    to standard error, at every build and with ``-q`` too, and fails none.
    """
    found = {library: version(library) for library in sorted(libraries)}
    others = {name for name, number in found.items() if not number.startswith(CHECKED[name])}
    for name in sorted(others):
        checked = ", ".join(f"{prefix}*" for prefix in CHECKED[name])
        _logger.warning(
            "WARNING: %s was not checked with %s %s (only with %s): %s; "
            "docs/code.md tells how to check it",
            *(part, name, found[name], checked, cost),
        )
    return others
