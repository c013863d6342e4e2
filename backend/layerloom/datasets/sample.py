"""A data source → some of its rows as they would be shown: what a child answers, so that the web process makes no arrays."""

import base64
import io
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from layerloom.datasets import arrays, registry
from layerloom.graph.data import Column
from layerloom.graph.schema import DataSource, ImagesData

SOURCE: TypeAdapter[DataSource] = TypeAdapter(DataSource)
LOOKED_AT = 100
"""Pictures that are tried until enough were read."""
Cell = str | float | list[float] | None


def sample(request: dict[str, Any]) -> dict[str, Any]:
    """{"source", "rows", "home"} → {"columns", "rows"}; the source is a set that needs no upload, or one of pictures.

    A picture is its pixels from 0 to 1, a series its numbers, each as one flat list; a category its name; a missing number None.
    A zip's picture is a PNG as a data URL, as the model is shown it; as many of one class as of another.
    """
    source = SOURCE.validate_python(request["source"])
    if isinstance(source, ImagesData):
        return _pictures(source, Path(request["home"]), request["rows"])
    found = arrays.rows(source, Path())
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


def _pictures(source: ImagesData, home: Path, most: int) -> dict[str, Any]:
    from PIL import Image

    from layerloom.datasets import pictures

    spec = registry.spec(source, home)
    files = pictures.picture_files(str(registry.folder(home, source.id) / registry.ZIP))
    of: dict[str, list[str]] = {}
    for name, kind in pictures.picture_classes(files).items():
        of.setdefault(kind, []).append(name)
    turns = (name for turn in zip_longest(*(of[kind] for kind in spec.columns[1].categories)) for name in turn if name)
    classes = {name: kind for kind, names in of.items() for name in names}
    rows = []
    for name in islice(turns, LOOKED_AT):
        try:
            picture = pictures.decoded(files[name]())
        except Exception:  # left out, as in a run
            continue
        seen = pictures.pixels(picture, *source.shape, source.fit == "crop")
        written = io.BytesIO()
        Image.fromarray(seen if source.shape[2] == 3 else seen[..., 0]).save(written, "PNG")
        rows.append(("data:image/png;base64," + base64.b64encode(written.getvalue()).decode(), classes[name]))
        if len(rows) == most:
            break
    return {"columns": ["image", "class"], "rows": rows}
