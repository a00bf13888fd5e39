"""What a browser asks for to show a page, with its bytes."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request


class Transfers:
    """Everything that a page asks for from now on."""

    def __init__(self, page: Page) -> None:
        """Note what *page* asks for; a body is read later, or some would be missed.

        Reading one takes turns with the test, which would go on before all have been read.
        """
        self._requests: list[Request] = []
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        self._requests.append(request)

    def sizes(self) -> dict[str, int]:
        """Wait for all that has been asked for, and return the size of each when compressed."""
        return {request.url: _size(request) for request in self._requests}


def _size(request: Request) -> int:
    response = request.response()
    assert response is not None, request.url
    body = response.body()
    return min(len(body), len(gzip.compress(body)))
