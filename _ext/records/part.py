"""What every part of a front matter is: keys that belong together, and no others."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Keys that belong together: those of a front matter, or of an entry in it."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=False, defer_build=True)
