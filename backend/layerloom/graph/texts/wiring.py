"""Wording of wires that arrive where they cannot, and of ports that nothing arrives at."""

from layerloom.graph.problems import AddEdge, Fix, Problem, RemoveEdge, SetField, fix, problem
from layerloom.graph.schema import Edge
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import names
from layerloom.words import Said, phrase


def _remove(edge: str, safe: bool = True) -> Fix:
    return fix("remove_wire", RemoveEdge(edge=edge), safe=safe)


@code
def unknown_port(
    node: str, name: str, port: str, side: str, known: list[str], edge: str, mended: Edge | None
) -> Problem:
    """`side` is `input` or `output`."""
    fixes: tuple[Fix, ...] = (_remove(edge),)
    if mended:
        to = mended.target_port if side == "input" else mended.source_port
        fixes = (fix("use", RemoveEdge(edge=edge), AddEdge(id=edge, edge=mended), safe=False, what=to), *fixes)
    listed = names(known, last="or") if known else phrase("none-at-all")
    return problem(
        "unknown_port",
        {"name": name, "port": port[:60], "received": port[:100], "known": listed},
        form=side,
        nodes=(node,),
        edges=(edge,),
        place=port[:100],
        evidence=port[:100],
        fixes=fixes,
    )


@code
def port_taken(node: str, name: str, port: str, edges: tuple[str, ...], sources: list[str]) -> Problem:
    return problem(
        "port_taken",
        {"name": name, "port": port, "n": len(edges), "sources": names(sources)},
        nodes=(node,),
        edges=edges,
        place=port,
        evidence=", ".join(sources)[:200],
        fixes=tuple(
            fix(
                "keep_wire_from",
                *(RemoveEdge(edge=edge) for j, edge in enumerate(edges) if j != i),
                safe=False,
                name=kept,
            )
            for i, kept in enumerate(sources[:3])
        ),
    )


@code
def wrong_way_wire(node: str, name: str, edge: str, kind: str) -> Problem:
    """`kind` of the node: `output` or `input`."""
    return problem("wrong_way_wire", {"name": name}, form=kind, nodes=(node,), edges=(edge,), fixes=(_remove(edge),))


@code
def nothing_to_pass(node: str, name: str, fixes: tuple[Fix, ...] = ()) -> Problem:
    return problem("nothing_to_pass", {"name": name}, nodes=(node,), fixes=fixes)


@code
def bypassed_port(node: str, name: str, port: str, edge: str, target: str) -> Problem:
    on = fix("switch_on", SetField(node=node, field="bypassed", value=False), safe=False, name=name)
    return problem(
        "bypassed_port",
        {"name": name, "port": port},
        nodes=(node, target),
        edges=(edge,),
        place=port,
        fixes=(on, _remove(edge, safe=False)),
    )


@code
def input_missing(node: str, name: str, port: str, what: Said, fixes: tuple[Fix, ...] = ()) -> Problem:
    return problem(
        "input_missing",
        {"name": name, "port": port, "what": what},
        form="" if port == "input" else "port",
        nodes=(node,),
        place=port,
        fixes=fixes,
    )


@code
def too_few_inputs(
    node: str, name: str, layer: str, port: str, wanted: int, got: int, fixes: tuple[Fix, ...]
) -> Problem:
    return problem(
        "too_few_inputs",
        {"name": name, "layer": layer, "wanted": wanted, "got": got},
        nodes=(node,),
        place=port,
        evidence=str(got),
        fixes=fixes,
    )


@code
def too_many_inputs(
    node: str, name: str, layer: str, port: str, most: int, got: int, edges: tuple[str, ...]
) -> Problem:
    return problem(
        "too_many_inputs",
        {"name": name, "layer": layer, "port": port, "most": most, "got": got},
        nodes=(node,),
        edges=edges,
        place=port,
        evidence=str(got),
        fixes=(fix("keep_first", *(RemoveEdge(edge=edge) for edge in edges[most:]), safe=False, n=most),),
    )
