"""What a legal instrument has to do with another one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from records import rows
from records.fields import Id, OneOf, Refers
from records.part import Part


class Relation(Part):
    """How an instrument stands to another one."""

    type: Annotated[
        str,
        OneOf(
            {
                "protocol-to": "it is a protocol to the other one",
                "supplements": "it adds to the other one",
                "supplemented-by": "the other one adds to it",
                "amends": "it changes the text of the other one",
                "amended-by": "the other one has changed its text",
                "builds-on": "it goes further than the other one, which stays in force",
                "recalls": "its preamble recalls the other one",
                "replaces": "it takes the place of the other one",
                "replaced-by": "the other one has taken its place",
                "replaces-in-part": "it takes its place between some States, or in some articles",
                "replaced-in-part-by": "the other one has, between some States or in some articles",
                "followed-by": "the other one continues it",
                "implements": "it puts the other one into effect",
                "refers-to": "it names the other one in another way",
                "establishes": "it sets the other one up",
            }
        ),
    ] = Field(description="what it has to do with the other one")
    target: Annotated[Id, Refers("instrument")] = Field(description="the other one")


RELATION = rows.Word(
    "type",
    {
        "protocol-to": "Protocol to: %s",
        "supplements": "Supplements: %s",
        "supplemented-by": "Supplemented by: %s",
        "amends": "Amends: %s",
        "amended-by": "Amended by: %s",
        "builds-on": "Builds on: %s",
        "recalls": "Recalls: %s",
        "replaces": "Replaces: %s",
        "replaced-by": "Replaced by: %s",
        "replaces-in-part": "Replaces in part: %s",
        "replaced-in-part-by": "Replaced in part by: %s",
        "followed-by": "Followed by: %s",
        "implements": "Implements: %s",
        "refers-to": "Refers to: %s",
        "establishes": "Establishes: %s",
    },
)
