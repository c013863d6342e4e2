"""A saved model as its layers and their calls, whatever generation of Keras wrote it. Types only, and what is asked of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from layerloom.graph.saved.objects import Object


@dataclass(frozen=True, slots=True)
class Tensor:
    """One output of one call of a layer, by the layer's name."""

    layer: str
    call: int = 0
    index: int = 0


@dataclass(frozen=True, slots=True)
class Slice:
    """A Python slice, as it stands between the brackets of `x[…]`."""

    start: Any = None
    stop: Any = None
    step: Any = None


@dataclass(frozen=True, slots=True)
class Ellipsis_:
    """`...` between the brackets."""


@dataclass(frozen=True, slots=True)
class Call:
    """Arguments as the layer got them: Tensors, plain values, and lists and dicts of these."""

    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layer:
    name: str
    object: Object
    calls: tuple[Call, ...]
    model: "Model | None" = None
    """Of a layer that is a model itself."""

    @property
    def is_input(self) -> bool:
        return self.object.class_name == "InputLayer" and self.object.of_keras


@dataclass(frozen=True, slots=True)
class Model:
    name: str
    class_name: str
    layers: dict[str, Layer]
    """By name, in the file's order."""
    inputs: Any
    """Tensors in the lists or dicts that the model takes them in."""
    outputs: Any
    trainable: bool = True


def tensors(value: Any) -> Iterator[Tensor]:
    """Every tensor in an argument, in order."""
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from tensors(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from tensors(one)


def arriving(call: Call) -> Iterator[Tensor]:
    yield from tensors(call.args)
    yield from tensors(call.kwargs)


def named(value: Any, prefix: str = "") -> Iterator[tuple[str, Tensor]]:
    """Every tensor of a structure with its key where it stands in a dict, else with no name."""
    if isinstance(value, Tensor):
        yield prefix, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from named(one, f"{prefix}_{key}" if prefix else str(key))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from named(one, prefix)
