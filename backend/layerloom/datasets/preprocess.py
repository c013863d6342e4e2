"""Plan + rows + the training part → constants (`Fitted`), and with them the exact arrays a model is fed.

Every operation is elementwise and in a fixed order, so an exported script with the same constants gets the same bits:
numbers and series `((filled - mean) / scale)` in float64, then float32; pictures float32 first, then `(x - mean) / scale`;
texts the ids of their words, int32. Raw cells stay as they are: str, or int64.
"""

from collections.abc import Iterable
from typing import Literal

import numpy as np

from layerloom.datasets import text
from layerloom.datasets.arrays import Rows
from layerloom.graph import suggestion
from layerloom.graph.data import Column, Fitted, FittedColumn, FittedInput, FittedTarget
from layerloom.graph.plan import Plan, PlanInput, PlanOutput

Arrays = dict[str, np.ndarray]


def usable(rows: Rows, complete: Iterable[str]) -> np.ndarray:
    """Sorted numbers of the rows that take part: they have a value in each of these columns."""
    keep = np.ones(len(rows), bool)
    for name in complete:
        keep &= ~missing(rows.columns[name])
    return np.flatnonzero(keep)


def fit(plan: Plan, rows: Rows, train_idx: np.ndarray, validation_rows: int = 0) -> Fitted:
    """Medians, means and spreads are those of the rows `train_idx` alone."""
    return Fitted(
        inputs=tuple(fit_input(input, rows, train_idx) for input in plan.inputs),
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

    Inputs: float32 (rows, width), float32 pictures and series (rows, *shape), or int32 ids of words (rows, length). Pictures of a
    zip are uint8 still: `late` says what becomes of them.
    Targets: int32 classes (rows,), float32 one-hot (rows, classes), float32 numbers (rows, 1), or float32 pictures.
    """
    inputs = {input.name: apply_input(input, rows, idx) for input in fitted.inputs}
    targets = {target.name: _apply_target(target, rows, idx) for target in fitted.targets}
    return inputs, targets


def late(fitted: Fitted) -> Arrays:
    """What a byte becomes, by the names of the inputs whose pictures are bytes still."""
    tables = ((input.name, table(input)) for input in fitted.inputs)
    return {name: one for name, one in tables if one is not None}


def table(input: FittedInput) -> np.ndarray | None:
    """float32 (256,): the number that each byte of its pictures becomes; None where there are none, or Keras itself converts them."""
    first = input.columns[0] if input.columns else None
    if first is None or not first.late or (first.mean, first.scale) == (0, 1):
        return None
    return _scaled_pictures(np.arange(256), first.mean, first.scale)


def as_fed(fitted: Fitted, inputs: Arrays) -> Arrays:
    """What `apply` gives, in numbers: four times the memory where pictures are bytes."""
    tables = late(fitted)
    return {name: tables[name][values] if name in tables else values for name, values in inputs.items()}


def missing(values: np.ndarray) -> np.ndarray:
    """Where a column has no value: NaN, or a category code of -1. Pictures, series and texts are always whole."""
    if values.ndim > 1 or values.dtype.kind in "UO":
        return np.zeros(len(values), bool)
    return np.isnan(values) if values.dtype.kind == "f" else values < 0


def fit_input(input: PlanInput, rows: Rows, train_idx: np.ndarray) -> FittedInput:
    columns = map(rows.spec.column, input.columns)
    return FittedInput(
        node=input.node,
        name=input.name,
        columns=tuple(_fit_column(column, rows.columns[column.name][train_idx], input) for column in columns if column),
        raw=_RAW.get(input.dtype, "") if input.scaling == "raw" else "",
        alone=input.shape == (),
    )


_RAW: dict[str, Literal["string", "int64"]] = {"string": "string", "int64": "int64"}


def _fit_column(column: Column, values: np.ndarray, input: PlanInput) -> FittedColumn:
    if input.scaling == "raw" and column.kind in ("category", "text"):
        return FittedColumn(name=column.name, kind=column.kind, categories=column.categories)
    match column.kind:
        case "category":
            return FittedColumn(name=column.name, kind="category", categories=column.categories)
        case "picture":
            mean, scale = _picture_scale(column, values, input.scaling)
            late = values.dtype == np.uint8 and input.scaling != "standardise"
            return FittedColumn(name=column.name, kind="picture", mean=mean, scale=scale, late=late)
        case "text":
            (length,) = input.shape
            words = tuple(text.vocabulary(values, column.words or 2))
            return FittedColumn(name=column.name, kind="text", vocabulary=words, length=length or 0)
    known = values[~np.isnan(values)]
    # A cell may be missing in the validation part alone, so the median is kept whenever the file misses any.
    fill = float(np.median(known)) if column.missing and len(known) else 0.0
    filled = np.where(np.isnan(values), fill, values)
    mean, scale = 0.0, 1.0
    if input.scaling in ("auto", "standardise"):
        mean, scale = float(filled.mean()), float(filled.std())
    elif input.scaling == "unit":
        mean, scale = float(filled.min()), float(np.ptp(filled))
    if np.ptp(filled) == 0:  # the spread of equal numbers may be a rounding error: dividing by it would blow it up
        scale = 1.0
    kind: Literal["series", "number"] = "series" if column.kind == "series" else "number"
    return FittedColumn(name=column.name, kind=kind, fill=fill if column.missing else None, mean=mean, scale=scale)


def _picture_scale(column: Column, pictures: np.ndarray, scaling: str) -> tuple[float, float]:
    if scaling == "standardise":
        return float(pictures.mean()), float(pictures.std()) or 1.0
    if scaling in ("auto", "unit"):
        low, high = pixels(column)
        return low, (high - low) or 1.0
    if scaling == "pixels":
        low, high = pixels(column)
        return low, ((high - low) or 1.0) / 255
    return 0.0, 1.0


def pixels(column: Column) -> tuple[float, float]:
    """What the pixels of a picture can be."""
    return column.minimum or 0.0, 1.0 if column.maximum is None else column.maximum


def _fit_target(output: PlanOutput, rows: Rows) -> FittedTarget:
    column = _column(output, rows)
    if _kind(output, column) == "number":
        return FittedTarget(node=output.node, name=output.name, column=column.name, kind="number")
    if column.kind == "picture":
        low, high = pixels(column)
        return FittedTarget(
            node=output.node, name=output.name, column=column.name, kind="picture", mean=low, scale=high - low
        )
    classes = output.classes or column.categories
    return FittedTarget(
        node=output.node,
        name=output.name,
        column=column.name,
        kind="class",
        classes=classes,
        one_hot=suggestion.one_hot(output.loss.name if output.loss else None, len(classes)),
    )


def apply_input(input: FittedInput, rows: Rows, idx: np.ndarray) -> np.ndarray:
    if input.raw:
        cells = [_raw(column, rows.columns[column.name][idx], input.raw) for column in input.columns]
        return cells[0] if input.alone else np.stack(cells, axis=1)
    parts = [_apply_column(column, rows.columns[column.name][idx]) for column in input.columns]
    return parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1)


def _raw(column: FittedColumn, values: np.ndarray, dtype: str) -> np.ndarray:
    """Cells as they stand in the table, (rows,): texts and names of categories as str, or whole numbers int64.

    A missing category is `[UNK]`, or -1: what Keras' lookups take for unknown and never learn as a word.
    """
    if column.kind == "text":
        return values.astype(object)
    if column.kind == "category":
        whole = dtype == "int64"
        names = [int(name) if whole else name for name in column.categories] + [-1 if whole else "[UNK]"]
        found: np.ndarray = np.array(names, dtype if whole else object)[values]
        return found
    if column.fill is not None:
        values = np.where(np.isnan(values), column.fill, values)
    rounded: np.ndarray = np.rint(values).astype("int64")
    return rounded


def _apply_column(column: FittedColumn, values: np.ndarray) -> np.ndarray:
    match column.kind:
        case "category":
            return _one_hot(values, len(column.categories))
        case "picture":
            return values if column.late else _scaled_pictures(values, column.mean, column.scale)
        case "text":
            return text.token_ids(values, list(column.vocabulary), column.length)
    if column.fill is not None:
        values = np.where(np.isnan(values), column.fill, values)
    scaled: np.ndarray = ((values - column.mean) / column.scale).astype("float32")
    return scaled if column.kind == "series" else scaled[:, None]


def _apply_target(target: FittedTarget, rows: Rows, idx: np.ndarray) -> np.ndarray:
    values = rows.columns[target.column][idx]
    match target.kind:
        case "number":
            numbers: np.ndarray = ((values - target.mean) / target.scale).astype("float32")[:, None]
            return numbers
        case "picture":
            return _scaled_pictures(values, target.mean, target.scale)
    return _one_hot(values, len(target.classes)) if target.one_hot else values


def _scaled_pictures(pictures: np.ndarray, mean: float, scale: float) -> np.ndarray:
    scaled: np.ndarray = (pictures.astype("float32") - np.float32(mean)) / np.float32(scale)
    return scaled


def _one_hot(codes: np.ndarray, classes: int) -> np.ndarray:
    """float32 (rows, classes); a code of -1 is all zeros."""
    rows: np.ndarray = (codes[:, None] == np.arange(classes)).astype("float32")
    return rows


def _column(output: PlanOutput, rows: Rows) -> Column:
    column = rows.spec.column(output.target or rows.spec.target)
    assert column is not None
    return column


def _kind(output: PlanOutput, column: Column) -> str:
    return output.kind or suggestion.target_kind(column)
