"""Every screen as it was last looked at and found good: at four widths, in light, dark and high contrast, empty, full, loading and broken."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from looks import look
from served import Served, end, free_port, start
from steps import add, node, open_template, saved, shape, wire

LIGHT: dict[str, Any] = {"color_scheme": "light"}
DARK: dict[str, Any] = {"color_scheme": "dark"}
CONTRAST: dict[str, Any] = {"color_scheme": "light", "contrast": "more"}
DESK, SMALL_DESK, TABLET, PHONE = (1440, 900), (1024, 768), (768, 1024), (390, 844)
EVERYWHERE = [
    pytest.param(size, scheme, id=f"{size[0]}-{name}")
    for name, scheme in (("light", LIGHT), ("dark", DARK))
    for size in (DESK, SMALL_DESK, TABLET, PHONE)
]
AT_A_DESK = [
    pytest.param(DESK, scheme, id=f"1440-{name}")
    for name, scheme in (("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST))
]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A Layerloom that nobody else uses: its start page shows what these tests made, in their order."""
    served = start(tmp_path_factory.mktemp("looks") / "home", free_port())
    yield served
    end(served)


@pytest.fixture(scope="module")
def judge(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


@pytest.fixture
def see(judge: Page, request: pytest.FixtureRequest) -> Callable[..., None]:
    """Compares the page with the picture kept for this test."""
    shown = re.sub(r"\W+", "-", request.node.name.removeprefix("test_")).strip("-")
    return lambda page, **rest: look(page, judge, shown, **rest)


@pytest.fixture
def page(chromium: Browser, alone: Served, size: tuple[int, int], scheme: dict[str, Any]) -> Iterator[Page]:
    """The start page in one look at one size, with nothing in motion."""
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", **scheme)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(alone.url)
    page.get_by_role("button", name=re.compile("^Digits")).first.wait_for()
    yield page
    context.close()


def digits(page: Page) -> None:
    open_template(page, "Digits")
    if (page.viewport_size or {"width": 0})["width"] > 640:
        shape(page, "8 × 8 × 1")
        shape(page, "576")
    if page.viewport_size == {"width": DESK[0], "height": DESK[1]}:
        page.get_by_role("list", name="First rows").get_by_role("img").first.wait_for(timeout=60_000)
    saved(page)


@pytest.mark.parametrize(("size", "scheme"), EVERYWHERE)
def test_start(page: Page, see: Callable[..., None]) -> None:
    see(page)


@pytest.mark.parametrize(("size", "scheme"), EVERYWHERE)
def test_project(page: Page, see: Callable[..., None]) -> None:
    digits(page)
    see(page)


@pytest.mark.parametrize(("size", "scheme"), AT_A_DESK)
def test_inspector(page: Page, see: Callable[..., None]) -> None:
    digits(page)
    node(page, "conv_1").click()
    page.get_by_role("textbox", name="Name").wait_for()
    page.get_by_text(re.compile("^equation =")).first.wait_for()  # what fits is computed by then
    see(page)


@pytest.mark.parametrize(("size", "scheme"), AT_A_DESK)
def test_problem(page: Page, see: Callable[..., None]) -> None:
    digits(page)
    wire(page, node(page, "flatten"), add(page, "Conv2D", 680, 330))
    expect(page.get_by_text("Conv2D wants a picture, it got a list.").first).to_be_visible(timeout=30_000)
    see(page)


@pytest.mark.parametrize(("size", "scheme"), AT_A_DESK[:2])
def test_empty(page: Page, see: Callable[..., None]) -> None:
    page.get_by_role("button", name="Empty canvas").click()
    page.get_by_role("heading", name="Begin with an input.").wait_for()
    see(page)


@pytest.mark.parametrize(("size", "scheme"), AT_A_DESK[:2])
def test_loading(page: Page, see: Callable[..., None]) -> None:
    """The answer that everything waits for does not come."""
    digits(page)
    page.route("**/api/catalog*", lambda route: None)
    page.reload()
    page.wait_for_timeout(1500)
    see(page)


@pytest.mark.parametrize(("size", "scheme"), AT_A_DESK[:2])
def test_broken(page: Page, see: Callable[..., None]) -> None:
    page.goto(re.sub("#.*", "", page.url) + "#/projects/0000000000000000")
    page.get_by_role("heading").first.wait_for()
    see(page)


@pytest.mark.parametrize(("size", "scheme"), AT_A_DESK[:2])
def test_settings(page: Page, see: Callable[..., None]) -> None:
    digits(page)
    page.keyboard.press("ControlOrMeta+,")
    page.get_by_role("dialog").wait_for()
    see(page)


@pytest.mark.parametrize(("size", "scheme"), AT_A_DESK[:2])
def test_palette(page: Page, see: Callable[..., None]) -> None:
    digits(page)
    page.keyboard.press("ControlOrMeta+k")
    page.get_by_role("dialog").wait_for()
    see(page)
