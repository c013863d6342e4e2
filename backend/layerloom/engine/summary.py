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
    """One for each of `drawn(model)`. A shared layer's has the shape of its last use and everything that flows into any of them."""
    nodes = {id(node) for node in _nodes(model)}
    shown = drawn(model)
    names = {layer.name for layer in shown}
    return tuple(_row(layer, [node for node in layer._inbound_nodes if id(node) in nodes], names) for layer in shown)


def drawn(model: Any) -> list[Any]:
    """Layers and operations without those that only compute masks: `Embedding(mask_zero=True)` adds a NotEqual nobody drew."""
    places = {id(operation): place for place, operation in enumerate(model.operations)}
    used = {id(tensor) for tensor in keras.tree.flatten(model.outputs)}
    hidden: set[int] = set()
    for node in sorted(_nodes(model), key=lambda node: places[id(node.operation)], reverse=True):
        if not isinstance(node.operation, keras.Layer) and used.isdisjoint(map(id, node.output_tensors)):
            hidden.add(id(node.operation))
            continue
        named = {name: value for name, value in node.arguments.kwargs.items() if "mask" not in name}
        used.update(id(tensor) for tensor in keras.tree.flatten((node.arguments.args, named)))
    return [operation for operation in model.operations if id(operation) not in hidden]


def shapes(tensors: Any) -> str:
    """`(None, 28, 28, 1)`; several joined by commas."""
    return ", ".join(str(tuple(tensor.shape)) for tensor in keras.tree.flatten(tensors))


def _nodes(model: Any) -> list[Any]:
    return [node for depth in model._nodes_by_depth.values() for node in depth]


def _row(layer: Any, nodes: list[Any], names: set[str]) -> SummaryRow:
    before = [tensor._keras_history.operation.name for node in nodes for tensor in node.input_tensors]
    return SummaryRow(
        name=layer.name,
        layer=type(layer).__name__,
        output_shape=shapes(nodes[-1].output_tensors) if nodes else "?",
        params=layer.count_params() if getattr(layer, "built", False) else 0,
        connected_to=tuple(name for name in dict.fromkeys(before) if name in names),
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
