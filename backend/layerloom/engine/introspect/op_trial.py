"""Calls an op on example tensors: whether a model may hold it, be saved with it and train with it, and on what it was tried.

First abstractly, as while drawing; then the model's configuration goes out and back; then it runs on numbers with an open batch and has to
give the shapes it announced. The first of these that fails is the reason why an op is left out.
"""

import inspect
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

import keras
import numpy as np
import tensorflow as tf

from layerloom.catalog.types import Example, Member
from layerloom.engine import objects
from layerloom.engine.introspect.op_examples import examples
from layerloom.engine.introspect.trial import words
from layerloom.graph import operands, ports

Kind = Literal["float", "int", "string"]


class Untraceable(Exception):
    """It runs, and not in training."""


@dataclass(frozen=True, slots=True)
class Trial:
    example: Example | None = None
    operation: str = ""
    operands: tuple[str, ...] = ()
    """Of the operation's `call`; `*` before what takes the rest."""
    dtypes: tuple[Kind, ...] = ("float", "int")
    """Kinds of numbers it ran on, at the ports that the example gives the same kind as the first."""
    reason: str = ""


ANNOUNCES = "Announces"


class Refused(Exception):
    """Why an op is left out, in a sentence."""


def attempt(function: Callable[..., Any], member: Member) -> Trial:
    if not member.inputs:
        return Trial(reason="Makes a tensor out of plain numbers: write the numbers where they are needed.")
    refused: list[str] = []
    failures: list[str] = []
    for example in examples(member):
        try:
            operation = try_out(function, member, example)
        except Untraceable:
            return Trial(reason="Runs only where the number of rows is known, and a batch may have any.")
        except Refused as refusal:
            refused.append(str(refusal))
        except Exception as failure:  # whatever Keras raises is the answer
            failures.append(_said(failure))
        else:
            taken = tuple(_operands(operation))
            return Trial(example, operation.__name__, taken, tuple(_kinds(function, member, example)))
    return Trial(reason=[*sorted(refused, key=lambda one: not one.startswith(ANNOUNCES)), *failures][0])


def _operands(operation: type[Any]) -> Iterator[str]:
    for parameter in list(inspect.signature(operation.call).parameters.values())[1:]:
        if parameter.kind is not inspect.Parameter.VAR_KEYWORD:
            yield f"{'*' * (parameter.kind is inspect.Parameter.VAR_POSITIONAL)}{parameter.name}"


def _kinds(function: Callable[..., Any], member: Member, example: Example) -> Iterator[Kind]:
    first = next(iter(example.inputs.values()))[0].dtype
    kinds: tuple[tuple[Kind, str], ...] = (("float", "float32"), ("int", "int32"), ("string", "string"))
    for kind, dtype in kinds:
        flow = {
            name: [_numbers(one.shape, dtype if one.dtype == first else one.dtype) for one in some]
            for name, some in example.inputs.items()
        }
        with suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if first != dtype:
                _called(function, member, example, flow)
            yield kind


def try_out(function: Callable[..., Any], member: Member, example: Example) -> type[Any]:
    """The class that a functional model holds the op as. Raises Refused, or what Keras raises where the example does not fit."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        inputs = {
            name: [keras.Input(batch_shape=one.shape, dtype=one.dtype) for one in some]
            for name, some in example.inputs.items()
        }
        given = _flat(_called(function, member, example, inputs))
        if not given or not all(isinstance(one, keras.KerasTensor) for one in given):
            raise Refused("Gives no tensor.")
        wires = {name: len(some) for name, some in example.inputs.items()}
        expected = ports.outputs_with(member, example.params, wires)
        if len(given) != len(expected):
            raise Refused(f"Gives {len(given)} tensors where {len(expected)} are known.")
        flat = [tensor for some in inputs.values() for tensor in some]
        model = keras.Model(flat, given)
        _goes_out_and_back(model)
        _runs(model, flat, given)
    return type(given[0]._keras_history.operation)


def _called(function: Callable[..., Any], member: Member, example: Example, flow: dict[str, list[Any]]) -> Any:
    many = {port.name for port in member.inputs if port.many}
    by_port = {name: some if name in many else some[0] for name, some in flow.items()}
    args, named = operands.placed(member, by_port, objects.operands(member, example.params))
    return function(*args, **named)


def _flat(returned: Any) -> list[Any]:
    return list(returned) if isinstance(returned, tuple | list) else [returned]


def _goes_out_and_back(model: Any) -> None:
    try:
        keras.models.model_from_json(model.to_json())
    except Exception as failure:
        raise Refused(f"Keras cannot save a model with it: {_said(failure)}") from failure


def _runs(model: Any, inputs: list[Any], announced: list[Any]) -> None:
    """As in training, where a batch has any number of rows."""
    fed = [_numbers(tuple(one.shape), str(one.dtype)) for one in inputs]
    signature = [tf.TensorSpec(one.shape, one.dtype) for one in inputs]
    failed: Exception | None = None
    try:
        given = tf.function(lambda arrays: _flat(model(arrays)), input_signature=[signature], autograph=False)(fed)
    except Exception as failure:
        failed, given = failure, _run_closed(model, fed)
    if misfit := _misfit(given, announced):
        raise Refused(misfit)
    if failed is not None:
        raise Untraceable from failed


def _run_closed(model: Any, fed: list[Any]) -> list[Any]:
    try:
        return _flat(model(fed))
    except Exception as failure:
        raise Refused(f"Does not run on TensorFlow: {_said(failure)}") from failure


def _misfit(given: list[Any], announced: list[Any]) -> str | None:
    """Why what came is not what was announced; None where it is."""
    for one, tensor in zip(given, announced, strict=True):
        shape = tuple(np.shape(one))
        if len(shape) != len(tensor.shape) or any(a not in (None, b) for a, b in zip(tensor.shape, shape, strict=True)):
            return f"{ANNOUNCES} {tuple(tensor.shape)} while drawing and gives {shape} when it runs."
    return None


def _said(failure: Exception) -> str:
    """What Keras said, without the layer of words that it wraps around what its backend said."""
    text = re.sub(
        r"(?s)^Exception encountered when calling .*?\n\s*\n", "", re.sub(r"\x1b\[[0-9;]*m", "", str(failure))
    )
    return words(re.sub(r"\{\{function_node [^}]*\}\} ?", "", text))


def _numbers(open_shape: tuple[int | None, ...], dtype: str) -> Any:
    rng = np.random.default_rng(0)
    shape = tuple(3 if size is None else size for size in open_shape)
    if dtype == "string":
        return tf.constant("yes", shape=shape)
    if dtype == "bool":
        return rng.integers(0, 2, shape).astype(bool)
    if dtype.startswith("int"):
        return rng.integers(1, 3, shape).astype(dtype)
    values = rng.uniform(0.1, 0.9, shape)
    if len(shape) > 2 and shape[-1] == shape[-2]:
        values = values @ np.swapaxes(values, -1, -2) + np.eye(shape[-1])
    return (values + 1j * values if dtype == "complex64" else values).astype(dtype)
