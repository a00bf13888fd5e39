"""What is counted is written in the digits of the language, as days and shares are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from support import EVENT, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

ARABIC = f"""
language = "ar"
seminars_languages = {{"fr": "fr_FR", "ar": "ar_EG"}}
templates_path = [{str(ROOT / "_templates")!r}]
seminars_preview = True
"""
RECOMMENDATIONS = """
:::{recommendation} former
:text: known
:to: judges

Former les juges.
:::

:::{recommendation} former-encore
:text: known
:to: judges

Former encore, selon {rec}`2018-06-05-chisinau/former`.
:::
"""


def test_recommendations_and_previews_have_the_digits_of_the_language(
    build: Callable[..., SphinxTestApp],
) -> None:
    app = build({"events/2018-06-05-chisinau.md": EVENT + RECOMMENDATIONS}, conf=ARABIC)

    content = (app.outdir / "events/2018-06-05-chisinau.html").read_text("utf-8")
    page = BeautifulSoup(content, "html.parser")
    boxes = page.select(".recommendation")
    assert [box.strong.get_text() for box in boxes] == ["Recommendation ١", "Recommendation ٢"]
    assert boxes[1].select_one("a[href='#rec-former']").get_text() == "Recommendation ١"
    figures = [figure.get_text() for figure in page.select(".preview dd")]
    assert len(figures) == 6
    assert figures[0].startswith("٠")
    assert all(figure.strip("٠١٢٣٤٥٦٧٨٩٪\u061c") == "" for figure in figures), figures
