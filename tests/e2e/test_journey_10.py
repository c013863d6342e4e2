"""Journey 10: code is pasted, three parameters are changed, four runs go by, and the exported script ends with the last one's figures."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from steps import begin, ended, node, opened, saved, shape, train

CODE = """
import keras
from keras import layers

inputs = keras.Input(shape=(4,), name="petals")
x = layers.Dense(6, activation="relu", name="hidden")(inputs)
outputs = layers.Dense(3, activation="softmax", name="kind")(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=4, batch_size=16)
"""


def test_pasted_code_is_tried_four_ways_and_leaves_as_a_script_that_repeats_it(page: Page, tmp_path: Path) -> None:
    page.get_by_role("button", name="Paste Python code…").click()
    told = page.get_by_role("dialog", name="Bring in a model")
    told.get_by_role("textbox", name="Python code").fill(CODE)
    told.get_by_role("button", name="Read the models").click()
    expect(told).to_contain_text("4 epochs, batches of 16", timeout=90_000)
    told.get_by_role("button", name="Open as a new project").click()
    opened(page, 4)
    page.get_by_role("combobox", name="Data set").select_option(label="Iris")
    shape(page, "6")

    begin(page)
    finished(page, 1)
    node(page, "hidden").click()
    page.get_by_role("spinbutton", name="units").fill("12")
    page.keyboard.press("Enter")
    shape(page, "12")
    page.locator(".react-flow__pane").click(position={"x": 40, "y": 60})
    again(page, 2)
    page.get_by_role("textbox", name="learning_rate").fill("0.02")
    page.keyboard.press("Enter")
    again(page, 3)
    page.get_by_role("textbox", name="epochs").fill("9")
    page.keyboard.press("Enter")
    again(page, 4)

    page.get_by_role("tab", name=re.compile("^Runs")).click()
    runs = page.get_by_role("tabpanel", name="Runs")
    expect(runs.get_by_role("button", name=re.compile(r"^Show run \d$"))).to_have_count(4)
    page.get_by_role("button", name="Export run 4").click()
    row = page.get_by_role("dialog", name="Export run 4").locator('[data-format="python"]')
    row.get_by_role("button", name="Make and prove Python", exact=True).click()
    expect(row).to_have_attribute("data-state", "ready", timeout=180_000)
    expect(row.get_by_text("Proven", exact=True)).to_be_visible()
    with page.expect_download() as script:
        row.get_by_role("link", name="Download script.py").click()
    script.value.save_as(tmp_path / "script.py")
    page.keyboard.press("Escape")
    with page.expect_download() as receipt:
        runs.get_by_role("link", name="Download receipt.json of run 4").click()
    receipt.value.save_as(tmp_path / "receipt.json")

    metrics = json.loads((tmp_path / "receipt.json").read_text())["metrics"]
    printed = figures_of(tmp_path)
    assert printed == {
        name.removeprefix("val_"): pytest.approx(value, abs=5e-5)
        for name, value in metrics.items()
        if name.startswith("val_")
    }
    assert len(printed) == 2


def again(page: Page, number: int) -> None:
    saved(page)
    train(page)
    finished(page, number)


def finished(page: Page, number: int) -> None:
    """Its own address is shown, so that an earlier run's end is not taken for this one's."""
    page.get_by_role("tab", name=re.compile("^Runs")).click()
    expect(page.get_by_role("button", name=f"Export run {number}")).to_be_visible(timeout=90_000)
    page.get_by_role("tab", name="Curves").click()
    ended(page)


def figures_of(folder: Path) -> dict[str, float]:
    """What the script prints at its end, run by somebody who has nothing but Keras."""
    done = subprocess.run(
        [sys.executable, "script.py"], cwd=folder, check=True, capture_output=True, text=True, timeout=180
    )
    return {name: float(value) for name, value in re.findall(r"^validation (\w+): ([\d.]+)$", done.stdout, re.M)}
