"""The form of ``translation-status.json``, from which its JSON Schema is made."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from catalogues.status import Stage

_PAGE = "name of the page, as in its address"
_LISTED = "share in per cent from which a page is listed; null for a language that is not listed"
_STAGE = (
    "`draft`: texts are missing; `translated`: all are there; `revised`: a second person has "
    "compared all of them with the source, and nothing has changed since"
)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Figures(_Strict):
    translated: Annotated[int, Field(description="entries as msgfmt counts them")]
    fuzzy: Annotated[int, Field(description="entries whose source has changed; not published")]
    untranslated: Annotated[int, Field(description="entries without a translation")]
    refused: Annotated[int, Field(description="translated entries that make check-po refuses")]
    absent: Annotated[int, Field(description="texts of the page that its catalogue lacks")]


class _Catalogue(_Figures):
    catalogue: Annotated[str | None, Field(description="path in the project; null if not there")]
    page: Annotated[str | None, Field(description=f"{_PAGE}; null if it is of no page")]
    listed: Annotated[bool | None, Field(description="whether menus and sitemap have it")] = None
    percent: Annotated[int, Field(description="share that is shown translated, rounded down")]
    stage: Annotated[Stage, Field(description=_STAGE)]
    revised: Annotated[str | None, Field(description="day of the revision; null if there is none")]


class _Total(_Figures):
    pages: Annotated[int, Field(description="pages with texts to translate")]
    complete_pages: Annotated[int, Field(description="those of which every text is translated")]
    revised_pages: Annotated[int, Field(description="those that a second person has revised")]


class _Language(_Strict):
    folder: Annotated[str, Field(description="of its catalogues and pages, as gettext names it")]
    listed_from: Annotated[int | float | None, Field(description=_LISTED)]
    total: Annotated[_Total, Field(description="sums over all catalogues")]
    catalogues: Annotated[dict[str, _Catalogue], Field(description="by name: pages and interface")]


class StatusFile(_Strict):
    """How far the translations of the archive are, by language and page."""

    version: Annotated[int, Field(description="of this form; raised when a key changes or goes")]
    source: Annotated[str, Field(description="language in which pages are written")]
    languages: Annotated[dict[str, _Language], Field(description="by tag (BCP 47)")]


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the file."""
    return TypeAdapter(StatusFile).json_schema()
