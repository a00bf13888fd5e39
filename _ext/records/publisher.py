"""Who publishes the archive, as ``conf.py`` says: what the law wants named, and what is missing."""

from __future__ import annotations

import difflib
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from records.faults import Fault, given, hidden_in
from records.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SETTING = "seminars_publisher"
AUDIT = "seminars_accessibility"
PUBLIC_TASK, LEGITIMATE_INTERESTS = "public task", "legitimate interests"
PARTIAL, FULL, NONE = "partial", "full", "none"
# What readers are told of the publisher. French law wants all of it on a website but what is
# optional (loi n° 2004-575, article 1-1; regulation (EU) 2016/679, articles 13 and 14)
_NEEDED = ("name", "address", "phone", "contact", "director", "host", "host_address", "host_phone")
_OF_DATA = ("data_protection", "data_basis", "data_authority")
_OPTIONAL = ("form", "editor")
KEYS = (*_NEEDED, *_OF_DATA, *_OPTIONAL)
# What an audit has found (décret n° 2019-768, article 5); without one, a site is not compliant
AUDIT_KEYS = ("state", "rate", "auditor", "date", "report", "plan")
_CHOICES = {"data_basis": (PUBLIC_TASK, LEGITIMATE_INTERESTS), "state": (PARTIAL, FULL, NONE)}
_ADDRESSES = ("contact", "report", "plan")
MAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\".]+")
WEB = re.compile(r"https?://[^\s/]+(?:/\S*)?")


def missing(settings: Mapping[str, Any]) -> list[str]:
    """Return the keys of the publisher that are empty, though readers look for what they say."""
    publisher = settings.get(SETTING) or {}
    return [key for key in (*_NEEDED, *_OF_DATA) if not publisher.get(key)]


def wording(values: Mapping[str, Any], key: str, *, language: str, source: str) -> Wording | None:
    """Return what *values* say under *key* in *language*, or else in the *source* or any other.

    A text that is given once is taken to be in the source language, and a choice, an address or a
    number has none: it counts as being in that of the build.
    """
    value = values.get(key)
    if not value:
        return None
    if not isinstance(value, dict):
        is_text = key not in {*_ADDRESSES, *_CHOICES, "phone", "host_phone", "rate", "date"}
        return Wording(str(value), source if is_text else language)
    known = {code: text for code, text in value.items() if text}
    code = next((one for one in (language, source, *known) if one in known), "")
    return Wording(known[code], code) if code else None


def publisher_faults(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with the publisher."""
    yield from _faults(SETTING, KEYS, settings)


def audit_faults(settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with the result of the audit, and what it lacks."""
    found = settings[AUDIT]
    yield from _faults(AUDIT, AUDIT_KEYS, settings)
    if found.get("state"):
        for key in ("rate", "auditor", "date"):
            if not found.get(key) and found.get(key) != 0:
                yield Fault(f"{AUDIT}.{key}", "this is missing: a state is what an audit found")


def _faults(setting: str, keys: tuple[str, ...], settings: Mapping[str, Any]) -> Iterator[Fault]:
    languages = settings.get("seminars_languages")
    known = list(languages) if isinstance(languages, dict) else []
    for key, value in settings[setting].items():
        path = f"{setting}.{key}"
        if key not in keys:
            close = difflib.get_close_matches(str(key), keys, n=1)
            hint = f"did you mean `{close[0]}`?" if close else f"there are {', '.join(keys)}"
            yield Fault(path, f"there is no such entry; {hint}")
        elif isinstance(value, dict):
            yield from _in_languages(path, key, value, known)
        elif value not in ("", None):
            yield from _value(path, key, value)


def _in_languages(
    path: str, key: str, values: Mapping[object, object], languages: list[str]
) -> Iterator[Fault]:
    """Yield what is wrong with a text that is given in several languages."""
    for code, text in values.items():
        if languages and code not in languages:
            known = ", ".join(languages)
            yield Fault(f"{path}.{code}", f"{given(code)} is none of the languages: {known}")
        elif text:
            yield from _value(f"{path}.{code}", key, text)


def _value(path: str, key: str, value: object) -> Iterator[Fault]:
    if key == "rate":
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100:
            yield Fault(path, f"{given(value)} is no share: 0 to 100 is allowed")
    elif key == "date":
        if not _is_day(value):
            yield Fault(path, f"{given(value)} is no day: one as in 2026-11-26 is allowed")
    elif not isinstance(value, str):
        text = 'a text, or one for each language as in {"fr": "…"}, is'
        yield Fault(path, f"{given(value)} is not allowed here: {text}")
    elif fault := _fault_of_text(key, value):
        yield Fault(path, fault)


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, date) or bool(date.fromisoformat(str(value)))
    except ValueError:
        return False


def _fault_of_text(key: str, text: str) -> str:
    if "\n" in text or not text.strip():
        return "one line of text is allowed"
    if key in _CHOICES and text not in _CHOICES[key]:
        return f"{given(text)} is not allowed here: {' or '.join(map(repr, _CHOICES[key]))} is"
    is_mail = key == "contact" and MAIL.fullmatch(text)
    if key in _ADDRESSES and not is_mail and not WEB.fullmatch(text):
        kind = "a mail address or a web address" if key == "contact" else "a web address"
        return f"{given(text)} is no address: {kind} is allowed"
    return hidden_in(text) or ""
