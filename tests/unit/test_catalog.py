"""The catalog as everyone but the Keras side sees it: data, read without Keras."""

import subprocess
import sys

import pytest

from layerloom import catalog
from layerloom.catalog.overlay import merge

HAVE_LAYERS = {"core", "conv", "pool", "reg", "norm", "activation", "reshape", "merge", "attn", "rnn"}
HAVE_LAYERS |= {"embed", "preprocess", "wrapper"}


def test_a_layer_is_found_by_its_name_and_by_its_aliases() -> None:
    pooling = catalog.get("layer", "MaxPooling2D")
    assert pooling is not None
    assert catalog.get("layer", "MaxPool2D") is pooling
    assert catalog.get("layer", "MaxPooling9D") is None


@pytest.mark.parametrize(
    ("kind", "alias", "name"),
    [
        ("initializer", "glorot_uniform", "GlorotUniform"),
        ("loss", "mse", "MeanSquaredError"),
        ("loss", "sparse_categorical_crossentropy", "SparseCategoricalCrossentropy"),
        ("metric", "mae", "MeanAbsoluteError"),
        ("optimizer", "adam", "Adam"),
        ("activation", "swish", "silu"),
        ("regularizer", "l2", "L2"),
        ("constraint", "max_norm", "MaxNorm"),
    ],
)
def test_keras_own_short_names_are_aliases(kind: str, alias: str, name: str) -> None:
    member = catalog.get(kind, alias)  # type: ignore[arg-type]
    assert member is not None
    assert member.name == name


def test_the_word_accuracy_is_no_metric_class_because_compile_decides_what_it_means() -> None:
    assert catalog.get("metric", "accuracy") is None


def test_names_and_aliases_of_a_kind_never_collide() -> None:
    seen: dict[tuple[str, str], str] = {}
    for member in catalog.load().members:
        for name in (member.name, *member.aliases):
            assert seen.setdefault((member.kind, name), member.name) == member.name


def test_every_visible_layer_has_a_group_an_icon_and_a_sentence() -> None:
    groups = {group.id for group in catalog.load().groups}
    for layer in catalog.members("layer"):
        if layer.hidden:
            continue
        assert layer.group in groups & HAVE_LAYERS, layer.name
        assert layer.icon != "other", layer.name
        assert layer.teaching.endswith((".", "?")), layer.name


def test_a_layer_that_cannot_stand_alone_says_why() -> None:
    assert all(layer.reason for layer in catalog.members("layer") if not layer.stands_alone)
    assert all(layer.example for layer in catalog.members("layer") if layer.stands_alone)


def test_what_a_convolution_takes_is_known_without_keras() -> None:
    params = catalog.params("layer", "Conv2D")
    assert (params["filters"].type, params["filters"].required, params["filters"].minimum) == ("int", True, 1)
    assert (params["kernel_size"].type, params["kernel_size"].rank) == ("int_tuple", 2)
    assert (params["padding"].type, params["padding"].choices) == ("choice", ("valid", "same"))
    assert params["kernel_initializer"].type == "initializer"
    assert params["kernel_regularizer"].nullable
    assert params["activation"].type == "activation"
    assert "name" not in params
    assert "trainable" not in params


def test_ports_say_where_wires_go() -> None:
    add, attention, lstm = (catalog.get("layer", name) for name in ("Add", "MultiHeadAttention", "LSTM"))
    assert add is not None
    assert attention is not None
    assert lstm is not None
    assert [(port.name, port.many) for port in add.inputs] == [("input", True)]
    assert [port.name for port in attention.inputs if port.required] == ["query", "value"]
    assert attention.outputs[1].when is not None
    assert attention.outputs[1].when.param == "return_attention_scores"
    assert catalog.params("layer", "MultiHeadAttention")["return_attention_scores"].call
    assert [(port.name, port.required) for port in lstm.inputs] == [("input", True), ("initial_state", False)]
    assert [port.name for port in lstm.outputs] == ["output", "state_h", "state_c"]


def test_parameters_of_an_unknown_member_are_none() -> None:
    assert catalog.params("layer", "Nonsense") == {}


def test_an_overlay_that_names_a_layer_keras_does_not_have_is_refused() -> None:
    overlay = '[[group]]\nid = "core"\ntitle = "Core"\ncolor = "core"\n[teaching.layer]\nDence = "A misspelt layer."\n'
    with pytest.raises(ValueError, match="Dence"):
        merge(
            {"keras_version": "3", "members": [{"kind": "layer", "name": "Dense", "path": "keras.layers.Dense"}]},
            overlay,
        )


def test_reading_the_catalog_imports_no_keras() -> None:
    code = "import sys; from layerloom import catalog; catalog.load(); assert not {'keras', 'tensorflow'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
