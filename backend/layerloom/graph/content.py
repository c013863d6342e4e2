"""Graph → the hash of what it means. Where things stand, notes and the graph's name are no part of it."""

import hashlib
import json

from layerloom.graph.schema import Graph

FIRST = 1
"""Later versions write what a graph of this one says in the same way."""


def content_hash(graph: Graph) -> str:
    """sha256, in hex, of the graph as JSON with sorted keys, without layout, notes, name and the device it is for."""
    data = graph.model_dump(mode="json", exclude={"layout", "notes", "name"})
    data["version"] = FIRST
    data["training"].pop("goes_to", None)
    for node in data["nodes"].values():
        if node.get("bypassed") is False:  # came later: a graph that does not use it keeps the hash it had
            del node["bypassed"]
    for later in ("begin", "fine_tuning"):
        if data["training"].get(later) is None:
            del data["training"][later]
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()
