"""Folding on Keras' own applications: what a first look shows of them."""

import keras
import pytest

import round_trip
from layerloom.graph import blocks
from layerloom.graph.folding import AT_ONCE, unfold
from layerloom.graph.schema import BlockNode
from layerloom.graph.validate import plan

APPLICATIONS = ["ResNet50", "ResNet152", "EfficientNetB0", "MobileNetV2", "DenseNet121", "VGG16"]


@pytest.mark.parametrize("name", APPLICATIONS)
def test_an_application_is_at_most_thirty_nodes_on_the_first_screen(name: str) -> None:
    with keras.StatelessScope(initialize_variables=False):
        model = getattr(keras.applications, name)(weights=None)
    found = round_trip.imported(model).graph
    inside = blocks.inside(found)
    flat = unfold(found)
    assert len(inside[None]) <= AT_ONCE
    assert len(flat.nodes) == len(model._operations) + 1
    assert plan(found, None).steps == plan(flat, None).steps
    for id, node in found.nodes.items():
        if isinstance(node, BlockNode):
            assert len(inside[id]) > 2
            assert not any(
                isinstance(one, BlockNode) for one in unfold(found, [id]).nodes.values() if one.name == node.name
            )
    if len(flat.nodes) > 100:
        assert sum(isinstance(found.nodes[id], BlockNode) for id in inside[None]) >= 5
