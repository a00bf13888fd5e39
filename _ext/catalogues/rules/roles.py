"""References and other roles: the same names and targets, in any order."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from catalogues.role_syntax import CITATION
from catalogues.rule import Rule, Sign
from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogues.rule import Wrong
    from catalogues.structure import Structure

BRACES = re.compile(r"\{[\w:+.-]+\}|\{\{|\}\}")


def _roles(source: Structure, translation: Structure) -> Iterator[Wrong]:
    """Yield the references and other roles that are lost or foreign."""
    if source.roles == translation.roles:
        return
    lost = Counter() if source.is_free else source.roles - translation.roles
    for name, target in sorted(lost.keys()):
        wrong = f"the reference {{{name}}}`{shown(target)}` is missing"
        free = f"its words are free: {{{name}}}`words <{shown(target)}>`"
        copied = "copy it, without a space, behind what says the same"
        yield wrong, f"put it back; {free if name != CITATION else copied}"
    known = {name for name, _target in source.roles}
    for name, target in sorted((translation.roles - source.roles).keys()):
        if name in known:
            wrong = f"the reference {{{name}}}`{shown(target)}` is not in the source"
            yield wrong, "refer to what the source refers to, as often as it does"
        else:
            wrong = f"the role {{{shown(name)}}} is not in the source"
            yield wrong, "take it out; only the roles of the source may be used"


RULE = Rule(
    name="role",
    finding="a reference is missing, or is not in the source",
    mend="put back each reference with its id, as often as the source has it",
    structure=_roles,
    signs=(
        Sign(BRACES, "the name of a role or directive"),
        Sign(re.compile(r":{3,}|\.\.\s[\w-]+::|:[\w-]+:(?=`)"), "a directive"),
    ),
    skips_words=True,
)
