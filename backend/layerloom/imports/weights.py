"""The arrays of a checked file → one NPZ of our own, each under the name by which a built model is given it back.

The stranger's file is never opened again: what trains or serves later reads this one.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from layerloom.graph.saved.report import Weights
from layerloom.imports.hdf5 import Array, Store

LEGACY = "model_weights"
OPTIMIZER = ("optimizer", "optimizer_weights")


def of_keras(store: Store) -> Iterator[tuple[str, Array]]:
    """`layers/dense/vars/0`, as Keras 3 names them; its first releases said `_layer_checkpoint_dependencies` for `layers`."""
    for path, array in store.arrays.items():
        yield path.replace("_layer_checkpoint_dependencies", "layers"), array


def of_h5(store: Store) -> Iterator[tuple[str, Array]]:
    """`legacy/dense/0`: the arrays of a layer (of a model inside, all of its layers') in the order that Keras wrote them in."""
    root = LEGACY if LEGACY in store.groups else ""
    for layer in store.names(root, "layer_names"):
        group = f"{root}/{layer}" if root else layer
        for place, name in enumerate(store.names(group, "weight_names")):
            if (array := store.arrays.get(f"{group}/{name}")) is not None:
                yield f"legacy/{layer}/{place}", array
    for place, name in enumerate(store.names("optimizer_weights", "weight_names")):
        if (array := store.arrays.get(f"optimizer_weights/{name}")) is not None:
            yield f"optimizer_weights/{place}", array


def keep(arrays: Iterator[tuple[str, Array]], target: Path) -> tuple[Weights, list[str]]:
    """Writes them one by one, holding one in memory at a time. Also says which hold numbers that are not finite."""
    count = numbers = size = 0
    optimizer, odd = False, []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as file:
        for name, array in arrays:
            values = array.read()
            with file.open(f"{name}.npy", "w", force_zip64=True) as member:
                np.lib.format.write_array(member, values, allow_pickle=False)
            if values.dtype.kind == "f" and not np.isfinite(values).all():
                odd.append(name)
            if name.startswith(OPTIMIZER):
                optimizer = True
            else:
                count, numbers, size = count + 1, numbers + values.size, size + values.nbytes
    return Weights(arrays=count, numbers=numbers, bytes=size, optimizer=optimizer), odd
