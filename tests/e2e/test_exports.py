"""To a phone: the device chosen, a layer flagged, the trained model exported, proven and taken away."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from graph_cases import GRAPHS
from steps import begin, ended, open_template


def test_a_model_goes_to_a_phone_with_its_proof(page: Page, tmp_path: Path) -> None:
    open_template(page, "Iris")
    begin(page)
    ended(page)
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Go to anything").fill("Export the trained model")
    page.get_by_role("option", name=re.compile("^Export the trained model")).wait_for(
        timeout=60_000
    )  # once its files are there
    page.keyboard.press("Enter")
    window = page.get_by_role("dialog", name="Export run 1")
    row = window.locator('[data-format="litert"]')
    row.get_by_role("button", name="Make and prove LiteRT", exact=True).click()
    expect(row.get_by_role("progressbar").first).to_be_visible()
    expect(row).to_have_attribute("data-state", "ready", timeout=300_000)
    for figure in ("Largest deviation", "Same answer", "Size", "One row, p50 / p95", "Needs at least"):
        expect(row.get_by_text(figure, exact=True)).to_be_visible()
    expect(row.get_by_text("Run again by ai-edge-litert")).to_be_visible()
    with page.expect_download() as download:
        row.get_by_role("link", name="Download model.tflite").click()
    download.value.save_as(tmp_path / "model.tflite")
    assert (tmp_path / "model.tflite").read_bytes()[4:8] == b"TFL3"
    other = window.locator('[data-format="tensorflow_js"]')
    expect(other.get_by_text("tensorflowjs 4.22.0")).to_be_visible()
    expect(other.get_by_text("tensorflowjs_converter")).to_be_visible()
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)


def test_a_layer_that_cannot_go_to_the_chosen_device_is_flagged_where_it_stands(page: Page, tmp_path: Path) -> None:
    graph = json.loads((GRAPHS / "broken" / "layer_cannot_go_there.json").read_text())
    del graph["training"]["goes_to"]
    file = tmp_path / "volumes.json"
    file.write_text(json.dumps(graph | {"name": "Volumes"}))
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file…").click()
    chooser.value.set_files(file)
    expect(page.get_by_role("heading", name="What it is for")).to_be_visible(timeout=30_000)
    said = page.get_by_text("shrink cannot go to a phone as LiteRT.")
    expect(said).to_have_count(0)
    page.get_by_label("device", exact=True).select_option("phone")
    card = page.get_by_role("group", name=re.compile(r"^AveragePooling3D shrink.*1 problem"))
    expect(card.first).to_be_visible(timeout=30_000)
    page.get_by_role("button", name=re.compile(r"\d warnings")).click()
    expect(said.first).to_be_visible()
    expect(page.locator("[data-sizes]")).to_contain_text("LiteRT int8")
    page.get_by_label("device", exact=True).select_option("any")
    expect(said).to_have_count(0)
