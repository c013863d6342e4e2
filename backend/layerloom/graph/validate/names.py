"""Names: what may be one, and that each is used once. Proposes better names; changes none."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from layerloom.graph import blocks, texts
from layerloom.graph.problems import Problem
from layerloom.graph.schema import BlockNode, Graph, Node, NodeId
from layerloom.words import Phrase, phrase

LONGEST = 100
_PLAIN = re.compile(rf"(?=.*\w)[\w \-.:+()]{{1,{LONGEST}}}", re.ASCII).fullmatch
"""Most names; what does not match is looked at closely."""
_WRITTEN = {"Cf": "hidden-invisible", "Zl": "hidden-line", "Zp": "hidden-paragraph"}
"""Kinds of characters that cannot be seen, and the messages that name them."""


def check(nodes: Mapping[NodeId, Node]) -> list[Problem]:
    """What is wrong with names, each by itself and all together; repeated ones are compared as they are seen."""
    first: dict[str, NodeId] = {}
    repeated: dict[str, list[NodeId]] = {}
    odd: list[NodeId] = []
    for id, node in nodes.items():
        name = node.name
        if not _PLAIN(name):
            odd.append(id)
        key = name if name.isascii() else _seen(name)
        if key in first:
            repeated.setdefault(key, [first[key]]).append(id)
        else:
            first[key] = id
    if not odd and not repeated:
        return []
    taken = set(first)
    return [*_odd(nodes, sorted(odd), taken), *_repeated(repeated, taken)]


def check_all(graph: Graph) -> list[Problem]:
    """The same for a graph with blocks: names are told apart where they meet in the model, those of ports in their block."""
    scopes: dict[tuple[NodeId | None, bool], dict[NodeId, Node]] = {}
    for id, node in graph.nodes.items():
        block = node.block
        holder = graph.nodes.get(block) if block is not None else None
        ports = blocks.is_port(node) and isinstance(holder, BlockNode) and holder.kind == "inline"
        if not ports:
            for around in blocks.around(graph, id):
                holder = graph.nodes.get(around)
                if not isinstance(holder, BlockNode) or holder.prefixed or holder.kind == "model":
                    break
                block = holder.block
        scopes.setdefault((block, ports), {})[id] = node
    return [problem for nodes in scopes.values() for problem in check(nodes)]


def normal(name: str) -> str:
    """NFC: an é is one character, however it was typed."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def _odd(nodes: Mapping[NodeId, Node], ids: list[NodeId], taken: set[str]) -> Iterator[Problem]:
    for id in ids:
        name = nodes[id].name
        reason = unfit(name)
        hidden = sorted({_WRITTEN[kind] for kind in map(unicodedata.category, name) if kind in _WRITTEN})
        if reason:
            yield texts.bad_name(id, name, reason, _free(name, taken))
        elif hidden:
            yield texts.hidden_characters(id, name, [phrase(one) for one in hidden], _free(name, taken))


def _free(name: str, taken: set[str]) -> str:
    found = better(name)
    if found in taken:
        return unused(found, taken)
    taken.add(found)
    return found


def _repeated(repeated: Mapping[str, list[NodeId]], taken: set[str]) -> Iterator[Problem]:
    for name, ids in sorted(repeated.items()):
        ids.sort()
        yield texts.duplicate_name(name, tuple(ids), [unused(name, taken) for _ in ids[1:]])


def unused(name: str, taken: set[str]) -> str:
    """`dense` → `dense_1`, `conv_1` → `conv_2`: the first such name not taken, which is then taken."""
    stem = re.sub(r"_\d{1,6}$", "", name)[: LONGEST - 8] or "layer"
    number = 1
    while f"{stem}_{number}" in taken:
        number += 1
    found = f"{stem}_{number}"
    taken.add(found)
    return found


def better(name: str) -> str:
    """A name that can be used and says the same."""
    kept = "".join(c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c)[0] not in "CZ" or c == " ")
    words = re.sub(r"[\s/\\.]+", "_", kept).strip("_")[:60].strip("_")
    return words or "layer"


def unfit(name: str) -> Phrase | None:
    if not name.strip():
        return phrase("name-empty")
    if len(name) > LONGEST:
        return phrase("name-long", n=len(name))
    if name.isascii() and name.isprintable():
        if "/" in name or "\\" in name:
            return phrase("name-slash")
        return None if name.strip(". ") else phrase("name-dots")
    if "/" in name or "\\" in name:
        return phrase("name-slash")
    if any(unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn") for c in name):
        return phrase("name-control")
    if not _seen(name).strip():
        return phrase("name-unseen")
    return None


def _seen(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c) not in _WRITTEN)
