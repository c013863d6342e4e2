"""Edits that make shapes fit: insert a layer on a wire, move a layer, take its sibling of another rank, set a parameter.

Each fix is worked out from real sizes; where none is sure to help, none is offered.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import isqrt, prod
from typing import Any

from layerloom import catalog
from layerloom.graph.memo import Shape
from layerloom.graph.plan import LayerCall, Ref, Step
from layerloom.graph.ports import layer_of
from layerloom.graph.problems import AddEdge, Edit, Fix, InsertOnEdge, RemoveEdge, SetField, SetParam, fix
from layerloom.graph.schema import Edge, EdgeId, Graph, InputNode, LayerNode, NodeId
from layerloom.graph.walk import Walk

Edges = Sequence[EdgeId]


def for_rank(
    graph: Graph | None,
    steps: Mapping[NodeId, Step],
    walk: Walk,
    step: Step,
    edges: Edges,
    shape: Shape,
    wanted: Sequence[int],
) -> tuple[Fix, ...]:
    """For a layer that got a tensor of another rank than it takes."""
    if graph is None or not edges:
        return ()
    found: list[Fix | None] = []
    source = steps.get(next(iter(_refs(step))).node)
    rank = len(shape)
    if source is not None and rank < min(wanted):
        found.append(_keep_sequence(source, wanted))
        found.append(_move_before(graph, walk, source, step, wanted))
        found.append(_restore(graph, walk, source, edges[0], wanted))
    if rank < min(wanted):
        found.append(_fold(graph, edges[0], shape, min(wanted), len(found) > 1 and found[-1] is not None))
    elif rank > max(wanted):
        if max(wanted) == 2:
            found.append(_insert(graph, edges[0], "Flatten", {}, True))
            found.append(_pool(graph, edges[0], rank))
        elif None not in shape[1:-1] and len(shape) > 2:
            target = [prod(size or 1 for size in shape[1:-1]), -1 if shape[-1] is None else shape[-1]]
            found.append(
                _insert(graph, edges[0], "Reshape", {"target_shape": target}, False) if max(wanted) == 3 else None
            )
    found.append(_sibling(step, rank))
    found.append(_as_dense(step) if rank == 2 else None)
    return tuple(one for one in found if one is not None)[:4]


def for_equal(graph: Graph | None, step: Step, edges: Edges, shapes: Sequence[Shape]) -> tuple[Fix, ...]:
    """For a merge that works number by number."""
    found: list[Fix] = []
    if graph is None or len(edges) != len(shapes):
        return ()
    if len({len(one) for one in shapes}) == 1 and len({one[:-1] for one in shapes}) == 1:
        width = shapes[0][-1]
        odd = [i for i, one in enumerate(shapes) if one[-1] != width]
        if width is not None and len(odd) == 1:
            layer = {3: "Conv1D", 4: "Conv2D"}.get(len(shapes[0]), "Dense")
            params = {"units": width} if layer == "Dense" else {"filters": width, "kernel_size": 1}
            insert = _insert(graph, edges[odd[0]], layer, params, False)
            found += [insert] if insert else []
        if isinstance(step.call, LayerCall):
            instead = SetField(node=step.node, field="layer", value="Concatenate")
            found.append(fix("use_here", instead, safe=False, layer="Concatenate"))
    else:
        found += _flatten_larger(graph, edges, shapes)
    return tuple(found)


def for_join(graph: Graph | None, step: Step, edges: Edges, shapes: Sequence[Shape]) -> tuple[Fix, ...]:
    """For Concatenate."""
    if graph is None or len(edges) != len(shapes):
        return ()
    if len({len(one) for one in shapes}) > 1:
        return tuple(_flatten_larger(graph, edges, shapes))
    inserts = [inserted(graph, edge, "Flatten", {}, i) for i, edge in enumerate(edges)]
    if len(shapes[0]) > 2:
        return (fix("insert_everywhere", *inserts, safe=False, layer="Flatten"),)
    return ()


def for_kernel(
    graph: Graph | None, step: Step, param: str, kernel: Sequence[int], positions: Sequence[int | None]
) -> tuple[Fix, ...]:
    """For a window larger than what it slides over."""
    same = SetParam(node=step.node, param="padding", value="same")
    smaller = [min(window, size or window) for window, size in zip(kernel, positions, strict=True)]
    found = [fix("set", same, safe=False, what="padding", value="same")]
    if all(size >= 1 for size in smaller):
        edits: list[Edit] = [SetParam(node=step.node, param=param, value=smaller)]
        if isinstance(step.call, LayerCall) and "dilation_rate" in step.call.params:
            edits.append(SetParam(node=step.node, param="dilation_rate", value=None))
        found.append(fix("set", *edits, safe=False, what=param, value=" × ".join(map(str, smaller))))
    return tuple(found)


def for_reshape(step: Step, wanted: Sequence[int | None], numbers: int) -> tuple[Fix, ...]:
    """Keeps all sizes but one, where the others divide what comes in."""
    for i in range(len(wanted)):
        others = prod(size for j, size in enumerate(wanted) if j != i and size is not None and size > 0)
        if len(wanted) > 1 and others and numbers % others == 0 and numbers // others != wanted[i]:
            better = [numbers // others if j == i else size for j, size in enumerate(wanted)]
            if all(size is not None and size > 0 for size in better):
                edit = SetParam(node=step.node, param="target_shape", value=better)
                return (fix("set", edit, safe=False, what="target_shape", value=" × ".join(map(str, better))),)
    edit = SetParam(node=step.node, param="target_shape", value=[numbers])
    return (fix("set", edit, safe=False, what="target_shape", value=str(numbers)),)


def for_numbers(
    graph: Graph | None, source: NodeId, edges: Edges, dtype: str, wanted: Sequence[str | int]
) -> tuple[Fix, ...]:
    """Whole numbers where a layer works on fractions: an Input says what it gives, anything else is rescaled by one."""
    if graph is None or not edges or "float" not in wanted or dtype == "string":
        return ()
    node = graph.nodes.get(source)
    if isinstance(node, InputNode):
        edit = SetField(node=source, field="dtype", value="float32")
        return (fix("set", edit, safe=False, what="dtype", value="float32"),)
    found = _insert(graph, edges[0], "Rescaling", {"scale": 1.0}, False)
    return (found,) if found else ()


def for_sharer(graph: Graph | None, id: NodeId) -> tuple[Fix, ...]:
    """A layer of its own, with the parameters that were its owner's."""
    node = graph.nodes.get(id) if graph else None
    if graph is None or not isinstance(node, LayerNode):
        return ()
    edits: list[Edit] = [SetField(node=id, field="shares", value=None)]
    own = layer_of(graph, node).params
    edits += [SetParam(node=id, param=name, value=None) for name in node.params if name not in own]
    edits += [SetParam(node=id, param=name, value=value) for name, value in own.items()]
    return (fix("own_layer", *edits, safe=False),)


def _refs(step: Step) -> Iterator[Ref]:
    for refs in step.arguments.values():
        yield from (refs,) if isinstance(refs, Ref) else refs


def _keep_sequence(source: Step, wanted: Sequence[int]) -> Fix | None:
    """A recurrent layer gives only its last step unless told otherwise: the usual slip when two are stacked."""
    call = source.call
    if not isinstance(call, LayerCall) or min(wanted) != 3 or call.params.get("return_sequences"):
        return None
    if "return_sequences" not in catalog.params("layer", call.layer):
        return None
    edit = SetParam(node=source.shares or source.node, param="return_sequences", value=True)
    return fix("return_sequences", edit, safe=True, name=source.name)


def _move_before(graph: Graph, walk: Walk, source: Step, step: Step, wanted: Sequence[int]) -> Fix | None:
    """before → flatten → conv → after becomes before → conv → flatten → after."""
    if not isinstance(source.call, LayerCall) or source.call.layer not in ("Flatten", "GlobalAveragePooling2D"):
        return None
    into = [(id, edge) for id, edge in graph.edges.items() if edge.target == source.node]
    between = [(id, edge) for id, edge in graph.edges.items() if edge.source == source.node]
    out = [(id, edge) for id, edge in graph.edges.items() if edge.source == step.node]
    if len(into) != 1 or len(between) != 1 or between[0][1].target != step.node:
        return None
    before = into[0][1]
    flow = walk.flows.get(before.source, {}).get(before.source_port)
    if flow is None or len(flow.shape) not in wanted:
        return None
    edits: list[Edit] = [RemoveEdge(edge=id) for id, _ in (*into, *between, *out)]
    edits.append(
        AddEdge(
            id=into[0][0],
            edge=before.model_copy(update={"target": step.node, "target_port": between[0][1].target_port}),
        )
    )
    edits.append(
        AddEdge(id=between[0][0], edge=Edge(source=step.node, target=source.node, target_port=before.target_port))
    )
    edits += [
        AddEdge(id=id, edge=edge.model_copy(update={"source": source.node, "source_port": "output"}))
        for id, edge in out
    ]
    return fix("move_before", *edits, safe=False, name=step.name, before=source.name)


def _restore(graph: Graph, walk: Walk, source: Step, edge: EdgeId, wanted: Sequence[int]) -> Fix | None:
    """Undoes a Flatten with the sizes it flattened."""
    if not isinstance(source.call, LayerCall) or source.call.layer != "Flatten":
        return None
    ref = next(_refs(source))
    flow = walk.flows.get(ref.node, {}).get(ref.port)
    if flow is None or len(flow.shape) not in wanted or None in flow.shape[1:]:
        return None
    return _insert(graph, edge, "Reshape", {"target_shape": list(flow.shape[1:])}, True)


def _fold(graph: Graph, edge: EdgeId, shape: Shape, rank: int, restored: bool) -> Fix | None:
    """A list as a sequence of single numbers, or as the squarest picture it can make; a last axis of one is always right."""
    sizes = shape[1:]
    if restored or not sizes or None in sizes:
        return None
    if rank == 4 and len(sizes) == 1:
        number = sizes[0] or 1
        height = next(side for side in range(isqrt(number), 0, -1) if number % side == 0)
        if height == 1 and number > 3:
            return None
        target = [height, number // height, 1]
    else:
        target = [*(size or 1 for size in sizes), *[1] * (rank - 1 - len(sizes))]
    return _insert(graph, edge, "Reshape", {"target_shape": target}, False)


def _pool(graph: Graph, edge: EdgeId, rank: int) -> Fix | None:
    layer = {3: "GlobalAveragePooling1D", 4: "GlobalAveragePooling2D", 5: "GlobalAveragePooling3D"}.get(rank)
    return _insert(graph, edge, layer, {}, False) if layer else None


def _sibling(step: Step, rank: int) -> Fix | None:
    """MaxPooling2D → MaxPooling1D: the same layer for another rank, its windows cut or repeated to fit."""
    call = step.call
    dimensions = rank - 2
    if not isinstance(call, LayerCall) or call.layer[-2:] not in ("1D", "2D", "3D") or not 1 <= dimensions <= 3:
        return None
    layer = f"{call.layer[:-2]}{dimensions}D"
    if layer == call.layer or call.layer.startswith("ConvLSTM") or catalog.get("layer", layer) is None:
        return None
    edits: list[Edit] = [SetField(node=step.node, field="layer", value=layer)]
    for name, value in call.params.items():
        if name not in catalog.params("layer", layer):
            edits.append(SetParam(node=step.node, param=name, value=None))
        elif catalog.params("layer", call.layer)[name].type == "int_tuple" and isinstance(value, tuple):
            fitted = [*value, *[value[-1]] * dimensions][:dimensions]
            edits.append(SetParam(node=step.node, param=name, value=fitted))
    return fix("use", *edits, safe=False, what=layer)


def _as_dense(step: Step) -> Fix | None:
    call = step.call
    if not isinstance(call, LayerCall) or "filters" not in call.params:
        return None
    known = catalog.params("layer", "Dense")
    edits: list[Edit] = [SetField(node=step.node, field="layer", value="Dense")]
    edits += [SetParam(node=step.node, param=name, value=None) for name in call.params if name not in known]
    edits.append(SetParam(node=step.node, param="units", value=call.params["filters"]))
    return fix("use_here", *edits, safe=False, layer="Dense")


def _flatten_larger(graph: Graph, edges: Edges, shapes: Sequence[Shape]) -> Iterator[Fix]:
    if min(len(one) for one in shapes) != 2:
        return
    larger = [i for i, one in enumerate(shapes) if len(one) > 2]
    edits = tuple(inserted(graph, edges[i], "Flatten", {}, n) for n, i in enumerate(larger))
    yield fix("insert", *edits, safe=False, layer="Flatten")


def _insert(graph: Graph, edge: EdgeId, layer: str, params: dict[str, Any], safe: bool) -> Fix | None:
    if edge not in graph.edges:
        return None
    called = layer
    if "target_shape" in params:
        called += f" ({', '.join(map(str, params['target_shape']))})"
    elif "units" in params:
        called += f" ({params['units']})"
    return fix("insert", inserted(graph, edge, layer, params), safe=safe, layer=called)


def inserted(graph: Graph, edge: EdgeId, layer: str, params: dict[str, Any], skip: int = 0) -> InsertOnEdge:
    """Ids and names not in use; the same on every machine, so that two people who apply one fix make one node."""
    stem = layer.lower()
    names = {node.name for node in graph.nodes.values()}
    number = 1
    while True:
        free = f"{stem}_{number}" not in graph.nodes and f"{stem}_{number}" not in names
        if free and skip == 0:
            break
        skip -= free
        number += 1
    id = f"{stem}_{number}"
    return InsertOnEdge(edge=edge, id=id, node=LayerNode(name=id, layer=layer, params=params))
