"""Files of a backbone's weights in the home, under Keras' own names: which is wanted, whether it is there, how far its download is. No process."""

import os
import re
from pathlib import Path
from typing import Literal

from layerloom.catalog.types import Strict
from layerloom.graph.problems import Problem

MOST_BYTES = 2_000_000_000
"""The largest that Keras has is 1.4 GB."""
WANTED = "layerloom.engine.weights_files:wanted"
CHECK = "layerloom.imports.backbones:check"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,120}\.h5").fullmatch


class WeightsFile(Strict):
    """As Keras names it."""

    name: str
    origin: str
    """Where Keras has it from."""
    hash: str
    """md5 or sha256 in hexadecimal; empty where Keras publishes none."""


class Download(Strict):
    name: str
    state: Literal["waiting", "downloading", "checking", "ready", "failed", "cancelled"]
    received: int = 0
    total: int | None = None
    """Bytes; None while nobody has said."""
    problems: tuple[Problem, ...] = ()


class BackboneWeights(Strict):
    file: WeightsFile | None
    """None: it is made without a file."""
    folder: str
    """Where the file lies, or is to lie."""
    bytes: int | None
    """Of the file that is there; None where there is none."""
    network: bool
    """Whether this Layerloom may fetch it."""
    download: Download | None
    """Under way, or ended not long ago."""


def fit_name(name: str) -> bool:
    return _NAME(name) is not None


def folder(home: Path) -> Path:
    return home / "weights"


def size(home: Path, name: str) -> int | None:
    path = folder(home) / name
    return path.stat().st_size if fit_name(name) and path.is_file() else None


def take(home: Path, path: Path, name: str) -> None:
    """A checked file into its place, whole or not at all. Raises OSError."""
    target = folder(home)
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o600)
    with path.open("rb") as written:
        os.fsync(written.fileno())
    os.replace(path, target / name)
    opened = os.open(target, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
