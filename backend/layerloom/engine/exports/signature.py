"""A subject → a SavedModel with one signature whose inputs and outputs have the plan's names: what the other converters read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import keras

from layerloom.engine.build import alone
from layerloom.engine.deep import deep
from layerloom.engine.exports.subject import Subject, ports

ENDPOINT = "serve"


def write_signature(subject: Subject, folder: Path, batch: int | None = None) -> None:
    """`batch`: rows that every call takes; None leaves it open."""
    with _plain_names(subject.model):
        archive = keras.export.ExportArchive()
        archive.track(subject.model)
        deep(lambda: archive.add_endpoint(ENDPOINT, served(subject), input_signature=[specs(subject, batch)]))
        archive.write_out(near(folder), verbose=False)


def near(path: Path | str) -> str:
    """The path from where this process stands. TensorFlow asks `access()` whether a file is there, which forgets a jailed child's right to
    pass closed folders: from inside the child's own folder none has to be passed."""
    return os.path.relpath(path)


def served(subject: Subject) -> Any:
    """The model as a function of inputs by their names in the file, that returns outputs by theirs."""

    def serve(inputs: dict[str, Any]) -> dict[str, Any]:
        with _plain_names(subject.model):
            found = subject.model(alone({name: inputs[port] for name, port in subject.inputs.items()}), training=False)
        named = found if isinstance(found, dict) else {next(iter(subject.outputs)): found}
        return {port: named[name] for name, port in subject.outputs.items()}

    return serve


def specs(subject: Subject, batch: int | None = None) -> dict[str, Any]:
    import tensorflow as tf

    return {
        subject.inputs[one.name]: tf.TensorSpec((batch, *one.shape), one.dtype, name=subject.inputs[one.name])
        for one in subject.plan.inputs
    }


@contextmanager
def _plain_names(model: Any) -> Iterator[None]:
    """TensorFlow's graphs take no names but ASCII ones, and a layer's own may be in any script; its variables are called after it."""
    layers = [layer for layer in model._flatten_layers() if not layer.name.isascii()]
    variables = [variable.value for variable in model.variables if not variable.value.name.isascii()]
    kept = [layer.name for layer in layers]
    handles = [variable._handle_name for variable in variables]
    for layer, name in zip(layers, ports(kept, "layer").values(), strict=False):
        layer.name = name
    for place, variable in enumerate(variables):
        variable._handle_name = f"variable_{place}:0"
    try:
        yield
    finally:
        for layer, name in zip(layers, kept, strict=True):
            layer.name = name
        for variable, name in zip(variables, handles, strict=True):
            variable._handle_name = name
