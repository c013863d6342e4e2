"""First row of a table → column names that are unique, printable and not too long, with a note on each that was changed."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from layerloom.datasets import csv_problems as problems
from layerloom.datasets.csv_columns import is_missing, numbers
from layerloom.words import Phrase, phrase

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Header:
    names: tuple[str, ...]
    present: bool
    """False where the first row holds numbers only: it is data, and the names are ours."""
    notes: tuple[Phrase, ...]
    unnamed: frozenset[str] = frozenset()
    """Those that stand above a blank cell."""


def read_header(row: Sequence[str]) -> Header:
    """Raises Refused (413) for more columns than a table may have."""
    if len(row) > problems.MOST_COLUMNS:
        raise problems.too_many_columns(len(row))
    if not any(map(is_missing, row)) and numbers(row) is not None:
        names = tuple(f"column_{place}" for place in range(1, len(row) + 1))
        return Header(names, False, (phrase("csv-no-header"),))
    chosen: list[str] = []
    notes: list[Phrase] = []
    taken: set[str] = set()
    unnamed: set[str] = set()
    for place, cell in enumerate(row, start=1):
        wanted = clean(cell)
        name = _free(wanted or f"column_{place}", taken)
        taken.add(name)
        chosen.append(name)
        if not wanted:
            unnamed.add(name)
            notes.append(phrase("csv-unnamed", place=place, name=name))
        elif name != wanted:
            notes.append(phrase("csv-renamed", place=place, name=name))
        elif wanted != cell.strip():
            notes.append(phrase("csv-cleaned", place=place, name=name))
    return Header(tuple(chosen), True, tuple(notes), frozenset(unnamed))


def clean(cell: str) -> str:
    """One line of printable characters in normal form C."""
    printable = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", cell))
    return " ".join(printable.split())[:LONGEST_NAME].strip()


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}_{number}"
    return name
