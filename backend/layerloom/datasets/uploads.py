"""An upload's way: stream → quarantine → (a jailed child reads it) → `home/datasets/<sha256>/`. Parses nothing itself.

A folder below `datasets/` that is named by a hash is complete; whatever stands in quarantine may be thrown away.
"""

import hashlib
import json
import os
import shutil
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from layerloom.datasets.registry import ZIP, folder, uploaded
from layerloom.graph.data import DataSpec
from layerloom.graph.problems import Problem, Refused, problem
from layerloom.graph.schema import CsvData, ImagesData

MOST_BYTES = 200_000_000
MOST_ZIP_BYTES = 1_000_000_000
BLOCK_BYTES = 1 << 20
TABLE_PARSER = "layerloom.datasets.csv_child:parse"
PICTURES_PARSER = "layerloom.datasets.zip_child:parse"
"""The jailed child's entries; its only folder is the upload's own."""


@dataclass(frozen=True, slots=True)
class Upload:
    folder: Path
    """In quarantine; holds the file and, once read, what the child wrote."""
    id: str
    """sha256 of the bytes."""
    size: int
    file_name: str

    @property
    def parser(self) -> str:
        """Who reads it."""
        return PICTURES_PARSER if is_zip(self.file_name) else TABLE_PARSER

    @property
    def request(self) -> dict[str, Any]:
        """What the parser is asked."""
        return {
            "path": str(self.folder / _place(self.file_name)),
            "file_name": self.file_name,
            "out": str(self.folder),
            "id": self.id,
        }

    def source(self, spec: DataSpec) -> CsvData | ImagesData:
        return uploaded(self.id, self.file_name, spec)


def receive(stream: BinaryIO, file_name: str, home: Path, limit: int | None = None) -> Upload:
    """Writes the stream into quarantine, hashing it on its way. Raises Refused (413) past `limit` bytes, by default those of
    `most_bytes`; nothing is left then.
    """
    file_name = clean_name(file_name)
    limit = most_bytes(file_name) if limit is None else limit
    quarantine = home / "datasets" / "quarantine"
    quarantine.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(dir=quarantine))
    digest, size = hashlib.sha256(), 0
    try:
        with (place / _place(file_name)).open("wb") as file:
            while block := stream.read(BLOCK_BYTES):
                size += len(block)
                if size > limit:
                    raise Refused(_too_large(limit), status=413)
                digest.update(block)
                file.write(block)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    return Upload(place, digest.hexdigest(), size, file_name)


def accept(upload: Upload, answer: dict[str, Any], home: Path) -> DataSpec:
    """Moves the upload to its place in one step; the same file uploaded before is simply found again.

    Raises Refused with the child's problems; the quarantine is emptied in either case.
    """
    try:
        if "problems" in answer:
            raise Refused(*(Problem.model_validate(one) for one in answer["problems"]), status=answer["status"])
        spec = DataSpec.model_validate(answer["spec"])
        target = folder(home, upload.id)
        if not (target / "spec.json").is_file():
            _write(upload.folder / "spec.json", spec.model_dump_json())
            upload.folder.chmod(0o755)
            try:
                upload.folder.rename(target)
            except OSError:
                if not (target / "spec.json").is_file():
                    raise
            _sync(target.parent)
        return DataSpec.model_validate_json((target / "spec.json").read_bytes())
    finally:
        discard(upload)


def discard(upload: Upload) -> None:
    shutil.rmtree(upload.folder, ignore_errors=True)


def sweep(home: Path) -> None:
    """Empties the quarantine: for the start of the web process, when no upload is under way."""
    shutil.rmtree(home / "datasets" / "quarantine", ignore_errors=True)


def preview(home: Path, id: str, rows: int = 20) -> dict[str, Any]:
    """{"columns": names, "rows": cells as text}: the first rows as they stand in the file. Raises Refused for an unknown id."""
    place = folder(home, id)
    if not (place / "spec.json").is_file():
        raise Refused(_unknown(id), status=404)
    spec = DataSpec.model_validate_json((place / "spec.json").read_bytes())
    cells: list[list[str]] = json.loads((place / "preview.json").read_text(encoding="utf-8"))
    return {"columns": [column.name for column in spec.columns], "rows": cells[: max(0, rows)]}


def is_zip(file_name: str) -> bool:
    """A zip is of pictures; whatever else it is called, it is a table."""
    return file_name.lower().endswith(".zip")


def most_bytes(file_name: str) -> int:
    return MOST_ZIP_BYTES if is_zip(file_name) else MOST_BYTES


def _place(file_name: str) -> str:
    return ZIP if is_zip(file_name) else "data.csv"


def clean_name(file_name: str) -> str:
    """What a person sees of the file's name: its last part, printable, at most 100 characters. Never a path of ours."""
    last = unicodedata.normalize("NFC", file_name).replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c for c in last if c.isprintable()).strip()[:100] or "data.csv"


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _too_large(limit: int) -> Problem:
    return problem("upload_too_large", {"most": limit / 1e6}, place="file", evidence=f"limit {limit} bytes")


def _unknown(id: str) -> Problem:
    return problem("unknown_dataset", form="upload", place="data", evidence=id[:64])
