"""What every part of a front matter is: keys that belong together, and no others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Keys that belong together: those of a front matter, or of an entry in it.

    ``plain_key`` is the one for which a text stands that is given in the place of the keys;
    ``former_keys`` are those that there were, each with what is written now; ``usual_keys`` may be
    left out for a reason alone, and a new page begins with them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=False, defer_build=True)

    plain_key: ClassVar[str] = ""
    former_keys: ClassVar[Mapping[str, str]] = {}
    usual_keys: ClassVar[frozenset[str]] = frozenset()
