"""Graph → the hash of what it means. Where things stand, notes and the graph's name are no part of it."""

import hashlib
import json

from layerloom.graph.schema import Graph


def content_hash(graph: Graph) -> str:
    """sha256, in hex, of the graph as JSON with sorted keys, without layout, notes and name."""
    data = graph.model_dump(mode="json", exclude={"layout", "notes", "name"})
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()
