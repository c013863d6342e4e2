"""Wording of a last layer, a loss and metrics that do not go together, or not with what is to be learned."""

from collections.abc import Sequence

from layerloom.graph.problems import Fix, Problem, SetField, SetParam, fix, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import Shape, names, sample, shape
from layerloom.words import Phrase, Said

Fixes = tuple[Fix, ...]


@code
def units_differ_from_classes(
    nodes: tuple[str, ...], last: str, target: str, units: int, classes: int, fixes: Fixes
) -> Problem:
    return problem(
        "units_differ_from_classes",
        {"last": last, "target": target, "units": units, "classes": classes},
        nodes=nodes,
        place="units",
        evidence=f"units={units}, classes={classes}",
        fixes=fixes,
    )


@code
def one_unit_for_classes(
    nodes: tuple[str, ...], last: str, target: str, classes: int, loss: str, fixes: Fixes
) -> Problem:
    return problem(
        "one_unit_for_classes",
        {"last": last, "target": target, "classes": classes, "loss": loss},
        nodes=nodes,
        place="units",
        evidence=f"units=1, classes={classes}, loss={loss}",
        fixes=fixes,
    )


@code
def units_for_one_number(
    nodes: tuple[str, ...], last: str, target: str, units: int, what: Said, fixes: Fixes
) -> Problem:
    return problem(
        "units_for_one_number",
        {"last": last, "target": target, "units": units, "what": what},
        nodes=nodes,
        place="units",
        evidence=f"units={units}",
        fixes=fixes,
    )


@code
def softmax_on_one_unit(nodes: tuple[str, ...], last: str, fixes: Fixes) -> Problem:
    return problem(
        "softmax_on_one_unit",
        {"last": last},
        nodes=nodes,
        place="activation",
        evidence="units=1, activation=softmax",
        fixes=fixes,
    )


@code
def loss_wants_probabilities(nodes: tuple[str, ...], last: str, loss: str, activation: str, fixes: Fixes) -> Problem:
    return problem(
        "loss_wants_probabilities",
        {"last": last, "loss": loss, "activation": activation},
        nodes=nodes,
        place="loss",
        evidence=f"activation={activation}, from_logits=false",
        fixes=fixes,
    )


@code
def logits_already_probabilities(
    nodes: tuple[str, ...], last: str, loss: str, activation: str, fixes: Fixes
) -> Problem:
    return problem(
        "logits_already_probabilities",
        {"last": last, "loss": loss, "activation": activation, "Activation": activation.capitalize()},
        severity="warning",
        nodes=nodes,
        place="loss",
        evidence=f"activation={activation}, from_logits=true",
        fixes=fixes,
    )


@code
def loss_wants_classes(node: str, target: str, loss: str, kind: str, fixes: Fixes) -> Problem:
    """`kind` is `number` or `picture`."""
    return problem(
        "loss_wants_classes",
        {"target": target, "loss": loss},
        form="picture" if kind == "picture" else "",
        nodes=(node,),
        place="loss",
        evidence=loss,
        fixes=fixes,
    )


@code
def bounded_for_number(
    nodes: tuple[str, ...], last: str, target: str, activation: str, fixes: Fixes, severe: bool
) -> Problem:
    return problem(
        "bounded_for_number",
        {"last": last, "target": target, "activation": activation, "Activation": activation.capitalize()},
        severity="error" if severe else "warning",
        nodes=nodes,
        place="activation",
        evidence=f"activation={activation}",
        fixes=fixes,
    )


@code
def sigmoid_for_classes(nodes: tuple[str, ...], last: str, classes: int, fixes: Fixes) -> Problem:
    return problem(
        "sigmoid_for_classes",
        {"last": last, "classes": classes},
        severity="warning",
        nodes=nodes,
        place="activation",
        evidence="activation=sigmoid",
        fixes=fixes,
    )


@code
def output_not_flat(nodes: tuple[str, ...], name: str, last: str, got: Shape, wanted: int, fixes: Fixes) -> Problem:
    """`wanted` is how many numbers the output compares for each sample."""
    return problem(
        "output_not_flat",
        {"name": name, "last": last, "wanted": wanted, "shape": shape(got), "sample": sample(got)},
        nodes=nodes,
        evidence=shape(got),
        fixes=fixes,
    )


@code
def picture_shape_differs(
    nodes: tuple[str, ...], name: str, last: str, target: str, wanted: Shape, got: Shape, fixes: Fixes
) -> Problem:
    picture = shape((None, *wanted))
    return problem(
        "picture_shape_differs",
        {"name": name, "target": target, "picture": picture, "shape": shape(got), "last": last, "sample": sample(got)},
        nodes=nodes,
        evidence=f"{shape(got)}, {picture}",
        fixes=fixes,
    )


@code
def vocabulary_too_large(node: str, name: str, column: str, words: int, rows: int) -> Problem:
    """An Embedding with fewer rows than there are ids."""
    edit = SetParam(node=node, param="input_dim", value=words)
    return problem(
        "vocabulary_too_large",
        {"name": name, "column": column, "words": words, "rows": rows},
        nodes=(node,),
        place="input_dim",
        evidence=f"input_dim={rows}, words={words}",
        fixes=(fix("set", edit, safe=True, what="input_dim", value=words),),
    )


@code
def metric_cannot_work(
    node: str, metric: str, target: str, reason: Phrase, better: Sequence[str], fixes: Fixes
) -> Problem:
    return problem(
        "metric_cannot_work",
        {"metric": metric, "target": target, "reason": reason, "better": names(better, last="or")},
        nodes=(node,),
        place="metrics",
        evidence=metric,
        fixes=fixes,
    )


@code
def nothing_to_learn(frozen: Sequence[tuple[str, str]]) -> Problem:
    edits = tuple(SetField(node=node, field="trainable", value=True) for node, _ in frozen)
    return problem(
        "nothing_to_learn",
        {"frozen": names(name for _, name in frozen)} if frozen else {},
        form="" if frozen else "no_weights",
        severity="warning",
        nodes=tuple(node for node, _ in frozen),
        evidence="trainable_params=0",
        fixes=(fix("make_trainable", *edits, safe=False),) if frozen else (),
    )
