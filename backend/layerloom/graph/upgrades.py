"""JSON of any age → Graph. The version of a graph is its place in one ordered list of functions.

A graph from a newer Layerloom is refused, not guessed at.
"""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from layerloom.graph import texts
from layerloom.graph.limits import STUDENT, Limits
from layerloom.graph.problems import Problem, Refused
from layerloom.graph.reading import check, read
from layerloom.graph.schema import Graph
from layerloom.words import Said, phrase

Data = dict[str, Any]


def edges_get_names(data: Data) -> Data:
    """0 → 1. Edges were a list of [source, target]; their order was the order of a merge's inputs."""
    edges = data.get("edges", [])
    if not isinstance(edges, list) or not all(isinstance(edge, list) and len(edge) == 2 for edge in edges):
        return data
    named = {
        f"e{i}": {"source": source, "target": target, "order": f"a{i:05d}"} for i, (source, target) in enumerate(edges)
    }
    return {**data, "edges": named}


def blocks_lie_flat(data: Data) -> Data:
    """1 → 2. A block held a graph of its own; what is inside now stands among the other nodes and says in which block."""
    nodes, edges = data.get("nodes"), data.get("edges", {})
    if not isinstance(nodes, dict) or not isinstance(edges, dict):
        return data
    held = [
        id for id, node in nodes.items() if isinstance(node, dict) and node.get("type") == "block" and "graph" in node
    ]
    if not held:
        return data
    nodes, edges = dict(nodes), dict(edges)
    while held:
        id = held.pop()
        block = nodes[id] = dict(nodes[id])
        inside = block.pop("graph")
        block.pop("varying", None)
        if isinstance(inside, dict):
            held += _lift(id, inside, nodes, edges)
    return {**data, "nodes": nodes, "edges": edges}


def _lift(block: str, inside: Data, nodes: Data, edges: Data) -> list[str]:
    """Puts what is inside among the others, wires the block's ports to the ends inside, and returns the blocks among them."""
    lifted, wires = inside.get("nodes", {}), inside.get("edges", {})
    if not isinstance(lifted, dict) or not isinstance(wires, dict):
        return []
    ids = {id: f"{block}_{id}"[:64] if id in nodes else id for id in lifted}
    found, ends = [], {"input": "", "output": ""}
    for id, node in lifted.items():
        nodes[ids[id]] = {**node, "block": block} if isinstance(node, dict) else node
        kind = node.get("type") if isinstance(node, dict) else None
        if kind in ends:
            ends[kind] = ends[kind] or ids[id]
        if kind == "block" and "graph" in node:
            found.append(ids[id])
    for id, edge in edges.items():
        if isinstance(edge, dict) and edge.get("target") == block and edge.get("target_port", "input") == "input":
            edges[id] = {**edge, "target_port": ends["input"] or "input"}
        elif isinstance(edge, dict) and edge.get("source") == block and edge.get("source_port", "output") == "output":
            edges[id] = {**edge, "source_port": ends["output"] or "output"}
    for id, edge in wires.items():
        if isinstance(edge, dict):
            edge = {**edge, **{end: ids.get(edge.get(end), edge.get(end)) for end in ("source", "target")}}
        edges[f"{block}_{id}"[:64] if id in edges else id] = edge
    return found


UPGRADES: tuple[Callable[[Data], Data], ...] = (edges_get_names, blocks_lie_flat)
VERSION = len(UPGRADES)


def open_graph(data: Mapping[str, Any] | str | bytes, limits: Limits = STUDENT) -> Graph:
    """Reads a graph document. Raises Refused with 400 (no JSON, ambiguous), 413 (too large) or 422 (a field is wrong)."""
    if isinstance(data, str | bytes):
        found = read(data)
    else:
        check(data)
        found = data
    if not isinstance(found, dict):
        raise Refused(texts.bad_field("graph", phrase("field-graph"), type(found).__name__))
    found = _upgraded(found)
    _check_size(found, limits)
    try:
        return Graph.model_validate(found)
    except ValidationError as error:
        raise Refused(*field_problems(error)) from None


def field_problems(error: ValidationError, place: str = "") -> tuple[Problem, ...]:
    """One problem for each field that pydantic refused, at most twenty."""
    return tuple(_field_problem(dict(one), place) for one in error.errors(include_url=False)[:20])


def _field_problem(error: dict[str, Any], place: str) -> Problem:
    where = ".".join(str(part) for part in error["loc"])
    received = "" if error["type"] == "missing" else repr(error["input"])[:200]
    return texts.bad_field(f"{place}.{where}" if place else where, _expected(error), received)


_EXPECTED = {
    "missing": "needed",
    "extra_forbidden": "unknown",
    "int_type": "int",
    "int_parsing": "int",
    "int_from_float": "int",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "finite",
    "string_type": "text",
    "bool_type": "bool",
    "bool_parsing": "bool",
    "dict_type": "object",
    "model_type": "object",
    "model_attributes_type": "object",
    "list_type": "list",
    "tuple_type": "list",
}


def _expected(error: dict[str, Any]) -> Said:
    """What a field needs, in our words where we have them, else in pydantic's."""
    kind, given = error["type"], error.get("ctx", {})
    if kind in _EXPECTED:
        return phrase(f"field-{_EXPECTED[kind]}")
    if kind == "literal_error" or kind.startswith("union_tag_"):
        known = str(given.get("expected") or given.get("expected_tags") or "")
        return phrase("field-one-of", known=known) if known else str(error["msg"])
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        return phrase(f"field-{kind}", limit=str(next(iter(given.values()))))
    if kind in ("string_too_short", "string_too_long"):
        return phrase(f"field-{kind}", n=int(next(iter(given.values()))))
    return str(error["msg"])


def _upgraded(data: Data) -> Data:
    version = data.get("version")
    if isinstance(version, bool) or not isinstance(version, int | float) or version != int(version) or version < 0:
        raise Refused(texts.bad_field("version", phrase("wants-int-between", low=0, high=VERSION), repr(version)[:200]))
    if version > VERSION:
        raise Refused(texts.made_with_newer_layerloom(int(version), VERSION))
    for upgrade in UPGRADES[int(version) :]:
        data = upgrade(data)
    return {**data, "version": VERSION}


def _check_size(data: Data, limits: Limits) -> None:
    nodes, edges = data.get("nodes"), data.get("edges")
    if isinstance(nodes, dict) and len(nodes) > limits.nodes:
        # A long chain is the likelier reason and the better lesson, as far as it is cheap to look.
        if len(nodes) <= 4 * limits.nodes and isinstance(edges, dict) and len(edges) <= limits.edges:
            depth = _depth(edges)
            if depth > limits.depth:
                raise Refused(texts.too_deep(depth, limits.depth))
        raise Refused(texts.too_many_nodes(len(nodes), limits.nodes), status=413)
    if isinstance(edges, dict) and len(edges) > limits.edges:
        raise Refused(texts.too_many_edges(len(edges), limits.edges), status=413)


def _depth(edges: Mapping[str, Any]) -> int:
    after: dict[str, list[str]] = {}
    waiting: dict[str, int] = {}
    for edge in edges.values():
        if isinstance(edge, dict) and isinstance(edge.get("source"), str) and isinstance(edge.get("target"), str):
            after.setdefault(edge["source"], []).append(edge["target"])
            waiting[edge["target"]] = waiting.get(edge["target"], 0) + 1
    depth = dict.fromkeys((node for node in after if node not in waiting), 1)
    ready = list(depth)
    while ready:
        node = ready.pop()
        for target in after.get(node, ()):
            depth[target] = max(depth.get(target, 0), depth[node] + 1)
            waiting[target] -= 1
            if waiting[target] == 0:
                ready.append(target)
    return max(depth.values(), default=0)
