"""DataSpec + the name of a column → why it cannot be learned, before anything trains. Reads no rows."""

from layerloom.graph.data import Column, DataSpec
from layerloom.graph.problems import Problem, problem


def find(spec: DataSpec, target: str | None) -> Column | None:
    """The column of that name; None takes the data's own target."""
    wanted = target or spec.target
    return next((column for column in (*spec.targets, *spec.columns) if column.name == wanted), None)


def target_problems(spec: DataSpec, target: str | None) -> tuple[Problem, ...]:
    """Empty where the column can be learned."""
    column = find(spec, target)
    if column is None:
        return (_unknown(spec, target),)
    if column.missing >= spec.rows:
        return (_empty(column),)
    if column.kind == "constant" or (column.kind == "category" and len(column.categories) < 2):
        return (_single_class(column),)
    if column.kind in ("text", "identifier"):
        return (_not_usable(column),)
    return ()


def _unknown(spec: DataSpec, target: str | None) -> Problem:
    names = ", ".join(column.name for column in (*spec.targets, *spec.columns)[:12])
    return problem(
        "unknown_target",
        "The target column is not in the data.",
        f"A target is one of the data's columns: {names}. Received: {target or 'none'}. Choose one of them.",
        place="target",
        evidence=target or "",
    )


def _empty(column: Column) -> Problem:
    return problem(
        "empty_target",
        "The target column is empty.",
        f"A target needs a value in at least some rows. Received: “{column.name}” is empty in every row. "
        "Choose another target column.",
        place=column.name,
        evidence=f"{column.missing} missing",
    )


def _single_class(column: Column) -> Problem:
    only = column.categories[0] if column.categories else f"{column.minimum:g}" if column.minimum is not None else ""
    return problem(
        "single_class_target",
        "There is only one class to learn.",
        f"A target needs at least two classes. Received: “{column.name}” is “{only}” in every row. "
        "Choose another target column, or a file that holds more than one class.",
        place=column.name,
        evidence=f"{column.name}={only}",
    )


def _not_usable(column: Column) -> Problem:
    what = "a number or name of its own" if column.kind == "identifier" else "text of its own"
    return problem(
        "target_not_usable",
        "This column cannot be learned.",
        f"A target is a number, or a class that several rows share. Received: “{column.name}” holds {what} in nearly every row. "
        "Choose another target column.",
        place=column.name,
        evidence=column.kind,
    )
