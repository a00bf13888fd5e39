"""The words of the interface: each a whole phrase of the catalogue ``sphinx``.

Functions, not constants: the language is known when a build runs and not when Python imports.
"""

from __future__ import annotations

from sphinx.locale import _


def event_type(value: str) -> str:
    """Return the name of a type of event."""
    return {
        "seminar": _("Seminar"),
        "conference": _("Conference"),
        "training": _("Training course"),
        "workshop": _("Workshop"),
        "working-group": _("Working group"),
        "round-table": _("Round table"),
    }[value]


def organisation_type(value: str) -> str:
    """Return the name of a type of organisation."""
    return {
        "un-body": _("United Nations body"),
        "intergovernmental": _("Intergovernmental organisation"),
        "eu-institution": _("European Union institution"),
        "eu-agency": _("European Union agency"),
        "treaty-body": _("Treaty body"),
        "court": _("Court"),
        "national-authority": _("National authority"),
        "ngo": _("Non-governmental organisation"),
        "foundation": _("Foundation"),
        "network": _("Network"),
    }[value]


def instrument_type(value: str) -> str:
    """Return the name of a type of legal instrument."""
    return {
        "treaty": _("Treaty"),
        "protocol": _("Protocol"),
        "eu-directive": _("European Union directive"),
        "eu-framework-decision": _("European Union framework decision"),
        "eu-strategy": _("European Union strategy"),
        "political-commitment": _("Political commitment"),
        "national-law": _("National law"),
    }[value]


def relation(value: str) -> str:
    """Return the words between an instrument and the one that it is related to."""
    return {
        "protocol-to": _("Protocol to: %s"),
        "supplemented-by": _("Supplemented by: %s"),
        "builds-on": _("Builds on: %s"),
        "recalls": _("Recalls: %s"),
        "replaces": _("Replaces: %s"),
        "implements": _("Implements: %s"),
        "refers-to": _("Refers to: %s"),
        "establishes": _("Establishes: %s"),
    }[value]


def number(series: str) -> str:
    """Return the pattern by which the instruments of *series* are quoted."""
    return {
        "CETS": _("CETS No. %s"),
        "ETS": _("ETS No. %s"),
        "UNTS": _("UNTS, registration No. %s"),
    }.get(series, "%s")
