"""What is offered in place of a layer that cannot go to a device: no such problem afterwards, the same numbers from the same weights, and it goes there."""

import json
from itertools import pairwise

import numpy as np
import pytest

from exports import proof, subject_of
from layerloom.catalog.formats import formats
from layerloom.engine.build import build
from layerloom.engine.infer import answer
from layerloom.graph import rest
from layerloom.graph.edits import apply
from layerloom.graph.inference import conclude, walk
from layerloom.graph.schema import Graph
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import validate

pytestmark = pytest.mark.filterwarnings("ignore")
CODE = "layer_cannot_go_there"


def drawn(shape, layer, params, **node):
    """A convolution of volumes, the layer, and a Dense: weights before it and behind it."""
    nodes = {
        "in": {"type": "input", "name": "volume", "shape": shape},
        "c": {"type": "layer", "name": "look", "layer": "Conv3D", "params": {"filters": 2, "kernel_size": 1}},
        "a": {"type": "layer", "name": "shrink", "layer": layer, "params": params} | node,
        "f": {"type": "layer", "name": "flat", "layer": "Flatten", "params": {}},
        "b": {"type": "layer", "name": "guess", "layer": "Dense", "params": {"units": 3}},
        "out": {"type": "output", "name": "y"},
    }
    edges = {f"{one}{other}": {"source": one, "target": other} for one, other in pairwise(nodes)}
    training = {"goes_to": "phone"}
    return open_graph(
        json.dumps({"version": 1, "keras_version": "3.15.1", "name": "Law", "nodes": nodes, "edges": edges, "training": training}).encode()
    )  # fmt: skip


def problems_of(graph: Graph):
    plan = validate(graph, None).drawing
    memo = answer(rest.dump(plan, walk(plan, {})))["entries"]
    return conclude(plan, walk(plan, memo), graph).problems


def offered(graph: Graph):
    """Fixes that put something in the layer's place."""
    return [fix for one in problems_of(graph) if one.code == CODE for fix in one.fixes if fix.safe]


def model_of(graph: Graph):
    return build(validate(graph, None).plan, 7)


@pytest.mark.parametrize("kind", ["Max", "Average"])
@pytest.mark.parametrize(
    ("shape", "params"),
    [
        ([6, 8, 4, 1], {"pool_size": 2, "strides": 3}),
        ([7, 9, 5, 2], {"pool_size": 2}),
        ([7, 9, 5, 2], {"pool_size": 2, "padding": "same"}),
        ([8, 8, 8, 1], {"pool_size": [3, 2, 3], "strides": [1, 2, 2], "padding": "same"}),
        ([5, 6, 6, 1], {"pool_size": [1, 3, 3], "strides": 1}),
        ([5, 6, 6, 1], {"pool_size": [1, 2, 2]}),
        ([6, 8, 4, 2], {"output_size": 2}),
        ([7, 5, 6, 1], {"output_size": [3, 2, 4]}),
    ],
)
def test_a_volume_pooled_in_two_steps_gives_the_same_numbers(kind, shape, params):
    graph = drawn(shape, f"{'Adaptive' if 'output_size' in params else ''}{kind}Pooling3D", params)
    (fix,) = offered(graph)
    mended = apply(graph, fix.edits)
    assert CODE not in {one.code for one in problems_of(mended)}
    before, after = model_of(graph), model_of(mended)
    assert before.count_params() == after.count_params()
    after.set_weights(before.get_weights())
    rows = np.random.default_rng(1).normal(size=(4, *shape)).astype("float32")
    np.testing.assert_allclose(before(rows).numpy(), after(rows).numpy(), rtol=0, atol=1e-6)
    untouched = {id: node for id, node in mended.nodes.items() if id in graph.nodes and id != "a"}
    assert untouched == {id: node for id, node in graph.nodes.items() if id != "a"}
    assert mended.nodes["a"].name == "shrink"


OVERLAPPING = {"pool_size": 3, "strides": 2, "padding": "same"}


@pytest.mark.parametrize(
    ("layer", "params"),
    [
        ("MaxPooling3D", OVERLAPPING),
        ("AveragePooling3D", OVERLAPPING),
        ("AdaptiveMaxPooling3D", {"output_size": 2}),
        ("AdaptiveAveragePooling3D", {"output_size": 2}),
    ],
)
def test_what_stands_in_for_it_goes_there(layer, params, tmp_path):
    graph = drawn([4, 8, 4, 2], layer, params)
    (fix,) = offered(graph)
    file = tmp_path / "mended.json"
    file.write_text(apply(graph, fix.edits).model_dump_json())
    whole = ["litert", "litert_float16"]
    for name in (
        whole if "output_size" in params else [*whole, "litert_int8"]
    ):  # 8 bits take no adaptive mean, of pictures neither
        assert 0 <= proof(subject_of(file, tmp_path), name, tmp_path)["deviation"] <= formats()[name].tolerance


@pytest.mark.parametrize(
    "graph",
    [
        drawn([None, 8, 8, 1], "MaxPooling3D", {}),
        drawn([8, 8, 8, 1], "MaxPooling3D", {"dtype": "float16"}),
        drawn([8], "Hashing", {"num_bins": 4}),
    ],
    ids=["unknown size", "own precision", "no equal"],
)
def test_nothing_is_offered_where_nothing_equal_is_known(graph):
    assert offered(graph) == []
