"""What is seen of the canvas: fit, full size, what is selected, the map, detail, guides; notes on it; what the wheel does."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from hands import Point, box_of, card, draw, draw_beside, holding, middle, move, near, pick, press, settled, view, zoom
from steps import ended, open_template, saved, shape, train

CHAIN = {"data": "input", "first": "Dense", "second": "Dense", "answer": "output"}
WIRED = "data first, first second, second answer"


@pytest.fixture
def canvas(empty: Page) -> Page:
    draw(empty, CHAIN, WIRED)
    return empty


def inside(page: Page, name: str) -> bool:
    left, top, width, height = box_of(page.get_by_test_id("canvas"))
    x, y, w, h = box_of(card(page, name))
    return left <= x and top <= y and x + w <= left + width and y + h <= top + height


def changed(page: Page, how: Callable[[], None]) -> None:
    """Until the view has moved, and stands still again."""
    before = view(page), zoom(page)
    how()
    page.wait_for_timeout(30)
    settled(page)
    assert (view(page), zoom(page)) != before


def test_everything_full_size_and_what_is_selected_are_one_key_or_press_away(canvas: Page) -> None:
    draw_beside(canvas, "data", "far", "Dense@1.4,0")
    x, y = middle(card(canvas, "answer"))
    with holding(canvas, near(card(canvas, "answer"))):
        move(canvas, (x, y + 60))
    canvas.mouse.move(400, 700)
    canvas.evaluate("document.activeElement.blur()")
    for _ in range(3):
        press(canvas, "+")
        settled(canvas)
    assert zoom(canvas) > 1
    changed(canvas, lambda: press(canvas, "f"))
    assert all(inside(canvas, name) for name in (*CHAIN, "far"))
    canvas.get_by_role("button", name="Zoom out").click()
    settled(canvas)
    assert zoom(canvas) < 1
    changed(canvas, lambda: press(canvas, "Shift+0"))
    assert zoom(canvas) == pytest.approx(1)
    pick(canvas, "first", "second")
    changed(canvas, lambda: press(canvas, "Shift+2"))
    assert zoom(canvas) > 1
    (x1, y1), (x2, y2) = middle(card(canvas, "first")), middle(card(canvas, "second"))
    assert ((x1 + x2) / 2, (y1 + y2) / 2) == pytest.approx(middle(canvas.get_by_test_id("canvas")), abs=2)
    changed(canvas, lambda: canvas.get_by_role("button", name="Show everything").click())
    assert all(inside(canvas, name) for name in (*CHAIN, "far"))
    changed(canvas, lambda: (press(canvas, "-"), press(canvas, "-"))[0])
    changed(canvas, lambda: canvas.get_by_role("button", name=re.compile("back to full size")).click())
    assert zoom(canvas) == pytest.approx(1)


def test_the_map_comes_when_something_is_out_of_sight_and_leads_there(canvas: Page) -> None:
    chart = canvas.get_by_role("img", name="Map of the network")
    expect(chart).to_have_count(0)
    draw_beside(canvas, "data", "far", "Dense@1.2,0")
    for _ in range(8):
        press(canvas, "ArrowLeft")  # with nothing selected the view moves
    settled(canvas)
    expect(chart).to_be_visible()
    assert not inside(canvas, "far")
    left, top, width, height = box_of(chart)
    with holding(canvas, (left + width / 4, top + height / 2)):
        before = view(canvas)
        move(canvas, (left + width - 12, top + 12))  # where the map shows it
        assert view(canvas)[0] < before[0], "the view goes along"
    settled(canvas)
    assert inside(canvas, "far")
    for _ in range(8):
        press(canvas, "ArrowLeft")
    expect(chart).to_be_visible()
    press(canvas, "m")
    expect(chart).to_have_count(0)
    press(canvas, "m")
    expect(chart).to_be_visible()


def test_a_note_is_written_moved_coloured_made_larger_and_removed(canvas: Page) -> None:
    note = canvas.locator(".react-flow__node-note")
    canvas.mouse.move(420, 300)
    press(canvas, "n")
    expect(canvas.get_by_role("textbox", name="Text of the note")).to_be_focused()
    canvas.keyboard.type("**Why** two?\n- it is *enough*")
    press(canvas, "Escape")
    expect(note.locator("b")).to_have_text("Why")
    expect(note.locator("li")).to_have_text("it is enough")
    expect(note).to_have_attribute("aria-label", re.compile("^Note: "))
    x, y, width, height = box_of(note)
    assert x < 420 < x + width
    assert y < 300 < y + height
    note.click()
    canvas.get_by_role("button", name="Blue").click()
    expect(note.locator("[data-color=blue]").first).to_be_attached()
    corner = canvas.get_by_test_id("note-corner")
    with holding(canvas, corner):
        right, bottom = middle(corner)
        move(canvas, (right + 60, bottom + 40))
    assert box_of(note)[2:] == pytest.approx((width + 60, height + 40), abs=6)
    with holding(canvas, near(note, 20, 12)):
        move(canvas, (x + 20, y + 12 + 120))
    assert box_of(note)[1] == pytest.approx(y + 120, abs=8)
    note.dblclick()
    canvas.get_by_role("textbox", name="Text of the note").fill("shorter")
    canvas.mouse.click(420, 700)
    expect(note).to_have_text("shorter")
    note.click()
    press(canvas, "Delete")
    expect(note).to_have_count(0)
    for _ in range(7):
        press(canvas, "ControlOrMeta+z")
    expect(note).to_have_count(0)
    for _ in range(6):
        press(canvas, "ControlOrMeta+Shift+z")
    expect(note).to_have_text("shorter")


def test_a_dragged_node_keeps_in_line_and_shows_the_line_until_it_is_let_go(canvas: Page) -> None:
    draw_beside(canvas, "data", "loose", "Dense@1,0.4")
    lines = canvas.locator(".react-flow__viewport-portal path")
    x, y, _, _ = box_of(card(canvas, "loose"))
    _, wanted, _, _ = box_of(card(canvas, "first"))
    grip = (x + 30, y + 16)
    with holding(canvas, grip):
        move(canvas, (grip[0] + 20, grip[1] + wanted - y + 4))
        expect(lines).not_to_have_count(0)
        assert box_of(card(canvas, "loose"))[1] == pytest.approx(wanted), "it leapt into line"
        canvas.keyboard.down("Control")
        expect(lines).to_have_count(0)
        assert box_of(card(canvas, "loose"))[1] == pytest.approx(wanted + 4, abs=1), "Ctrl lets go of it"
        canvas.keyboard.up("Control")
        assert box_of(card(canvas, "loose"))[1] == pytest.approx(wanted)
    expect(lines).to_have_count(0)
    assert box_of(card(canvas, "loose"))[1] == pytest.approx(wanted)
    press(canvas, "ControlOrMeta+z")  # one step
    assert box_of(card(canvas, "loose"))[:2] == pytest.approx((x, y))


def test_far_away_a_card_is_its_colour(canvas: Page) -> None:
    paint = "(one) => getComputedStyle(one.querySelector('[data-unused], [style]')).backgroundColor"
    line = card(canvas, "first").get_by_text(re.compile("Dense · 4"))
    expect(line).to_be_visible()
    near_by = {name: card(canvas, name).evaluate(paint) for name in ("data", "first")}
    assert near_by["data"] == near_by["first"]
    for _ in range(8):
        press(canvas, "-")
        settled(canvas)
    assert zoom(canvas) < 0.45
    expect(line).not_to_be_visible()
    far = {name: card(canvas, name).evaluate(paint) for name in ("data", "first")}
    assert far["data"] != far["first"] != near_by["first"], "each has the colour of its group"
    handle = box_of(card(canvas, "first").locator(".react-flow__handle").first)
    assert min(handle[2:]) >= 15.9, "still to be hit"
    press(canvas, "Shift+0")
    expect(line).to_be_visible()


def test_go_to_anything_finds_a_node_and_shows_it(canvas: Page) -> None:
    for _ in range(12):
        press(canvas, "ArrowDown")
    assert not inside(canvas, "data")
    press(canvas, "ControlOrMeta+k")
    dialog = canvas.get_by_role("dialog", name="Go to anything")
    expect(dialog.get_by_role("combobox")).to_be_focused()
    canvas.keyboard.type("data")
    expect(dialog.get_by_role("option", selected=True)).to_contain_text("data")
    press(canvas, "Enter")
    expect(dialog).to_have_count(0)
    expect(card(canvas, "data")).to_have_class(re.compile("selected"))
    canvas.wait_for_timeout(50)
    settled(canvas)
    assert inside(canvas, "data")
    press(canvas, "ControlOrMeta+k")
    canvas.keyboard.type("tidy up")
    press(canvas, "Enter")
    canvas.wait_for_timeout(400)
    settled(canvas)
    xs = {round(middle(card(canvas, name))[0]) for name in CHAIN}
    assert len(xs) == 1, "a command is found there, too"


def wheel(page: Page, at: Point, x: float, y: float) -> None:
    page.mouse.move(*at)
    page.mouse.wheel(x, y)
    page.wait_for_timeout(60)
    settled(page)


def test_mouse_or_trackpad_is_asked_once_and_changed_in_the_settings(page: Page) -> None:
    open_template(page, "Iris")
    expect(page.locator(".react-flow__node-card").first).to_be_visible()
    settled(page)
    at = (420.0, 300.0)
    question = page.get_by_role("region", name="How do you move around?")
    expect(question).to_have_count(0)
    before = zoom(page)
    wheel(page, at, 0, 100)
    assert zoom(page) < before, "a mouse is assumed: the wheel zooms"
    expect(question).to_be_visible()
    question.get_by_role("button", name=re.compile("trackpad")).click()
    expect(question).to_have_count(0)
    size, (x, y) = zoom(page), view(page)
    wheel(page, at, 30, 50)
    assert zoom(page) == size, "now it moves"
    assert view(page) == pytest.approx((x - 30, y - 50), abs=1)
    page.keyboard.down("Control")  # as a pinch comes from a trackpad
    wheel(page, at, 0, -40)
    page.keyboard.up("Control")
    assert zoom(page) > size

    saved(page)
    page.reload()
    expect(page.locator(".react-flow__node-card").first).to_be_visible()
    settled(page)
    (x, y) = view(page)
    wheel(page, at, 0, 50)
    assert view(page)[1] == pytest.approx(y - 50, abs=1), "it was remembered"
    expect(question).to_have_count(0)
    press(page, "ControlOrMeta+,")
    page.get_by_role("combobox", name="Wheel").select_option(label="Mouse: zooms")
    press(page, "Escape")
    before = zoom(page)
    wheel(page, at, 0, 100)
    assert zoom(page) < before
    expect(question).to_have_count(0)


def test_a_node_shows_an_error_and_what_changed_since_the_newest_run(page: Page) -> None:
    open_template(page, "Iris")
    shape(page, "4")
    page.get_by_role("textbox", name="epochs").fill("1")
    press(page, "Enter")
    saved(page)
    train(page)
    ended(page)
    marked = page.get_by_title("Changed since the newest run")
    expect(marked).to_have_count(0)
    layer = page.locator(".react-flow__node-card").filter(has_text="Dense").first
    layer.click()
    page.get_by_role("spinbutton", name="units").fill("7")
    press(page, "Enter")
    expect(layer.get_by_title("Changed since the newest run")).to_be_visible()
    expect(marked).to_have_count(1)
    page.locator(".react-flow__pane").click(position={"x": 40, "y": 40})
    press(page, "ControlOrMeta+z")
    expect(marked).to_have_count(0)


def test_a_large_network_is_there_at_once_where_one_looks_and_soon_as_a_whole(empty: Page) -> None:
    rows = [f"layer_{at}" for at in range(150)]
    draw(
        empty,
        dict.fromkeys(rows, "Dense"),
        ", ".join(f"{one} {next}" for one, next in pairwise(rows)),
    )
    saved(empty)
    empty.reload()
    settled(empty)
    assert inside(empty, "layer_0"), "it begins at its top"
    assert zoom(empty) > 0.5, "where it can be read"
    expect(empty.locator(".react-flow__node-card")).to_have_count(150)
    expect(empty.locator(".react-flow__edge")).to_have_count(149)
