"""Every batch and every epoch of a run → `curves.csv`: a row a batch, and on the last batch of an epoch the epoch's own row.

They also go into each checkpoint, so that a run that goes on from there tells its whole story in the end.
"""

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np

from layerloom.datasets.csv_export import quote_formula

Arrays = dict[str, np.ndarray]


class Curves:
    def __init__(self) -> None:
        self._names: tuple[str, ...] = ()
        self._values: list[tuple[int, np.ndarray]] = []
        self._epochs: dict[int, tuple[int, dict[str, float]]] = {}
        """By the index of the epoch's last batch: its number and its row."""
        self._first = self._steps = 0

    def begin(self, step: int) -> None:
        """The first batch to come is number `step`: those before it were another run's."""
        self._first = self._steps = step

    def batches_ended(self, epoch: int, names: tuple[str, ...], values: np.ndarray) -> None:
        self._names = names
        self._values.append((epoch, values))
        self._steps += len(values)

    def epoch_ended(self, epoch: int, metrics: dict[str, float], learning_rate: float) -> None:
        self._epochs[self._steps - 1] = (epoch, metrics | {"learning_rate": learning_rate})

    def write(self, path: Path) -> None:
        """Columns: step (from 0), epoch (from 1), `batch_<name>`, then the epoch's names, empty between epochs' ends."""
        epoch_names = list(dict.fromkeys(name for _, row in self._epochs.values() for name in row))
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            # a person named the outputs, and Keras puts their names first: `=a_loss`
            named = [quote_formula(name) for name in epoch_names]
            writer.writerow(["step", "epoch", *(f"batch_{name}" for name in self._names), *named])
            step = self._first
            for epoch, values in self._values:
                for row in values.tolist():
                    _, ended = self._epochs.get(step, (0, {}))
                    writer.writerow([step, epoch, *row, *(ended.get(name, "") for name in epoch_names)])
                    step += 1

    def arrays(self, steps: int) -> Arrays:
        """What came before batch number `steps`: epochs, int32 (n,), and values, float32 (n, names), of n batches; the rest as JSON."""
        rows = {step: row for step, row in self._epochs.items() if step < steps}
        words: dict[str, Any] = {"first": self._first, "names": self._names, "rows": rows}
        if not self._values:
            return {"words": _letters(words)}
        epochs = np.concatenate([np.full(len(values), epoch, np.int32) for epoch, values in self._values])
        values = np.concatenate([values for _, values in self._values])
        n = steps - self._first
        return {"words": _letters(words), "epochs": epochs[:n], "values": values[:n]}

    def take(self, arrays: Arrays) -> None:
        """Puts back what `arrays` gave, in place of what is here."""
        words = json.loads(arrays["words"].tobytes())
        self._first, self._names = words["first"], tuple(words["names"])
        self._epochs = {int(step): (epoch, row) for step, (epoch, row) in words["rows"].items()}
        self._values = []
        if "values" in arrays:
            epochs, values = arrays["epochs"], arrays["values"]
            cuts = np.flatnonzero(np.diff(epochs)) + 1
            parts = zip(np.split(epochs, cuts), np.split(values, cuts), strict=True)
            self._values = [(int(epoch[0]), part) for epoch, part in parts if len(part)]
        self._steps = self._first + sum(len(values) for _, values in self._values)

    def history(self) -> dict[int, dict[str, float]]:
        """Keras' whole row of each epoch that has ended, by its number from 1."""
        return {
            epoch: {name: value for name, value in row.items() if name != "learning_rate"}
            for epoch, row in self._epochs.values()
        }


def _letters(words: Any) -> np.ndarray:
    return np.frombuffer(json.dumps(words).encode(), np.uint8)
