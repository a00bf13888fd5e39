"""How a seminar stands to another one, or to a meeting that has no page."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from records import rows
from records.fields import Id, OneOf, Refers, Several, Text, fail
from records.kind import Chain
from records.part import Part
from records.sheet_rows import Row

_TYPES = {
    "follows": "it takes up the work of the other one, which was held before",
    "prepares": "it was held in view of the other one",
    "same-series": "both belong to one series that has no page",
    "same-project": "both were held within one project that has no page",
    "same-subject": "the archive brings them together: both are about one matter",
}
_ONE = "give `target`, the id of a seminar, or `meeting`, the name of one without a page"


class Relation(Part):
    """How a seminar stands to another one, or to a meeting that has no page."""

    usual_keys: ClassVar[frozenset[str]] = frozenset({"target"})

    type: Annotated[str, OneOf(_TYPES)] = Field(description="what it has to do with the other one")
    target: Annotated[Id, Refers("event")] | None = Field(
        None, description="the other one, where it has a page"
    )
    meeting: Text | None = Field(
        None,
        description="its name, place and date where it has none; not both",
        validate_default=True,
    )
    sources: Several[Id] = Field(
        (), description="the ids of the sources that say so; none where the archive says it alone"
    )

    @field_validator("meeting")
    @classmethod
    def _one_meeting(cls, value: str | None, info: ValidationInfo) -> str | None:
        if (value is None) == (info.data.get("target", "") is None):
            raise fail("meeting", _ONE)
        return value


# How a meeting stands to another one, and how that one stands to it
_RELATION = rows.Word(
    "type",
    {
        "follows": "Follows: %s",
        "prepares": "Prepares: %s",
        "same-series": "Same series: %s",
        "same-project": "Same project: %s",
        "same-subject": "Same subject: %s",
    },
)
BY_THE_ARCHIVE = " (link made by the archive)"  # where no source is cited
INVERSE = {**_RELATION.words, "follows": "Followed by: %s", "prepares": "Prepared by: %s"}
RELATED = Row(
    "Related meetings",
    rows.Each(
        "relations",
        rows.Run(
            rows.Phrase(_RELATION, rows.First(rows.Reference("target"), rows.Text("meeting"))),
            rows.Citations("sources", without=BY_THE_ARCHIVE),
        ),
    ),
    one="Related meeting",
    note="related meeting",
    inverse=(INVERSE["follows"], INVERSE["prepares"]),
)
# A meeting follows or prepares no other that follows or prepares it
CHAIN = Chain(
    "relations",
    "target",
    "type",
    mutual=frozenset({"same-series", "same-project", "same-subject"}),
)
