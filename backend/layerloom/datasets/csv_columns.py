"""Cells of a column, chunk by chunk → what the column is: number, category, text, constant or identifier.

Decides after the whole file; keeps at most a few dozen distinct values of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from layerloom.graph.data import ColumnKind
from layerloom.words import Phrase, phrase

MISSING_WORDS = ("na", "n/a", "#n/a", "nan", "null", "?")
MOST_CATEGORIES = 50
MOST_CLASSES = 20
"""Whole numbers in a column that is meant to hold classes are classes up to this many."""
LONGEST_CATEGORY = 100
TARGET_NAMES = frozenset(
    [
        "target",
        "label",
        "labels",
        "class",
        "classes",
        "y",
        "outcome",
        "species",
        "diagnosis",
        "survived",
        "quality",
        "result",
        "category",
    ]
)
CLASS_WORDS = frozenset(["category", "class", "cluster", "digit", "group", "kind", "label", "species", "type"])
"""A column with one of them in its name holds classes: `wine_type`."""
_ID_NAME = re.compile(r"(?:.*[\W_])?(?:id|ids|idx|index|key|uuid|nr|no|rownames)|row|unnamed.*|#", re.I)
_COMMA_NUMBER = re.compile(r"[+-]?\d+,\d+(?:[eE][+-]?\d+)?")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_WHOLE = re.compile(r"0|-?[1-9]\d*")
_TO_NAN = {"": "nan"} | {
    form: "nan" for word in MISSING_WORDS for form in (word, word.upper(), word.capitalize(), "NaN")
}


def is_missing(cell: str) -> bool:
    return not (bare := cell.strip()) or bare.lower() in MISSING_WORDS


def numbers(cells: Sequence[str], comma: bool = False) -> np.ndarray | None:
    """float64 of shape (cells,): missing and infinite ones NaN; None where a cell is no number."""
    found = _parsed(cells, comma)
    if found is not None:
        found[np.isinf(found)] = np.nan
    return found


def _parsed(cells: Sequence[str], comma: bool) -> np.ndarray | None:
    if comma:
        cells = [cell.replace(",", ".") for cell in cells]
    for spelling in _spellings(cells):
        try:
            found = np.array(list(map(float, spelling)), "float64")
        except ValueError:
            continue
        return None if "_" in "".join(cells) else found  # Python reads 1_000 as a number, people do not
    return None


def _spellings(cells: Sequence[str]) -> Iterator[Sequence[str]]:
    """The cells as they stand, and with missing ones spelled `nan`: first those found by a look-up, then all of them."""
    yield cells
    yield [_TO_NAN.get(cell, cell) for cell in cells]
    yield ["nan" if is_missing(cell) else cell.strip() for cell in cells]


@dataclass(slots=True)
class Scan:
    """What has been seen of one column so far."""

    name: str
    rows: int = 0
    missing: int = 0
    """Cells without a value."""
    infinite: int = 0
    first_infinite: tuple[str, int] | None = None
    """The cell and its line."""
    plain: bool = True
    """Every cell so far is a number with a point, or missing."""
    with_comma: bool = True
    """Every cell so far is a number with a comma or without any mark, or missing."""
    surely_decimal: bool = False
    """A comma was seen that cannot separate thousands."""
    commas: int = 0
    rising: bool = True
    by_one: bool = True
    last: float | None = None
    distinct: set[str] | None = field(default_factory=set)
    """Bare cells; None when there are more than MOST_CATEGORIES or one is too long."""

    def add(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        self.rows += len(cells)
        found = _parsed(cells, comma=False) if self.plain else None
        if found is None:
            self.plain = False
            self.missing += sum(map(is_missing, cells))
            if self.with_comma:
                self._add_commas(cells)
        else:
            self._add_numbers(found, cells, lines)
        if self.distinct is not None:
            self._add_distinct(cells)

    def _add_numbers(self, found: np.ndarray, cells: Sequence[str], lines: Sequence[int]) -> None:
        infinite = np.flatnonzero(np.isinf(found))
        if len(infinite):
            if self.first_infinite is None:
                self.first_infinite = (cells[infinite[0]].strip(), lines[infinite[0]])
            self.infinite += len(infinite)
            self.rising = False
        self.missing += int(np.isnan(found).sum())
        self.with_comma = self.with_comma and "." not in "".join(cells)
        if not self.rising:
            return
        steps = np.diff(found, prepend=found[0] - 1 if self.last is None else self.last)
        self.rising = bool((steps > 0).all())
        self.by_one = self.by_one and bool((steps == 1).all())
        self.last = float(found[-1])

    def _add_commas(self, cells: Sequence[str]) -> None:
        for cell in cells:
            bare = cell.strip()
            if _COMMA_NUMBER.fullmatch(bare):
                self.commas += 1
                self.surely_decimal = self.surely_decimal or not _THOUSANDS.fullmatch(bare)
            elif not (is_missing(bare) or _WHOLE.fullmatch(bare.lstrip("+"))):
                self.with_comma = False
                return

    def _add_distinct(self, cells: Sequence[str]) -> None:
        assert self.distinct is not None
        fresh = {cell.strip() for cell in set(cells)} - self.distinct
        self.distinct |= {cell for cell in fresh if not is_missing(cell)}
        if len(self.distinct) > MOST_CATEGORIES or any(len(cell) > LONGEST_CATEGORY for cell in fresh):
            self.distinct = None


@dataclass(frozen=True, slots=True)
class Verdict:
    kind: ColumnKind
    missing: int = 0
    """Rows without a value, infinite ones included where numbers were wanted."""
    categories: tuple[str, ...] = ()
    numeric: bool = False
    """Its cells are numbers, whatever it is taken for."""
    decimal_comma: bool = False
    notes: tuple[Phrase, ...] = ()


def judge(scan: Scan, *, unnamed: bool, last: bool) -> Verdict:
    """`unnamed`, `last`: whether the table gave the column no name, and whether it is the last one; both tell what it is for."""
    comma = not scan.plain and scan.with_comma and scan.surely_decimal
    numeric = scan.plain or comma
    missing = scan.missing + (scan.infinite if numeric else 0)
    kind, categories = _kind(scan, numeric, scan.rows - missing, unnamed, last)
    return Verdict(kind, missing, categories, numeric, comma, tuple(_notes(scan, numeric, comma, kind, categories)))


def _notes(scan: Scan, numeric: bool, comma: bool, kind: ColumnKind, categories: tuple[str, ...]) -> Iterator[Phrase]:
    if scan.missing == scan.rows:
        yield phrase("column-empty")
    if scan.first_infinite and numeric:
        cell, line = scan.first_infinite
        yield phrase("column-infinite", n=scan.infinite, cell=cell, line=line)
    if comma:
        yield phrase("column-decimal-comma")
    elif scan.commas and scan.with_comma and not scan.surely_decimal:
        yield phrase("column-unclear-commas")
    if kind == "category" and numeric:
        yield phrase("column-as-classes", n=len(categories))
    if kind == "text":
        yield phrase("column-text", most=MOST_CATEGORIES)


def _kind(scan: Scan, numeric: bool, known: int, unnamed: bool, last: bool) -> tuple[ColumnKind, tuple[str, ...]]:
    distinct = scan.distinct
    if known == 0 or (distinct is not None and len(distinct) == 1):
        return "constant", () if numeric else tuple(distinct or ())
    if numeric:
        named = _ID_NAME.fullmatch(scan.name) is not None
        if scan.plain and scan.rising and known == scan.rows > 2 and (named or (unnamed and scan.by_one)):
            return "identifier", ()
        if distinct is not None and _are_classes(scan, distinct, known, last):
            return "category", tuple(sorted(distinct, key=int))
        return "number", ()
    if distinct is not None and len(distinct) < known and (len(distinct) <= known / 2 or known < 20):
        return "category", tuple(sorted(distinct))
    all_differ = distinct is not None and len(distinct) == known
    return ("identifier" if all_differ or _ID_NAME.fullmatch(scan.name) else "text"), ()


def _are_classes(scan: Scan, distinct: set[str], known: int, last: bool) -> bool:
    """Only spellings such as 0, 1, 12 count: then text and number tell the same classes apart."""
    if not all(map(_WHOLE.fullmatch, distinct)) or len(distinct) * 2 > known:
        return False
    name = scan.name.lower()
    meant = last or name in TARGET_NAMES or not CLASS_WORDS.isdisjoint(re.split(r"[\W_]+", name))
    return distinct == {"0", "1"} or (meant and len(distinct) <= MOST_CLASSES)
