"""The rules of the gate: a translation is compared with its message by each of them.

A module of this package is a rule, and found by being here. ``structure_faults`` is the part that
holds for every text that is shown: the gate asks it of what translators deliver, and the parser of
pages once more of what it is about to show.
"""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from operator import attrgetter
from pkgutil import iter_modules
from typing import TYPE_CHECKING, TypeVar

from catalogues import structure
from catalogues.rule import Rule, differences
from texts.quotation import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from catalogues.findings import Fault
    from catalogues.rule import Sign, Wrong
    from catalogues.structure import Structure

    Compared = TypeVar("Compared", str, Structure)
    Hooks = Sequence[tuple[Rule, Callable[[Compared, Compared], Iterable[Wrong]]]]

_ANY_SIGN = re.compile(r"[<{}\[\]`*_~:&]")  # which each ``Sign`` has; a directive has two colons
_LEFT_OVER_MEND = (
    "close each pair of signs and leave no space in it; a sign that is meant has a backslash before"
)


def _rules() -> tuple[Rule, ...]:
    """Return the rules in the modules beside this one, by name.

    Raise ValueError if two share one: nobody could tell their findings apart.
    """
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    found = {
        id(one): one for module in modules for one in vars(module).values() if type(one) is Rule
    }
    rules = sorted(found.values(), key=attrgetter("name"))
    if len({rule.name for rule in rules}) < len(rules):
        names = ", ".join(rule.name for rule in rules)
        raise ValueError(f"two rules of the gate have one name: {names}")
    return tuple(rules)


RULES = _rules()
# Nearly all texts are such, so where no rule looks at them nothing is asked; those of form never do
_OF_WORDS = [
    rule
    for rule in RULES
    if not rule.skips_words and (rule.text or rule.name_text or rule.structure or rule.prose)
]

_GUARDS = [(rule, rule.guard) for rule in RULES if rule.guard]
_TEXTS = [(rule, rule.text) for rule in RULES if rule.text]
_TEXTS_OF_WORDS = [(rule, rule.text) for rule in _OF_WORDS if rule.text]
_NAMES = [(rule, rule.name_text) for rule in RULES if rule.name_text]
_NAMES_OF_WORDS = [(rule, rule.name_text) for rule in _OF_WORDS if rule.name_text]
_INTERFACE = [(rule, rule.interface) for rule in RULES if rule.interface]
_STRUCTURES = [(rule, rule.structure) for rule in RULES if rule.structure]
_PROSE = [(rule, rule.prose) for rule in RULES if rule.prose]
_PROSE_OF_WORDS = [
    (rule, compare) for rule in _OF_WORDS for compare in (rule.structure, rule.prose) if compare
]
_COUNTED = [rule for rule in RULES if rule.counted]
_SIGNS = [(rule, sign) for rule in RULES for sign in rule.signs]


def text_faults(source: str, translation: str) -> Iterator[Fault]:
    """Yield the faults that any text can have; one that has them is not looked into further."""
    fault = next(_asked(_GUARDS, source, translation), None)
    if fault is not None:
        yield fault
        return
    yield from _asked(_TEXTS, source, translation)


def mere_words_faults(source: str, translation: str, *, is_name: bool) -> Iterator[Fault]:
    """Yield the faults of two texts of mere words: those that the rules find that ask for them."""
    if not _OF_WORDS:
        return
    yield from _asked(_TEXTS_OF_WORDS, source, translation)
    if is_name:
        yield from _asked(_NAMES_OF_WORDS, source, translation)
    if _PROSE_OF_WORDS:
        parts = map(structure.of_words, (source, translation))
        yield from _asked(_PROSE_OF_WORDS, *parts)


def name_faults(source: str, translation: str) -> Iterator[Fault]:
    """Yield what no name has, wherever it goes."""
    yield from _asked(_NAMES, source, translation)


def interface_faults(source: str, translation: str) -> Iterator[Fault]:
    """Yield what is wrong with a word of the interface: it is plain text, and no Markdown.

    It may stand in HTML, in an attribute, in LaTeX and in a pattern of Python.
    """
    yield from _asked(_INTERFACE, source, translation)


def prose_faults(source: Structure, translation: Structure) -> Iterator[Fault]:
    """Yield what *translation* is that *source* is not, and what it has lost."""
    yield from structure_faults(source, translation)
    yield from _asked(_PROSE, source, translation)
    if _ANY_SIGN.search(source.visible) or _ANY_SIGN.search(translation.visible):
        for rule, sign in _SIGNS:
            yield from _left_over(rule, sign, source, translation)


def structure_faults(source: Structure, translation: Structure) -> Iterator[Fault]:
    """Yield each kind of node, reference, link, image and attribute that is lost or foreign."""
    if source.others != translation.others:
        for rule in _COUNTED:
            had, has = source.counted(rule.name), translation.counted(rule.name)
            wrong = differences(rule.counted, had, has, is_free=source.is_free)
            yield from (rule.fault(*one) for one in wrong)
    yield from _asked(_STRUCTURES, source, translation)


def _asked(hooks: Hooks[Compared], source: Compared, translation: Compared) -> Iterator[Fault]:
    for rule, compare in hooks:
        for wrong, mend in compare(source, translation):
            yield rule.fault(wrong, mend)


def _left_over(
    rule: Rule, sign: Sign, source: Structure, translation: Structure
) -> Iterator[Fault]:
    """Yield what a translation has of a *sign* and its source has not, or not as often."""
    texts = (source, translation)
    had, has = (text.visible if sign.anywhere else text.written for text in texts)
    for part in sorted(Counter(sign.pattern.findall(has)) - Counter(sign.pattern.findall(had))):
        mend = (sign.mend and sign.mend(translation.markdown)) or _LEFT_OVER_MEND
        yield rule.fault(f"{sign.name} is left over as text, `{shown(part)}`", mend)
