"""``check-po``: what the gate finds in the translators' catalogues, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogues import provenance
from catalogues.checked_copy import check_catalogue, content_of, page_of
from catalogues.findings import Finding
from catalogues.locales import Files, is_interface, language_of, path_of
from catalogues.rules.copies import COPIED
from catalogues.source_text import letters
from catalogues.translated_findings import in_language, word
from catalogues.written_over import written_over
from commands.project import ROOT, catalogue_files, languages, syntax
from texts.harmless import in_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalogues.gate import Checked

    AllChecked = Mapping[str, Mapping[str, Checked]]  # by language, then by catalogue

COPIED_FAULT = COPIED.fault(
    "the translation is the message itself", "translate it, or leave it empty: it is shown marked"
)


def check(chosen: Sequence[str]) -> int:
    """Check the catalogues of *chosen* languages; return the status: 1 if there are findings.

    Whether a term of the glossary has to be used, or a copy is meant, is a matter of judgement:
    that is a warning, neither withheld from readers nor counted as a failure.
    """
    found = warned = 0
    survey = catalogue_files()
    for line in survey.lines(ROOT, chosen=chosen):
        print(line)
        found += 1
    checked = {code: check_language(code, survey.languages[code]) for code in languages()}
    for language in chosen:
        for name, finding in _findings(language, checked):
            _print(language, name, finding)
            found += 1
        for name, finding in _warnings(language, checked[language]):
            _print(language, name, finding, kind="warning")
            warned += 1
    files = [one for language in chosen for one in checked[language].values()]
    print(
        f"check-po: {sum(len(one.entries) for one in files)} translations in {len(files)} "
        f"catalogues may be published, {found} findings, {warned} warnings"
    )
    return 1 if found else 0


def _print(language: str, name: str, finding: Finding, *, kind: str = "") -> None:
    """Print a *finding* in the language of those who are to mend it."""
    text = in_language(finding.text, language)
    if kind:
        text = f"{word(kind, language) if text != finding.text else kind}: {text}"
    print(f"{in_terminal(path_of(language, name))}:{finding.line}: {text}")


def _findings(language: str, checked: AllChecked) -> Iterator[tuple[str, Finding]]:
    """Yield each catalogue of *language* with what is wrong in it, in the order of its lines."""
    for name, one in checked[language].items():
        for finding in sorted([*one.findings, *_written_over(language, name, checked)]):
            yield name, finding


def _written_over(language: str, name: str, checked: AllChecked) -> Iterator[Finding]:
    """Yield the messages of the catalogue *name* that are translations."""
    from commands.source_words import source_text  # noqa: PLC0415 - which builds do without

    content = content_of(page_of(name, ROOT))
    if content is None or is_interface(name):
        return
    siblings = [
        others[name].messages
        for code, others in checked.items()
        if code != language and name in others
    ]
    yield from written_over(
        checked[language][name].messages,
        siblings,
        page=provenance.page(content.decode("utf-8", "replace")),
        source_text=source_text(language),
    )


def _warnings(language: str, checked: Mapping[str, Checked]) -> Iterator[tuple[str, Finding]]:
    """Yield each catalogue of *language* with what may be wrong in it."""
    from commands import glossary_terms  # noqa: PLC0415 - see above
    from commands.source_words import source_text  # noqa: PLC0415

    names = {name.text for entry in glossary_terms.glossary() for name in entry.names()}
    for name, one in checked.items():
        for entry in one.entries if not is_interface(name) else ():
            is_copy = letters(entry.msgid) == letters(entry.msgstr) and entry.msgid not in names
            if is_copy and source_text(language).is_in_source(entry.msgid):
                yield name, Finding.of(COPIED_FAULT, line=entry.line, message=entry.msgid)
    yield from glossary_terms.warnings(language, checked)


def check_language(language: str, files: Files) -> dict[str, Checked]:
    """Return what the gate says of each catalogue of *language*, by its name."""
    return {
        domain: check_content(domain, language, path.read_bytes())
        for domain, path in files.catalogues.items()
    }


def check_content(domain: str, language: str, content: bytes) -> Checked:
    """Return what the gate says of the *content* of the catalogue *domain* of *language*."""
    return check_catalogue(
        content,
        domain,
        syntax=syntax(),
        page=content_of(page_of(domain, ROOT)),
        language=language_of(language, languages()),
    )
