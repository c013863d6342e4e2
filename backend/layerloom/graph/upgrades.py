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


UPGRADES: tuple[Callable[[Data], Data], ...] = (edges_get_names,)
VERSION = len(UPGRADES)


def open_graph(data: Mapping[str, Any] | str | bytes, limits: Limits = STUDENT) -> Graph:
    """Reads a graph document. Raises Refused with 400 (no JSON, ambiguous), 413 (too large) or 422 (a field is wrong)."""
    if isinstance(data, str | bytes):
        found = read(data)
    else:
        check(data)
        found = data
    if not isinstance(found, dict):
        raise Refused(texts.bad_field("the file", "a graph is an object with nodes and edges", type(found).__name__))
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
    return texts.bad_field(f"{place}.{where}" if place else where, error["msg"], received)


def _upgraded(data: Data) -> Data:
    version = data.get("version")
    if isinstance(version, bool) or not isinstance(version, int | float) or version != int(version) or version < 0:
        raise Refused(texts.bad_field("version", f"a whole number from 0 to {VERSION}", repr(version)[:200]))
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
