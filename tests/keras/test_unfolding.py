"""A backbone laid open: the same configuration, the same layers held still, the same outputs from the same weights, its script, its numbers."""

import json

import h5py
import keras
import numpy as np
import pytest
from keras.src.legacy.saving.legacy_h5_format import save_weights_to_hdf5_group

from layerloom.datasets import registry
from layerloom.engine import restore
from layerloom.engine.build import build
from layerloom.engine.unfolding import unfold
from layerloom.graph import blocks
from layerloom.graph.folding import INSIDE
from layerloom.graph.problems import Refused
from layerloom.graph.saved.report import Place
from layerloom.graph.schema import BackboneNode, BlockNode, Graph
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import plan
from plans import layer
from scripts import agree

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
SIZE = 32


def drawn(application, params=None, freeze=None, preprocess=True):
    params = {"include_top": False, "pooling": "avg", "weights": None} | (params or {})
    base = BackboneNode(name="base", application=application, params=params, freeze=freeze, preprocess=preprocess)
    nodes = {
        "in": {"type": "input", "name": "photo", "columns": ["photo"], "scaling": "none"},
        "r": layer("large", "Resizing", height=SIZE, width=SIZE),
        "c": layer("colour", "Concatenate"),
        "b": base.model_dump(mode="json"),
        "o": layer("ball", "Dense", units=3, activation="softmax"),
        "out": {"type": "output", "name": "kind"},
    }
    wires = [("in", "r"), ("r", "c"), ("r", "c"), ("r", "c"), ("c", "b"), ("b", "o"), ("o", "out")]
    edges = {f"e{at}": {"source": a, "target": b, "order": f"a{at}"} for at, (a, b) in enumerate(wires)}
    training = {"data": {"type": "generated", "name": "balls", "rows": 60}, "epochs": 1, "batch_size": 16, "seed": 2}
    return open_graph({"version": 1, "keras_version": "3.15.1", "nodes": nodes, "edges": edges, "training": training})


def asked(graph, out, begin=None):
    node = graph.nodes["b"].model_dump(mode="json")
    request = {"node": node, "shape": [None, SIZE, SIZE, 3], "weights": str(out / "weights"), "out": str(out)}
    return json.loads(json.dumps(unfold(request | {"begin": None if begin is None else str(begin)})))


def put(graph, answer):
    """The block in the backbone's place, as the page puts it there: under the backbone's own id, with its wires."""
    part = Graph.model_validate(answer["unfolded"]["graph"])
    block = answer["unfolded"]["block"]
    (entry,), (exit,) = (blocks.ports(part, block, kind) for kind in ("input", "output"))
    nodes = {id: node for id, node in graph.nodes.items() if id != "b"} | {"b": part.nodes[block]}
    nodes |= {
        id: node.model_copy(update={"block": "b"}) if node.block == block else node
        for id, node in part.nodes.items()
        if id != block
    }
    edges = {
        id: edge.model_copy(
            update=({"target_port": entry} if edge.target == "b" else {})
            | ({"source_port": exit} if edge.source == "b" else {})
        )
        for id, edge in graph.edges.items()
    }
    return graph.model_copy(update={"nodes": nodes, "edges": edges | part.edges})


def planned(graph, home):
    return plan(graph, registry.spec(graph.training.data, home))


def told(model):
    """Each layer's configuration and calls by its name, those of the backbone among them; of an operation, its class, since its numbers were an
    array and are a list now. Which layers are held still is asked elsewhere: a frozen model says it of every layer, and once more of itself."""
    found = json.loads(json.dumps(keras.saving.serialize_keras_object(model)["config"]))
    base = next(one for one in found["layers"] if one["class_name"] == "Functional")
    inside = base["config"].pop("layers")
    base["config"].pop("trainable")
    for one in inside:
        one["config"].pop("trainable", None)
    found["layers"] = [
        one
        if one["module"].startswith("keras.") and "ops" not in one["module"]
        else {"name": one["name"], "is": one["class_name"]}
        for one in found["layers"]
    ]
    return {f"{place}{one['name']}": one for place, some in (("", found["layers"]), ("base/", inside)) for one in some}


def held(model):
    return {one.name for one in model.get_layer("base").layers if one.weights and not one.trainable}


@pytest.mark.parametrize(
    ("application", "freeze"),
    [
        ("MobileNetV2", None),
        ("ResNet50", "conv3_block4_out"),
        ("EfficientNetB0", "all"),
        ("DenseNet121", "pool3_pool"),
        ("NASNetMobile", "all"),
    ],
)
def test_unfolded_it_is_the_same_model(application, freeze, tmp_path):
    graph = drawn(application, freeze=freeze)
    opened = put(graph, asked(graph, tmp_path))
    before = build(planned(graph, tmp_path), 1)
    after = agree(planned(opened, tmp_path))
    one, other = told(before), told(after)
    assert one.keys() == other.keys()
    assert {name for name in one if one[name] != other[name]} == set()
    assert held(before) == held(after)
    assert bool(held(after)) == (freeze is not None)
    for one in before.get_layer("base").layers:
        after.get_layer("base").get_layer(one.name).set_weights(one.get_weights())
    after.get_layer("ball").set_weights(before.get_layer("ball").get_weights())
    pictures = np.random.default_rng(0).random((2, *before.input.shape[1:])).astype("float32") * 255
    np.testing.assert_allclose(before(pictures), after(pictures), atol=1e-6)


def test_its_block_takes_what_flows_in_whatever_its_size(tmp_path):
    graph = drawn("MobileNetV2")
    opened = put(graph, asked(graph, tmp_path))
    wider = opened.nodes["r"].model_copy(update={"params": {"height": 64, "width": 48}})
    other = opened.model_copy(update={"nodes": {**opened.nodes, "r": wider}})
    assert build(planned(other, tmp_path), 1).get_layer("base").input.shape == (None, 64, 48, 3)


def test_a_frame_holds_the_preparing_and_the_model_and_without_it_the_model_stands_alone(tmp_path):
    prepared, bare = drawn("MobileNetV2"), drawn("MobileNetV2", preprocess=False)
    framed = put(prepared, asked(prepared, tmp_path))
    inside = blocks.inside(framed)["b"]
    assert isinstance(framed.nodes["b"], BlockNode)
    assert framed.nodes["b"].kind == "inline"
    assert sorted(framed.nodes[id].type for id in inside) == ["block", "input", "op", "op", "output"]
    (model,) = (id for id in inside if framed.nodes[id].type == "block")
    assert (framed.nodes[model].name, framed.nodes[model].kind) == ("base", "model")
    assert INSIDE < len(blocks.inside(framed)[model]) <= 40
    alone = put(bare, asked(bare, tmp_path))
    assert (alone.nodes["b"].name, alone.nodes["b"].kind) == ("base", "model")


def mobile_net(folder):
    """A file as Keras' own are, of a model whose name Keras asks for."""
    folder.mkdir(parents=True, exist_ok=True)
    keras.utils.set_random_seed(99)
    known = keras.applications.MobileNet(input_shape=(SIZE, SIZE, 3), include_top=False, weights=None, alpha=0.25)
    with h5py.File(folder / "mobilenet_2_5_224_tf_no_top.h5", "w") as written:
        save_weights_to_hdf5_group(written, known)
    return known


def test_its_numbers_come_along_beside_those_that_the_graph_begins_from(tmp_path):
    known = mobile_net(tmp_path / "weights")
    graph = drawn("MobileNet", {"weights": "imagenet", "alpha": 0.25}, freeze="conv_pw_3_relu")
    begin = tmp_path / "begin"
    begin.mkdir()
    ball = [np.full((256, 3), 0.5, "float32"), np.full(3, 0.25, "float32")]
    np.savez(begin / "weights.npz", **{f"layers/ball/vars/{at}": one for at, one in enumerate(ball)})
    (begin / "places.json").write_text(json.dumps({"ball": {"store": "layers/ball", "node": "o"}}))
    answer = asked(graph, tmp_path, begin)
    found = planned(put(graph, answer), tmp_path)
    model = build(found, 1)
    places = {where: Place.model_validate(one) for where, one in answer["places"].items()}
    taken = restore.weights(restore.layers_of(model, found), places, restore.arrays(tmp_path / "weights.npz"))
    assert taken.anew == {}
    for one, other in zip(ball, model.get_layer("ball").get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)
    for one in known.layers:
        for value, other in zip(
            one.get_weights(), model.get_layer("base").get_layer(one.name).get_weights(), strict=True
        ):
            np.testing.assert_array_equal(value, other)


def test_without_its_file_it_is_refused_and_nothing_is_lost(tmp_path):
    graph = drawn("MobileNet", {"weights": "imagenet", "alpha": 0.25})
    with pytest.raises(Refused) as refused:
        asked(graph, tmp_path)
    (problem,) = refused.value.problems
    assert problem.code == "weights_missing"
    assert "mobilenet_2_5_224_tf_no_top.h5" in problem.message


@pytest.mark.parametrize(
    ("application", "params", "freeze", "code"),
    [
        ("ResNet51", {}, None, "unknown_application"),
        ("InceptionV3", {}, None, "backbone_not_built"),  # wants pictures of 75 pixels at least
        ("MobileNetV2", {}, "no_such_layer", "backbone_not_built"),
    ],
)
def test_what_keras_cannot_make_is_refused_in_its_words(application, params, freeze, code, tmp_path):
    with pytest.raises(Refused) as refused:
        asked(drawn(application, params, freeze), tmp_path)
    assert [one.code for one in refused.value.problems] == [code]
