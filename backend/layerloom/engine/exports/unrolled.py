"""A model whose recurrent layers are read step by step → the same one with every step written out: the same sums, the same weights, no loop.

The 8-bit converter ends its whole process on a loop, and Core ML's cannot read one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import keras

from layerloom.catalog.conversions import MOST_STEPS
from layerloom.engine.exports.subject import Subject


class Looping(Exception):
    """A layer whose steps cannot be written out: they are not known before the file is used, or too many."""

    def __init__(self, layer: Any, steps: int | None) -> None:
        super().__init__(f"{layer.name} reads {'any number of' if steps is None else steps} steps")
        self.layer = layer
        self.steps = steps
        """None where they are not known."""

    def place(self, subject: Subject) -> int | None:
        """Of the step in the plan whose layer it is, or holds it."""
        for place, step in enumerate(subject.plan.steps):
            if any(one is self.layer for one in _inside(subject.model, step.name)):
                return place
        return None


@contextmanager
def unrolled(subject: Subject) -> Iterator[None]:
    """While it lasts, the model's recurrent layers are called without a loop. Raises Looping."""
    layers = [one for one in subject.model._flatten_layers() if isinstance(one, keras.layers.RNN)]
    kept = [one.unroll for one in layers]
    found: list[Looping] = []
    for one in layers:
        one.inner_loop = _checked(one, found)
    try:
        yield
    except Exception as error:
        if found:  # Keras gives what is raised inside a layer another message, and sometimes another type
            raise found[0] from error
        raise
    finally:
        for one, before in zip(layers, kept, strict=True):
            del one.inner_loop
            one.unroll = before


def _checked(layer: Any, found: list[Looping]) -> Any:
    loop = layer.inner_loop

    def inner_loop(sequences: Any, *rest: Any, **named: Any) -> Any:
        steps = sequences.shape[1]
        if steps is None or steps > MOST_STEPS:
            found.append(Looping(layer, steps))
            raise found[-1]
        layer.unroll = True
        return loop(sequences, *rest, **named)

    return inner_loop


def _inside(model: Any, name: str) -> list[Any]:
    try:
        return list(model.get_layer(name)._flatten_layers())
    except ValueError:  # of an operation, which Keras names itself
        return []
