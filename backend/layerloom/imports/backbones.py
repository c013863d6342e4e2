"""A file that may be a backbone's weights → nothing, or the reason why it is another. In a jailed child; no Keras.

A file whose hash Keras publishes is known by it and not looked into. Of any other nothing is believed: plain numbers, in the layers and shapes of
this very model, as Keras takes them out of it one after another.
"""

import hashlib
from pathlib import Path
from typing import Any

from layerloom.graph.problems import Refused, problem
from layerloom.imports import hdf5, weights
from layerloom.words import Said


def check(request: dict[str, Any]) -> dict[str, Any]:
    """{"path", "given": what it was called, "application", "file": {"name", "hash"}, "layers": shapes of each layer's arrays}. Raises Refused:
    415 for a damaged file, 422 for another one."""
    path, hash = Path(request["path"]), str(request["file"]["hash"])
    told: dict[str, Said] = {
        "name": str(request["application"]),
        "file": str(request["file"]["name"]),
        "hash": hash,
        "given": str(request["given"])[:100],
    }
    if hash:
        kind = "sha256" if len(hash) == 64 else "md5"
        with path.open("rb") as opened:
            got = hashlib.file_digest(opened, kind).hexdigest()
        if got != hash:
            raise _another(told, "hash", f"{kind} {got}")
        return {}
    with hdf5.opened(path) as store:
        there = list(_layers(store))
    here = [[tuple(shape) for shape in layer] for layer in request["layers"]]
    for place, (theirs, mine) in enumerate(zip(there, here, strict=False)):
        if theirs != mine:
            raise _another(told, "layers", f"{place + 1}: {theirs} ≠ {mine}")
    if len(there) != len(here):
        raise _another(told, "layers", f"{len(there)} ≠ {len(here)}")
    return {}


def _layers(store: hdf5.Store) -> Any:
    root = weights.LEGACY if weights.LEGACY in store.groups else ""
    for layer in store.names(root, "layer_names"):
        group = f"{root}/{layer}" if root else layer
        names = [f"{group}/{name}" for name in store.names(group, "weight_names")]
        if names:
            yield [tuple(store.arrays[name].dataset.shape) if name in store.arrays else None for name in names]


def _another(told: dict[str, Said], form: str, got: str) -> Refused:
    return Refused(
        problem("weights_of_another", told | {"got": got[:200]}, form=form, place="file", evidence=got[:200])
    )
