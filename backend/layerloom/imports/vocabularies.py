"""Words that a layer had learned, which a `.keras` file keeps beside its configuration → the layer's own `vocabulary`."""

from collections.abc import Callable

from layerloom.graph.saved.report import Imported, Remark
from layerloom.graph.schema import LayerNode, Node
from layerloom.words import phrase, say

MOST_WORDS = 100_000
_LAYERS = frozenset({"IntegerLookup", "StringLookup", "TextVectorization"})


def put(found: Imported, members: list[str], read: Callable[[str], bytes]) -> Imported:
    """`members` are those of the archive that hold words; what fits no layer is left alone."""
    nodes: dict[str, Node] = dict(found.graph.nodes)
    remarks = list(found.report.remarks)
    for name in members:
        place = name.removeprefix("assets/").removesuffix("/vocabulary.txt")
        id = next((one.node for one in found.places.values() if f"{place}/".startswith(f"{one.store}/")), None)
        node = nodes.get(id or "")
        if not isinstance(node, LayerNode) or id is None or node.layer not in _LAYERS or "vocabulary" in node.params:
            continue
        words = read(name).decode("utf-8", "replace").splitlines()
        while words and not words[-1]:
            words.pop()
        if len(words) > MOST_WORDS:
            said = phrase(
                "saved-at", name=node.name, what=phrase("saved-words-too-many", n=len(words), most=MOST_WORDS)
            )
            remarks.append(Remark(kind="left_out", text=say(said), words=said, nodes=(id,)))
            continue
        whole = all(word.lstrip("-").isdecimal() and len(word) < 19 for word in words)
        if node.layer == "IntegerLookup" and not whole:
            continue
        values = [int(word) for word in words] if node.layer == "IntegerLookup" else words
        nodes[id] = node.model_copy(update={"params": {**node.params, "vocabulary": values}})
    report = found.report.model_copy(update={"remarks": tuple(remarks)})
    return found.model_copy(update={"graph": found.graph.model_copy(update={"nodes": nodes}), "report": report})
