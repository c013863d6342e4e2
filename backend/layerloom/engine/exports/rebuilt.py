"""For formats that carry no weights: what a process needs beside the file to run it again with the weights of the run."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from layerloom.engine.build import alone
from layerloom.engine.deep import deep
from layerloom.engine.exports import Runner
from layerloom.engine.exports.keras import called
from layerloom.engine.exports.subject import Subject, storable

WEIGHTS = "weights.npz"
NAMES = "names.json"
TAUGHT = "taught.npz"


def write_beside(subject: Subject, folder: Path) -> None:
    np.savez(folder / WEIGHTS, *subject.model.get_weights())
    if subject.taught is not None:
        np.savez(folder / TAUGHT, **{f"in_{name}": storable(rows) for name, rows in subject.taught.items()})  # type: ignore[arg-type]
    paths = [variable.path for variable in subject.model.weights]
    data = subject.plan.data.model_dump(mode="json") if subject.plan.data else None
    told = {"inputs": subject.inputs, "outputs": subject.outputs, "paths": paths, "data": data}
    (folder / NAMES).write_text(json.dumps(told))


def beside(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / NAMES).read_text())
    return found


def taught(folder: Path) -> dict[str, np.ndarray] | None:
    """The training part, by inputs, where layers of the model learn from it."""
    if not (folder / TAUGHT).is_file():
        return None
    with np.load(folder / TAUGHT, allow_pickle=False) as stored:
        return {name[3:]: stored[name] for name in stored.files}


def built_by(build_model: Callable[..., Any], folder: Path) -> Any:
    """What the script's own function makes, given the training part where it asks for it."""
    rows = taught(folder)
    return deep(lambda: build_model(*(() if rows is None else (alone(rows),))))


def with_weights(model: Any, folder: Path) -> Runner:
    """The model that the file made anew, holding the run's weights. Raises ValueError where it has others than the run's."""
    told = beside(folder)
    with np.load(folder / WEIGHTS, allow_pickle=False) as stored:
        weights = [stored[f"arr_{place}"] for place in range(len(stored.files))]
    paths = [variable.path for variable in model.weights]
    if sorted(paths) == sorted(told["paths"]) and len(set(paths)) == len(paths):
        by_path = dict(zip(told["paths"], weights, strict=True))
        weights = [by_path[path] for path in paths]
    model.set_weights(weights)
    return called(model, told["inputs"], told["outputs"])
