"""Edits of what a plan has several times and the graph once (a repeated block, one that is shared) → edits of the one that is drawn.

In a plan, `conv@stage.2` is the node `conv` of the block `stage` in its second round.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from layerloom.graph.problems import (
    AddEdge,
    AddNode,
    Edit,
    Refused,
    RemoveEdge,
    RemoveNode,
    SetField,
    SetParam,
    problem,
)
from layerloom.graph.recode.nodes import drawn
from layerloom.graph.schema import BlockNode, Graph, NodeId

_AGAIN = re.compile(r"(.+?)@(.+?)(?:\.(\d+))?").fullmatch


def settled(graph: Graph, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Raises Refused where one round would become unlike the others in more than a parameter that varies."""
    given = list(edits)
    said = [_said(one) for one in given if not _again(one)]
    done: list[Edit] = []
    varying: dict[NodeId, dict[str, dict[str, list[Any]]]] = {}
    for edit in given:
        inside = _round(graph, edit)
        if inside is not None:
            block, place, node, param, value = inside
            now = varying.setdefault(block, _copied(graph.nodes[block]))
            now[node][param][place] = value
        elif not _again(edit):
            if edit not in done:
                yield edit
            done.append(edit)
        elif not isinstance(edit, SetParam | SetField) or (drawn(edit.node), *_said(edit)[1:]) not in said:
            raise Refused(problem("code_in_repeat", {"name": _name(graph, edit)}))
    for block, values in varying.items():
        yield SetField(node=block, field="varying", value=values)


def _said(edit: Edit) -> tuple[Any, ...]:
    if isinstance(edit, SetParam):
        return edit.node, edit.param, repr(edit.value)
    return (edit.node, edit.field, repr(edit.value)) if isinstance(edit, SetField) else (edit,)


def _ends(edit: Edit) -> list[NodeId]:
    match edit:
        case SetParam() | SetField() | RemoveNode():
            return [edit.node]
        case AddEdge():
            return [edit.edge.source, edit.edge.target]
        case AddNode():
            return [edit.near or ""]
    return []


def _again(edit: Edit) -> bool:
    return any("@" in end for end in _ends(edit)) and not isinstance(edit, RemoveEdge)


def _name(graph: Graph, edit: Edit) -> str:
    id = next(drawn(end) for end in _ends(edit) if "@" in end)
    return graph.nodes[id].name if id in graph.nodes else id


def _round(graph: Graph, edit: Edit) -> tuple[NodeId, int, NodeId, str, Any] | None:
    """The block, round, node, parameter and value, where the edit is of a parameter that varies from round to round."""
    if not isinstance(edit, SetParam):
        return None
    found = _AGAIN(edit.node)
    node, place = (found[1], int(found[3] or 1) - 1) if found else (edit.node, 0)
    own = graph.nodes.get(node)
    block = graph.nodes.get(own.block) if own is not None and own.block is not None else None
    if not isinstance(block, BlockNode) or own is None or edit.param not in block.varying.get(node, {}):
        return None
    if found and found[2] != own.block:
        return None
    return str(own.block), place, node, edit.param, edit.value


def _copied(block: Any) -> dict[str, dict[str, list[Any]]]:
    return {node: {param: list(values) for param, values in said.items()} for node, said in block.varying.items()}
