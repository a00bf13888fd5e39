"""What readers are told of the edition: at the foot of pages, in citations, in the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import _

from cldr import dates
from cldr.digits import in_digits
from cldr.no_break_spaces import spaced
from records.edition import DATE, NUMBER, Edition, edition

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def edition_of(config: Config) -> Edition:
    """Return the edition that the settings name."""
    return edition({NUMBER: config.version, DATE: config.seminars_edition_date})


def edition_words(config: Config) -> str:
    """Return the edition in the language of the build; empty where nothing is known of it."""
    return spaced(_words(config), language=config.language)


def _words(config: Config) -> str:
    number, day = edition_of(config)
    locale = config.seminars_languages.get(config.language, config.language)
    values = {"number": in_digits(number, locale=locale)}
    if day is None:
        return _("edition %(number)s") % values if number else ""
    values["date"] = dates.day(day, locale=locale)
    if not number:
        return _("edition of %(date)s") % values
    return _("edition %(number)s of %(date)s") % values


def setup(app: Sphinx) -> None:
    """Register the date of the edition; its number is Sphinx's ``version``."""
    app.add_config_value(DATE, "", "html", types=(str,))
