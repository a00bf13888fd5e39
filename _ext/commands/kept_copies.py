"""``sources``: which sources of the archive nobody keeps a copy of."""

from __future__ import annotations

from commands.links_in_pages import Pages
from texts.harmless import in_terminal

_WHERE_TO_LOOK = (
    "to look for a copy, give the address to https://web.archive.org; then write "
    "`archived: {url: …, date: …}` below the source, or `archived: {none_found: …}` with the day"
)


def report() -> int:
    """Name each source without a copy, at its line; return the status, which is always 0."""
    sources = Pages().sources
    without = [source for source in sources if not source.archived.get("url")]
    for source in without:
        looked = source.archived.get("none_found")
        state = f"no copy was found on {looked}" if looked else "nobody has looked for a copy"
        print(in_terminal(f"{source.place}: {source.url}: {state}"))
    print(f"sources: {len(sources)} in all, {len(without)} without a copy")
    if any("none_found" not in source.archived for source in without):
        print(_WHERE_TO_LOOK)
    return 0
