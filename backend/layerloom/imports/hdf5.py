"""An HDF5 file from a stranger → its plain arrays and texts, after everything that could lead elsewhere has been refused.

Runs in a jailed child. Only hard links, only numbers that really lie in this file, no filter (a filter may be a library to load).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from layerloom.graph.problems import Refused, problem
from layerloom.words import Said

MOST_OBJECTS = 50_000
MOST_NAMES = 20_000
DEEPEST = 64
CONFIG_BYTES = 16 << 20
SLACK = 1.05
"""Declared to stored bytes: Keras packs nothing, so that a hundredth more is room enough."""


@dataclass(frozen=True, slots=True)
class Array:
    path: str
    dataset: Any

    @property
    def bytes(self) -> int:
        return int(self.dataset.nbytes)

    def read(self) -> np.ndarray:
        """The numbers themselves; bfloat16, which NumPy does not know, as float32."""
        found = np.asarray(self.dataset[()])
        if found.dtype.kind != "V":
            return found
        return (found.view(np.uint16).astype(np.uint32) << 16).view(np.float32)


class Store:
    """An open file in which every object has been looked at."""

    def __init__(self, file: Any, size: int) -> None:
        self._file = file
        self.arrays: dict[str, Array] = {}
        self.groups: dict[str, Any] = {"": file}
        self._look(size)

    def text(self, name: str) -> str | None:
        """A text that stands beside the whole file, such as `model_config`."""
        if name not in self._file.attrs:
            return None
        attribute = h5py.h5a.open(self._file.id, name.encode())
        if attribute.get_space().get_simple_extent_type() != h5py.h5s.SCALAR or not _is_text(attribute.dtype):
            raise _refused("hdf5_not_numbers", name)
        found = self._file.attrs[name]
        text = found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found)
        if len(text) > CONFIG_BYTES:
            raise _refused("member_too_large", name, status=413, limit=CONFIG_BYTES)
        return text

    def names(self, group: str, name: str) -> list[str]:
        """A list of texts beside a group; a long one is cut into `name0`, `name1`, …"""
        found = self.groups.get(group)
        if found is None:
            return []
        parts = [name] if name in found.attrs else []
        while not (parts and parts[0] == name) and f"{name}{len(parts)}" in found.attrs:
            parts.append(f"{name}{len(parts)}")
        made: list[str] = []
        for part in parts:
            attribute = h5py.h5a.open(found.id, part.encode())
            if len(made) + int(np.prod(attribute.shape, dtype=np.int64)) > MOST_NAMES:
                raise _refused("hdf5_too_much", group, status=413, limit=MOST_NAMES)
            if attribute.shape != (0,) and not _is_text(attribute.dtype):
                raise _refused("hdf5_not_numbers", f"{group}/{part}")
            values = np.atleast_1d(found.attrs[part])
            made += [one.decode("utf-8", "replace") if isinstance(one, bytes) else str(one) for one in values]
        return made

    def _look(self, size: int) -> None:
        seen: set[int] = set()
        waiting: list[tuple[str, int, Any]] = [("", 0, self._file)]
        declared = 0
        while waiting:
            path, depth, group = waiting.pop()
            if depth > DEEPEST:
                raise _refused("hdf5_too_much", path, status=413, limit=DEEPEST)
            for name in group:
                inner = f"{path}/{name}" if path else str(name)
                if not isinstance(group.get(name, getlink=True), h5py.HardLink):
                    raise _refused("hdf5_link", inner)
                found = group[name]
                address = h5py.h5o.get_info(found.id).addr
                if address in seen:
                    raise _refused("hdf5_link", inner, form="again")
                seen.add(address)
                if len(seen) > MOST_OBJECTS:
                    raise _refused("hdf5_too_much", inner, status=413, limit=MOST_OBJECTS)
                if isinstance(found, h5py.Group):
                    self.groups[inner] = found
                    waiting.append((inner, depth + 1, found))
                elif isinstance(found, h5py.Dataset):
                    self.arrays[inner] = _plain(inner, found)
                    declared += self.arrays[inner].bytes
                    if declared > size * SLACK:
                        raise _refused("hdf5_bomb", inner, status=413, size=declared, stored=size)
                else:
                    raise _refused("hdf5_not_numbers", inner)


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Raises Refused: 415 for a damaged file, 413 for one that claims more than it holds, 422 for one that leads elsewhere."""
    try:
        with h5py.File(path, "r", locking=False) as file:
            yield Store(file, path.stat().st_size)
    except (OSError, RuntimeError, KeyError, ValueError, UnicodeError) as error:
        raise _refused("hdf5_damaged", "", status=415, evidence=str(error)[:200]) from None


def _plain(path: str, found: Any) -> Array:
    """The dataset, when its numbers stand in this very file as they are."""
    layout = found.id.get_create_plist()
    if found.is_virtual:
        raise _refused("hdf5_elsewhere", path, form="virtual")
    if found.external or layout.get_external_count():
        raise _refused("hdf5_elsewhere", path)
    if layout.get_nfilters():
        raise _refused("hdf5_filter", path)
    if found.shape is None or not _is_number(found):
        raise _refused("hdf5_not_numbers", path)
    stored = found.id.get_storage_size()
    if found.nbytes > stored * SLACK + 64:
        raise _refused("hdf5_bomb", path, status=413, size=int(found.nbytes), stored=int(stored))
    return Array(path, found)


def _is_number(found: Any) -> bool:
    dtype = found.dtype
    return (dtype.kind in "fiub" and dtype.itemsize <= 8) or (
        dtype.kind == "V" and dtype.itemsize == 2 and not dtype.names
    )


def _is_text(dtype: Any) -> bool:
    return dtype.kind in "SU" or h5py.check_string_dtype(dtype) is not None


def _refused(code: str, path: str, *, status: int = 422, form: str = "", evidence: str = "", **values: Said) -> Refused:
    shown = (path if path.isprintable() else ascii(path))[:200]
    values = {"name": shown, **values} | ({"evidence": evidence} if evidence else {})
    return Refused(problem(code, values, form=form, place=shown, evidence=evidence), status=status)
