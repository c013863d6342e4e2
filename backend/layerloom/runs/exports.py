"""What became of a run's exports: one folder for each format below the run, with the file to take away and a receipt beside it.

A refusal is kept like a success, so that asking again is instant. Knows no process; the worker writes receipts, the web process reads them.
"""

import hashlib
import json
import shutil
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from layerloom.catalog.formats import Format
from layerloom.catalog.types import Strict

EXPORTS = "exports"
RECEIPT = "receipt.json"
LARGEST_RECEIPT = 1 << 20

Outcome = Literal["ready", "refused", "failed"]
State = Literal["none", "waiting", "working", "ready", "refused", "failed", "missing", "unfit"]
Stage = Literal["", "reading", "converting", "proving", "blaming"]


class OutputDeviation(Strict):
    name: str
    deviation: float
    """The largest of all rows; -1 where a value is no number on one side alone, or shapes differ."""
    largest: float
    """Of this output's values, by Keras."""


class Proof(Strict):
    """The file, run again in its own runtime on rows of the person's data."""

    rows: int
    runtime: str
    """With its version: "onnxruntime 1.31.1"."""
    deviation: float
    """The largest of all outputs, as a share of that output's largest value; -1 where it cannot be counted."""
    outputs: tuple[OutputDeviation, ...]
    agreeing: float | None
    """Share of the rows whose strongest class is the same; None without classes."""
    latency_p50_ms: float
    latency_p95_ms: float
    """Of one row, on this machine's processor."""
    smallest: str
    """The oldest runtime that takes the file; empty where the file does not say."""
    because: str
    """What in the file asks for it, or what wrote the file."""


class Blame(Strict):
    """Where a conversion fails, or where numbers begin to differ."""

    node: str
    """Node id; empty where no single layer is to blame."""
    name: str
    layer: str
    deviation: float | None = None
    """Of this layer's output, as a share of its largest value; None where it cannot be converted at all."""


class Unfit(Strict):
    """A format that has no loops was asked for a layer whose steps cannot be written out."""

    steps: int | None
    """None where they are not known before the file is used."""
    most: int


class Receipt(Strict):
    format: str
    outcome: Outcome
    file: str
    bytes: int
    sha256: str
    """Of the file."""
    weights: str
    """sha256 of the weights that were exported; empty without."""
    tolerance: float
    proof: Proof | None
    unproven: str = ""
    """Why it was not run again: `apple` where only Apple's systems run it."""
    blame: Blame | None
    unfit: Unfit | None = None
    """What is wrong with the layer to blame, where that is known without the converter."""
    reason: str
    """The converter's or runtime's own words; empty when ready."""
    versions: dict[str, str]
    seconds: float
    at: float


class Export(Strict):
    """One format of one run, as the page shows it."""

    format: str
    state: State
    stage: Stage = ""
    share: float = 0.0
    """Of the work, from 0 to 1, while it is done."""
    receipt: Receipt | None = None
    missing: tuple[str, ...] = ()
    """Distributions that are not installed."""
    command: str = ""
    """That mends it."""
    error: str = ""
    """Why the last try came to nothing; another one may."""


class Exports(Strict):
    formats: tuple[Format, ...]
    exports: tuple[Export, ...]


def place(run: Path, format: str) -> Path:
    """`run` is the run's folder."""
    return run / EXPORTS / format


def read(run: Path, format: str, weights: str | None = None) -> Receipt | None:
    """What is kept; None where there is nothing whole, or it was made from other weights than these. Follows no link."""
    folder = place(run, format)
    file = folder / RECEIPT
    try:
        if folder.is_symlink() or file.is_symlink():
            return None
        if file.stat().st_size > LARGEST_RECEIPT:
            return None
        receipt = Receipt.model_validate_json(file.read_bytes())
        if receipt.format != format or (weights is not None and receipt.weights != weights):
            return None
        if receipt.outcome == "ready" and (folder / receipt.file).stat().st_size != receipt.bytes:
            return None
    except (OSError, ValidationError, ValueError):
        return None
    return receipt


def keep(run: Path, receipt: Receipt, made: Path | None) -> None:
    """Puts the file and its receipt where they stay, in the place of earlier ones."""
    folder = place(run, receipt.format)
    partial = folder.with_name(f".{receipt.format}.new")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    if made is not None and receipt.outcome == "ready":
        shutil.copyfile(made, partial / receipt.file, follow_symlinks=False)
    (partial / RECEIPT).write_text(json.dumps(receipt.model_dump(mode="json"), allow_nan=False, indent=1))
    shutil.rmtree(folder, ignore_errors=True)
    partial.replace(folder)


def fingerprint(file: Path) -> str:
    """sha256 of a file, in hex; empty where there is none."""
    try:
        found = file.stat()
        return _fingerprint(file, found.st_mtime_ns, found.st_size)
    except OSError:
        return ""


@lru_cache(maxsize=256)
def _fingerprint(file: Path, _changed: int, _size: int) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
