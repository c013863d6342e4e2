"""BackboneCalls → models of `keras.applications`, with weights from a folder under Keras' own file names. Downloads nothing.

Keras is asked for its weights as ever; where it would fetch a file it is handed the one that lies in the folder, so that name, place and hash
are always those of the installed Keras.
"""

import hashlib
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

import keras
from keras.src.utils import file_utils

from layerloom.graph import backbones
from layerloom.graph.plan import BackboneCall
from layerloom.graph.problems import Refused, problem
from layerloom.graph.source import values
from layerloom.words import Said

_folders: list[Path] = []
"""Where weights lie; none outside of a run, where models are only looked at. No context variable: deep models are built in a thread."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of weights as Keras names it."""

    name: str
    origin: str
    """Where Keras has it from."""
    hash: str
    """md5 or sha256 in hexadecimal; empty where Keras checks none."""


class Wanted(Exception):
    """Keras would have fetched this file."""

    def __init__(self, file: File) -> None:
        super().__init__(file.name)
        self.file = file


def layer(call: BackboneCall, name: str | None, shape: tuple[int | None, ...]) -> Any:
    """A new model for tensors of that shape, batch axis first. Raises Refused where a file of weights is missing or damaged, and what
    Keras raises."""
    params = values.arguments("application", call.layer, call.params)
    named = {} if name is None else {"name": name}
    folder = _folders[-1] if _folders else None
    if params.get("weights", "imagenet") is None:
        return _made(call, params, shape, named)
    try:
        with _handing(_sought if folder is None else lambda file: _found(file, folder)):
            return _made(call, params, shape, named)
    except Wanted:  # nothing is wrong but that there are no weights here
        return _made(call, {**params, "weights": None}, shape, named)


def wanted(call: BackboneCall, shape: tuple[int | None, ...]) -> File | None:
    """The file of weights that Keras would fetch; None where it wants none."""
    try:
        with _handing(_sought), keras.StatelessScope(initialize_variables=False):
            _made(call, values.arguments("application", call.layer, call.params), shape, {})
    except Wanted as found:
        return found.file
    return None


def _made(call: BackboneCall, params: dict[str, Any], shape: tuple[int | None, ...], named: dict[str, str]) -> Any:
    make = reduce(getattr, values.path("application", call.layer).split(".")[1:], keras)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "`input_shape` is undefined or non-square")
        return make(**params, input_shape=shape[1:], **named)


def prepared(call: BackboneCall, tensor: Any) -> Any:
    if not (call.prepared and backbones.prepares(call.layer)):
        return tensor
    module = getattr(keras.applications, backbones.module(call.layer))
    return module.preprocess_input(tensor)


def freeze(model: Any, call: BackboneCall) -> None:
    """Raises ValueError where the model has no layer of the name up to which it is held still."""
    if call.freeze == "all":
        model.trainable = False
    elif call.freeze is not None:
        names = [layer.name for layer in model.layers]
        if call.freeze not in names:
            raise ValueError(f"{call.layer} has no layer called {call.freeze}.")
        last = names.index(call.freeze)
        for place, layer in enumerate(model.layers):
            if place <= last or isinstance(layer, keras.layers.BatchNormalization):
                layer.trainable = False  # which keeps normalisation as in inference


@contextmanager
def weights_in(folder: Path) -> Iterator[None]:
    _folders.append(folder)
    try:
        yield
    finally:
        _folders.pop()


@contextmanager
def _handing(hand: Callable[[File], str]) -> Iterator[None]:
    """Keras' own way to files, in this process, while a model is made."""
    kept = file_utils.get_file

    def get_file(fname: str = "", origin: str = "", **more: Any) -> str:
        return hand(File(fname, origin, more.get("file_hash") or more.get("md5_hash") or ""))

    file_utils.get_file = get_file
    try:
        yield
    finally:
        file_utils.get_file = kept


def _sought(file: File) -> str:
    raise Wanted(file)


def _found(file: File, folder: Path) -> str:
    path = folder / file.name
    told: dict[str, Said] = {
        "file": file.name,
        "folder": str(folder),
        "origin": file.origin,
        "hash": file.hash or "–",
    }
    if not path.is_file():
        raise Refused(problem("weights_missing", told, evidence=file.name))
    if file.hash:
        kind = "sha256" if len(file.hash) == 64 else "md5"
        with path.open("rb") as opened:
            got = hashlib.file_digest(opened, kind).hexdigest()
        if got != file.hash:
            raise Refused(problem("weights_damaged", {**told, "got": got}, evidence=f"{kind} {got}"))
    return str(path)
