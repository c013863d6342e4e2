"""A file that somebody brings, as a stream → a folder of its own below the home, under a name of ours. Parses nothing.

Whatever stands in quarantine may be thrown away.
"""

import hashlib
import os
import shutil
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from layerloom.graph.problems import Refused, problem

MOST_BYTES = 200_000_000
BLOCK_BYTES = 1 << 20
READER = "layerloom.imports.child:read"
"""The jailed child's entry; its only folder is the file's own."""


@dataclass(frozen=True, slots=True)
class Quarantined:
    folder: Path
    """Holds `file` and, once read, what the child wrote."""
    id: str
    """sha256 of the bytes."""
    size: int
    file_name: str

    @property
    def path(self) -> Path:
        return self.folder / "file"

    def request(self, placeholders: bool = False) -> dict[str, Any]:
        """What READER is asked."""
        return {
            "path": str(self.path),
            "file_name": self.file_name,
            "out": str(self.folder),
            "placeholders": placeholders,
        }


def receive(stream: BinaryIO, file_name: str, home: Path, limit: int = MOST_BYTES) -> Quarantined:
    """Writes the stream into quarantine, hashing it on its way. Raises Refused (413) past `limit` bytes; nothing is left then."""
    folder = room(home)
    digest, size = hashlib.sha256(), 0
    try:
        with (folder / "file").open("wb") as file:
            while block := stream.read(BLOCK_BYTES):
                size += len(block)
                if size > limit:
                    raise Refused(
                        problem("model_file_too_large", {"most": limit // 1_000_000}, place="file"), status=413
                    )
                digest.update(block)
                file.write(block)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        discard(folder)
        raise
    return Quarantined(folder, digest.hexdigest(), size, clean_name(file_name))


def room(home: Path) -> Path:
    """A new folder in quarantine."""
    quarantine = home / "imports" / "quarantine"
    quarantine.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(dir=quarantine))


def discard(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def clean_name(name: str) -> str:
    """The file's own name to show, never a path: no folders, nothing invisible, at most 100 characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(one for one in unicodedata.normalize("NFC", last) if unicodedata.category(one)[0] != "C").strip()
    return shown[-100:] or "model"
