"""Own code is proven before it is offered: what works says its ports and parameters, what does not names its line."""

import textwrap
from pathlib import Path
from typing import Any

import pytest

from layerloom.engine import custom
from layerloom.graph.problems import Refused


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def prove(source: str, **params: Any) -> dict[str, Any]:
    return custom.prove({"source": textwrap.dedent(source).lstrip("\n"), "params": params})


SCALED = """
class Scaled(keras.layers.Layer):
    def __init__(self, factor=2.0, units=4, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.units = units

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], self.units))

    def call(self, x, gate=None, training=False):
        return ops.matmul(x, self.kernel) * self.factor
"""


def test_a_layer_says_its_ports_and_gets_the_get_config_it_lacks() -> None:
    found = prove(SCALED)
    assert (found["name"], found["kind"], found["shape"]) == ("Scaled", "layer", [8])
    assert [(one["name"], one["required"]) for one in found["ports"]] == [("x", True), ("gate", False)]
    assert [(one["name"], one["default"]) for one in found["params"]] == [("factor", 2.0), ("units", 4)]
    assert 'return {**super().get_config(), "factor": self.factor, "units": self.units}' in found["source"]
    again = prove(found["source"])
    assert again["source"] == found["source"]
    assert prove(SCALED.replace("factor=2.0", "factor"), factor=3.0)["params"][0]["required"] is True


@pytest.mark.parametrize(
    ("source", "kind", "ports"),
    [
        ("def halved(x, other):\n    return (x + other) / 2\n", "function", ["x", "other"]),
        (
            "class Far(keras.losses.Loss):\n    def call(self, y_true, y_pred):\n"
            "        return ops.mean(ops.abs(y_true - y_pred), -1)\n",
            "loss",
            [],
        ),
        (
            "class Most(keras.metrics.Metric):\n    def __init__(self, **kwargs):\n        super().__init__(**kwargs)\n"
            "        self.most = self.add_weight(shape=(), initializer='zeros', name='most')\n"
            "    def update_state(self, y_true, y_pred, sample_weight=None):\n"
            "        self.most.assign(ops.maximum(self.most, ops.max(ops.abs(y_true - y_pred))))\n"
            "    def result(self):\n        return self.most\n",
            "metric",
            [],
        ),
        (
            "class Sevens(keras.initializers.Initializer):\n    def __call__(self, shape, dtype=None):\n"
            "        return ops.full(shape, 7.0, dtype)\n",
            "initializer",
            [],
        ),
        (
            "class Pictures(keras.layers.Layer):\n    def call(self, image):\n        return ops.flip(image, 2)\n",
            "layer",
            ["image"],
        ),
    ],
    ids=["function", "loss", "metric", "initializer", "a layer of sequences"],
)
def test_each_kind_is_proven_in_its_own_way(source: str, kind: str, ports: list[str]) -> None:
    found = prove(source)
    assert found["kind"] == kind
    assert [one["name"] for one in found["ports"]] == ports


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("class Scaled(keras.layers.Layer)", "class Scaled(keras.layers.Layer", "code_not_python", 1),
        ("keras.layers.Layer", "keras.layers.Layr", "custom_failed", 1),
        ("keras.layers.Layer", "object", "custom_nothing", None),
        ("factor=2.0", "factor", "custom_needs_value", 2),
        ("        self.factor = factor\n", "        self.times = factor\n", "custom_not_kept", 2),
        ("ops.matmul(x, self.kernel)", "ops.matmull(x, self.kernel)", "custom_failed", 11),
        ("shape=(shape[-1], self.units)", "shape=(3, self.units)", "custom_failed", 11),
    ],
    ids=["syntax", "no such base", "nothing Keras knows", "no value", "not kept", "no such function", "wrong shapes"],
)
def test_what_is_faulty_names_its_line(old: str, new: str, code: str, line: int | None) -> None:
    source = SCALED.lstrip("\n")
    assert old in source
    with pytest.raises(Refused) as refused:
        prove(source.replace(old, new))
    first = refused.value.problems[0]
    assert first.code == code
    assert line is None or first.place.startswith(f"line {line}")


def test_a_shape_that_is_not_what_comes_out_is_refused() -> None:
    lying = SCALED + "\n    def compute_output_shape(self, shape):\n        return (*shape[:-1], 5)\n"
    with pytest.raises(Refused) as refused:
        prove(lying)
    assert refused.value.problems[0].code == "custom_other_shape"
    assert refused.value.problems[0].place == "line 13"


def test_what_is_not_the_same_after_loading_is_refused() -> None:
    forgetful = SCALED + "\n    def get_config(self):\n        return super().get_config()\n"
    prove(forgetful)
    with pytest.raises(Refused) as refused:
        prove(forgetful, factor=3.0)
    assert refused.value.problems[0].code == "custom_unequal"


def test_code_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layerloom.engine.pasted.SECONDS", 1)
    with pytest.raises(Refused) as refused:
        prove("while True:\n    pass\n")
    assert refused.value.problems[0].code == "custom_failed"
