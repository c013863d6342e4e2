"""`layerloom import` as a person types it, with the jailed child that reads the file."""

import json
from pathlib import Path

import pytest

import bad_models
from layerloom.cli import main
from layerloom.graph.upgrades import open_graph
from layerloom.imports import kept


def run(home: Path, *arguments: str | Path) -> int:
    return main(["import", *map(str, arguments), "--home", str(home)])


def test_without_a_place_it_only_tells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = bad_models.archive(tmp_path)
    assert run(tmp_path / "home", file) == 0
    said = capsys.readouterr().out
    assert "1 × Dense" in said
    assert "2 arrays of weights, 10 numbers" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "model.keras"]
    assert [path.name for path in (tmp_path / "home" / "imports").iterdir()] == ["quarantine"]


def test_a_graph_is_written_that_begins_from_the_weights(tmp_path: Path) -> None:
    graph, weights = tmp_path / "graph.json", tmp_path / "weights.npz"
    assert run(tmp_path / "home", bad_models.archive(tmp_path), "-o", graph, "--weights", weights) == 0
    opened = open_graph(graph.read_bytes())
    assert opened.training.begin is not None
    assert kept.folder(tmp_path / "home", opened.training.begin)
    assert weights.stat().st_size > 0


def test_a_bad_file_is_a_problem_and_not_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = bad_models.BAD["bytecode"][0](tmp_path)
    assert run(tmp_path / "home", file, "-o", tmp_path / "graph.json") == 1
    said = capsys.readouterr().err
    assert "Layer evil holds Python code." in said
    assert not (tmp_path / "graph.json").exists()
    assert run(tmp_path / "home", file, "--placeholders", "--json") == 0
    (report,) = json.loads(capsys.readouterr().out)
    assert [one["kind"] for one in report["remarks"]] == ["placeholder"]
    assert run(tmp_path / "home", tmp_path / "nothing.keras") == 1
    assert "nothing.keras" in capsys.readouterr().err


def test_python_code_runs_locked_in_and_every_model_in_it_becomes_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir(mode=0o777)
    (tmp_path / "nets.py").write_text(
        "import keras, pathlib, socket\n"
        "small = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\n"
        f"pathlib.Path({str(outside)!r}, 'x').write_text('here')\n"
        "socket.create_connection(('127.0.0.1', 80))\n"
        "large = keras.Sequential([keras.Input((4,)), keras.layers.Dense(20)])\n"
    )
    assert run(tmp_path / "home", tmp_path / "nets.py", "-o", tmp_path / "net.json", "--report") == 0
    said = capsys.readouterr().out
    assert "Line 3 did not run to its end: PermissionError" in said
    assert "Line 4 did not run to its end: PermissionError" in said
    assert list(outside.iterdir()) == []
    assert {path.name for path in tmp_path.glob("net-*.json")} == {"net-small.json", "net-large.json"}
    assert run(tmp_path / "home", tmp_path / "nets.py", "-o", tmp_path / "one.json", "--model", "large") == 0
    assert "units" in (tmp_path / "one.json").read_text()


def test_switched_off_code_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LAYERLOOM_CODE", "off")
    (tmp_path / "net.py").write_text("raise SystemExit\n")
    assert run(tmp_path / "home", tmp_path / "net.py") == 1
    assert "switched off" in capsys.readouterr().err
