"""Keras' own file, loaded again by a process that did not write it: the run's, its optimizer in it, or a new one with fresh weights."""

import json
import shutil
import zipfile
from pathlib import Path

import keras
import numpy as np

from layerloom.engine import compile as compiling
from layerloom.engine import own
from layerloom.engine.build import alone
from layerloom.engine.deep import deep
from layerloom.engine.exports import Needs, Runner
from layerloom.engine.exports.subject import Arrays, Subject

FILE = "model.keras"
NAMES = "names.json"
OWN = "own.json"


def write(subject: Subject, folder: Path) -> None:
    """Compiled where every output has a loss."""
    if subject.weights is not None:
        shutil.copyfile(subject.weights, folder / FILE)
    else:
        if all(output.loss for output in subject.plan.outputs):
            subject.model.compile(**compiling.arguments(subject.plan))
            subject.model.optimizer.build(
                subject.model.trainable_variables
            )  # without its slots it cannot be loaded again
        deep(lambda: subject.model.save(folder / FILE))
    (folder / NAMES).write_text(json.dumps({"inputs": subject.inputs, "outputs": subject.outputs}))
    (folder / OWN).write_text(json.dumps(own.sources(subject.plan)))


def runner(folder: Path) -> Runner:
    names = json.loads((folder / NAMES).read_text())
    own.know_all(json.loads((folder / OWN).read_text()))
    model = deep(lambda: keras.models.load_model(folder / FILE, compile=False))
    return called(model, names["inputs"], names["outputs"])


def called(model: object, inputs: dict[str, str], outputs: dict[str, str]) -> Runner:
    """A model in memory, by the names that a file would have."""

    def run(rows: Arrays) -> Arrays:
        given = {name: keras.ops.convert_to_tensor(rows[port]) for name, port in inputs.items()}
        found = model(alone(given), training=False)  # type: ignore[operator]
        named = found if isinstance(found, dict) else {next(iter(outputs)): found}
        return {port: np.asarray(keras.ops.convert_to_numpy(named[name])) for name, port in outputs.items()}

    return run


def smallest(folder: Path) -> Needs:
    with zipfile.ZipFile(folder / FILE) as archive:
        version = json.loads(archive.read("metadata.json"))["keras_version"]
    return Needs("", f"Keras {version}")
