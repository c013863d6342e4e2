"""Runs on a zip of pictures: a script on the zip, and on the folder it was packed from, ends with the very same weights."""

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest

import pictures as made
from layerloom.datasets.prepare import prepare
from layerloom.graph.source import script
from layerloom.training.run import Job, train
from plans import graph, layer

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
FILES = made.members(20, side=32) | {
    "above/cut.png": made.encoded(made.picture(0, 77))[:200],
    "below/größe.jpg": made.encoded(made.picture(1, 78, 40), "JPEG"),
}
BASE = {
    "type": "backbone",
    "name": "base",
    "application": "MobileNetV2",
    "params": {"include_top": False, "pooling": "avg", "weights": None, "alpha": 0.35},
    "freeze": "all",
}


def planned(home: Path, nodes: dict, asked: dict | None = None, **training):
    """Those nodes one after another, between an Input and an Output."""
    home.mkdir(exist_ok=True)
    source = made.kept(home, made.zipped(FILES)) | (asked or {})
    ends = {"in": {"type": "input", "name": "photo"}, **nodes}
    ends["head"] = layer("head", "Dense", units=2, activation="softmax")
    ends["out"] = {"type": "output", "name": "answer"}
    wires = list(zip(ends, list(ends)[1:], strict=False))
    settings = {"data": source, "epochs": 2, "batch_size": 8, "seed": 3} | training
    return graph(ends, wires, settings, "Photos", home)


def run(home: Path, plan):
    """What was told, and the folder."""
    folder = home / "run"
    folder.mkdir(exist_ok=True)
    told = []
    result = train(Job(plan, "hash", "run", 1, folder, home), told.append, lambda: None)
    assert result.state == "succeeded", result.reason
    return told, folder


def weights(file: Path):
    return keras.saving.load_model(file).get_weights()


def scripted(text: str, folder: Path, *arguments: str) -> tuple[list, str]:
    """The weights that a script ends with, and what it printed."""
    folder.mkdir()
    (folder / "script.py").write_text(text, encoding="utf-8")
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    command = [sys.executable, "script.py", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return weights(folder / "model.keras"), done.stdout


def same(ours, theirs) -> None:
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(one, other, strict=True)


CNN = {
    "c": layer("conv", "Conv2D", filters=4, kernel_size=3, activation="relu"),
    "g": layer("pool", "GlobalAveragePooling2D"),
}


@pytest.mark.parametrize(
    ("nodes", "asked", "late"),
    [
        (CNN, {"height": 16, "width": 20, "color_mode": "grayscale", "fit": "stretch"}, True),
        ({"b": BASE}, {"height": 32, "width": 32}, False),
    ],
    ids=["scaled", "backbone"],
)
def test_a_script_on_the_zip_and_on_its_folder_ends_with_the_same_weights(tmp_path, nodes, asked, late):
    plan = planned(tmp_path / "home", nodes, asked)
    told, folder = run(tmp_path / "home", plan)
    ours = weights(folder / "model.keras")
    fitted, unfitted = (folder / "script.py").read_text(encoding="utf-8"), script(plan)
    assert ("scaled(" in fitted) == ("scaled(" in unfitted) == late
    (tmp_path / "pets.zip").write_bytes(made.zipped(FILES))
    theirs, printed = scripted(fitted, tmp_path / "zip", "../pets.zip")
    same(ours, theirs)
    assert "left out above/cut.png" in printed
    if late:
        same(ours, scripted(unfitted, tmp_path / "unpacked", str(made.unpacked(tmp_path / "pets", FILES)))[0])
    sizes = next(event for event in told if event.type == "data_prepared")
    assert (sizes.train_rows, sizes.validation_rows) == (33, 8)


def test_pictures_stay_bytes_until_their_batch_comes(tmp_path):
    plan = planned(tmp_path, CNN)
    prepared = prepare(plan, tmp_path)
    (pictures,) = prepared.train[0].values()
    assert (pictures.dtype, pictures.shape) == (np.uint8, (33, 96, 96, 3))
    standardised = planned(tmp_path, CNN)
    nodes = standardised.inputs[0]
    standardised = dataclasses.replace(standardised, inputs=(dataclasses.replace(nodes, scaling="standardise"),))
    assert prepare(standardised, tmp_path).train[0]["photo"].dtype == np.float32


def test_two_inputs_and_one_of_them_scaled(tmp_path):
    """A plain picture and one for a backbone side by side: each in its own numbers, in the script too."""
    source = made.kept(tmp_path, made.zipped(FILES)) | {"height": 32, "width": 32}
    nodes = {
        "a": {"type": "input", "name": "plain", "columns": ["image"]},
        "b": {"type": "input", "name": "pixels", "columns": ["image"], "scaling": "none"},
        "f": layer("flat", "GlobalAveragePooling2D"),
        "g": layer("sums", "GlobalAveragePooling2D"),
        "c": layer("both", "Concatenate"),
        "h": layer("head", "Dense", units=2, activation="softmax"),
        "out": {"type": "output", "name": "answer"},
    }
    wires = [("a", "f"), ("b", "g"), ("f", "c"), ("g", "c"), ("c", "h"), ("h", "out")]
    plan = graph(nodes, wires, {"data": source, "epochs": 1, "batch_size": 8, "seed": 3}, "Two", tmp_path)
    _, folder = run(tmp_path, plan)
    (tmp_path / "pets.zip").write_bytes(made.zipped(FILES))
    theirs, _ = scripted((folder / "script.py").read_text(encoding="utf-8"), tmp_path / "zip", "../pets.zip")
    same(weights(folder / "model.keras"), theirs)
    assert json.loads((folder / "receipt.json").read_text())["data_hash"]
