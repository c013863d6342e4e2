"""A folder → one zip file that is the same for the same content, and back."""

import zipfile
from pathlib import Path

WHEN = (2020, 1, 1, 0, 0, 0)


def pack(folder: Path, file: Path) -> None:
    """The folder's own name stands before every file in it."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(folder.parent).as_posix()
                entry = zipfile.ZipInfo(name, WHEN)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())


def unpack(file: Path, folder: Path) -> None:
    """Of a file that `pack` wrote in this very export."""
    with zipfile.ZipFile(file) as archive:
        archive.extractall(folder)
