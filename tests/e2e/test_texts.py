"""Plain texts into a model: drawn with every size in sight, learned from before the first epoch, and taken away reading raw rows."""

import itertools
import json
import re
import zipfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from hands import card, drag, expect_wires, near, port, settled
from steps import begin, ended, shape

GRAPH: dict[str, Any] = {
    "version": 1,
    "keras_version": "3.15.1",
    "name": "Reading",
    "nodes": {
        "in": {"type": "input", "name": "opinion"},
        "d": {"type": "layer", "name": "score", "layer": "Dense", "params": {"units": 1, "activation": "sigmoid"}},
        "out": {"type": "output", "name": "verdict"},
    },
    "edges": {"e": {"source": "d", "target": "out"}},
    "training": {
        "data": {"type": "generated", "name": "opinions", "rows": 400, "noise": 0.0, "seed": 1},
        "epochs": 4,
    },
    "layout": {"in": {"x": 0, "y": 0}, "d": {"x": 0, "y": 500}, "out": {"x": 0, "y": 600}},
}


def opened(page: Page, folder: Path, graph: dict[str, Any]) -> None:
    file = folder / "reading.json"
    file.write_text(json.dumps(graph))
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file…").click()
    chooser.value.set_files(file)
    expect(card(page, "opinion")).to_be_visible(timeout=30_000)
    settled(page)


LAYERS = {
    "words": ("TextVectorization", {}),
    "meaning": ("Embedding", {"input_dim": 300, "output_dim": 16}),
    "pool": ("GlobalAveragePooling1D", {}),
}


def test_texts_flow_in_raw_and_the_trained_model_takes_them(page: Page, tmp_path: Path) -> None:
    drawn = {
        name: {"type": "layer", "name": name, "layer": layer, "params": params}
        for name, (layer, params) in LAYERS.items()
    }
    layout = {name: {"x": 0, "y": 125 * place} for place, name in enumerate(LAYERS, 1)}
    opened(page, tmp_path, GRAPH | {"nodes": GRAPH["nodes"] | drawn, "layout": GRAPH["layout"] | layout})
    wires = list(itertools.pairwise(["opinion", *LAYERS, "score"]))
    for source, target in wires:
        drag(page, port(page, source), near(card(page, target)))
    expect_wires(page, *(f"{source} {target}" for source, target in wires), "score verdict")
    shape(page, "? × 16")

    begin(page)
    ended(page)
    page.get_by_role("tab", name="Log").click()
    log = page.get_by_role("log")
    expect(log).to_contain_text(
        re.compile(r"\(TextVectorization\) learned \d+ entries in .*, the commonest first: \w+")
    )
    card(page, "words").click()
    learned = page.get_by_role("complementary", name="Settings").get_by_text(re.compile(r"learned \d+ entries"))
    expect(learned).to_be_visible()
    page.reload()  # it is told from what is recorded, not from what was watched
    card(page, "words").click()
    expect(learned).to_be_visible(timeout=30_000)
    page.get_by_role("tab", name="Code").click()
    expect(page.get_by_label("Python source")).to_contain_text(".adapt(rows)")

    page.keyboard.press("Control+k")
    page.keyboard.type("Export the trained model")
    page.keyboard.press("Enter")
    row = page.get_by_role("dialog", name="Export run 1").locator('[data-format="serving"]')
    row.get_by_role("button", name=re.compile("^Make and prove")).click()
    expect(row).to_have_attribute("data-state", "ready", timeout=120_000)
    with page.expect_download() as download:
        row.get_by_role("link", name=re.compile("^Download serving")).click()
    download.value.save_as(tmp_path / "serving.zip")
    with zipfile.ZipFile(tmp_path / "serving.zip") as archive:
        assert "serving/model/saved_model.pb" in archive.namelist()


def test_the_size_of_a_vocabulary_is_known_while_drawing(page: Page, tmp_path: Path) -> None:
    words = {"type": "layer", "name": "words", "layer": "TextVectorization", "params": {"output_mode": "multi_hot"}}
    edges = {**GRAPH["edges"], "a": {"source": "in", "target": "w"}, "b": {"source": "w", "target": "d"}}
    opened(page, tmp_path, GRAPH | {"nodes": GRAPH["nodes"] | {"w": words}, "edges": edges})
    status = page.get_by_role("contentinfo")
    expect(status).to_contain_text(re.compile(r"\d{3} parameters"), timeout=60_000)
    # One weight for each word, and one to begin with.
    weights = re.search(r"(\d{3}) parameters", status.inner_text())
    assert weights is not None
    shape(page, str(int(weights[1]) - 1))
