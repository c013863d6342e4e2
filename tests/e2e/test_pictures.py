"""A person's own pictures: a zip is uploaded, seen with its classes, brought to a size."""

import json
import re
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

import pictures
from steps import CARDS, begin, ended

FILE = "CSV file, or zip with one folder of pictures for each class"


def upload(page: Page, files: dict[str, bytes], name: str = "pets.zip") -> None:
    zipped = FilePayload(name=name, mimeType="application/zip", buffer=pictures.zipped(files))
    page.get_by_label(FILE).set_input_files(zipped)


def test_a_zip_is_uploaded_seen_with_its_classes_and_brought_to_a_size(page: Page) -> None:
    page.get_by_role("button", name="Empty canvas").click()
    page.get_by_role("heading", name="Begin with an input.").wait_for()
    upload(page, {"1.png": b"x"})
    expect(page.get_by_role("alert").filter(has_text="The pictures lie in no folders.")).to_be_visible(timeout=60_000)
    upload(page, pictures.members(14) | {"above/cut.png": b"no picture"})
    panel = page.get_by_role("region", name="Data")
    expect(panel.get_by_label("Data set")).to_have_value(re.compile("^images "), timeout=30_000)
    counts = panel.locator("details", has_text="2 classes").get_by_role("listitem")
    expect(counts).to_have_text(["above14", "below14"])
    expect(panel.get_by_text("1 picture cannot be read and is left out: above/cut.png.")).to_be_visible()
    tiles = panel.get_by_role("list", name="First rows").get_by_role("img")
    expect(tiles).to_have_count(12)
    expect(tiles.first).to_have_js_property("naturalWidth", 24)
    panel.get_by_label("width").fill("48")
    panel.get_by_label("width").press("Enter")
    panel.get_by_role("radio", name="grey").click()
    expect(tiles.first).to_have_js_property("naturalWidth", 48)
    expect(panel.get_by_text("24 × 48")).to_be_visible()


def test_a_backbone_learns_in_two_phases_on_a_zip_and_the_curve_shows_where_the_second_began(
    page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "photos.json"
    file.write_text(json.dumps(pictures.GRAPH))
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file…").click()
    chooser.value.set_files(file)
    expect(page.locator(CARDS)).to_have_count(4)
    upload(page, pictures.members(16, side=32))
    panel = page.get_by_role("tabpanel", name="Settings")
    expect(panel.get_by_role("list", name="First rows").get_by_role("img")).to_have_count(12, timeout=60_000)
    second = panel.get_by_role("switch", name=re.compile("^Second phase"))
    expect(panel.get_by_role("switch", name=re.compile("^Early stopping"))).to_be_visible()
    expect(second).to_have_count(0)
    page.locator(CARDS).filter(has=page.get_by_text("base", exact=True)).click(position={"x": 60, "y": 18})
    panel.get_by_label("held still").select_option("all")
    page.locator(".react-flow__pane").click(position={"x": 20, "y": 20})
    second.click()
    for label, value in (("last layers", "30"), ("more epochs", "2"), ("lower rate", "0.0005")):
        panel.get_by_label(label).fill(value)
        panel.get_by_label(label).press("Enter")
    begin(page)
    chart = page.get_by_role("figure").get_by_role("img").first
    expect(chart).to_have_accessible_name(re.compile(r"Phase 2 from epoch 2 on\."), timeout=120_000)
    ended(page)
    page.get_by_role("tab", name="Log").click()
    expect(page.get_by_label("Log of the run")).to_contain_text("Second phase from epoch 2 on: the last 30 layers")
