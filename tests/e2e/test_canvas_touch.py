"""A tablet, by fingers alone: two pan and pinch, one drags a node and draws a wire, one that rests opens the menu."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from hands import (
    Point,
    box_of,
    card,
    draw,
    expect_place,
    expect_wires,
    middle,
    near,
    port,
    selected,
    settled,
    view,
    wire_middle,
    zoom,
)
from served import Served

CHAIN = {"data": "input@0,0", "first": "Dense@0,1.2", "second": "Dense@0,2.4", "loose": "Dropout@1,1.2"}
WIRED = ("data first", "first second")


class Fingers:
    """On the glass, by the browser's own touch input."""

    def __init__(self, page: Page, line: CDPSession) -> None:
        self.page, self.line, self.down = page, line, [(0.0, 0.0)]

    def _send(self, kind: str, points: list[Point]) -> None:
        touches = [{"x": x, "y": y, "id": at} for at, (x, y) in enumerate(points)]
        self.line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def press(self, *points: Point) -> None:
        self.down = list(points)
        self._send("touchStart", self.down)

    def move(self, *points: Point, steps: int = 8) -> None:
        start = self.down
        for step in range(1, steps + 1):
            part = step / steps
            self.down = [
                (x + (to_x - x) * part, y + (to_y - y) * part)
                for (x, y), (to_x, to_y) in zip(start, points, strict=True)
            ]
            self._send("touchMove", self.down)

    def lift(self) -> None:
        # A finger that is lifted in full flight throws what it holds; the browser then takes the next tap for the hand that catches it.
        self.page.wait_for_timeout(120)
        self._send("touchEnd", [])

    def drag(self, start: Point, end: Point) -> None:
        self.press(start)
        self.move(end)
        self.lift()

    def tap(self, at: Point) -> None:
        self.press(at)
        self.lift()

    def rest(self, at: Point) -> None:
        self.press(at)
        self.page.wait_for_timeout(700)
        self.lift()


@pytest.fixture(scope="module")
def glass(chromium: Browser, layerloom: Served) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1024, "height": 768}, has_touch=True)
    context.add_init_script("localStorage.setItem('layerloom.panes', JSON.stringify({ dock: false }))")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(layerloom.url)
    yield page
    context.close()


@pytest.fixture
def tablet(glass: Page) -> Page:
    glass.evaluate("location.hash = '#/'")
    glass.get_by_role("heading", name="Draw a network.").wait_for()
    glass.wait_for_timeout(300)
    glass.get_by_role("button", name="Empty canvas").click()
    glass.get_by_role("heading", name="Begin with an input.").wait_for()
    draw(glass, CHAIN, ", ".join(WIRED))
    return glass


@pytest.fixture
def fingers(tablet: Page) -> Iterator[Fingers]:
    line = tablet.context.new_cdp_session(tablet)
    yield Fingers(tablet, line)
    line.detach()


def test_two_fingers_move_the_canvas_and_a_pinch_zooms_about_its_middle(tablet: Page, fingers: Fingers) -> None:
    left, top, _, height = box_of(tablet.get_by_test_id("canvas"))
    a, b = (left + 60, top + height - 200), (left + 160, top + height - 200)
    (x, y), size = view(tablet), zoom(tablet)
    fingers.press(a, b)
    fingers.move((a[0] + 70, a[1] - 50), (b[0] + 70, b[1] - 50))
    fingers.lift()
    assert view(tablet) == pytest.approx((x + 70, y - 50), abs=2)
    assert zoom(tablet) == pytest.approx(size, rel=0.02)
    assert selected(tablet) == set()

    before = middle(card(tablet, "first"))
    at = before[0] - 20, before[1]
    fingers.press((at[0] - 40, at[1]), (at[0] + 40, at[1]))  # over a node, as it comes
    fingers.move((at[0] - 60, at[1]), (at[0] + 60, at[1]))
    fingers.lift()
    assert zoom(tablet) == pytest.approx(1.5 * size, rel=0.05)
    assert middle(card(tablet, "first")) == pytest.approx((at[0] + 30, at[1]), abs=4), "what lay between stays there"
    expect_wires(tablet, *WIRED)
    tablet.keyboard.press("ControlOrMeta+z")
    expect(card(tablet, "first")).to_have_count(0)  # the drawing itself: the pinch moved no node


def test_one_finger_moves_the_canvas_where_it_is_empty(tablet: Page, fingers: Fingers) -> None:
    left, top, _, height = box_of(tablet.get_by_test_id("canvas"))
    at = (left + 80, top + height - 160)
    x, y = view(tablet)
    fingers.drag(at, (at[0] + 60, at[1] - 80))
    assert view(tablet) == pytest.approx((x + 60, y - 80), abs=2)


def test_a_finger_drags_a_node_in_one_step(tablet: Page, fingers: Fingers) -> None:
    x, y, _, _ = box_of(card(tablet, "loose"))
    start = near(card(tablet, "loose"))
    fingers.drag(start, (start[0] + 40, start[1] + 160))
    expect_place(card(tablet, "loose"), x + 40, y + 160, within=8)
    assert middle(card(tablet, "first"))[1] < y + 160
    tablet.get_by_role("button", name="Undo").tap()
    expect_place(card(tablet, "loose"), x, y, within=1)


def test_a_tap_selects_and_a_tap_beside_selects_nothing(tablet: Page, fingers: Fingers) -> None:
    fingers.tap(near(card(tablet, "first")))
    expect(card(tablet, "first")).to_have_class(re.compile("selected"))
    left, top, _, height = box_of(tablet.get_by_test_id("canvas"))
    fingers.tap((left + 80, top + height - 160))
    expect(card(tablet, "first")).not_to_have_class(re.compile("selected"))


def test_a_finger_that_rests_opens_the_menu_of_what_lies_there(tablet: Page, fingers: Fingers) -> None:
    menu = tablet.get_by_role("menu", name="What can be done here")
    fingers.rest(near(card(tablet, "first")))
    expect(menu).to_be_visible()
    assert selected(tablet) == {"first"}
    menu.get_by_role("menuitem", name="Delete").tap()
    expect_wires(tablet, "data second")
    expect(menu).to_have_count(0)

    fingers.rest(wire_middle(tablet, "data second"))
    expect(menu.get_by_role("menuitem", name="Insert a layer into the wire")).to_be_visible()
    left, top, _, _ = box_of(tablet.get_by_test_id("canvas"))
    empty = (left + 200, top + 120)
    fingers.tap(empty)
    expect(menu).to_have_count(0)
    fingers.rest(empty)
    menu.get_by_role("menuitem", name="Add a layer here").tap()
    dialog = tablet.get_by_role("dialog", name="Add")
    dialog.get_by_role("option", name=re.compile("^Dense")).first.tap()
    expect(card(tablet, "dense_1")).to_be_visible()
    assert middle(card(tablet, "dense_1")) == pytest.approx(empty, abs=4)


def test_a_finger_that_moves_on_opens_no_menu(tablet: Page, fingers: Fingers) -> None:
    start = near(card(tablet, "loose"))
    fingers.press(start)
    fingers.move((start[0] + 30, start[1] + 60))
    tablet.wait_for_timeout(700)
    fingers.lift()
    expect(tablet.get_by_role("menu")).to_have_count(0)


def test_a_finger_draws_a_wire_to_a_body(tablet: Page, fingers: Fingers) -> None:
    fingers.tap(near(card(tablet, "first")))
    fingers.drag(middle(port(tablet, "first")), near(card(tablet, "loose"), 60, 20))
    expect_wires(tablet, *WIRED, "first loose")


def test_a_wire_let_go_on_empty_canvas_by_a_finger_offers_what_fits_and_wires_the_tapped_choice(
    tablet: Page, fingers: Fingers
) -> None:
    x, y, _, height = box_of(card(tablet, "loose"))
    end = x + 60, y + height + 140
    fingers.tap(near(card(tablet, "first")))
    fingers.press(middle(port(tablet, "first")))
    fingers.move(end)
    expect(card(tablet, "data").locator("[data-verdict=no]")).to_contain_text("wrong way")
    fingers.lift()
    menu = tablet.get_by_role("dialog", name=re.compile("^After first"))
    expect(menu.locator("[role=option][data-fits=no]")).to_have_count(0)
    choice = menu.get_by_role("option", name=re.compile("^Dropout")).first
    expect(choice).to_be_visible()
    choice.tap()
    expect_wires(tablet, *WIRED, "first dropout_1")
    assert middle(card(tablet, "dropout_1")) == pytest.approx(end, abs=24), "it stands where the finger was lifted"
    tablet.get_by_role("button", name="Undo").tap()  # node and wire are one step
    expect_wires(tablet, *WIRED)
    expect(card(tablet, "dropout_1")).to_have_count(0)


def test_a_wire_is_pulled_off_an_input_by_a_finger_and_brought_back(tablet: Page, fingers: Fingers) -> None:
    x, y, _, height = box_of(card(tablet, "loose"))
    fingers.drag(middle(port(tablet, "second", "input")), (x + 60, y + height + 140))
    expect_wires(tablet, "data first")
    tablet.get_by_role("button", name="Undo").last.tap()
    expect_wires(tablet, *WIRED)


def test_taps_alone_draw_a_wire_by_the_list_of_where_it_may_go(tablet: Page, fingers: Fingers) -> None:
    fingers.rest(near(card(tablet, "first")))
    tablet.get_by_role("menuitem", name="Wire to…").tap()
    targets = tablet.get_by_role("dialog", name="Wire first to")
    targets.get_by_role("option", name=re.compile("^loose")).tap()
    expect_wires(tablet, *WIRED, "first loose")


def test_a_second_finger_takes_back_what_the_first_has_begun(tablet: Page, fingers: Fingers) -> None:
    x, y, _, _ = box_of(card(tablet, "loose"))
    start = near(card(tablet, "loose"))
    at = (start[0] + 30, start[1] + 60)
    fingers.press(start)
    fingers.move(at)
    expect_place(card(tablet, "loose"), x + 30, y + 60, within=8)
    fingers.press(at, (at[0] - 200, at[1]))
    fingers.move((at[0] + 50, at[1]), (at[0] - 150, at[1]))
    fingers.lift()
    expect_place(card(tablet, "loose"), x + 50, y, within=2)  # the canvas moved, the node did not


@pytest.mark.parametrize("rest", [0, 600], ids=["at once", "late"])
def test_what_a_second_finger_took_back_leaves_nothing_to_undo(tablet: Page, fingers: Fingers, rest: int) -> None:
    """The last step is the one before the gesture: for a node in the hand as for a wire."""
    x, y, _, _ = box_of(card(tablet, "loose"))
    start = near(card(tablet, "loose"))
    for begin, first in ((start, (start[0] + 30, start[1] + 60)), (middle(port(tablet, "first")), (x + 90, y + 150))):
        fingers.press(begin)
        fingers.move(first)
        tablet.wait_for_timeout(rest)  # the other hand comes when it comes
        fingers.press(first, (first[0] - 160, first[1]))
        fingers.move((first[0], first[1] + 20), (first[0] - 160, first[1] + 20))
        fingers.lift()
        expect(tablet.get_by_role("dialog")).to_have_count(0)
        expect(tablet.get_by_role("menu")).to_have_count(0)
        fingers.press(first, (first[0] - 160, first[1]))
        fingers.move((first[0], first[1] - 20), (first[0] - 160, first[1] - 20))
        fingers.lift()
    expect_wires(tablet, *WIRED)
    expect_place(card(tablet, "loose"), x, y, within=2)
    tablet.get_by_role("button", name="Undo").tap()
    expect(card(tablet, "loose")).to_have_count(0)  # the drawing itself


def test_a_note_is_added_and_removed_by_the_menus_of_a_finger_that_rests(tablet: Page, fingers: Fingers) -> None:
    menu = tablet.get_by_role("menu", name="What can be done here")
    left, top, _, _ = box_of(tablet.get_by_test_id("canvas"))
    fingers.rest((left + 200, top + 120))
    menu.get_by_role("menuitem", name=re.compile("note", re.I)).first.tap()
    expect(tablet.get_by_role("textbox", name="Text of the note")).to_be_focused()
    tablet.keyboard.type("By hand")
    tablet.keyboard.press("Escape")
    note = tablet.locator(".react-flow__node").filter(has_text="By hand")
    expect(note).to_have_count(1)
    fingers.rest(middle(note))
    expect(menu).to_be_visible()
    menu.get_by_role("menuitem", name="Delete").tap()
    expect(note).to_have_count(0)


def test_a_layer_is_carried_out_of_the_drawer(tablet: Page, fingers: Fingers) -> None:
    tablet.get_by_role("button", name="Layers", exact=True).tap()
    item = tablet.get_by_role("button", name="Add Flatten").first
    item.scroll_into_view_if_needed()
    x, y = middle(item)
    left, top, width, height = box_of(tablet.get_by_test_id("canvas"))
    end = (left + width - 180, top + height - 200)
    fingers.press((x, y))
    fingers.move((x + 60, y))
    fingers.move(end)
    fingers.lift()
    expect(card(tablet, "flatten_1")).to_be_visible()
    settled(tablet)
    assert middle(card(tablet, "flatten_1")) == pytest.approx(end, abs=30)
