"""What a recurrent layer gives beside its output while it is asked for its states, and how Keras nests the states of stacked cells.

A layer's own states are in the catalog; those of RNN and Bidirectional are told by the cell or layer inside.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from layerloom import catalog
from layerloom.catalog.types import Port
from layerloom.graph.plan import LayerCall
from layerloom.graph.schema import Spec

Params = Mapping[str, Any]
States = tuple[tuple[str, ...], ...]
"""Names of the states, cell by cell."""
HOLDERS = frozenset({"Bidirectional", "RNN"})
"""Layers of whose outputs the catalog knows only the first."""


def outputs(layer: str, params: Params) -> tuple[Port, ...]:
    """The output ports of RNN or Bidirectional with these parameters, coerced or as they are drawn."""
    ports = [Port(name="output")]
    if layer == "Bidirectional" and "merge_mode" in params and params["merge_mode"] is None:
        ports.append(Port(name="backward"))
    return (*ports, *(Port(name=name) for cell in given_states(layer, params) for name in cell))


def given_states(layer: str, params: Params) -> States:
    """Of what comes out: empty where the states stay inside."""
    if layer == "Bidirectional":
        inner, own = nested(params.get("layer"))
        if not own.get("return_state"):
            return ()
        states = _states(inner, own)
        return tuple(tuple(f"{way}_{name}" for name in cell) for way in ("forward", "backward") for cell in states)
    return _states(layer, params) if params.get("return_state") else ()


def taken_states(layer: str, params: Params) -> States:
    """Of what `initial_state` takes, whether they come out or not."""
    if layer == "Bidirectional":
        inner, own = nested(params.get("layer"))
        return _states(inner, own) * 2
    return _states(layer, params)


def together(states: States, flow: Sequence[Any]) -> list[Any]:
    """One tensor after another → as Keras wants them: those of one cell by themselves, those of stacked cells in a list for each."""
    if not _stacked(states):
        return list(flow)
    rest = iter(flow)
    return [list(islice(rest, len(cell))) for cell in states] + list(rest)


def apart(states: States) -> tuple[Any, ...]:
    """Names of the states as Keras nests them in what it returns: of stacked cells, those with several are in a list."""
    if not _stacked(states):
        return tuple(name for cell in states for name in cell)
    return tuple(cell if len(cell) > 1 else cell[0] for cell in states)


def nested(value: Any) -> tuple[str, Params]:
    """Class and parameters of a layer that stands inside another, in any of the forms it is written in."""
    match value:
        case LayerCall(layer=layer, params=params) | Spec(name=layer, params=params):
            return layer, params
        case str():
            return value, {}
        case {"name": str() as name, **rest}:
            own = rest.get("params")
            return name, own if isinstance(own, dict) else {}
    return "", {}


def _states(layer: str, params: Params) -> States:
    if layer != "RNN":
        return (_names(layer),)
    cell, own = nested(params.get("cell"))
    if cell != "StackedRNNCells":
        return (_names(cell.removesuffix("Cell")),)
    cells = own.get("cells")
    inner = [nested(one)[0] for one in cells] if isinstance(cells, list | tuple) else []
    if len(inner) == 1:
        return (_names(inner[0].removesuffix("Cell")),)
    return tuple(tuple(_numbered(name, place)) for place, name in enumerate(inner, 1))


def _numbered(cell: str, place: int) -> Iterator[str]:
    for name in _names(cell.removesuffix("Cell")):
        yield f"{name}_{place}"


def _names(layer: str) -> tuple[str, ...]:
    member = catalog.get("layer", layer)
    ports = member.outputs if member else ()
    return tuple(port.name for port in ports if port.when is not None and port.when.param == "return_state")


def _stacked(states: States) -> bool:
    return len(states) > 1 and all(name[-1:].isdigit() for cell in states for name in cell)
