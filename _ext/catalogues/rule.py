"""What a rule of the gate is: its name, what the guide says of it, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from catalogues.findings import Fault
from texts.quotation import shown

if TYPE_CHECKING:
    import re
    from collections import Counter
    from collections.abc import Iterator

    from catalogues.structure import Structure

Wrong = tuple[str, str]  # what is wrong, and how to mend it
# Each takes a message and its translation, and gives what is wrong with the latter
CompareTexts: TypeAlias = Callable[[str, str], Iterable[Wrong]]
CompareStructures: TypeAlias = "Callable[[Structure, Structure], Iterable[Wrong]]"


class Sign(NamedTuple):
    """What a text shows when markup in it is broken or foreign; its source may have as much of it.

    ``anywhere``: no reader is to see it in code or behind a backslash either, harmless as it is.
    ``mend`` says how to mend a Markdown text in which it is left over, where it knows better than
    that signs come in pairs.
    """

    pattern: re.Pattern[str]
    name: str
    anywhere: bool = False
    mend: Callable[[str], str | None] | None = None


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule of the gate; a module of ``catalogues.rules`` holds all of one.

    ``name`` stands in brackets behind each finding; ``finding`` and ``mend`` are its line in
    CONTRIBUTING.md. What it compares, none of which it must have:

    - ``guard``: any two texts, before all others; where it finds something nothing else is asked
    - ``text``: any two texts; only those that are in order are parsed
    - ``name_text``: the name that a heading or a line of the front matter is
    - ``structure``: what both are made of, in the catalogue and once more in the page that shows it
    - ``prose``: what both are made of, in the catalogue alone
    - ``counted``: what it calls the parts that a structure counts under the name of the rule
    - ``signs``: what is not to be left over as text
    - ``interface``: a word of the interface, which is no Markdown

    One that ``skips_words`` finds nothing in two texts of mere words (``catalogues.bare_words``),
    whatever they are: for most texts that is all there is to judge.
    """

    name: str
    finding: str
    mend: str
    guard: CompareTexts | None = None
    text: CompareTexts | None = None
    name_text: CompareTexts | None = None
    structure: CompareStructures | None = None
    prose: CompareStructures | None = None
    counted: str = ""
    signs: tuple[Sign, ...] = ()
    interface: CompareTexts | None = None
    skips_words: bool = False

    def fault(self, wrong: str, mend: str) -> Fault:
        """Return that a translation is *wrong* by this rule, and how to *mend* it."""
        return Fault(self.name, wrong, mend)


def differences(
    name: str, had: Counter[str], has: Counter[str], *, is_free: bool = False
) -> Iterator[Wrong]:
    """Yield what is lost or foreign among parts called *name*, which are to be the same.

    Of a text that *is_free* some may be lost.
    """
    if had == has:
        return
    for part in () if is_free else sorted(had - has):
        yield f"{name} `{shown(part)}` is missing", "put it back as in the source"
    for part in sorted(has - had):
        yield f"{name} `{shown(part)}` is not in the source", "take it out"


def without_words(
    kind: Literal["image", "link"], source: Structure, translation: Structure
) -> list[Wrong]:
    """Return the links or images of *translation* that nobody can see or hear."""
    if not translation.wordless:
        return []
    mend = "write some between its square brackets"
    return [
        (f"the {kind} `{shown(address)}` has no words", mend)
        for part, address in sorted((translation.wordless - source.wordless).keys())
        if part == kind
    ]
