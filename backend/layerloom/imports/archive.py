"""A `.keras` file, which is a zip archive from a stranger → the bytes of the few members that a model has.

Members are read through a counter and never extracted under their own names; what is not on the list is refused, not skipped.
"""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from layerloom.graph.problems import Refused, problem
from layerloom.words import Said

CONFIG_BYTES = 8 << 20
METADATA_BYTES = 1 << 16
VOCABULARY_BYTES = 64 << 20
WEIGHTS_BYTES = 2 << 30
MOST_MEMBERS = 2_000
MOST_RATIO = 200
"""Unpacked to packed; Keras packs nothing, and a configuration of repeated layers packs to a fiftieth at most."""
BLOCK = 1 << 20

CONFIG, METADATA, WEIGHTS = "config.json", "metadata.json", "model.weights.h5"
_LIMITS = {CONFIG: CONFIG_BYTES, METADATA: METADATA_BYTES, WEIGHTS: WEIGHTS_BYTES}
VOCABULARY = re.compile(r"assets/([A-Za-z0-9_]+/){1,24}vocabulary\.txt").fullmatch
_KNOWN_ELSEWHERE = {
    "saved_model.pb": "savedmodel",
    "data.pkl": "torch",
    "model.weights.npz": "npz",
    "model.weights.json": "sharded",
    "[Content_Types].xml": "office",
}
_ENCRYPTED = 0x1


class Archive:
    """An open archive whose list of members has been looked at."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self.members = {one.filename: one for one in _checked(file)}

    def bytes_of(self, name: str) -> bytes:
        """Raises Refused past the member's limit, or where its bytes are not what the archive promises."""
        limit = _limit(name)
        with self._open(name) as member:
            found = member.read(limit + 1)
        if len(found) > limit:
            raise _refused("member_too_large", 413, name, limit=limit)
        return found

    def copy(self, name: str, target: Path) -> None:
        """Writes the member to a name of our own."""
        limit, size = _limit(name), 0
        with self._open(name) as member, target.open("wb") as file:
            while block := member.read(BLOCK):
                size += len(block)
                if size > limit:
                    raise _refused("member_too_large", 413, name, limit=limit)
                file.write(block)

    @contextmanager
    def _open(self, name: str) -> Iterator[IO[bytes]]:
        try:
            with self._file.open(self.members[name]) as member:
                yield member
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise _refused("archive_damaged", 415, name, evidence=str(error)[:200]) from None


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Raises Refused for an archive that is damaged, or that holds what no model of Keras' has."""
    try:
        with zipfile.ZipFile(path) as file:
            yield Archive(file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise _refused("archive_damaged", 415, "", evidence=str(error)[:200]) from None


def _checked(file: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = file.infolist()
    if len(members) > MOST_MEMBERS:
        raise _refused("archive_too_many", 413, "", n=len(members), limit=MOST_MEMBERS)
    names: set[str] = set()
    for one in members:
        _look(one)
        if one.filename in names:
            raise _refused("member_twice", 422, one.filename)
        names.add(one.filename)
    _apart(members)
    if CONFIG not in names:
        raise _refused("archive_without_config", 422, "")
    return members


def _look(one: zipfile.ZipInfo) -> None:
    """One member, by what the archive says of it."""
    name = one.filename
    if name.startswith("/") or "\\" in name or ":" in name or "\x00" in name or ".." in name.split("/"):
        raise _refused("member_outside", 422, name)
    if stat.S_ISLNK(one.external_attr >> 16):
        raise _refused("member_link", 422, name)
    if one.flag_bits & _ENCRYPTED:
        raise _refused("member_encrypted", 422, name)
    for ending, what in _KNOWN_ELSEWHERE.items():
        if name == ending or name.endswith(f"/{ending}"):
            raise _refused("archive_of_another", 422, name, form=what)
    if name not in _LIMITS and not VOCABULARY(name):
        raise _refused("member_unknown", 422, name)
    if one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _refused("archive_damaged", 415, name, evidence=f"compression {one.compress_type}")
    if one.file_size > _limit(name):
        raise _refused("member_too_large", 413, name, limit=_limit(name))
    if one.file_size > MOST_RATIO * max(one.compress_size, 1024):
        raise _refused("member_bomb", 413, name, size=one.file_size, packed=one.compress_size)


def _apart(members: list[zipfile.ZipInfo]) -> None:
    """No two members share bytes: that is how one block becomes many."""
    end = 0
    for one in sorted(members, key=lambda each: each.header_offset):
        if one.header_offset < end:
            raise _refused("member_overlaps", 422, one.filename)
        end = one.header_offset + 30 + len(one.filename.encode()) + one.compress_size


def _limit(name: str) -> int:
    return _LIMITS.get(name, VOCABULARY_BYTES)


def _refused(code: str, status: int, name: str, *, form: str = "", evidence: str = "", **values: Said) -> Refused:
    shown = name if name.isprintable() else ascii(name)
    values = {"name": shown[:200], **values} | ({"evidence": evidence} if evidence else {})
    return Refused(problem(code, values, form=form, place=shown[:200], evidence=evidence), status=status)
