"""Wording of what is wrong between the graph's ends and the data: columns, targets, shapes."""

from collections.abc import Sequence
from typing import Any, Literal

from layerloom.graph.problems import Fix, Problem, SetField, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import count, names, nearest, shape, short

Shape = Sequence[int | None]


def _columns(node: str, title: str, kept: Sequence[str] | None, safe: bool = False) -> Fix:
    value = None if kept is None else list(kept)
    return Fix(title=title, safe=safe, edits=(SetField(node=node, field="columns", value=value),))


@code
def unknown_column(node: str, name: str, column: str, data: str, known: list[str], columns: Sequence[str]) -> Problem:
    guess = nearest(column, known)
    fixes: tuple[Fix, ...] = ()
    if guess and guess not in columns:
        better = [guess if one == column else one for one in columns]
        fixes = (_columns(node, f"Use {guess}", better, safe=True),)
    fixes += (_columns(node, f"Leave out {column[:40]}", [one for one in columns if one != column] or None),)
    step = f"Did you mean `{guess}`?" if guess else "Choose among the columns of the data."
    return problem(
        "unknown_column",
        f"The data has no column {short(column)}.",
        f"`{name}` takes columns of {data}: {names(known)}. Received: {short(column)}. {step}",
        nodes=(node,),
        place="columns",
        evidence=column[:200],
        fixes=fixes,
    )


@code
def column_not_usable(node: str, name: str, column: str, kind: str, columns: Sequence[str]) -> Problem:
    reasons = {
        "text": "free text, which needs a layer that reads text",
        "constant": "the same value in every row, which teaches nothing",
        "identifier": "a different value in every row, like a number plate, which teaches nothing",
    }
    return problem(
        "column_not_usable",
        f"Column {column} cannot be an input.",
        f"Inputs are numbers or categories. Received: `{column}` holds {reasons.get(kind, kind)}. Leave it out of `{name}`.",
        nodes=(node,),
        place="columns",
        evidence=kind,
        fixes=(_columns(node, f"Leave out {column[:40]}", [one for one in columns if one != column] or None),),
    )


@code
def column_twice(node: str, name: str, column: str, columns: Sequence[str]) -> Problem:
    return problem(
        "column_twice",
        f"Column {column} stands twice in one input.",
        f"Each column enters an input once. Received: `{column}` twice in `{name}`. Remove one.",
        nodes=(node,),
        place="columns",
        evidence=column,
        fixes=(_columns(node, "Take it once", list(dict.fromkeys(columns)), safe=True),),
    )


@code
def input_without_columns(node: str, name: str, data: str) -> Problem:
    return problem(
        "input_without_columns",
        f"No column is left for {name}.",
        f"An Input takes at least one column of {data}. Received: every usable column is a target or another input's. "
        f"Give `{name}` columns of its own.",
        nodes=(node,),
        place="columns",
    )


@code
def input_shape_missing(node: str, name: str) -> Problem:
    return problem(
        "input_shape_missing",
        f"{name} has no shape yet.",
        "An Input takes its shape from the data, or from you. Received: neither. "
        "Choose data, or write a shape such as (28, 28, 1).",
        nodes=(node,),
        place="shape",
    )


@code
def bad_shape(node: str, name: str, received: Any, reason: str) -> Problem:
    return problem(
        "bad_shape",
        f"The shape of {name} makes no sense.",
        f"A shape has up to 6 sizes, each at least 1, or empty where unknown. Received: {received}: {reason}. Correct it.",
        nodes=(node,),
        place="shape",
        evidence=str(received),
    )


@code
def shape_disagrees(node: str, name: str, given: Shape, found: Shape, data: str) -> Problem:
    return problem(
        "shape_disagrees",
        f"{name} and the data have different shapes.",
        f"{data} gives {shape(found)} for each sample. Received: {shape(given)} for `{name}`. Take the shape of the data.",
        nodes=(node,),
        place="shape",
        evidence=f"{shape(given)}, {shape(found)}",
        fixes=(
            Fix(title="Take the shape of the data", safe=True, edits=(SetField(node=node, field="shape", value=None),)),
        ),
    )


@code
def bad_dtype(node: str, name: str, dtype: str, known: list[str]) -> Problem:
    guess = nearest(dtype, known) or "float32"
    return problem(
        "bad_dtype",
        f"{name} has a type Keras does not know.",
        f"Numbers are stored as {names(known, last='or', most=20)}. Received: {short(dtype)}. Use {guess}.",
        nodes=(node,),
        place="dtype",
        evidence=dtype[:100],
        fixes=(Fix(title=f"Use {guess}", safe=True, edits=(SetField(node=node, field="dtype", value=guess),)),),
    )


@code
def tensor_too_large(node: str, name: str, sizes: Shape, values: int, limit: int) -> Problem:
    return problem(
        "tensor_too_large",
        f"{name} is too large.",
        f"One sample of a tensor has at most {count(limit)} numbers. Received: {shape(sizes)}, that is {count(values)}. "
        "Make it smaller.",
        nodes=(node,),
        evidence=shape(sizes),
    )


@code
def target_missing(node: str, name: str, data: str, known: list[str]) -> Problem:
    return problem(
        "target_missing",
        f"{name} has no target.",
        f"An Output learns one column of {data}: {names(known, last='or')}. Received: none. Choose the column to predict.",
        nodes=(node,),
        place="target",
        fixes=tuple(
            Fix(title=f"Predict {column}", safe=False, edits=(SetField(node=node, field="target", value=column),))
            for column in known[:3]
        ),
    )


@code
def unknown_target(node: str, name: str, column: str, data: str, known: list[str], default: str | None) -> Problem:
    guess = nearest(column, known) or default
    return problem(
        "unknown_target",
        f"The data has no column {short(column)}.",
        f"`{name}` learns a column of {data}: {names(known, last='or')}. Received: {short(column)}. Choose one of them.",
        nodes=(node,),
        place="target",
        evidence=column[:200],
        fixes=(Fix(title=f"Predict {guess}", safe=True, edits=(SetField(node=node, field="target", value=guess),)),)
        if guess
        else (),
    )


@code
def target_not_usable(node: str, name: str, column: str, reason: str) -> Problem:
    return problem(
        "target_not_usable",
        f"Column {column} cannot be learned.",
        f"A target is a number or a category with at least two values. Received: `{column}` {reason}. Choose another column.",
        nodes=(node,),
        place="target",
        evidence=reason,
    )


@code
def target_leak(nodes: tuple[str, ...], input_name: str, column: str, kept: Sequence[str]) -> Problem:
    return problem(
        "target_leak",
        "The model is shown the answer.",
        f"What is to be predicted must not be an input. Received: `{column}` is the target and flows in through `{input_name}`. "
        f"Leave it out of `{input_name}`.",
        nodes=nodes,
        place="columns",
        evidence=column,
        fixes=(_columns(nodes[0], f"Leave out {column[:40]}", kept or None, safe=False),),
    )


@code
def no_data(severity: Literal["error", "warning"] = "warning") -> Problem:
    """A warning while drawing, an error to one who trains."""
    return problem(
        "no_data",
        "There is no data to train on yet.",
        "Shapes can be drawn without data, training needs some. Received: no data set. Choose one in the Data panel.",
        severity=severity,
        place="data",
    )
