"""What roles refer to, other than records: a feature registers what is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.roles import XRefRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from records.wording import Wording

Object = tuple[str, str, str, str, str, int]  # see Domain.get_objects


class Referents:
    """What a role refers to; *what* they are is the name of their type."""

    what: ClassVar[str]

    def find(self, env: BuildEnvironment, target: str) -> tuple[str, str, str | Wording] | None:
        """Return the page of *target*, its anchor, and what is shown where no text is given."""
        raise NotImplementedError

    def objects(self, env: BuildEnvironment) -> Iterable[Object]:
        """Yield all that there are, for ``objects.inv``."""
        raise NotImplementedError

    def unknown(self, env: BuildEnvironment, target: str) -> str:
        """Say that *target* is not there, and what was probably meant."""
        raise NotImplementedError


REFERENTS: dict[str, Referents] = {}  # by their roles


def reference_role() -> XRefRole:
    """Return a role: an id, and a text where the sentence wants one."""
    return XRefRole(innernodeclass=nodes.inline, warn_dangling=True)


def register(app: Sphinx, role: str, referents: Referents, made: XRefRole | None = None) -> None:
    """Let *role* refer to *referents*; the domain is registered before.

    It is *made* otherwise than by ``reference_role`` where its targets may be written shorter.
    """
    app.add_role_to_domain("sem", role, made or reference_role())
    REFERENTS[role] = referents
