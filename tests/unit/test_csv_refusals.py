"""Uploaded tables that cannot be read: each gets its own code, the right status and the place where to look."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layerloom.datasets import csv_problems, csv_text
from tables import parse


def refused(tmp_path: Path, content: bytes | str) -> tuple[int, str, str, str]:
    """(status, code, place, message)"""
    answer = parse(tmp_path, content)
    assert "spec" not in answer
    (problem,) = answer["problems"]
    assert problem["title"].endswith(".")
    assert "Received" in problem["message"]
    assert not (tmp_path / "columns.npz").exists()
    return answer["status"], problem["code"], problem["place"], problem["message"]


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content)[:3] == (422, "csv_empty", "line 1")


def test_a_header_without_rows_is_refused(tmp_path: Path) -> None:
    status, code, place, message = refused(tmp_path, "a,b,c\n")
    assert (status, code, place) == (422, "csv_no_rows", "line 2")
    assert "3 column names" in message


def test_ragged_rows_are_named_by_their_lines(tmp_path: Path) -> None:
    status, code, place, message = refused(tmp_path, 'a,b\n1,2\n"x\ny",2\n1,2,3\n1\n')
    assert (status, code, place) == (422, "csv_ragged", "line 5")
    assert "line 5 has 3, line 6 has 1" in message


def test_of_many_ragged_rows_the_first_ten_are_named_and_all_are_counted(tmp_path: Path) -> None:
    message = refused(tmp_path, "a,b\n" + "1,2\n" * 100 + "1,2,3\n" * 25)[3]
    assert "line 111 has 3 and 15 more" in message


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"PK\x03\x04" + bytes(100), "Excel"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
        (random.Random(0).randbytes(5000), "no text"),
        (b"\x01\x02\x03\x04" * 100, "no text"),
    ],
)
def test_a_binary_file_called_csv_is_refused_as_the_wrong_type(tmp_path: Path, content: bytes, what: str) -> None:
    status, code, _, message = refused(tmp_path, content)
    assert (status, code) == (415, "csv_not_text")
    assert what in message


def test_nul_characters_are_refused_with_their_line(tmp_path: Path) -> None:
    assert refused(tmp_path, b"a,b\n1,2\n3,\x004\n")[:3] == (422, "csv_nul", "line 3")


def test_utf_16_that_breaks_off_is_refused_with_the_choices(tmp_path: Path) -> None:
    status, code, place, message = refused(tmp_path, "a,b\n1,2\n".encode("utf-16") + b"\x00")
    assert (status, code) == (422, "csv_encoding")
    assert place.startswith("byte ")
    assert "UTF-8" in message


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_cell_of_a_megabyte_is_refused_with_its_line(tmp_path: Path, quote: str) -> None:
    content = f"a,b\n1,2\n3,{quote}{'x' * 1_000_000}{quote}\n"
    assert refused(tmp_path, content)[:3] == (422, "csv_cell_too_long", "line 3")


def test_a_line_that_never_ends_is_refused_without_reading_it_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_text, "LONGEST_LINE", 1000)
    assert refused(tmp_path, "a,b\n1,2\n" + "1," * 2000)[:3] == (422, "csv_cell_too_long", "line 3")


def test_a_hundred_thousand_columns_are_too_many(tmp_path: Path) -> None:
    status, code, place, message = refused(tmp_path, ",".join(f"c{i}" for i in range(100_000)) + "\n")
    assert (status, code, place) == (413, "csv_too_many_columns", "line 1")
    assert "100,000" in message


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_problems, "MOST_ROWS", 10)
    assert refused(tmp_path, "a,b\n" + "1,2\n" * 11)[:2] == (413, "csv_too_many_rows")


def test_a_quote_that_is_never_closed_is_refused_with_the_line_that_opens_it(tmp_path: Path) -> None:
    assert refused(tmp_path, 'a,b\n1,2\n3,"x\n' + "4,5\n" * 20)[:3] == (422, "csv_unclosed_quote", "line 3")


def test_a_quote_that_swallows_a_large_file_is_refused_with_the_line_that_opens_it(tmp_path: Path) -> None:
    content = 'a,b\n1,2\n3,"x\n' + "4,5\n" * 100_000
    assert refused(tmp_path, content)[:3] == (422, "csv_unclosed_quote", "line 3")


def test_a_quote_in_the_middle_of_a_cell_is_refused_with_its_line(tmp_path: Path) -> None:
    assert refused(tmp_path, 'a,b\n1,2\n3,"x"y\n')[:3] == (422, "csv_bad_quotes", "line 3")


@given(st.one_of(st.binary(max_size=300), st.text(alphabet='ab1.,;"\n\r\t| \x00é-', max_size=200).map(str.encode)))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_uploaded_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    answer = parse(tmp_path, content)
    assert ("spec" in answer) or (answer["status"] in (413, 415, 422) and answer["problems"])
