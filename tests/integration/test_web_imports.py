"""Models brought in over HTTP: a report and a graph first, nothing kept before somebody opens it, no stranger's file ever parsed here."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

import bad_models
from layerloom.graph.problems import Refused
from layerloom.imports import child, kept
from sites import AbsentWorker, AnsweringWorker, Person, codes, guest, link, open_site

SOURCE = "import keras\nmodel = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\n"


class ReadingWorker(AnsweringWorker):
    """Reads models in this process; of code it knows one answer by heart."""

    def call(self, verb: str, request: dict[str, Any] | None = None, timeout: float = 30.0) -> Any:
        request = request or {}
        if verb == "do" and request["entry"] == "layerloom.imports.child:read":
            self.calls.append((verb, request))
            return child.read(request["request"])
        if verb == "do" and request["entry"] == "layerloom.engine.pasted:read":
            self.calls.append((verb, request))
            if "keras" not in request["request"]["source"]:
                return {"models": [{"graph": "anything", "report": 3}]}
            return {"models": [child.read(good(request["request"]["source"]))]}
        return super().call(verb, request, timeout)


def good(_source: str) -> dict[str, Any]:
    folder = Path(os.environ["LAYERLOOM_TEST_FOLDER"])
    return {
        "path": str(bad_models.in_json(__import__("json").dumps(bad_models.GOOD))(folder)),
        "file_name": "m.json",
        "out": str(folder),
    }


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "made"
    folder.mkdir()
    monkeypatch.setenv("LAYERLOOM_TEST_FOLDER", str(folder))
    with open_site(tmp_path / "home", ReadingWorker()) as app:
        yield app


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return tmp_path / "made"


def upload(me: Person, path: Path, name: str = "", query: str = "") -> Any:
    head = f'--cut\r\nContent-Disposition: form-data; name="file"; filename="{name or path.name}"\r\n\r\n'
    body = head.encode() + path.read_bytes() + b"\r\n--cut--\r\n"
    return me.post(f"/api/imports{query}", data=body, headers={"Content-Type": "multipart/form-data; boundary=cut"})


def left(me: Person) -> list[str]:
    """What lies in the folder of imports, without what is kept."""
    folder = me.site.settings.home / "imports"
    quarantine = folder / "quarantine"
    return [path.name for path in quarantine.iterdir()] if quarantine.exists() else []


def test_a_model_is_told_of_then_opened_with_its_numbers(me: Person, made: Path):
    answer = upload(me, bad_models.archive(made))
    assert answer.status_code == 200, answer.json
    (model,) = answer.json["models"]
    assert model["report"]["weights"]["numbers"] == 10
    assert [one["name"] for one in model["report"]["mapped"]] == ["Dense", "Input", "Output"]
    assert me.get("/api/projects").json == []
    assert left(me) == []
    begin = model["graph"]["training"]["begin"]
    assert me.post(f"/api/imports/{begin}/keep").status_code == 204
    project = me.project(graph=model["graph"])
    assert me.get(f"/api/projects/{project}").json["graph"]["training"]["begin"] == begin


def test_numbers_that_nobody_wants_are_gone_after_a_day(me: Person, made: Path):
    home = me.site.settings.home
    wanted, unwanted = (
        upload(me, bad_models.archive(made)).json["models"][0]["graph"]["training"]["begin"] for _ in range(2)
    )
    me.post(f"/api/imports/{wanted}/keep")
    kept.sweep(home, time.time() + kept.DAY / 2)
    assert kept.folder(home, unwanted)
    kept.sweep(home, time.time() + 2 * kept.DAY)
    assert kept.folder(home, wanted)
    assert kept.folder(home, unwanted) is None
    assert codes(me.post(f"/api/imports/{unwanted}/keep")) == ["unknown_import"]


@pytest.mark.parametrize("id", ["..%2f..", "x" * 32, "0" * 31, "quarantine"])
def test_only_a_name_that_was_given_out_is_known(me: Person, id: str):
    assert me.post(f"/api/imports/{id}/keep").status_code == 404


@pytest.mark.parametrize(
    "what", ["a pickle", "a path that leads out", "bytecode", "a link to another file", "a bomb of weights"]
)
def test_a_bad_model_is_refused_and_leaves_nothing(me: Person, made: Path, what: str):
    make, code, status = bad_models.BAD[what]
    answer = upload(me, make(made))
    assert (answer.status_code, codes(answer)[0]) == (status, code)
    assert left(me) == []
    assert [one.name for one in (me.site.settings.home / "imports").iterdir()] == ["quarantine"]


def test_layers_with_code_come_as_placeholders_when_that_is_asked_for(me: Person, made: Path):
    answer = upload(me, bad_models.BAD["bytecode"][0](made), query="?placeholders=1")
    assert answer.status_code == 200
    assert answer.json["models"][0]["graph"]["nodes"]["evil"]["type"] == "custom"


def test_pasted_code_is_asked_of_a_child_and_its_answer_is_not_trusted(me: Person, made: Path):
    answer = me.post("/api/imports/code", json={"source": SOURCE})
    assert answer.status_code == 200, answer.json
    assert answer.json["models"][0]["graph"]["nodes"]["dense"]["layer"] == "Dense"
    entries = [request["entry"] for verb, request in me.site.worker.calls if verb == "do"]
    assert entries == ["layerloom.engine.pasted:read"]
    (made / "net.py").write_text(SOURCE)
    assert upload(me, made / "net.py").json["file_name"] == "net.py"
    lied = me.post("/api/imports/code", json={"source": "nothing of the kind"})
    assert (lied.status_code, codes(lied)) == (422, ["child_failed"])
    (made / "net.py").write_bytes(b"\xff\xfe\x00")
    assert codes(upload(me, made / "net.py")) == ["code_not_utf8"]


def test_a_guest_brings_nothing_in(app: Flask, me: Person, made: Path):
    _, secret = link(me, me.project(), "edit")
    other = guest(app, secret)
    assert codes(upload(other, bad_models.archive(made))) == ["not_allowed"]
    assert codes(other.post("/api/imports/code", json={"source": SOURCE})) == ["not_allowed"]


def test_while_the_engine_starts_nothing_is_left(tmp_path: Path):
    with open_site(tmp_path / "other", AbsentWorker()) as app:
        me = Person(app)
        answer = upload(me, bad_models.archive(tmp_path))
        assert (answer.status_code, codes(answer)) == (503, ["worker_starting"])
        assert left(me) == []


def test_the_web_side_of_imports_never_loads_the_reader():
    code = (
        "import sys; from layerloom.web import imports; from layerloom.imports import kept, quarantine;"
        "assert not {'layerloom.imports.child', 'layerloom.imports.hdf5', 'h5py', 'numpy', 'keras'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_refusal_from_the_child_keeps_its_code() -> None:
    with pytest.raises(Refused) as refused:
        child.read({"path": __file__, "file_name": "test.py", "out": "."})
    assert refused.value.problems[0].code == "model_is_code"
