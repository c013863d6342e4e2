"""A run's exports over HTTP: what is kept and what is under way as one list, refusals with a next step, files of one run alone."""

from typing import Any

import pytest
from flask import Flask

import exported
from layerloom.catalog.formats import formats
from layerloom.runs import exports
from layerloom.runs.exports import Blame, Export
from sites import AbsentWorker, AnsweringWorker, Person, codes, open_site, stranger


class ExportingWorker(AnsweringWorker):
    """Is always half way through ONNX, and has no OpenVINO."""

    def call(self, verb: str, request: dict[str, Any] | None = None, timeout: float = 30.0) -> Any:
        if verb != "exports":
            return super().call(verb, request, timeout)
        told = {
            "onnx": Export(format="onnx", state="working", stage="converting", share=0.5),
            "openvino": Export(
                format="openvino", state="missing", missing=("openvino",), command="python -m pip install openvino"
            ),
        }
        return [told.get(name, Export(format=name, state="none")).model_dump(mode="json") for name in formats()]


@pytest.fixture
def site(tmp_path) -> Any:
    with open_site(tmp_path, ExportingWorker()) as app:
        yield app


@pytest.fixture
def person(site: Flask) -> Person:
    return Person(site)


def run_with_model(me: Person) -> str:
    project = me.project(template="iris-mlp")
    run = me.post(f"/api/projects/{project}/runs", json={"key": "k"}).json["run"]["id"]
    folder = me.site.settings.runs / run
    folder.mkdir(parents=True)
    (folder / "model.keras").write_bytes(b"weights")
    return run


def keep(me: Person, run: str, name: str, outcome: str = "ready", **more: Any) -> None:
    exported.keep(me.site.settings.runs / run, name, outcome, **more)


def states(me: Person, run: str) -> dict[str, str]:
    return {one["format"]: one["state"] for one in me.get(f"/api/runs/{run}/exports").json["exports"]}


def test_what_is_kept_and_what_is_under_way_are_one_list(person: Person):
    run = run_with_model(person)
    keep(person, run, "litert")
    blame = Blame(node="n", name="lstm", layer="LSTM")
    keep(person, run, "litert_int8", "refused", blame=blame, reason="no such operation")
    found = states(person, run)
    assert (found["onnx"], found["litert"], found["litert_int8"]) == ("working", "ready", "refused")
    assert (found["openvino"], found["keras"]) == ("missing", "none")
    shown = person.get(f"/api/runs/{run}/exports").json
    assert [one["name"] for one in shown["formats"]] == list(formats())
    assert (
        next(one for one in shown["exports"] if one["format"] == "litert_int8")["receipt"]["blame"]["layer"] == "LSTM"
    )


def test_what_was_made_of_other_weights_is_not_offered(person: Person):
    run = run_with_model(person)
    keep(person, run, "litert")
    (person.site.settings.runs / run / "model.keras").write_bytes(b"trained on")
    assert states(person, run)["litert"] == "none"
    assert person.get(f"/api/runs/{run}/exports/litert/file").status_code == 404


def test_a_file_is_taken_away(person: Person):
    run = run_with_model(person)
    keep(person, run, "litert")
    keep(person, run, "onnx", "refused", reason="no")
    answer = person.get(f"/api/runs/{run}/exports/litert/file")
    assert (answer.status_code, answer.data) == (200, b"a file")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="model.tflite"')
    for name in ("onnx", "keras", "..", "%2e%2e"):
        assert person.get(f"/api/runs/{run}/exports/{name}/file").status_code == 404, name


def test_a_receipt_that_was_tampered_with_is_none(person: Person):
    run = run_with_model(person)
    keep(person, run, "litert")
    place = exports.place(person.site.settings.runs / run, "litert") / "receipt.json"
    whole = place.read_text()
    for text in (
        "",
        "{",
        whole.replace("litert", "onnx"),
        whole.replace('"bytes": 6', '"bytes": 7'),
        '{"format": "litert"}',
    ):
        place.write_text(text)
        assert states(person, run)["litert"] == "none"


def test_an_export_is_begun_and_cancelled_by_the_worker(person: Person):
    run = run_with_model(person)
    assert person.post(f"/api/runs/{run}/exports/keras").status_code == 202
    assert person.ask("DELETE", f"/api/runs/{run}/exports/keras").status_code == 200
    asked = [(verb, request) for verb, request in person.site.worker.calls if "export" in verb]
    assert asked == [("export", {"run": run, "format": "keras"}), ("cancel_export", {"run": run, "format": "keras"})]


def test_what_cannot_be_begun_says_why(person: Person):
    run = run_with_model(person)
    for name in ("tensorflow_js", "pickle"):
        answer = person.post(f"/api/runs/{run}/exports/{name}")
        assert (answer.status_code, codes(answer)) == (404, ["unknown_format"])
    (person.site.settings.runs / run / "model.keras").unlink()
    answer = person.post(f"/api/runs/{run}/exports/onnx")
    assert (answer.status_code, codes(answer)) == (409, ["no_model_to_export"])
    assert person.post("/api/runs/nothing/exports/onnx").status_code == 404


def test_without_a_worker_what_is_kept_is_still_there(tmp_path):
    with open_site(tmp_path, AnsweringWorker()) as app:
        me = Person(app)
        run = run_with_model(me)
        keep(me, run, "litert")
        me.site.worker = AbsentWorker()
        assert states(me, run)["litert"] == "ready"
        assert me.get(f"/api/runs/{run}/exports/litert/file").status_code == 200
        answer = me.post(f"/api/runs/{run}/exports/onnx")
        assert (answer.status_code, codes(answer)) == (503, ["worker_starting"])


def test_exports_of_somebody_elses_run_are_none(site: Flask, person: Person):
    run = run_with_model(person)
    keep(person, run, "litert")
    other = stranger(site)
    for method, path in (("GET", ""), ("POST", "/onnx"), ("DELETE", "/onnx"), ("GET", "/litert/file")):
        assert other.ask(method, f"/api/runs/{run}/exports{path}").status_code == 404


def test_an_untrained_graph_leaves_as_a_notebook(me: Person):
    project = me.project(template="iris-mlp")
    answer = me.get(f"/api/projects/{project}/notebook")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="iris')
    document = answer.get_json(force=True)
    assert document["nbformat"] == 4
    assert any("def build_model" in "".join(cell["source"]) for cell in document["cells"])
    assert me.get(f"/api/projects/{me.project()}/notebook").status_code == 422
