"""Models of keras.applications as one node: shapes while drawing, script = build, weights from files under Keras' own names, layers held still."""

import inspect
import json

import h5py
import keras
import numpy as np
import pytest
from keras.src.legacy.saving.legacy_h5_format import save_weights_to_hdf5_group

from layerloom import catalog
from layerloom.datasets import registry
from layerloom.engine import backbones
from layerloom.engine.build import build
from layerloom.engine.infer import answer, whole_model
from layerloom.graph import backbones as known
from layerloom.graph import plan_json, rest
from layerloom.graph.inference import Memo, conclude, walk
from layerloom.graph.plan import BackboneCall
from layerloom.graph.problems import Refused
from layerloom.graph.schema import BackboneNode, Edge, LayerNode
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import plan, validate
from layerloom.graph.validate.backbones import check
from layerloom.training.run import Job, train
from plans import layer
from scripts import agree, body_of

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
APPLICATIONS = [one.name for one in catalog.members("application")]
SMALL = {"include_top": False, "pooling": "avg", "weights": None, "alpha": 0.25}


def drawn(application="MobileNet", params=SMALL, **more):
    """Balls in colour, made large enough, into a backbone and a head."""
    nodes = {
        "in": {"type": "input", "name": "photo", "columns": ["photo"], "scaling": "none"},
        "r": layer("large", "Resizing", height=32, width=32),
        "c": layer("colour", "Concatenate"),
        "b": {"type": "backbone", "name": "base", "application": application, "params": params, **more},
        "o": layer("ball", "Dense", units=3, activation="softmax"),
        "out": {"type": "output", "name": "kind"},
    }
    wires = [("in", "r"), ("r", "c"), ("r", "c"), ("r", "c"), ("c", "b"), ("b", "o"), ("o", "out")]
    edges = {f"e{at}": {"source": a, "target": b, "order": f"a{at}"} for at, (a, b) in enumerate(wires)}
    training = {"data": {"type": "generated", "name": "balls", "rows": 60}, "epochs": 1, "batch_size": 16, "seed": 2}
    return open_graph({"version": 1, "keras_version": "3.15.1", "nodes": nodes, "edges": edges, "training": training})


def planned(home, *given, **more):
    graph = drawn(*given, **more)
    return plan(graph, registry.spec(graph.training.data, home))


@pytest.mark.parametrize("name", APPLICATIONS)
def test_where_its_preprocessing_is_and_whether_it_does_anything(name):
    make = getattr(keras.applications, name)
    module = getattr(keras.applications, known.module(name))
    home = inspect.getmodule(inspect.unwrap(make)).__name__.rsplit(".", 1)[1]
    assert known.module(name) == home
    assert "name" in inspect.signature(make).parameters
    pixels = np.full((1, 2, 2, 3), 200.0, "float32")
    assert known.prepares(name) == (not np.array_equal(module.preprocess_input(pixels.copy()), pixels))
    assert check("b", BackboneNode(name="base", application=name)).problems == ()


@pytest.mark.parametrize(
    ("name", "params"),
    [
        ("MobileNet", SMALL),
        ("ResNet50", {"include_top": False, "weights": None}),
        ("EfficientNetB0", {"include_top": True, "weights": None, "classes": 7}),
        ("VGG16", {"include_top": False, "pooling": "max"}),
    ],
)
def test_shapes_are_known_while_drawing(name, params, tmp_path):
    found = planned(tmp_path, name, params)
    memo = Memo()
    memo.add(answer(json.loads(json.dumps(rest.dump(found, walk(found, memo)))))["entries"])
    ours = conclude(found, walk(found, memo))
    assert ours == whole_model(found)
    assert ours.nodes["b"].params > 10_000
    assert plan_json.load(json.loads(json.dumps(plan_json.dump(found)))) == found


@pytest.mark.parametrize("freeze", [None, "all", "conv_pw_3_relu"])
def test_a_script_builds_the_same_and_holds_the_same_still(freeze, tmp_path):
    found = planned(tmp_path, freeze=freeze)
    model = agree(found)
    base = model.get_layer("base")
    held = [one.name for one in base.layers if not one.trainable]
    if freeze is None:
        assert held == []
    elif freeze == "all":
        assert base.trainable_weights == []
    else:
        assert freeze in held
        assert 0 < len(base.trainable_weights) < len(base.weights)


def test_holding_still_up_to_a_layer_takes_no_name_from_a_tensor(tmp_path):
    """A layer called `last` stands before the backbone, and what flows out of it is used behind it as well."""
    graph = drawn(freeze="conv_pw_3_relu")
    nodes = {
        **graph.nodes,
        "l": LayerNode(name="last", layer="Rescaling", params={"scale": 2.0}),
        "p": LayerNode(name="seen", layer="GlobalAveragePooling2D"),
        "j": LayerNode(name="both", layer="Concatenate"),
    }
    edges = {id: one for id, one in graph.edges.items() if (one.source, one.target) not in (("c", "b"), ("b", "o"))}
    wires = [("c", "l"), ("l", "b"), ("l", "p"), ("b", "j"), ("p", "j"), ("j", "o")]
    edges |= {f"n{at}": Edge(source=a, target=b, order=f"a{at}") for at, (a, b) in enumerate(wires)}
    graph = graph.model_copy(update={"nodes": nodes, "edges": edges})
    agree(plan(graph, registry.spec(graph.training.data, tmp_path)))


def test_its_lines_read_as_a_person_writes_them(tmp_path):
    lines = body_of(planned(tmp_path, "ResNet50", {"include_top": False}, freeze="all"))
    assert lines[3:6] == [
        "    base_layer = keras.applications.ResNet50(include_top=False, input_shape=x.shape[1:], name='base')",
        "    x = base_layer(keras.applications.resnet.preprocess_input(x))",
        "    base_layer.trainable = False",
    ]


def test_held_still_its_normalisation_stays_as_in_inference(tmp_path):
    model = build(planned(tmp_path, freeze="conv_pw_3_relu"), 1)
    before = [np.array(one) for one in model.get_layer("base").non_trainable_weights]
    pictures = np.random.default_rng(0).random((4, *model.input.shape[1:])).astype("float32")
    model(pictures, training=True)
    for one, other in zip(before, model.get_layer("base").non_trainable_weights, strict=True):
        np.testing.assert_array_equal(one, np.asarray(other))


def test_weights_come_from_the_folder_under_keras_own_name(tmp_path):
    found = planned(tmp_path, "MobileNet", {**SMALL, "weights": "imagenet"})
    call = next(step.call for step in found.steps if isinstance(step.call, BackboneCall))
    file = backbones.wanted(call, (None, 32, 32, 3))
    assert file.name == "mobilenet_2_5_224_tf_no_top.h5"
    assert file.origin.startswith("https://storage.googleapis.com/tensorflow/keras-applications/mobilenet/")
    keras.utils.set_random_seed(99)
    known = keras.applications.MobileNet(input_shape=(32, 32, 3), **{**SMALL, "pooling": None})
    with backbones.weights_in(tmp_path / "weights"), pytest.raises(Refused) as refused:
        build(found, 1)
    (problem,) = refused.value.problems
    assert problem.code == "weights_missing"
    assert f"no {file.name} in {tmp_path / 'weights'}" in problem.message
    (tmp_path / "weights").mkdir()
    with h5py.File(tmp_path / "weights" / file.name, "w") as written:
        save_weights_to_hdf5_group(written, known)  # as Keras' own files are
    with backbones.weights_in(tmp_path / "weights"):
        taken = build(found, 1).get_layer("base")
    for one, other in zip(known.get_weights(), taken.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_file_that_is_not_what_keras_expects_is_refused(tmp_path):
    found = planned(tmp_path, "ResNet50", {"include_top": False})
    (tmp_path / "resnet50_weights_tf_dim_ordering_tf_kernels_notop.h5").write_bytes(b"something else")
    with backbones.weights_in(tmp_path), pytest.raises(Refused) as refused:
        build(found, 1)
    (problem,) = refused.value.problems
    assert problem.code == "weights_damaged"
    assert "4d473c1dd8becc155b73f8504c6f6626" in problem.message


@pytest.mark.parametrize(
    ("node", "code"),
    [
        ({"application": "ResNet51"}, "unknown_application"),
        ({"application": "ResNet50", "params": {"weights": "/etc/passwd"}}, "bad_parameter"),
        ({"application": "ResNet50", "params": {"input_shape": [32, 32, 3]}}, "unknown_parameter"),
        ({"application": "ResNet50", "params": {"pooling": "median"}}, "bad_parameter"),
    ],
)
def test_what_makes_no_sense_is_told_without_keras(node, code):
    assert [one.code for one in check("b", BackboneNode(name="base", **node)).problems] == [code]


def test_pixels_come_from_0_to_255_right_behind_an_input(tmp_path):
    graph = drawn()
    nodes = {**graph.nodes, "in": graph.nodes["in"].model_copy(update={"scaling": "auto"})}
    edges = {**graph.edges, "e4": graph.edges["e4"].model_copy(update={"source": "in"})}
    edges = {id: edge for id, edge in edges.items() if edge.target not in ("r", "c")}
    found = validate(
        graph.model_copy(update={"nodes": nodes, "edges": edges}), registry.spec(graph.training.data, tmp_path)
    )
    assert found.drawing is not None
    assert found.drawing.inputs[0].scaling == "pixels"


def test_a_backbone_trains_with_a_head(tmp_path):
    told = []
    (tmp_path / "run").mkdir()
    job = Job(planned(tmp_path, freeze="all"), "hash", "r", 1, tmp_path / "run", tmp_path)
    assert train(job, told.append, lambda: None).state == "succeeded"
    kept = keras.models.load_model(tmp_path / "run" / "model.keras")
    (built,) = [event for event in told if event.type == "model_built"]
    assert (built.params, built.trainable_params) == (kept.count_params(), 256 * 3 + 3)
