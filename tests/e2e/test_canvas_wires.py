"""Wires by hand: drawn, dropped, inserted into, taken hold of, refused with the reason."""

import re

import pytest
from playwright.sync_api import Page, expect

from hands import (
    box_of,
    card,
    drag,
    draw,
    draw_beside,
    expect_wires,
    holding,
    middle,
    move,
    near,
    port,
    wire_beginning,
    wire_end,
    wire_middle,
)
from steps import shape

CHAIN = {"data": "input", "first": "Dense", "second": "Dense", "answer": "output"}
WIRED = "data first, first second, second answer"


@pytest.fixture
def canvas(empty: Page) -> Page:
    draw(empty, CHAIN, WIRED)
    return empty


def test_a_wire_let_go_on_empty_canvas_offers_what_fits_and_wires_the_choice(canvas: Page) -> None:
    drag(canvas, port(canvas, "first"), (1000, 240))
    menu = canvas.get_by_role("dialog", name=re.compile("^After first"))
    expect(menu.get_by_role("option").first).to_be_visible()
    menu.get_by_role("combobox").fill("Dropout")
    canvas.keyboard.press("Enter")
    expect_wires(canvas, "data first", "first dropout_1", "first second", "second answer")
    x, y = middle(card(canvas, "dropout_1"))
    assert abs(x - 1000) < 20, "it stands where the wire was let go"
    assert abs(y - 240) < 20, "it stands where the wire was let go"


def test_a_wire_drawn_backwards_offers_what_may_come_before(canvas: Page) -> None:
    draw_beside(canvas, "data", "loose", "Dense@1.2,2")
    drag(canvas, port(canvas, "loose", "input"), near(card(canvas, "loose"), 100, -120))
    menu = canvas.get_by_role("dialog", name="Before loose")
    menu.get_by_role("combobox").fill("Dropout")
    canvas.keyboard.press("Enter")
    expect(canvas.get_by_label("Wire from dropout_1 to loose", exact=True)).to_be_attached()


def test_a_body_takes_the_wire_at_its_right_port_and_says_so_before(empty: Page) -> None:
    draw(empty, {"a": "input@0,0", "b": "input@1,0", "attention": "MultiHeadAttention@0.5,1.5"}, "a attention.query")
    with holding(empty, port(empty, "b")):
        move(empty, near(card(empty, "attention")))
        expect(empty.get_by_text("attention · value")).to_be_visible()
    expect_wires(empty, "a attention", "b attention")
    expect(empty.locator(".react-flow__edge")).to_have_count(2)


def test_what_cannot_take_the_wire_is_dimmed_with_a_word_and_refuses_with_the_reason(canvas: Page) -> None:
    with holding(canvas, port(canvas, "second")):
        move(canvas, near(card(canvas, "first")))
        for name, word in (("data", "wrong way"), ("first", "would be a circle"), ("answer", "wired already")):
            dimmed = card(canvas, name).locator("[data-verdict=no]")
            expect(dimmed).to_contain_text(word)
            assert float(dimmed.evaluate("(one) => getComputedStyle(one).opacity")) < 0.9
        expect(canvas.get_by_text(re.compile("^That would close a circle: first → second"))).to_be_visible()
    expect(canvas.get_by_text(re.compile("^That would close a circle"))).to_be_visible()
    expect_wires(canvas, *WIRED.split(", "))


def test_a_layer_of_another_shape_says_what_it_needs_while_the_wire_is_in_the_hand(empty: Page) -> None:
    empty.get_by_role("combobox", name="Data set").select_option(label="Iris")
    draw(empty, {"data": "input@0,0", "list": "Dense@0,2", "more": "Dense@-1,2", "picture": "Conv2D@1,2"}, "data list")
    shape(empty, "4")
    with holding(empty, port(empty, "data")):
        move(empty, near(card(empty, "more"), 30, -40))
        expect(card(empty, "picture").locator("[data-verdict=shape]")).to_contain_text("needs a picture")
        expect(card(empty, "more").locator("[data-verdict=yes]")).to_be_attached()
        empty.keyboard.press("Escape")


def test_escape_lets_a_wire_go(canvas: Page) -> None:
    with holding(canvas, port(canvas, "first")):
        move(canvas, (1000, 240))
        canvas.keyboard.press("Escape")
    expect(canvas.get_by_role("dialog")).to_have_count(0)
    expect_wires(canvas, *WIRED.split(", "))


def test_a_taken_port_can_be_given_to_the_new_wire(canvas: Page) -> None:
    drag(canvas, port(canvas, "data"), near(card(canvas, "second")))
    expect(canvas.get_by_text(re.compile("^second takes one wire and has it from first"))).to_be_visible()
    canvas.get_by_role("button", name="Replace").click()
    expect_wires(canvas, "data first", "data second", "second answer")
    canvas.keyboard.press("ControlOrMeta+z")
    expect_wires(canvas, *WIRED.split(", "))


def test_the_end_of_a_wire_is_moved_to_another_port(canvas: Page) -> None:
    draw_beside(canvas, "data", "other", "Dense@1,2")
    drag(canvas, wire_end(canvas, "first second"), near(card(canvas, "other")))
    expect_wires(canvas, "data first", "first other", "second answer")
    canvas.keyboard.press("ControlOrMeta+z")  # one step
    expect_wires(canvas, *WIRED.split(", "))


def test_the_beginning_of_a_wire_is_moved_to_another_port(canvas: Page) -> None:
    drag(canvas, wire_beginning(canvas, "first second"), near(card(canvas, "data")))
    expect_wires(canvas, "data first", "data second", "second answer")


def test_an_input_gives_its_wire_away_and_a_wire_let_go_on_empty_canvas_is_gone(canvas: Page) -> None:
    with holding(canvas, port(canvas, "second", "input")):
        move(canvas, (1000, 300))
        expect(canvas.get_by_text("Let go to remove the wire")).to_be_visible()
    expect_wires(canvas, "data first", "second answer")
    canvas.get_by_role("button", name="Undo").last.click()
    expect_wires(canvas, *WIRED.split(", "))


def test_a_wire_let_go_where_it_was_stays_and_a_click_selects_it(canvas: Page) -> None:
    with holding(canvas, port(canvas, "second", "input")):
        move(canvas, near(card(canvas, "answer"), 100, 60))
        move(canvas, port(canvas, "second", "input"))
    expect_wires(canvas, *WIRED.split(", "))
    canvas.mouse.click(*wire_end(canvas, "first second"))
    expect(canvas.locator(".react-flow__edge.selected")).to_have_count(1)
    canvas.keyboard.press("Delete")
    expect_wires(canvas, "data first", "second answer")


def test_an_end_that_may_not_go_there_is_refused_with_the_reason_and_stays(canvas: Page) -> None:
    drag(canvas, wire_end(canvas, "second answer"), near(card(canvas, "data")))
    expect(canvas.get_by_text(re.compile("nothing arrives at an input"))).to_be_visible()
    expect_wires(canvas, *WIRED.split(", "))


def test_a_palette_item_dropped_on_a_wire_goes_into_it_and_neighbours_make_room(canvas: Page) -> None:
    below = box_of(card(canvas, "second"))[1]
    item = canvas.get_by_role("button", name="Add Dropout").first
    x, y = middle(item)
    with holding(canvas, (x, y)):
        move(canvas, wire_middle(canvas, "first second"))
        expect(canvas.locator('[data-look="opened"]')).to_have_count(1)
        expect_wires(canvas, *WIRED.split(", "))  # shown, not done
    expect_wires(canvas, "data first", "dropout_1 second", "first dropout_1", "second answer")
    new, moved = box_of(card(canvas, "dropout_1")), box_of(card(canvas, "second"))
    assert moved[1] > below or new[1] + new[3] < below
    assert new[1] + new[3] <= moved[1]
    canvas.keyboard.press("ControlOrMeta+z")  # one step
    expect_wires(canvas, *WIRED.split(", "))
    assert box_of(card(canvas, "second"))[1] == pytest.approx(below)


def test_a_loose_node_dropped_on_a_wire_goes_into_it(canvas: Page) -> None:
    draw_beside(canvas, "data", "loose", "Dropout@1,1")
    x, y = wire_middle(canvas, "first second")
    with holding(canvas, near(card(canvas, "loose"))):
        move(canvas, (x - 80, y))
        expect(canvas.locator('[data-look="opened"]')).to_have_count(1)
    expect_wires(canvas, "data first", "first loose", "loose second", "second answer")


def test_a_node_deleted_in_the_middle_leaves_its_wire_behind(canvas: Page) -> None:
    card(canvas, "first").click()
    canvas.keyboard.press("Delete")
    expect_wires(canvas, "data second", "second answer")


def test_nodes_in_a_rectangle_deleted_leave_their_wire_behind(canvas: Page) -> None:
    left, top, _, _ = box_of(card(canvas, "first"))
    _, bottom, _, height = box_of(card(canvas, "second"))
    canvas.keyboard.down("Shift")
    drag(canvas, (left - 40, top - 10), (left + 60, bottom + height + 10))
    canvas.keyboard.up("Shift")
    canvas.keyboard.press("Backspace")
    expect_wires(canvas, "data answer")


def test_a_double_click_on_a_wire_asks_what_goes_into_it(canvas: Page) -> None:
    canvas.mouse.dblclick(*wire_end(canvas, "first second"))
    menu = canvas.get_by_role("dialog", name=re.compile("^Insert into the wire"))
    menu.get_by_role("combobox").fill("Dropout")
    canvas.keyboard.press("Enter")
    expect_wires(canvas, "data first", "dropout_1 second", "first dropout_1", "second answer")


def test_a_wire_is_drawn_by_keyboard_alone(canvas: Page) -> None:
    draw_beside(canvas, "data", "other", "Add@1,2")
    card(canvas, "first").focus()
    canvas.keyboard.press("Enter")
    canvas.keyboard.press("c")
    menu = canvas.get_by_role("dialog", name="Wire first to")
    can = menu.locator("[role=option]:not([aria-disabled=true])")
    expect(can).to_have_count(1)  # the others say why not
    expect(can).to_contain_text("other")
    canvas.keyboard.press("Enter")
    expect_wires(canvas, *WIRED.split(", "), "first other")
