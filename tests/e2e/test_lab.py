"""The lab bench after a run: every tab says what it should, and everything on it can be saved. And what is carried from the palette lands."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from hands import drag, settled, wire_middle
from steps import CARDS, ended, open_template, shape, train


def save(page: Page, button: str, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).first.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path.read_bytes()


def test_a_finished_run_can_be_read_and_saved_in_every_form(page: Page, tmp_path: Path) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    train(page)
    ended(page)

    assert save(page, "Save Loss as PNG", tmp_path).startswith(b"\x89PNG")
    batches = save(page, "Save a row per batch as CSV", tmp_path).decode().splitlines()
    epochs = save(page, "Save a row per epoch as CSV", tmp_path).decode().splitlines()
    assert "val_loss" in epochs[0]
    assert len(batches) - 1 == 45 * (len(epochs) - 1)

    page.get_by_role("tab", name="Summary").click()
    expect(page.get_by_role("tabpanel").get_by_role("row", name=re.compile("conv_1 Conv2D"))).to_contain_text("320")
    page.get_by_text("Text", exact=True).click()
    expect(page.get_by_role("tabpanel", name="Summary")).to_contain_text("Trainable params: 24,586")

    page.get_by_role("tab", name="Plot").click()
    expect(page.locator("svg text", has_text="conv_1").first).to_be_visible(timeout=30_000)
    svg = save(page, "Save SVG", tmp_path).decode()
    assert "<svg" in svg
    assert "conv_2" in svg
    assert save(page, "Save PNG", tmp_path).startswith(b"\x89PNG")

    page.get_by_role("tab", name="Log").click()
    expect(page.get_by_label("Log of the run")).to_contain_text("rows")


def test_a_layer_carried_from_the_palette_onto_a_wire_goes_in_between(page: Page) -> None:
    open_template(page, "Digits")
    shape(page, "6 × 6 × 32")
    settled(page)
    drag(page, page.get_by_role("button", name="Add BatchNormalization").first, wire_middle(page, "conv_1 pool_1"))
    expect(page.locator(CARDS)).to_have_count(9)
    expect(page.locator(".react-flow__edge")).to_have_count(8)
    expect(page.get_by_text("24,714").first).to_be_visible(timeout=30_000)
    page.keyboard.press("ControlOrMeta+z")
    expect(page.locator(CARDS)).to_have_count(8)
