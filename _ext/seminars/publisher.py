"""Who publishes the archive: what ``conf.py`` says of that, in the pages that the law wants."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from records.publisher import (
    AUDIT,
    AUDIT_KEYS,
    FULL,
    KEYS,
    LEGITIMATE_INTERESTS,
    MAIL,
    NONE,
    PARTIAL,
    PUBLIC_TASK,
    SETTING,
    WEB,
    missing,
    wording,
)
from seminars.marks import Filler, placeholder, register
from seminars.reports import warn
from texts.suggestion import meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from records.wording import Wording

_logger = logging.getLogger(__name__)
_LINK = re.compile(f"({MAIL.pattern}|{WEB.pattern})(?<![.,;)])")


class publisher_sheet(placeholder):
    """Stands for what the settings say under ``keys``."""


class PublisherSheet(SphinxDirective):
    """What is known of the publisher under some keys, or of the audit of accessibility."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Leave a mark: the settings may change without the page."""
        keys = self.arguments[0].split()
        for key in keys:
            if key not in {*KEYS, *AUDIT_KEYS}:
                text = (
                    f"`{key}` is no entry of {SETTING} or {AUDIT}{meant(key, [*KEYS, *AUDIT_KEYS])}"
                )
                warn("publisher", "%s", text, location=(self.env.docname, self.lineno))
        return [publisher_sheet(keys=[key for key in keys if key in {*KEYS, *AUDIT_KEYS}])]


class FillPublisherSheets(Filler):
    """Makes a sheet of what is known; of the publisher, it says what is not."""

    def fill(self, found: publisher_sheet) -> list[nodes.Node]:
        """Return a line for each key; what nobody has to give is left out where it is empty."""
        sheet = nodes.definition_list(classes=["publisher-sheet"])
        for key in found["keys"]:
            if content := list(self._content(key)):
                sheet += nodes.definition_list_item(
                    "",
                    nodes.term("", "", self.composer.text(_labels()[key])),
                    nodes.definition("", self.composer.paragraph(content)),
                )
        return [sheet] if len(sheet) else []

    def _content(self, key: str) -> Iterator[nodes.Node]:
        said = said_of(self.app.config, key)
        if said is None and key == "state":  # as at the foot of all pages (RGAA 4.1, 2)
            yield self.composer.text(_("Not compliant: no audit has been carried out."))
        elif said is None and key in missing({}):
            yield self.composer.text(_("The publisher has not yet given this information."))
        elif said and key in {"state", "data_basis"}:
            yield self.composer.text(_choices()[said.text])
        elif said and key == "rate":
            yield self.composer.text(self.composer.percent(round(float(said.text))))
        elif said and key == "date":
            yield self.composer.text(self.composer.day(date.fromisoformat(said.text)))
        elif said:
            yield from self._linked(said)

    def _linked(self, said: Wording) -> Iterator[nodes.Node]:
        """Yield a text, with links at the addresses in it."""
        for number, part in enumerate(_LINK.split(said.text)):
            if number % 2:
                address = part if WEB.fullmatch(part) else f"mailto:{part}"
                yield self.composer.link(address, nodes.Text(part))
            elif part:
                yield self.composer.marking.node(said._replace(text=part))


def said_of(config: Config, key: str) -> Wording | None:
    """Return what the settings say under *key* in the language of the build, or in another."""
    values = config[AUDIT if key in AUDIT_KEYS else SETTING]
    source = next(iter(config.seminars_languages), config.language)
    return wording(values, key, language=config.language, source=source)


def _labels() -> dict[str, str]:
    """Return what each key is called."""
    return {
        "name": _("Publisher"),
        "form": _("Legal form and registration"),
        "address": _("Postal address"),
        "phone": _("Telephone"),
        "contact": _("Contact"),
        "director": _("Director of publication"),
        "editor": _("Responsible for the texts"),
        "host": _("Host"),
        "host_address": _("Address of the host"),
        "host_phone": _("Telephone of the host"),
        "data_protection": _("Contact for personal data"),
        "data_basis": _("Legal basis"),
        "data_authority": _("Supervisory authority"),
        "state": _("Compliance status"),
        "rate": _("Share of the criteria that are met"),
        "auditor": _("Audit carried out by"),
        "date": _("Date of the audit"),
        "report": _("Report of the audit"),
        "plan": _("Multi-year plan and action plan"),
    }


def _choices() -> dict[str, str]:
    """Return what each choice is in words."""
    return {
        PUBLIC_TASK: _(
            "Performance of a task carried out in the public interest (GDPR, Article 6(1)(e))"
        ),
        LEGITIMATE_INTERESTS: _(
            "Legitimate interests pursued by the publisher (GDPR, Article 6(1)(f))"
        ),
        FULL: _("Fully compliant"),
        PARTIAL: _("Partially compliant"),
        NONE: _("Not compliant"),
    }


def report_missing(app: Sphinx) -> None:
    """On ``builder-inited``: say what the pages lack for want of settings, which is no fault.

    ``commands.build`` says it once for all languages.
    """
    names = missing({SETTING: app.config[SETTING]})
    if app.builder.name == "html" and names:
        text = "%s: %s: not given yet, and pages say so (docs/maintenance.md)"
        _logger.info(text, SETTING, ", ".join(names))


def setup(app: Sphinx) -> None:
    """Register the settings, and the directive that shows them."""
    app.add_config_value(SETTING, {}, "html", types=(dict,))
    app.add_config_value(AUDIT, {}, "html", types=(dict,))
    app.add_directive_to_domain("sem", "publisher-sheet", PublisherSheet)
    register(app, publisher_sheet, FillPublisherSheets)
    app.connect("builder-inited", report_missing)
