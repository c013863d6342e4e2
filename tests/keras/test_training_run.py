"""A whole run in its folder: the story its events tell, the files it leaves, and how it ends when something goes wrong."""

import csv
import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest

import layerloom
from layerloom.datasets import registry
from layerloom.graph import upgrades
from layerloom.runs import events
from layerloom.training import child, loop
from layerloom.training.checkpoints import newest

# Keras 3.15's own way to NumPy, `np.array(tf.Variable)`, is deprecated since NumPy 2: every save says so.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")

TEMPLATES = Path(layerloom.__file__).parent / "templates"


class Control:
    """Asks for a stop after so many questions."""

    def __init__(self, after=10**9):
        self.after = after

    def asked(self):
        self.after -= 1
        return "stop" if self.after < 0 else None


class Ran:
    def __init__(self, home, template="iris-mlp", control=None, **training):
        graph = json.loads((TEMPLATES / f"{template}.json").read_text())
        graph["training"] |= training
        source = upgrades.open_graph(graph).training.data
        spec = registry.spec(source, home).model_dump(mode="json") if source else None
        self.folder = home / "run"
        self.folder.mkdir()
        said = []
        request = {"run": "r", "attempt": 1, "graph": graph, "data": spec, "folder": str(self.folder)}
        request |= {"home_datasets": str(home / "datasets"), "device": "CPU"}
        child.main(request, said.append, control or Control())
        *told, self.result = json.loads(json.dumps(said, allow_nan=False))
        self.events = [events.parse(event) for event in told]

    def of(self, type):
        return [event for event in self.events if event.type == type]


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    return Ran(tmp_path_factory.mktemp("home"), "digits-cnn", epochs=3, seed=5)


def test_events_tell_the_story_in_order(ran):
    kinds = [event.type for event in ran.events if event.type != "resources_sampled"]
    assert kinds[:3] == ["data_prepared", "model_built", "batches_ended"]
    assert kinds.count("epoch_ended") == 3
    assert kinds[-2:] == ["checkpoint_saved", "checkpoint_saved"]
    assert ran.result["type"] == "result"
    assert ran.result["state"] == "succeeded"
    assert ran.result["reason"].startswith("All 3 epochs are done.")


def test_the_first_point_is_told_alone_and_every_batch_once(ran):
    told = ran.of("batches_ended")
    assert len(told[0].columns["loss"]) == 1
    per_epoch = ran.of("model_built")[0].steps_per_epoch
    for epoch in (1, 2, 3):
        step = 0
        for event in (event for event in told if event.epoch == epoch):
            assert event.step == step
            step += len(event.columns["loss"])
            assert {len(values) for values in event.columns.values()} == {len(event.columns["loss"])}
        assert step == per_epoch


def test_what_was_built_is_described(ran):
    (built,) = ran.of("model_built")
    assert built.params == built.trainable_params > 0
    assert "conv_1" in built.summary_text
    assert built.dot.startswith("digraph")


def test_the_folder_holds_what_a_person_takes_away(ran):
    assert ran.result["files"] == ["model.keras", "script.py", "receipt.json", "curves.csv"]
    receipt = json.loads((ran.folder / "receipt.json").read_text())
    last = ran.of("epoch_ended")[receipt["epoch"] - 1]
    assert receipt["metrics"] == last.metrics
    assert set(receipt["metrics"]) == {"loss", "accuracy", "val_loss", "val_accuracy"}
    assert receipt["data_hash"] == ran.of("data_prepared")[0].data_hash
    assert len(receipt["graph_hash"]) == 64
    assert (receipt["seed"], receipt["run"], receipt["device"]) == (5, "r", "CPU")
    assert receipt["dropout_seeds"]


def test_the_curves_hold_every_batch_and_every_epoch(ran):
    with (ran.folder / "curves.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3 * ran.of("model_built")[0].steps_per_epoch
    told = [value for event in ran.of("batches_ended") for value in event.columns["loss"]]
    assert [float(row["batch_loss"]) for row in rows] == told
    assert [float(row["val_loss"]) for row in rows if row["val_loss"]] == [
        event.metrics["val_loss"] for event in ran.of("epoch_ended")
    ]


def test_the_exported_script_ends_with_the_same_weights(ran, tmp_path):
    environment = os.environ | {"CUDA_VISIBLE_DEVICES": "", "TF_CPP_MIN_LOG_LEVEL": "3"}
    script = ran.folder / "script.py"
    done = subprocess.run([sys.executable, script], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    ours = keras.saving.load_model(ran.folder / "model.keras").get_weights()
    theirs = keras.saving.load_model(tmp_path / "model.keras").get_weights()
    assert len(ours) == len(theirs)
    assert all(np.array_equal(a, b) for a, b in zip(ours, theirs, strict=True))


def test_a_stop_in_mid_epoch_keeps_the_weights_and_where_it_stood(tmp_path):
    ran = Ran(tmp_path, control=Control(after=4), epochs=1000, batch_size=1, early_stopping=None)
    assert ran.result["state"] == "stopped"
    assert ran.result["reason"] == "Stopped by you in epoch 1 of 1,000."
    _, receipt = newest(ran.folder)
    batches = sum(len(event.columns["loss"]) for event in ran.of("batches_ended"))
    assert (receipt["epoch"], receipt["batch_in_epoch"], receipt["step"]) == (0, batches, batches)
    assert receipt["optimizer"]["iterations"] == batches > 0
    kept = keras.saving.load_model(ran.folder / "model.keras").get_weights()
    last = keras.saving.load_model(newest(ran.folder)[0] / "model.keras").get_weights()
    assert all(np.array_equal(a, b) for a, b in zip(kept, last, strict=True))


def test_early_stopping_says_which_epoch_is_kept(tmp_path):
    stopping = {"monitor": "val_loss", "patience": 1, "min_delta": 10, "restore_best": True}
    ran = Ran(tmp_path, epochs=10, early_stopping=stopping)
    assert ran.result["state"] == "succeeded"
    assert ran.result["reason"] == (
        "Stopped early after epoch 2 of 10: val_loss had not improved for 1 epoch. "
        "The weights of epoch 1, the best one, are kept."
    )
    assert json.loads((ran.folder / "receipt.json").read_text())["metrics"] == ran.of("epoch_ended")[0].metrics


def test_a_plateau_reduces_the_learning_rate(tmp_path):
    reduce = {"monitor": "val_loss", "patience": 1, "factor": 0.5, "min_learning_rate": 0.0}
    optimizer = {"name": "SGD", "params": {"learning_rate": 1e-7}}
    ran = Ran(tmp_path, epochs=4, early_stopping=None, reduce_on_plateau=reduce, optimizer=optimizer)
    rates = [event.learning_rate for event in ran.of("epoch_ended")]
    assert rates[-1] < rates[0]


def test_a_loss_that_explodes_ends_the_run_and_keeps_what_was_good(tmp_path):
    ran = Ran(tmp_path, optimizer={"name": "SGD", "params": {"learning_rate": 1e38}}, early_stopping=None)
    assert ran.result["state"] == "failed"
    (raised,) = ran.of("problem_raised")
    assert raised.problem.code == "loss_not_finite"
    assert "learning rate" in raised.problem.message
    assert ran.result["reason"] == raised.problem.title
    assert ran.result["files"] == ["curves.csv"]
    told = [value for event in ran.of("batches_ended") for value in event.columns["loss"]]
    assert None in told


def test_what_was_learned_before_a_failure_is_kept(tmp_path, monkeypatch):
    validate = loop.Loop._validate

    def breaks_later(self):
        if self.watch.epoch == 2:
            raise OSError(28, "No space left on device")
        return validate(self)

    monkeypatch.setattr(loop.Loop, "_validate", breaks_later)
    ran = Ran(tmp_path, early_stopping=None)
    assert ran.result["reason"] == "The disk is full: the last checkpoint could not be written."
    assert newest(ran.folder, "best")[1]["epoch"] <= 2
    assert (ran.folder / "curves.csv").exists()


def test_running_out_of_memory_advises_a_smaller_batch(tmp_path, monkeypatch):
    def greedy(self, epochs, seed):
        raise MemoryError

    monkeypatch.setattr(loop.Loop, "run", greedy)
    ran = Ran(tmp_path, batch_size=64)
    assert ran.result["state"] == "failed"
    assert ran.result["reason"] == "The run needed more memory than it may have: try a smaller batch than 64."


def test_a_model_past_the_largest_file_is_told_so(tmp_path, monkeypatch):
    def greedy(self, epochs, seed):
        raise OSError(errno.EFBIG, "File too large")

    monkeypatch.setattr(loop.Loop, "run", greedy)
    assert Ran(tmp_path).result["reason"] == "The model is too large to be saved."


def test_what_keras_refuses_ends_with_a_reason_and_a_log(tmp_path, monkeypatch, capsys):
    def breaks(self, epochs, seed):
        raise ValueError("Shapes (4,) and (3,) are incompatible")

    monkeypatch.setattr(loop.Loop, "run", breaks)
    ran = Ran(tmp_path)
    assert ran.result["state"] == "failed"
    assert "Shapes (4,) and (3,)" in ran.of("problem_raised")[0].problem.evidence
    assert "Traceback" in capsys.readouterr().err


def test_a_graph_without_data_is_refused_in_the_childs_own_words(tmp_path):
    ran = Ran(tmp_path, data=None)
    assert ran.result["state"] == "failed"
    assert ran.of("problem_raised")
