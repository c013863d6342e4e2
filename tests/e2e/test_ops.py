"""Operations by hand: found by search and in the palette, wired at their ports, told a number where no wire is, and in the script."""

import json
import re
from typing import Any

from playwright.sync_api import Page, expect

from hands import PASTE, card, drag, expect_wires, near, port, settled
from steps import add, begin, ended, open_template, saved, shape


def put(page: Page, nodes: dict[str, dict[str, Any]], wires: dict[str, dict[str, str]] | None = None) -> None:
    layout = {id: {"x": 320 * (at % 2), "y": 120 * (at // 2)} for at, id in enumerate(nodes)}
    page.evaluate(PASTE, json.dumps({"nodes": nodes, "edges": wires or {}, "layout": layout, "notes": {}}))
    expect(page.locator(".react-flow__node-card")).to_have_count(len(nodes))
    page.keyboard.press("Escape")
    settled(page)


def tensor(name: str, *sizes: int) -> dict[str, Any]:
    return {"type": "input", "name": name, "shape": list(sizes), "scaling": "none"}


def test_two_tensors_are_multiplied_and_scaled_and_the_script_says_so(empty: Page) -> None:
    put(empty, {"a": tensor("rows", 3, 4), "b": tensor("columns", 4, 2)})
    product = add(empty, "matmul", 330, 560)
    expect(product).to_contain_text("matmul_1")
    drag(empty, port(empty, "rows"), near(card(empty, "matmul_1")))
    drag(empty, port(empty, "columns"), near(card(empty, "matmul_1")))
    expect_wires(empty, "rows matmul_1", "columns matmul_1")
    drag(empty, port(empty, "matmul_1"), (960, 680))
    menu = empty.get_by_role("dialog", name=re.compile("^After matmul_1"))
    menu.get_by_role("combobox").fill("multiply")
    menu.get_by_role("option", name=re.compile("^multiply")).click()
    expect(card(empty, "multiply_1")).to_be_visible()
    shape(empty, "3 × 2")

    card(empty, "multiply_1").click(position={"x": 60, "y": 18})
    panel = empty.get_by_role("tabpanel", name="Settings")
    expect(panel).to_contain_text("comes from matmul_1")
    number = panel.get_by_role("textbox", name="x2")
    number.fill("0.5")
    number.press("Enter")
    expect(card(empty, "multiply_1")).to_contain_text("multiply · x2 0.5")
    saved(empty)
    put_output(empty, "multiply_1")
    expect(card(empty, "multiply_1")).not_to_contain_text("not used")
    empty.get_by_role("tab", name="Code").click()
    code = empty.get_by_label("Python source")
    expect(code).to_contain_text("ops.matmul(rows, columns)")
    expect(code).to_contain_text("ops.multiply(x, 0.5)")


def put_output(page: Page, after: str) -> None:
    drag(page, port(page, after), (960, 800))
    menu = page.get_by_role("dialog", name=re.compile(f"^After {after}"))
    menu.get_by_role("combobox").fill("Output")
    page.keyboard.press("Enter")


def test_operations_stand_in_a_group_of_their_own_and_train(page: Page) -> None:
    open_template(page, "Iris")
    palette = page.get_by_role("complementary", name="Layers")
    palette.get_by_role("button", name=re.compile("^Operations")).click()
    palette.get_by_role("button", name=re.compile("^Arithmetic")).click()
    expect(palette.get_by_role("button", name="Add subtract")).to_be_visible()
    palette.get_by_role("button", name=re.compile("^Operations")).click()
    search = palette.get_by_role("searchbox")
    search.fill("tanh")
    palette.get_by_role("button", name=re.compile("^Add tanh$")).click()
    expect(card(page, "tanh_1")).to_be_visible()
    begin(page)
    ended(page)


def test_a_layer_used_twice_is_seen_edited_once_and_outlives_its_owner(empty: Page) -> None:
    wires = {
        "e1": {"source": "a", "source_port": "output", "target": "dense", "target_port": "input", "order": "a0"},
    }
    dense = {"type": "layer", "name": "twin", "layer": "Dense", "params": {"units": 8}}
    put(empty, {"a": tensor("left", 4), "b": tensor("right", 4), "dense": dense}, wires)
    card(empty, "twin").click(position={"x": 60, "y": 18})
    empty.keyboard.press("Shift+S")
    again = card(empty, "twin_1")
    expect(again).to_contain_text("shared")
    expect(again).to_contain_text("Dense · 8 · shared weights")
    drag(empty, port(empty, "right"), near(again))
    expect_wires(empty, "left twin", "right twin_1")
    expect(card(empty, "twin").locator("[data-kin]")).to_have_count(1)

    panel = empty.get_by_role("tabpanel", name="Settings")
    expect(panel).to_contain_text("twin")
    units = panel.get_by_role("spinbutton", name="units")
    again.click(position={"x": 60, "y": 18})
    units.fill("5")
    units.press("Enter")
    expect(card(empty, "twin")).to_contain_text("Dense · 5")
    expect(again).to_contain_text("Dense · 5 · shared weights")

    card(empty, "twin").click(position={"x": 60, "y": 18})
    empty.keyboard.press("Delete")
    expect(card(empty, "twin")).to_have_count(0)
    expect(again).to_contain_text("Dense · 5")
    expect(again).not_to_contain_text("shared")
    empty.keyboard.press("ControlOrMeta+z")
    expect(again).to_contain_text("shared weights")
