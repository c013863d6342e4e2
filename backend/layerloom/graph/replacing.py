"""A layer that cannot go to a device → edits that put others in its place which give the same numbers and can. Proven by
`tests/keras/test_replacing.py`; a layer is named here because each of its replacements was measured in `conversions.json`.
"""

from collections.abc import Sequence
from itertools import count
from math import prod
from typing import Any

from layerloom.graph.plan import LayerCall, Plan, Step
from layerloom.graph.problems import Edit, Fix, InsertOnEdge, SetField, SetParam, fix
from layerloom.graph.schema import Graph, LayerNode

Params = dict[str, Any]

POOLING = {
    "AdaptiveAveragePooling3D": ("AdaptiveAveragePooling1D", "AdaptiveAveragePooling2D"),
    "AdaptiveMaxPooling3D": ("AdaptiveMaxPooling1D", "AdaptiveMaxPooling2D"),
    "AveragePooling3D": ("AveragePooling1D", "AveragePooling2D"),
    "MaxPooling3D": ("MaxPooling1D", "MaxPooling2D"),
}
"""The largest, or the mean, of a volume is that of its pictures' own ones: first along one axis, then along the other two."""

OWN = {"pool_size", "strides", "padding", "output_size", "data_format"}


def fixes(plan: Plan, step: Step, shape: Sequence[int | None], graph: Graph) -> tuple[Fix, ...]:
    """For a layer on its own node, outside blocks, at which `shape` arrives, batch axis first."""
    node = graph.nodes.get(step.node)
    if not isinstance(node, LayerNode) or not isinstance(step.call, LayerCall) or step.call.layer not in POOLING:
        return ()
    if node.block is not None or "@" in step.node or any(other.shares == step.node for other in plan.steps):
        return ()
    if not set(node.params) <= OWN:  # a precision of its own, or what a later Keras adds
        return ()
    sizes = [size for size in shape[1:] if size is not None]
    into = [id for id, edge in graph.edges.items() if edge.target == step.node]
    if len(sizes) != 4 or len(into) != 1 or step.call.params.get("data_format") not in (None, "channels_last"):
        return ()
    return (_pooled_in_two(step, node, step.call, sizes, into[0], graph),)


def _pooled_in_two(step: Step, node: LayerNode, call: LayerCall, sizes: list[int], edge: str, graph: Graph) -> Fix:
    """Depth first, as one long row of positions; then height and width, picture by picture. The node keeps its place and its name."""
    along, across = POOLING[call.layer]
    depth, *picture = sizes
    left, one, two = _adaptive(call) if "output_size" in call.params else _strided(call, depth)
    edits: list[Edit] = []
    if one:
        inserted: list[tuple[str, str, Params]] = [
            ("rows", "Reshape", {"target_shape": [depth, prod(picture)]}),
            ("depth", along, one),
            ("volume", "Reshape", {"target_shape": [left, *picture]}),
        ]
        for word, layer, params in inserted:
            name = _free(f"{node.name}_{word}", {other.name for other in graph.nodes.values()})
            id = _free(f"{step.node}_{word}"[:60], set(graph.nodes))
            edits.append(InsertOnEdge(edge=edge, id=id, node=LayerNode(name=name, layer=layer, params=params)))
    edits += [SetParam(node=step.node, param=param, value=None) for param in node.params]
    edits.append(SetField(node=step.node, field="layer", value="TimeDistributed"))
    edits.append(SetParam(node=step.node, param="layer", value={"name": across, "params": two}))
    return fix("pool-in-two", *edits, safe=True, name=node.name)


def _strided(call: LayerCall, depth: int) -> tuple[int, Params, Params]:
    """(what is left of the depth, how it is pooled, how a picture is)."""
    pool = _three(call.params.get("pool_size", 2))
    strides = pool if call.params.get("strides") is None else _three(call.params["strides"])
    padding = call.params.get("padding", "valid")
    left = -(-depth // strides[0]) if padding == "same" else (depth - pool[0]) // strides[0] + 1
    one = {"pool_size": pool[0], "strides": strides[0], "padding": padding}
    two = {"pool_size": list(pool[1:]), "strides": list(strides[1:]), "padding": padding}
    return left, {} if (pool[0], strides[0]) == (1, 1) else one, two


def _adaptive(call: LayerCall) -> tuple[int, Params, Params]:
    left, *picture = _three(call.params["output_size"])
    return left, {"output_size": left}, {"output_size": picture}


def _three(value: Any) -> tuple[int, ...]:
    return (value,) * 3 if isinstance(value, int) else tuple(value)


def _free(name: str, taken: set[str]) -> str:
    return next(one for number in count(1) if (one := name if number == 1 else f"{name}_{number}") not in taken)
