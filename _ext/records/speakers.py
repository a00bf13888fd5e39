"""Speakers of a seminar: who they are, for whom they spoke, what they did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from records import rows
from records.fields import Country, Id, OneOf, Refers, Several, Text, fail
from records.part import Part
from records.sheet_rows import Row

_ROLES = {
    "opening": "opened the meeting or spoke at its opening",
    "closing": "closed it or spoke at its end",
    "keynote": "gave the main address",
    "chair": "presided over it or a session",
    "co-chair": "presided together with others",
    "moderator": "led a debate",
    "facilitator": "led the work of a group",
    "trainer": "taught",
    "panellist": "sat on a panel",
    "speaker": "gave a talk",
    "statement": "made a statement for a delegation or an organisation",
    "participant": "was present, and no source says that he or she spoke: it is shown apart",
    "announced": "is named by an announcement or a programme alone, beside other roles or not",
}


class Speaker(Part):
    """Somebody in the public function in which the source names him or her.

    Who is not named is given by a function alone, as in `trois représentants`.
    """

    former_keys: ClassVar[Mapping[str, str]] = {"announced": "role: announced"}

    usual_keys: ClassVar[frozenset[str]] = frozenset({"name", "function"})

    id: Id | None = Field(
        None, description="a short name, of this page alone, by which its prose names the person"
    )
    name: Text | None = Field(
        None,
        description="first name and surname, as the French source writes them, or the sources; "
        "left out where no source gives it",
        validate_default=True,
    )
    function: Text | None = Field(
        None,
        description="the public function in which the source names the person; left out where "
        "it gives none",
        validate_default=True,
    )
    organisation: Annotated[Id, Refers("org")] | None = Field(
        None, description="for which he or she spoke: it is not shown where the function names it"
    )
    organisation_name: Text | None = Field(
        None, description="the same where the archive has no page of it; not both"
    )
    country: Country | None = Field(
        None, description="the country instead, where it is no organisation"
    )
    role: Several[Annotated[str, OneOf(_ROLES)]] = Field(
        (), description="what he or she did: one or several, [opening, moderator]"
    )

    @property
    def part(self) -> Literal["voice", "presence"]:
        """Which part he or she had: nobody is a speaker who was only present."""
        return "presence" if self.role == ("participant",) else "voice"

    @field_validator("name")
    @classmethod
    def _named(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("id"):
            raise fail("required", "this key is missing: an `id` is that of somebody with a name")
        return value

    @field_validator("function")
    @classmethod
    def _somebody(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("name", "") is None:
            raise fail("required", "this key is missing: a speaker has a name, a function or both")
        return value

    @field_validator("organisation_name")
    @classmethod
    def _one_organisation(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and info.data.get("organisation"):
            raise fail("party", "give `organisation` or `organisation_name`, and not both")
        return value

    @field_validator("role", mode="before")
    @classmethod
    def _roles(cls, value: Any) -> Any:
        """Take a single role for a list of one."""
        return [value] if isinstance(value, str) else value


def each_once(speakers: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Refuse speakers of whom two have one id."""
    ids = [speaker.id for speaker in speakers if speaker.id]
    if len(set(ids)) < len(ids):
        twice = next(name for number, name in enumerate(ids) if name in ids[:number])
        raise fail(
            "twice", f"the id `{twice}` stands twice: give each speaker one of his or her own"
        )
    return speakers


ROLE = rows.Word(
    "role",
    {
        "opening": "opening",
        "closing": "closing",
        "keynote": "keynote address",
        "chair": "chair",
        "co-chair": "co-chair",
        "moderator": "moderation",
        "facilitator": "facilitation",
        "trainer": "training",
        "panellist": "panel",
        "speaker": "address",
        "statement": "statement",
        "participant": "participation",
        "announced": "participation announced",
    },
)
_BODY = rows.First(
    rows.Reference("organisation"), rows.Text("organisation_name"), rows.Country("country")
)
_NAME, _FUNCTION = rows.Person("name", "id"), rows.Text("function")
_SOMEBODY = rows.Run(
    rows.First(
        rows.Phrase("%(name)s, %(function)s", name=_NAME, function=_FUNCTION), _NAME, _FUNCTION
    ),
    rows.Aside(rows.Unless("function", _BODY)),
)
# The same of somebody who is not named
FUNCTION = rows.Run(
    rows.First(rows.Run(_FUNCTION, rows.Aside(rows.Unless("function", _BODY))), _BODY),
    rows.Phrase(" — %s", ROLE),
)
_NOTES = {
    "name": "name of the speaker",
    "function": "function of the speaker",
    "organisation_name": "organisation of the speaker",
}
SPEAKERS = (
    Row(
        "Speakers",
        rows.Each("speakers", rows.Run(_SOMEBODY, rows.Phrase(" — %s", ROLE)), "part", ("voice",)),
        one="Speaker",
        notes=_NOTES,
    ),
    Row(
        "Persons present",
        rows.Each("speakers", _SOMEBODY, "part", ("presence",)),
        one="Person present",
        notes=_NOTES,
    ),
)
