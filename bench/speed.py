"""Samples a second of a run child, streaming and batch losses on, against plain `fit` as the exported script calls it."""

import itertools
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import layers

from bench.measure import Figure, Paired, paired
from layerloom.training.checkpoints import Checkpoints
from layerloom.training.loop import Loop
from layerloom.training.order import order
from layerloom.training.receipt import Receipts
from layerloom.training.steps import steps_for
from layerloom.training.telemetry import Telemetry

BATCH, SEED, EPOCHS, REPEATS = 32, 0, 3, 5


def mlp() -> list[Any]:
    return [layers.Flatten(), layers.Dense(64, activation="relu")]


def cnn() -> list[Any]:
    return [
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(64, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dropout(0.5),
    ]


def figures() -> list[Figure]:
    return [
        _figure("MLP 28×28→64→10, 6,000 rows, batch 32", mlp, 6000, 2.0),
        _figure("CNN 32–64 on 28×28×1, 2,000 rows, batch 32", cnn, 2000, 1.0),
    ]


def _figure(what: str, hidden: Callable[[], list[Any]], rows: int, goal: float) -> Figure:
    rng = np.random.default_rng(0)
    x, y = rng.random((rows, 28, 28, 1), "float32"), rng.integers(0, 10, rows).astype("int32")
    with tempfile.TemporaryDirectory() as folder:
        ours, reference = Ours(_model(hidden), x, y, Path(folder)), Plain(_model(hidden), x, y)
        ours.epochs(), reference.epochs()  # tracing
        pairs = paired(ours.epochs, reference.epochs, REPEATS)
        same = all(
            np.array_equal(a, b) for a, b in zip(ours.model.get_weights(), reference.model.get_weights(), strict=True)
        )
    return Figure(
        f"{what}: samples/s, streaming on{', final weights equal' if same else ', WEIGHTS DIFFER'}",
        f"{_speed(pairs, 'ours', rows):,.0f}/s",
        f"plain `fit` of the exported script: {_speed(pairs, 'reference', rows):,.0f}/s",
        f"{pairs.ratio:.2f}",
        f"≥ {goal:.1f}, bit-identical",
        same and pairs.ratio >= goal,
    )


def _speed(pairs: Paired, which: str, rows: int) -> float:
    seconds = sorted(getattr(pairs, which))
    return rows * EPOCHS / seconds[len(seconds) // 2]


def _model(hidden: Callable[[], list[Any]]) -> Any:
    keras.utils.set_random_seed(SEED)
    x = inputs = keras.Input((28, 28, 1))
    for layer in hidden():
        x = layer(x)
    model = keras.Model(inputs, layers.Dense(10, activation="softmax")(x))
    metrics = [keras.metrics.SparseCategoricalAccuracy(name="accuracy")]
    model.compile(optimizer=keras.optimizers.Adam(), loss=keras.losses.SparseCategoricalCrossentropy(), metrics=metrics)
    return model


class Ours:
    """A run child's loop with its telemetry; events are written as JSON, as they go to the worker."""

    def __init__(self, model: Any, x: np.ndarray, y: np.ndarray, folder: Path) -> None:
        self.model = model
        sink = (folder / "events").open("w")

        def emit(event: Any) -> None:
            sink.write(json.dumps(event.model_dump(mode="json")))
            sink.flush()

        receipts = Receipts("run", 1, "graph", "data", SEED, 0, BATCH, EPOCHS, "CPU")
        checkpoints = Checkpoints(folder, model, [], receipts, "loss", emit)
        telemetry = Telemetry(model, BATCH, len(x), emit, checkpoints)
        telemetry.training_ended = lambda: None  # type: ignore[method-assign]  # once a run, not once an epoch
        self.loop = Loop(model, steps_for(model, (x, y), None, BATCH), (), telemetry, lambda: None)

    def epochs(self) -> float:
        begun = time.perf_counter()
        self.loop.run(EPOCHS, SEED)
        return time.perf_counter() - begun


class Plain:
    """What the exported script does: batches from a generator, in the order of (seed, epoch)."""

    def __init__(self, model: Any, x: np.ndarray, y: np.ndarray) -> None:
        self.model, self.x, self.y = model, x, y

    def batches(self) -> Any:
        for epoch in itertools.count():
            shuffled = order(SEED, epoch, len(self.x))
            for start in range(0, len(self.x), BATCH):
                rows = shuffled[start : start + BATCH]
                yield self.x[rows], self.y[rows]

    def epochs(self) -> float:
        begun = time.perf_counter()
        steps = -(-len(self.x) // BATCH)
        self.model.fit(self.batches(), steps_per_epoch=steps, epochs=EPOCHS, shuffle=False, verbose=0)
        return time.perf_counter() - begun
