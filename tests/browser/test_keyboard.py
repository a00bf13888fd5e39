"""Readers who go by keyboard see where they are, and can open, walk and close every menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PAGE = "fr/events/2018-06-05-chisinau.html"
# Of what has the focus: whether it is seen, and by which rule of ours
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) { return null; }
  const box = [...one.getClientRects()].find(({width, height}) => width && height);
  const style = getComputedStyle(one);
  const at = box && document.elementFromPoint(
    Math.max(0, Math.min(box.x + box.width / 2, innerWidth - 1)), box.y + box.height / 2);
  return {
    what: one.outerHTML.slice(0, 100),
    inView: Boolean(box) && box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.left < innerWidth,
    uncovered: Boolean(at) && (one.contains(at) || at.contains(one)),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


def walked(page: Page) -> list[dict[str, Any]]:
    """Return what Tab leads to from where the focus is, up to the end of the page."""
    found: list[dict[str, Any]] = []
    while len(found) < 400:
        page.keyboard.press("Tab")
        state = page.evaluate(FOCUS)
        if state is None:
            return found
        found.append(state)
    raise AssertionError("the focus does not come to an end")


def out_of_sight(states: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in states if not (one["inView"] and one["uncovered"] and one["outlined"])]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_focus_is_always_in_view(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/{PAGE}")
    states = walked(page)

    assert len(states) > 30
    assert out_of_sight(states) == []
    assert any("menu-button" in one["what"] for one in states) == (width == 390)


def menus(page: Page) -> list[Locator]:
    shown = page.locator("button[aria-expanded], summary").all()
    return [one for one in shown if one.is_visible()]


def is_open(menu: Locator) -> bool:
    opened = "one => one.ariaExpanded === 'true' || Boolean(one.parentElement.open)"
    return bool(menu.evaluate(opened))


CONTENT = """one => {
  const named = one.getAttribute("aria-controls");
  return named ? document.getElementById(named) : one.parentElement;
}"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", [PAGE, "ru/events/index.html", "en/search.html"])
def test_every_menu_opens_is_walked_and_closes(
    page: Page, address: str, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/{path}")
    assert len(menus(page)) >= (path == PAGE) * 2 + (width == 390)
    for menu in menus(page):
        menu.focus()
        if is_open(menu):
            page.keyboard.press("Enter")
        assert not is_open(menu)
        content = menu.evaluate_handle(CONTENT)
        page.keyboard.press("Enter")
        assert is_open(menu)

        inside = content.evaluate("one => one.querySelectorAll('a, button').length")
        assert inside
        content.evaluate("one => one.querySelector('a, button').focus()")
        for _ in range(inside):
            state = page.evaluate(FOCUS)
            assert out_of_sight([state]) == []
            assert content.evaluate("one => one.contains(document.activeElement)")
            page.keyboard.press("Tab")
        assert not content.evaluate("one => one.contains(document.activeElement)")

        menu.focus()
        page.keyboard.press("Enter")
        assert not is_open(menu)
        seen = content.evaluate(
            "one => [...one.querySelectorAll('a, button')].filter(link => link.checkVisibility())"
            ".length"
        )
        assert seen == 0, "what is closed cannot have the focus"


def test_escape_closes_the_menu_and_gives_the_focus_back(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{address}/{PAGE}")
    button = page.locator(".menu-button")
    button.focus()
    page.keyboard.press("Enter")
    page.locator("#site-menu a").nth(1).focus()
    page.keyboard.press("Escape")

    assert not is_open(button)
    assert not page.locator("#site-menu").is_visible()
    assert button.evaluate("one => one === document.activeElement")


def test_nothing_moves_and_borders_stay_where_colours_are_forced(page: Page, address: str) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(f"{address}/{PAGE}")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(one => {
            const style = getComputedStyle(one);
            return style.scrollBehavior === "smooth" || style.animationName !== "none"
              || style.transitionDuration.split(",").some(time => parseFloat(time) > 0);
        }).length"""
    )
    border = page.locator(".search-form .field").evaluate(
        "one => getComputedStyle(one).borderTopWidth"
    )

    assert moving == 0
    assert border != "0px"
