"""Journey 12: to a phone. The device is chosen, one layer is flagged and replaced, the trained model is exported, and the file proven."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from hands import settled
from steps import CARDS, begin, ended, saved, shape

GRAPH: dict[str, Any] = {
    "version": 1,
    "keras_version": "3.15.1",
    "name": "Digits on a phone",
    "nodes": {
        "in": {"type": "input", "name": "digit"},
        "v": {"type": "layer", "name": "volume", "layer": "Reshape", "params": {"target_shape": [8, 8, 1, 1]}},
        "c": {"type": "layer", "name": "look", "layer": "Conv3D", "params": {"filters": 4, "kernel_size": [3, 3, 1]}},
        "p": {"type": "layer", "name": "shrink", "layer": "MaxPooling3D", "params": {"pool_size": [2, 2, 1]}},
        "f": {"type": "layer", "name": "flat", "layer": "Flatten", "params": {}},
        "d": {"type": "layer", "name": "guess", "layer": "Dense", "params": {"units": 10, "activation": "softmax"}},
        "out": {"type": "output", "name": "which"},
    },
    "edges": {
        "a": {"source": "in", "target": "v"},
        "b": {"source": "v", "target": "c"},
        "c": {"source": "c", "target": "p"},
        "d": {"source": "p", "target": "f"},
        "e": {"source": "f", "target": "d"},
        "f": {"source": "d", "target": "out"},
    },
    "training": {"data": {"type": "builtin", "name": "digits"}, "epochs": 4},
    "layout": {id: {"x": 0, "y": 104 * row} for row, id in enumerate(("in", "v", "c", "p", "f", "d", "out"))},
}
FLAGGED = re.compile(r"^MaxPooling3D shrink.*1 problem")
TITLE = "shrink cannot go to a phone as LiteRT."
FIX = "Pool shrink in two steps: the same numbers"


def test_a_model_goes_to_a_phone(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "phone.json"
    file.write_text(json.dumps(GRAPH))
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file…").click()
    chooser.value.set_files(file)
    shape(page, "3 × 3 × 1 × 4")
    settled(page)
    cards = page.locator(CARDS)
    count = cards.count()

    page.get_by_label("device", exact=True).select_option("phone")
    expect(page.locator("[data-sizes]")).to_contain_text("LiteRT int8")
    flagged = page.get_by_role("group", name=FLAGGED)
    expect(flagged.first).to_be_visible(timeout=30_000)
    expect(page.get_by_role("group", name=re.compile(r"\d problem"))).to_have_count(flagged.count())

    flagged.first.click()
    told = page.get_by_role("region", name=f"Problem: {TITLE}")
    told.get_by_role("button", name=f"Preview: {FIX}").click()
    expect(page.get_by_text("shrink_depth").first).to_be_visible()
    expect(cards).to_have_count(count)
    told.get_by_role("button", name=f"Apply: {FIX}").click()
    expect(cards).to_have_count(count + 3)
    expect(page.get_by_text(TITLE)).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(cards).to_have_count(count)
    expect(flagged.first).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Redo").click()
    expect(cards).to_have_count(count + 3)
    saved(page)

    begin(page)
    ended(page)
    page.get_by_role("tab", name=re.compile("^Runs")).click()
    page.get_by_role("button", name="Export run 1").click()
    window = page.get_by_role("dialog", name="Export run 1")
    row = window.locator('[data-format="litert"]')
    row.get_by_role("button", name="Make and prove LiteRT", exact=True).click()
    expect(row).to_have_attribute("data-state", "ready", timeout=300_000)
    expect(row.get_by_text("Proven", exact=True)).to_be_visible()
    expect(row.get_by_text("Run again by ai-edge-litert")).to_be_visible()
    with page.expect_download() as download:
        row.get_by_role("link", name="Download model.tflite").click()
    download.value.save_as(tmp_path / "model.tflite")

    answers = on_the_phone(tmp_path / "model.tflite")
    assert answers.shape == (1, 10)
    assert answers.sum() == pytest.approx(1, abs=1e-5)


def on_the_phone(file: Path) -> np.ndarray:
    """What the file's own runtime gives for one picture, as an app would ask it."""
    from ai_edge_litert.interpreter import Interpreter

    ask = Interpreter(model_path=str(file)).get_signature_runner()
    (name,) = ask.get_input_details()
    (answer,) = ask(**{name: np.ones((1, 8, 8, 1), "float32")}).values()
    return np.asarray(answer)
