"""What the loop does → run events: batches in columns about every 100 ms, epochs, checkpoints, and memory once a second."""

import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import psutil

from layerloom.runs.events import BatchesEnded, EpochEnded, ResourcesSampled
from layerloom.training.checkpoints import Checkpoints
from layerloom.training.curves import Curves
from layerloom.training.receipt import finite, learning_rate
from layerloom.training.resume import Place

Emit = Callable[[Any], None]
"""Takes a run event."""

FLUSH = 0.1


class Telemetry:
    """A `loop.Watch` that speaks in events, and keeps the curves and the checkpoints going."""

    def __init__(
        self, model: Any, batch_size: int, rows: int, emit: Emit, checkpoints: Checkpoints, curves: Curves
    ) -> None:
        self.model = model
        self.batch_size = batch_size
        self.rows = rows
        self.emit = emit
        self.checkpoints = checkpoints
        self.curves = curves
        self.epoch = 0
        """Epochs that ended."""
        self.step = 0
        """Batches that ended since the run began."""
        self.history: dict[int, dict[str, float]] = {}
        """Keras' whole row of each epoch, from 1."""
        self._batch = 0
        self._names: tuple[str, ...] = ()
        self._waiting: list[np.ndarray] = []
        self._first = 0
        self._seconds = 0.0
        self._flushed = 0.0

    def go_on(self, place: Place) -> None:
        """From a checkpoint; `curves` hold what came before it."""
        self.epoch, self._batch, self.step = place.epoch, place.batch, place.step
        self.history = self.curves.history()

    @property
    def place(self) -> Place:
        return Place(self.epoch, self._batch, self.step)

    def batches_ended(self, epoch: int, first: int, names: tuple[str, ...], values: np.ndarray, seconds: float) -> None:
        if not self._waiting:
            self._first, self._seconds = first, 0.0
        self._names = names
        self._waiting.append(values)
        self._seconds += seconds
        self._batch = first + len(values)
        self.step += len(values)
        self.curves.batches_ended(epoch, names, values)
        if time.monotonic() - self._flushed >= FLUSH:
            self.flush()

    def epoch_ended(self, epoch: int, metrics: dict[str, float], seconds: float) -> None:
        self.flush()
        self.epoch, self._batch, self.history[epoch] = epoch, 0, metrics
        rate = learning_rate(self.model)
        self.curves.epoch_ended(epoch, metrics, rate)
        row = finite(metrics)
        self.emit(EpochEnded(at=time.time(), epoch=epoch, metrics=row, learning_rate=rate, seconds=seconds))
        self.checkpoints.epoch_ended(epoch, self.step, metrics)

    def training_ended(self) -> None:
        self.flush()
        self.checkpoints.write_best()
        self.checkpoints.write_last(self.epoch, self.step, self._batch, self.history.get(self.epoch, {}))

    def flush(self) -> None:
        """Emits the batches that wait; they are all of one epoch."""
        if not self._waiting:
            return
        values = np.concatenate(self._waiting)
        self._waiting.clear()
        self._flushed = time.monotonic()
        lost = ~np.isfinite(values)
        columns = {name: _column(values[:, i], lost[:, i]) for i, name in enumerate(self._names)}
        samples = min((self._first + len(values)) * self.batch_size, self.rows) - self._first * self.batch_size
        self.emit(
            BatchesEnded(
                at=time.time(),
                epoch=self.epoch + 1,
                step=self._first,
                columns=columns,
                learning_rate=learning_rate(self.model),
                samples_per_second=samples / max(self._seconds, 1e-9),
            )
        )


class Resources:
    """Says once a second what the process uses, also while Keras compiles: a run that says nothing is taken for dead."""

    def __init__(self, emit: Emit, seconds: float = 1.0) -> None:
        self._emit = emit
        self._seconds = seconds
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._sample, name="resources", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _sample(self) -> None:
        process = psutil.Process()
        process.cpu_percent()
        while not self._ended.wait(self._seconds):
            used = process.cpu_percent()
            self._emit(ResourcesSampled(at=time.time(), rss_bytes=process.memory_info().rss, cpu_percent=used))


def _column(values: np.ndarray, lost: np.ndarray) -> tuple[float | None, ...]:
    return tuple(None if gone else value for value, gone in zip(values.tolist(), lost.tolist(), strict=True))
