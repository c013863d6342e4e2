"""`Steps` on TensorFlow: data as tensors, a while loop over the batches of one execution, one graph traced once.

Each batch goes through Keras' own `train_step`, so weights and running metrics end bit-identical to `fit`; the loop saves the
input pipeline and the return to Python, which is most of the time a small model takes.
"""

from collections.abc import Mapping
from typing import Any

import keras
import numpy as np
import tensorflow as tf

MOST_ON_DEVICE = 2**30
"""Bytes of data that go to the card; more stays in the machine's memory and is sent batch by batch."""


class TensorFlowSteps:
    def __init__(
        self,
        model: Any,
        train: tuple[Any, Any],
        validation: tuple[Any, Any] | None,
        batch_size: int,
        late: Mapping[str, np.ndarray] = {},
    ) -> None:
        self.model = model
        self.batch_size = batch_size
        self._late = {name: tf.constant(table) for name, table in late.items()}
        self.names: tuple[str, ...] = ()
        self._data, self._validation = _resident(train), _resident(validation) if validation else None
        self.rows = _rows(self._data)
        self.validation_rows = _rows(self._validation) if self._validation else 0
        self.batches = -(-self.rows // batch_size)
        self.validation_batches = -(-self.validation_rows // batch_size)
        self._order = tf.Variable(np.arange(self.rows), trainable=False)
        # Metrics and optimizer get their variables before the trace: a batch's own metric is the difference it makes to them.
        model._symbolic_build(data_batch=self._fed(keras.tree.map_structure(lambda array: array[:1], self._data)))
        scalar = tf.TensorSpec((), tf.int64)
        one = self._own_values
        # With XLA (Keras' own choice on a GPU) the step is compiled, as in `fit`, and the loop around it is not.
        self._one = (
            tf.function(one, jit_compile=True, reduce_retracing=True, autograph=False) if model.jit_compile else one
        )
        self._train = tf.function(self._train_loop, input_signature=[scalar, scalar], autograph=False)
        self._evaluate = tf.function(self._evaluate_loop, input_signature=[scalar, scalar], autograph=False)

    def begin(self, order: np.ndarray) -> None:
        self._order.assign(order)

    def train(self, first: int, n: int) -> np.ndarray:
        values: np.ndarray = self._train(tf.constant(first, tf.int64), tf.constant(n, tf.int64)).numpy()
        return values

    def evaluate(self, first: int, n: int) -> None:
        self._evaluate(tf.constant(first, tf.int64), tf.constant(n, tf.int64)).numpy()  # waits, so that it can be timed

    def _train_loop(self, first: Any, n: Any) -> Any:
        order = self._order.read_value()

        def body(i: Any, values: Any) -> tuple[Any, Any]:
            start = (first + i) * self.batch_size
            rows = order[start : tf.minimum(start + self.batch_size, self.rows)]
            batch = self._fed(tf.nest.map_structure(lambda array: tf.gather(array, rows), self._data))
            return i + 1, values.write(tf.cast(i, tf.int32), self._one(batch))

        values = tf.TensorArray(tf.float32, size=tf.cast(n, tf.int32))
        begin = (tf.constant(0, tf.int64), values)
        _, values = tf.while_loop(lambda i, _: i < n, body, begin, parallel_iterations=1)
        return values.stack()

    def _evaluate_loop(self, first: Any, n: Any) -> Any:
        def body(i: Any) -> tuple[Any]:
            start = (first + i) * self.batch_size
            end = tf.minimum(start + self.batch_size, self.validation_rows)
            self.model.test_step(self._fed(tf.nest.map_structure(lambda array: array[start:end], self._validation)))
            return (i + 1,)

        (done,) = tf.while_loop(lambda i: i < n, body, (tf.constant(0, tf.int64),), parallel_iterations=1)
        return done

    def _fed(self, batch: tuple[Any, Any]) -> tuple[Any, Any]:
        """Bytes become numbers, looked up so that they are those of NumPy bit for bit."""
        x, y = batch
        if isinstance(x, dict):
            return {name: self._number(values, self._late.get(name)) for name, values in x.items()}, y
        return self._number(x, next(iter(self._late.values()), None)), y

    @staticmethod
    def _number(values: Any, table: Any) -> Any:
        return values if table is None else tf.gather(table, tf.cast(values, tf.int32))

    def _own_values(self, batch: tuple[Any, Any]) -> Any:
        """One step, and what this batch alone gives: float32 (len(names),)."""
        variables = self.model.metrics_variables
        before = [tf.identity(variable.value) for variable in variables]
        loss = self._step(batch)
        made = [(variable, variable.value - old) for variable, old in zip(variables, before, strict=True)]
        with keras.StatelessScope(state_mapping=made):
            results = self.model.get_metrics_result()
        values = {"loss": loss} | {name: value for name, value in results.items() if name != "loss"}
        values = {
            name: value for name, value in values.items() if not isinstance(value, dict) and value.shape.rank == 0
        }
        self.names = tuple(values)
        return tf.stack([tf.cast(value, tf.float32) for value in values.values()])

    def _step(self, batch: tuple[Any, Any]) -> Any:
        """Keras' `train_step`; returns the batch's loss, which Keras itself only adds to a running mean."""
        caught: list[Any] = []
        compute = self.model.compute_loss

        def compute_loss(*args: Any, **kwargs: Any) -> Any:
            caught.append(compute(*args, **kwargs))
            return caught[-1]

        self.model.compute_loss = compute_loss
        try:
            self.model.train_step(batch)
        finally:
            del self.model.compute_loss
        return caught[-1]


def _resident(data: tuple[Any, Any]) -> Any:
    size = sum(array.nbytes for array in keras.tree.flatten(data))
    with tf.device("CPU" if size > MOST_ON_DEVICE else None):
        return keras.tree.map_structure(tf.constant, data)


def _rows(data: Any) -> int:
    return int(keras.tree.flatten(data)[0].shape[0])
