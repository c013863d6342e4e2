"""Parameters as JSON and JavaScript write them → what Keras takes, or a problem."""

from typing import Any

import pytest

from layerloom.graph.plan import LayerCall
from layerloom.graph.problems import Problem, SetParam
from layerloom.graph.schema import LayerNode, Spec
from layerloom.graph.validate.layers import Checked, check


def look(layer: str, /, **params: Any) -> Checked:
    return check("n", LayerNode(name="layer", layer=layer, params=params), None)


def made(layer: str, /, **params: Any) -> dict[str, Any]:
    found = look(layer, **params)
    assert found.problems == ()
    assert found.call is not None
    return found.call.params


def problem(layer: str, /, **params: Any) -> Problem:
    found = look(layer, **params)
    assert found.call is None
    assert len(found.problems) == 1
    return found.problems[0]


@pytest.mark.parametrize(
    ("layer", "given", "expected"),
    [
        ("Dense", {"units": 32.0}, {"units": 32}),
        ("Dense", {"units": 4, "use_bias": True, "kernel_initializer": "glorot_uniform"}, {"units": 4}),
        ("Dense", {"units": 4, "kernel_initializer": {"name": "GlorotUniform"}}, {"units": 4}),
        ("Dense", {"units": 4, "kernel_regularizer": "l2"}, {"units": 4, "kernel_regularizer": Spec(name="L2")}),
        (
            "Dense",
            {"units": 4, "kernel_regularizer": {"name": "L2", "params": {"l2": 1}}},
            {"units": 4, "kernel_regularizer": Spec(name="L2", params={"l2": 1.0})},
        ),
        ("Dense", {"units": 4, "activation": "swish"}, {"units": 4, "activation": "silu"}),
        ("Dropout", {"rate": 0}, {"rate": 0.0}),
        ("Conv2D", {"filters": 4, "kernel_size": 3.0}, {"filters": 4, "kernel_size": 3}),
        ("Conv2D", {"filters": 4, "kernel_size": [3.0, 5]}, {"filters": 4, "kernel_size": (3, 5)}),
        ("Conv2D", {"filters": 4, "kernel_size": 3, "strides": [1, 1]}, {"filters": 4, "kernel_size": 3}),
        ("Reshape", {"target_shape": [-1.0, 4]}, {"target_shape": (-1, 4)}),
        ("ZeroPadding2D", {"padding": [[1, 2], [3.0, 4]]}, {"padding": ((1, 2), (3, 4))}),
        ("LayerNormalization", {"axis": [1, 2.0]}, {"axis": (1, 2)}),
        (
            "Bidirectional",
            {"layer": {"name": "LSTM", "params": {"units": 5.0}}},
            {"layer": LayerCall("LSTM", {"units": 5})},
        ),
        (
            "RNN",
            {"cell": {"name": "StackedRNNCells", "params": {"cells": [{"name": "GRUCell", "params": {"units": 3}}]}}},
            {"cell": LayerCall("StackedRNNCells", {"cells": (LayerCall("GRUCell", {"units": 3}),)})},
        ),
    ],
)
def test_a_value_becomes_what_keras_takes(layer: str, given: dict[str, Any], expected: dict[str, Any]) -> None:
    assert made(layer, **given) == expected


def test_a_call_argument_is_passed_when_the_layer_is_called() -> None:
    found = look("MultiHeadAttention", num_heads=2, key_dim=4, use_causal_mask=True)
    assert found.options == {"use_causal_mask": True}
    assert found.call is not None
    assert "use_causal_mask" not in found.call.params


@pytest.mark.parametrize("units", [0, -1, 3.7, "8", None, True, [3], {"a": 1}, 10**30, float("nan"), float("inf")])
def test_units_that_are_no_count_are_refused(units: Any) -> None:
    found = problem("Dense", units=units)
    assert (found.code, found.place) == ("bad_parameter", "units")
    assert "Received: units=" in found.message


def test_a_number_written_as_text_is_offered_as_a_number() -> None:
    assert problem("Dense", units="8").fixes[0].edits == (SetParam(node="n", param="units", value=8),)


@pytest.mark.parametrize(
    ("layer", "params", "place"),
    [
        ("Dense", {"units": 4, "activation": "rellu"}, "activation"),
        ("Conv2D", {"filters": 4, "kernel_size": [3, 3, 3]}, "kernel_size"),
        ("Conv2D", {"filters": 4, "kernel_size": [3, 0]}, "kernel_size"),
        ("Conv2D", {"filters": 4, "kernel_size": 3, "padding": "full"}, "padding"),
        ("Dropout", {"rate": 1.5}, "rate"),
        ("Dropout", {"rate": "half"}, "rate"),
        ("Dense", {"units": 4, "use_bias": 1}, "use_bias"),
        ("Dense", {"units": 4, "dtype": "float31"}, "dtype"),
        ("Dense", {"units": 4, "kernel_regularizer": {"name": "L2", "params": {"l2": "x"}}}, "kernel_regularizer.l2"),
        ("Dense", {"units": 4, "kernel_regularizer": 3}, "kernel_regularizer"),
        ("Bidirectional", {"layer": {"name": "LSTM", "params": {"units": 0}}}, "layer.units"),
        ("Bidirectional", {"layer": {"name": "LSTM", "params": {}, "extra": 1}}, "layer"),
        ("Bidirectional", {"layer": None}, "layer"),
        ("LSTM", {"units": 4, "stateful": True}, "stateful"),
    ],
)
def test_a_value_that_does_not_fit_names_its_parameter(layer: str, params: dict[str, Any], place: str) -> None:
    found = problem(layer, **params)
    assert (found.code, found.place) == ("bad_parameter", place)


@pytest.mark.parametrize(
    ("layer", "params", "code"),
    [
        ("Dense", {"units": 4, "kernel_initializer": "glorot"}, "unknown_member"),
        ("Dense", {"units": 4, "kernel_regularizer": {"name": "L2", "params": {"l3": 1}}}, "unknown_parameter"),
        ("Bidirectional", {"layer": {"name": "Lstm", "params": {"units": 4}}}, "unknown_member"),
        ("Bidirectional", {"layer": {"name": "LSTM"}}, "missing_parameter"),
        ("TimeDistributed", {"layer": {"name": "Lambda", "params": {"function": "x"}}}, "unusable_layer"),
        ("TimeDistributed", {"layer": {"name": "TFSMLayer", "params": {"filepath": "/etc/passwd"}}}, "unusable_layer"),
        ("TFSMLayer", {"filepath": "/etc/passwd"}, "unusable_layer"),
        ("LSTMCell", {"units": 3}, "unusable_layer"),
        ("Bidirectional", {}, "missing_parameter"),
    ],
)
def test_what_is_nested_is_held_to_the_same_rules(layer: str, params: dict[str, Any], code: str) -> None:
    assert problem(layer, **params).code == code


def test_a_misspelt_parameter_is_renamed_by_its_fix() -> None:
    found = problem("Dense", units=4, activaton="relu")
    assert found.fixes[0].title == "Rename to activation"
    assert found.fixes[0].edits == (
        SetParam(node="n", param="activaton", value=None),
        SetParam(node="n", param="activation", value="relu"),
    )
