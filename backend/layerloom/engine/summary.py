"""A built model → Keras' own `summary()` as text, and the same as rows for a table. Allocates nothing, needs no terminal."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import keras

from layerloom.runs.events import SummaryRow

COLUMNS = 104


def summary(model: Any) -> tuple[str, tuple[SummaryRow, ...]]:
    """(the text as Keras prints it, one row for each layer in Keras' order). `model` is functional, real or abstract."""
    lines: list[str] = []
    with _terminal(COLUMNS):
        model.summary(line_length=COLUMNS - 4, print_fn=lines.append)
    return "\n".join(lines).rstrip(), rows(model)


def rows(model: Any) -> tuple[SummaryRow, ...]:
    """Shared layers have one row, with the shape of their last use and everything that flows into any of them."""
    nodes = {id(node) for depth in model._nodes_by_depth.values() for node in depth}
    return tuple(
        _row(layer, [node for node in layer._inbound_nodes if id(node) in nodes]) for layer in model.operations
    )


def shapes(tensors: Any) -> str:
    """`(None, 28, 28, 1)`; several joined by commas."""
    return ", ".join(str(tuple(tensor.shape)) for tensor in keras.tree.flatten(tensors))


def _row(layer: Any, nodes: list[Any]) -> SummaryRow:
    return SummaryRow(
        name=layer.name,
        layer=type(layer).__name__,
        output_shape=shapes(nodes[-1].output_tensors) if nodes else "?",
        params=layer.count_params() if getattr(layer, "built", False) else 0,
        connected_to=tuple(
            dict.fromkeys(tensor._keras_history.operation.name for node in nodes for tensor in node.input_tensors)
        ),
        trainable=bool(getattr(layer, "trainable", True)),
    )


@contextmanager
def _terminal(columns: int) -> Iterator[None]:
    """Keras cuts its table to the terminal; where there is none, to 80 columns."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = str(columns)
    try:
        yield
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
