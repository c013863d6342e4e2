"""The command line as a person types it: each command in a process of its own, or its `main` called."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import nullcontext
from pathlib import Path

import psutil
import pytest

import pictures
from graph_cases import GRAPHS, answers, data_of, names
from launchers import eventually, gone
from layerloom.cli import main
from layerloom.launcher import rpc
from layerloom.settings import Settings

COMMAND = [sys.executable, "-m", "layerloom.cli"]


def digits(folder: Path, **training: object) -> Path:
    """The digits template, made shorter."""
    from layerloom.cli import graphs

    graph = graphs.read("digits-cnn.json").model_dump(mode="json")
    graph["training"] |= {"epochs": 2, "batch_size": 128} | training
    path = folder / "graph.json"
    path.write_text(json.dumps(graph))
    return path


def run(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LAYERLOOM_HOME": str(home)}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, env=environment, check=False, timeout=180
    )


def test_a_wrong_command_line_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["paint"])
    assert left.value.code == 2
    assert "train" in capsys.readouterr().err


def test_a_graph_that_is_not_there_names_the_templates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nothing.json", "--home", str(tmp_path)]) == 1
    assert "digits-cnn.json" in capsys.readouterr().err


def test_broken_json_is_a_problem_and_not_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"nodes": ')
    assert main(["check", str(broken), "--json", "--home", str(tmp_path)]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["nodes"] == []
    assert said["problems"][0]["message"]


def test_training_without_data_is_refused_before_anything_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", str(digits(tmp_path, data=None)), "--json", "--home", str(tmp_path)]) == 1
    assert "no_data" in {problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]}


class Recorded:
    """Keras' answers on record."""

    def infer(self, request: object) -> object:
        return {"entries": answers()}


@pytest.mark.parametrize("code", names("broken"))
def test_check_tells_every_broken_graph_as_json(
    code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("layerloom.cli.check.keras_side", lambda settings: nullcontext(Recorded()))
    monkeypatch.setattr("layerloom.cli.graphs.data_of", lambda graph, home: data_of(graph))
    left = main(["check", str(GRAPHS / "broken" / f"{code}.json"), "--json"])
    said = capsys.readouterr()
    found = json.loads(said.out)["problems"]
    assert code in {problem["code"] for problem in found}
    assert left == any(problem["severity"] == "error" for problem in found)
    assert said.err == ""


def test_check_shows_every_shape(tmp_path: Path) -> None:
    done = run(tmp_path / "home", "check", digits(tmp_path), "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert list(said) == ["nodes", "problems"]
    assert {tuple(node) for node in said["nodes"]} == {("id", "name", "outputs", "params")}
    shapes = {node["name"]: node["outputs"] for node in said["nodes"]}
    assert shapes["conv_1"] == [{"shape": [None, 6, 6, 32], "dtype": "float32"}]
    assert sum(node["params"] for node in said["nodes"]) == 24_586
    assert [each for each in said["problems"] if each["severity"] == "error"] == []


def test_check_exits_with_1_when_a_shape_does_not_fit(tmp_path: Path) -> None:
    path = digits(tmp_path)
    graph = json.loads(path.read_text())
    conv = next(node for node in graph["nodes"].values() if node["name"] == "conv_2")
    conv["params"] |= {"kernel_size": 9, "padding": "valid"}
    path.write_text(json.dumps(graph))
    done = run(tmp_path / "home", "check", path, "--json")
    assert done.returncode == 1
    problems = json.loads(done.stdout)["problems"]
    assert any(each["severity"] == "error" and each["nodes"] for each in problems)


def test_train_goes_the_whole_way_and_leaves_the_folder(tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = run(home, "train", digits(tmp_path), "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    kinds = [event["type"] for event in events]
    assert kinds[:2] == ["run_queued", "run_started"]
    assert kinds.count("epoch_ended") == 2
    last = events[-1]
    assert (last["type"], last["state"]) == ("run_ended", "succeeded")
    folder = Path(last["folder"])
    assert {"model.keras", "script.py", "receipt.json", "curves.csv"} == set(last["files"])
    assert all((folder / name).stat().st_size for name in last["files"])
    assert folder.is_relative_to(home)


def test_ctrl_c_stops_training_and_keeps_the_weights(tmp_path: Path) -> None:
    environment = os.environ | {"LAYERLOOM_HOME": str(tmp_path / "home")}
    graph = digits(tmp_path, epochs=5000)
    training = subprocess.Popen(
        [*COMMAND, "train", str(graph), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )
    assert training.stdout is not None
    events = []
    for line in training.stdout:
        events.append(json.loads(line))
        if events[-1]["type"] == "epoch_ended" and events[-1]["epoch"] == 1:
            training.send_signal(signal.SIGINT)
    training.stdout.close()
    assert training.wait(30) == 130
    assert events[-1]["state"] == "stopped"
    assert "model.keras" in events[-1]["files"]


def test_train_takes_a_folder_of_pictures_and_its_size_from_the_graph(tmp_path: Path) -> None:
    folder = pictures.unpacked(tmp_path / "pets", pictures.members(8) | {"above/cut.png": b"no picture"})
    graph = {
        "version": 1,
        "keras_version": "3",
        "nodes": {
            "in": {"type": "input", "name": "photo"},
            "f": {"type": "layer", "name": "flat", "layer": "Flatten"},
            "d": {"type": "layer", "name": "d", "layer": "Dense", "params": {"units": 2, "activation": "softmax"}},
            "out": {"type": "output", "name": "kind"},
        },
        "edges": {a + b: {"source": a, "target": b} for a, b in (("in", "f"), ("f", "d"), ("d", "out"))},
        "training": {"epochs": 1, "data": {"type": "images", "id": "0" * 64, "height": 5, "width": 7}},
    }
    path = tmp_path / "graph.json"
    path.write_text(json.dumps(graph))
    done = run(tmp_path / "home", "train", path, "--images", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Succeeded" in done.stdout
    assert "1 picture cannot be read and is left out: above/cut.png." in done.stdout
    assert f"{5 * 7 * 3 * 2 + 2} parameters" in done.stdout


def test_train_takes_a_table(tmp_path: Path) -> None:
    rows = [f"{x / 10},{(x * 7) % 13},{'yes' if x % 2 else 'no'}" for x in range(80)]
    table = tmp_path / "points.csv"
    table.write_text("a,b,label\n" + "\n".join(rows))
    path = chooser(tmp_path, "label", units=2)
    done = run(tmp_path / "home", "train", path, "--csv", table)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Succeeded" in done.stdout
    missing = run(tmp_path / "home", "train", path, "--csv", tmp_path / "none.csv")
    assert missing.returncode == 1
    assert "none.csv" in missing.stderr


def test_whole_numbers_are_classes_to_train_on_and_a_last_layer_of_another_width_is_refused(tmp_path: Path) -> None:
    home, table = tmp_path / "home", tmp_path / "wine.csv"
    rows = [f"{x % 3},{x % 3 + x / 100},{(x * 7) % 13}" for x in range(90)]
    table.write_text("wine_type,a,b\n" + "\n".join(rows))
    done = run(home, "train", chooser(tmp_path, "wine_type", units=3), "--csv", table, "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    (epoch,) = [event for event in map(json.loads, done.stdout.splitlines()) if event["type"] == "epoch_ended"]
    assert "val_accuracy" in epoch["metrics"]
    refused = run(home, "train", chooser(tmp_path, "wine_type", units=2), "--csv", table, "--json")
    assert refused.returncode == 1
    assert [one["code"] for one in json.loads(refused.stdout)["problems"]] == ["units_differ_from_classes"]
    assert len(list((home / "runs").iterdir())) == 1


def chooser(folder: Path, target: str, units: int) -> Path:
    """One Dense with softmax, learning that column of a table."""
    graph = {
        "version": 1,
        "keras_version": "3.15.1",
        "nodes": {
            "in": {"type": "input", "name": "table"},
            "dense": {
                "type": "layer",
                "name": "dense",
                "layer": "Dense",
                "params": {"units": units, "activation": "softmax"},
            },
            "out": {"type": "output", "name": "label", "target": target},
        },
        "edges": {"e1": {"source": "in", "target": "dense"}, "e2": {"source": "dense", "target": "out"}},
        "training": {"epochs": 1},
    }
    path = folder / "graph.json"
    path.write_text(json.dumps(graph))
    return path


def test_export_writes_a_script_and_a_keras_file(tmp_path: Path) -> None:
    graph, script, model = digits(tmp_path), tmp_path / "script.py", tmp_path / "model.keras"
    assert main(["export", str(graph), "--to", "python", "-o", str(script), "--home", str(tmp_path)]) == 0
    compile(script.read_text(), "script.py", "exec")
    done = run(tmp_path / "home", "export", graph, "--to", "keras", "-o", model)
    assert done.returncode == 0, done.stderr
    assert model.read_bytes()[:2] == b"PK"


def test_the_catalog_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "--json"]) == 0
    assert any(member["name"] == "Conv2D" for member in json.loads(capsys.readouterr().out)["members"])


def test_doctor_says_what_is_missing_and_what_mends_it(tmp_path: Path) -> None:
    done = run(tmp_path, "doctor", "--json")
    findings = {each["what"]: each for each in json.loads(done.stdout)}
    assert findings["keras"]["state"] == "ok"
    assert findings["worker"]["mend"] == "layerloom up"
    assert done.returncode == int(any(each["state"] == "missing" for each in findings.values()))


@pytest.fixture
def port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def up(home: Path, port: int) -> "subprocess.Popen[str]":
    environment = os.environ | {"LAYERLOOM_HOME": str(home)}
    return subprocess.Popen(
        [*COMMAND, "up", "--no-browser", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
        start_new_session=True,
    )


def served(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def test_up_serves_restarts_what_dies_and_ends_whole(tmp_path: Path, port: int) -> None:
    app = up(tmp_path, port)
    assert app.stdout is not None
    try:
        line = app.stdout.readline()
        assert f"http://127.0.0.1:{port}/?token=" in line
        assert served(port)
        whole = psutil.Process(app.pid)
        worker = next(child for child in whole.children() if "worker" in child.cmdline())
        worker.kill()
        assert eventually(lambda: any(c.pid != worker.pid and "worker" in c.cmdline() for c in whole.children()))
        web = next(child for child in whole.children() if "web" in child.cmdline())
        serving = web.children()[0]
        web.kill()
        assert eventually(lambda: gone(serving.pid))
        assert eventually(lambda: served(port), 20)
        everyone = [child.pid for child in whole.children(recursive=True)]
        app.send_signal(signal.SIGINT)
        assert app.wait(40) == 0
        assert all(eventually(lambda pid=pid: gone(pid)) for pid in everyone)
        assert not served(port)
    finally:
        app.stdout.close()
        if app.poll() is None:
            app.kill()
            app.wait()


def test_nothing_outlives_an_app_that_is_killed(tmp_path: Path, port: int) -> None:
    app = up(tmp_path, port)
    assert app.stdout is not None
    app.stdout.readline()
    everyone = [child.pid for child in psutil.Process(app.pid).children(recursive=True)]
    app.kill()
    app.wait()
    app.stdout.close()
    assert len(everyone) >= 3
    assert all(eventually(lambda pid=pid: gone(pid), 20) for pid in everyone)


def test_a_home_that_is_being_served_is_said_before_anything_starts(tmp_path: Path, port: int) -> None:
    settings = Settings.from_env(tmp_path).prepare()
    worker = rpc.Server(settings.socket, {"health": lambda _: {"pid": 4321}})
    try:
        done = run(tmp_path, "up", "--no-browser", "--port", str(port))
    finally:
        worker.close()
    assert done.returncode == 1
    assert "its worker is process 4321" in done.stderr
    assert "--home" in done.stderr


@pytest.mark.parametrize(
    ("command", "variables", "words"),
    [
        (("up", "--port", "99999"), {}, "A port is a number from 1 to 65535"),
        (("up", "--host", "203.0.113.1"), {}, "--host"),
        (("worker",), {"LAYERLOOM_MEMORY_BYTES": "2GB"}, "LAYERLOOM_MEMORY_BYTES must be a whole number"),
        (("worker",), {"LAYERLOOM_DATABASE_URL": "nonsense"}, "LAYERLOOM_DATABASE_URL must be like"),
        (
            ("web",),
            {"LAYERLOOM_DATABASE_URL": "sqlite:////no/such/folder/x.db"},
            "Make the file and its folder writable",
        ),
        (("up",), {"LAYERLOOM_HOME": "/dev/null/home"}, "must be writable"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(
    tmp_path: Path, port: int, command: tuple[str, ...], variables: dict[str, str], words: str
) -> None:
    environment = os.environ | {"LAYERLOOM_HOME": str(tmp_path), "LAYERLOOM_PORT": str(port)} | variables
    done = subprocess.run(
        [*COMMAND, *command], capture_output=True, text=True, timeout=60, check=False, env=environment
    )
    assert done.returncode != 0
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_said_before_anything_starts(tmp_path: Path, port: int) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        done = run(tmp_path, "up", "--no-browser", "--port", str(port))
    assert done.returncode == 1
    assert f"--port {port + 1}" in done.stderr
