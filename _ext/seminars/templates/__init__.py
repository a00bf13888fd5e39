"""The HTML that no node makes: templates that escape what is put into them."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, keep_trailing_newline=True
)


def render(name: str, **values: object) -> Markup:
    """Return the template *name* with *values* in it."""
    return Markup(_ENVIRONMENT.get_template(name).render(values))  # noqa: S704 - it has escaped them
