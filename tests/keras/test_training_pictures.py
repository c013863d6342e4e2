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
from layerloom.graph.problems import Refused
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


TWO = {"fine_tuning": {"layers": 30, "epochs": 2, "learning_rate": 1e-4}, "epochs": 2}


def normalisation(folder: Path) -> list[np.ndarray]:
    base = keras.saving.load_model(folder / "model.keras").get_layer("base")
    still = [one for one in base.layers if isinstance(one, keras.layers.BatchNormalization)]
    assert not any(one.trainable for one in still)
    return [np.array(value) for one in still for value in one.get_weights()]


@pytest.fixture(scope="module")
def tuned(tmp_path_factory):
    """(plan, home, what was told, folder) of a run in two phases."""
    home = tmp_path_factory.mktemp("tuned") / "home"
    plan = planned(home, {"b": BASE}, {"height": 32, "width": 32}, **TWO)
    return plan, home, *run(home, plan)


def test_a_second_phase_lets_the_last_layers_learn_and_a_script_ends_with_the_same_weights(tuned, tmp_path):
    _, _, told, folder = tuned
    ended = [event for event in told if event.type == "epoch_ended"]
    assert [event.epoch for event in ended] == [1, 2, 3, 4]
    assert [round(event.learning_rate, 7) for event in ended] == [1e-3, 1e-3, 1e-4, 1e-4]
    (began,) = [event for event in told if event.type == "phase_began"]
    assert (began.phase, began.epoch, began.layers) == (2, 2, 30)
    (built,) = [event for event in told if event.type == "model_built"]
    assert built.trainable_params < began.trainable_params < built.params
    assert told.index(ended[1]) < told.index(began) < told.index(ended[2])
    ours = weights(folder / "model.keras")
    base = keras.saving.load_model(folder / "model.keras").get_layer("base")
    assert not any(one.trainable for one in base.layers[:-30] if one.weights)
    assert any(one.trainable for one in base.layers[-30:] if one.weights)
    fresh = [value for value in normalisation(folder) if value.ndim and not np.isin(value, (0, 1)).all()]
    assert fresh == [], "means and variances, scale and shift of normalisation are those it began with"
    (tmp_path / "pets.zip").write_bytes(made.zipped(FILES))
    theirs, _ = scripted((folder / "script.py").read_text(encoding="utf-8"), tmp_path / "zip", "../pets.zip")
    same(ours, theirs)


def in_epoch(number):
    return lambda told: any(event.type == "batches_ended" and event.epoch == number for event in told)


@pytest.mark.parametrize(
    ("when", "phase"),
    [(in_epoch(1), 1), (lambda told: any(event.type == "phase_began" for event in told), 2), (in_epoch(3), 2)],
    ids=["in the first phase", "between the two", "in the second"],
)
def test_a_run_that_is_paused_in_either_phase_ends_with_the_same_weights(tuned, tmp_path, when, phase):
    plan, home, _, folder = tuned
    again = tmp_path / "again"
    again.mkdir()
    job = Job(plan, "hash", "again", 1, again, home)
    told: list = []
    assert train(job, told.append, lambda: "pause" if when(told) else None).state == "paused"
    assert any(event.type == "phase_began" for event in told) == (phase == 2)
    more: list = []
    assert train(job, more.append, lambda: None).state == "succeeded"
    assert [event.type for event in more if event.type in ("run_resumed", "phase_began")].count("phase_began") == 1
    assert [event.epoch for event in more if event.type == "epoch_ended"][-1] == 4
    same(weights(folder / "model.keras"), weights(again / "model.keras"))


def test_a_backbone_of_fewer_layers_is_refused_before_anything_learns(tmp_path):
    plan = planned(tmp_path, {"b": BASE}, {"height": 32, "width": 32}, fine_tuning={"layers": 5000})
    folder = tmp_path / "run"
    folder.mkdir()
    with pytest.raises(Refused) as refused:
        train(Job(plan, "hash", "run", 1, folder, tmp_path), lambda event: None, lambda: None)
    assert refused.value.problems[0].code == "too_many_to_unfreeze"
    assert "5,000 layers of `base`, which has 15" in refused.value.problems[0].message
