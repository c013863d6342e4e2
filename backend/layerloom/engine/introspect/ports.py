"""A layer's `call` → where wires go in and out, and the switches it takes when called. Never calls the layer."""

import inspect
import re
from typing import Any

from layerloom.catalog.types import Param, Port, When
from layerloom.engine.introspect import params
from layerloom.engine.introspect.docstring import Docs

_PLAIN_INPUT = re.compile(r"inputs?|sequences?|data|x|images?")
_IMPLICIT = re.compile(r"training")
"""Keras passes it itself, with the loop."""
_MASKS = frozenset({"AdditiveAttention", "Attention"})
"""Take several masks, one for each tensor. A mask travels with its tensor by itself; what is wired counts before that."""
_SCORES = "return_attention_scores"


def inputs(layer: type[Any], docs: Docs, *, many: bool) -> tuple[Port, ...]:
    """The tensor arguments of `call`; the first is passed by position and is called `input` where Keras' name says no more."""
    ports: list[Port] = []
    for parameter in _arguments(layer):
        if isinstance(parameter.default, bool):
            continue
        first = not ports
        name = "input" if first and _PLAIN_INPUT.fullmatch(parameter.name) else parameter.name
        required = parameter.default is inspect.Parameter.empty
        several = (first and many) or (not first and parameter.name in ("initial_state", "states"))
        several = several or (parameter.name == "mask" and layer.__name__ in _MASKS)
        ports.append(Port(name=name, many=several, required=required, doc=docs.call_args.get(parameter.name, "")))
    return tuple(ports)


def switches(layer: type[Any], docs: Docs) -> tuple[Param, ...]:
    """The boolean arguments of `call` that a person decides: `use_causal_mask`, `return_attention_scores`."""
    return tuple(
        params.one(parameter, docs.call_args.get(parameter.name, ""), None, call=True)
        for parameter in _arguments(layer)
        if isinstance(parameter.default, bool)
    )


def outputs(layer: type[Any], states: int) -> tuple[Port, ...]:
    """`output`, and what more comes while a parameter asks for it; `states` is how many the layer's cell keeps."""
    ports = [Port(name="output")]
    own = inspect.signature(layer.__init__).parameters
    if "return_state" in own:
        names = ("state_h", "state_c")[:states]
        ports += [Port(name=name, when=When(param="return_state", equals=True)) for name in names]
    if _SCORES in {parameter.name for parameter in _arguments(layer)}:
        ports.append(Port(name="scores", when=When(param=_SCORES, equals=True)))
    if "merge_mode" in own:
        ports.append(Port(name="backward", when=When(param="merge_mode", equals=None)))
    return tuple(ports)


def _arguments(layer: type[Any]) -> list[inspect.Parameter]:
    named = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    found = list(inspect.signature(layer.call).parameters.values())[1:]
    return [parameter for parameter in found if parameter.kind in named and not _IMPLICIT.fullmatch(parameter.name)]
