"""The recommendations of seminars: what they are called, and how others refer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import _

from cldr.digits import in_digits
from records.archive import Recommendation
from records.kind import Target
from records.kinds.events import EVENT
from seminars import referents
from seminars.domain import Notes
from seminars.reports import warn
from texts.suggestion import meant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

RECOMMENDATIONS = Notes[tuple[Recommendation, ...]]("recommendations")  # by their numbers


def audiences() -> dict[str, str]:
    """Return the names of those whom recommendations address, in the language of the build."""
    return {
        "states": _("States"),
        "legislators": _("legislators"),
        "judges": _("judges"),
        "prosecutors": _("prosecutors"),
        "police": _("police services"),
        "social-services": _("social services"),
        "training-institutions": _("training institutions"),
        "international-organisations": _("international organisations"),
        "civil-society": _("civil society"),
    }


def heading(number: int, *, locale: str) -> str:
    """Return what a recommendation is called, with the digits of *locale*."""
    return _("Recommendation %s") % in_digits(str(number), locale=locale)


def report_relations(app: Sphinx, env: BuildEnvironment) -> None:
    """On ``env-check-consistency``: report each relation to a recommendation that is not there."""
    for entries in RECOMMENDATIONS.of(env).values():
        for entry in entries:
            for relation in entry.relations:
                target = relation.target
                if relation.is_to_recommendation and find(env, target) is None:
                    text = f"{relation.type}: `{target}`: {_Recommendations().unknown(env, target)}"
                    warn("recommendation", "%s", text, location=(entry.docname, entry.line))


def find(env: BuildEnvironment, key: str) -> Recommendation | None:
    """Return the recommendation that *key* (seminar/id) names, if there is one."""
    event, _, _ = key.partition("/")
    found = RECOMMENDATIONS.of(env).get(Target(EVENT, event).docname, ())
    return next((entry for entry in found if entry.key == key), None)


class _Recommendations(referents.Referents):
    """What ``{rec}`` refers to."""

    what = "recommendation"

    def find(self, env: BuildEnvironment, target: str) -> tuple[str, str, str] | None:
        """Return the page, the anchor and the number of a recommendation."""
        entry = find(env, target)
        if entry is None:
            return None
        language = env.config.language
        locale = env.config.seminars_languages.get(language, language)
        return entry.docname, f"rec-{entry.id}", heading(entry.number, locale=locale)

    def objects(self, env: BuildEnvironment) -> Iterable[referents.Object]:
        """Yield the recommendations by page."""
        for docname, entries in sorted(RECOMMENDATIONS.of(env).items()):
            for entry in entries:
                yield (entry.key, entry.key, "rec", docname, f"rec-{entry.id}", 1)

    def unknown(self, env: BuildEnvironment, target: str) -> str:
        """Say that there is no such recommendation."""
        found = RECOMMENDATIONS.of(env).values()
        near = meant(target, [entry.key for entries in found for entry in entries])
        return f"there is no such recommendation{near}"


def setup(app: Sphinx) -> None:
    """Register what recommendations are to others."""
    app.connect("env-check-consistency", report_relations)
    referents.register(app, "rec", _Recommendations())
