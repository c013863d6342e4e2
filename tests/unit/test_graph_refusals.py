"""A graph names members of the catalog and gives them plain values: no code, no file, no object of another class gets in."""

from typing import Any

import pytest

from layerloom import catalog
from layerloom.graph.problems import Problem
from layerloom.graph.schema import BuiltinData, Edge, Graph, InputNode, LayerNode, OutputNode, Spec, Training
from layerloom.graph.validate import validate

SECRET = "/etc/passwd"
OBJECT = {"class_name": "Lambda", "config": {"function": {"class_name": "__lambda__", "config": {"code": "4wEA"}}}}


def errors(layer: str, params: dict[str, Any], **training: Any) -> list[Problem]:
    found = validate(
        Graph(
            version=1,
            keras_version="3.15.1",
            nodes={
                "in": InputNode(name="in", shape=(4,)),
                "n": LayerNode(name="n", layer=layer, params=params),
                "out": OutputNode(name="out"),
            },
            edges={"a": Edge(source="in", target="n"), "b": Edge(source="n", target="out")},
            training=Training(**training),
        ),
        None,
    )
    if found.plan is not None:
        return []
    return [one for one in found.problems if one.severity == "error" and one.code != "no_data"]


@pytest.mark.parametrize(
    "name",
    [
        *("Lambda", "TFSMLayer", "TorchModuleWrapper", "JaxLayer", "FlaxLayer", "Layer", "Wrapper", "InputLayer"),
        *("keras.layers.Dense", "keras.layers.Lambda", "keras.src.layers.core.dense.Dense", "layers.Dense"),
        *("Model", "Sequential", "os.system", "__class__", "Dense.__init__", "deserialize", "keras.config.set_floatx"),
    ],
)
@pytest.mark.parametrize("nested", [False, True])
def test_only_layers_of_the_catalog_that_need_no_code_can_be_named(name: str, nested: bool) -> None:
    params = {"function": "x", "filepath": SECRET, "call_fn": "x", "module": "x"}
    given = {"layer": {"name": name, "params": params}} if nested else params
    codes = {one.code for one in errors("TimeDistributed" if nested else name, given)}
    assert codes & {"unusable_layer", "unknown_layer", "unknown_member"}


@pytest.mark.parametrize("layer", ["StringLookup", "IntegerLookup", "TextVectorization"])
@pytest.mark.parametrize("vocabulary", [SECRET, "gs://bucket/file", {"path": SECRET}, [SECRET, {"a": 1}], OBJECT])
def test_a_vocabulary_is_never_the_path_of_a_file(layer: str, vocabulary: Any) -> None:
    assert [(one.code, one.place) for one in errors(layer, {"vocabulary": vocabulary})] == [
        ("bad_parameter", "vocabulary")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "os.system",
        "keras.src.activations.relu",
        "keras.activations.relu",
        "get",
        "deserialize",
        "__class__",
        OBJECT,
    ],
)
@pytest.mark.parametrize(
    "param", ["activation", "kernel_initializer", "kernel_regularizer", "kernel_constraint", "dtype"]
)
def test_what_a_parameter_names_is_of_its_own_kind(param: str, name: Any) -> None:
    given = [one.code for one in errors("Dense", {"units": 3, param: {"name": name} if name == "get" else name})]
    assert given in (["bad_parameter"], ["unknown_member"])


@pytest.mark.parametrize(
    "kind", ["layer", "loss", "metric", "optimizer", "initializer", "regularizer", "constraint", "schedule"]
)
def test_whatever_takes_code_cannot_be_named(kind: Any) -> None:
    for member in catalog.members(kind):
        if any(param.type == "function" and param.required for param in member.params):
            assert member.hidden, member.name
            assert kind != "layer" or not member.stands_alone, member.name


@pytest.mark.parametrize("value", [OBJECT, [OBJECT], {"a": {"b": 1}}, {"class_name": "Lambda"}])
def test_no_parameter_of_any_layer_takes_a_keras_object_written_as_data(value: Any) -> None:
    for member in catalog.members("layer"):
        for param in member.params if member.stands_alone else ():
            if param.type in ("layer", "layers"):
                continue
            given = dict(member.example.params) if member.example else {}
            found = [
                one for one in errors(member.name, given | {param.name: value}) if one.place.startswith(param.name)
            ]
            assert found, f"{member.name}.{param.name} took {value}"


@pytest.mark.parametrize(
    "optimizer",
    [
        Spec(name="os.system"),
        Spec(name="keras.optimizers.Adam"),
        Spec(name="MultiOptimizer", params={"optimizer_map": OBJECT}),
        Spec(name="LossScaleOptimizer", params={"inner_optimizer": OBJECT}),
        Spec(name="Adam", params={"learning_rate": OBJECT}),
        Spec(name="Adam", params={"learning_rate": {"name": "Lambda"}}),
    ],
)
def test_an_optimizer_is_one_of_the_catalog_and_holds_nothing_else(optimizer: Spec) -> None:
    data = BuiltinData(name="iris")
    assert errors("Dense", {"units": 3}, optimizer=optimizer, data=data)[0].code in ("unknown_member", "bad_parameter")
