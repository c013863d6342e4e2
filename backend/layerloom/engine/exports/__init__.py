"""A trained model → a file that somebody else's runtime runs, and the proof that it does. One file for each format.

A format's module, found by its name in `catalog/data/formats.toml`, has three functions: `write(subject, folder)` writes what is
handed out, `runner(folder)` runs it again in its own runtime, `smallest(folder)` says the oldest runtime that takes it.
"""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from layerloom.engine.exports.subject import Subject

Arrays = dict[str, np.ndarray]
Runner = Callable[[Arrays], Arrays]
"""Inputs by name, rows first → outputs by name."""


class Needs(NamedTuple):
    """The oldest runtime that takes a file, as far as the file says."""

    version: str
    """Empty where the file says nothing about it."""
    because: str
    """What in the file asks for it."""


class Unproven(Exception):
    """This machine has no runtime for the format; the message is the reason's name in `runs.exports.Receipt.unproven`."""


class Module(Protocol):
    def write(self, subject: Subject, folder: Path) -> None: ...

    def runner(self, folder: Path) -> Runner: ...

    def smallest(self, folder: Path) -> Needs: ...


def module(name: str) -> Module:
    found: Any = importlib.import_module(f"{__name__}.{name}")
    return found  # type: ignore[no-any-return]
