"""A folder of files that is there whole or not at all, whatever is killed when. Knows bytes and names, no models.

`<name>.tmp` is filled, every file and the folder synced, a manifest of sha256 written last; then it takes the name while the
former folder waits as `<name>.old`. A reader takes the first of `<name>`, `.tmp`, `.old` whose manifest holds.
"""

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

MANIFEST = "manifest.json"


def write_folder(folder: Path, fill: Callable[[Path], None]) -> int:
    """Calls `fill` with an empty folder beside `folder` and puts it in its place. Returns bytes written. Raises OSError."""
    fresh, former = _beside(folder, ".tmp"), _beside(folder, ".old")
    folder.parent.mkdir(parents=True, exist_ok=True)
    if not whole(folder) and (survivor := newest(folder)):
        # A kill fell between the two renames below: what survived it takes its name back before anything is overwritten.
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(survivor, folder)
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    try:
        fill(fresh)
        files = sorted(path for path in fresh.iterdir() if path.is_file())
        for path in files:
            sync(path)
        described = {path.name: {"sha256": sha256(path), "bytes": path.stat().st_size} for path in files}
        (fresh / MANIFEST).write_text(json.dumps({"files": described}, indent=1))
        sync(fresh / MANIFEST)
        sync(fresh)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)  # as a rule the disk is full: half a checkpoint would keep it so
        raise
    shutil.rmtree(former, ignore_errors=True)
    if folder.exists():
        os.rename(folder, former)
    os.rename(fresh, folder)
    sync(folder.parent)
    shutil.rmtree(former, ignore_errors=True)
    return sum(entry["bytes"] for entry in described.values() if isinstance(entry["bytes"], int))


def write_file(path: Path, fill: Callable[[Path], None]) -> None:
    """The same for one file: `fill` writes it under another name first. Raises OSError."""
    fresh = path.with_name(f".{path.name}")  # keeps the suffix, by which Keras chooses the format
    try:
        fill(fresh)
        sync(fresh)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    os.replace(fresh, path)
    sync(path.parent)


def newest(folder: Path) -> Path | None:
    """Where the latest whole content of `folder` lies; None when there is none."""
    candidates = (folder, _beside(folder, ".tmp"), _beside(folder, ".old"))
    return next((candidate for candidate in candidates if whole(candidate)), None)


def whole(folder: Path) -> bool:
    """Whether every file is there with the bytes its manifest names."""
    try:
        files = json.loads((folder / MANIFEST).read_text())["files"]
        return bool(files) and all(sha256(folder / name) == entry["sha256"] for name, entry in files.items())
    except (OSError, ValueError, KeyError, TypeError):
        return False


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    """To the disk, files and folders alike."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        with (
            contextlib.suppress(OSError) if path.is_dir() else contextlib.nullcontext()
        ):  # some systems sync no folders
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _beside(folder: Path, suffix: str) -> Path:
    return folder.with_name(folder.name + suffix)
