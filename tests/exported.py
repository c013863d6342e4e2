"""A kept export without a conversion: a file and its receipt beside a run, as the worker leaves them."""

import time
from pathlib import Path
from typing import Any

from layerloom.catalog.formats import formats
from layerloom.runs import exports
from layerloom.runs.exports import Receipt


def keep(run: Path, name: str, outcome: str = "ready", **more: Any) -> Receipt:
    """`run` is the run's folder, with its `model.keras`."""
    made = run / "made"
    made.write_bytes(b"a file")
    told = {
        "format": name,
        "outcome": outcome,
        "file": formats()[name].file,
        "bytes": 6,
        "sha256": exports.fingerprint(made),
        "weights": exports.fingerprint(run / "model.keras"),
        "tolerance": 0.1,
        "proof": None,
        "blame": None,
        "reason": "",
        "versions": {},
        "seconds": 1.0,
        "at": time.time(),
    }
    receipt = Receipt.model_validate(told | more)
    exports.keep(run, receipt, made)
    return receipt
