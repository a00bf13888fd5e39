"""Places in legal instruments that have to do with a concept, each part of a place with its key."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from records.faults import quoted
from records.fields import Form, Id, Name, OneOf, Refers, fail
from records.part import Part

_BRACKETS = re.compile(
    r"[()\[\],;]|\b(?:art|article|par|paragraph|point|letter|lit)\b", re.IGNORECASE
)


def _part(value: str) -> str:
    if _BRACKETS.search(value):
        allowed = "give each part a key of its own, as in `article: 11`, `paragraph: 4`, `point: a`"
        raise fail("provision", f"{quoted(value)} is more than a number or letter: {allowed}")
    return value


_Number = Annotated[Name, AfterValidator(_part), Form("a number or letter, without brackets")]


class Provision(Part):
    """A place in an instrument that has to do with a concept."""

    instrument: Annotated[Id, Refers("instrument")] = Field(description="the instrument")
    role: Annotated[
        str,
        OneOf(
            {
                "defines": "the place says what the concept is",
                "regulates": "the place says what is to be done about it, and defines nothing",
                "mentions": "the place only names it",
            }
        ),
    ] = Field(description="what the place does with the concept")
    part: (
        Annotated[
            str,
            OneOf(
                {
                    "preamble": "what stands before the articles; `paragraph` counts its recitals",
                    "appendix": "an appendix or annex; `point` names an item of it",
                }
            ),
        ]
        | None
    ) = Field(None, description="the part, where it is none of the articles")
    chapter: _Number | None = Field(None, description="the chapter of a text without articles")
    section: _Number | None = Field(None, description="the section of that chapter")
    article: _Number | None = Field(None, description="the article: `4`, `18a`, `225-4-1`")
    paragraph: _Number | None = Field(None, description="the paragraph of the article")
    point: _Number | None = Field(None, description="the point or subparagraph: `a`, or `4`")
    letter: _Number | None = Field(None, description="a letter of that numbered point")
    to: _Number | None = Field(
        None, description="the last of a range that begins with the part named last: `to: 14`"
    )

    @field_validator("section", "paragraph", "point", "letter", "to")
    @classmethod
    def _below(cls, value: str | None, info: ValidationInfo) -> str | None:
        """Refuse a part of what is not named."""
        above = _ABOVE[str(info.field_name)]
        if value and not any(info.data.get(key) for key in above):
            keys = " or ".join(f"`{key}`" for key in above)
            raise fail("provision", f"is a part of {keys}, which is missing: name that as well")
        return value

    @field_validator("article")
    @classmethod
    def _one_head(cls, value: str | None, info: ValidationInfo) -> str | None:
        other = next((key for key in ("part", "chapter") if info.data.get(key)), "")
        if value and other:
            raise fail("provision", f"give `article` or `{other}`, and not both")
        return value


_ABOVE = {
    "section": ("chapter",),
    "paragraph": ("article", "part"),
    "point": ("article", "part"),
    "letter": ("point",),
    "to": ("article",),
}
