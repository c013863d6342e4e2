"""Wording of what is wrong with nodes and wires as such, before any parameter is looked at."""

from collections.abc import Sequence

from layerloom.graph.problems import Problem, RemoveEdge, RemoveNode, SetField, SetGraph, fix, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import names, short
from layerloom.words import Phrase, listed

Nodes = tuple[str, ...]


@code
def newer_keras(made_with: str, installed: str) -> Problem:
    edit = SetGraph(field="keras_version", value=installed)
    return problem(
        "newer_keras",
        {"made_with": made_with, "installed": installed},
        place="keras_version",
        evidence=made_with,
        fixes=(fix("use_with_keras", edit, safe=False, version=installed),),
    )


@code
def cycle(nodes: Nodes, called: Sequence[str], edge: str) -> Problem:
    path = " → ".join(
        f"`{name}`" for name in ([*called, called[0]] if len(called) <= 12 else [*called[:11], "…", called[0]])
    )
    return problem(
        "cycle",
        {"path": path, "last": called[-1], "first": called[0]},
        nodes=nodes,
        edges=(edge,),
        evidence=path,
        fixes=(fix("remove_wire_between", RemoveEdge(edge=edge), safe=False, source=called[-1], target=called[0]),),
    )


@code
def dangling_edge(edge: str, source: str, target: str, missing: str, kept: Nodes) -> Problem:
    return problem(
        "dangling_edge",
        {"source": source, "target": target, "missing": missing},
        nodes=kept,
        edges=(edge,),
        evidence=missing,
        fixes=(fix("remove_wire", RemoveEdge(edge=edge), safe=True),),
    )


@code
def no_input() -> Problem:
    return problem("no_input")


@code
def no_output() -> Problem:
    return problem("no_output")


@code
def too_deep(depth: int, limit: int) -> Problem:
    return problem("too_deep", {"depth": depth, "limit": limit}, evidence=str(depth))


@code
def not_yet(node: str, name: str, kind: Phrase) -> Problem:
    return problem(
        "not_yet",
        {"name": name, "kind": kind},
        nodes=(node,),
        evidence=str(kind),
        fixes=(fix("remove", RemoveNode(node=node), safe=False, what=name),),
    )


@code
def custom_gone(node: str, name: str) -> Problem:
    """It names code that the graph does not hold."""
    return problem(
        "custom_gone",
        {"name": name},
        nodes=(node,),
        fixes=(fix("remove", RemoveNode(node=node), safe=False, what=name),),
    )


@code
def custom_unproven(node: str, name: str, code: str) -> Problem:
    return problem("custom_unproven", {"name": name, "code": code}, nodes=(node,), evidence=code)


@code
def custom_name_taken(nodes: Nodes, name: str, codes: Sequence[str]) -> Problem:
    """Two pieces of code define it."""
    return problem("custom_name_taken", {"name": name, "codes": names(codes)}, form="twice", nodes=nodes, evidence=name)


def custom_off(node: str, code: str) -> Problem:
    return problem("code_switched_off", {"name": code}, form="drawn", nodes=(node,), evidence=code)


@code
def bad_name(node: str, name: str, reason: Phrase, better: str) -> Problem:
    return problem(
        "bad_name",
        {"name": short(name), "reason": reason, "better": better},
        nodes=(node,),
        place="name",
        evidence=name[:200],
        fixes=(fix("rename", SetField(node=node, field="name", value=better), safe=True, to=better),),
    )


@code
def hidden_characters(node: str, name: str, which: Sequence[Phrase], better: str) -> Problem:
    hidden = listed(which)
    return problem(
        "hidden_characters",
        {"name": short(name), "which": hidden, "better": better},
        severity="warning",
        nodes=(node,),
        place="name",
        evidence=str(hidden),
        fixes=(fix("rename", SetField(node=node, field="name", value=better), safe=True, to=better),),
    )


@code
def duplicate_name(name: str, nodes: Nodes, better: Sequence[str]) -> Problem:
    edits = [SetField(node=node, field="name", value=new) for node, new in zip(nodes[1:], better, strict=True)]
    return problem(
        "duplicate_name",
        {"n": len(nodes), "name": name, "better": names(better)},
        nodes=nodes,
        place="name",
        evidence=name,
        fixes=(fix("rename", *edits, safe=True, to=", ".join(better)[:70]),),
    )
