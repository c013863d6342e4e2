"""What may follow a wire is tried, not guessed: fits first, with the parameter that makes one fit, the rest with the reason."""

import itertools
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from hands import card, drag, expect_wires, holding, middle, move, near, port, put, settled, wire_middle
from steps import shape

GUESSED = "By rule of thumb: nobody can try the layers just now."


def drawn(page: Page, shape: list[int], **layers: dict[str, Any]) -> None:
    """data → each layer in turn; a layer's parameters, and `layer` its name."""
    clip: dict[str, Any] = {
        "nodes": {"data": {"type": "input", "name": "data", "shape": shape}},
        "edges": {},
        "layout": {},
    }
    for name, params in layers.items():
        given = dict(params)
        clip["nodes"][name] = {"type": "layer", "name": name, "layer": given.pop("layer"), "params": given}
    for row, name in enumerate(clip["nodes"]):
        clip["layout"][name] = {"x": 0, "y": 120 * row}
    names = list(clip["nodes"])
    for at, (source, target) in enumerate(itertools.pairwise(names)):
        ends = {"source": source, "source_port": "output", "target": target, "target_port": "input"}
        clip["edges"][f"e{at}"] = ends | {"order": f"a{at}"}
    put(page, clip)
    expect(page.locator(".react-flow__node-card")).to_have_count(len(names))
    page.keyboard.press("Escape")
    settled(page)


def offer(menu: Locator, layer: str) -> Locator:
    return menu.get_by_role("option").filter(has=menu.page.get_by_text(layer, exact=True)).first


def palette(page: Page) -> list[str]:
    """The palette's buttons from top to bottom."""
    names: list[str] = page.locator("[data-fits][aria-label^=Add]").evaluate_all(
        "(all) => all.map((one) => one.innerText)"
    )
    return [name.split("\n")[0] for name in names]


@pytest.fixture
def flat(empty: Page) -> Page:
    """A list of 64 numbers, selected, and its shape known."""
    drawn(empty, [8, 8, 1], flat={"layer": "Flatten"}, dense={"layer": "Dense", "units": 4})
    shape(empty, "64")
    card(empty, "flat").click()
    return empty


def test_the_palette_offers_what_fits_first_and_greys_the_rest_with_the_reason(flat: Page) -> None:
    expect(flat.get_by_text("flat · 64")).to_be_visible()
    expect(flat.get_by_role("button", name="Add Reshape: → 8 × 8").first).to_be_visible(timeout=30_000)
    assert palette(flat)[0] == "Dense"
    off = flat.get_by_role("button", name="Add Conv2D: needs a picture, does not fit").first
    expect(off).to_be_visible()


def test_a_layer_that_fits_with_a_parameter_comes_with_it_set(flat: Page) -> None:
    flat.get_by_role("button", name="Add Reshape: → 8 × 8").first.click(timeout=30_000)
    shape(flat, "8 × 8")
    expect_wires(flat, "data flat", "flat reshape_1", "reshape_1 dense")
    flat.keyboard.press("ControlOrMeta+z")
    expect_wires(flat, "data flat", "flat dense")


def test_a_second_memory_asks_the_first_for_every_step_and_both_are_one_undo(empty: Page) -> None:
    drawn(empty, [12, 2], reader={"layer": "LSTM", "units": 5})
    shape(empty, "12 × 2")
    drag(empty, port(empty, "reader"), near(card(empty, "reader"), 380, 140))
    menu = empty.get_by_role("dialog", name=re.compile("^After reader"))
    second = offer(menu, "LSTM")
    expect(second).to_contain_text("return_sequences on reader", timeout=30_000)
    second.click()
    expect_wires(empty, "data reader", "reader lstm_1")
    shape(empty, "12 × 5")  # what flows between the two
    empty.keyboard.press("ControlOrMeta+z")
    expect_wires(empty, "data reader")
    card(empty, "reader").click()
    expect(empty.get_by_text("reader · 5")).to_be_visible(timeout=30_000)


def test_inserting_into_a_wire_says_what_would_not_take_it_any_more(empty: Page) -> None:
    drawn(empty, [8, 8, 1], conv={"layer": "Conv2D", "filters": 4, "kernel_size": 3})
    shape(empty, "8 × 8 × 1")
    empty.mouse.move(*wire_middle(empty, "data conv"))
    empty.get_by_role("button", name="Insert a layer into the wire from data").click()
    menu = empty.get_by_role("dialog", name="Insert into the wire · takes a picture")
    flatten = offer(menu, "Flatten")
    expect(flatten).to_contain_text("conv needs a picture", timeout=30_000)
    expect(offer(menu, "LSTM")).to_contain_text("needs a sequence")  # greyed, not hidden
    order = menu.get_by_role("option").evaluate_all("(all) => all.map((one) => one.dataset.fits)")
    assert order[0] == "yes"
    assert set(order) == {"yes", "breaks", "no"} or set(order) == {"yes", "with", "breaks", "no"}
    offer(menu, "BatchNormalization").click()
    expect_wires(empty, "data batch_norm_1", "batch_norm_1 conv")


def test_what_is_carried_over_a_wire_says_how_it_would_fit_and_is_dropped_so(empty: Page) -> None:
    drawn(empty, [2, 2, 3], flat={"layer": "Flatten"})
    shape(empty, "2 × 2 × 3")
    with holding(empty, middle(empty.get_by_role("button", name=re.compile("^Add Conv2D")).first)):
        move(empty, wire_middle(empty, "data flat"))
        expect(empty.get_by_text("padding = same", exact=True).first).to_be_visible(timeout=30_000)
    expect_wires(empty, "conv_1 flat", "data conv_1")
    shape(empty, "2 × 2 × 32")


def test_what_is_carried_over_a_wire_says_why_it_does_not_fit_before_it_is_let_go(flat: Page) -> None:
    hand = flat.locator("[class*=carried]")
    with holding(flat, middle(flat.get_by_role("button", name=re.compile("^Add Conv2D")).first)):
        move(flat, wire_middle(flat, "flat dense"))
        expect(hand.locator("[data-fits=no]")).to_have_text("needs a picture")
        x, y = wire_middle(flat, "flat dense")
        move(flat, (x + 300, y))
        expect(hand.locator("[data-fits]")).to_have_count(0)  # beside the wire it is a layer like any other
        flat.keyboard.press("Escape")
    with holding(flat, middle(flat.get_by_role("button", name=re.compile("^Add Dropout")).first)):
        move(flat, wire_middle(flat, "flat dense"))
        expect(flat.locator('[data-look="opened"]')).to_have_count(1)
        expect(hand.locator("[data-fits]")).to_have_count(0)  # it fits as it is: nothing to say
        flat.keyboard.press("Escape")
    expect_wires(flat, "data flat", "flat dense")


def test_the_list_of_targets_puts_who_takes_the_wire_first_and_says_why_others_do_not(empty: Page) -> None:
    drawn(empty, [8, 8, 1], flat={"layer": "Flatten"}, dense={"layer": "Dense", "units": 4})
    loose = {"conv": "Conv2D", "drop": "Dropout"}
    made = {
        name: {
            "type": "layer",
            "name": name,
            "layer": layer,
            "params": {"filters": 2, "kernel_size": 3} if layer == "Conv2D" else {"rate": 0.5},
        }
        for name, layer in loose.items()
    }
    put(empty, {"nodes": made, "layout": {"conv": {"x": 0, "y": 0}, "drop": {"x": 0, "y": 120}}})
    shape(empty, "64")
    card(empty, "flat").click()
    empty.keyboard.press("c")
    menu = empty.get_by_role("dialog", name="Wire flat to")
    expect(offer(menu, "conv")).to_contain_text("needs a picture", timeout=30_000)
    expect(offer(menu, "dense")).to_contain_text("wired already")
    assert menu.get_by_role("option").first.inner_text().split()[0] == "drop"
    menu.get_by_role("option").filter(has_text="wired already").click(force=True)  # it cannot be chosen
    expect(menu).to_be_visible()
    menu.get_by_role("combobox").press("ArrowUp")
    offer(menu, "drop").click()
    expect_wires(empty, "data flat", "flat dense", "flat drop")


def test_no_place_in_the_list_moves_under_the_pointer(flat: Page) -> None:
    expect(flat.get_by_role("button", name="Add Reshape: → 8 × 8").first).to_be_visible(timeout=30_000)
    flat.get_by_role("button", name="Add Dense").first.hover()
    before = palette(flat)
    flat.keyboard.press("Alt+ArrowUp")  # to the picture
    expect(flat.get_by_text("data · 8 × 8 × 1")).to_be_visible()
    expect(flat.get_by_role("button", name="Add LSTM: needs a sequence, does not fit").first).to_be_attached(
        timeout=30_000
    )
    assert palette(flat) == before
    flat.mouse.move(800, 400)
    expect(flat.locator("[data-fits=yes][aria-label^=Add]").first).to_contain_text("Conv2D")
    assert palette(flat) != before


def test_without_a_worker_it_says_quietly_that_it_guesses_and_asks_again(empty: Page) -> None:
    def refused(route: Route) -> None:
        route.fulfill(status=503, json={"problems": []})

    empty.route("**/fits?*", refused)
    try:
        drawn(empty, [8, 8, 1], flat={"layer": "Flatten"})
        shape(empty, "8 × 8 × 1")
        card(empty, "data").click()
        expect(empty.get_by_text(GUESSED)).to_be_visible()
        expect(empty.get_by_role("button", name="Add LSTM: needs a sequence, does not fit").first).to_be_attached()
    finally:
        empty.unroute("**/fits?*")
    expect(empty.get_by_text(GUESSED)).to_have_count(0, timeout=30_000)
