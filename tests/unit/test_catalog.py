"""The catalog as everyone but the Keras side sees it: data, read without Keras."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from layerloom import catalog
from layerloom.catalog.overlay import merge

HAVE_LAYERS = {"core", "conv", "pool", "reg", "norm", "activation", "reshape", "merge", "attn", "rnn"}
HAVE_LAYERS |= {"embed", "preprocess", "wrapper"}


UI = Path(__file__).resolve().parents[2] / "frontend/src/ui"


def test_every_group_has_a_colour_of_its_own_in_every_scheme_and_a_drawing_of_its_own() -> None:
    assert all(group.color == group.id for group in catalog.load().groups)
    groups = {group.id for group in catalog.load().groups} | {"block"}
    schemes = (UI / "tokens.css").read_text().split("\n}\n")[:-1]
    assert len(schemes) == 4
    for scheme in schemes:
        ground = re.findall(r"--panel: (#\w+);", scheme)[0]
        colors = dict(re.findall(r"--g-(\w+): (#\w+);", scheme))
        assert set(colors) == groups
        # What is no layer of a kind is grey; every kind has a colour.
        assert len({colors[group] for group in groups - {"other"}}) == len(groups) - 1
        assert {
            group: _contrast(color, ground) for group, color in colors.items() if _contrast(color, ground) < 3
        } == {}
    table = (UI / "glyphs.tsx").read_text().split("GROUP_ICONS")[1].split("}")[0]
    icons = dict(re.findall(r"(\w+): '(\w+)'", table))
    assert set(icons) == groups
    assert len(set(icons.values())) == len(groups)


def _contrast(one: str, other: str) -> float:
    """As WCAG 2 counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


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
    assert [(port.name, port.required) for port in lstm.inputs] == [
        ("input", True),
        ("initial_state", False),
        ("mask", False),
    ]
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


def test_a_new_layer_begins_with_everything_keras_requires() -> None:
    for layer in catalog.members("layer"):
        if not layer.hidden:
            assert {param.name for param in layer.params if param.required and not param.call} <= layer.start.keys(), (
                layer.name
            )


def test_what_a_layer_begins_with_must_exist() -> None:
    known = {"keras_version": "0", "members": [{"kind": "layer", "name": "A", "path": "p", "params": [{"name": "n"}]}]}
    with pytest.raises(ValueError, match="Nothing"):
        merge(known, "group = []\n[start]\nNothing = { n = 1 }")
    with pytest.raises(ValueError, match="'m'"):
        merge(known, "group = []\n[start]\nA = { m = 1 }")


def test_the_best_known_layers_are_forty_that_exist() -> None:
    popular = catalog.load().popular
    assert len(set(popular)) == len(popular) == 40
    assert all((member := catalog.get("layer", name)) and not member.hidden for name in popular)
