"""Wording of shapes that do not fit: what a layer wants, what it got, in a student's words."""

from collections.abc import Sequence

from layerloom.graph.problems import Fix, Problem, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import count, names, sample, shape

Shape = Sequence[int | None]
Got = Sequence[tuple[str, Shape]]
"""Name of a source and the shape it gives."""

KINDS = {1: "one number", 2: "a list", 3: "a sequence", 4: "a picture", 5: "a volume", 6: "a film of volumes"}
SIZES = {
    2: "(None, features)",
    3: "(None, steps, features)",
    4: "(None, height, width, channels)",
    5: "(None, depth, height, width, channels)",
    6: "(None, steps, depth, height, width, channels)",
}
_FILMS = {
    "ConvLSTM1D": "a sequence of rows",
    "ConvLSTM2D": "a sequence of pictures",
    "ConvLSTM3D": "a sequence of volumes",
}


def kind(rank: int) -> str:
    return KINDS.get(rank, f"{rank - 1} axes")


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
    wants = _FILMS.get(layer) or (kind(wanted[0]) if len(wanted) < 4 else f"at least {kind(min(wanted))}")
    sizes = " or ".join(SIZES[rank] for rank in wanted[:2] if rank in SIZES)
    step = f"{fixes[0].title}, or change what comes before." if fixes else "Change what comes before it."
    return problem(
        "wrong_rank",
        f"{layer} wants {wants}, it got {kind(len(got))}.",
        f"{layer} needs {sizes}. Received: {shape(got)} from `{source}`, {sample(got)}. {step}",
        nodes=(node,),
        edges=edges,
        place="input",
        evidence=evidence or f"{source} gives {shape(got)}",
        fixes=fixes,
    )


@code
def shapes_differ(
    node: str, layer: str, edges: tuple[str, ...], got: Got, evidence: str, fixes: tuple[Fix, ...]
) -> Problem:
    return problem(
        "shapes_differ",
        f"{layer} joins equal shapes, these differ.",
        f"{layer} works number by number, so all its inputs need one shape. Received: {_listed(got)}. "
        "Bring them to one shape, for example with a Dense or Conv layer, or use Concatenate.",
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
        "Concatenate cannot put these side by side.",
        f"All sizes but the one that is joined (axis {axis}) must be equal. Received: {_listed(got)}. "
        "Bring the others to one size first.",
        nodes=(node,),
        edges=edges,
        place="input",
        evidence=evidence,
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
        f"{layer} looks at more than there is.",
        f"Its window ({param}) of {window} must fit into what comes in. Received: {shape(got)} from `{source}`. "
        f'Use a smaller {param}, padding "same", or pool less before it.',
        nodes=(node,),
        edges=edges,
        place=param,
        evidence=evidence or f"{param}={shape(kernel)}, input {shape(got)}",
        fixes=fixes,
    )


@code
def reshape_does_not_fit(
    node: str, wanted: Shape, numbers: int, source: str, got: Shape, edges: tuple[str, ...], fixes: tuple[Fix, ...]
) -> Problem:
    return problem(
        "reshape_does_not_fit",
        "Reshape must keep every number.",
        f"`target_shape` must hold as many numbers as come in: {count(numbers)}. Received: {shape(wanted)} for {shape(got)} "
        f"from `{source}`. Choose sizes whose product is {count(numbers)}.",
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
        f"{layer} must know how wide its input is.",
        f"Weights are made for a fixed number of features. Received: {shape(got)} from `{source}`, whose last size is open. "
        "Give the Input a full shape, or put a GlobalAveragePooling layer before it.",
        nodes=(node,),
        edges=edges,
        place="input",
        evidence=evidence,
    )


@code
def shared_inputs_differ(
    node: str,
    owner: str,
    name: str,
    edges: tuple[str, ...],
    first: Shape,
    now: Shape,
    evidence: str,
    fixes: tuple[Fix, ...],
) -> Problem:
    return problem(
        "shared_inputs_differ",
        "A shared layer got inputs of two widths.",
        f"`{name}` uses the weights of `{owner}`, which were made for {shape(first)}. Received: {shape(now)}. "
        f"Bring both to one shape, or give `{name}` a layer of its own.",
        nodes=(node,),
        edges=edges,
        place="shares",
        evidence=evidence,
        fixes=fixes,
    )


@code
def layer_refused(node: str, name: str, layer: str, edges: tuple[str, ...], got: Got, evidence: str) -> Problem:
    return problem(
        "layer_refused",
        f"{layer} cannot take this.",
        f"Keras could not build `{name}` from its parameters and inputs. Received: {_listed(got)}. "
        "Keras' own words stand under evidence; check its parameters and what flows in.",
        nodes=(node,),
        edges=edges,
        evidence=evidence,
    )


@code
def too_many_parameters(node: str, name: str, layer: str, number: int, limit: int, got: Got) -> Problem:
    return problem(
        "too_many_parameters",
        f"{layer} would have {count(number)} parameters.",
        f"A model has at most {count(limit)} parameters here. Received: {count(number)} parameters; limit {count(limit)}. "
        f"`{name}` gets {_listed(got)}. Use fewer units or filters, or make its input smaller.",
        nodes=(node,),
        evidence=f"{count(number)} parameters; limit {count(limit)}",
    )


@code
def too_many_parameters_together(nodes: tuple[str, ...], largest: Sequence[str], number: int, limit: int) -> Problem:
    return problem(
        "too_many_parameters_together",
        f"The model would have {count(number)} parameters.",
        f"A model has at most {count(limit)} parameters here. Received: {count(number)} parameters; limit {count(limit)}. "
        f"The largest layers are {names(largest)}. Make them smaller.",
        nodes=nodes,
        evidence=f"{count(number)} parameters; limit {count(limit)}",
    )


def _listed(got: Got) -> str:
    return " and ".join(f"{shape(one)} from `{name}`" for name, one in got) or "nothing"
