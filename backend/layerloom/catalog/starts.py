"""What a new layer or op begins with: a first value for everything Keras requires, and what nobody leaves out. Keras' defaults hold for
the rest.

The values are the overlay's `[start]` and `[start_op]`; where they are silent, the example that Keras accepted.
"""

from collections.abc import Mapping
from typing import Any

Member = dict[str, Any]


def fill(members: list[Member], starts: Mapping[str, Any]) -> None:
    """Gives every layer its `start`. Raises ValueError for a layer or a parameter that does not exist."""
    layers = {member["name"]: member for member in members if member["kind"] == "layer"}
    usual = starts.get("any", {})
    own = {name: values for name, values in starts.items() if name != "any"}
    known = {param["name"] for member in layers.values() for param in member.get("params", ())}
    if wrong := sorted({*own} - {*layers}) + sorted({*usual} - known):
        raise ValueError(f"The overlay's start speaks of {wrong}, which Keras does not have.")
    for name, member in layers.items():
        member["start"] = _start(member, usual, own.get(name, {}))


def fill_ops(members: list[Member], starts: Mapping[str, Any]) -> None:
    """Gives every op its `start`. Raises ValueError for an op or a parameter that does not exist."""
    ops = {member["name"]: member for member in members if member["kind"] == "op"}
    if wrong := sorted({*starts} - {*ops}):
        raise ValueError(f"The overlay's start speaks of {wrong}, which Keras does not have.")
    for name, member in ops.items():
        types = {param["name"]: param["type"] for param in member.get("params", ())}
        own = starts.get(name, {})
        if wrong := sorted({*own} - {*types}):
            raise ValueError(f"The overlay's start gives {name} {wrong}, which it does not take.")
        example = (member.get("example") or {}).get("params", {})
        made = {param: value for param, value in example.items() if types[param] != "tensor"} | own
        member["start"] = {param: made[param] for param in types if param in made}


def _start(member: Member, usual: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    params = {param["name"]: param for param in member.get("params", ())}
    if wrong := sorted({*own} - {*params}):
        raise ValueError(f"The overlay's start gives {member['name']} {wrong}, which it does not take.")
    example = (member.get("example") or {}).get("params", {})
    made = dict(own)
    for name, param in params.items():
        if param.get("required") and name not in own:
            made[name] = _value(param, usual, example)
    return {name: made[name] for name in params if name in made}


def _value(param: Mapping[str, Any], usual: Mapping[str, Any], example: Mapping[str, Any]) -> Any:
    name, rank = param["name"], param.get("rank") or 1
    value = usual.get(name, example.get(name, param.get("minimum")))
    whole = param["type"] == "int_tuple" and isinstance(value, int) and rank > 1
    return [value] * rank if whole else value
