"""What each page has said when it was read: plain values, each under the page that says it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.domains import Domain

from catalogues.checked_copy import CheckedCatalogues
from catalogues.publication import Publication

if TYPE_CHECKING:
    from collections.abc import Set

    from records.declarations import Mention, Recommendation, Record
    from records.model import Kind


class PageNotes(Domain):
    """The notes of all pages; purging one is forgetting its name, merging is copying."""

    initial_data: ClassVar[dict[str, Any]] = {
        "records": {},
        "mentions": {},
        "recommendations": {},
        "listings": {},
        "linking": {},
        "hiding": {},
        "sorting": {},
        "messages": {},
        "in_source": {},
        "statuses": {},
        "said": {},
        "shown": {},
    }
    data_version = 7
    # made when first asked after reading
    _mentioning: dict[tuple[Kind, str], list[str]] | None = None
    _all_in_source: frozenset[str] | None = None
    _titles: dict[str, str] | None = None  # the titles that were asked for
    is_as_before = False  # whether no page shows anything else of the others than last time

    @property
    def records(self) -> dict[str, Record]:
        """The record of each page that declares one."""
        records: dict[str, Record] = self.data["records"]
        return records

    @property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """What each page mentions, in the order of the records and of its lines."""
        mentions: dict[str, tuple[Mention, ...]] = self.data["mentions"]
        return mentions

    @property
    def recommendations(self) -> dict[str, tuple[Recommendation, ...]]:
        """The recommendations of each page, in the order of their numbers."""
        recommendations: dict[str, tuple[Recommendation, ...]] = self.data["recommendations"]
        return recommendations

    @property
    def listings(self) -> dict[str, bool]:
        """The pages that list records or recommendations."""
        listings: dict[str, bool] = self.data["listings"]
        return listings

    @property
    def linking(self) -> dict[str, bool]:
        """The pages with references other than to records, to titles of pages or sections."""
        linking: dict[str, bool] = self.data["linking"]
        return linking

    @property
    def hiding(self) -> dict[str, bool]:
        """The pages with tables of contents that are all hidden."""
        hiding: dict[str, bool] = self.data["hiding"]
        return hiding

    @property
    def sorting(self) -> dict[str, dict[str, str]]:
        """The digests of the catalogues of the pages that a page sorts by their titles."""
        sorting: dict[str, dict[str, str]] = self.data["sorting"]
        return sorting

    @property
    def messages(self) -> dict[str, tuple[str, ...]]:
        """The keys of the messages of each page, those of the source in every language."""
        messages: dict[str, tuple[str, ...]] = self.data["messages"]
        return messages

    @property
    def in_source(self) -> dict[str, frozenset[str]]:
        """The headings and short texts of each page that lack a translation, as they are shown."""
        in_source: dict[str, frozenset[str]] = self.data["in_source"]
        return in_source

    @property
    def statuses(self) -> dict[str, bool]:
        """The pages that show how much is translated."""
        statuses: dict[str, bool] = self.data["statuses"]
        return statuses

    @cached_property
    def publication(self) -> Publication:
        """What is translated into each language, as far as the pages have been read."""
        config = self.env.config
        return Publication(
            CheckedCatalogues.of(self.env.doctreedir, config.seminars_catalogues),
            languages=list(config.seminars_languages),
            listed_from=config.seminars_listed_from,
            messages=self.messages,
        )

    @property
    def said(self) -> dict[str, str]:
        """The digest of what each page says that others may show."""
        said: dict[str, str] = self.data["said"]
        return said

    @property
    def shown(self) -> dict[str, str]:
        """The digest of what each page showed of the others when it was last written."""
        shown: dict[str, str] = self.data["shown"]
        return shown

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is about to be read again."""
        self._mentioning = self._all_in_source = self._titles = None
        for part in self.initial_data:
            self.data[part].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader found in *docnames*."""
        self._mentioning = self._all_in_source = self._titles = None
        for part in self.initial_data:
            found = otherdata[part]
            self.data[part].update({name: found[name] for name in docnames & found.keys()})
