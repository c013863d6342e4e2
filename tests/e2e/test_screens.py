"""Every screen at a desk's and a phone's width, light and dark: nothing runs over, everything has a name and can be hit."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from served import Served
from steps import CARDS, open_template, shape

NAMED = {
    "button", "link", "textbox", "combobox", "searchbox", "checkbox", "radio", "switch", "slider", "spinbutton", "tab",
    "menuitem", "option", "listbox", "dialog", "separator", "tabpanel", "region",
}  # fmt: skip
TABS = ("Curves", "Summary", "Plot", "Problems", "Runs", "Log")


@pytest.fixture(params=[(1440, 900, "light"), (1440, 900, "dark"), (390, 844, "light"), (390, 844, "dark")], ids=str)
def screen(request: pytest.FixtureRequest, chromium: Browser, layerloom: Served) -> Iterator[Page]:
    """The start page at one size in one scheme; any error in the console fails the test."""
    width, height, scheme = request.param
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    context.set_default_timeout(15_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(layerloom.url)
    page.get_by_role("button", name=re.compile("^Digits")).wait_for()
    yield page
    context.close()
    assert not [text for text in errors if "status of 503" not in text], errors  # the worker is still coming


def check(page: Page) -> None:
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over <= 0, f"{over} px wider than the window"
    nameless = [f"{role} {where}" for role, name, where in accessible(page) if role in NAMED and not name.strip()]
    assert not nameless, nameless


def accessible(page: Page) -> list[tuple[str, str, str]]:
    """(role, name, description) of everything a screen reader meets."""
    client = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = client.send("Accessibility.getFullAXTree")["nodes"]
    client.detach()
    return [
        (
            node.get("role", {}).get("value", ""),
            node.get("name", {}).get("value", ""),
            str(node.get("backendDOMNodeId", "")),
        )
        for node in nodes
        if not node.get("ignored")
    ]


def test_every_screen_fits_and_every_control_has_a_name(screen: Page) -> None:
    page = screen
    phone = (page.viewport_size or {"width": 0})["width"] < 640
    check(page)
    open_template(page, "Digits")
    shape(page, "8 × 8 × 1")
    check(page)
    if page.get_by_role("button", name="Show lab bench").count():
        page.get_by_role("button", name="Show lab bench").click()
    for tab in TABS:
        page.get_by_role("tab", name=re.compile(f"^{tab}")).click()
        check(page)
    if phone:
        page.get_by_role("button", name="Layers").click()
        check(page)
        page.get_by_role("button", name="Close").click(position={"x": 380, "y": 300})
        page.get_by_role("button", name="Settings").click()
        check(page)
        return
    page.get_by_role("button", name="Export").click()
    check(page)
    page.keyboard.press("Escape")
    nodes = page.locator(CARDS)
    for at in (0, 1, nodes.count() - 1):
        nodes.nth(at).click()
        check(page)
        page.get_by_role("tab", name="About").click()
        check(page)
        page.get_by_role("tab", name="Settings").click()
    page.get_by_role("tab", name="Code").click()
    expect(page.get_by_label("Python source")).to_be_visible()
    for name in ("Copy", "Download"):
        box = page.get_by_role("button", name=name, exact=True).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 1440, name


HANDLES = """() => [...document.querySelectorAll('.react-flow__handle')].map((handle) => {
  const { width, height } = handle.getBoundingClientRect()
  return Math.min(width, height)
})"""


def test_handles_can_be_hit_at_any_zoom(page: Page) -> None:
    open_template(page, "Digits")
    shape(page, "8 × 8 × 1")
    zoomed: list[float] = []
    for name in ("Zoom out", "Zoom in"):
        button = page.get_by_role("button", name=name)
        for _ in range(18):
            button.click()
            page.wait_for_timeout(130)
        transform = page.locator(".react-flow__viewport").evaluate(
            "(view) => new DOMMatrix(getComputedStyle(view).transform).a"
        )
        zoomed.append(transform)
        sizes = page.evaluate(HANDLES)
        assert sizes
        assert min(sizes) >= 15.9, (name, transform, min(sizes))
    assert zoomed[0] <= 0.11
    assert zoomed[1] >= 1.9


def test_tab_walks_the_header_first_and_searches_once_the_canvas_was_pressed(page: Page) -> None:
    open_template(page, "Digits")
    shape(page, "8 × 8 × 1")
    page.reload()
    shape(page, "8 × 8 × 1")
    names = []
    for _ in range(4):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent"))
    assert names[:3] == ["Skip to the drawing", "Layerloom, all projects", "Project name"], names
    page.get_by_role("button", name="Skip to the drawing").press("Enter")
    assert "react-flow__node" in page.evaluate("document.activeElement.className")
    page.locator(".react-flow__pane").click(position={"x": 40, "y": 300})
    page.keyboard.press("Tab")
    expect(page.get_by_role("dialog", name="Add")).to_be_visible()
    page.keyboard.press("Escape")


def test_the_palette_finds_the_ends_of_a_graph(page: Page) -> None:
    page.get_by_role("button", name="Empty canvas").click()
    search = page.get_by_role("searchbox", name="Search layers")
    for name in ("input", "output"):
        search.fill(name)
        search.press("Enter")
    expect(page.locator(CARDS)).to_have_count(2)
