"""Exports on the whole way: a worker, its launcher, jailed children that write, run and blame, and what is kept beside the run."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import onnxruntime
import pytest

from launchers import eventually
from layerloom.catalog.formats import formats
from layerloom.cli import main
from layerloom.datasets import registry
from layerloom.db import migrate
from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER, Run
from layerloom.graph.data import DataSpec
from layerloom.graph.upgrades import open_graph
from layerloom.runs import exports, history
from layerloom.runs.exports import Export, Receipt
from layerloom.runs.lifecycle import ENDED
from layerloom.settings import Settings
from layerloom.worker.serve import Worker
from plans import ROOT

TEMPLATES = ROOT / "backend/layerloom/templates"


class Trained:
    """A home with a worker and one run that has ended."""

    def __init__(self, home: Path, database: Database, worker: Worker, run: str) -> None:
        self.home, self.database, self.worker, self.run = home, database, worker, run
        self.folder = home / "runs" / run

    def look(self, name: str) -> Export:
        told = {one["format"]: Export.model_validate(one) for one in self.worker.exports({"run": self.run})}
        return told[name]

    def receipt(self, name: str) -> Receipt | None:
        return exports.read(self.folder, name)

    def export(self, name: str) -> Receipt:
        self.worker.export({"run": self.run, "format": name})
        assert eventually(lambda: self.receipt(name) is not None or self.look(name).error != "", 120), self.look(name)
        found = self.receipt(name)
        assert found is not None, self.look(name).error
        return found


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trained]:
    home = tmp_path_factory.mktemp("home")
    settings = Settings.from_env(home, database_url=f"sqlite:///{home / 'layerloom.db'}").prepare()
    database = Database(settings.database_url)
    migrate.upgrade(database)
    graph = open_graph((TEMPLATES / "iris-mlp.json").read_bytes())
    graph = graph.model_copy(update={"training": graph.training.model_copy(update={"epochs": 3})})
    assert graph.training.data is not None
    data: DataSpec = registry.spec(graph.training.data, home)
    with database.write() as session:
        row, _ = history.queue(
            session, owner=LOCAL_OWNER, project=None, key="k", graph=graph.model_dump(mode="json"), graph_hash="h", data=data.model_dump(mode="json")
        )  # fmt: skip
        run = row.id
    worker = Worker(settings, database).start()

    def ended() -> bool:
        with database.read() as session:
            return session.get_one(Run, run).state in ENDED

    try:
        worker.wait_ready(120)
        assert eventually(ended, 60)
        yield Trained(home, database, worker, run)
    finally:
        worker.close()
        database.close()


def test_an_export_is_written_proven_and_kept(trained: Trained):
    receipt = trained.export("onnx")
    assert receipt.outcome == "ready"
    assert receipt.proof is not None
    assert 0 <= receipt.proof.deviation <= receipt.tolerance
    assert receipt.proof.runtime.startswith("onnxruntime ")
    file = exports.place(trained.folder, "onnx") / receipt.file
    assert exports.fingerprint(file) == receipt.sha256
    session = onnxruntime.InferenceSession(str(file))
    assert [one.name for one in session.get_inputs()] == ["flower"]
    written = trained.folder / exports.EXPORTS
    assert eventually(
        lambda: {path.name for path in written.iterdir()} == {"onnx"}, 10
    )  # what was needed on the way is gone


def test_a_second_ask_does_nothing(trained: Trained):
    first = trained.export("keras")
    trained.worker.export({"run": trained.run, "format": "keras"})
    assert trained.look("keras").state == "none", "nothing is under way"
    assert trained.receipt("keras") == first


def test_the_server_answers_on_a_loopback_port_from_inside_the_jail(trained: Trained):
    receipt = trained.export("serving")
    assert receipt.outcome == "ready", receipt.reason
    assert receipt.proof is not None
    assert 0 <= receipt.proof.deviation <= receipt.tolerance
    with zipfile.ZipFile(exports.place(trained.folder, "serving") / "serving.zip") as archive:
        assert "serving/Dockerfile" in archive.namelist()


@pytest.mark.parametrize("name", ["saved_model", "openvino", "core_ml"])
def test_a_converter_works_where_only_root_can_pass(trained: Trained, name: str):
    receipt = trained.export(name)
    assert receipt.outcome == "ready", receipt.reason


def test_one_that_is_cancelled_leaves_nothing(trained: Trained):
    trained.worker.export({"run": trained.run, "format": "litert_int8"})
    assert eventually(lambda: trained.look("litert_int8").state == "working", 20)
    trained.worker.cancel_export({"run": trained.run, "format": "litert_int8"})
    assert trained.look("litert_int8").state == "none"
    assert eventually(lambda: not list((trained.folder / exports.EXPORTS).glob(".litert_int8*")), 20)
    assert trained.receipt("litert_int8") is None


def test_every_format_is_told_of(trained: Trained):
    told: dict[str, Any] = {one["format"]: one for one in trained.worker.exports({"run": trained.run})}
    assert list(told) == list(formats())
    assert told["tensorflow_js"]["state"] == "unfit"
    assert told["tensorflow_js"]["command"].startswith("tensorflowjs_converter")


def test_a_run_is_exported_from_the_terminal(
    trained: Trained, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("LAYERLOOM_DATABASE_URL", f"sqlite:///{trained.home / 'layerloom.db'}")
    place = tmp_path / "iris.tflite"
    done = main(["export", trained.run, "--format", "litert", "-o", str(place), "--home", str(trained.home)])
    said = capsys.readouterr().err
    assert done == 0, said
    assert place.read_bytes()[4:8] == b"TFL3"
    assert "ai-edge-litert" in said
    assert (
        main(["export", "iris-mlp", "--format", "graph", "-o", str(tmp_path / "g.json"), "--home", str(trained.home)])
        == 0
    )
    assert json.loads((tmp_path / "g.json").read_text())["name"]
    assert main(["export", "iris-mlp", "--format", "tensorflow_js", "--home", str(trained.home)]) == 1
    assert "tensorflowjs_converter" in capsys.readouterr().err
