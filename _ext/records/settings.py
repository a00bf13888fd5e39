"""What ``conf.py`` may say of the archive, and what is wrong with a given one."""

from __future__ import annotations

import ast
import difflib
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError

from cldr.language_tags import tag
from cldr.languages import language_codes
from records import edition, old_addresses, publisher, web_addresses
from records.faults import Fault, given, hidden_in, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

# What an entry of seminars_languages is named by: folders and addresses are made of it
_CODE = re.compile(r"[a-z]{2,3}(?:[_@-][A-Za-z0-9]{2,8})*")
# Extensions of Markdown (MyST-Parser 5.2, config/main.py: check_extensions)
SYNTAX = frozenset(
    {"alert", "amsmath", "attrs_block", "attrs_image", "attrs_inline", "colon_fence", "deflist"}
    | {"dollarmath", "fieldlist", "gfm_autolink", "html_admonition", "html_image", "linkify"}
    | {"replacements", "section_ref", "smartquotes", "strikethrough", "substitution", "tasklist"}
)
_PREFIX = "seminars_"
# What conf.py sets of Sphinx, whose own check comes late, for each language, without a line
_PATHS = ("seminars_catalogues", "seminars_book")
_TEXTS = ("project", "version", "primary_domain", "template_bridge", *_PATHS)
_FILES = ("html_logo", "html_favicon", "html_title", "html_baseurl")
_OF_BUILDS = ("seminars_preview", "seminars_shares_static")
_SWITCHES = ("nitpicky", "seminars_citations", "seminars_raw_html", *_OF_BUILDS)
_PATTERNS = ("include_patterns", "exclude_patterns", "html_static_path", "templates_path")
_LISTS = (*_PATTERNS, "suppress_warnings", "html_css_files")
_ADDRESSES = ("seminars_repository", "seminars_site_url")
_GROUPS = ("html_additional_pages", "html_sidebars", "html_theme_options")
# The type of each setting, and how a message names it
_TYPES: dict[str, tuple[type | tuple[type, ...], str]] = {
    "language": (str, 'a text, as in "fr"'),
    "extensions": ((list, tuple), "a list of texts"),
    "locale_dirs": ((list, tuple), '["locales"]'),
    "html_theme": (str, 'a text, as in "furo"'),
    "myst_enable_extensions": ((list, tuple, set, frozenset), "a list of texts"),
    **dict.fromkeys(_TEXTS, (str, "a text")),
    **dict.fromkeys(_FILES, ((str, type(None)), "a text, or None,")),
    **dict.fromkeys(_SWITCHES, (bool, "True or False")),
    "copyright": ((str, list, tuple), "a text"),
    **dict.fromkeys(_LISTS, ((list, tuple), "a list")),
    **dict.fromkeys(_GROUPS, (dict, "a dictionary")),
    "seminars_languages": (dict, 'languages and locales, as in {"fr": "fr_FR"}'),
    "seminars_listed_from": (dict, 'languages and shares, as in {"en": 100}'),
    old_addresses.SETTING: (dict, 'old and new pages, as in {"events/old": "events/new"}'),
    publisher.SETTING: (dict, 'what is known of the publisher, as in {"name": "…"}'),
    publisher.AUDIT: (dict, 'what an audit found, as in {"state": "partial"}, or {}'),
    **dict.fromkeys(_ADDRESSES, (str, 'an address, or ""')),
    edition.DATE: (str, 'a day, as in "2026-11-26", or ""'),
}
CONF = "conf.py"
CHECKED = tuple(_TYPES)
REQUIRED = ("project", "language", "extensions", "seminars_languages")


@dataclass(frozen=True)
class Source:
    """The text of ``conf.py``: the line of each setting, and what it sets twice."""

    lines: dict[str, int] = field(default_factory=dict)
    repeated: tuple[Fault, ...] = ()

    @classmethod
    def of(cls, text: bytes) -> Source:
        """Find the settings in *text*; in what is no Python there are none."""
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return cls()
        lines: dict[str, int] = {}
        repeated: list[Fault] = []
        for node in ast.walk(tree):
            if isinstance(node, (ast.Assign, ast.AnnAssign)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    if isinstance(target, ast.Name):
                        lines[target.id] = node.lineno
                        repeated += _note_keys(node.value, target.id, lines)
        return cls(lines, tuple(repeated))

    def line_of(self, path: str) -> int:
        """Return the line of the setting or entry *path*, or of what it is in; else 0."""
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path, 0)


def _note_keys(value: ast.expr | None, name: str, lines: dict[str, int]) -> Iterator[Fault]:
    """Note the line of each key of a dictionary; yield those of our settings that stand twice."""
    entries = zip(value.keys, value.values, strict=True) if isinstance(value, ast.Dict) else ()
    constants = [(key, entry) for key, entry in entries if isinstance(key, ast.Constant)]
    counts = Counter(key.value for key, _entry in constants)
    for key, entry in constants:
        lines[f"{name}.{key.value!s}"] = key.lineno
        yield from _note_keys(entry, f"{name}.{key.value!s}", lines)
    for twice in (key for key, count in counts.items() if count > 1):
        if name.startswith(_PREFIX):
            yield Fault(f"{name}.{twice!s}", "this entry stands twice: keep one of them")


def faults_in(
    settings: Mapping[str, Any],
    source: Source,
    *,
    required: Collection[str] = REQUIRED,
    known: Collection[str] = (),
    overridden: Collection[str] = (),
) -> list[Fault]:
    """Return every fault of *settings*, each with its line in *source*, in their order.

    *required* are those that have no default, *known* those that there are, where somebody knows;
    *overridden* are those that the command line has changed: they need not agree with the others.
    """
    faults = [*source.repeated, *_wrong_types(settings, required)]
    faults += _unknown(source, known) if known else ()
    wrong = {fault.path for fault in faults}
    for name, check in _CHECKS.items():
        if name in settings and name not in wrong:
            faults += check(settings)
    if not {"language", "seminars_languages"} & wrong and "language" in settings:
        faults += _source_first(settings, is_changed="language" in overridden)
    placed = [Fault(one.path, one.message, source.line_of(one.path)) for one in faults]
    return sorted(placed, key=lambda fault: fault.line)


def _unknown(source: Source, known: Collection[str]) -> Iterator[Fault]:
    """Yield what looks like a setting of the archive and is none."""
    ours = sorted(name for name in known if name.startswith(_PREFIX))
    for name in source.lines:
        if name.startswith(_PREFIX) and "." not in name and name not in ours:
            close = difflib.get_close_matches(name, ours, n=1)
            hint = f"did you mean `{close[0]}`?" if close else f"there are {', '.join(ours)}"
            yield Fault(name, f"there is no such setting; {hint}")


def _wrong_types(settings: Mapping[str, Any], required: Collection[str]) -> Iterator[Fault]:
    """Yield each setting that is missing or of another type."""
    for name in required:
        if name not in settings:
            yield Fault(name, f"this setting is missing: {_TYPES[name][1]}")
    for name, (type_, words) in _TYPES.items():
        if name in settings and not isinstance(settings[name], type_):
            yield Fault(name, f"{given(settings[name])} is not allowed here: {words} is")


def _project(settings: Mapping[str, Any]) -> Iterator[Fault]:
    name = settings["project"]
    if not name.strip() or "\n" in name:
        yield Fault("project", "the name of the archive is one line of text")
    elif hidden := hidden_in(name):
        yield Fault("project", hidden)


def _extensions(settings: Mapping[str, Any]) -> Iterator[Fault]:
    for value in settings["extensions"]:
        if not isinstance(value, str) or not value:
            yield Fault("extensions", f"{given(value)} is not allowed here: a list of texts is")


def _syntax(settings: Mapping[str, Any]) -> Iterator[Fault]:
    name = "myst_enable_extensions"
    for value in settings[name]:
        if not isinstance(value, str) or value not in SYNTAX:
            close = difflib.get_close_matches(str(value), SYNTAX, n=1)
            known = ", ".join(sorted(SYNTAX))
            hint = f"did you mean `{close[0]}`?" if close else f"there are {known}"
            yield Fault(name, f"{given(value)} is no extension of Markdown; {hint}")


def _locale_dirs(settings: Mapping[str, Any]) -> Iterator[Fault]:
    if list(settings["locale_dirs"]) != ["locales"]:
        yield Fault("locale_dirs", 'set it to ["locales"], where the catalogues are')


def _languages(settings: Mapping[str, Any]) -> Iterator[Fault]:
    languages = settings["seminars_languages"]
    if not languages:
        yield Fault("seminars_languages", "is empty: name at least the source language")
    for code, locale in languages.items():
        path = f"seminars_languages.{code}"
        is_code = isinstance(code, str) and _CODE.fullmatch(code)
        if not is_code or re.split("[_@-]", code)[0] not in language_codes():
            yield Fault(path, f"{given(code)} is no language: a code as in fr, en or sr is allowed")
        if not _is_locale(locale):
            yield Fault(path, f"{given(locale)} is no locale of CLDR: one as in fr_FR is allowed")
    tags = {code: tag(code) for code in languages if isinstance(code, str)}
    for code, same in tags.items():
        twice = next(other for other in tags if tags[other] == same)
        if twice != code:
            text = f"this is the same language as `{twice}`, {same}: keep one of them"
            yield Fault(f"seminars_languages.{code}", text)


def _is_locale(locale: object) -> bool:
    try:
        return isinstance(locale, str) and bool(Locale.parse(locale))
    except (UnknownLocaleError, ValueError):
        return False


def _source_first(settings: Mapping[str, Any], *, is_changed: bool) -> Iterator[Fault]:
    """Refuse a language that there is none of, and a source language that is not the first."""
    language, codes = settings["language"], [*map(str, settings.get("seminars_languages", ()))]
    if codes and language not in codes:
        known = ", ".join(codes)
        yield Fault("language", f"{quoted(language)} is not in seminars_languages: {known}")
    elif codes and not is_changed and language != codes[0]:
        text = f"{quoted(language)}, in which pages are written, has to stand first"
        yield Fault("seminars_languages", text)


def _listed_from(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Refuse a rule of publication for a language that is none, or that is no share."""
    languages = settings.get("seminars_languages")
    translations: list[object] | None = None  # or what is wrong with them has been said
    if isinstance(languages, dict) and languages:
        translations = list(languages)[1:]
    for code, share in settings["seminars_listed_from"].items():
        path = f"seminars_listed_from.{code}"
        if translations is not None and code not in translations:
            yield Fault(path, f"{given(code)} is no language of translation")
        is_number = isinstance(share, (int, float)) and not isinstance(share, bool)
        if share is not None and not (is_number and 0 <= share <= 100):
            yield Fault(path, f"{given(share)} is no share: 0 to 100, or None, is allowed")


_CHECKS = {
    "project": _project,
    "extensions": _extensions,
    "locale_dirs": _locale_dirs,
    "myst_enable_extensions": _syntax,
    "seminars_languages": _languages,
    "seminars_listed_from": _listed_from,
    old_addresses.SETTING: old_addresses.faults_of_old,
    publisher.SETTING: publisher.publisher_faults,
    publisher.AUDIT: publisher.audit_faults,
    edition.NUMBER: edition.number_faults,
    edition.DATE: edition.date_faults,
    "seminars_repository": web_addresses.repository_faults,
    "seminars_site_url": web_addresses.site_url_faults,
    "html_baseurl": web_addresses.base_url_faults,
}
