"""What can be wrong with an uploaded table, each as a refusal in the one shape: expectation, evidence, next step.

Statuses: 413 too large, 415 no text at all, 422 text that makes no table.
"""

from collections.abc import Sequence

from layerloom.graph.problems import Refused, problem

MOST_COLUMNS = 10_000
MOST_ROWS = 5_000_000
LONGEST_CELL = 64 * 1024
"""Characters."""


def empty() -> Refused:
    return Refused(
        problem(
            "csv_empty",
            "The file is empty.",
            "A table needs a line with column names and at least one row below it. Received: a file without any text. "
            "Save the table again as CSV and upload that file.",
            place="line 1",
        )
    )


def no_rows(names: Sequence[str]) -> Refused:
    return Refused(
        problem(
            "csv_no_rows",
            "There are column names, but no rows.",
            f"A table needs at least one row below its column names. Received: {len(names)} column names and nothing else. "
            "Add the rows, or upload another file.",
            place="line 2",
            evidence=", ".join(names[:8])[:200],
        )
    )


def binary(what: str) -> Refused:
    return Refused(
        problem(
            "csv_not_text",
            "This is not a CSV file.",
            f"A CSV file is plain text with one row a line. Received: {what}. "
            "Open the file in the program that made it and save it as CSV (UTF-8).",
            evidence=what,
        ),
        status=415,
    )


def undecodable(encoding: str, position: int) -> Refused:
    return Refused(
        problem(
            "csv_encoding",
            "The file's letters cannot be read.",
            f"Every letter of a CSV file follows one encoding. Received: a file that begins as {encoding}, which byte {position:,} breaks. "
            "Save it again as CSV with the encoding UTF-8, or as Windows-1252 or UTF-16 if that is what your program offers.",
            place=f"byte {position}",
            evidence=encoding,
        )
    )


def nul(line: int) -> Refused:
    return Refused(
        problem(
            "csv_nul",
            "The file holds NUL characters.",
            f"A CSV file is plain text. Received: a NUL character in line {line:,}, which text never holds; the file may be damaged. "
            "Save the table again as CSV and upload that file.",
            place=f"line {line}",
            evidence="\\x00",
        )
    )


def too_many_columns(count: int) -> Refused:
    return Refused(
        problem(
            "csv_too_many_columns",
            "The table has too many columns.",
            f"A table may have {MOST_COLUMNS:,} columns. Received: {count:,}. "
            "Leave some out; if rows and columns are swapped, transpose the table.",
            place="line 1",
            evidence=f"{count} columns",
        ),
        status=413,
    )


def too_many_rows() -> Refused:
    return Refused(
        problem(
            "csv_too_many_rows",
            "The table has too many rows.",
            f"A table may have {MOST_ROWS:,} rows. Received: more than that. Upload a sample of the rows.",
            place=f"line {MOST_ROWS + 2}",
        ),
        status=413,
    )


def cell_too_long(line: int) -> Refused:
    return Refused(
        problem(
            "csv_cell_too_long",
            "One cell is too long.",
            f"A cell may hold {LONGEST_CELL:,} characters. Received: a longer one in line {line:,}. "
            "Shorten it, or leave that column out; a missing line break has the same effect.",
            place=f"line {line}",
        )
    )


def unclosed_quote(line: int) -> Refused:
    return Refused(
        problem(
            "csv_unclosed_quote",
            "A quotation mark is never closed.",
            f'A cell that begins with " must end with ". Received: the row that begins in line {line:,} opens one and '
            "the file ends, or goes on for very long, before it closes. Close it, or write a quotation mark inside a cell twice.",
            place=f"line {line}",
            evidence='"',
        )
    )


def bad_quotes(line: int, words: str) -> Refused:
    return Refused(
        problem(
            "csv_bad_quotes",
            "A quotation mark stands in the wrong place.",
            f"After a cell in quotation marks comes the next cell or the end of the line. Received: something else in line {line:,}. "
            "Write a quotation mark inside a cell twice.",
            place=f"line {line}",
            evidence=words,
        )
    )


def ragged(columns: int, lines: Sequence[tuple[int, int]], count: int) -> Refused:
    """`lines`: (line number, cells in it) of the first few; `count`: how many there are."""
    shown = ", ".join(f"line {line:,} has {cells:,}" for line, cells in lines)
    more = f" and {count - len(lines):,} more" if count > len(lines) else ""
    return Refused(
        problem(
            "csv_ragged",
            "Some rows have too many or too few cells.",
            f"Every row needs {columns:,} cells, one for each column name. Received: {shown}{more}. "
            "Correct these lines; a cell that contains the separator must stand in quotation marks.",
            place=f"line {lines[0][0]}",
            evidence=shown + more,
        )
    )
