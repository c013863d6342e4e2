"""Where data comes from → its rows as arrays, exactly as they are in the source: nothing filled, scaled or left out.

Missing numbers are NaN, missing categories -1. Only child processes call this.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from layerloom.datasets import builtin_arrays, csv_texts, made, registry
from layerloom.datasets.packed_text import packed, unpacked
from layerloom.graph.data import DataSpec
from layerloom.graph.schema import BuiltinData, DataSource, GeneratedData, ImagesData


@dataclass(frozen=True, slots=True)
class Rows:
    """The whole data set. `columns`: float64 numbers, int32 codes and texts of shape (rows,), pictures and series float64
    (rows, *shape of the column); pictures of a zip uint8."""

    spec: DataSpec
    columns: dict[str, np.ndarray]
    missing: str = "fill"
    """What is to become of rows with empty cells: `fill` or `drop`."""

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    def hash(self) -> str:
        """sha256 over the description and every value: two runs with the same one saw the same data."""
        digest = hashlib.sha256(self.spec.model_dump_json().encode())
        for name, values in sorted(self.columns.items()):
            digest.update(f"\n{name} {values.dtype.str} {values.shape}\n".encode())
            plain = packed(values) if values.dtype == object else values
            digest.update(np.ascontiguousarray(plain).view(np.uint8).data)
        return digest.hexdigest()


def rows(source: DataSource, home: Path) -> Rows:
    """Raises Refused as `registry.spec` does."""
    spec = registry.spec(source, home)
    if isinstance(source, BuiltinData):
        return Rows(spec, builtin_arrays.columns(source.name))
    if isinstance(source, GeneratedData):
        return Rows(spec, made.columns(source))
    if isinstance(source, ImagesData):
        return Rows(spec, _pictures(source, spec, home))
    place = registry.folder(home, source.id)
    with np.load(place / "columns.npz", allow_pickle=False) as file:
        found = {name: file[f"{name}.npy"] for name in file.files}
    texts = [one.name for one in spec.columns if one.kind == "text"]
    kept = {name: unpacked(found[name], spec.rows) for name in texts if name in found}
    older = csv_texts.read(place / "data.csv", spec, [name for name in texts if name not in found])
    return Rows(spec, found | kept | older, source.missing)


def _pictures(source: ImagesData, spec: DataSpec, home: Path) -> dict[str, np.ndarray]:
    from layerloom.datasets import pictures

    classes = list(spec.columns[1].categories)
    path = registry.folder(home, source.id) / registry.ZIP
    return pictures.load_pictures(str(path), classes, *source.shape, source.fit == "crop")
