"""Layers come to the canvas: by search at the pointer, out of the palette, by the plus on a wire; only what fits is offered to a wire."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from hands import (
    box_of,
    card,
    drag,
    draw,
    expect_wires,
    holding,
    middle,
    move,
    near,
    port,
    press,
    view,
    wire_middle,
    zoom,
)
from steps import shape

POPULAR = ("Dense", "Conv2D", "Dropout")


def free_spot(page: Page, x: int, y: int) -> tuple[float, float]:
    """On screen, counted from the canvas' corner."""
    left, top, _, _ = box_of(page.get_by_test_id("canvas"))
    return left + x, top + y


def offered(menu: Locator) -> list[str]:
    expect(menu.get_by_role("option").first).to_be_visible()
    return [text.split("\n")[0] for text in menu.get_by_role("option").all_inner_texts()]


def stands_at(page: Page, name: str, x: float, y: float) -> None:
    expect(card(page, name)).to_be_visible()
    assert middle(card(page, name)) == pytest.approx((x, y), abs=4), "at the pointer"


def test_a_double_click_searches_at_the_pointer_and_adds_there(empty: Page) -> None:
    x, y = free_spot(empty, 140, 150)
    before = view(empty), zoom(empty)
    empty.mouse.dblclick(x, y)
    menu = empty.get_by_role("dialog", name="Add")
    left, top, _, _ = box_of(menu)
    assert (left, top) == pytest.approx((x, y), abs=20)
    expect(menu.get_by_role("combobox")).to_be_focused()
    names = offered(menu)
    assert names[:2] == ["Input", "Output"]
    assert set(names[2:7]) >= set(POPULAR), "the most used come first"
    empty.keyboard.type("dense")
    assert offered(menu)[0] == "Dense"
    press(empty, "Enter")
    stands_at(empty, "dense_1", x, y)
    assert (view(empty), zoom(empty)) == before, "the canvas stays where it was"
    press(empty, "ControlOrMeta+z")
    expect(card(empty, "dense_1")).to_have_count(0)


def test_tab_searches_at_the_pointer_and_arrows_choose(empty: Page) -> None:
    x, y = free_spot(empty, 320, 420)
    empty.mouse.click(x - 100, y)
    empty.mouse.move(x, y)
    press(empty, "Tab")
    menu = empty.get_by_role("dialog", name="Add")
    empty.keyboard.type("drop")
    expect(menu.get_by_role("option", selected=True)).to_contain_text("Dropout")
    press(empty, "ArrowDown")
    second = menu.get_by_role("option", selected=True)
    expect(second).not_to_contain_text(re.compile("^Dropout"))
    press(empty, "ArrowUp", "Enter")
    stands_at(empty, "dropout_1", x, y)


def test_escape_leaves_the_search_and_a_press_elsewhere_closes_it(empty: Page) -> None:
    x, y = free_spot(empty, 320, 420)
    menu = empty.get_by_role("dialog", name="Add")
    empty.mouse.dblclick(x, y)
    expect(menu).to_be_visible()
    press(empty, "Escape")
    expect(menu).to_have_count(0)
    empty.mouse.dblclick(x, y)
    expect(menu).to_be_visible()
    empty.mouse.click(x - 200, y)
    expect(menu).to_have_count(0)
    expect(empty.locator(".react-flow__node")).to_have_count(0)


def test_a_palette_item_is_carried_to_its_place_and_escape_puts_it_back(empty: Page) -> None:
    x, y = free_spot(empty, 180, 300)
    item = empty.get_by_role("button", name="Add Dense").first
    with holding(empty, item):
        move(empty, (x, y))
        press(empty, "Escape")
    expect(empty.locator(".react-flow__node")).to_have_count(0)
    drag(empty, item, (x, y))
    stands_at(empty, "dense_1", x, y)
    drag(empty, item, free_spot(empty, -60, 300))
    expect(empty.locator(".react-flow__node")).to_have_count(1)


def test_the_palette_searches_groups_and_greys_what_cannot_follow_with_the_reason(empty: Page) -> None:
    empty.get_by_role("combobox", name="Data set").select_option(label="Iris")
    draw(empty, {"data": "input", "list": "Dense"}, "data list")
    shape(empty, "4")
    card(empty, "data").click()
    palette = empty.get_by_role("complementary", name="Layers")
    expect(palette.get_by_role("heading", name="Fits after")).to_be_visible()
    conv = palette.get_by_role("button", name=re.compile("^Add Conv2D")).first
    expect(conv).to_have_accessible_name(re.compile("needs a picture"))
    expect(conv).to_contain_text("needs a picture")
    expect(palette.get_by_role("button", name="Add Dropout", exact=True).first).to_be_visible()
    palette.get_by_role("searchbox").fill("pool")
    found = palette.get_by_role("button", name=re.compile("^Add .*Pool"))
    assert found.count() >= 6
    expect(palette.get_by_role("button", name=re.compile("^Add Dense"))).to_have_count(0)


def test_a_click_in_the_palette_adds_after_what_is_selected(empty: Page) -> None:
    draw(empty, {"data": "input"})
    card(empty, "data").click()
    empty.get_by_role("button", name="Add Dense").first.click()
    expect_wires(empty, "data dense_1")


def test_a_wire_on_empty_canvas_offers_only_what_takes_its_shape(empty: Page) -> None:
    empty.get_by_role("combobox", name="Data set").select_option(label="Iris")
    draw(empty, {"data": "input", "list": "Dense"}, "data list")
    expect(card(empty, "list").get_by_text("20", exact=True)).to_be_visible(timeout=60_000)
    x, y = middle(card(empty, "list"))
    drag(empty, port(empty, "list"), (x + 120, y + 160))
    menu = empty.get_by_role("dialog", name="After list · takes a list of numbers")
    names = offered(menu)
    assert names[0] == "Dense"
    assert "Conv2D" not in names
    expect(menu.locator("[role=option][data-fits=no]")).to_have_count(0)
    empty.keyboard.type("Conv2D")
    expect(menu.get_by_role("option", name=re.compile("^Conv2D")).first).to_contain_text("needs a picture")
    menu.get_by_role("combobox").fill("Batch")
    press(empty, "Enter")
    expect_wires(empty, "data list", "list batch_norm_1")
    press(empty, "ControlOrMeta+z")  # node and wire are one step
    expect_wires(empty, "data list")
    expect(empty.locator(".react-flow__node")).to_have_count(2)


def test_the_plus_on_a_wire_puts_a_layer_there(empty: Page) -> None:
    draw(empty, {"data": "input@0,0", "answer": "output@0,2"}, "data answer")
    empty.mouse.move(*wire_middle(empty, "data answer"), steps=4)
    empty.get_by_role("button", name="Insert a layer into the wire from data").click()
    empty.get_by_role("dialog", name=re.compile("^Insert into the wire")).get_by_role("combobox").fill("Flatten")
    press(empty, "Enter")
    expect_wires(empty, "data flatten_1", "flatten_1 answer")


def test_a_layer_dropped_on_a_taken_place_stands_beside(empty: Page) -> None:
    draw(empty, {"data": "input"})
    drag(empty, empty.get_by_role("button", name="Add Dense").first, near(card(empty, "data"), 60, 20))
    x, _, width, _ = box_of(card(empty, "data"))
    expect(card(empty, "dense_1")).to_be_visible()
    assert box_of(card(empty, "dense_1"))[0] >= x + width
