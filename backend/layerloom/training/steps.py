"""The one protocol between our loop and a Keras backend: so many batches at once → the raw loss and metrics of each.

A backend is one file with a class of this shape. Nothing here knows tensors, callbacks or events.
"""

import importlib
from collections.abc import Mapping
from typing import Any, Protocol

import keras
import numpy as np

Arrays = Any
"""An array, or arrays by input or output name, as `model.fit` takes them."""

IMPLEMENTATIONS = {"tensorflow": "layerloom.training.steps_tensorflow:TensorFlowSteps"}


class Steps(Protocol):
    """Training and validation data, resident beside a compiled model, and the functions that walk through them."""

    rows: int
    batches: int
    """Of one epoch; the last one may be smaller."""
    validation_batches: int
    """0 without validation data."""
    names: tuple[str, ...]
    """What the columns of `train` are: `loss`, then the metrics as Keras names them. Known after the first call."""

    def begin(self, order: np.ndarray) -> None:
        """Sets the rows of the epoch in their order, int64 of shape (rows,)."""

    def train(self, first: int, n: int) -> np.ndarray:
        """Trains on `n` batches from batch `first` of the epoch on: float32 (n, len(names)), each batch's own values.

        Keras' running metrics are updated as `fit` updates them.
        """

    def evaluate(self, first: int, n: int) -> None:
        """Updates the running metrics with `n` batches of the validation data, from batch `first` on."""


def steps_for(
    model: Any,
    train: tuple[Arrays, Arrays],
    validation: tuple[Arrays, Arrays] | None,
    batch_size: int,
    late: Mapping[str, np.ndarray] = {},
) -> Steps:
    """The implementation for Keras' backend. `late`: of inputs that are bytes, the number that a byte becomes.

    Raises LookupError where there is none.
    """
    backend = keras.backend.backend()
    if backend not in IMPLEMENTATIONS:
        raise LookupError(f"Training runs on {', '.join(IMPLEMENTATIONS)}. Received: KERAS_BACKEND={backend}.")
    module, name = IMPLEMENTATIONS[backend].split(":")
    steps: Steps = getattr(importlib.import_module(module), name)(model, train, validation, batch_size, late)
    return steps


class Pace:
    """How many batches go into one execution, so that none lasts much longer than `seconds`: Stop and curves wait for it."""

    def __init__(self, seconds: float = 0.06) -> None:
        self.seconds = seconds
        self.n = 1

    def take(self, remaining: int) -> int:
        return min(self.n, remaining)

    def took(self, n: int, seconds: float) -> None:
        """An execution of `n` batches lasted `seconds`. The first one holds the tracing too, so growth is by steps."""
        fitting = int(self.seconds * n / max(seconds, 1e-9))
        self.n = max(1, min(fitting, 4 * self.n))
