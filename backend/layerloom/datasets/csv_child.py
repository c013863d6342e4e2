"""An uploaded CSV file → its DataSpec and plain arrays, or problems. Runs in a jailed child and reads the file three times.

Passes: letters, types, values. The web process never imports this module.
"""

import json
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import Any

import numpy as np

from layerloom.datasets import csv_problems as problems
from layerloom.datasets import csv_text
from layerloom.datasets.csv_columns import MISSING_WORDS, TARGET_NAMES, Scan, Verdict, is_missing, judge, numbers
from layerloom.datasets.csv_header import Header, read_header
from layerloom.datasets.packed_text import Texts
from layerloom.graph.data import Column, CsvForm, DataSpec
from layerloom.graph.problems import Refused
from layerloom.words import Phrase, listed, phrase

PREVIEW_ROWS = 100
PREVIEW_CELLS = 20_000
PREVIEW_CHARACTERS = 200
MOST_CATEGORIES_IN_FILE = 20_000
_OVER_BUDGET = phrase("column-over-budget", most=MOST_CATEGORIES_IN_FILE)


def parse(request: dict[str, Any]) -> dict[str, Any]:
    """{"path", "file_name", "out", "id"} → {"spec"} or {"problems", "status"}.

    Writes into the folder `out`: `columns.npz` (float64 numbers with NaN where missing, int32 category codes with -1, packed
    texts; no array for other identifiers) and `preview.json` (the first rows as they stand in the file).
    """
    try:
        spec = read(Path(request["path"]), request["file_name"], Path(request["out"]), request["id"])
    except Refused as refused:
        return {"problems": [problem.model_dump(mode="json") for problem in refused.problems], "status": refused.status}
    return {"spec": spec.model_dump(mode="json")}


def read(path: Path, file_name: str, out: Path, id: str) -> DataSpec:
    """As `parse`, with types. Raises Refused."""
    form = csv_text.examine(path)
    header, scans = _scan(path, form, out)
    rows = scans[0].rows
    verdicts = _within_budget(
        [judge(scan, unnamed=scan.name in header.unnamed, last=scan is scans[-1]) for scan in scans]
    )
    extremes = _store(path, form, header, verdicts, rows, out / "columns.npz")
    columns = tuple(map(_column, header.names, verdicts, extremes))
    target = _default_target(columns)
    report = tuple(_report(form, header, columns))
    return DataSpec(
        id=id,
        title=PurePosixPath(file_name.replace("\\", "/")).stem[:100] or "table",
        rows=rows,
        columns=columns,
        target=target,
        problems=tuple(map(str, report)),
        words=report,
        csv=CsvForm(encoding=form.encoding, delimiter=form.delimiter, header=header.present, missing=MISSING_WORDS),
    )


def _scan(path: Path, form: csv_text.Form, out: Path) -> tuple[Header, list[Scan]]:
    """The pass that finds types; writes the preview on its way. Raises Refused: no rows, ragged rows, too many of either."""
    header: Header | None = None
    scans: list[Scan] = []
    preview: list[list[str]] = []
    ragged: list[tuple[int, int]] = []
    uneven = 0
    for chunk in csv_text.chunks(path, form):
        rows, lines = chunk.rows, chunk.lines
        if header is None:
            header = read_header(rows[0])
            scans = [Scan(name) for name in header.names]
            rows, lines = (rows[1:], lines[1:]) if header.present else (rows, lines)
        for row, line in zip(rows, lines, strict=True):
            if len(row) != len(scans):
                uneven += 1
                if len(ragged) < csv_text.SHOWN_LINES:
                    ragged.append((line, len(row)))
        if uneven or not rows:
            continue
        for scan, cells in zip(scans, zip(*rows, strict=True), strict=True):
            scan.add(cells, lines)
        if scans[0].rows > problems.MOST_ROWS:
            raise problems.too_many_rows()
        most = min(PREVIEW_ROWS, max(1, PREVIEW_CELLS // len(scans)))
        preview += [[cell[:PREVIEW_CHARACTERS] for cell in row] for row in rows[: most - len(preview)]]
    if header is None:
        raise problems.empty()
    if uneven:
        raise problems.ragged(len(scans), ragged, uneven)
    if not scans[0].rows:
        raise problems.no_rows(header.names)
    (out / "preview.json").write_text(json.dumps(preview, ensure_ascii=False), encoding="utf-8")
    return header, scans


def _within_budget(verdicts: list[Verdict]) -> list[Verdict]:
    """A file of thousands of category columns keeps the first ones; the rest become text."""
    left = MOST_CATEGORIES_IN_FILE
    kept = []
    for verdict in verdicts:
        left -= len(verdict.categories)
        if left < 0 and verdict.kind == "category":
            verdict = replace(
                verdict, kind="number" if verdict.numeric else "text", categories=(), notes=(_OVER_BUDGET,)
            )
        kept.append(verdict)
    return kept


@dataclass(slots=True)
class _Extremes:
    minimum: float | None = None
    maximum: float | None = None
    integral: bool = False


def _store(
    path: Path, form: csv_text.Form, header: Header, verdicts: list[Verdict], rows: int, target: Path
) -> list[_Extremes]:
    """The pass that reads values. The archive is written by hand: `numpy.savez` cannot take a column called `file`."""
    arrays = [_room(verdict, rows) for verdict in verdicts]
    codes = [{category: code for code, category in enumerate(verdict.categories)} for verdict in verdicts]
    with ExitStack() as open_:
        texts = [
            Texts(rows, open_.enter_context(TemporaryFile(dir=target.parent))) if verdict.kind == "text" else None
            for verdict in verdicts
        ]
        done = 0
        for table in _tables(path, form, header):
            columns = zip(arrays, texts, verdicts, codes, zip(*table, strict=True), strict=True)
            for array, text, verdict, code, cells in columns:
                if text is not None:
                    text.add("" if is_missing(cell) else cell.strip() for cell in cells)
                elif array is not None and array.dtype.kind == "f":
                    array[done : done + len(cells)] = numbers(cells, verdict.decimal_comma)
                elif array is not None:
                    array[done : done + len(cells)] = [code.get(cell.strip(), -1) for cell in cells]
            done += len(table)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for name, array, text in zip(header.names, arrays, texts, strict=True):
                if array is None and text is None:
                    continue
                with archive.open(f"{name}.npy", "w", force_zip64=True) as member:
                    if text is not None:
                        text.write(member)
                    elif array is not None:
                        np.lib.format.write_array(member, array, allow_pickle=False)
    return [_extremes(array) for array in arrays]


def _tables(path: Path, form: csv_text.Form, header: Header) -> Iterator[list[list[str]]]:
    first = header.present
    for chunk in csv_text.chunks(path, form):
        table = chunk.rows[1:] if first else chunk.rows
        first = False
        if table:
            yield table


def _room(verdict: Verdict, rows: int) -> np.ndarray | None:
    if verdict.kind == "text" or (verdict.kind == "identifier" and not verdict.numeric):
        return None
    return np.empty(rows, "int32") if verdict.categories else np.full(rows, np.nan, "float64")


def _extremes(array: np.ndarray | None) -> _Extremes:
    if array is None or array.dtype.kind != "f":
        return _Extremes()
    known = array[~np.isnan(array)]
    if not len(known):
        return _Extremes()
    return _Extremes(float(known.min()), float(known.max()), bool((known == np.round(known)).all()))


def _column(name: str, verdict: Verdict, extremes: _Extremes) -> Column:
    return Column(
        name=name,
        kind=verdict.kind,
        missing=verdict.missing,
        categories=verdict.categories,
        minimum=extremes.minimum,
        maximum=extremes.maximum,
        integral=extremes.integral,
        note=" ".join(map(str, verdict.notes)),
        notes=verdict.notes,
        decimal_comma=verdict.decimal_comma,
    )


def _default_target(columns: tuple[Column, ...]) -> str | None:
    """A column named like a target, else the last one with classes, else the last one with numbers."""
    usable = [column for column in columns if column.kind in ("number", "category")]
    named = [column for column in usable if column.name.lower() in TARGET_NAMES]
    classes = [column for column in usable if column.kind == "category"]
    return next((found[-1].name for found in (named, classes, usable) if found), None)


def _report(form: csv_text.Form, header: Header, columns: tuple[Column, ...]) -> Iterator[Phrase]:
    if form.note:
        yield form.note
    yield from header.notes
    for column in columns:
        if column.notes:
            yield phrase("column-note", name=column.name, note=listed(column.notes, "space"))
        elif column.missing:
            yield phrase("column-gaps", name=column.name, n=column.missing)
