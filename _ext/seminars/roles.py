"""The roles by which a page refers to a record: an id, and a text where the sentence wants one."""

from __future__ import annotations

from docutils import nodes
from sphinx.roles import XRefRole

from records.model import Kind

ROLES: dict[str, XRefRole] = {
    name: XRefRole(innernodeclass=nodes.inline, warn_dangling=True)
    for name in (*(kind.value for kind in Kind), "rec")
}
