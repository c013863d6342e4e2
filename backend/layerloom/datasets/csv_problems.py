"""What can be wrong with an uploaded table, each as a refusal in the one shape: expectation, evidence, next step.

Statuses: 413 too large, 415 no text at all, 422 text that makes no table.
"""

from collections.abc import Sequence

from layerloom.graph.problems import Refused, problem
from layerloom.words import Phrase, listed, phrase

MOST_COLUMNS = 10_000
MOST_ROWS = 5_000_000
LONGEST_CELL = 64 * 1024
"""Characters."""


def empty() -> Refused:
    return Refused(problem("csv_empty", place="line 1"))


def no_rows(names: Sequence[str]) -> Refused:
    return Refused(problem("csv_no_rows", {"n": len(names)}, place="line 2", evidence=", ".join(names[:8])[:200]))


def binary(what: Phrase) -> Refused:
    return Refused(
        problem("csv_not_text", {"what": what}, evidence=str(what)),
        status=415,
    )


def undecodable(encoding: str, position: int) -> Refused:
    return Refused(
        problem(
            "csv_encoding", {"encoding": encoding, "position": position}, place=f"byte {position}", evidence=encoding
        )
    )


def nul(line: int) -> Refused:
    return Refused(problem("csv_nul", {"line": line}, place=f"line {line}", evidence="\\x00"))


def too_many_columns(count: int) -> Refused:
    return Refused(
        problem(
            "csv_too_many_columns", {"most": MOST_COLUMNS, "n": count}, place="line 1", evidence=f"{count} columns"
        ),
        status=413,
    )


def too_many_rows() -> Refused:
    return Refused(
        problem("csv_too_many_rows", {"most": MOST_ROWS}, place=f"line {MOST_ROWS + 2}"),
        status=413,
    )


def cell_too_long(line: int) -> Refused:
    return Refused(problem("csv_cell_too_long", {"most": LONGEST_CELL, "line": line}, place=f"line {line}"))


def unclosed_quote(line: int) -> Refused:
    return Refused(problem("csv_unclosed_quote", {"line": line}, place=f"line {line}", evidence='"'))


def bad_quotes(line: int, words: str) -> Refused:
    return Refused(problem("csv_bad_quotes", {"line": line}, place=f"line {line}", evidence=words))


def ragged(columns: int, lines: Sequence[tuple[int, int]], count: int) -> Refused:
    """`lines`: (line number, cells in it) of the first few; `count`: how many there are."""
    shown = [phrase("csv-line-has", line=line, n=cells) for line, cells in lines]
    more = [phrase("list-more", n=count - len(lines))] if count > len(lines) else []
    received = listed([*shown, *more], "and" if more else "comma")
    return Refused(
        problem("csv_ragged", {"n": columns, "received": received}, place=f"line {lines[0][0]}", evidence=str(received))
    )
