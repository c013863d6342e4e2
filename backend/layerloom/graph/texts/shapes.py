"""Wording of shapes that do not fit: what a layer wants, what it got, in a student's words."""

from collections.abc import Sequence

from layerloom.graph.problems import Fix, Problem, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import Got, Shape, sample, shape, what_came
from layerloom.words import Phrase, Said, listed, phrase

_FILMS = frozenset({"ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"})


def kind(rank: int) -> Phrase:
    """What a tensor with so many axes is, the batch counted: a picture, a sequence."""
    return phrase(f"kind-{rank}") if 1 <= rank <= 6 else phrase("kind-axes", n=rank - 1)


def _wanted(layer: str, ranks: Sequence[int]) -> Phrase:
    if layer in _FILMS:
        return phrase(f"kind-{layer}")
    return kind(ranks[0]) if len(ranks) < 4 else phrase("kind-at-least", kind=kind(min(ranks)))


@code
def wrong_rank(
    node: str,
    layer: str,
    edges: tuple[str, ...],
    source: str,
    got: Shape,
    wanted: Sequence[int],
    evidence: str,
    fixes: tuple[Fix, ...],
) -> Problem:
    mend = fixes[0].words if fixes else None
    return problem(
        "wrong_rank",
        {
            "layer": layer,
            "wants": _wanted(layer, wanted),
            "is": kind(len(got)),
            "sizes": listed([phrase(f"sizes-{rank}") for rank in wanted[:2] if 2 <= rank <= 6], "or"),
            "shape": shape(got),
            "source": source,
            "sample": sample(got),
            "step": phrase("step-mend-or-change", mend=mend) if mend else phrase("step-change-before"),
        },
        nodes=(node,),
        edges=edges,
        place="input",
        evidence=evidence or f"{source}: {shape(got)}",
        fixes=fixes,
    )


@code
def shapes_differ(
    node: str, layer: str, edges: tuple[str, ...], got: Got, evidence: str, fixes: tuple[Fix, ...]
) -> Problem:
    return problem(
        "shapes_differ",
        {"layer": layer, "got": what_came(got)},
        nodes=(node,),
        edges=edges,
        place="input",
        evidence=evidence,
        fixes=fixes,
    )


@code
def shapes_do_not_join(
    node: str, edges: tuple[str, ...], axis: int, got: Got, evidence: str, fixes: tuple[Fix, ...]
) -> Problem:
    return problem(
        "shapes_do_not_join",
        {"axis": str(axis), "got": what_came(got)},
        nodes=(node,),
        edges=edges,
        place="input",
        evidence=evidence,
        fixes=fixes,
    )


@code
def shapes_do_not_broadcast(
    node: str, op: str, edges: tuple[str, ...], got: Got, evidence: str, fixes: tuple[Fix, ...]
) -> Problem:
    return problem(
        "shapes_do_not_broadcast",
        {"op": op, "got": what_came(got)},
        nodes=(node,),
        edges=edges,
        evidence=evidence,
        fixes=fixes,
    )


@code
def matrices_do_not_fit(
    node: str, op: str, edges: tuple[str, ...], got: Got, first: int, second: int, evidence: str, fixes: tuple[Fix, ...]
) -> Problem:
    """`first` and `second` are the sizes that have to be equal."""
    return problem(
        "matrices_do_not_fit",
        {"op": op, "got": what_came(got), "first": first, "second": second},
        nodes=(node,),
        edges=edges,
        evidence=evidence,
        fixes=fixes,
    )


@code
def rows_lost(nodes: tuple[str, ...], output: str, source: str, got: Shape, fixes: tuple[Fix, ...]) -> Problem:
    return problem(
        "rows_lost",
        {"output": output, "source": source, "shape": shape(got)},
        nodes=nodes,
        evidence=f"{source}: {shape(got)}",
        fixes=fixes,
    )


@code
def rows_mixed(
    node: str,
    name: str,
    edges: tuple[str, ...],
    got: Shape,
    gives: Shape,
    numbers: tuple[int, int],
    fixes: tuple[Fix, ...],
) -> Problem:
    """`numbers` of one sample: before and after."""
    return problem(
        "rows_mixed",
        {"name": name, "got": shape(got), "gives": shape(gives), "before": numbers[0], "after": numbers[1]},
        nodes=(node,),
        edges=edges,
        evidence=f"{shape(got)} → {shape(gives)}",
        fixes=fixes,
    )


@code
def kernel_too_large(
    node: str,
    layer: str,
    param: str,
    kernel: Shape,
    edges: tuple[str, ...],
    source: str,
    got: Shape,
    evidence: str,
    fixes: tuple[Fix, ...],
) -> Problem:
    window = " × ".join(map(str, kernel))
    return problem(
        "kernel_too_large",
        {"layer": layer, "param": param, "window": window, "shape": shape(got), "source": source},
        nodes=(node,),
        edges=edges,
        place=param,
        evidence=evidence or f"{param}={shape(kernel)}, input {shape(got)}",
        fixes=fixes,
    )


@code
def wrong_numbers(
    node: str,
    layer: str,
    edges: tuple[str, ...],
    source: str,
    got: str,
    wanted: Sequence[str],
    fixes: tuple[Fix, ...],
) -> Problem:
    """`wanted` are of float, int and string; `got` is a dtype."""
    is_ = "string" if got == "string" else "float" if "float" in got else "int"
    wants = listed([phrase(f"numbers-{one}") for one in wanted], "or")
    return problem(
        "wrong_numbers",
        {"layer": layer, "wants": wants, "is": phrase(f"numbers-{is_}"), "dtype": got, "source": source},
        nodes=(node,),
        edges=edges,
        place="input",
        evidence=f"{source}: {got}",
        fixes=fixes,
    )


@code
def wrong_channels(
    node: str, layer: str, edges: tuple[str, ...], source: str, got: Shape, wanted: Sequence[str | int]
) -> Problem:
    wants = listed([str(one) for one in wanted], "or")
    return problem(
        "wrong_channels",
        {"layer": layer, "wants": wants, "n": got[-1] or 0, "shape": shape(got), "source": source},
        nodes=(node,),
        edges=edges,
        place="input",
        evidence=f"{source}: {shape(got)}",
    )


@code
def too_small(node: str, layer: str, edges: tuple[str, ...], source: str, got: Shape, least: int) -> Problem:
    return problem(
        "too_small",
        {"layer": layer, "least": least, "shape": shape(got), "source": source},
        nodes=(node,),
        edges=edges,
        place="input",
        evidence=f"{source}: {shape(got)}",
    )


@code
def one_value_each(node: str, layer: str, edges: tuple[str, ...], source: str, got: Shape) -> Problem:
    return problem(
        "one_value_each",
        {"layer": layer, "shape": shape(got), "source": source, "sample": sample(got)},
        nodes=(node,),
        edges=edges,
        place="input",
        evidence=f"{source}: {shape(got)}",
    )


@code
def equation_does_not_fit(node: str, layer: str, edges: tuple[str, ...], source: str, got: Shape, axes: int) -> Problem:
    return problem(
        "equation_does_not_fit",
        {"layer": layer, "axes": axes, "n": len(got) - 1, "shape": shape(got), "source": source},
        nodes=(node,),
        edges=edges,
        place="equation",
        evidence=f"{source}: {shape(got)}",
    )


@code
def reshape_does_not_fit(
    node: str, wanted: Shape, numbers: int, source: str, got: Shape, edges: tuple[str, ...], fixes: tuple[Fix, ...]
) -> Problem:
    return problem(
        "reshape_does_not_fit",
        {"numbers": numbers, "wanted": shape(wanted), "shape": shape(got), "source": source},
        nodes=(node,),
        edges=edges,
        place="target_shape",
        evidence=f"{shape(got)} → {shape(wanted)}",
        fixes=fixes,
    )


@code
def size_unknown(node: str, layer: str, edges: tuple[str, ...], source: str, got: Shape, evidence: str) -> Problem:
    return problem(
        "size_unknown",
        {"layer": layer, "shape": shape(got), "source": source},
        nodes=(node,),
        edges=edges,
        place="input",
        evidence=evidence,
    )


@code
def layer_refused(node: str, name: str, layer: Said, edges: tuple[str, ...], got: Got, evidence: str) -> Problem:
    return problem(
        "layer_refused",
        {"name": name, "layer": layer, "got": what_came(got)},
        nodes=(node,),
        edges=edges,
        evidence=evidence,
    )
