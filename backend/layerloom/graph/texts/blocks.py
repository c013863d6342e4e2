"""Wording of what is wrong with blocks: who stands where, what may cross their edges, how often they come."""

from collections.abc import Sequence

from layerloom.graph.problems import Edit, Fix, Problem, RemoveEdge, RemoveNode, SetField, fix, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import names

Nodes = tuple[str, ...]


def _set(node: str, field: str, value: object, safe: bool = False) -> Fix:
    return fix("set", SetField(node=node, field=field, value=value), safe=safe, what=field, value=str(value))


def _to_top(node: str, name: str) -> Fix:
    return fix("to_the_top", SetField(node=node, field="block", value=None), safe=False, name=name)


@code
def block_missing(node: str, name: str, block: str) -> Problem:
    return problem(
        "block_missing",
        {"name": name, "block": block},
        nodes=(node,),
        place="block",
        evidence=block,
        fixes=(_to_top(node, name), fix("remove", RemoveNode(node=node), safe=False, what=name)),
    )


@code
def block_in_itself(nodes: Nodes, called: Sequence[str], shares: bool) -> Problem:
    """`nodes` lead from a block back to itself; `shares` where it is there because the last one shares the first one's layers."""
    path = " → ".join(f"`{name}`" for name in (*called, called[0]))
    mend = fix("remove", RemoveNode(node=nodes[-1]), safe=False, what=called[-1])
    return problem(
        "block_in_itself",
        {"path": path, "name": called[0]},
        nodes=nodes,
        place="shares" if shares else "block",
        evidence=path,
        fixes=(mend,) if shares else (_to_top(nodes[0], called[0]),),
    )


@code
def wire_across_blocks(edge: str, nodes: Nodes, source: str, target: str) -> Problem:
    return problem(
        "wire_across_blocks",
        {"source": source, "target": target},
        nodes=nodes,
        edges=(edge,),
        evidence=f"{source} → {target}",
        fixes=(fix("remove_wire", RemoveEdge(edge=edge), safe=False),),
    )


@code
def block_without_input(node: str, name: str, edits: tuple[Edit, ...]) -> Problem:
    return _without_port("block_without_input", node, name, edits)


@code
def block_without_output(node: str, name: str, edits: tuple[Edit, ...]) -> Problem:
    return _without_port("block_without_output", node, name, edits)


def _without_port(code: str, node: str, name: str, edits: tuple[Edit, ...]) -> Problem:
    mend = (fix("add_port", *edits, safe=False, name=name),) if edits else ()
    return problem(code, {"name": name}, nodes=(node,), fixes=mend)


@code
def bad_repeat(node: str, name: str, repeat: int, most: int) -> Problem:
    better = 1 if repeat < 1 else most
    return problem(
        "bad_repeat",
        {"name": name, "repeat": repeat, "most": most},
        nodes=(node,),
        place="repeat",
        evidence=str(repeat),
        fixes=(_set(node, "repeat", better),),
    )


@code
def repeat_does_not_chain(node: str, name: str, repeat: int, inputs: int, outputs: int, model: bool) -> Problem:
    return problem(
        "repeat_does_not_chain",
        {"name": name, "repeat": repeat, "inputs": inputs, "outputs": outputs},
        form="model" if model else "",
        nodes=(node,),
        place="repeat",
        evidence=f"{inputs}, {outputs}",
        fixes=(_set(node, "repeat", 1), *((_set(node, "kind", "inline"),) if model and inputs == outputs == 1 else ())),
    )


@code
def varying_count(
    node: str, name: str, inner: str, param: str, got: int, repeat: int, fixes: tuple[Fix, ...]
) -> Problem:
    return problem(
        "varying_count",
        {"name": name, "inner": inner, "param": param, "got": got, "repeat": repeat},
        nodes=(node,),
        place=f"varying.{inner}.{param}",
        evidence=str(got),
        fixes=fixes,
    )


@code
def varying_unknown(node: str, name: str, inner: Sequence[str], fixes: tuple[Fix, ...]) -> Problem:
    listed = names(inner)
    return problem(
        "varying_unknown",
        {"name": name, "inner": listed},
        nodes=(node,),
        place="varying",
        evidence=", ".join(inner)[:200],
        fixes=fixes,
    )


@code
def too_many_repeats(node: str, name: str, total: int, most: int) -> Problem:
    return problem(
        "too_many_repeats",
        {"name": name, "total": total, "most": most},
        nodes=(node,),
        place="repeat",
        evidence=str(total),
        fixes=(_set(node, "repeat", 1),),
    )
