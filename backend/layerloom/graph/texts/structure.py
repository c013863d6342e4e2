"""Wording of what is wrong with nodes and wires as such, before any parameter is looked at."""

from collections.abc import Sequence

from layerloom.graph.problems import Fix, Problem, RemoveEdge, RemoveNode, SetField, SetGraph, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import count, names, short

Nodes = tuple[str, ...]


@code
def newer_keras(made_with: str, installed: str) -> Problem:
    return problem(
        "newer_keras",
        "This graph was made with a newer Keras.",
        f"Layers and defaults may differ. Keras here is {installed}. Received: a graph made with {made_with}. "
        "Update Layerloom, or go on with this Keras and compare the results.",
        place="keras_version",
        evidence=made_with,
        fixes=(
            Fix(
                title=f"Use it with Keras {installed}",
                safe=False,
                edits=(SetGraph(field="keras_version", value=installed),),
            ),
        ),
    )


@code
def cycle(nodes: Nodes, called: Sequence[str], edge: str) -> Problem:
    path = " → ".join(
        f"`{name}`" for name in ([*called, called[0]] if len(called) <= 12 else [*called[:11], "…", called[0]])
    )
    return problem(
        "cycle",
        "These layers feed themselves in a circle.",
        f"Data must flow from inputs to outputs, never back. Received: {path}. Remove the wire from `{called[-1]}` to `{called[0]}`.",
        nodes=nodes,
        edges=(edge,),
        evidence=path,
        fixes=(Fix(title=f"Remove the wire {called[-1]} → {called[0]}", safe=False, edits=(RemoveEdge(edge=edge),)),),
    )


@code
def dangling_edge(edge: str, source: str, target: str, missing: str, kept: Nodes) -> Problem:
    return problem(
        "dangling_edge",
        "A wire ends in nothing.",
        f"A wire joins two nodes. Received: a wire from {source} to {target}, and {missing} does not exist. Remove the wire.",
        nodes=kept,
        edges=(edge,),
        evidence=missing,
        fixes=(Fix(title="Remove the wire", safe=True, edits=(RemoveEdge(edge=edge),)),),
    )


@code
def no_input() -> Problem:
    return problem(
        "no_input",
        "The graph has no Input.",
        "Data must come in somewhere. Received: no Input node. Add an Input and wire it to the first layer.",
    )


@code
def no_output() -> Problem:
    return problem(
        "no_output",
        "The graph has no Output.",
        "A model must give something that can be compared with the target. Received: no Output node. "
        "Add an Output and wire the last layer to it.",
    )


@code
def too_deep(depth: int, limit: int) -> Problem:
    return problem(
        "too_deep",
        "Too many layers one after another.",
        f"At most {count(limit)} layers may follow each other; Keras fails beyond. Received: a chain of {count(depth)}. "
        "Remove some layers.",
        evidence=str(depth),
    )


@code
def not_yet(node: str, name: str, kind: str) -> Problem:
    return problem(
        "not_yet",
        f"{kind} cannot be used yet.",
        f"This Layerloom takes Input, Keras layers and Output. Received: {kind} as `{name}`. Use a Keras layer in its place.",
        nodes=(node,),
        evidence=kind,
        fixes=(Fix(title=f"Remove {name}", safe=False, edits=(RemoveNode(node=node),)),),
    )


@code
def bad_name(node: str, name: str, reason: str, better: str) -> Problem:
    return problem(
        "bad_name",
        "This name cannot be used.",
        f"A name has 1 to 100 visible characters, without slashes. Received: {short(name)}: {reason}. "
        f"Rename it, for example to `{better}`.",
        nodes=(node,),
        place="name",
        evidence=name[:200],
        fixes=(Fix(title=f"Rename to {better}", safe=True, edits=(SetField(node=node, field="name", value=better),)),),
    )


@code
def hidden_characters(node: str, name: str, which: str, better: str) -> Problem:
    return problem(
        "hidden_characters",
        "This name holds characters that cannot be seen.",
        f"Names that look alike should be alike. Received: {which} in {short(name)}. Rename it to `{better}`, or leave it.",
        severity="warning",
        nodes=(node,),
        place="name",
        evidence=which,
        fixes=(Fix(title=f"Rename to {better}", safe=True, edits=(SetField(node=node, field="name", value=better),)),),
    )


@code
def duplicate_name(name: str, nodes: Nodes, better: Sequence[str]) -> Problem:
    return problem(
        "duplicate_name",
        f"{len(nodes)} nodes are called {name}.",
        f"Each node needs a name of its own; Keras refuses two that are equal. Received: `{name}` {len(nodes)} times. "
        f"Rename, for example to {names(better)}.",
        nodes=nodes,
        place="name",
        evidence=name,
        fixes=(
            Fix(
                title=f"Rename to {', '.join(better)}"[:80],
                safe=True,
                edits=tuple(
                    SetField(node=node, field="name", value=new) for node, new in zip(nodes[1:], better, strict=True)
                ),
            ),
        ),
    )
