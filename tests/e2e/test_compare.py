"""Two graphs on one canvas: journey 4, from an overfitting run to the better one, compared and gone back on."""

import json
import re
import time
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from hands import drag, settled, wire_middle
from steps import ended, open_template, saved, shape, train


def tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=re.compile(f"^{name}")).click()


def comparison(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Compare")


def drop_on_wire(page: Page, layer: str, wire: str) -> None:
    settled(page)
    drag(page, page.get_by_role("button", name=re.compile(f"^Add {layer}$")).first, wire_middle(page, wire))


def test_dropout_goes_into_a_wire_and_the_two_runs_are_compared_and_gone_back_on(page: Page) -> None:
    begun = time.monotonic()
    open_template(page, "Iris")
    shape(page, "16")  # Keras is there
    page.get_by_role("switch", name=re.compile("^Early stopping")).click()
    page.get_by_role("textbox", name="epochs").fill("40")
    page.keyboard.press("Enter")
    saved(page)
    train(page)
    ended(page)  # the curves of both parts stand beside each other
    expect(page.get_by_role("img", name=re.compile("^Loss", re.I)).first).to_have_attribute(
        "aria-label", re.compile("validation|val", re.I)
    )

    drop_on_wire(page, "Dropout", "dense_1 dense_2")
    expect(page.get_by_label("Wire from dense_1 to dropout_1", exact=True)).to_be_attached()
    saved(page)
    train(page)
    tab(page, "Runs")
    expect(page.get_by_role("button", name="Show run 2")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("row").filter(has_text="Run 2")).to_contain_text("done", timeout=90_000)
    expect(page.get_by_role("row").filter(has_text="Run 2")).to_contain_text("this canvas")

    page.get_by_role("button", name="Compare Run 1 with this canvas").click()
    laid = comparison(page)
    expect(laid.get_by_role("status")).to_contain_text("1 added")
    expect(laid.locator(".react-flow__node").filter(has_text="dropout_1")).to_have_attribute(
        "aria-label", re.compile("added")
    )
    after = laid.get_by_role("combobox", name="After")
    after.select_option(label=after.locator("option").filter(has_text="Run 2").first.inner_text())
    expect(laid.get_by_role("status")).to_contain_text("1 added")  # between the versions of the two runs
    page.keyboard.press("Escape")
    expect(laid).to_have_count(0)

    page.get_by_role("button", name="Restore Run 1").click()
    expect(page.locator(".react-flow__node-card").filter(has_text="dropout_1")).to_have_count(0)
    expect(page.get_by_label("Wire from dense_1 to dense_2", exact=True)).to_be_attached()
    assert time.monotonic() - begun < 180
    page.get_by_role("button", name="Undo").first.click()  # one step
    expect(page.get_by_label("Wire from dense_1 to dropout_1", exact=True)).to_be_attached()
    saved(page)


def test_parameters_are_told_only_where_they_differ_until_one_asks_for_all(page: Page) -> None:
    open_template(page, "Iris")
    shape(page, "4")
    tab(page, "Runs")
    page.get_by_role("button", name="Save version…").first.click()
    name = page.get_by_role("textbox", name="Name of the version")
    name.fill("The narrow one")
    name.press("Enter")
    expect(page.get_by_text("The narrow one").first).to_be_visible()
    page.locator(".react-flow__node-card").filter(has_text="dense_1").click()
    units = page.get_by_role("spinbutton", name="units")
    units.fill("48")
    units.press("Enter")
    saved(page)

    page.get_by_role("button", name="Compare The narrow one with this canvas").click()
    laid = comparison(page)
    expect(laid.get_by_role("status")).to_contain_text("1 changed")
    fields = laid.get_by_role("row").filter(has=page.get_by_role("rowheader"))
    expect(fields).to_have_count(1)
    expect(fields.first).to_contain_text(re.compile(r"units.*48"))
    laid.get_by_role("button", name="Next change").click()
    laid.get_by_role("checkbox", name="Only what differs").uncheck()
    expect(fields.filter(has_text="activation")).to_have_count(1)
    laid.get_by_role("button", name="Restore The narrow one").click()
    expect(laid).to_have_count(0)
    page.locator(".react-flow__node-card").filter(has_text="dense_1").click()
    expect(units).not_to_have_value("48")


def test_another_project_and_a_file_are_laid_under_the_canvas(page: Page, tmp_path: Path) -> None:
    open_template(page, "Iris")
    shape(page, "4")
    saved(page)
    page.get_by_role("link", name="Layerloom, all projects").click()
    open_template(page, "Digits")
    shape(page, "8 × 8 × 1")
    page.keyboard.press("ControlOrMeta+k")
    page.get_by_role("dialog", name="Go to anything").get_by_role("combobox").fill("Compare with an earlier")
    page.keyboard.press("Enter")
    laid = comparison(page)
    expect(laid.get_by_role("status")).to_have_text("No difference")
    before = laid.get_by_role("combobox", name="Before")
    before.select_option(label=before.locator("optgroup[label='Other projects'] option").first.inner_text())
    expect(laid.get_by_role("status")).to_contain_text(re.compile(r"\d added"))
    expect(laid.get_by_role("status")).to_contain_text(re.compile(r"\d removed"))

    file = tmp_path / "broken.json"
    file.write_text(json.dumps({"version": 99, "nodes": {}}))
    with page.expect_file_chooser() as chooser:
        before.select_option(label="A file…")
    chooser.value.set_files(file)
    expect(laid.get_by_role("alert")).to_be_visible()
    expect(laid.get_by_role("alert")).to_contain_text(re.compile("newer|version", re.I))
