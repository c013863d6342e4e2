"""A model in training → `checkpoints/best` and `checkpoints/last`, each whole on disk with its receipt. Chooses when to write.

Writing takes at most about a twentieth of a run: an epoch's end writes when 3 s, and twenty times the last writing's own time,
have passed. A best epoch in between is kept as a copy in memory and written at the next turn, at the end, and on Stop, so no
best is lost to a better-known later one; a kill costs the last seconds at most. Models over 256 MB are written at once instead.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from layerloom.runs.events import CheckpointSaved
from layerloom.training import atomic, state
from layerloom.training.curves import Curves
from layerloom.training.receipt import Receipts

SECONDS = 3.0
SHARE = 20
LARGEST_COPY = 256 * 2**20

Metrics = dict[str, float]


class Checkpoints:
    def __init__(
        self,
        folder: Path,
        model: Any,
        callbacks: list[Any],
        receipts: Receipts,
        monitor: str,
        emit: Callable[[CheckpointSaved], None],
        curves: Curves,
    ) -> None:
        self.folder = folder / "checkpoints"
        self.model = model
        self.callbacks = callbacks
        self.receipts = receipts
        self.monitor = monitor
        self.emit = emit
        self.curves = curves
        self.phase: dict[str, int] = {}
        """Of a run in its second phase: `phase`, and `phase_began`, the epochs that were done before."""
        self.best: float | None = None
        self.written: list[str] = []
        self._rises = rises(model, monitor)
        self._waiting: tuple[list[np.ndarray], dict[str, Any], state.State] | None = None
        self._next = time.monotonic() + SECONDS

    def epoch_ended(self, epoch: int, step: int, metrics: Metrics) -> None:
        """`epoch` counts from 1; `step`: batches since the run began."""
        value = metrics.get(self.monitor, float("nan"))
        better = np.isfinite(value) and (self.best is None or (value > self.best if self._rises else value < self.best))
        due = time.monotonic() >= self._next
        if better:
            self.best = value
            receipt = self._receipt("best", epoch, step, 0, metrics)
            if due or state.size(self.model) > LARGEST_COPY:
                self._write(receipt, state.beside(self.model, self.callbacks))
                self._waiting = None
            else:
                self._waiting = (state.snapshot(self.model), receipt, state.beside(self.model, self.callbacks))
        elif due:
            self.write_best()
        if due:
            self.write_last(epoch, step, 0, metrics)

    def go_on(self) -> None:
        """Knows again the best epoch that was written before the run was interrupted."""
        if found := newest(self.folder.parent, "best"):
            self.best = found[1]["metrics"].get(self.monitor)
            self.written.append("best")

    def write_best(self) -> None:
        """Writes the best epoch that still waits in memory, if there is one; the model is as before afterwards."""
        if self._waiting is None:
            return
        values, receipt, beside = self._waiting
        now = state.snapshot(self.model)
        try:
            state.restore(self.model, values)
            self._write(receipt, beside)
        finally:
            state.restore(self.model, now)
        self._waiting = None

    def write_last(self, epoch: int, step: int, batch: int, metrics: Metrics) -> None:
        """Where the run stands: `epoch` epochs done and `batch` batches of the next one."""
        self._write(self._receipt("last", epoch, step, batch, metrics), state.beside(self.model, self.callbacks))

    def _receipt(self, kind: str, epoch: int, step: int, batch: int, metrics: Metrics) -> dict[str, Any]:
        place = {"kind": kind, "epoch": epoch, "step": step, "batch_in_epoch": batch}
        return place | self.phase | {"monitor": self.monitor} | self.receipts.receipt(self.model, metrics)

    def _write(self, receipt: dict[str, Any], beside: state.State) -> None:
        began = time.monotonic()

        def fill(folder: Path) -> None:
            self.model.save(folder / "model.keras")
            np.savez(folder / "state.npz", **beside)  # type: ignore[arg-type]
            np.savez(folder / "curves.npz", **self.curves.arrays(receipt["step"]))  # type: ignore[arg-type]
            (folder / "receipt.json").write_text(json.dumps(receipt, indent=1, allow_nan=False))

        written = atomic.write_folder(self.folder / receipt["kind"], fill)
        if receipt["kind"] not in self.written:
            self.written.append(receipt["kind"])
        ended = time.monotonic()
        self._next = ended + max(SECONDS, SHARE * (ended - began))
        self.emit(
            CheckpointSaved(
                at=time.time(),
                kind=receipt["kind"],
                epoch=receipt["epoch"],
                step=receipt["step"],
                metrics=receipt["metrics"],
                monitor=self.monitor,
                folder=receipt["kind"],
                bytes=written,
            )
        )


def rises(model: Any, monitor: str) -> bool:
    """Whether more is better, as Keras' metric says of itself; a loss falls."""
    name = monitor.removeprefix("val_")
    if name.endswith("loss"):
        return False
    metrics = [inner for metric in model.metrics for inner in getattr(metric, "metrics", [metric])]
    found = (metric for metric in metrics if name == metric.name or name.endswith(f"_{metric.name}"))
    return any(getattr(metric, "_direction", None) == "up" for metric in found)


def newest(folder: Path, kind: str = "last") -> tuple[Path, dict[str, Any]] | None:
    """Of a run's folder: where the newest whole checkpoint of that kind lies, and its receipt. None when there is none."""
    found = atomic.newest(folder / "checkpoints" / kind)
    return (found, json.loads((found / "receipt.json").read_text())) if found else None
