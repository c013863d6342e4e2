"""Wording of what is wrong between the graph's ends and the data: columns, targets, shapes."""

from collections.abc import Sequence
from typing import Literal

from layerloom.graph.problems import Fix, Problem, SetField, fix, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import Shape, names, nearest, shape, short
from layerloom.words import Phrase, Said, phrase


def _columns(id: str, node: str, kept: Sequence[str] | None, safe: bool = False, **values: Said) -> Fix:
    value = None if kept is None else list(kept)
    return fix(id, SetField(node=node, field="columns", value=value), safe=safe, **values)


def _leave_out(node: str, column: str, columns: Sequence[str]) -> Fix:
    return _columns("leave_out", node, [one for one in columns if one != column] or None, what=column[:40])


@code
def unknown_column(node: str, name: str, column: str, data: Said, known: list[str], columns: Sequence[str]) -> Problem:
    guess = nearest(column, known)
    fixes: tuple[Fix, ...] = ()
    if guess and guess not in columns:
        fixes = (_columns("use", node, [guess if one == column else one for one in columns], safe=True, what=guess),)
    step = phrase("step-did-you-mean", guess=f"`{guess}`") if guess else phrase("step-among-columns")
    return problem(
        "unknown_column",
        {"name": name, "column": short(column), "data": data, "known": names(known), "step": step},
        nodes=(node,),
        place="columns",
        evidence=column[:200],
        fixes=(*fixes, _leave_out(node, column, columns)),
    )


@code
def column_not_usable(node: str, name: str, column: str, kind: str, columns: Sequence[str]) -> Problem:
    return problem(
        "column_not_usable",
        {"name": name, "column": column, "holds": phrase(f"column-holds-{kind}")},
        nodes=(node,),
        place="columns",
        evidence=kind,
        fixes=(_leave_out(node, column, columns),),
    )


@code
def column_twice(node: str, name: str, column: str, columns: Sequence[str]) -> Problem:
    return problem(
        "column_twice",
        {"name": name, "column": column},
        nodes=(node,),
        place="columns",
        evidence=column,
        fixes=(_columns("take_once", node, list(dict.fromkeys(columns)), safe=True),),
    )


@code
def columns_do_not_mix(node: str, name: str, parts: Sequence[Sequence[str]]) -> Problem:
    """Each of `parts` can be an input by itself."""
    columns = [one for part in parts for one in part]
    return problem(
        "columns_do_not_mix",
        {"name": name, "columns": names(columns)},
        nodes=(node,),
        place="columns",
        evidence=", ".join(columns)[:200],
        fixes=tuple(
            _columns("take", node, part, what=part[0][:40])
            if len(part) == 1
            else _columns("take_columns", node, part, n=len(part))
            for part in parts[:4]
        ),
    )


@code
def input_without_columns(node: str, name: str, data: Said) -> Problem:
    return problem("input_without_columns", {"name": name, "data": data}, nodes=(node,), place="columns")


@code
def input_shape_missing(node: str, name: str) -> Problem:
    return problem("input_shape_missing", {"name": name}, nodes=(node,), place="shape")


@code
def bad_shape(node: str, name: str, received: str, reason: Phrase) -> Problem:
    return problem(
        "bad_shape",
        {"name": name, "received": received, "reason": reason},
        nodes=(node,),
        place="shape",
        evidence=received,
    )


@code
def shape_disagrees(node: str, name: str, given: Shape, found: Shape, data: Said) -> Problem:
    return problem(
        "shape_disagrees",
        {"name": name, "given": shape(given), "found": shape(found), "data": data},
        nodes=(node,),
        place="shape",
        evidence=f"{shape(given)}, {shape(found)}",
        fixes=(fix("shape_of_data", SetField(node=node, field="shape", value=None), safe=True),),
    )


@code
def bad_dtype(node: str, name: str, dtype: str, known: list[str]) -> Problem:
    guess = nearest(dtype, known) or "float32"
    return problem(
        "bad_dtype",
        {"name": name, "dtype": short(dtype), "known": names(known, last="or", most=20), "guess": guess},
        nodes=(node,),
        place="dtype",
        evidence=dtype[:100],
        fixes=(fix("use", SetField(node=node, field="dtype", value=guess), safe=True, what=guess),),
    )


@code
def target_missing(node: str, name: str, data: Said, known: list[str]) -> Problem:
    return problem(
        "target_missing",
        {"name": name, "data": data, "known": names(known, last="or")},
        nodes=(node,),
        place="target",
        fixes=tuple(_predict(node, column, safe=False) for column in known[:3]),
    )


@code
def unknown_target(node: str, name: str, column: str, data: Said, known: list[str], default: str | None) -> Problem:
    guess = nearest(column, known) or default
    return problem(
        "unknown_target",
        {"name": name, "column": short(column), "data": data, "known": names(known, last="or")},
        nodes=(node,),
        place="target",
        evidence=column[:200],
        fixes=(_predict(node, guess, safe=True),) if guess else (),
    )


@code
def target_not_usable(node: str, name: str, column: str, reason: Phrase) -> Problem:
    return problem(
        "target_not_usable",
        {"name": name, "column": column, "reason": reason},
        nodes=(node,),
        place="target",
        evidence=str(reason),
    )


@code
def target_leak(nodes: tuple[str, ...], input_name: str, column: str, kept: Sequence[str]) -> Problem:
    return problem(
        "target_leak",
        {"name": input_name, "column": column},
        nodes=nodes,
        place="columns",
        evidence=column,
        fixes=(_columns("leave_out", nodes[0], kept or None, what=column[:40]),),
    )


@code
def no_data(severity: Literal["error", "warning"] = "warning") -> Problem:
    """A warning while drawing, an error to one who trains."""
    return problem("no_data", severity=severity, place="data")


def _predict(node: str, column: str, safe: bool) -> Fix:
    return fix("predict", SetField(node=node, field="target", value=column), safe=safe, what=column)
