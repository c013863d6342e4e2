"""Graph → the maps of a shared document, and plain values out of them. Knows no room and no table.

Maps by id, never arrays. A list-valued parameter is one value, replaced whole. JavaScript has one kind of number: what comes out is
an integer where it is whole, and what is larger than JavaScript can count exactly goes in as a float.
"""

import math
from typing import Any

from pycrdt import Doc, Map
from pydantic import BaseModel

from layerloom.graph.schema import Graph

GRAPH = ("meta", "nodes", "edges", "training", "notes", "code", "layout")
ROOTS = (*GRAPH, "comments")
"""What is said about a graph is no part of it: it stays when the graph is replaced, and does not leave with it."""
EXACT = 2**53


def new_doc() -> "Doc[Any]":
    """An empty document with its maps, safe to use from several threads under one lock."""
    doc: Doc[Any] = Doc(allow_multithreading=True)
    for name in ROOTS:
        doc.get(name, type=Map)
    return doc


def fill(doc: "Doc[Any]", graph: Graph) -> None:
    """Writes a graph into a document as one edit; what was there before goes."""
    with doc.new_transaction(timeout=10):
        for name in GRAPH:
            root = doc.get(name, type=Map)
            for key in list(root.keys()):
                del root[key]
        meta, nodes = doc.get("meta", type=Map), doc.get("nodes", type=Map)
        for key, value in (("version", graph.version), ("keras_version", graph.keras_version), ("name", graph.name)):
            meta[key] = _storable(value)
        for id, node in graph.nodes.items():
            nodes[id] = _node(node.model_dump(mode="json"))
        for root_name, rows in (("edges", graph.edges), ("notes", graph.notes)):
            root = doc.get(root_name, type=Map)
            for id, row in rows.items():
                root[id] = Map(_storable(row.model_dump(mode="json")))
        own = doc.get("code", type=Map)
        for id, code in graph.code.items():
            own[id] = _storable(code.model_dump(mode="json"))
        training, layout = doc.get("training", type=Map), doc.get("layout", type=Map)
        for key, value in graph.training.model_dump(mode="json").items():
            training[key] = _storable(value)
        for id, position in graph.layout.items():
            layout[id] = _storable(position.model_dump(mode="json"))


def _node(fields: dict[str, Any]) -> Map[Any]:
    storable = _storable(fields)
    return Map({key: Map(value) if key == "params" else value for key, value in storable.items()})


def _storable(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _storable(value.model_dump(mode="json"))
    if isinstance(value, dict):
        return {str(key): _storable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(inner) for inner in value]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= EXACT:
        return float(value)
    return value


def plain(value: Any) -> Any:
    """What a document holds → JSON data. Raises ValueError for what JSON cannot say."""
    if isinstance(value, Map):
        value = value.to_py()
    if value is None or isinstance(value, bool | str | int):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} is not a finite number")
        return int(value) if value.is_integer() and abs(value) < EXACT else value
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    raise ValueError(f"a {type(value).__name__} is no JSON value")
