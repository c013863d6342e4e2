"""A person's own pictures: a zip is uploaded, seen with its classes, brought to a size."""

import re

from playwright.sync_api import FilePayload, Page, expect

import pictures

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
