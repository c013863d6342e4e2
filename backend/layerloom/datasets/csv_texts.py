"""Columns of text of an upload that was read before texts were kept as arrays → the texts, from the file itself, which is kept beside them."""

from pathlib import Path

import numpy as np

from layerloom.datasets import csv_text
from layerloom.datasets.csv_columns import is_missing
from layerloom.graph.data import DataSpec


def read(path: Path, spec: DataSpec, names: list[str]) -> dict[str, np.ndarray]:
    """str in object arrays (rows,), as `arrays.rows` gives them; a cell without a value is empty."""
    if not names:
        return {}
    form = csv_text.Form(spec.csv.encoding, spec.csv.delimiter) if spec.csv else csv_text.examine(path)
    places = {column.name: place for place, column in enumerate(spec.columns)}
    found: dict[str, list[str]] = {name: [] for name in names}
    skipped = spec.csv is not None and not spec.csv.header
    for chunk in csv_text.chunks(path, form):
        table = chunk.rows if skipped else chunk.rows[1:]
        skipped = True
        for name, cells in found.items():
            taken = (row[places[name]] for row in table)
            cells += ["" if is_missing(cell) else cell.strip() for cell in taken]
    return {name: np.array(cells, object) for name, cells in found.items()}
