"""Tensors by port and parameters by name → what an op or a layer is called with, in Python's order. Knows no Keras and no text.

One rule for the builder and for the script: `ops.where(condition, x, 0)`, `ops.mean(x, axis=-1)`, `ops.einsum("bi,bj->bij", a, b)`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from layerloom.catalog.types import Member
from layerloom.graph import recurrent
from layerloom.graph.plan import LayerCall

T = TypeVar("T")


def handed(call: LayerCall, flow: Mapping[str, Any]) -> dict[str, Any]:
    """What a layer is called with, by argument: the states that stacked cells begin with are nested as Keras wants them."""
    states = flow.get("initial_state")
    if states is None:
        return dict(flow)
    return {**flow, "initial_state": recurrent.together(recurrent.taken_states(call.layer, call.params), states)}


def placed(
    member: Member, flow: Mapping[str, T | Sequence[T]], params: Mapping[str, T]
) -> tuple[list[Any], dict[str, Any]]:
    """(by position, by name). Tensors and what is required go by position while nothing before them is left out.

    A port takes what flows in, or else the parameter of its name.
    """
    ports = {port.name for port in member.inputs}
    required = {param.name for param in member.params if param.required}
    first: list[Any] = []
    named: dict[str, Any] = {}
    together = True
    for entry in member.signature:
        name = entry.lstrip("*")
        if name not in flow and name not in params:
            together = False
            continue
        value: Any = flow[name] if name in flow else params[name]
        if entry.startswith("**"):
            named.update(value)
        elif entry.startswith("*"):
            first += value
        elif together and (name in ports or name in required):
            first.append(value)
        else:
            together = False
            named[name] = value
    return first, named
