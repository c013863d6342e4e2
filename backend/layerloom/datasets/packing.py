"""A folder → a zip of its files, as a stream: the same bytes for the same files, so that it is the same data set again."""

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

BLOCK_BYTES = 1 << 20


@contextmanager
def packed(folder: Path) -> Iterator[BinaryIO]:
    """Nothing is packed tighter: pictures are packed already. Links are left out. Raises OSError where a file cannot be read."""
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not path.is_symlink():
                    member = zipfile.ZipInfo(path.relative_to(folder).as_posix())  # dated 1980, as every other
                    with path.open("rb") as source, archive.open(member, "w", force_zip64=True) as target:
                        while block := source.read(BLOCK_BYTES):
                            target.write(block)
        file.seek(0)
        yield cast(BinaryIO, file)
