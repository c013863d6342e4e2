"""The law of learning: how much a layer will know is what Keras' `adapt` gives it, computed without Keras and known while drawing."""

import keras
import numpy as np
import pytest

from layerloom import catalog
from layerloom.datasets import lessons, tokens
from layerloom.datasets.prepare import prepare
from layerloom.engine import objects
from layerloom.engine.build import build
from layerloom.engine.infer import whole_model
from layerloom.graph import learning
from layerloom.graph.plan import LayerCall
from plans import graph, layer

TEXTS = np.array(
    [
        "The cat sat, on the MAT!",
        "Élan vital É é ÀÉ",
        "  two   blanks\tand\na line\x0bfeed ",
        "a\u00a0hard blank and a\u2003wide one",
        "[UNK] [UNK] unk",
        "don't re-do this; it's 3.14 … “quoted”",
        "",
        "数据 数据 流 😀 😀",
        "the the THE cat",
        "z y x w v u",
        "\x1cfs and \x85nel",
        "!!!",
    ],
    dtype=object,
)
WORDS = np.array(["b", "a", "b", "", "[UNK]", "É", "é", "a b", "数据", "c", "d", "d"], dtype=object)
NUMBERS = np.array([3, 3, 0, -1, 5, 5, 5, 12, -7, 12, 40, 1])
TEXT_SETTINGS = [
    {},
    {"max_tokens": 6},
    {"max_tokens": 200},
    {"standardize": None},
    {"standardize": "lower"},
    {"standardize": "strip_punctuation"},
    {"split": None},
    {"split": "character"},
    {"split": "character", "standardize": None, "max_tokens": 9},
    {"ngrams": 2},
    {"ngrams": [1, 3]},
    {"ngrams": 2, "split": "character"},
    {"ngrams": 2, "split": None},
]
MODES = [{}, {"output_mode": "multi_hot"}, {"output_mode": "count"}, {"output_mode": "tf_idf"}]
PADDED = [{"output_mode": "multi_hot", "max_tokens": 300, "pad_to_max_tokens": True}]
LOOKUPS = [
    {},
    {"max_tokens": 4},
    {"num_oov_indices": 0},
    {"num_oov_indices": 3, "max_tokens": 6},
    {"output_mode": "one_hot"},
    {"output_mode": "multi_hot", "num_oov_indices": 2},
    {"output_mode": "one_hot", "max_tokens": 30, "pad_to_max_tokens": True},
]
CASES = [
    *(("TextVectorization", TEXTS, one | mode) for one in TEXT_SETTINGS for mode in MODES),
    *(("TextVectorization", TEXTS, one | more) for one in TEXT_SETTINGS[3:] for more in PADDED),
    *(("StringLookup", WORDS, one | more) for one in LOOKUPS for more in ({}, {"mask_token": "a"}, {"mask_token": ""})),
    *(("StringLookup", WORDS, {"oov_token": "b"}), ("StringLookup", WORDS, {"output_mode": "tf_idf"})),
    *(("IntegerLookup", NUMBERS, one | more) for one in LOOKUPS for more in ({}, {"mask_token": 5}, {"oov_token": 3})),
]


def named(case):
    return " ".join([case[0], *(f"{name}={value}" for name, value in case[2].items())])


def adapted(call, values):
    made = objects.layer(call, "one")
    made.adapt(keras.ops.convert_to_tensor(values) if values.dtype == object else values)
    return made


@pytest.mark.parametrize(("name", "values", "params"), CASES, ids=map(named, CASES))
def test_a_vocabulary_is_what_keras_adapts_to(name, values, params):
    params = {key: tuple(value) if isinstance(value, list) else value for key, value in params.items()}
    call = LayerCall(name, params)
    theirs = adapted(call, values)
    special, most = learning.specials(call), params.get("max_tokens")
    ours = lessons.vocabulary(call, values, None if most is None else most - special)
    spelt = [one.decode() if isinstance(one, bytes) else one for one in ours]
    assert spelt == list(theirs.get_vocabulary())[special:]
    assert special + len(ours) == theirs.vocabulary_size()


@pytest.mark.parametrize("bins", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("rows", [1, 2, 5, 99, 1000])
@pytest.mark.parametrize("epsilon", [0.01, 0.2])
def test_bins_are_those_that_keras_finds(bins, rows, epsilon):
    values = np.random.default_rng(rows).normal(size=(rows, 2)).astype("float32")
    theirs = keras.layers.Discretization(num_bins=bins, epsilon=epsilon)
    theirs.adapt(values)
    assert tokens.boundaries(values, bins, epsilon).tolist() == theirs.bin_boundaries


def test_every_layer_that_adapts_is_known():
    members = [one for one in catalog.members("layer") if hasattr(objects.member("layer", one.name), "adapt")]
    assert {one.name for one in members} == learning.LEARNERS.keys()
    for one in members:
        assert learning.LEARNERS[one.name].given in {param.name for param in one.params}


OPINIONS = {"type": "generated", "name": "opinions", "rows": 200}
IRIS = {"type": "builtin", "name": "iris"}
MODELS = [
    ("words", OPINIONS, "TextVectorization", {"output_mode": "multi_hot"}),
    ("pairs of words", OPINIONS, "TextVectorization", {"output_mode": "tf_idf", "ngrams": 2}),
    ("some words", OPINIONS, "TextVectorization", {"output_mode": "count", "max_tokens": 50}),
    ("padded", OPINIONS, "TextVectorization", {"output_mode": "count", "max_tokens": 400, "pad_to_max_tokens": True}),
    ("sentences", OPINIONS, "StringLookup", {"output_mode": "one_hot"}),
    ("bins", IRIS, "Discretization", {"num_bins": 4, "output_mode": "multi_hot"}),
    ("one-hot bins", IRIS, "Discretization", {"num_bins": 5, "output_mode": "one_hot"}),
    ("scaled", IRIS, "Normalization", {}),
]


def drawn(data, name, params):
    nodes = {
        "in": {"type": "input", "name": "cells"},
        "l": layer("learner", name, **params),
        "d": layer("hidden", "Dense", units=3),
        "f": layer("flat", "Flatten"),
        "o": layer(
            "scores", "Dense", units=3 if data is IRIS else 1, activation="softmax" if data is IRIS else "sigmoid"
        ),
        "out": {"type": "output", "name": "answer"},
    }
    return graph(nodes, [("in", "l"), ("l", "d"), ("d", "f"), ("f", "o"), ("o", "out")], {"data": data})


@pytest.mark.parametrize(("title", "data", "name", "params"), MODELS, ids=[one[0] for one in MODELS])
def test_shapes_while_drawing_are_those_of_the_taught_model(title, data, name, params, tmp_path):
    plan = drawn(data, name, params)
    told = []
    model = build(plan, 1, prepare(plan, tmp_path).train[0], told.append)
    shown = whole_model(lessons.known(plan, tmp_path)).nodes
    for step in plan.steps:
        assert shown[step.node].outputs["output"].shape == tuple(model.get_layer(step.name).output.shape)
    assert sum(one.params for one in shown.values()) == model.count_params()
    assert [one.node for one in told] == ["l"]
    asked = learning.lessons(plan)
    assert dict.fromkeys(asked, told[0].size) == {
        node: lessons.sizes([lesson], tmp_path)[lesson.key] for node, lesson in asked.items()
    }
