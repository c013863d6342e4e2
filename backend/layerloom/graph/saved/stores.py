"""Where Keras 3 keeps the numbers of each layer inside a `.keras` file: by class and count, not by name. Knows no file."""

import re
from collections.abc import Iterator

from layerloom.graph.saved.model import Model


def places(model: Model, path: str = "", store: str = "") -> Iterator[tuple[str, str]]:
    """(names of models and layer joined by `/`, the group in the HDF5 file) of every layer, in the file's order."""
    used: dict[str, int] = {}
    for layer in model.layers.values():
        if layer.object.operation:
            continue
        stem = snake(layer.object.class_name)
        number = used[stem] = used.get(stem, -1) + 1
        here = f"{store}layers/{stem}_{number}" if number else f"{store}layers/{stem}"
        where = f"{path}/{layer.name}" if path else layer.name
        if layer.model is not None:
            yield from places(layer.model, where, f"{here}/")
        else:
            yield where, here


def snake(name: str) -> str:
    """Keras' own way from a class to a name: `Conv2DTranspose` → `conv2d_transpose`."""
    parted = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", re.sub(r"\W+", "", name))
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", parted).lower()
