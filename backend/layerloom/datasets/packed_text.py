"""Texts ⇄ one array of bytes, uint8: where each text ends (int64), then all of them. A long text costs its own bytes, not those of every row."""

import shutil
from collections.abc import Iterable
from typing import IO, Any

import numpy as np


class Texts:
    """A column of texts on its way into a file, held in a file meanwhile."""

    def __init__(self, rows: int, file: IO[bytes]) -> None:
        self._file, self._ends, self._done = file, np.zeros(rows, "int64"), 0
        self._size = 0

    def add(self, texts: Iterable[str]) -> None:
        for text in texts:
            self._size += self._file.write(text.encode())
            self._ends[self._done] = self._size
            self._done += 1

    def write(self, target: IO[bytes]) -> None:
        """As a `.npy` file."""
        told: dict[str, Any] = {"descr": "|u1", "fortran_order": False, "shape": (self._ends.nbytes + self._size,)}
        np.lib.format.write_array_header_1_0(target, told)
        target.write(self._ends.tobytes())
        self._file.seek(0)
        shutil.copyfileobj(self._file, target)


def packed(texts: Iterable[str]) -> np.ndarray:
    whole = [text.encode() for text in texts]
    ends = np.cumsum([len(text) for text in whole], dtype="int64")
    return np.concatenate([ends.view("uint8"), np.frombuffer(b"".join(whole), "uint8")])


def unpacked(array: np.ndarray, rows: int) -> np.ndarray:
    """str in an object array (rows,)."""
    ends = array[: 8 * rows].copy().view("int64").tolist()
    whole = array[8 * rows :].tobytes()
    return np.array([whole[a:b].decode() for a, b in zip([0, *ends], ends, strict=False)], object)
