"""Edits that bring texts and layers that read them together: other columns for an Input, or a layer that looks its words up."""

from collections.abc import Sequence

from layerloom.graph.data import Column
from layerloom.graph.plan import Plan
from layerloom.graph.problems import Fix, InsertOnEdge, SetField, fix
from layerloom.graph.schema import EdgeId, Graph, InputNode, LayerNode, NodeId

MOST = 3
"""Columns that are offered."""


def for_texts(
    graph: Graph | None, plan: Plan, source: NodeId, edges: Sequence[EdgeId], dtype: str, wanted: Sequence[str | int]
) -> tuple[Fix, ...]:
    """For a layer of texts that got numbers from an Input, and for one of numbers that got texts."""
    node = graph.nodes.get(source) if graph is not None else None
    if plan.data is None or graph is None or not isinstance(node, InputNode) or not edges:
        return ()
    if dtype != "string":
        learned = {one.target or plan.data.target for one in plan.outputs}
        columns = [one for one in plan.data.columns if one.kind in ("text", "category") and one.name not in learned]
        return tuple(_take(source, node, one) for one in columns[:MOST]) if tuple(wanted) == ("string",) else ()
    bound = next((one.columns for one in plan.inputs if one.node == source), ())
    texts = any((column := plan.data.column(name)) is not None and column.kind == "text" for name in bound)
    layer = "TextVectorization" if texts else "StringLookup"
    mode = "multi_hot" if texts or len(bound) > 1 else "one_hot"
    made = LayerNode(name=_free(graph, layer), layer=layer, params={"output_mode": mode})
    return (
        fix("insert", InsertOnEdge(edge=edges[0], id=f"{source}-{edges[0]}"[:60], node=made), safe=False, layer=layer),
    )


def _take(source: NodeId, node: InputNode, column: Column) -> Fix:
    edits = [SetField(node=source, field="columns", value=[column.name])]
    if node.scaling not in ("auto", "raw"):
        edits.append(SetField(node=source, field="scaling", value="auto"))
    return fix("take", *edits, safe=False, what=column.name[:40])


def _free(graph: Graph, layer: str) -> str:
    """A name that no node has."""
    taken = {node.name for node in graph.nodes.values()}
    name, number = "words" if layer == "TextVectorization" else "categories", 1
    while (name if number == 1 else f"{name}_{number}") in taken:
        number += 1
    return name if number == 1 else f"{name}_{number}"
