"""The law of agreement: an exported script, run alone, starts from and ends with the very weights of `engine.build` and of a run."""

import dataclasses
import inspect
import sys

import keras
import numpy as np
import pytest

from alone import assert_same, run_alone
from layerloom.datasets import csv_child, split, text, uploads
from layerloom.datasets.prepare import prepare
from layerloom.engine.build import build
from layerloom.graph.plan import LayerCall
from layerloom.graph.schema import Training
from layerloom.graph.source import program, script, snippets
from layerloom.graph.source.layout import flat
from layerloom.training.callbacks import callbacks
from layerloom.training.order import order
from layerloom.training.run import Job, train
from plans import ROOT, chain, graph, layer, plan_of

pytestmark = [
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
    # Keras looks for variables of layers that keep none, only words.
    pytest.mark.filterwarnings("ignore:Skipping nested container:UserWarning"),
]

FEW = {"epochs": 3, "batch_size": 64, "seed": 3}
CSV = """island;bill length;mass;species;note
Biscoe;39,1;3750;Adelie;a
Dream;NA;3800;Adelie;b
Biscoe;40,3;3250;;c
Torgersen;36,7;3450;Gentoo;d
"""


def digits_with_dropout_and_normalisation(home):
    nodes = {
        "in": {"type": "input", "name": "image"},
        "c": layer(
            "conv", "Conv2D", filters=4, kernel_size=3, activation="relu", kernel_initializer={"name": "HeNormal"}
        ),
        "b": layer("norm", "BatchNormalization"),
        "d": layer("drop", "Dropout", rate=0.3),
        "f": layer("flat", "Flatten"),
        "o": layer("scores", "Dense", units=10, activation="softmax"),
        "out": {"type": "output", "name": "digit"},
    }
    edges = [("in", "c"), ("c", "b"), ("b", "d"), ("d", "f"), ("f", "o"), ("o", "out")]
    settings = {
        "data": {"type": "builtin", "name": "digits"},
        "early_stopping": {"monitor": "val_loss", "patience": 1},
        "reduce_on_plateau": {"monitor": "val_loss", "patience": 1},
    }
    return graph(nodes, edges, FEW | settings, "Digits “quoted”")


def iris_with_two_inputs_two_outputs_and_a_shared_layer(home):
    nodes = {
        "s": {"type": "input", "name": "sepal", "columns": ["sepal length (cm)", "sepal width (cm)"]},
        "p": {"type": "input", "name": "petal", "columns": ["petal length (cm)"], "scaling": "unit"},
        "q": layer("wide", "Dense", units=2),
        "a": layer("shared", "Dense", units=6, activation="tanh"),
        "b": layer("again", "Dense", shares="a"),
        "m": layer("joined", "Concatenate"),
        "x": layer("frozen", "Dense", units=5, activation="relu", trainable=False),
        "o": layer("species", "Dense", units=3, activation="softmax"),
        "w": layer("width", "Dense", units=1),
        "out": {"type": "output", "name": "kind", "loss": {"name": "CategoricalCrossentropy"}},
        "out2": {"type": "output", "name": "petal_width", "target": "petal width (cm)", "weight": 0.5},
    }
    edges = [("s", "a"), ("p", "q"), ("q", "b"), ("a", "m"), ("b", "m"), ("m", "x"), ("x", "o"), ("x", "w")]
    edges += [("o", "out"), ("w", "out2")]
    return graph(nodes, edges, FEW | {"data": {"type": "builtin", "name": "iris"}, "batch_size": 16}, "Iris twice")


def spirals_as_a_sequence(home):
    nodes = {
        "in": {"type": "input", "name": "point"},
        "r": layer("steps", "Reshape", target_shape=[2, 1]),
        "l": layer("both_ways", "Bidirectional", layer={"name": "LSTM", "params": {"units": 3, "dropout": 0.2}}),
        "o": layer("score", "Dense", units=1, activation="sigmoid"),
        "out": {"type": "output", "name": "arm"},
    }
    cosine = {"name": "CosineDecay", "params": {"initial_learning_rate": 0.1, "decay_steps": 20}}
    settings = {
        "data": {"type": "generated", "name": "spirals", "rows": 150},
        "optimizer": {"name": "SGD", "params": {"learning_rate": cosine}},
        "split": {"validation": 0.3, "seed": 5, "stratify": False},
    }
    return graph(nodes, [("in", "r"), ("r", "l"), ("l", "o"), ("o", "out")], FEW | settings, "Spirals")


def penguins_from_a_file(home, missing="fill"):
    rows = "\n".join(CSV.splitlines()[1:])
    text = CSV.splitlines()[0] + "\n" + "\n".join([rows] * 30) + "\n"
    with (home / "penguins.csv").open("wb+") as file:
        file.write(text.encode("cp1252"))
        file.seek(0)
        upload = uploads.receive(file, "penguins.csv", home)
    spec = uploads.accept(upload, csv_child.parse(upload.request), home)
    nodes = {
        "in": {"type": "input", "name": "penguin"},
        "d": layer("hidden", "Dense", units=4, activation="relu"),
        "o": layer("score", "Dense", units=1, activation="sigmoid"),
        "out": {"type": "output", "name": "species", "target": "species"},
    }
    source = upload.source(spec).model_dump() | {"missing": missing}
    return graph(nodes, [("in", "d"), ("d", "o"), ("o", "out")], FEW | {"data": source}, "Penguins", home)


REVIEWS = """review;shop;stars;pieces;price;happy
The cat's toy: great!;north;3;4;1,5;yes
awful, simply AWFUL;south;1;12;2,25;no
not bad at all;north;2;;3,5;yes
"I'd say; terrible";NA;1;4;NA;no
NA;south;3;7;4,5;yes
great   great value;north;3;12;5,5;yes
broken on day 1;south;1;9;9,5;no
"""


def reviews_that_the_model_reads_itself(home):
    """Every layer that learns, each behind an input of its own."""
    header, *lines = REVIEWS.splitlines()
    (home / "reviews.csv").write_text("\n".join([header, *lines * 12]) + "\n", encoding="utf-8")
    with (home / "reviews.csv").open("rb") as file:
        upload = uploads.receive(file, "reviews.csv", home)
    spec = uploads.accept(upload, csv_child.parse(upload.request), home)
    nodes = {
        "t": {"type": "input", "name": "review", "columns": ["review"]},
        "s": {"type": "input", "name": "shop", "columns": ["shop"]},
        "i": {"type": "input", "name": "counts", "columns": ["stars", "pieces"]},
        "n": {"type": "input", "name": "price", "columns": ["price"]},
        "w": layer("words", "TextVectorization", output_mode="tf_idf", ngrams=2),
        "l": layer("shops", "StringLookup", output_mode="one_hot"),
        "k": layer("known", "IntegerLookup", output_mode="multi_hot"),
        "z": layer("scaled", "Normalization"),
        "b": layer("bins", "Discretization", num_bins=3, output_mode="one_hot"),
        "m": layer("joined", "Concatenate"),
        "o": layer("score", "Dense", units=1, activation="sigmoid"),
        "out": {"type": "output", "name": "happy", "target": "happy"},
    }
    edges = [("t", "w"), ("s", "l"), ("i", "k"), ("n", "z"), ("n", "b")]
    edges += [(one, "m") for one in "wlkzb"] + [("m", "o"), ("o", "out")]
    return graph(nodes, edges, FEW | {"data": upload.source(spec).model_dump(), "batch_size": 16}, "Reviews", home)


def opinions_read_by_the_model(home):
    nodes = {
        "in": {"type": "input", "name": "opinion"},
        "w": layer("words", "TextVectorization", max_tokens=120, output_sequence_length=12),
        "e": layer("meaning", "Embedding", input_dim=120, output_dim=4, mask_zero=True),
        "p": layer("pool", "GlobalAveragePooling1D"),
        "o": layer("score", "Dense", units=1, activation="sigmoid"),
        "out": {"type": "output", "name": "content"},
    }
    edges = [("in", "w"), ("w", "e"), ("e", "p"), ("p", "o"), ("o", "out")]
    source = {"type": "generated", "name": "opinions", "rows": 150}
    return graph(nodes, edges, FEW | {"data": source}, "Opinions, raw", home)


FILES = {penguins_from_a_file: "penguins.csv", reviews_that_the_model_reads_itself: "reviews.csv"}


def template(file, **data):
    """A template as it stands on the shelf, with few epochs and rows."""

    def drawn(home):
        return plan_of(ROOT / f"backend/layerloom/templates/{file}.json", **FEW, **({"data": data} if data else {}))

    drawn.__name__ = file.replace("-", "_")
    return drawn


PLANS = [
    digits_with_dropout_and_normalisation,
    iris_with_two_inputs_two_outputs_and_a_shared_layer,
    spirals_as_a_sequence,
    penguins_from_a_file,
    reviews_that_the_model_reads_itself,
    opinions_read_by_the_model,
    template("balls-two-inputs", type="generated", name="balls", rows=200),
    template("digits-autoencoder"),
    template("opinions-text", type="generated", name="opinions", rows=300),
    template("visitors-series", type="generated", name="visitors", rows=200),
    template("pairs-siamese", type="generated", name="pairs", rows=200),
]


@pytest.mark.parametrize("drawn", PLANS)
def test_a_script_and_a_run_end_with_the_same_weights(drawn, tmp_path):
    plan = drawn(tmp_path)
    folder = tmp_path / "run"
    folder.mkdir()
    result = train(Job(plan, "hash", "r", 1, folder, tmp_path), lambda event: None, lambda: None)
    assert result.state == "succeeded"
    text = (folder / "script.py").read_text(encoding="utf-8")
    file = [str(tmp_path / FILES[drawn])] if drawn in FILES else []
    said, initial, final = run_alone(text, tmp_path, *file)
    assert_same(build(plan, plan.training.seed, prepare(plan, tmp_path).train[0]).get_weights(), initial)
    assert_same(keras.models.load_model(folder / "model.keras").get_weights(), final)
    assert_same(keras.models.load_model(tmp_path / "model.keras").get_weights(), final)
    assert "validation loss: " in said


def penguins_without_gaps(home):
    return penguins_from_a_file(home, "drop")


class Listener:
    """Stands in for a model: keeps what it is fed in the first two epochs."""

    def __init__(self, epochs=2):
        self.epochs = epochs
        self.summary = self.compile = self.save = lambda *arguments, **named: None

    def fit(self, batches, steps_per_epoch, validation_data, **named):
        self.seen = [next(batches) for _ in range(self.epochs * steps_per_epoch)]
        self.validation = validation_data

    def evaluate(self, *arguments, **named):
        return {}


@pytest.mark.parametrize("drawn", [*PLANS, penguins_without_gaps])
@pytest.mark.parametrize("known", [True, False], ids=["constants written in", "constants found"])
def test_a_script_feeds_what_a_run_feeds(drawn, known, tmp_path, monkeypatch):
    plan = drawn(tmp_path)
    ours = prepare(plan, tmp_path)
    listener = Listener()
    names = {"__name__": "imported"}
    exec(script(plan, ours.fitted if known else None), names)
    names["build_model"] = lambda *rows: listener
    monkeypatch.setattr(sys, "argv", ["script.py", str(tmp_path / FILES.get(drawn, "penguins.csv"))])
    names["main"]()
    rows = [order(plan.training.seed, epoch, ours.fitted.train_rows) for epoch in range(listener.epochs)]
    for place in range(2):
        fed = [list(map(plain, keras.tree.flatten(batch[place]))) for batch in listener.seen]
        for name, (array, told) in enumerate(
            zip(keras.tree.flatten(ours.train[place]), zip(*fed, strict=True), strict=True)
        ):
            np.testing.assert_array_equal(
                np.concatenate([array[one] for one in rows]), np.concatenate(told), str(name), strict=True
            )
    assert_same(keras.tree.flatten(ours.validation), list(map(plain, keras.tree.flatten(listener.validation))))


def plain(array):
    """Texts travel as tensors of bytes."""
    if isinstance(array, np.ndarray):
        return array
    found = keras.ops.convert_to_numpy(array)
    return np.vectorize(bytes.decode, otypes=[object])(found) if found.dtype == object else found


def test_words_that_scripts_contain_are_those_that_runs_call():
    assert inspect.getsource(split.split_rows) == snippets.SPLIT_ROWS
    assert inspect.getsource(order) == snippets.ORDER
    assert inspect.getsource(split.last_rows) == snippets.LAST_ROWS
    assert inspect.getsource(text.vocabulary) == snippets.VOCABULARY
    assert inspect.getsource(text.token_ids) == snippets.TOKEN_IDS


def test_scripts_and_runs_stop_early_alike():
    asked = {
        "early_stopping": {"patience": 2, "min_delta": 0.1},
        "reduce_on_plateau": {"factor": 0.3, "min_learning_rate": 0.01},
    }
    training = Training.model_validate(asked)
    plan = chain(LayerCall("Dense", {"units": 1}))
    written = [
        eval(flat(call), {"keras": keras}) for call in program.callbacks(dataclasses.replace(plan, training=training))
    ]
    for ours, theirs in zip(callbacks(training), written, strict=True):
        assert type(ours) is type(theirs)
        assert {k: v for k, v in vars(ours).items() if not callable(v)} == {
            k: v for k, v in vars(theirs).items() if not callable(v)
        }
