"""A run of a model that learns from the data: told before the first epoch, kept by checkpoints, taken up again, exported as it is."""

import dataclasses
import json
import zipfile
from pathlib import Path

import keras
import numpy as np
import pytest

from exports import proof, subject_of
from layerloom.datasets import registry
from layerloom.datasets.prepare import prepare
from layerloom.engine.exports.subject import Subject, subject
from layerloom.engine.teaching import hand_on, known
from layerloom.graph import validate
from layerloom.graph.plan import LayerCall
from layerloom.graph.upgrades import open_graph
from layerloom.training.run import Job, Parent, train
from layerloom.worker import exporting
from plans import layer, plan_of

pytestmark = [
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Skipping nested container:UserWarning"),
]
TEMPLATE = Path(__file__).parents[2] / "backend/layerloom/templates/opinions-words.json"
SOURCE = {"type": "generated", "name": "opinions", "rows": 200, "noise": 0.0, "seed": 3}


def job(folder, plan, **more):
    folder.mkdir()
    return Job(plan, "hash", folder.name, 1, folder, folder.parent, **more)


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """(plan, folder, what was said) of a run whose model is as wide as its vocabulary, and scales numbers too."""
    home = tmp_path_factory.mktemp("home")
    plan = wide(home)
    told = []
    result = train(job(home / "r", plan), told.append, lambda: None)
    assert result.state == "succeeded"
    (home / "r" / "graph.json").write_text(json.dumps(DOCUMENT))
    return plan, home / "r", told


DOCUMENT = {
    "version": 1,
    "keras_version": "3.15.1",
    "name": "Words",
    "nodes": {
        "in": {"type": "input", "name": "opinion"},
        "w": layer("words", "TextVectorization", output_mode="multi_hot", ngrams=2),
        "o": layer("score", "Dense", units=1, activation="sigmoid"),
        "out": {"type": "output", "name": "content"},
    },
    "edges": {a + b: {"source": a, "target": b} for a, b in (("in", "w"), ("w", "o"), ("o", "out"))},
    "training": {"data": SOURCE, "epochs": 2, "batch_size": 32, "seed": 4},
}


def wide(home):
    graph = open_graph(DOCUMENT)
    return validate.plan(graph, registry.spec(graph.training.data, home))


def test_what_was_learned_is_told_before_the_model_is_built(ran):
    _, folder, told = ran
    kinds = [event.type for event in told]
    assert kinds.index("data_prepared") < kinds.index("layer_learned") < kinds.index("model_built")
    (learned,) = [event for event in told if event.type == "layer_learned"]
    assert (learned.node, learned.name, learned.layer, learned.done, learned.of) == (
        "w",
        "words",
        "TextVectorization",
        1,
        1,
    )
    model = keras.models.load_model(folder / "model.keras")
    words = model.get_layer("words").get_vocabulary()
    assert learned.size == len(words)
    assert list(learned.shown) == words[1 : 1 + len(learned.shown)]


def test_a_scale_is_told_with_its_means_and_variances():
    flowers = keras.layers.Normalization()
    flowers.adapt(np.array([[1.0, 10.0], [3.0, 30.0]]))
    size, means, variances = known(flowers, LayerCall("Normalization", {}))
    assert (size, means, variances) == (None, ("2", "20"), ("1", "100"))


def test_only_the_training_part_is_learned_from(ran):
    plan, folder, _ = ran
    prepared = prepare(plan, folder.parent)
    known = {*keras.models.load_model(folder / "model.keras").get_layer("words").get_vocabulary()}
    trained = {word for text in prepared.train[0]["opinion"] for word in text.split()}
    held_out = {word for text in prepared.validation[0]["opinion"] for word in text.split()}
    assert trained <= known
    assert held_out - trained
    assert not (held_out - trained) & known


def test_a_checkpoint_keeps_what_was_learned_and_a_run_goes_on_from_it(ran, tmp_path):
    plan, folder, _ = ran
    rows = keras.ops.convert_to_tensor(prepare(plan, folder.parent).validation[0]["opinion"])
    kept = keras.models.load_model(folder / "checkpoints" / "last" / "model.keras")
    final = keras.models.load_model(folder / "model.keras")
    assert kept.get_layer("words").get_vocabulary() == final.get_layer("words").get_vocabulary()
    assert kept(rows).shape == final(rows).shape
    told = []
    again = train(job(tmp_path / "again", plan, parent=Parent("r", folder)), told.append, lambda: None)
    assert again.state == "succeeded"
    assert [event.step for event in told if event.type == "run_resumed"]


LEARNERS = [
    (
        "TextVectorization",
        {"output_mode": "tf_idf"},
        np.array(["a b", "b c", "c c d"], object),
        np.array(["b x"], object),
    ),
    ("TextVectorization", {}, np.array(["a b", "b c"], object), np.array(["b x"], object)),
    ("StringLookup", {"output_mode": "one_hot"}, np.array([["a"], ["b"]], object), np.array([["b"]], object)),
    ("StringLookup", {"output_mode": "tf_idf"}, np.array([["a"], ["b"]], object), np.array([["b"]], object)),
    ("IntegerLookup", {"mask_token": 0}, np.array([[1], [7], [7]]), np.array([[7]])),
    ("Discretization", {"num_bins": 3}, np.arange(9.0)[:, None], np.array([[4.0]])),
    ("Normalization", {}, np.arange(8.0).reshape(4, 2), np.array([[4.0, 1.0]])),
]


@pytest.mark.parametrize(("name", "params", "rows", "asked"), LEARNERS, ids=[f"{one[0]} {one[1]}" for one in LEARNERS])
def test_what_a_layer_learned_is_handed_on(name, params, rows, asked):
    before, after = (getattr(keras.layers, name)(**params) for _ in range(2))
    before.adapt(rows)
    hand_on(before, after)
    given = keras.ops.convert_to_tensor(asked)
    np.testing.assert_array_equal(np.asarray(before(given)), np.asarray(after(given)))
    assert known(before, LayerCall(name, params)) == known(after, LayerCall(name, params))


def test_a_run_that_goes_on_keeps_its_words_on_other_data(ran, tmp_path):
    plan, folder, _ = ran
    other = dataclasses.replace(
        plan, training=plan.training.model_copy(update={"data": plan.training.data.model_copy(update={"seed": 8})})
    )
    result = train(job(tmp_path / "other", other, parent=Parent("r", folder)), lambda event: None, lambda: None)
    assert result.state == "succeeded"
    words = [
        keras.models.load_model(place / "model.keras").get_layer("words").get_vocabulary()
        for place in (folder, tmp_path / "other")
    ]
    assert words[0] == words[1]


@pytest.mark.parametrize("name", ["python", "notebook", "graph", "keras", "saved_model"])
def test_an_export_takes_raw_texts(ran, name, tmp_path):
    found = proof(exported(ran), name, tmp_path)
    assert 0 <= found["deviation"] <= 1e-5


def test_a_serving_folder_takes_raw_rows(ran, tmp_path):
    found = proof(exported(ran), "serving", tmp_path, exporting.free_port())
    assert 0 <= found["deviation"] <= 1e-5
    with zipfile.ZipFile(tmp_path / "serving.zip") as archive:
        assert "serving/model/saved_model.pb" in archive.namelist()
        assert "COPY model model/" in archive.read("serving/Dockerfile").decode()
        assert "tensorflow==" in archive.read("serving/requirements.txt").decode()
        (entry,) = json.loads(archive.read("serving/columns.json"))["inputs"]
    assert (entry["raw"], entry["alone"]) == ("string", True)


def exported(ran) -> Subject:
    plan, folder, _ = ran
    return subject(
        {
            "graph": DOCUMENT,
            "data": plan.data.model_dump(mode="json"),
            "weights": str(folder / "model.keras"),
            "home": str(folder.parent),
        }
    )


def test_a_template_with_fresh_weights_is_exported_too(tmp_path):
    found = proof(subject_of(TEMPLATE, tmp_path), "saved_model", tmp_path)
    assert 0 <= found["deviation"] <= 1e-5
    assert plan_of(TEMPLATE).inputs[0].dtype == "string"
