"""A run and a format's name → the file, and the rows and answers that it will be held to. Runs in a child of its own."""

import importlib.metadata
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras

from layerloom.catalog.formats import formats
from layerloom.engine.exports import module
from layerloom.engine.exports.subject import subject
from layerloom.engine.exports.unrolled import Looping

Emit = Callable[[dict[str, Any]], None]


_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_FOLDERS = re.compile(r"(?<![\w:/.])(?:/[\w.+-]+)+/(?=[\w.+-])")
"""Of a path: where somebody keeps their files is nobody else's to read."""
_NAMING = re.compile(r"Select ops:|Custom ops:|not supported|unsupported|No conversion", re.IGNORECASE)


class Unconvertible(Exception):
    """The converter gave up; the message is its own."""


def make(request: dict[str, Any], emit: Emit) -> dict[str, Any]:
    """{"format", "graph", "data", "weights", "home", "folder"} → {"versions", "coarse", "unfit"}. Raises Refused, Unconvertible."""
    emit({"stage": "reading", "share": 0.05})
    found = subject(request)
    folder = Path(request["folder"])
    emit({"stage": "reading", "share": 0.25})
    found.refer(folder)
    emit({"stage": "converting", "share": 0.35})
    try:
        module(request["format"]).write(found, folder)
        unfit = None
    except Looping as error:
        unfit = {"step": error.place(found), "steps": error.steps}
    except Exception as error:
        raise Unconvertible(words(error)) from error
    return {"versions": versions(request["format"]), "coarse": coarse(found.model), "unfit": unfit}


def coarse(model: Any) -> bool:
    """Whether a layer computes in 16 bits: then no two runtimes agree in more than three digits."""
    return any("16" in str(layer.compute_dtype) for layer in model._flatten_layers())


def versions(name: str) -> dict[str, str]:
    found = {"keras": keras.version()}
    for package in ("tensorflow", *formats()[name].packages):
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def words(error: BaseException) -> str:
    """What went wrong in one line: the one that names the operation where a converter prints pages, without colours and without the dump of
    arguments that follows Keras' own."""
    text = _COLOURS.sub("", str(error)).split("Arguments received by")[0]
    lines = [
        line.strip() for line in text.splitlines() if line.strip() and not line.startswith("Exception encountered")
    ]
    named = [line for line in lines if _NAMING.search(line)]
    said = (named or lines or [""])[0]
    return f"{type(error).__name__}: {_FOLDERS.sub('', said)}"[:600]
