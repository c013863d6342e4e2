"""Builds a layer abstractly on example inputs: which ranks it takes, how many states it keeps, why it cannot stand alone.

Allocates no weights: everything happens inside a StatelessScope that initialises nothing.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import keras

from layerloom.catalog.types import Example, ExampleTensor, Param, Port

LAYER_EXAMPLES: dict[str, Any] = {
    "cell": {"name": "LSTMCell", "params": {"units": 2}},
    "cells": [{"name": "LSTMCell", "params": {"units": 2}}],
    "layers": [{"name": "Rescaling", "params": {"scale": 0.5}}],
}
DENSE: dict[str, Any] = {"name": "Dense", "params": {"units": 2}}
LSTM: dict[str, Any] = {"name": "LSTM", "params": {"units": 2}}
EXAMPLES_BY_NAME: dict[str, Any] = {
    "dims": [2, 1],
    "target_shape": [-1],
    "axes": 1,
    "equation": "ab,bc->ac",
    "num_query_heads": 4,
    "num_key_value_heads": 2,
    "value_range": [0, 255],
}
EXAMPLES_BY_TYPE: dict[str, Any] = {
    "int": 4,
    "int_tuple": 2,
    "float": 0.25,
    "any": 0.25,
    "shape": 4,
    "int_list": [4],
    "str": "x",
}
SOMETIMES_NEEDED: tuple[dict[str, Any], ...] = ({}, {"num_bins": 4}, {"num_tokens": 4})
"""Optional by the signature, demanded by the constructor."""
SHAPES: dict[int, tuple[tuple[int | None, ...], ...]] = {
    2: ((None, 8), (None, 4096), (None, 2), (None, 32)),
    3: ((None, 12, 8), (None, 4096, 1), (None, 12, 32)),
    4: ((None, 12, 12, 3), (None, 12, 12, 32), (None, 12, 12, 1)),
    5: ((None, 8, 8, 8, 3), (None, 8, 8, 8, 32)),
    6: ((None, 4, 6, 6, 6, 3), (None, 4, 6, 6, 6, 32)),
}
RUNS_ON: dict[str, tuple[tuple[int | None, ...], str]] = {
    "HashedCrossing": ((None, 1), "int32"),
    "MelSpectrogram": ((None, 4096), "float32"),
    "StringLookup": ((None, 8), "string"),
    "TextVectorization": ((None, 1), "string"),
}
"""Layers that are built on anything and find out only when they run."""
_RETURNS_STATE = "return_state"
DTYPES = ("float32", "int32", "string")


@dataclass(frozen=True, slots=True)
class Trial:
    many: bool = False
    ranks: tuple[int, ...] = ()
    """Input ranks it took, batch included; empty when it took all of them."""
    example: Example | None = None
    reason: str = ""
    states: int = 0


def attempt(layer: type[Any], parameters: tuple[Param, ...], ports: tuple[Port, ...]) -> Trial:
    if code := [parameter.name for parameter in parameters if parameter.required and parameter.type == "function"]:
        return Trial(reason=f"Needs Python code: `{code[0]}`.")
    if isinstance(getattr(layer, "state_size", None), property) or "states" in {port.name for port in ports}:
        return Trial(reason="A cell computes one step of a sequence: it lives inside an RNN layer.")
    if "filepath" in {parameter.name for parameter in parameters if parameter.required}:
        return Trial(reason="Needs a file on the machine that trains: `filepath`.")
    names = {parameter.name for parameter in parameters}
    found: dict[int, Example] = {}
    failures: list[str] = []
    many = False
    for many in (False, True):
        for rank in SHAPES:
            example = next(_working(layer, parameters, ports, rank, many, failures), None)
            if example:
                found[rank] = example
        if found:
            break
    if not found:
        return Trial(reason=words(failures[0] if failures else "It takes no tensor."))
    ranks = () if len(found) == len(SHAPES) else tuple(found)
    example = found[_natural(parameters, ports, found)]
    return Trial(many, ranks, example, states=_states(layer, example, many) if _RETURNS_STATE in names else 0)


def _natural(parameters: tuple[Param, ...], ports: tuple[Port, ...], found: dict[int, Example]) -> int:
    """Among the ranks that passed, the one the layer is for: sequences for attention, pictures for what has a data format."""
    names = {parameter.name for parameter in parameters}
    several = len([port for port in ports if "mask" not in port.name]) > 1
    first = 3 if several or "use_scale" in names else 4 if names & {"data_format", "value_range"} else 2
    return next(rank for rank in (first, 2, 3, 4, 5, 6) if rank in found)


def _working(
    layer: type[Any], parameters: tuple[Param, ...], ports: tuple[Port, ...], rank: int, many: bool, failures: list[str]
) -> Iterator[Example]:
    known = {parameter.name for parameter in parameters}
    for more in SOMETIMES_NEEDED:
        if not more.keys() <= known:
            continue
        for wrapped in (DENSE, LSTM):
            params = {p.name: _example_value(p, wrapped) for p in parameters if p.required and not p.call} | more
            runs = RUNS_ON.get(layer.__name__)
            known_to_run = (runs,) if runs and len(runs[0]) == rank else ()
            for shape, dtype in (*known_to_run, *((shape, dtype) for dtype in DTYPES for shape in SHAPES[rank])):
                inputs = {
                    port.name: (ExampleTensor(shape=shape, dtype=dtype),) * (2 if many and port is ports[0] else 1)
                    for port in ports
                    if port.required
                }
                example = Example(params=params, inputs=inputs)
                try:
                    call(layer, example, many)
                except Exception as failure:  # whatever Keras raises is the answer
                    failures.append(str(failure))
                else:
                    yield example
            if not any(parameter.type == "layer" for parameter in parameters):
                break


def call(layer: type[Any], example: Example, many: bool) -> tuple[Any, Any]:
    """(the layer, what it returned for the example's inputs), abstractly."""
    with keras.StatelessScope(initialize_variables=False), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        built = layer(**{name: made(value) for name, value in example.params.items()})
        tensors = [[keras.KerasTensor(one.shape, dtype=one.dtype) for one in some] for some in example.inputs.values()]
        first, rest = (tensors[0] if many else tensors[0][0]), [some[0] for some in tensors[1:]]
        return built, built(first, **dict(zip(list(example.inputs)[1:], rest, strict=True)))


def _example_value(parameter: Param, wrapped: dict[str, Any]) -> Any:
    if parameter.type == "layer":
        return LAYER_EXAMPLES.get(parameter.name, wrapped)
    if parameter.type == "layers":
        return LAYER_EXAMPLES[parameter.name]
    if parameter.type == "choice":
        return parameter.choices[0]
    return EXAMPLES_BY_NAME.get(parameter.name, EXAMPLES_BY_TYPE.get(parameter.type))


def made(value: Any) -> Any:
    """A parameter value of an example with its nested layers created."""
    if isinstance(value, dict) and value.keys() == {"name", "params"}:
        return getattr(keras.layers, value["name"])(**value["params"])
    if isinstance(value, list):
        return [made(item) for item in value]
    return value


def _states(layer: type[Any], example: Example, many: bool) -> int:
    """How many tensors follow the output when the layer is asked for its state."""
    asked = Example(params={**example.params, _RETURNS_STATE: True}, inputs=example.inputs)
    _, returned = call(layer, asked, many)
    return len(returned) - 1


def words(failure: str) -> str:
    """The first sentence of what Keras said, without its colour codes and addresses."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", failure).strip()
    plain = re.sub(r" at 0x[0-9a-f]+", "", plain)
    return re.split(r"(?<=[.:])\s|\n", plain, maxsplit=1)[0].strip() or "Keras gave no reason."
