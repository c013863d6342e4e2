"""Every batch and every epoch of a run → `curves.csv`: a row a batch, and on the last batch of an epoch the epoch's own row."""

import csv
from pathlib import Path

import numpy as np

from layerloom.datasets.csv_export import quote_formula


class Curves:
    def __init__(self) -> None:
        self._names: tuple[str, ...] = ()
        self._values: list[tuple[int, np.ndarray]] = []
        self._epochs: dict[int, dict[str, float]] = {}
        """By the index, in the whole run, of the epoch's last batch."""
        self._steps = 0

    def batches_ended(self, epoch: int, names: tuple[str, ...], values: np.ndarray) -> None:
        self._names = names
        self._values.append((epoch, values))
        self._steps += len(values)

    def epoch_ended(self, metrics: dict[str, float], learning_rate: float) -> None:
        self._epochs[self._steps - 1] = metrics | {"learning_rate": learning_rate}

    def write(self, path: Path) -> None:
        """Columns: step (from 0), epoch (from 1), `batch_<name>`, then the epoch's names, empty between epochs' ends."""
        epoch_names = list(dict.fromkeys(name for row in self._epochs.values() for name in row))
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            # a person named the outputs, and Keras puts their names first: `=a_loss`
            named = [quote_formula(name) for name in epoch_names]
            writer.writerow(["step", "epoch", *(f"batch_{name}" for name in self._names), *named])
            step = 0
            for epoch, values in self._values:
                for row in values.tolist():
                    ended = self._epochs.get(step, {})
                    writer.writerow([step, epoch, *row, *(ended.get(name, "") for name in epoch_names)])
                    step += 1
