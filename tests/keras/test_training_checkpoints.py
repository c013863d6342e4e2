"""Checkpoints are there whole or not at all, hold what `.keras` files leave out, and are not written too often."""

import json
import random
import signal
import subprocess
import sys
import time

import keras
import numpy as np
import pytest

from layerloom.training import atomic, state
from layerloom.training import checkpoints as checkpointing
from layerloom.training.checkpoints import Checkpoints, newest, rises
from layerloom.training.curves import Curves
from layerloom.training.receipt import Receipts

# Keras 3.15's own way to NumPy, `np.array(tf.Variable)`, is deprecated since NumPy 2: every save says so.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")

RECEIPTS = Receipts("run", 1, "graph", "data", seed=3, split_seed=4, batch_size=8, epochs=2, device="CPU")

WRITER = """
import itertools, json, os, sys
from pathlib import Path
from layerloom.training import atomic

folder = Path(sys.argv[1])
start = json.loads((found / "receipt.json").read_text())["step"] if (found := atomic.newest(folder)) else 0
for step in itertools.count(start + 1):
    def fill(fresh):
        (fresh / "model.keras").write_bytes(bytes([step % 256]) * 3_000_000)
        (fresh / "receipt.json").write_text(json.dumps({"step": step}))
    atomic.write_folder(folder, fill)
    print(step, flush=True)
"""


@pytest.fixture
def model():
    keras.utils.set_random_seed(0)
    inputs = keras.Input((4,))
    outputs = keras.layers.Dense(2)(keras.layers.Dropout(0.5)(inputs))
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="mse", metrics=[keras.metrics.MeanAbsoluteError(name="mae")])
    model.fit(np.ones((8, 4), "float32"), np.ones((8, 2), "float32"), verbose=0)
    return model


@pytest.fixture
def checkpoints(model, tmp_path):
    events = []
    made = Checkpoints(tmp_path, model, [], RECEIPTS, "val_loss", events.append, Curves())
    made.events = events
    return made


def kinds(checkpoints):
    return [(event.kind, event.epoch) for event in checkpoints.events]


def test_a_kill_at_any_moment_leaves_the_newest_whole_checkpoint(tmp_path):
    folder = tmp_path / "checkpoints" / "last"
    chance = random.Random(1)
    seen = 0
    for _ in range(10):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True)
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        said = [int(line) for line in process.communicate()[0].split()]
        found, receipt = newest(tmp_path)
        assert receipt["step"] >= max([seen, *said])
        assert set((found / "model.keras").read_bytes()) == {receipt["step"] % 256}
        seen = receipt["step"]


def test_a_checkpoint_with_a_changed_byte_is_not_taken(tmp_path):
    for step in (1, 2):
        atomic.write_folder(tmp_path / "last", lambda fresh, step=step: (fresh / "a").write_text(str(step)))
    (tmp_path / "last" / "a").write_text("3")
    assert atomic.newest(tmp_path / "last") is None
    assert not atomic.whole(tmp_path / "nowhere")


def test_a_receipt_says_everything_that_made_the_model(model, checkpoints, tmp_path):
    checkpoints.write_last(2, 10, 3, {"loss": 0.5, "val_loss": float("nan")})
    _, receipt = newest(tmp_path)
    assert receipt["metrics"] == {"loss": 0.5, "val_loss": None}
    assert (receipt["epoch"], receipt["step"], receipt["batch_in_epoch"], receipt["kind"]) == (2, 10, 3, "last")
    assert (receipt["graph_hash"], receipt["data_hash"], receipt["seed"], receipt["split_seed"]) == (
        "graph",
        "data",
        3,
        4,
    )
    assert set(receipt["versions"]) >= {"python", "keras", "numpy", "layerloom", keras.backend.backend()}
    assert receipt["optimizer"]["state_saved"]
    assert receipt["optimizer"]["iterations"] == 1
    assert receipt["device"] == "CPU"
    (seed,) = receipt["dropout_seeds"].values()
    assert len(seed) == 2
    assert receipt["at"] <= time.time()


def test_what_a_keras_file_leaves_out_lies_beside_it(model, tmp_path):
    stopping = keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)
    stopping.wait, stopping.best, stopping.best_weights = 2, 0.25, model.get_weights()
    Checkpoints(tmp_path, model, [stopping], RECEIPTS, "loss", lambda event: None, Curves()).write_last(
        1, 1, 0, {"loss": 1.0}
    )
    found, _ = newest(tmp_path)
    beside = np.load(found / "state.npz")
    (seeds,) = [beside[name] for name in beside.files if name.startswith("seeds/")]
    assert seeds.tolist() == next(iter(state.seeds(model).values())).tolist()
    assert (beside["EarlyStopping/wait"], beside["EarlyStopping/best"]) == (2, 0.25)
    assert np.array_equal(beside["EarlyStopping/best_weights/0"], model.get_weights()[0])
    assert any(name.startswith("metrics/") for name in beside.files)
    loaded = keras.saving.load_model(found / "model.keras")
    for mine, theirs in zip(model.optimizer.variables, loaded.optimizer.variables, strict=True):
        assert np.array_equal(state.array(mine), state.array(theirs))


def test_a_best_epoch_that_waits_in_memory_is_written_as_it_was(model, checkpoints, tmp_path):
    checkpoints.epoch_ended(1, 5, {"val_loss": 0.1})
    best = model.get_weights()
    model.set_weights([weights + 1 for weights in best])
    checkpoints.epoch_ended(2, 10, {"val_loss": 0.2})
    assert kinds(checkpoints) == []  # two epochs within a moment: nothing is worth the disk yet
    now = model.get_weights()
    checkpoints.write_best()
    found, receipt = newest(tmp_path, "best")
    assert (receipt["epoch"], receipt["metrics"]) == (1, {"val_loss": 0.1})
    kept = keras.saving.load_model(found / "model.keras").get_weights()
    assert all(np.array_equal(a, b) for a, b in zip(kept, best, strict=True))
    assert all(np.array_equal(a, b) for a, b in zip(model.get_weights(), now, strict=True))


def test_a_long_epoch_is_written_at_once(checkpoints):
    checkpoints._next = 0
    checkpoints.epoch_ended(1, 5, {"val_loss": 0.1})
    checkpoints._next = 0
    checkpoints.epoch_ended(2, 10, {"val_loss": 0.2})
    assert kinds(checkpoints) == [("best", 1), ("last", 1), ("last", 2)]


def test_a_large_model_is_not_copied_in_memory(checkpoints, monkeypatch):
    monkeypatch.setattr(checkpointing, "LARGEST_COPY", 10)
    checkpoints.epoch_ended(1, 5, {"val_loss": 0.1})
    assert kinds(checkpoints) == [("best", 1)]


def test_an_epoch_that_is_no_number_is_never_the_best(checkpoints):
    checkpoints.epoch_ended(1, 5, {"val_loss": float("nan")})
    assert checkpoints.best is None


@pytest.mark.parametrize(("monitor", "expected"), [("val_loss", False), ("loss", False), ("val_mae", False)])
def test_losses_and_errors_are_better_when_lower(model, monitor, expected):
    assert rises(model, monitor) is expected


def test_an_accuracy_is_better_when_higher(model):
    model.compile(loss="mse", metrics=[keras.metrics.BinaryAccuracy(name="accuracy")])
    model.evaluate(np.ones((8, 4), "float32"), np.ones((8, 2), "float32"), verbose=0)
    assert rises(model, "val_accuracy")


def test_a_file_is_replaced_in_one_step(tmp_path):
    atomic.write_file(tmp_path / "receipt.json", lambda path: path.write_text(json.dumps(1)))

    def fails(path):
        path.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        atomic.write_file(tmp_path / "receipt.json", fails)
    assert (tmp_path / "receipt.json").read_text() == "1"
    assert [path.name for path in tmp_path.iterdir()] == ["receipt.json"]


def test_a_disk_that_fills_up_keeps_the_checkpoint_before_and_gets_its_room_back(tmp_path):
    def fills(folder):
        (folder / "model.keras").write_text("whole")

    def fails(folder):
        (folder / "model.keras").write_text("half")
        raise OSError(28, "No space left on device")

    atomic.write_folder(tmp_path / "last", fills)
    with pytest.raises(OSError, match="No space"):
        atomic.write_folder(tmp_path / "last", fails)
    assert [path.name for path in tmp_path.iterdir()] == ["last"]
    assert (atomic.newest(tmp_path / "last") / "model.keras").read_text() == "whole"
