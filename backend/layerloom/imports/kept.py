"""The numbers that came with a model, beside the projects: under a name that only who brought them knows, until nobody wants them.

What was looked at and not opened is thrown away after a day; what was opened stays.
"""

import json
import os
import re
import shutil
import time
import uuid
from collections.abc import Mapping
from pathlib import Path

from layerloom.graph.saved.report import Place

ARRAYS, PLACES, KEPT = "weights.npz", "places.json", "kept"
DAY = 86_400.0
_NAME = re.compile(r"[0-9a-f]{32}").fullmatch


def folder(home: Path, id: str) -> Path | None:
    """Where the numbers of that name are; None where there are none."""
    if not _NAME(id):
        return None
    found = home / "imports" / id
    return found if (found / ARRAYS).is_file() else None


def put(home: Path, quarantine: Path, found: Mapping[str, Place]) -> str | None:
    """Takes the arrays out of quarantine. Gives the name to ask for them by; None where the file had none."""
    arrays = quarantine / ARRAYS
    if not arrays.is_file() or arrays.is_symlink():
        return None
    id = uuid.uuid4().hex
    target = home / "imports" / id
    target.mkdir(parents=True)
    places = {where: place.model_dump(mode="json") for where, place in found.items()}
    (target / PLACES).write_text(json.dumps(places))
    os.replace(arrays, target / ARRAYS)
    (target / ARRAYS).chmod(0o600)
    return id


def keep(home: Path, id: str) -> bool:
    """Somebody opened the model: its numbers stay."""
    found = folder(home, id)
    if found is None:
        return False
    (found / KEPT).touch()
    return True


def sweep(home: Path, now: float | None = None) -> None:
    """Throws away what nobody opened within a day, and what stands in quarantine since then."""
    before = (time.time() if now is None else now) - DAY
    for place in [*(home / "imports").glob("*"), *(home / "imports" / "quarantine").glob("*")]:
        if place.name != "quarantine" and not (place / KEPT).exists() and place.stat().st_mtime < before:
            shutil.rmtree(place, ignore_errors=True)
