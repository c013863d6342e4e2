"""Wording of a last layer, a loss and metrics that do not go together, or not with what is to be learned."""

from collections.abc import Sequence

from layerloom.graph.problems import Fix, Problem, SetField, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import names, sample, shape

Shape = Sequence[int | None]
Fixes = tuple[Fix, ...]


@code
def units_differ_from_classes(
    nodes: tuple[str, ...], last: str, target: str, units: int, classes: int, fixes: Fixes
) -> Problem:
    return problem(
        "units_differ_from_classes",
        f"{target} has {classes} classes, the last layer {units} unit{'s' if units != 1 else ''}.",
        f"Each class needs one unit of its own. Received: {units} from `{last}` for {classes} classes. Set its units to {classes}.",
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
        f"One unit cannot choose among {classes} classes.",
        f"{loss} compares one number for each class. Received: one number from `{last}` for the {classes} classes of `{target}`. "
        "Keras would not complain, and learn nothing. Give the last layer a unit for each class.",
        nodes=nodes,
        place="units",
        evidence=f"units=1, classes={classes}, loss={loss}",
        fixes=fixes,
    )


@code
def units_for_one_number(
    nodes: tuple[str, ...], last: str, target: str, units: int, what: str, fixes: Fixes
) -> Problem:
    return problem(
        "units_for_one_number",
        f"{target} is one number, the last layer gives {units}.",
        f"{what} needs one unit. Received: {units} from `{last}`. Set its units to 1.",
        nodes=nodes,
        place="units",
        evidence=f"units={units}",
        fixes=fixes,
    )


@code
def softmax_on_one_unit(nodes: tuple[str, ...], last: str, fixes: Fixes) -> Problem:
    return problem(
        "softmax_on_one_unit",
        "Softmax on one unit always says 1.",
        f"Softmax shares 1 among all units, and `{last}` has only one. Received: units=1, activation=softmax. "
        "Use sigmoid, or a unit for each class.",
        nodes=nodes,
        place="activation",
        evidence="units=1, activation=softmax",
        fixes=fixes,
    )


@code
def loss_wants_probabilities(nodes: tuple[str, ...], last: str, loss: str, activation: str, fixes: Fixes) -> Problem:
    return problem(
        "loss_wants_probabilities",
        f"{loss} wants probabilities.",
        f"Without from_logits the loss reads numbers between 0 and 1. Received: {activation} numbers from `{last}`. "
        "End with softmax or sigmoid, or set from_logits.",
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
        f"{activation.capitalize()} is applied twice.",
        f"With from_logits, {loss} makes probabilities itself. Received: probabilities from `{last}` ({activation}). "
        "Training would be slow and blunt. Switch from_logits off.",
        severity="warning",
        nodes=nodes,
        place="loss",
        evidence=f"activation={activation}, from_logits=true",
        fixes=fixes,
    )


@code
def loss_wants_classes(node: str, target: str, loss: str, fixes: Fixes) -> Problem:
    return problem(
        "loss_wants_classes",
        f"{loss} is for classes, {target} is a number.",
        f"This loss compares probabilities of classes. Received: `{target}`, a column of numbers. Use a loss for numbers.",
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
        f"{activation.capitalize()} cannot reach every number.",
        f"`{target}` can be any number, and {activation} stays between 0 and 1. Received: activation={activation} on `{last}`. "
        "Use linear for the last layer.",
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
        "Sigmoid lets several classes be right at once.",
        f"Exactly one of {classes} classes is right, so their probabilities should add up to 1. Received: activation=sigmoid on `{last}`. "
        "Use softmax.",
        severity="warning",
        nodes=nodes,
        place="activation",
        evidence="activation=sigmoid",
        fixes=fixes,
    )


@code
def output_not_flat(nodes: tuple[str, ...], name: str, last: str, got: Shape, wanted: str, fixes: Fixes) -> Problem:
    return problem(
        "output_not_flat",
        f"{name} wants one row of numbers, it got more.",
        f"`{name}` compares {wanted} for each sample. Received: {shape(got)} from `{last}`, {sample(got)}. "
        "Put Flatten or a GlobalAveragePooling layer before the last layer.",
        nodes=nodes,
        evidence=shape(got),
        fixes=fixes,
    )


@code
def metric_cannot_work(
    node: str, metric: str, target: str, reason: str, better: Sequence[str], fixes: Fixes
) -> Problem:
    return problem(
        "metric_cannot_work",
        f"{metric} cannot be measured here.",
        f"{metric} {reason}. Received: {metric} for `{target}`. Use {names(better, last='or')}.",
        nodes=(node,),
        place="metrics",
        evidence=metric,
        fixes=fixes,
    )


@code
def nothing_to_learn(frozen: Sequence[tuple[str, str]]) -> Problem:
    edits = tuple(SetField(node=node, field="trainable", value=True) for node, _ in frozen)
    reason = f"{names(name for _, name in frozen)} cannot change" if frozen else "no layer with weights"
    return problem(
        "nothing_to_learn",
        "Nothing in this model can learn.",
        f"Training changes weights, so at least one layer needs some that may change. Received: {reason}. "
        + ("Make a layer trainable." if frozen else "Put a Dense layer before the Output."),
        severity="warning",
        nodes=tuple(node for node, _ in frozen),
        evidence="trainable parameters: 0",
        fixes=(Fix(title="Make them trainable", safe=False, edits=edits),) if frozen else (),
    )
