"""``python -m commands``: what the Makefile calls."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from commands import book, check_po, kept_copies, linkcheck
from commands.build import build, builders
from commands.live import serve
from commands.lock import locked
from commands.machine import guarded, settle
from commands.mirror import Publication, publish_all
from commands.project import BUILD, ROOT, SettingsError, languages, settings
from commands.search import index
from commands.site import SITE, publish, publish_index
from commands.stamps import output_folder
from texts.harmless import in_terminal
from texts.quotation import quoted, shown
from texts.suggestion import meant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.lock import Lock

_OWN = (
    *("html", "livehtml", "latexpdf", "linkcheck", "sources", "check-po", "update-po", "gettext"),
    *("status", "revised", "termbase", "languages"),
)
_COMMANDS = f"{', '.join(_OWN)} or any Sphinx builder"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* name; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m commands", description=__doc__)
    parser.add_argument("command", help=_COMMANDS)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="those to build (all)")
    parser.add_argument("--port", type=int, default=8000, help="of livehtml; 0 is any free one")
    parser.add_argument("--name", default="", help="of who has revised a translation")
    parser.add_argument("--page", action="append", default=[], help="that has been revised (all)")
    options = parser.parse_intermixed_args(arguments)
    try:
        settings()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    chosen = options.languages or list(languages())
    wrong = _wrong(options.command, options.languages)
    if wrong:
        print(in_terminal(wrong), file=sys.stderr)
        return 2
    return guarded(lambda: _run(options.command, chosen, options))


def _wrong(command: str, asked: Sequence[str]) -> str:
    """Return, on one line, why *command* is not for the languages that are *asked* for, or ""."""
    unknown = [code for code in asked if code not in languages()]
    if unknown:
        return f"there is no language {quoted(unknown[0])}; there are {', '.join(languages())}"
    if command == "livehtml" and len(asked) > 1:
        return "livehtml serves one language at a time"
    return ""


def _run(command: str, chosen: list[str], options: argparse.Namespace) -> int:
    """Run *command* on the languages *chosen*; return the exit status."""
    match command:
        case "languages":
            print(json.dumps(chosen))
            return 0
        case "check-po":
            return check_po.check(chosen)
        case "sources":
            return kept_copies.report()
        case "livehtml":
            serve(chosen[0], port=options.port)
    with locked(BUILD) as lock:
        if command in {"status", "revised"}:
            return _judge(command, chosen, options, lock)
        return _make(command, chosen, lock)


def _judge(command: str, chosen: list[str], options: argparse.Namespace, lock: Lock) -> int:
    """Say how far translations are, or that they are revised; return the exit status."""
    from commands import revised, status  # noqa: PLC0415 - which builds do without

    if command == "status":
        return status.report(chosen, lock)
    return revised.note(chosen, options.page, name=options.name, lock=lock)


def _make(command: str, chosen: list[str], lock: Lock) -> int:
    """Run a *command* that writes in ``_build``, where nobody else is; return the exit status."""
    match command:
        case "update-po" | "termbase" | "gettext":
            return _translate(command, chosen, lock)
        case "latexpdf":
            return print_books(chosen, lock) or _offer_books(chosen, lock)
        case "linkcheck":
            return linkcheck.check(chosen, lock)
        case "html":
            return _make_site(chosen, lock)
        case builder:
            return _other(builder, chosen, lock)


def _make_site(chosen: list[str], lock: Lock) -> int:
    return _report("html", build("html", chosen, lock) or _publish(chosen, lock))


def _offer_books(chosen: list[str], lock: Lock) -> int:
    """Build the website again where there is one, so that it offers the books of its languages."""
    published = [language for language in chosen if (SITE / language).is_dir()]
    return _make_site(published, lock) if published else 0


def _publish(chosen: list[str], lock: Lock) -> list[str]:
    """Publish the pages, then their index, which takes longer; return the languages that failed."""
    publish(chosen)
    print(f"The website is in {SITE.relative_to(ROOT)}/", flush=True)
    failed = index(chosen)
    lock.check()
    publish_index([code for code in chosen if code not in failed])
    return failed


def print_books(chosen: list[str], lock: Lock) -> int:
    """Print the books; return the exit status.

    A language that no book can be in is no failure, unless there is no other to print.
    """
    found = book.printable(chosen)
    failed = build("latex", found, lock) if found else []
    failed += book.typeset([language for language in found if language not in failed])
    return _report("latexpdf", failed) if found else 1


def _translate(command: str, chosen: list[str], lock: Lock) -> int:
    """Run a command for translators; return the exit status."""
    # which builds do without: importing it takes them as long as writing a page
    from commands import page_templates, termbase, update_po  # noqa: PLC0415

    match command:
        case "update-po":
            return update_po.update(lock)
        case "gettext":
            return page_templates.write_templates(lock)
        case _:
            return termbase.write(chosen)


def _other(builder: str, chosen: list[str], lock: Lock) -> int:
    """Build with any other builder, into ``_build/<builder>/<language>/``."""
    known = builders()
    if builder not in known:
        near = meant(builder, {*known, *_OWN})
        print(f"there is no command or builder `{shown(builder)}`{near}", file=sys.stderr)
        return 2
    failed = build(builder, chosen, lock)
    publish_all(
        Publication(output_folder(builder, language), BUILD / builder / language)
        for language in chosen
        if language not in failed
    )
    return _report(builder, failed)


def _report(command: str, failed: list[str]) -> int:
    """Name the languages that failed; return the exit status."""
    if failed:
        print(
            f"{command}: failed for {', '.join(failed)}; what stood before is kept", file=sys.stderr
        )
    return 1 if failed else 0


if __name__ == "__main__":
    settle()
    raise SystemExit(main())
