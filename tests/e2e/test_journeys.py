"""What people come for, done as they do it: from the start page to the trained model and the script that repeats it."""

import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from steps import CARDS, add, ended, open_template, shape, train, train_for_long, wire


def test_a_newcomer_trains_a_cnn_on_digits_in_a_few_clicks_and_leaves_with_everything(
    page: Page, tmp_path: Path
) -> None:
    open_template(page, "Digits")  # 1
    shape(page, "8 × 8 × 1")
    shape(page, "6 × 6 × 32")
    train(page)  # 2
    expect(page.get_by_text(re.compile(r"step [1-9]\d* of")).first).to_be_visible(timeout=30_000)
    page.reload()
    ended(page)
    page.get_by_role("tab", name=re.compile("^Runs")).click()  # 3
    files = {}
    for name in ("model.keras", "script.py", "receipt.json", "curves.csv"):
        with page.expect_download() as download:
            page.get_by_role("link", name=re.compile(re.escape(name))).first.click()  # 4 … 7
        files[name] = tmp_path / name
        download.value.save_as(files[name])
    receipt = json.loads(files["receipt.json"].read_text())
    assert receipt["metrics"]["val_accuracy"] > 0.95
    assert files["model.keras"].stat().st_size > 10_000
    assert files["curves.csv"].read_text().count("\n") > 100


def test_the_downloaded_script_ends_with_the_weights_of_the_run(page: Page, tmp_path: Path) -> None:
    open_template(page, "Iris")
    train(page)
    ended(page)
    page.get_by_role("tab", name=re.compile("^Runs")).click()
    for name in ("model.keras", "script.py"):
        with page.expect_download() as download:
            page.get_by_role("link", name=re.compile(re.escape(name))).first.click()
        download.value.save_as(tmp_path / f"of_the_run_{name}")
    subprocess.run([sys.executable, "of_the_run_script.py"], cwd=tmp_path, check=True, capture_output=True, timeout=180)
    compare = (
        "import keras, numpy as np\n"
        "a, b = (keras.saving.load_model(p, compile=False).get_weights() for p in ('model.keras', 'of_the_run_model.keras'))\n"
        "assert all(np.array_equal(x, y) for x, y in zip(a, b, strict=True))"
    )
    done = subprocess.run([sys.executable, "-c", compare], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


def test_a_net_is_built_from_an_empty_canvas_by_search_and_trained(page: Page) -> None:
    page.get_by_role("button", name="Empty canvas").click()
    page.get_by_role("combobox", name="Data set").select_option(label="Digits")
    page.get_by_role("button", name="Hide lab bench").click()
    nodes = [
        add(page, layer, 380, 60 + 130 * row)
        for row, layer in enumerate(("Input", "Conv2D", "Flatten", "Dense", "Output"))
    ]
    for source, target in pairwise(nodes):
        wire(page, source, target)
    expect(page.locator(".react-flow__edge")).to_have_count(4)
    shape(page, "8 × 8 × 1")
    nodes[3].click()
    page.get_by_role("spinbutton", name="units").fill("10")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="activation").select_option(label="softmax")
    train(page)
    ended(page)


def test_a_csv_from_the_start_page_becomes_a_trained_model(page: Page, tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    rows = ["width,colour,kind"]
    for _ in range(200):
        kind = rng.integers(2)
        width = "" if rng.random() < 0.05 else f"{rng.normal(3 * kind, 1):.3f}"
        rows.append(f"{width},{('red', 'green')[rng.integers(2)]},{('apple', 'pear')[kind]}")
    table = tmp_path / "fruit.csv"
    table.write_text("\n".join(rows))
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file…").click()
    chooser.value.set_files(table)
    expect(page.get_by_role("region", name="Canvas")).to_be_visible(timeout=60_000)
    train(page)
    ended(page)


def test_stop_keeps_the_weights(page: Page) -> None:
    open_template(page, "Digits")
    train_for_long(page)
    expect(page.get_by_text(re.compile(r"step [1-9]\d* of")).first).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Stop, keep weights").click()
    page.get_by_role("tab", name=re.compile("^Runs")).click()
    expect(page.get_by_role("link", name=re.compile("model.keras")).first).to_be_visible(timeout=15_000)


def test_a_reload_after_the_end_shows_the_same_curves(page: Page) -> None:
    open_template(page, "Iris")
    page.get_by_role("textbox", name="epochs").fill("30")
    page.keyboard.press("Enter")
    train(page)
    ended(page)
    before = page.get_by_role("img", name=re.compile("^Loss", re.I)).first.get_attribute("aria-label")
    page.reload()
    ended(page)
    expect(page.get_by_role("img", name=re.compile("^Loss", re.I)).first).to_have_attribute(
        "aria-label", re.compile(re.escape(before or "?"))
    )


@pytest.mark.parametrize("name", ["Digits", "Iris"])
def test_deleting_in_the_middle_heals_and_undo_brings_it_back(page: Page, name: str) -> None:
    open_template(page, name)
    nodes = page.locator(CARDS)
    expect(nodes.first).to_be_visible()
    count = nodes.count()
    nodes.nth(2).click()
    page.keyboard.press("Delete")
    expect(nodes).to_have_count(count - 1)
    expect(page.locator(".react-flow__edge")).to_have_count(count - 2)
    page.keyboard.press("ControlOrMeta+z")
    expect(nodes).to_have_count(count)
    expect(page.locator(".react-flow__edge")).to_have_count(count - 1)
