"""Operations whose shapes Keras accepts and that still go wrong: samples mixed with each other, or lost before an output.

Also what Keras refuses of them in our words: numbers that do not pair up, matrices that do not fit.
"""

from collections.abc import Iterator, Sequence
from math import prod
from typing import Any

from layerloom import catalog
from layerloom.graph import texts
from layerloom.graph.memo import Shape
from layerloom.graph.plan import LayerCall, OpCall, Plan, Ref, Step
from layerloom.graph.problems import Edit, Fix, InsertOnEdge, Problem, SetParam, fix
from layerloom.graph.schema import EdgeId, Graph, OpNode
from layerloom.graph.walk import Walk

MATRICES = frozenset({"dot", "matmul"})
_OWN_WAY = frozenset({"append", "cross", "inner", "isin", "kron", "outer", "psnr", "tensordot", "vdot"}) | MATRICES
"""Take two tensors, and do not pair their numbers up one by one."""


def check(plan: Plan, walk: Walk, graph: Graph | None) -> Iterator[Problem]:
    """Of every step and output whose shapes are known."""
    steps = {step.node: step for step in plan.steps}
    for step in plan.steps:
        if isinstance(step.call, OpCall) and step.call.op == "reshape":
            yield from _reshape(step, step.call, walk, graph)
    names = {one.node: one.name for one in plan.inputs} | {step.node: step.name for step in plan.steps}
    for output in plan.outputs:
        flow = walk.flows.get(output.source.node, {}).get(output.source.port)
        if flow is not None and flow.shape[:1] != (None,):
            before = steps.get(output.source.node)
            nodes = (output.source.node, output.node)
            yield texts.rows_lost(nodes, output.name, names[output.source.node], flow.shape, _last_axis(before))


def pairs_up(op: str) -> bool:
    """Whether an op works number by number on all its tensors, stretching sizes of one."""
    member = catalog.get("op", op)
    names = {port.name for port in member.inputs} if member else set()
    return op not in _OWN_WAY and bool(
        {"x1", "x2"} <= names or (names == {"x", "y"} and op.startswith(("bitwise", "left", "right")))
    )


def broadcasts(shapes: Sequence[Shape]) -> bool:
    """Counted from the last axis, sizes are equal, one, or not known."""
    for place in range(1, max(map(len, shapes)) + 1):
        sizes = {shape[-place] for shape in shapes if len(shape) >= place} - {None, 1}
        if len(sizes) > 1:
            return False
    return True


def sizes_of(value: Any) -> Shape:
    """Of a number, or of lists of numbers in lists."""
    return (len(value), *sizes_of(value[0])) if isinstance(value, list | tuple) and value else ()


def turned(graph: Graph | None, edge: EdgeId | None) -> tuple[Fix, ...]:
    """The last two axes of what arrives by a wire change places."""
    if graph is None or edge is None:
        return ()
    id, number = "swapaxes", 1
    while id in graph.nodes:
        number += 1
        id = f"swapaxes_{number}"
    node = OpNode(name=id, op="swapaxes", params={"axis1": -2, "axis2": -1})
    return (fix("insert", InsertOnEdge(edge=edge, id=id, node=node), safe=False, layer="swapaxes"),)


def _reshape(step: Step, call: OpCall, walk: Walk, graph: Graph | None) -> Iterator[Problem]:
    (source,) = step.arguments.values()
    given = walk.flows.get(step.node, {}).get("output")
    got = walk.flows.get(source.node, {}).get(source.port) if isinstance(source, Ref) else None
    if got is None or given is None or got.shape[:1] != (None,) or given.shape[:1] != (None,):
        return
    if None in got.shape[1:] or None in given.shape[1:]:
        return
    before, after = (prod(size or 1 for size in shape[1:]) for shape in (got.shape, given.shape))
    if before != after:
        edit = SetParam(node=step.node, param="newshape", value=[-1, before])
        mend = fix("set", edit, safe=False, what="newshape", value=f"-1 × {before}")
        edges = tuple(id for id, edge in graph.edges.items() if edge.target == step.node) if graph else ()
        yield texts.rows_mixed(step.node, step.name, edges, got.shape, given.shape, (before, after), (mend,))


def _last_axis(step: Step | None) -> tuple[Fix, ...]:
    """Where the op before the output works along an axis, the last one."""
    if step is None or isinstance(step.call, LayerCall):
        return ()
    member = catalog.get("op", step.call.op)
    if member is None or all(param.name != "axis" for param in member.params) or step.call.params.get("axis") == -1:
        return ()
    edits: tuple[Edit, ...] = (SetParam(node=step.node, param="axis", value=-1),)
    return (fix("set", *edits, safe=False, what="axis", value="-1"),)
