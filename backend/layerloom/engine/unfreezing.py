"""The second phase of training: the last layers of a model's frozen backbones learn too, under an optimizer of its own.

`unfreeze` is copied word for word into exported scripts.
"""

from typing import Any

import keras

from layerloom.engine import compile as compiling
from layerloom.graph import phases
from layerloom.graph.plan import Plan
from layerloom.graph.problems import Refused, problem
from layerloom.words import Said


def unfreeze(backbone: keras.Model, last: int) -> None:
    """Its last layers learn too; normalisation stays as in inference."""
    learning = {layer.name for layer in backbone.layers if layer.trainable}
    learning |= {layer.name for layer in backbone.layers[-last:]}
    backbone.trainable = True
    for layer in backbone.layers:
        still = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = layer.name in learning and not still


def check(model: Any, plan: Plan) -> None:
    """Raises Refused where a backbone has fewer layers than are to learn."""
    for name, backbone in _frozen(model, plan):
        tuning = plan.training.fine_tuning
        if tuning is not None and tuning.layers > len(backbone.layers):
            told: dict[str, Said] = {"name": name, "layers": tuning.layers, "n": len(backbone.layers)}
            raise Refused(
                problem("too_many_to_unfreeze", told, place="fine_tuning.layers", evidence=str(tuning.layers))
            )


def begin(model: Any, plan: Plan) -> None:
    """Puts a compiled model into the second phase."""
    tuning = plan.training.fine_tuning
    assert tuning is not None
    for _, backbone in _frozen(model, plan):
        unfreeze(backbone, tuning.layers)
    model.compile(**compiling.arguments(phases.second(plan)))


def _frozen(model: Any, plan: Plan) -> list[tuple[str, Any]]:
    found = []
    for step in phases.frozen(plan.steps):
        layer = model
        for name in phases.way(plan, step):
            layer = layer.get_layer(name)
        found.append((step.name, layer))
    return found
