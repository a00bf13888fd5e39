"""Pagefind as a service: pages go in one by one, and the files of their index come out.

Its command walks through a folder in whatever order the file system has, which decides the bytes of
the index; and it writes the index itself, without a word when a disk is full. Its Python package
speaks to the service too, but rests a tenth of a second after each answer (``service/__init__.py``
of 1.5.2; no issue of it is known upstream). Messages are JSON in base64, with a comma after each.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import threading
from contextlib import suppress
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_END = b","  # of each message
_ATONCE = 1 << 20


class PagefindError(Exception):
    """What Pagefind said, or that it said nothing."""


def index_of(
    pages: Iterable[tuple[str, str]], *, number: int, config: Mapping[str, object]
) -> dict[str, bytes]:
    """Return the files of an index of *pages*, each a path and HTML; there are *number* of them.

    *config* is Pagefind's own. The same pages in the same order give the same bytes.
    """
    from pagefind.service import get_executable  # noqa: PLC0415 - it loads asyncio

    # it ends with its input, and so with this process
    with subprocess.Popen(
        [str(get_executable()), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as service:
        assert service.stdin is not None
        assert service.stdout is not None
        requests = _requests(pages, config)
        feeding = threading.Thread(target=_feed, args=(service.stdin, requests), daemon=True)
        feeding.start()  # or both would wait for each other
        try:
            files = _files(_answers(service.stdout), number + 2)
        finally:
            service.kill()
            feeding.join()
            with suppress(BrokenPipeError):  # or what was not fed hides what Pagefind said
                service.stdin.close()
    return files


def _requests(
    pages: Iterable[tuple[str, str]], config: Mapping[str, object]
) -> Iterator[dict[str, object]]:
    yield {"type": "NewIndex", "config": config}
    for path, content in pages:
        yield {
            "type": "AddFile",
            "index_id": 0,
            "file_path": path,
            "url": None,
            "file_contents": content,
        }
    yield {"type": "GetFiles", "index_id": 0}


def _feed(service: IO[bytes], requests: Iterable[dict[str, object]]) -> None:
    with suppress(BrokenPipeError):  # whoever reads the answers says so
        for number, payload in enumerate(requests):
            message = json.dumps({"message_id": number, "payload": payload}).encode()
            service.write(base64.b64encode(message) + _END)
        service.flush()


def _files(answers: Iterator[dict[str, Any]], number: int) -> dict[str, bytes]:
    """Return the files that the last of *number* answers brings."""
    payload: dict[str, Any] = {}
    for payload in islice(answers, number):
        if payload["type"] == "Error":
            raise PagefindError(payload["message"])
    if "files" not in payload:
        raise PagefindError("pagefind ended before its time")
    return {file["path"]: base64.b64decode(file["content"]) for file in payload["files"]}


def _answers(service: IO[bytes]) -> Iterator[dict[str, Any]]:
    parts: list[bytes] = []
    while part := os.read(service.fileno(), _ATONCE):
        *ended, rest = part.split(_END)
        for one in ended:
            yield json.loads(base64.b64decode(b"".join([*parts, one])))["payload"]
            parts.clear()
        parts.append(rest)
