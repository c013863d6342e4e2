"""Every format is written and run again in its own runtime; what deviates or cannot be written has a layer to blame."""

import importlib.util
import json
import sys
import zipfile
from itertools import pairwise

import keras
import numpy as np
import pytest

from exports import proof, request_of, subject_of
from layerloom.catalog.conversions import MOST_STEPS
from layerloom.catalog.formats import formats
from layerloom.cli.export import told
from layerloom.engine.build import build
from layerloom.engine.exports import module, proving
from layerloom.engine.exports.subject import ports
from layerloom.graph.source import notebook
from layerloom.launcher.once import ChildFailed
from layerloom.runs import exports
from layerloom.worker import exporting
from plans import ROOT, plan_of

pytestmark = pytest.mark.filterwarnings("ignore")  # the converters are other people's code, and warn

TEMPLATES = ROOT / "backend/layerloom/templates"
VALID = ROOT / "tests/graphs/valid"
RUN_HERE = [
    name for name, format in formats().items() if format.elsewhere is None and name not in ("serving", "core_ml")
]


@pytest.fixture(scope="module")
def iris(tmp_path_factory):
    return subject_of(TEMPLATES / "iris-mlp.json", tmp_path_factory.mktemp("home"))


@pytest.mark.parametrize("name", RUN_HERE)
def test_a_format_is_written_and_run_again(iris, name, tmp_path):
    found = exports.Proof.model_validate(proof(iris, name, tmp_path))
    assert found.rows == 32
    assert 0 <= found.deviation <= formats()[name].tolerance
    assert found.outputs[0].name == "label"
    assert found.agreeing is not None
    assert found.agreeing >= 0.9
    assert 0 < found.latency_p50_ms <= found.latency_p95_ms
    assert (tmp_path / formats()[name].file).stat().st_size > 0
    assert found.because


def test_the_server_is_started_and_asked_with_raw_rows(iris, tmp_path):
    found = exports.Proof.model_validate(proof(iris, "serving", tmp_path, exporting.free_port()))
    assert 0 <= found.deviation <= formats()["serving"].tolerance
    with zipfile.ZipFile(tmp_path / "serving.zip") as archive:
        names = {name.removeprefix("serving/") for name in archive.namelist()}
        told = json.loads(archive.read("serving/columns.json"))
    assert names == {"Dockerfile", "README.md", "columns.json", "model.onnx", "requirements.txt", "server.py"}
    assert told["outputs"][0]["classes"] == ["setosa", "versicolor", "virginica"]


@pytest.mark.skipif(sys.platform == "darwin", reason="Core ML runs here")
def test_core_ml_is_written_and_said_not_to_have_run(iris, tmp_path):
    assert proof(iris, "core_ml", tmp_path) == {"proof": None, "unproven": "apple"}
    with zipfile.ZipFile(tmp_path / "core_ml.zip") as archive:
        assert any(name.endswith(".mlmodel") for name in archive.namelist())
    assert "iOS" in module("core_ml").smallest(tmp_path).version


@pytest.mark.parametrize("name", ["onnx", "litert", "saved_model"])
@pytest.mark.parametrize("file", ["unicode", "two_outputs", "states"])
def test_names_types_and_several_ends_survive(file, name, tmp_path):
    found = proof(subject_of(VALID / f"{file}.json", tmp_path), name, tmp_path)
    assert 0 <= found["deviation"] <= formats()[name].tolerance


def test_a_keras_file_with_fresh_weights_is_the_plan_itself(tmp_path):
    file = TEMPLATES / "iris-mlp.json"
    found = subject_of(file, tmp_path)
    module("keras").write(found, tmp_path)
    loaded = keras.models.load_model(tmp_path / "model.keras")
    assert loaded.compiled
    plan = plan_of(file)
    for one, other in zip(loaded.get_weights(), build(plan, plan.training.seed).get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("file", ["both_ways", "states", "stacked_cells", "visitors-series"])
def test_a_recurrent_layer_goes_as_8_bits_without_its_loop_and_the_model_keeps_it(file, tmp_path):
    place = VALID / f"{file}.json"
    found = subject_of(place if place.exists() else TEMPLATES / f"{file}.json", tmp_path)
    layers = [one for one in found.model._flatten_layers() if isinstance(one, keras.layers.RNN)]
    assert layers
    told = proof(found, "litert_int8", tmp_path)
    assert 0 <= told["deviation"] <= formats()["litert_int8"].tolerance
    assert not any(one.unroll or "inner_loop" in vars(one) for one in layers)
    assert proof(found, "core_ml", tmp_path) == {"proof": None, "unproven": "apple"} or sys.platform == "darwin"


def endless(tmp_path, steps):
    """A graph file whose LSTM reads that many steps; None: any number."""
    graph = json.loads((VALID / "both_ways.json").read_text())
    graph["nodes"] = {
        "in": {"type": "input", "name": "signal", "shape": [steps, 3]},
        "s": {"type": "layer", "name": "smooth", "layer": "Dense", "params": {"units": 2}},
        "r": {"type": "layer", "name": "reader", "layer": "LSTM", "params": {"units": 4}},
        "d": {"type": "layer", "name": "guess", "layer": "Dense", "params": {"units": 1}},
        "out": {"type": "output", "name": "y"},
    }
    graph["edges"] = {
        f"{one}{other}": {"source": one, "target": other} for one, other in pairwise(("in", "s", "r", "d", "out"))
    }
    graph["training"] = {}
    file = tmp_path / "endless.json"
    file.write_text(json.dumps(graph))
    return file


@pytest.mark.parametrize("steps", [None, MOST_STEPS + 1])
def test_a_loop_that_cannot_be_written_out_is_refused_before_the_converter_sees_it(tmp_path, steps):
    here = Here()
    receipt, _ = exporting.export(wanted(endless(tmp_path, steps), "litert_int8", tmp_path), tmp_path, here)
    assert receipt.outcome == "refused"
    assert receipt.unfit == exports.Unfit(steps=steps, most=MOST_STEPS)
    assert (receipt.blame.node, receipt.blame.name, receipt.blame.layer) == ("r", "reader", "LSTM")
    assert here.asked == [exporting.MAKE]
    assert "litert_float16" in told(formats()["litert_int8"], receipt)
    fine, _ = exporting.export(wanted(endless(tmp_path, steps), "litert_float16", tmp_path), tmp_path, here)
    assert fine.outcome == "ready"


def test_names_become_what_every_runtime_takes():
    assert ports(["a picture", "输入", "x", "x!"], "input") == {
        "a picture": "a_picture",
        "输入": "input_1",
        "x": "x",
        "x!": "input_3",
    }


def test_a_difference_is_counted_and_a_missing_number_is_infinite():
    right = np.array([[1.0, -4.0], [np.nan, 2.0]], "float32")
    close = np.array([[1.5, -4.0], [np.nan, 2.0]], "float32")
    (one,) = proving.compared({"y": close}, {"y": right})
    assert (one["deviation"], one["largest"]) == (0.5, 4.0)
    assert proving.worst([one]) == 0.125
    for wrong in (np.zeros((2, 2), "float32"), np.zeros((2, 1), "float32")):
        assert proving.worst(proving.compared({"y": wrong}, {"y": right})) == -1
    assert proving.worst(proving.compared({}, {"y": right})) == -1


class Here:
    """Answers in this process what the worker asks a child."""

    def __init__(self):
        self.asked = []

    def __call__(self, entry, request, folder, *, read, loopback_port):
        self.asked.append(entry)
        module_name, _, name = entry.partition(":")
        try:
            return getattr(
                sys.modules[module_name] if module_name in sys.modules else __import__(module_name, fromlist=["x"]),
                name,
            )(request, lambda told: None)
        except Exception as error:
            raise ChildFailed(f"{type(error).__name__}: {error}") from error


def wanted(file, name, home):
    told = request_of(file, home)
    return exporting.Wanted(formats()[name], told["graph"], told["data"], None, home)


def test_a_layer_that_cannot_be_written_is_blamed(tmp_path, monkeypatch):
    """A converter that knows no softmax: the layer before it is fine, and what comes after is never reached."""
    graph = json.loads((TEMPLATES / "digits-cnn.json").read_text())
    onnx = module("onnx")
    real = onnx.write

    def narrow(subject, folder):
        if any(isinstance(layer, keras.layers.Flatten) for layer in subject.model.layers):
            raise NotImplementedError("no such operation: Reshape")
        real(subject, folder)

    monkeypatch.setattr(onnx, "write", narrow)
    here = Here()
    receipt, _ = exporting.export(wanted(TEMPLATES / "digits-cnn.json", "onnx", tmp_path), tmp_path, here)
    flat = next(id for id, node in graph["nodes"].items() if node.get("layer") == "Flatten")
    assert receipt.outcome == "refused"
    assert receipt.blame is not None
    assert (receipt.blame.node, receipt.blame.layer) == (flat, "Flatten")
    assert "no such operation" in receipt.reason
    assert len(here.asked) < len(graph["nodes"])


def test_a_layer_whose_numbers_differ_is_blamed(tmp_path, monkeypatch):
    """A runtime that gets one layer wrong, as a faulty kernel would."""
    onnx = module("onnx")
    real = onnx.write

    def faulty(subject, folder):
        layer = next(layer for layer in subject.model.layers if layer.name == "dense_2")
        kept = layer.get_weights()
        layer.set_weights([kept[0] * 1.01, kept[1]])
        try:
            real(subject, folder)
        finally:
            layer.set_weights(kept)

    monkeypatch.setattr(onnx, "write", faulty)
    receipt, _ = exporting.export(wanted(TEMPLATES / "iris-mlp.json", "onnx", tmp_path), tmp_path, Here())
    assert receipt.outcome == "refused"
    assert receipt.proof is not None
    assert receipt.proof.deviation > receipt.tolerance
    assert receipt.blame is not None
    assert (receipt.blame.name, receipt.blame.layer) == ("dense_2", "Dense")
    assert receipt.blame.deviation > receipt.tolerance


def test_what_became_of_it_is_kept_and_read_again(tmp_path, iris):
    run = tmp_path / "run"
    run.mkdir()
    folder = tmp_path / "work"
    folder.mkdir()
    receipt, made = exporting.export(wanted(TEMPLATES / "iris-mlp.json", "keras", tmp_path), folder, Here())
    exports.keep(run, receipt, made)
    assert exports.read(run, "keras") == receipt
    assert exports.read(run, "keras", "other weights") is None
    assert exports.fingerprint(exports.place(run, "keras") / "model.keras") == receipt.sha256
    (exports.place(run, "keras") / "model.keras").write_bytes(b"cut")
    assert exports.read(run, "keras") is None


def test_a_notebook_holds_the_scripts_functions_and_runs(tmp_path, iris):
    module("notebook").write(iris, tmp_path)
    document = json.loads((tmp_path / "notebook.ipynb").read_text())
    assert document["cells"][0]["cell_type"] == "markdown"
    assert len({cell["id"] for cell in document["cells"]}) == len(document["cells"])
    cells = notebook.code((tmp_path / "notebook.ipynb").read_text())
    assert cells[-1] == "main()"
    assert sum(cell.startswith("def ") for cell in cells) >= 5


def test_a_server_refuses_what_it_cannot_answer(iris, tmp_path):
    module("onnx").write(iris, tmp_path)
    serving = module("serving")
    (tmp_path / "columns.json").write_text(json.dumps(serving._columns(iris)))
    spec = importlib.util.spec_from_file_location("served", serving.SERVER)
    server = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(server)
    model = server.Model(tmp_path)
    answer = model.predict({"rows": iris.raw[:2]})
    assert len(answer["classes"]["label"]) == 2
    for wrong in (
        {},
        [],
        {"rows": []},
        {"rows": [{}]},
        {"rows": "x"},
        {"rows": [dict.fromkeys(iris.raw[0], "x")]},
        {"inputs": {"other": [[1]]}},
        {"inputs": {"flower": [["x"]]}},
        {"inputs": {"flower": [[1, 2]]}},
        {"rows": iris.raw, "inputs": {}},
    ):
        with pytest.raises(server.Wrong):
            model.predict(wrong)


def test_what_a_layer_was_told_is_no_input_of_the_onnx_file(tmp_path):
    plan = json.loads((VALID / "chain.json").read_text())
    first = next(edge for edge in plan["edges"].values() if plan["nodes"][edge["source"]]["type"] == "input")
    plan["nodes"]["told"] = {
        "type": "layer",
        "name": "told",
        "layer": "Normalization",
        "params": {"mean": 1.0, "variance": 4.0},
    }
    plan["edges"]["told"] = {"source": first["source"], "target": "told"}
    first["source"] = "told"
    file = tmp_path / "told.json"
    file.write_text(json.dumps(plan))
    found = proof(subject_of(file, tmp_path), "onnx", tmp_path)
    assert 0 <= found["deviation"] <= formats()["onnx"].tolerance
