"""Bytes of an uploaded file → rows of cells: encoding, separator and header found, damage refused with its line.

Streams: never holds more of the file than one chunk of rows. Knows nothing of types.
"""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from layerloom.datasets import csv_problems as problems
from layerloom.graph.problems import Refused
from layerloom.words import Phrase, phrase

DELIMITERS = ",;\t|"
SAMPLE_BYTES = 64 * 1024
BLOCK_BYTES = 1 << 20
LONGEST_LINE = 1 << 23
"""Characters: one line is held in memory whole."""
CHUNK_CELLS = 200_000
CHUNK_CHARACTERS = 1 << 24
SHOWN_LINES = 10
MAGIC = {
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0": "office",
    b"%PDF": "pdf",
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"\x1f\x8b": "gzip",
    b"SQLite format 3": "sqlite",
    b"PAR1": "parquet",
    b"\x89HDF": "hdf5",
    b"\x93NUMPY": "numpy",
    b"\x7fELF": "program",
}


@dataclass(frozen=True, slots=True)
class Form:
    """How the file is written."""

    encoding: str
    delimiter: str
    note: Phrase | None = None
    """A sentence for the report where the encoding was a guess."""


@dataclass(frozen=True, slots=True)
class Chunk:
    rows: list[list[str]]
    lines: list[int]
    """Where each row begins in the file, counted from 1."""


def examine(path: Path) -> Form:
    """Reads the file once. Raises Refused: empty, binary (415), NUL characters, letters that fit no encoding."""
    with path.open("rb") as file:
        head = file.read(SAMPLE_BYTES)
    if not head.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise problems.empty()
    encoding, note = _encoding(path, head)
    with path.open(encoding=encoding, newline="") as text:
        return Form(encoding, _delimiter(text.read(SAMPLE_BYTES)), note)


def chunks(path: Path, form: Form) -> Iterator[Chunk]:
    """Every row that is not blank, in chunks. Raises Refused for a cell too long, quotation marks out of place, a line without end."""
    csv.field_size_limit(problems.LONGEST_CELL)
    with path.open(encoding=form.encoding, newline="") as text:
        lines = _Lines(text)
        reader = csv.reader(lines, delimiter=form.delimiter, strict=True)
        rows: list[list[str]] = []
        starts: list[int] = []
        cells = 0
        while True:
            begun = reader.line_num + 1
            try:
                row = next(reader)
            except StopIteration:
                break
            except csv.Error as error:
                raise _refusal(error, begun, reader.line_num) from None
            if not row:
                continue
            rows.append(row)
            starts.append(begun)
            cells += len(row)
            if cells >= CHUNK_CELLS or lines.characters >= CHUNK_CHARACTERS:
                yield Chunk(rows, starts)
                rows, starts, cells, lines.characters = [], [], 0, 0
        if rows:
            yield Chunk(rows, starts)


class _Lines:
    """Lines of a file, none longer than LONGEST_LINE, with a count of characters since it was last set to zero."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._line = 0
        self.characters = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._text.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        self._line += 1
        if len(line) == LONGEST_LINE:
            raise problems.cell_too_long(self._line)
        self.characters += len(line)
        return line


def _refusal(error: csv.Error, begun: int, line: int) -> Refused:
    words = str(error)
    if "field larger" in words:
        return problems.unclosed_quote(begun) if line > begun else problems.cell_too_long(line)
    if "unexpected end" in words:
        return problems.unclosed_quote(begun)
    return problems.bad_quotes(line, words)


def _encoding(path: Path, head: bytes) -> tuple[str, Phrase | None]:
    for magic, what in MAGIC.items():
        if head.startswith(magic):
            raise problems.binary(phrase(f"file-{what}"))
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _checked(path, "utf-16"), None
    if head.startswith(codecs.BOM_UTF8):
        return _checked(path, "utf-8-sig"), None
    if utf16 := _utf16_without_mark(head):
        return _checked(path, utf16), None
    controls = sum(head.count(byte) for byte in range(1, 32) if byte not in b"\t\n\r\x0b\x0c\x1a")
    if controls > len(head) * 0.02 or head.count(0) > len(head) * 0.3:
        raise problems.binary(phrase("file-bytes"))
    if _fault(path, "utf-8") is None:
        return "utf-8", None
    for name, title in (("cp1252", "Windows-1252"), ("latin-1", "Latin-1")):
        if _fault(path, name) is None:
            return name, phrase("csv-read-as", encoding=title)
    raise AssertionError("Latin-1 reads every byte")


def _utf16_without_mark(head: bytes) -> str | None:
    """Mostly Latin text in UTF-16 has a NUL in every other byte, on one side."""
    half = max(1, len(head) // 2)
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _checked(path: Path, encoding: str) -> str:
    position = _fault(path, encoding)
    if position is not None:
        raise problems.undecodable(encoding.upper(), position)
    return encoding


def _fault(path: Path, encoding: str) -> int | None:
    """Byte at which the file stops being text of that encoding, None where it never does. Raises Refused for a NUL character."""
    decoder = codecs.getincrementaldecoder(encoding)()
    done, line = 0, 1
    with path.open("rb") as file:
        while True:
            block = file.read(BLOCK_BYTES)
            try:
                text = decoder.decode(block, final=not block)
            except UnicodeDecodeError as error:
                return done + error.start
            if "\0" in text:
                raise problems.nul(line + text[: text.index("\0")].count("\n"))
            if not block:
                return None
            line += text.count("\n")
            done += len(block)


def _delimiter(sample: str) -> str:
    """The separator that cuts the first lines into the same number of cells, most cells first; a comma where none does."""
    lines = sample.splitlines(keepends=True)
    lines = lines[:-1] if len(lines) > 2 else lines  # the last one may be cut off
    best, best_score = ",", (0.0, 0)
    for delimiter in DELIMITERS:
        widths = _widths(lines[:200], delimiter)
        if not widths or widths[0] < 2:
            continue
        score = (round(widths.count(widths[0]) / len(widths), 1), widths[0])
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _widths(lines: list[str], delimiter: str) -> list[int]:
    csv.field_size_limit(SAMPLE_BYTES)
    try:
        return [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return []
