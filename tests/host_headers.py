"""What a static host makes of the file ``_headers`` that is shipped for it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from support import ROOT, QuietHandler, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POLICY = "Content-Security-Policy"
SHIPPED = ROOT / "tools" / "headers"


@dataclass
class Rule:
    """The headers of the addresses that match *path*, and which of earlier rules it takes away."""

    path: str
    headers: dict[str, str] = field(default_factory=dict)
    detached: set[str] = field(default_factory=set)

    def matches(self, address: str) -> bool:
        pattern = re.escape(self.path).replace(r"\*", ".*")
        return bool(re.fullmatch(re.sub(r":\w+", "[^/]+", pattern), address))


class Rules:
    """The rules of a host: all of Cloudflare's hold at once, of Netlify's the closest one."""

    def __init__(self, host: str) -> None:
        self.host, self.rules = host, list(_rules((SHIPPED / host).read_text("utf-8")))

    def headers(self, address: str) -> dict[str, str]:
        """Return the headers of the *address*, from the top of the host, without a query."""
        found: dict[str, str] = {}
        for rule in (one for one in self.rules if one.matches(address)):
            found = {name: value for name, value in found.items() if name not in rule.detached}
            for name, value in rule.headers.items():
                joins = self.host == "cloudflare" and name in found
                found[name] = f"{found[name]}, {value}" if joins else value
        return found


def _rules(text: str) -> Iterator[Rule]:
    rule: Rule | None = None
    for line in (one for one in text.splitlines() if one.strip() and not one.startswith("#")):
        if not line.startswith(" "):
            if rule:
                yield rule
            rule = Rule(line.strip())
        elif line.strip().startswith("!"):
            assert rule
            rule.detached.add(line.strip(" !"))
        else:
            assert rule
            name, _colon, value = line.strip().partition(": ")
            rule.headers[name] = value
    if rule:
        yield rule


@contextmanager
def served_by(host: str, folder: Path) -> Iterator[str]:
    """Serve *folder* from a free port of this machine with the headers of *host*."""
    rules = Rules(host)

    class Handler(QuietHandler):
        def end_headers(self) -> None:
            for name, value in rules.headers(self.path.partition("?")[0]).items():
                self.send_header(name, value)
            super().end_headers()

    with served(folder, Handler) as address:
        yield address
