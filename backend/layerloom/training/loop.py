"""Epochs over `Steps` under Keras' callbacks: what `model.fit` does, in the same order, with executions of many batches.

Not `fit` itself: that pulls every batch through an input pipeline and fixes the batches of an execution beforehand, while here
they follow the measured time. Knows no events, files or processes; `Watch` is told what happened.
"""

import time
from collections.abc import Callable, Sequence
from typing import Any, Literal, Protocol

import keras
import numpy as np

from layerloom.training import state
from layerloom.training.order import order
from layerloom.training.resume import Place
from layerloom.training.steps import Pace, Steps

Metrics = dict[str, float]
Asked = Literal["stop", "pause"] | None
BEGINNING = Place()


class LossNotFinite(ArithmeticError):
    """The loss became NaN or infinite: `epoch` counts from 1, `batch` from 0 within it."""

    def __init__(self, epoch: int, batch: int, value: float) -> None:
        super().__init__(f"loss={value} in batch {batch} of epoch {epoch}")
        self.epoch, self.batch, self.value = epoch, batch, value


class Interrupted(Exception):
    """A person asked for it; raised between two executions and caught here."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.asked = asked


class Watch(Protocol):
    def batches_ended(self, epoch: int, first: int, names: tuple[str, ...], values: np.ndarray, seconds: float) -> None:
        """After each training execution: the batches' own values, float32 (n, len(names)); `epoch` counts from 1."""

    def epoch_ended(self, epoch: int, metrics: Metrics, seconds: float) -> None:
        """After the callbacks of an epoch: Keras' whole row."""

    def training_ended(self) -> None:
        """After the last batch, before weights are averaged or restored: the state one could go on from."""


class Loop:
    def __init__(
        self, model: Any, steps: Steps, callbacks: Sequence[Any], watch: Watch, asked: Callable[[], Asked]
    ) -> None:
        self.model = model
        self.steps = steps
        self.watch = watch
        self.asked = asked
        self.callbacks = list(callbacks)
        self.training_pace, self.validation_pace = Pace(), Pace()

    def let_go(self) -> None:
        """Of the data, before another loop takes hold of it."""
        del self.steps

    def run(self, epochs: int, seed: int, place: Place = BEGINNING, go_on: Callable[[], None] | None = None) -> Asked:
        """Trains from `place` to the end of `epochs`; None when it came there, else what was asked for in between.

        `go_on` puts back what callbacks forget when training begins. Raises LossNotFinite, or what Keras raises.
        """
        model, steps = self.model, self.steps
        listeners = keras.callbacks.CallbackList(self.callbacks, model=model, epochs=epochs, steps=steps.batches)
        model.stop_training = False
        metrics: Metrics = {}
        interrupted: Asked = None
        listeners.on_train_begin()
        if go_on is not None:
            go_on()
        try:
            for epoch in range(place.epoch, 0 if model.stop_training else epochs):
                began = time.perf_counter()
                listeners.on_epoch_begin(epoch)
                steps.begin(order(seed, epoch, steps.rows))
                metrics = self._train(epoch, place.batch if epoch == place.epoch else 0) | self._validate()
                listeners.on_epoch_end(epoch, metrics)
                self.watch.epoch_ended(epoch + 1, metrics, time.perf_counter() - began)
                if model.stop_training:
                    break
        except Interrupted as request:
            interrupted = request.asked
        self.watch.training_ended()
        model.optimizer.finalize_variable_values(model.trainable_weights)
        listeners.on_train_end(metrics)
        return interrupted

    def _train(self, epoch: int, first: int) -> Metrics:
        """From batch `first` on: what came before it in this epoch is in the running metrics already."""
        if not first:
            self.model.reset_metrics()
        while first < self.steps.batches:
            self._heed()
            n = self.training_pace.take(self.steps.batches - first)
            began = time.perf_counter()
            values = self.steps.train(first, n)
            seconds = time.perf_counter() - began
            self.training_pace.took(n, seconds)
            self.watch.batches_ended(epoch + 1, first, self.steps.names, values, seconds)
            lost = np.flatnonzero(~np.isfinite(values[:, 0]))
            if len(lost):
                raise LossNotFinite(epoch + 1, first + int(lost[0]), float(values[lost[0], 0]))
            first += n
        return running(self.model)

    def _heed(self) -> None:
        if (asked := self.asked()) is not None:
            raise Interrupted(asked)

    def _validate(self) -> Metrics:
        if not self.steps.validation_batches:
            return {}
        trained = [state.array(variable) for variable in self.model.metrics_variables]
        self.model.reset_metrics()
        first = 0
        while first < self.steps.validation_batches:
            try:
                self._heed()
            except Interrupted:
                # Who goes on from here trains no batch of this epoch again, and needs what its batches gave.
                for variable, value in zip(self.model.metrics_variables, trained, strict=True):
                    variable.assign(value)
                raise
            n = self.validation_pace.take(self.steps.validation_batches - first)
            began = time.perf_counter()
            self.steps.evaluate(first, n)
            self.validation_pace.took(n, time.perf_counter() - began)
            first += n
        return {f"val_{name}": value for name, value in running(self.model).items()}


def running(model: Any) -> Metrics:
    """Keras' running metrics as numbers; a metric of several numbers (F1 of each class) is left out."""
    results = model.get_metrics_result()
    arrays = {name: keras.ops.convert_to_numpy(value) for name, value in results.items() if not isinstance(value, dict)}
    return {name: float(value) for name, value in arrays.items() if value.ndim == 0}
