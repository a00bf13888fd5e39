"""Small sites made on the spot, and the real one built once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sphinx.testing.util import SphinxTestApp

from support import CONF, PAGES, copy_project, publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[..., SphinxTestApp]]:
    """Build a small site of PAGES and the pages given; a page of None is left out."""
    apps: list[SphinxTestApp] = []

    def build_site(
        pages: Mapping[str, str | None] | None = None,
        *,
        builder: str = "html",
        conf: str = "",
        **options: Any,
    ) -> SphinxTestApp:
        source = tmp_path / "source"
        for name, text in {**PAGES, **(pages or {}), "conf.py": CONF + conf}.items():
            path = source / name
            if text is None:
                path.unlink(missing_ok=True)
            elif not path.exists() or path.read_text("utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        while apps:  # two at once would register every node twice
            apps.pop().cleanup()
        app = SphinxTestApp(builder, srcdir=source, builddir=source / "_out", **options)
        apps.append(app)
        app.build()
        return app

    yield build_site
    for app in apps:
        app.cleanup()


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real archive, copied and built in every language."""
    copy = copy_project(tmp_path_factory.mktemp("archive"))
    result = publish(copy, "html")
    assert result.returncode == 0, result.stdout + result.stderr
    return copy


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The published website of the real archive."""
    return project / "_build" / "html"
