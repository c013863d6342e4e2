"""Uploaded tables that can be read: letters, separators, names and types found, arrays stored plainly."""

import json
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from layerloom.datasets import csv_text
from layerloom.datasets.csv_export import quote_formula
from layerloom.datasets.suggest import suggest
from layerloom.graph.data import Column, DataSpec
from layerloom.graph.problems import Refused
from tables import parse


def read(tmp_path: Path, content: bytes | str) -> DataSpec:
    answer = parse(tmp_path, content)
    assert "problems" not in answer, answer
    return DataSpec.model_validate(answer["spec"])


def stored(tmp_path: Path) -> dict[str, np.ndarray]:
    with np.load(tmp_path / "columns.npz", allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def column(spec: DataSpec, name: str) -> Column:
    return next(column for column in spec.columns if column.name == name)


FLOWERS = "width,height,species\n" + "".join(f"{i}.5,{i % 7},{'abc'[i % 3]}\n" for i in range(30))


def test_numbers_and_classes_are_told_apart_and_stored_plainly(tmp_path: Path) -> None:
    spec = read(tmp_path, FLOWERS)
    assert (spec.rows, spec.title, spec.target) == (30, "table", "species")
    assert [column.kind for column in spec.columns] == ["number", "number", "category"]
    assert column(spec, "species").categories == ("a", "b", "c")
    assert (column(spec, "width").minimum, column(spec, "width").maximum) == (0.5, 29.5)
    assert column(spec, "height").integral
    assert not column(spec, "width").integral
    arrays = stored(tmp_path)
    assert arrays["width"].dtype == np.float64
    assert arrays["species"].dtype == np.int32
    assert arrays["species"][:4].tolist() == [0, 1, 2, 0]
    assert json.loads((tmp_path / "preview.json").read_text())[0] == ["0.5", "0", "a"]


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_unicode_is_read_however_it_is_written(tmp_path: Path, encoding: str, read_as: str) -> None:
    content = "größe,straße\n" + "1,Köln\n2,Kiel\n3,Köln\n" * 4
    spec = read(tmp_path, content.encode(encoding))
    assert spec.csv is not None
    assert spec.csv.encoding == read_as
    assert [column.name for column in spec.columns] == ["größe", "straße"]
    assert column(spec, "straße").categories == ("Kiel", "Köln")
    assert spec.problems == ()


def test_western_letters_that_are_not_utf_8_are_read_and_reported(tmp_path: Path) -> None:
    spec = read(tmp_path, ("größe,preis\n" + "1,5€\n2,6€\n3,5€\n" * 4).encode("cp1252"))
    assert spec.columns[0].name == "größe"
    assert column(spec, "preis").categories == ("5€", "6€")
    assert "Windows-1252" in spec.problems[0]


def test_a_stray_letter_far_into_the_file_is_found_too(tmp_path: Path) -> None:
    spec = read(tmp_path, b"a,b\n" + b"1,x\n" * 100_000 + b"2,\xfc\n" * 2)
    assert column(spec, "b").categories == ("x", "ü")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, delimiter: str) -> None:
    spec = read(tmp_path, FLOWERS.replace(",", delimiter))
    assert spec.csv is not None
    assert spec.csv.delimiter == delimiter
    assert [column.name for column in spec.columns] == ["width", "height", "species"]


def test_one_column_needs_no_separator(tmp_path: Path) -> None:
    assert [column.name for column in read(tmp_path, "size\n1\n2\n2\n").columns] == ["size"]


def test_decimal_commas_are_read_where_they_are_unambiguous(tmp_path: Path) -> None:
    spec = read(tmp_path, "a;b;c\n1,5;1,234;1,5\n2;2,345;x\n-3,25;3,456;y\n4,5;1,000;x\n")
    assert column(spec, "a").decimal_comma
    assert stored(tmp_path)["a"].tolist() == [1.5, 2.0, -3.25, 4.5]
    assert column(spec, "b").kind != "number"
    assert "thousands or decimals" in column(spec, "b").note
    assert column(spec, "c").kind == "category"


def test_points_and_commas_in_one_column_are_not_guessed_at(tmp_path: Path) -> None:
    assert column(read(tmp_path, "a;b\n1.5;0\n1,5;1\n1.5;0\n1,5;1\n"), "a").kind == "category"


def test_missing_cells_are_counted_and_stored_as_no_value(tmp_path: Path) -> None:
    spec = read(tmp_path, "a,b\n1,x\n,\nNA,y\n nan ,x\n2,?\n3,y\n")
    assert (column(spec, "a").missing, column(spec, "b").missing) == (3, 2)
    arrays = stored(tmp_path)
    assert np.isnan(arrays["a"]).tolist() == [False, True, True, True, False, False]
    assert arrays["b"].tolist() == [0, -1, 1, 0, -1, 1]
    assert "“a”: 3 cells are empty." in spec.problems


def test_duplicate_and_blank_names_are_changed_and_reported(tmp_path: Path) -> None:
    spec = read(tmp_path, "x,x,,x_2,a\tb\n1,2,3,4,0\n2,3,4,5,1\n5,3,4,5,1\n")
    assert [column.name for column in spec.columns] == ["x", "x_2", "column_3", "x_2_2", "a b"]
    assert [sentence[:8] for sentence in spec.problems[:4]] == ["Column 2", "Column 3", "Column 4", "The name"]
    assert len(stored(tmp_path)) == 5


def test_columns_may_be_called_anything(tmp_path: Path) -> None:
    names = ["file", "../../x", "a/b", "C:\\x", "<img onerror>", "arr_0", "x.npy"]
    spec = read(tmp_path, ",".join(names) + "\n" + "1,2,3,4,5,6,7.5\n" * 3 + "2,3,4,5,6,7,8\n")
    assert [column.name for column in spec.columns] == names
    assert {name: values[0] for name, values in stored(tmp_path).items()} == dict(
        zip(names, [1, 2, 3, 4, 5, 6, 7.5], strict=True)
    )
    assert {path.name for path in tmp_path.iterdir()} == {"data.csv", "columns.npz", "preview.json"}


def test_a_table_without_names_keeps_its_first_row(tmp_path: Path) -> None:
    spec = read(tmp_path, "1.5,2\n2.5,3\n3.5,5\n")
    assert spec.csv is not None
    assert not spec.csv.header
    assert (spec.rows, [column.name for column in spec.columns]) == (3, ["column_1", "column_2"])
    assert "no names" in spec.problems[0] or "not names" in spec.problems[0]


def test_cells_that_look_like_formulas_are_kept_and_defused_on_the_way_out(tmp_path: Path) -> None:
    formula = "=cmd|' /C calc'!A0"
    spec = read(tmp_path, f"a,b\n1,{formula}\n2,x\n3,{formula}\n4,x\n")
    assert formula in column(spec, "b").categories
    assert quote_formula(formula) == f"'{formula}"
    assert [quote_formula(cell) for cell in ("-1.5", "plain", "+x", "@x", "\tx")] == [
        "-1.5",
        "plain",
        "'+x",
        "'@x",
        "'\tx",
    ]


def refused(spec: DataSpec, target: str) -> tuple[str, str]:
    """Code and evidence of the one reason for which nothing is suggested for this target."""
    with pytest.raises(Refused) as refusal:
        suggest(spec, target)
    (problem,) = refusal.value.problems
    assert (refusal.value.status, problem.nodes, problem.fixes) == (422, (), ())
    return problem.code, problem.evidence


def test_a_column_without_any_value_is_said_to_be_empty_and_refused_as_a_target(tmp_path: Path) -> None:
    spec = read(tmp_path, "a,b\n1,\n2,NaN\n3,\n")
    assert (column(spec, "b").kind, column(spec, "b").missing) == ("constant", 3)
    assert "“b”: Every cell is empty." in spec.problems
    assert spec.target == "a"
    assert refused(spec, "b") == ("target_not_usable", "is empty in every row")


@pytest.mark.parametrize("only", ["yes", "1"])
def test_a_target_with_a_single_class_is_refused_before_training(tmp_path: Path, only: str) -> None:
    spec = read(tmp_path, f"a,b\n1,{only}\n2,{only}\n3,{only}\n")
    assert refused(spec, "b") == ("target_not_usable", "has the same value in every row")


def test_a_target_that_is_not_there_or_cannot_be_learned_is_refused() -> None:
    spec = DataSpec(id="x", title="x", rows=9, columns=(Column(name="t", kind="text"),))
    assert refused(spec, "z") == ("unknown_target", "z")
    assert refused(spec, "t") == ("target_not_usable", "holds a text of its own in nearly every row")


def test_infinite_and_too_large_numbers_are_reported_by_column_and_line(tmp_path: Path) -> None:
    spec = read(tmp_path, "a,b\n1,1.5\n1e400,2.5\n3,inf\n4,-inf\n5,3\n")
    assert (column(spec, "a").missing, column(spec, "b").missing) == (1, 2)
    assert "“a”: 1 value is infinite or too large (1e400 in line 3) and count as missing." in spec.problems
    assert "2 values are infinite or too large (inf in line 4)" in column(spec, "b").note
    assert column(spec, "b").maximum == 3
    assert not np.isinf(stored(tmp_path)["a"]).any()


def test_what_python_calls_a_number_but_people_do_not_is_text(tmp_path: Path) -> None:
    assert column(read(tmp_path, "a,b\n1_000,1\n2_000,2\n1_000,3\n"), "a").kind == "category"


def test_yes_and_no_zero_and_one_and_the_last_column_of_few_whole_numbers_are_classes(tmp_path: Path) -> None:
    rows = "".join(f"{i % 2},{['no', 'yes'][i % 2]},{i % 4 + 1},{i % 10}\n" for i in range(40))
    spec = read(tmp_path, "smoker,insured,floors,digit\n" + rows)
    assert [column.kind for column in spec.columns] == ["category", "category", "number", "category"]
    assert column(spec, "digit").categories == tuple("0123456789")
    assert spec.target == "digit"


def test_whole_numbers_under_a_name_that_says_so_are_classes_and_suggest_a_unit_for_each(tmp_path: Path) -> None:
    spec = read(tmp_path, "Wine-Type,pos_y,a\n" + "".join(f"{i % 3},{i % 3},{i}.5\n" for i in range(30)))
    assert [column.kind for column in spec.columns] == ["category", "number", "number"]
    found = suggest(spec, "Wine-Type")
    assert (found["units"], found["activation"]) == (3, "softmax")
    assert found["loss"]["name"] == "SparseCategoricalCrossentropy"


def test_numbers_of_rows_and_names_of_their_own_feed_nothing(tmp_path: Path) -> None:
    rows = "".join(f"{i},{i * 3 + 1},person {i},{'a long story ' * 10}{i},{i % 3}.5\n" for i in range(1, 200))
    spec = read(tmp_path, ",customer_id,name,story,x\n" + rows)
    assert [column.kind for column in spec.columns] == ["identifier", "identifier", "text", "text", "number"]
    assert spec.target == "x"
    assert set(stored(tmp_path)) == {"column_1", "customer_id", "x", "name", "story"}


def test_a_rising_feature_is_not_taken_for_a_row_number(tmp_path: Path) -> None:
    assert [c.kind for c in read(tmp_path, "x,y\n" + "".join(f"{i},{2 * i}\n" for i in range(60))).columns] == [
        "number",
        "number",
    ]


def test_types_are_decided_by_the_whole_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "CHUNK_CELLS", 100)
    spec = read(tmp_path, "a,b\n" + "".join(f"{i}.25,{i % 5}\n" for i in range(999)) + "oops,7\n")
    assert spec.rows == 1000
    assert column(spec, "a").kind == "text"
    assert column(spec, "b").categories == ("0", "1", "2", "3", "4", "7")


def test_ten_times_the_rows_take_hardly_more_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "CHUNK_CELLS", 2000)
    most = []
    for rows in (5_000, 50_000):
        content = ("a,b\n" + "".join(f"{i}.25,word{i}\n" for i in range(rows))).encode()
        tracemalloc.start()
        read(tmp_path, content)
        most.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # One float64 column with two copies while it is summed up, and a block of bytes; the cells alone would be 5 MB.
    assert most[1] - most[0] < 2_500_000


def test_many_columns_are_read(tmp_path: Path) -> None:
    names = ",".join(f"c{i}" for i in range(10_000))
    row = ",".join(["1.5"] * 10_000)
    assert len(read(tmp_path, f"{names}\n{row}\n{row}\n").columns) == 10_000


@pytest.mark.parametrize(
    ("target", "units", "loss"),
    [("species", 3, "SparseCategoricalCrossentropy"), ("width", 1, "MeanSquaredError")],
)
def test_a_target_suggests_its_last_layer_and_loss(tmp_path: Path, target: str, units: int, loss: str) -> None:
    found = suggest(read(tmp_path, FLOWERS), target)
    assert (found["units"], found["loss"]["name"]) == (units, loss)
    assert found["metrics"]
