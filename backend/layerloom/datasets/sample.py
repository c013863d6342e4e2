"""A data source → some of its rows as they would be shown: what a child answers, so that the web process makes no arrays."""

from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from layerloom.datasets import arrays
from layerloom.graph.data import Column
from layerloom.graph.schema import DataSource

SOURCE: TypeAdapter[DataSource] = TypeAdapter(DataSource)
Cell = str | float | list[float] | None


def sample(request: dict[str, Any]) -> dict[str, Any]:
    """{"source", "rows"} → {"columns", "rows"}; the source is a set that needs no upload.

    A picture is its pixels from 0 to 1, a series its numbers, each as one flat list; a category its name; a missing number None.
    """
    found = arrays.rows(SOURCE.validate_python(request["source"]), Path())
    last = min(request["rows"], len(found))
    shown = [_cells(column, found.columns[column.name][:last]) for column in found.spec.columns]
    return {"columns": [column.name for column in found.spec.columns], "rows": list(zip(*shown, strict=True))}


def _cells(column: Column, values: np.ndarray) -> list[Cell]:
    match column.kind:
        case "picture":
            low, high = column.minimum or 0.0, 1.0 if column.maximum is None else column.maximum
            return list(np.round((values - low) / (high - low), 3).reshape(len(values), -1).tolist())
        case "series":
            return list(np.round(values, 4).reshape(len(values), -1).tolist())
        case "category":
            return [column.categories[code] if code >= 0 else None for code in values]
        case "text":
            return [str(text) for text in values]
    return [None if np.isnan(value) else float(f"{value:.6g}") for value in values]
