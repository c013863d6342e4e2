"""Wording of wires that arrive where they cannot, and of ports that nothing arrives at."""

from layerloom.graph.problems import AddEdge, Fix, Problem, RemoveEdge, problem
from layerloom.graph.schema import Edge
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import names


def _remove(edge: str, title: str = "Remove the wire", safe: bool = True) -> Fix:
    return Fix(title=title, safe=safe, edits=(RemoveEdge(edge=edge),))


@code
def unknown_port(
    node: str, name: str, port: str, side: str, known: list[str], edge: str, mended: Edge | None
) -> Problem:
    listed = names(known, last="or") if known else "none at all"
    fixes: tuple[Fix, ...] = (_remove(edge),)
    if mended:
        to = mended.target_port if side == "input" else mended.source_port
        better = Fix(title=f"Use {to}", safe=False, edits=(RemoveEdge(edge=edge), AddEdge(id=edge, edge=mended)))
        fixes = (better, *fixes)
    return problem(
        "unknown_port",
        f"{name} has no {side} {port[:60]}.",
        f"`{name}` has as {side}s: {listed}. Received: a wire at `{port[:100]}`. Wire it to one that exists.",
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
        f"Several wires arrive at one place of {name}.",
        f"`{port}` of `{name}` takes one wire. Received: {len(edges)}, from {names(sources)}. "
        "Keep one, or join them first with Concatenate or Add.",
        nodes=(node,),
        edges=edges,
        place=port,
        evidence=", ".join(sources)[:200],
        fixes=tuple(
            Fix(
                title=f"Keep only the wire from {kept}",
                safe=False,
                edits=tuple(RemoveEdge(edge=edge) for j, edge in enumerate(edges) if j != i),
            )
            for i, kept in enumerate(sources[:3])
        ),
    )


@code
def wrong_way_wire(node: str, name: str, edge: str, kind: str) -> Problem:
    reason = "Nothing flows out of an Output" if kind == "output" else "Nothing flows into an Input"
    return problem(
        "wrong_way_wire",
        f"A wire runs the wrong way at {name}.",
        f"{reason}. Received: a wire {'from' if kind == 'output' else 'into'} `{name}`. Remove it, or draw it the other way round.",
        nodes=(node,),
        edges=(edge,),
        fixes=(_remove(edge),),
    )


@code
def input_missing(node: str, name: str, port: str, what: str, fixes: tuple[Fix, ...] = ()) -> Problem:
    where = "nothing flows into it" if port == "input" else f"nothing arrives at `{port}`"
    return problem(
        "input_missing",
        f"Nothing flows into {name}." if port == "input" else f"{name} waits for {port}.",
        f"{what} needs a wire at `{port}`. Received: {where}. Wire a layer to it, or remove `{name}`.",
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
        f"{layer} has nothing to join.",
        f"`{name}` joins at least {wanted} tensors. Received: {got}. Wire another layer to it, or remove `{name}`.",
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
        f"{layer} joins {most} tensors at most.",
        f"`{name}` takes {most} wires at `{port}`. Received: {got}. Remove the others.",
        nodes=(node,),
        edges=edges,
        place=port,
        evidence=str(got),
        fixes=(Fix(title=f"Keep the first {most}", safe=False, edits=tuple(RemoveEdge(edge=e) for e in edges[most:])),),
    )
