"""Names: what may be one, and that each is used once. Proposes better names; changes none."""

import re
import unicodedata
from collections.abc import Mapping

from layerloom.graph import texts
from layerloom.graph.problems import Problem
from layerloom.graph.schema import Node, NodeId

LONGEST = 100
_WRITTEN = {"Cf": "invisible characters", "Zl": "a line separator", "Zp": "a paragraph separator"}


def check(node: NodeId, name: str) -> tuple[Problem, ...]:
    """Of one node's name, alone."""
    reason = _reason(name)
    if reason:
        return (texts.bad_name(node, name, reason, better(name)),)
    hidden = sorted({_WRITTEN[kind] for kind in map(unicodedata.category, name) if kind in _WRITTEN})
    if hidden:
        return (texts.hidden_characters(node, name, " and ".join(hidden), better(name)),)
    return ()


def normal(name: str) -> str:
    """NFC: an é is one character, however it was typed."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def duplicates(nodes: Mapping[NodeId, Node]) -> list[Problem]:
    """Problems for names that stand more than once, compared after NFC and without invisible characters."""
    first: dict[str, NodeId] = {}
    repeated: dict[str, list[NodeId]] = {}
    for id, node in nodes.items():
        name = node.name
        key = name if name.isascii() else _seen(name)
        if key in first:
            repeated.setdefault(key, [first[key]]).append(id)
        else:
            first[key] = id
    problems = []
    for name, ids in sorted(repeated.items()):
        ids.sort()
        taken = set(first)
        renamed = [unused(name, taken) for _ in ids[1:]]
        problems.append(texts.duplicate_name(name, tuple(ids), renamed))
    return problems


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


def _reason(name: str) -> str:
    if not name.strip():
        return "it is empty"
    if len(name) > LONGEST:
        return f"it has {len(name):,} characters"
    if name.isascii() and name.isprintable():
        return (
            "a slash stands in it" if "/" in name or "\\" in name else "it is only dots" if not name.strip(". ") else ""
        )
    if "/" in name or "\\" in name:
        return "a slash stands in it"
    if any(unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn") for c in name):
        return "a control character stands in it"
    if not _seen(name).strip():
        return "nothing of it can be seen"
    return ""


def _seen(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c) not in _WRITTEN)
