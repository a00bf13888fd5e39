"""What takes the place of functions of Sphinx's environment; the result is the same."""

from __future__ import annotations

import pickle
from collections import UserDict
from typing import TYPE_CHECKING, Any

from speedups.places import original

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment


class KeptContents(UserDict[str, Any]):
    """The table of contents of each page, a pickle until it is asked for.

    They make up most of an environment, and a build after an edit asks for few of them.
    """

    def __getitem__(self, docname: str) -> nodes.bullet_list:
        """Return the table of contents of a page."""
        contents = super().__getitem__(docname)
        if isinstance(contents, bytes):
            contents = self[docname] = pickle.loads(contents)  # noqa: S301 - Sphinx loads it so too
        found: nodes.bullet_list = contents
        return found

    def __reduce__(self) -> tuple[type[KeptContents], tuple[dict[str, bytes]]]:
        """Pickle what is not a pickle already."""
        return KeptContents, (
            {
                docname: contents
                if isinstance(contents, bytes)
                else pickle.dumps(contents, pickle.HIGHEST_PROTOCOL)
                for docname, contents in self.data.items()
            },
        )


def get_state(self: BuildEnvironment) -> dict[str, Any]:
    """Pickle tables of contents one by one, and not again those that nobody asked for."""
    state: dict[str, Any] = original("sphinx.environment:BuildEnvironment.__getstate__")(self)
    if not isinstance(state["tocs"], KeptContents):
        state["tocs"] = KeptContents(self.tocs)
    return state
