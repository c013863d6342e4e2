"""Parts of a graph as text: copied, carried to another project or person, pasted, duplicated; and everything undone and done again."""

import json

import pytest
from playwright.sync_api import Page, expect

from hands import box_of, card, draw, expect_wires, holding, middle, move, near, pick, press, selected, settled, wires
from served import Served

CHAIN = {"data": "input", "first": "Dense", "second": "Dense", "answer": "output"}
WIRED = ("data first", "first second", "second answer")


@pytest.fixture
def canvas(empty: Page) -> Page:
    draw(empty, CHAIN, ", ".join(WIRED), notes=("see here",))
    return empty


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_what_is_copied_is_text_that_travels_to_another_project(canvas: Page, layerloom: Served) -> None:
    pick(canvas, "first", "second")
    press(canvas, "ControlOrMeta+c")
    copied = json.loads(clipboard(canvas))
    assert {node["name"] for node in copied["nodes"].values()} == {"first", "second"}
    assert len(copied["edges"]) == 1

    canvas.goto(layerloom.url)
    canvas.get_by_role("button", name="Empty canvas").click()
    canvas.get_by_role("heading", name="Begin with an input.").wait_for()
    press(canvas, "ControlOrMeta+v")
    expect_wires(canvas, "first second")
    assert selected(canvas) == {"first", "second"}
    press(canvas, "ControlOrMeta+z")  # one step
    expect(canvas.locator(".react-flow__node")).to_have_count(0)


def test_on_another_canvas_it_stands_in_the_middle_until_the_pointer_is_there(canvas: Page) -> None:
    pick(canvas, "first")
    press(canvas, "ControlOrMeta+c")
    canvas.mouse.move(400, 760)
    canvas.evaluate("location.hash = '#/'")
    canvas.get_by_role("button", name="Empty canvas").click()
    canvas.get_by_role("heading", name="Begin with an input.").wait_for()
    press(canvas, "ControlOrMeta+v")
    expect(card(canvas, "first")).to_be_visible()
    settled(canvas)
    assert middle(card(canvas, "first")) == pytest.approx(middle(canvas.get_by_test_id("canvas")), abs=8)


def test_pasted_text_of_a_whole_graph_becomes_nodes_and_other_text_nothing(canvas: Page) -> None:
    canvas.evaluate("navigator.clipboard.writeText('just words')")
    press(canvas, "ControlOrMeta+v")
    expect(canvas.locator(".react-flow__node-card")).to_have_count(4)
    graph = {"version": 1, "nodes": {"n": {"type": "layer", "name": "given", "layer": "Flatten"}}, "edges": {}}
    canvas.evaluate("(text) => navigator.clipboard.writeText(text)", json.dumps(graph))
    press(canvas, "ControlOrMeta+v")
    expect(card(canvas, "given")).to_be_visible()


def test_a_copy_comes_without_the_wires_that_came_in_and_with_shift_it_keeps_them(canvas: Page) -> None:
    pick(canvas, "second")
    press(canvas, "ControlOrMeta+c", "ControlOrMeta+v")
    expect(canvas.locator(".react-flow__node-card")).to_have_count(5)
    expect_wires(canvas, *WIRED)
    pick(canvas, "second")
    press(canvas, "ControlOrMeta+c", "ControlOrMeta+Shift+v")
    expect(canvas.locator(".react-flow__node-card")).to_have_count(6)
    (added,) = set(wires(canvas)) - set(WIRED)
    assert added.startswith("first ")


def test_cut_heals_and_pastes_elsewhere(canvas: Page) -> None:
    pick(canvas, "first")
    press(canvas, "ControlOrMeta+x")
    expect_wires(canvas, "data second", "second answer")
    canvas.mouse.move(960, 400)
    press(canvas, "ControlOrMeta+v")
    x, y, width, height = box_of(card(canvas, "first"))
    assert (x + width / 2, y + height / 2) == pytest.approx((960, 400), abs=4), "at the pointer"


def test_duplicates_stand_beside_and_never_over_another_node(canvas: Page) -> None:
    pick(canvas, "first", "second")
    press(canvas, "ControlOrMeta+d", "ControlOrMeta+d")
    expect(canvas.locator(".react-flow__node-card")).to_have_count(8)
    boxes = [box_of(one) for one in canvas.locator(".react-flow__node-card").all()]
    for at, (x, y, width, height) in enumerate(boxes):
        for x2, y2, width2, height2 in boxes[at + 1 :]:
            assert x + width <= x2 or x2 + width2 <= x or y + height <= y2 or y2 + height2 <= y


def test_alt_leaves_what_is_dragged_and_moves_a_copy(canvas: Page) -> None:
    before = box_of(card(canvas, "first"))
    with holding(canvas, near(card(canvas, "first"))):
        canvas.keyboard.down("Alt")
        move(canvas, (860, 620))
        assert box_of(card(canvas, "first")) == pytest.approx(before), "the original stays"
    canvas.keyboard.up("Alt")
    expect(canvas.locator(".react-flow__node-card")).to_have_count(5)
    assert box_of(card(canvas, "first")) == pytest.approx(before)
    expect_wires(canvas, *WIRED)
    (copy,) = selected(canvas)
    x, y, _, _ = box_of(card(canvas, copy))
    assert (x + 30, y + 16) == pytest.approx((860, 620), abs=8)
    press(canvas, "ControlOrMeta+z")  # one step
    expect(canvas.locator(".react-flow__node-card")).to_have_count(4)


def test_undo_a_lot_copy_and_redo_back_leaves_the_document_as_it_was(canvas: Page) -> None:
    def everything() -> object:
        press(canvas, "ControlOrMeta+a", "ControlOrMeta+c")
        return json.loads(clipboard(canvas))

    pick(canvas, "first")
    press(canvas, "ArrowLeft", "ControlOrMeta+d", "Shift+ArrowDown", "Delete")
    pick(canvas, "second")
    press(canvas, "ControlOrMeta+b", "Delete", "n")
    canvas.keyboard.type("words")
    press(canvas, "Escape")
    before = everything()
    canvas.wait_for_timeout(50)
    for _ in range(30):
        press(canvas, "ControlOrMeta+z")
    expect(canvas.locator(".react-flow__node")).to_have_count(0)
    canvas.evaluate("navigator.clipboard.writeText('')")
    for _ in range(30):
        press(canvas, "ControlOrMeta+Shift+z")
    assert everything() == before
