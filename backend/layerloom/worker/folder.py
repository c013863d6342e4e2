"""A run's folder: what stands in it before the child starts, the log that is kept from it, and what is in it at the end."""

import codecs
import contextlib
import hashlib
import json
import os
import stat
from pathlib import Path
from typing import Any

from layerloom.db.tables import Run
from layerloom.runs.lifecycle import State
from layerloom.words import Phrase, phrase

LARGEST_LOG = 1 << 20
"""Bytes of a run's output that are kept."""
OFFERED = ("model.keras", "script.py", "receipt.json", "curves.csv", "initial.npz")
"""What a person can take away."""


def prepare(folder: Path, run: Run, request: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "graph.json").write_text(json.dumps(run.graph, ensure_ascii=False, indent=1))
    told = {name: value for name, value in request.items() if name not in ("graph", "data")}
    (folder / "request.json").write_text(json.dumps(told, indent=1))


def offered(folder: Path) -> tuple[str, ...]:
    """Names of the plain files that are there; a link is not followed."""
    return tuple(name for name in OFFERED if _plain(folder / name))


def rescue(folder: Path, state: State) -> Phrase | None:
    """A run that ended before it could save its model offers a whole checkpoint instead: the best one, or where a stop found it.

    Says in a sentence what is offered; None where there is nothing to rescue. Follows no link.
    """
    if _plain(folder / "model.keras"):
        return None
    for kind in ("last", "best") if state == "stopped" else ("best", "last"):
        place = folder.resolve() / "checkpoints" / kind
        try:
            if place.resolve() != place or not all(_plain(place / name) for name in ("model.keras", "receipt.json")):
                continue
            expected = json.loads((place / "manifest.json").read_text())["files"]["model.keras"]["sha256"]
            with (place / "model.keras").open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != expected:
                    continue
            epoch = int(json.loads((place / "receipt.json").read_text())["epoch"])
            for name in ("receipt.json", "model.keras"):
                (folder / name).unlink(missing_ok=True)
                os.link(place / name, folder / name)
        except (OSError, ValueError, KeyError, TypeError):
            continue
        return phrase(f"reason-rescued-{kind}", epoch=epoch)
    return None


def _plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


class Log:
    """What a child prints → `log.txt` and text for events, both cut at LARGEST_LOG."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._file = path.open("wb", buffering=0)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._kept = 0
        self._pending = ""
        self.tail = ""

    def feed(self, data: bytes) -> None:
        text = self._decode(data).replace("\x00", "�")
        self.tail = (self.tail + text)[-4000:]
        room = LARGEST_LOG - self._kept
        if room <= 0:
            return
        self._kept += len(data)
        if len(data) > room:
            text = text[:room] + "\n… the rest of the log was cut: it is longer than 1 MB.\n"
        self._pending += text
        with contextlib.suppress(OSError):  # a full disk costs the log, not the run
            self._file.write(text.encode())

    def take(self) -> str:
        """What came since the last time."""
        text, self._pending = self._pending, ""
        return text

    def close(self) -> None:
        self._file.close()
