"""A phone gets outline and training, a tablet the canvas with its panels as drawers: nothing runs over, and a finger hits everything."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from served import Served
from steps import begin, ended, open_template, shape

SMALL = """(least) => {
  const over = document.documentElement.scrollWidth - innerWidth
  const found = over > 0 ? [`the page is ${over} px wider than the window`] : []
  const kinds = 'button, a[href], input, select, textarea, summary, [role=option], [role=menuitem], [role=tab]'
  const above = document.querySelector('dialog:modal, [role=menu], [role=dialog]')
  for (const one of (above ?? document).querySelectorAll(kinds)) {
    if (one.disabled || one.closest('.visually-hidden, [inert], .react-flow__viewport')) continue
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest('label')) continue
    const box = one.getBoundingClientRect()
    const hit = (x, y) => {
      const at = document.elementFromPoint(x, y)
      return at !== null && (one.contains(at) || at.control === one || [...(one.labels ?? [])].some((label) => label.contains(at)))
    }
    // What is wide is hit anywhere along it: near its beginning, where nothing else lies on it.
    const [x, y] = [box.left + Math.min(box.width / 2, 30), box.top + box.height / 2]
    if (box.width < 4 || box.height < 4 || !hit(x, y)) continue // out of sight, or under something else
    // What a link in a sentence is as high as is the sentence's line: it is as wide as its words instead.
    if (one.closest('p') || one.closest('dd')) continue
    const r = least / 2 - 1.5
    const inside = (x, y) => x > 0 && y > 0 && x < innerWidth && y < innerHeight
    const missed = [[x - r, y], [x + r, y], [x, y - r], [x, y + r]].filter(([x, y]) => inside(x, y) && !hit(x, y))
    const clipped = () => {
      for (let above = one.parentElement; above; above = above.parentElement) {
        const { overflowY } = getComputedStyle(above)
        const { top, bottom } = above.getBoundingClientRect()
        if (overflowY !== 'visible' && (y - r < top || y + r > bottom - 16)) return true
      }
      return false
    }
    if (missed.length && !clipped())
      found.push(`${one.ariaLabel || one.textContent.trim() || one.name || one.outerHTML.slice(0, 120)}: ${Math.round(box.width)} × ${Math.round(box.height)}`)
  }
  return found
}"""
TABS = ("Curves", "Summary", "Plot", "Problems", "Runs", "Log")

found: list[str] = []


@pytest.fixture(autouse=True)
def nothing_found() -> Iterator[None]:
    """Every screen of a test is looked at before it fails."""
    found.clear()
    yield
    assert not found, "\n".join(found)


def check(page: Page, where: str) -> None:
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    found.extend(f"{where}: {each}" for each in page.evaluate(SMALL, 40))


def small(chromium: Browser, layerloom: Served, width: int, height: int) -> Iterator[Page]:
    context = chromium.new_context(
        viewport={"width": width, "height": height}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(layerloom.url)
    page.get_by_role("button", name=re.compile("^Digits")).wait_for()
    yield page
    context.close()


@pytest.fixture
def phone(chromium: Browser, layerloom: Served) -> Iterator[Page]:
    yield from small(chromium, layerloom, 390, 844)


@pytest.fixture(params=[(768, 1024), (1024, 768)], ids=["upright", "lying"])
def tablet(chromium: Browser, layerloom: Served, request: pytest.FixtureRequest) -> Iterator[Page]:
    yield from small(chromium, layerloom, *request.param)


def menus(page: Page) -> None:
    page.get_by_role("button", name="More", exact=True).tap()
    check(page, "more")
    page.get_by_role("menuitem", name="Page settings").tap()
    page.get_by_role("dialog", name="Page settings").wait_for()
    check(page, "looks")
    page.get_by_role("button", name="Close").tap()
    page.get_by_role("button", name="More", exact=True).tap()
    page.get_by_role("menuitem", name="Go to…").tap()
    page.get_by_role("combobox", name="Go to anything").wait_for()
    check(page, "palette")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Layers", exact=True).tap()
    page.get_by_role("complementary", name="Layers").wait_for()
    check(page, "layers")
    page.get_by_role("button", name="Close").tap(position={"x": page.evaluate("innerWidth") - 20, "y": 300})
    page.get_by_role("button", name="Settings", exact=True).tap()
    page.get_by_role("complementary", name="Settings").wait_for()
    check(page, "settings")
    page.get_by_role("button", name="Close").tap(position={"x": 10, "y": 300})


def test_a_phone_gets_outline_and_training(phone: Page) -> None:
    check(phone, "start page")
    open_template(phone, "Digits")
    shape(phone, "8 × 8 × 1")
    check(phone, "outline")
    menus(phone)
    phone.locator("[data-scope=outline] [data-id]").nth(1).tap()
    phone.get_by_role("toolbar", name="What can be done with it").wait_for()
    check(phone, "a row")
    begin(phone)
    expect(phone.get_by_text(re.compile(r"epoch \d+ of \d+")).locator("visible=true").first).to_be_visible(
        timeout=60_000
    )
    check(phone, "training")
    ended(phone)
    for tab in TABS:
        phone.get_by_role("tab", name=re.compile(f"^{tab}")).tap()
        phone.get_by_role("tabpanel", name=re.compile(f"^{tab}")).wait_for()
        check(phone, tab)


def test_a_tablet_gets_the_canvas_with_drawers(tablet: Page) -> None:
    check(tablet, "start page")
    open_template(tablet, "Digits")
    shape(tablet, "8 × 8 × 1")
    expect(tablet.get_by_test_id("canvas")).to_be_visible()
    expect(tablet.get_by_role("complementary", name="Layers")).to_have_count(0)
    check(tablet, "canvas")
    menus(tablet)
    nodes = tablet.locator(".react-flow__node")
    nodes.nth(1).tap()
    tablet.get_by_role("button", name="Settings", exact=True).tap()
    expect(tablet.get_by_role("spinbutton", name="filters")).to_be_visible()
    check(tablet, "settings of a node")
