"""The law of the round trip on `keras.applications`: the structure of all of them, without weights."""

import re

import keras
import pytest

import round_trip
from layerloom import catalog
from layerloom.graph.validate import plan

FEW = ("VGG16", "ResNet50", "MobileNetV2", "DenseNet121")
"""Those that every run of the tests looks at."""
NAMES = [member.name for member in catalog.members("application")]
SAID_ANOTHER_WAY = re.compile(r"ConvNeXt.*|InceptionResNetV2").fullmatch
"""Hold layers that Keras keeps to itself; they come back as public ones that compute the same."""


def abstract(name: str) -> keras.Model:
    with keras.StatelessScope(initialize_variables=False):
        return getattr(keras.applications, name)(weights=None)


@pytest.mark.parametrize("name", [pytest.param(name, marks=() if name in FEW else pytest.mark.long) for name in NAMES])
def test_an_application_comes_back_as_it_was(name: str) -> None:
    before = abstract(name)
    found = round_trip.imported(before)
    assert [one.text for one in found.report.remarks if one.kind in ("placeholder", "left_out")] == []
    with keras.StatelessScope(initialize_variables=False):
        after = round_trip.executed(plan(found.graph, None))
    assert before.count_params() == after.count_params()
    if not SAID_ANOTHER_WAY(name):
        assert list(round_trip.differences(before, after, found)) == []


@pytest.mark.long
@pytest.mark.parametrize("name", ["ConvNeXtTiny", "InceptionResNetV2"])
def test_what_is_said_another_way_gives_the_same_outputs(name: str) -> None:
    size = (96, 96, 3)
    before = getattr(keras.applications, name)(weights=None, include_top=False, input_shape=size, pooling="avg")
    after, _ = round_trip.again(before)
    ours = {layer.name: layer for layer in after.layers}
    for layer in before.layers:
        if layer.weights:
            ours[layer.name].set_weights(layer.get_weights())
    rows = round_trip.rows(before.inputs[0], 96, 0)
    difference = abs(before(rows, training=False) - after(rows, training=False))
    assert float(keras.ops.max(difference)) <= 1e-5
