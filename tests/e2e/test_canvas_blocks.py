"""A part of the model as one node: grouped, gone into, changed inside, left, unpacked; with the hand and by keyboard alone."""

import pytest
from playwright.sync_api import Locator, Page, expect

from hands import card, drag, draw, expect_wires, middle, pick, press, selected, settled, view, zoom

CHAIN = {
    "image": "input",
    "conv": "Conv2D",
    "drop": "Dropout",
    "flat": "Flatten",
    "dense": "Dense",
    "label": "output",
}
WIRED = "image conv, conv drop, drop flat, flat dense, dense label"
OUTSIDE = ("image block_1", "block_1 flat", "flat dense", "dense label")


@pytest.fixture
def canvas(empty: Page) -> Page:
    draw(empty, CHAIN, WIRED)
    return empty


def grouped(page: Page) -> None:
    pick(page, "conv", "drop")
    press(page, "ControlOrMeta+g")
    expect(card(page, "block_1")).to_be_visible()


def test_grouped_nodes_stand_as_one_and_undo_brings_them_back(canvas: Page) -> None:
    grouped(canvas)
    expect_wires(canvas, *OUTSIDE)
    assert selected(canvas) == {"block_1"}
    expect(card(canvas, "block_1")).to_contain_text("2 layers")
    press(canvas, "ControlOrMeta+z")
    expect_wires(canvas, "image conv", "conv drop", "drop flat", "flat dense", "dense label")
    press(canvas, "ControlOrMeta+Shift+z", "ControlOrMeta+Shift+g")
    expect_wires(canvas, "image conv", "conv drop", "drop flat", "flat dense", "dense label")


def test_what_would_leave_a_block_and_come_back_is_refused_and_taken_in_on_a_press(canvas: Page) -> None:
    pick(canvas, "conv", "flat")
    press(canvas, "ControlOrMeta+g")
    expect(canvas.get_by_text("drop lies between")).to_be_visible()
    canvas.get_by_role("button", name="Select too").click()
    assert selected(canvas) == {"conv", "drop", "flat"}
    press(canvas, "ControlOrMeta+g")
    expect_wires(canvas, "image block_1", "block_1 dense", "dense label")


def test_a_block_is_gone_into_changed_and_left_as_it_was_seen(canvas: Page) -> None:
    grouped(canvas)
    press(canvas, "-", "-")
    settled(canvas)
    seen = view(canvas), zoom(canvas)
    card(canvas, "block_1").dblclick(position={"x": 80, "y": 18})
    expect_wires(canvas, "x conv", "conv drop", "drop y")
    where = canvas.get_by_role("navigation", name="Where you are")
    expect(where).to_contain_text("block_1")
    # What is added stands inside.
    pick(canvas, "drop")
    canvas.get_by_role("button", name="Add BatchNormalization", exact=True).first.click()
    expect_wires(canvas, "x conv", "conv drop", "drop batch_norm_1", "batch_norm_1 y")
    press(canvas, "Escape", "Escape", "Escape")  # out of the palette, off the node, out of the block
    expect_wires(canvas, *OUTSIDE)
    settled(canvas)
    assert (view(canvas), zoom(canvas)) == seen
    assert selected(canvas) == {"block_1"}
    expect(card(canvas, "block_1")).to_contain_text("3 layers")


def test_blocks_lie_in_blocks_and_each_crumb_leads_back(canvas: Page) -> None:
    grouped(canvas)
    pick(canvas, "block_1", "flat")
    press(canvas, "ControlOrMeta+g")
    expect_wires(canvas, "image block_2", "block_2 dense", "dense label")
    press(canvas, "Enter")
    expect_wires(canvas, "x block_1", "block_1 flat", "flat y")
    card(canvas, "block_1").dblclick(position={"x": 80, "y": 18})
    expect_wires(canvas, "x conv", "conv drop", "drop y")
    where = canvas.get_by_role("navigation", name="Where you are")
    where.get_by_role("button", name="block_2").click()
    expect_wires(canvas, "x block_1", "block_1 flat", "flat y")
    where.get_by_role("button", name="Model").click()
    expect_wires(canvas, "image block_2", "block_2 dense", "dense label")


def test_undo_shows_where_it_undoes(canvas: Page) -> None:
    grouped(canvas)
    press(canvas, "Enter")
    card(canvas, "drop").click(position={"x": 60, "y": 18})
    press(canvas, "Delete")
    expect_wires(canvas, "x conv", "conv y")
    press(canvas, "Escape")
    expect_wires(canvas, *OUTSIDE)
    press(canvas, "ControlOrMeta+z")
    expect_wires(canvas, "x conv", "conv drop", "drop y")
    press(canvas, "ControlOrMeta+z")  # the grouping itself: there is no block to be inside of
    expect_wires(canvas, "image conv", "conv drop", "drop flat", "flat dense", "dense label")


def test_what_is_inside_is_seen_beside_the_card_and_leads_there(canvas: Page) -> None:
    grouped(canvas)
    canvas.get_by_role("button", name="Show what is inside block_1").click()
    inside = canvas.get_by_role("group", name="Inside block_1")
    expect(inside.get_by_text("drop", exact=True)).to_be_visible()
    inside.get_by_text("drop", exact=True).click()
    expect_wires(canvas, "x conv", "conv drop", "drop y")
    assert selected(canvas) == {"drop"}


def test_a_block_travels_on_the_clipboard_with_all_that_is_in_it(canvas: Page) -> None:
    grouped(canvas)
    press(canvas, "ControlOrMeta+c", "ControlOrMeta+v")
    expect(card(canvas, "block_2")).to_be_visible()
    card(canvas, "block_2").dblclick(position={"x": 80, "y": 18})
    expect_wires(canvas, "x conv", "conv drop", "drop y")


def test_the_keyboard_alone_groups_goes_in_walks_and_comes_back(canvas: Page) -> None:
    card(canvas, "conv").focus()
    press(canvas, "Enter")
    assert selected(canvas) == {"conv"}
    press(canvas, "ControlOrMeta+g")
    expect(card(canvas, "block_1")).to_be_visible()
    press(canvas, "Enter")
    expect_wires(canvas, "x conv", "conv y")
    expect(card(canvas, "x")).to_be_focused()
    press(canvas, "Enter", "Alt+ArrowDown")
    assert selected(canvas) == {"conv"}
    expect(card(canvas, "conv")).to_be_focused()
    press(canvas, "Escape", "Backspace")
    expect(card(canvas, "block_1")).to_be_focused()
    assert selected(canvas) == {"block_1"}


def settings(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Settings")


def test_a_block_comes_several_times_with_values_of_its_own_each_time(canvas: Page) -> None:
    pick(canvas, "dense")
    press(canvas, "ControlOrMeta+g")
    pick(canvas, "block_1")
    repeat = settings(canvas).get_by_label("repeat", exact=True)
    repeat.fill("3")
    repeat.press("Enter")
    expect(card(canvas, "block_1")).to_contain_text("× 3")
    settings(canvas).get_by_label("varies", exact=True).select_option(label="dense · units")
    units = settings(canvas).get_by_label("dense · units", exact=True)
    units.fill("32, 64")
    units.press("Enter")
    expect(settings(canvas)).to_contain_text("comes 3 times and needs 3 values")
    units.fill("32, 64, 128")
    units.press("Enter")
    expect(card(canvas, "block_1")).to_contain_text("units 32, 64, 128")
    # Inside, the layer's own field says what it becomes.
    settings(canvas).get_by_role("button", name="Open", exact=True).click()
    pick(canvas, "dense")
    expect(settings(canvas)).to_contain_text("in block_1 × 3: 32, 64, 128")
    settings(canvas).get_by_role("button", name="Change", exact=True).click()
    assert selected(canvas) == {"block_1"}
    # Written out, each time stands by itself.
    settings(canvas).get_by_role("button", name="Unpack", exact=True).click()
    expect_wires(
        canvas,
        "image conv",
        "conv drop",
        "drop flat",
        "flat dense",
        "dense dense_1",
        "dense_1 dense_2",
        "dense_2 label",
    )
    expect(card(canvas, "dense_2")).to_contain_text("128")


def test_a_block_used_again_shares_its_layers_until_it_gets_its_own(canvas: Page) -> None:
    grouped(canvas)
    press(canvas, "Shift+s")
    expect(card(canvas, "block_2")).to_contain_text("shared")
    expect(settings(canvas)).to_contain_text("Uses the layers of block_1 again")
    settings(canvas).get_by_role("button", name="Make independent").click()
    expect(card(canvas, "block_2")).not_to_contain_text("shared")
    card(canvas, "block_2").dblclick(position={"x": 80, "y": 18})
    expect_wires(canvas, "x conv", "conv drop", "drop y")


def test_the_outline_holds_what_is_inside_below_its_block(canvas: Page) -> None:
    grouped(canvas)
    canvas.get_by_text("Outline", exact=True).click()
    outline = canvas.get_by_test_id("outline")
    row = outline.get_by_role("button", name="block_1 ", exact=False).first
    row.focus()
    press(canvas, "ArrowRight")
    inside = outline.get_by_role("list", name="Inside block_1")
    expect(inside.locator("> li")).to_have_count(4)
    expect(inside).to_contain_text("2.2")
    press(canvas, "ArrowDown", "ArrowDown")
    press(canvas, "ControlOrMeta+d")
    expect(inside.locator("> li")).to_have_count(5)
    press(canvas, "ControlOrMeta+z")
    expect(inside.locator("> li")).to_have_count(4)
    canvas.get_by_text("Canvas", exact=True).click()
    expect_wires(canvas, "x conv", "conv drop", "drop y")


def test_a_block_is_kept_and_put_into_another_project_by_a_press_and_by_hand(canvas: Page) -> None:
    grouped(canvas)
    settings(canvas).get_by_role("button", name="Save to your blocks").click()
    expect(canvas.get_by_text("block_1 is in your blocks now")).to_be_visible()
    canvas.evaluate("location.hash = '#/'")
    canvas.get_by_role("button", name="Empty canvas").click()
    canvas.get_by_role("heading", name="Begin with an input.").wait_for()
    draw(canvas, {"data": "input", "answer": "output@0,4"}, "data answer")
    pick(canvas, "data")
    canvas.get_by_role("button", name="Your blocks", exact=True).click()
    kept = canvas.get_by_role("button", name="Add block_1", exact=True)
    kept.click()
    expect_wires(canvas, "data block_1", "block_1 answer")
    settled(canvas)
    x, y = middle(card(canvas, "answer"))
    drag(canvas, kept, (x + 320, y))
    expect(card(canvas, "block_2")).to_be_visible()
    card(canvas, "block_2").dblclick(position={"x": 80, "y": 18})
    expect_wires(canvas, "x conv", "conv drop", "drop y")
    # By name, too; and away with it.
    canvas.get_by_role("searchbox").fill("block")
    expect(canvas.get_by_role("button", name="Add block_1", exact=True)).to_be_visible()
    canvas.get_by_role("searchbox").fill("")
    canvas.get_by_role("button", name="Your blocks", exact=True).click()
    canvas.get_by_role("button", name="Delete block_1").click()
    expect(canvas.get_by_text("Nothing kept yet")).to_be_visible()
