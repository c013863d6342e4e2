"""An uploaded zip's list of members → itself, looked at. Refuses what no picture program packs; extracts nothing to the disk."""

import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from layerloom.datasets import pictures
from layerloom.graph.problems import Refused, problem
from layerloom.words import Said

MOST_MEMBERS = 200_000
MOST_UNPACKED = 8_000_000_000
MOST_RATIO = 100
"""Unpacked to packed, of the whole archive: pictures are packed already."""
SMALL = 20_000_000
"""Bytes that an archive may unpack to whatever its ratio."""
LARGEST = 100_000_000
"""Bytes of one picture's file."""
_ENCRYPTED = 0x1
_ARCHIVES = (".zip", ".tar", ".tgz", ".gz", ".7z", ".rar")


@contextmanager
def opened(path: Path) -> Iterator[dict[str, zipfile.ZipInfo]]:
    """Members by the names that pictures go by. Raises Refused."""
    try:
        with zipfile.ZipFile(path) as file:
            yield _checked(file)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, OverflowError) as error:
        raise refused("zip_damaged", 415, error=str(error)[:200]) from None


def _checked(file: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    members = [one for one in file.infolist() if not one.is_dir()]
    if len(members) > MOST_MEMBERS:
        raise refused("zip_too_many", 413, n=len(members), limit=MOST_MEMBERS)
    found: dict[str, zipfile.ZipInfo] = {}
    for one in members:
        name = pictures.member_name(one)
        _look(one, name)
        if name in found:
            raise refused("zip_twice", 422, name)
        found[name] = one
    _apart(members)
    unpacked, packed = sum(one.file_size for one in members), sum(one.compress_size for one in members)
    if unpacked > MOST_UNPACKED or unpacked > max(SMALL, MOST_RATIO * packed):
        raise refused("zip_bomb", 413, size=round(unpacked / 1e6), packed=round(packed / 1e6, 1))
    return found


def _look(one: zipfile.ZipInfo, name: str) -> None:
    first = name.split("/", 1)[0]
    if name.startswith("/") or first.endswith(":") or "\x00" in name or ".." in name.split("/"):
        raise refused("zip_outside", 422, name)
    mode = one.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise refused("zip_link", 422, name)
    if one.flag_bits & _ENCRYPTED:
        raise refused("zip_encrypted", 422, name)
    if name.lower().endswith(_ARCHIVES):
        raise refused("zip_nested", 422, name)


def _apart(members: list[zipfile.ZipInfo]) -> None:
    """No two members share bytes: that is how one block becomes many."""
    end = 0
    for one in sorted(members, key=lambda each: each.header_offset):
        if one.header_offset < end:
            raise refused("zip_overlaps", 422, pictures.member_name(one))
        end = one.header_offset + 30 + one.compress_size


def refused(code: str, status: int, name: str = "", /, **values: Said) -> Refused:
    shown = (name if name.isprintable() else ascii(name))[:200]
    told = {"name": shown, **values} if shown else values
    return Refused(problem(code, told, place=shown, evidence=shown), status=status)
