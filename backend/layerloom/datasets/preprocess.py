"""Plan + rows + the training part → constants (`Fitted`), and with them the exact float32 arrays a model is fed.

Every operation is elementwise and in a fixed order, so an exported script with the same constants gets the same bits:
numbers `((filled - mean) / scale)` in float64, then float32; pictures float32 first, then `(x - offset) / scale`.
"""

import numpy as np

from layerloom.datasets.arrays import Rows
from layerloom.graph import suggestion
from layerloom.graph.data import Column, Fitted, FittedColumn, FittedInput, FittedTarget
from layerloom.graph.plan import Plan, PlanInput, PlanOutput

Arrays = dict[str, np.ndarray]


def usable(plan: Plan, rows: Rows) -> np.ndarray:
    """Sorted numbers of the rows that take part: the target is known, and nothing is missing where rows are to be dropped."""
    keep = np.ones(len(rows), bool)
    for output in plan.outputs:
        keep &= ~missing(rows.columns[_column(output, rows).name])
    if rows.missing == "drop":
        for name in {name for input in plan.inputs for name in _bound(input, plan, rows)}:
            keep &= ~missing(rows.columns[name])
    return np.flatnonzero(keep)


def labels(plan: Plan, rows: Rows) -> np.ndarray | None:
    """Class of every row, of the first output that tells classes apart: what a stratified split goes by. None without such an output."""
    for output in plan.outputs:
        column = _column(output, rows)
        if _kind(output, column) == "class":
            return rows.columns[column.name]
    return None


def fit(plan: Plan, rows: Rows, train_idx: np.ndarray, validation_rows: int = 0) -> Fitted:
    """Medians, means and spreads are those of the rows `train_idx` alone."""
    return Fitted(
        inputs=tuple(_fit_input(input, plan, rows, train_idx) for input in plan.inputs),
        targets=targets(plan, rows),
        train_rows=len(train_idx),
        validation_rows=validation_rows,
        data_hash=rows.hash(),
    )


def targets(plan: Plan, rows: Rows) -> tuple[FittedTarget, ...]:
    """How each output's target column is written; nothing in it depends on the split."""
    return tuple(_fit_target(output, rows) for output in plan.outputs)


def apply(fitted: Fitted, rows: Rows, idx: np.ndarray) -> tuple[Arrays, Arrays]:
    """(inputs, targets) of the rows `idx`, by the names of Input and Output nodes.

    Inputs float32: (rows, width) or (rows, height, width, channels). Targets: int32 classes (rows,), float32 one-hot
    (rows, classes), or float32 numbers (rows, 1).
    """
    inputs = {input.name: _apply_input(input, rows, idx) for input in fitted.inputs}
    targets = {target.name: _apply_target(target, rows, idx) for target in fitted.targets}
    return inputs, targets


def missing(values: np.ndarray) -> np.ndarray:
    """Where a column has no value: NaN, or a category code of -1."""
    return np.isnan(values) if values.dtype.kind == "f" else values < 0


def _fit_input(input: PlanInput, plan: Plan, rows: Rows, train_idx: np.ndarray) -> FittedInput:
    if rows.spec.form == "image":
        pictures = rows.columns["image"][train_idx]
        offset, scale = 0.0, 1.0
        if input.scaling == "standardise":
            offset, scale = float(pictures.mean()), float(pictures.std()) or 1.0
        elif input.scaling in ("auto", "unit"):
            low, high = rows.spec.image_range or (float(pictures.min()), float(pictures.max()))
            offset, scale = low, (high - low) or 1.0
        return FittedInput(node=input.node, name=input.name, image_offset=offset, image_scale=scale)
    found = {column.name: column for column in rows.spec.columns}
    columns = (found[name] for name in _bound(input, plan, rows))
    return FittedInput(
        node=input.node,
        name=input.name,
        columns=tuple(_fit_column(column, rows.columns[column.name][train_idx], input.scaling) for column in columns),
    )


def _fit_column(column: Column, values: np.ndarray, scaling: str) -> FittedColumn:
    if column.kind == "category":
        return FittedColumn(name=column.name, kind="category", categories=column.categories)
    known = values[~np.isnan(values)]
    # A cell may be missing in the validation part alone, so the median is kept whenever the file misses any.
    fill = float(np.median(known)) if len(known) else 0.0
    filled = np.where(np.isnan(values), fill, values)
    mean, scale = 0.0, 1.0
    if scaling in ("auto", "standardise"):
        mean, scale = float(filled.mean()), float(filled.std())
    elif scaling == "unit":
        mean, scale = float(filled.min()), float(np.ptp(filled))
    if np.ptp(filled) == 0:  # the spread of equal numbers may be a rounding error: dividing by it would blow it up
        scale = 1.0
    return FittedColumn(name=column.name, kind="number", fill=fill if column.missing else None, mean=mean, scale=scale)


def _fit_target(output: PlanOutput, rows: Rows) -> FittedTarget:
    column = _column(output, rows)
    if _kind(output, column) == "number":
        return FittedTarget(node=output.node, name=output.name, column=column.name, kind="number")
    classes = output.classes or column.categories
    return FittedTarget(
        node=output.node,
        name=output.name,
        column=column.name,
        kind="class",
        classes=classes,
        one_hot=suggestion.one_hot(output.loss.name if output.loss else None, len(classes)),
    )


def _apply_input(input: FittedInput, rows: Rows, idx: np.ndarray) -> np.ndarray:
    if not input.columns:
        pictures: np.ndarray = rows.columns["image"][idx].astype("float32")
        return (pictures - np.float32(input.image_offset)) / np.float32(input.image_scale)
    parts = [_apply_column(column, rows.columns[column.name][idx]) for column in input.columns]
    return np.concatenate(parts, axis=1)


def _apply_column(column: FittedColumn, values: np.ndarray) -> np.ndarray:
    if column.kind == "category":
        return _one_hot(values, len(column.categories))
    if column.fill is not None:
        values = np.where(np.isnan(values), column.fill, values)
    scaled: np.ndarray = ((values - column.mean) / column.scale).astype("float32")[:, None]
    return scaled


def _apply_target(target: FittedTarget, rows: Rows, idx: np.ndarray) -> np.ndarray:
    values = rows.columns[target.column][idx]
    if target.kind == "number":
        numbers: np.ndarray = ((values - target.mean) / target.scale).astype("float32")[:, None]
        return numbers
    return _one_hot(values, len(target.classes)) if target.one_hot else values


def _one_hot(codes: np.ndarray, classes: int) -> np.ndarray:
    """float32 (rows, classes); a code of -1 is all zeros."""
    rows: np.ndarray = (codes[:, None] == np.arange(classes)).astype("float32")
    return rows


def _column(output: PlanOutput, rows: Rows) -> Column:
    name = output.target or rows.spec.target
    return next(column for column in (*rows.spec.columns, *rows.spec.targets) if column.name == name)


def _kind(output: PlanOutput, column: Column) -> str:
    return output.kind or ("number" if column.kind == "number" else "class")


def _bound(input: PlanInput, plan: Plan, rows: Rows) -> tuple[str, ...]:
    """Columns of a table that flow into this input, in order; none for pictures."""
    if rows.spec.form == "image":
        return ()
    if input.columns:
        return input.columns
    targets = {_column(output, rows).name for output in plan.outputs}
    return tuple(
        column.name
        for column in rows.spec.columns
        if column.kind in ("number", "category") and column.name not in targets
    )
