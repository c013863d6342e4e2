"""What is selected, and what is done with it: rectangles, paths, steps by arrows, bypass, the menu of what applies."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from hands import (
    box_of,
    card,
    drag,
    draw,
    expect_place,
    expect_wires,
    holding,
    middle,
    move,
    near,
    pick,
    press,
    selected,
    settled,
    view,
    wire_end,
)
from steps import open_template, shape

FORK = {
    "data": "input@0,0",
    "left": "Dense@-0.5,1.2",
    "right": "Dense@0.5,1.2",
    "both": "Add@0,2.4",
    "answer": "output@0,3.6",
    "aside": "Dense@1.3,2.4",
}
WIRED = "data left, data right, left both, right both, both answer, right aside"


@pytest.fixture
def canvas(empty: Page) -> Page:
    draw(empty, FORK, WIRED)
    return empty


def test_a_click_selects_one_shift_adds_and_takes_away(canvas: Page) -> None:
    pick(canvas, "left", "right", "both")
    card(canvas, "left").click(position={"x": 60, "y": 18}, modifiers=["Shift"])
    assert selected(canvas) == {"right", "both"}
    canvas.locator(".react-flow__pane").click(position={"x": 30, "y": 30})
    assert selected(canvas) == set()


def test_a_rectangle_selects_what_it_touches_and_shift_adds_to_what_is_selected(canvas: Page) -> None:
    pick(canvas, "answer")
    x, y, width, height = box_of(card(canvas, "left"))
    over = ((x - 30, y - 20), (x + width / 2, y + height / 2))
    canvas.keyboard.down("Shift")
    drag(canvas, *over)
    canvas.keyboard.up("Shift")
    assert selected(canvas) == {"answer", "left"}
    canvas.keyboard.down("Control")
    drag(canvas, *over)
    canvas.keyboard.up("Control")
    assert selected(canvas) == {"left"}
    assert canvas.locator(".react-flow__edge.selected").count() == 0


def test_a_drag_moves_the_canvas_until_the_arrow_is_taken(canvas: Page) -> None:
    before = view(canvas)
    x, y, width, height = box_of(card(canvas, "left"))
    over = ((x - 30, y - 20), (x + width / 2, y + height / 2))
    drag(canvas, *over)
    assert view(canvas) != before
    assert selected(canvas) == set()
    press(canvas, "ControlOrMeta+a", "Shift+2", "Escape", "v")
    settled(canvas)
    x, y, width, height = box_of(card(canvas, "left"))
    before = view(canvas)
    drag(canvas, (x - 30, y - 20), (x + width / 2, y + height / 2))
    assert view(canvas) == before
    assert selected(canvas) == {"left"}
    press(canvas, "h")
    expect(canvas.get_by_role("button", name="A drag selects")).to_have_attribute("aria-pressed", "false")


def test_arrows_move_by_steps_shift_further_and_a_held_key_is_one_step_to_undo(canvas: Page) -> None:
    pick(canvas, "left")
    x, y, _, _ = box_of(card(canvas, "left"))
    for _ in range(5):
        canvas.keyboard.down("ArrowLeft")  # held down: one press that repeats
    canvas.keyboard.up("ArrowLeft")
    assert box_of(card(canvas, "left"))[:2] == pytest.approx((x - 40, y))
    press(canvas, "ControlOrMeta+z")
    assert box_of(card(canvas, "left"))[:2] == pytest.approx((x, y))
    press(canvas, "Shift+ArrowDown")
    assert box_of(card(canvas, "left"))[:2] == pytest.approx((x, y + 40))


def test_alt_and_arrows_walk_along_the_wires(canvas: Page) -> None:
    pick(canvas, "data")
    seen = []
    for key in ("ArrowDown", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowUp"):
        press(canvas, f"Alt+{key}")
        seen.append(selected(canvas))
    assert seen[0] in ({"left"}, {"right"})
    assert seen[1] == {"right"}
    assert seen[2] in ({"both"}, {"aside"})
    assert seen[-1] == {"data"}
    expect(card(canvas, "data")).to_be_focused()


def test_everything_before_after_and_between_is_selected_along_the_wires(canvas: Page) -> None:
    pick(canvas, "both")
    press(canvas, "Alt+Shift+ArrowUp")
    assert selected(canvas) == {"data", "left", "right", "both"}
    pick(canvas, "right")
    press(canvas, "Alt+Shift+ArrowDown")
    assert selected(canvas) == {"right", "both", "aside", "answer"}
    pick(canvas, "data", "answer")
    press(canvas, "Shift+P")
    assert selected(canvas) == {"data", "left", "right", "both", "answer"}
    pick(canvas, "left", "aside")
    press(canvas, "Shift+P")
    expect(canvas.get_by_text("No wires lead from one of these to another.")).to_be_visible()
    press(canvas, "ControlOrMeta+a")
    assert len(selected(canvas)) == len(FORK)
    press(canvas, "Escape")
    assert selected(canvas) == set()


def test_bypassed_layers_let_the_data_go_round_them_and_one_step_brings_them_back(empty: Page) -> None:
    empty.go_back()
    open_template(empty, "Digits")
    shape(empty, "6 × 6 × 32")
    pick(empty, "conv_1", "pool_1")
    press(empty, "ControlOrMeta+b")
    expect(empty.locator("[data-bypassed]")).to_have_count(2)
    expect(card(empty, "conv_1")).to_contain_text("bypassed")
    expect(empty.get_by_text("6 × 6 × 32", exact=True)).to_have_count(0)
    expect(empty.get_by_text("8 × 8 × 1", exact=True)).to_have_count(3, timeout=30_000)
    press(empty, "ControlOrMeta+z")
    expect(empty.locator("[data-bypassed]")).to_have_count(0)
    shape(empty, "6 × 6 × 32")
    pick(empty, "pool_1")
    press(empty, "ControlOrMeta+b")
    pick(empty, "conv_1", "pool_1")
    press(empty, "ControlOrMeta+b")  # one was left: now both are
    expect(empty.locator("[data-bypassed]")).to_have_count(2)
    press(empty, "ControlOrMeta+b")
    expect(empty.locator("[data-bypassed]")).to_have_count(0)


def test_the_right_button_and_a_key_open_a_menu_of_what_applies(canvas: Page) -> None:
    menu = canvas.get_by_role("menu", name="What can be done here")
    card(canvas, "left").click(button="right")
    assert selected(canvas) == {"left"}
    for name in ("Wire to…", "Bypass", "Copy", "Select everything before", "Delete"):
        expect(menu.get_by_role("menuitem", name=name).first).to_be_visible()
    press(canvas, "Escape")
    expect(menu).to_have_count(0)

    canvas.mouse.click(*wire_end(canvas, "left both"), button="right")
    menu.get_by_role("menuitem", name="Insert a layer into the wire").click()
    expect(canvas.get_by_role("dialog", name="Insert into the wire")).to_be_visible()
    press(canvas, "Escape")

    canvas.locator(".react-flow__pane").click(button="right", position={"x": 40, "y": 200})
    expect(menu.get_by_role("menuitem", name="Paste", exact=False).first).to_be_visible()
    expect(menu.get_by_role("menuitem", name="Delete")).to_have_count(0)
    menu.get_by_role("menuitem", name="Select everything").click()
    assert len(selected(canvas)) == len(FORK)

    pick(canvas, "aside")
    press(canvas, "Shift+F10")
    expect(menu.get_by_role("menuitem").first).to_be_focused()
    press(canvas, "End", "Enter")
    expect(card(canvas, "aside")).to_have_count(0)


def test_a_node_says_how_it_stands(canvas: Page) -> None:
    expect(card(canvas, "aside")).to_contain_text("left out")  # it feeds no output
    expect(card(canvas, "both")).not_to_contain_text("left out")
    expect(card(canvas, "left").get_by_title("Its shape is not known yet")).to_be_visible()
    expect(card(canvas, "data")).to_contain_text("no data")


def test_a_layer_that_cannot_take_its_data_shows_the_error_and_the_reason(empty: Page) -> None:
    empty.get_by_role("combobox", name="Data set").select_option(label="Iris")
    draw(empty, {"data": "input", "picture": "Conv2D", "answer": "output"}, "data picture, picture answer")
    wrong = card(empty, "picture").locator("[data-tone=bad]")
    expect(wrong).to_have_attribute("title", re.compile("picture"), timeout=60_000)
    expect(wrong).to_contain_text("1 problem")
    expect(card(empty, "data").locator("[data-tone=bad]")).to_have_count(0)


def test_several_nodes_are_dragged_together_in_one_step(canvas: Page) -> None:
    names = ("left", "right", "both")
    before = {name: box_of(card(canvas, name))[:2] for name in FORK}
    pick(canvas, *names)
    x, y = near(card(canvas, "both"))
    drag(canvas, (x, y), (x + 40, y + 80))
    after = {name: box_of(card(canvas, name))[:2] for name in FORK}
    by = after["both"][0] - before["both"][0], after["both"][1] - before["both"][1]
    assert by == pytest.approx((40, 80), abs=6)
    for name, (x, y) in before.items():
        dx, dy = by if name in names else (0, 0)
        assert after[name] == pytest.approx((x + dx, y + dy), abs=1), name
    assert selected(canvas) == set(names)
    press(canvas, "ControlOrMeta+z")
    assert {name: box_of(card(canvas, name))[:2] for name in FORK} == before


def test_a_drag_can_be_taken_back_with_escape_and_nothing_is_written(canvas: Page) -> None:
    expect_wires(canvas, *WIRED.split(", "))
    before = box_of(card(canvas, "left"))
    canvas.mouse.move(*near(card(canvas, "left")))
    canvas.mouse.down()
    canvas.mouse.move(300, 300, steps=6)
    canvas.keyboard.press("Escape")
    canvas.mouse.move(320, 300)
    canvas.mouse.up()
    assert box_of(card(canvas, "left")) == pytest.approx(before)
    assert middle(card(canvas, "left")) != (320, 300)


def test_what_is_dragged_while_the_operations_arrive_stays_in_the_hand(page: Page) -> None:
    held: list[Route] = []
    page.route("**/api/catalog/later", lambda route: held.append(route))
    open_template(page, "Iris")
    shape(page, "16")
    settled(page)
    x, y, _, _ = box_of(card(page, "label"))
    with holding(page, near(card(page, "label"))):
        move(page, (x + 30 + 80, y + 16 + 40))
        with page.expect_response("**/api/catalog/later"):
            held[0].continue_()
        settled(page)
        move(page, (x + 30 + 160, y + 16 + 80))
    expect_place(card(page, "label"), x + 160, y + 80, within=8)
    page.get_by_role("button", name="Undo").click()  # it was written
    expect_place(card(page, "label"), x, y, within=1)
