"""A backbone by hand: placed, held still up to a layer, laid open into a block, gone into, folded up again by undo."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from hands import card, expect_wires, press, put

PICTURE: dict[str, Any] = {"type": "input", "name": "photo", "shape": [32, 32, 3], "scaling": "none"}


def settings(page: Page) -> Locator:
    return page.get_by_role("tabpanel", name="Settings")


def placed(page: Page) -> str:
    """A picture, and below it a backbone that is wired to it; the name it was given."""
    put(page, {"nodes": {"p": PICTURE}, "layout": {"p": {"x": 0, "y": 0}}})
    expect(card(page, "photo")).to_be_visible()
    card(page, "photo").click(position={"x": 60, "y": 18})
    palette = page.get_by_role("complementary", name="Layers")
    palette.get_by_role("searchbox").fill("MobileNet")
    palette.get_by_role("button", name="Add MobileNet", exact=True).click()
    name = "mobile_net_1"
    expect(card(page, name)).to_be_visible()
    expect_wires(page, f"photo {name}")
    return name


def open_settings(page: Page, name: str) -> Locator:
    card(page, name).click(position={"x": 60, "y": 18})
    panel = settings(page)
    expect(panel.get_by_role("heading", name=re.compile("Net"))).to_be_visible()
    return panel


def unfold(page: Page, name: str) -> None:
    """By its button; a window says what is going on until the block stands there."""
    settings(page).get_by_role("button", name="Unfold", exact=True).click()
    expect(card(page, f"{name}_block")).to_be_visible(timeout=90_000)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_backbone_is_laid_open_gone_into_and_folded_up_by_undo(empty: Page) -> None:
    name = placed(empty)
    panel = open_settings(empty, name)
    expect(panel).to_contain_text("gives 1,024", timeout=60_000)
    panel.get_by_label("held still", exact=True).select_option("some")
    last = panel.get_by_label("last layer held still", exact=True)
    last.fill("conv_pw_3_relu")
    last.press("Enter")
    unfold(empty, name)
    expect_wires(empty, f"photo {name}_block")
    expect(settings(empty)).to_contain_text("gives 1,024", timeout=60_000)
    press(empty, "Enter")
    expect_wires(
        empty,
        "input true_divide",
        "true_divide subtract",
        f"subtract {name}",
        f"{name} output",
    )
    card(empty, name).dblclick(position={"x": 80, "y": 18})
    expect(card(empty, "conv1_relu")).to_be_visible()
    card(empty, "conv1").click(position={"x": 60, "y": 18})
    expect(settings(empty).get_by_role("radio", name="frozen")).to_be_checked()
    press(empty, "ControlOrMeta+z")
    expect_wires(empty, f"photo {name}")
    panel = open_settings(empty, name)
    expect(panel.get_by_label("last layer held still", exact=True)).to_have_value("conv_pw_3_relu")
    expect(panel).to_contain_text("gives 1,024", timeout=60_000)
    press(empty, "ControlOrMeta+Shift+z")  # leads back to where it was undone
    expect(card(empty, "conv1_relu")).to_be_visible()


def test_it_is_found_in_the_menu_of_its_card_and_in_the_palette_of_commands(empty: Page) -> None:
    name = placed(empty)
    expect(open_settings(empty, name)).to_contain_text("gives 1,024", timeout=60_000)
    card(empty, name).click(button="right", position={"x": 60, "y": 18})
    empty.get_by_role("menuitem", name="Unfold the backbone").click()
    expect(card(empty, f"{name}_block")).to_be_visible(timeout=90_000)
    press(empty, "ControlOrMeta+z")
    expect_wires(empty, f"photo {name}")
    card(empty, name).click(position={"x": 60, "y": 18})
    press(empty, "ControlOrMeta+k")
    empty.get_by_role("dialog").get_by_role("combobox").fill("Unfold the backbone")
    press(empty, "Enter")
    expect(card(empty, f"{name}_block")).to_be_visible(timeout=90_000)


def test_one_that_nothing_flows_into_says_what_it_needs(empty: Page) -> None:
    base = {"type": "backbone", "name": "base", "application": "MobileNetV2", "params": {"weights": None}}
    put(empty, {"nodes": {"b": base | {"freeze": None, "preprocess": True}}, "layout": {"b": {"x": 0, "y": 0}}})
    open_settings(empty, "base")
    settings(empty).get_by_role("button", name="Unfold", exact=True).click()
    window = empty.get_by_role("dialog", name="Unfold base")
    expect(window.get_by_role("alert")).to_contain_text("Wire it to a picture first")
    window.get_by_role("button", name="Close").last.click()
    expect(window).to_have_count(0)
