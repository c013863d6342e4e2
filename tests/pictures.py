"""Zips and folders of pictures for tests: drawn here, small, of two kinds that are easily told apart."""

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from layerloom.datasets import uploads, zip_child

BASE = {"include_top": False, "pooling": "avg", "weights": None, "alpha": 0.35}
GRAPH: dict[str, Any] = {
    "version": 1,
    "keras_version": "3.15.1",
    "name": "Photos",
    "nodes": {
        "in": {"type": "input", "name": "photo"},
        "b": {"type": "backbone", "name": "base", "application": "MobileNetV2", "params": BASE, "freeze": None},
        "h": {"type": "layer", "name": "head", "layer": "Dense", "params": {"units": 2, "activation": "softmax"}},
        "out": {"type": "output", "name": "answer"},
    },
    "edges": {a + b: {"source": a, "target": b} for a, b in (("in", "b"), ("b", "h"), ("h", "out"))},
    "training": {"epochs": 1, "batch_size": 8},
    "layout": {id: {"x": 0, "y": 104 * place} for place, id in enumerate(("in", "b", "h", "out"))},
}
"""A photo into a backbone that learns from the beginning, and a head."""


def picture(kind: int, seed: int, side: int = 24, mode: str = "RGB") -> Image.Image:
    """Kind 0 is bright above, kind 1 below; both with noise."""
    values = np.random.default_rng([kind, seed]).integers(0, 90, (side, side, 3))
    half = slice(0, side // 2) if kind == 0 else slice(side // 2, None)
    values[half, :, kind % 3] += 150
    return Image.fromarray(values.astype("uint8")).convert(mode)


def encoded(picture: Image.Image, format: str = "PNG", **more: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, format, **more)
    return file.getvalue()


def members(each: int = 12, kinds: tuple[str, ...] = ("above", "below"), side: int = 24) -> dict[str, bytes]:
    """File names with their bytes: `each` pictures of every kind."""
    return {
        f"{kind}/{number:03}.png": encoded(picture(place, number, side))
        for place, kind in enumerate(kinds)
        for number in range(each)
    }


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return packed.getvalue()


def parse(tmp_path: Path, content: bytes, file_name: str = "pets.zip") -> dict[str, Any]:
    path = tmp_path / "data.zip"
    path.write_bytes(content)
    return zip_child.parse({"path": str(path), "file_name": file_name, "out": str(tmp_path), "id": "0" * 64})


def kept(home: Path, content: bytes, name: str = "pets.zip") -> dict[str, Any]:
    """The zip as an upload in its place; gives its source as JSON."""
    upload = uploads.receive(io.BytesIO(content), name, home)
    spec = uploads.accept(upload, zip_child.parse(upload.request), home)
    return upload.source(spec).model_dump(mode="json")


def unpacked(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder
