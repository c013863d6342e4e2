"""An upload's way from a stream to its place, and what is left behind when it fails: nothing."""

import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from layerloom.datasets import arrays, csv_child, uploads
from layerloom.graph.problems import Refused
from layerloom.graph.schema import CsvData

TABLE = b"a,b\n1,x\n2,y\n3,x\n"


def upload(home: Path, content: bytes = TABLE, name: str = "table.csv") -> uploads.Upload:
    return uploads.receive(io.BytesIO(content), name, home)


def quarantined(home: Path) -> list[Path]:
    return list((home / "datasets" / "quarantine").iterdir())


def test_a_file_is_kept_under_the_hash_of_its_bytes(tmp_path: Path) -> None:
    received = upload(tmp_path)
    spec = uploads.accept(received, csv_child.parse(received.request), tmp_path)
    assert spec.id == received.id == hashlib.sha256(TABLE).hexdigest()
    kept = tmp_path / "datasets" / received.id
    assert {path.name for path in kept.iterdir()} == {"data.csv", "columns.npz", "preview.json", "spec.json"}
    assert uploads.preview(tmp_path, received.id, rows=2) == {"columns": ["a", "b"], "rows": [["1", "x"], ["2", "y"]]}
    assert quarantined(tmp_path) == []


def test_the_same_file_twice_is_one_data_set(tmp_path: Path) -> None:
    for name in ("table.csv", "again.csv"):
        received = upload(tmp_path, name=name)
        assert uploads.accept(received, csv_child.parse(received.request), tmp_path).title == "table"
    assert len(list((tmp_path / "datasets").iterdir())) == 2


@pytest.mark.parametrize("header", ["said;stars\n", "7;0\n"])
def test_an_upload_from_before_texts_were_kept_gives_its_texts_all_the_same(tmp_path: Path, header: str) -> None:
    lines = "".join(f'"word{row}; and ""more""";{row % 3}\n' if row % 5 != 4 else f";{row % 3}\n" for row in range(80))
    received = upload(tmp_path, (header + lines).encode("utf-16"))
    spec = uploads.accept(received, csv_child.parse(received.request), tmp_path)
    text = spec.columns[0].name
    assert spec.columns[0].kind == "text"
    today = arrays.rows(CsvData(id=received.id), tmp_path)
    kept = tmp_path / "datasets" / received.id / "columns.npz"
    with np.load(kept) as file:
        others = {name: file[f"{name}.npy"] for name in file.files if name != text}
    with zipfile.ZipFile(kept, "w") as archive:  # as it was written then
        for name, values in others.items():
            with archive.open(f"{name}.npy", "w") as member:
                np.lib.format.write_array(member, values)
    older = arrays.rows(CsvData(id=received.id), tmp_path)
    assert {"", 'word5; and "more"'} <= set(older.columns[text])
    assert len(older) == 80 + (header == "7;0\n")
    assert older.columns.keys() == today.columns.keys()
    assert older.hash() == today.hash()


def test_a_file_past_the_limit_is_refused_while_it_streams_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        uploads.receive(io.BytesIO(bytes(5_000_000)), "big.csv", tmp_path, limit=3_000_000)
    assert (refused.value.status, refused.value.problems[0].code) == (413, "upload_too_large")
    assert quarantined(tmp_path) == []


def test_a_file_that_is_refused_leaves_nothing(tmp_path: Path) -> None:
    received = upload(tmp_path, b"a,b\n1\n")
    with pytest.raises(Refused) as refused:
        uploads.accept(received, csv_child.parse(received.request), tmp_path)
    assert (refused.value.status, refused.value.problems[0].code) == (422, "csv_ragged")
    assert quarantined(tmp_path) == []
    assert not (tmp_path / "datasets" / received.id).exists()


def test_a_file_name_never_becomes_a_path(tmp_path: Path) -> None:
    assert upload(tmp_path, name="../../etc/passwd").file_name == "passwd"
    assert uploads.clean_name("C:\\data\\数据.csv\0\n") == "数据.csv"
    assert uploads.clean_name("///") == "data.csv"


def test_only_a_hash_names_a_data_set(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        uploads.preview(tmp_path, "../secrets")


def test_the_web_side_of_uploads_never_loads_the_parser() -> None:
    code = (
        "import sys; from layerloom.datasets import csv_export, suggest, uploads;"
        "assert not {'layerloom.datasets.csv_child', 'sklearn', 'keras'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
