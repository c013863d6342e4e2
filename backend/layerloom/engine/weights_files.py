"""A backbone node → the file of weights that Keras wants for it, and what has to be in one that Keras publishes no hash of. In a jailed child.

Nothing is fetched, nothing allocated, no file read.
"""

from typing import Any

import keras

from layerloom.engine import backbones
from layerloom.engine.deep import deep
from layerloom.graph.plan import BackboneCall
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import BackboneNode
from layerloom.graph.validate.backbones import check


def wanted(request: dict[str, Any]) -> dict[str, Any]:
    """{"node", "shape": of what flows in, batch axis first} → {"file": {"name", "origin", "hash"} or None, "layers"}. Raises Refused.

    "layers": the shapes of each layer's arrays, in the order in which Keras takes them out of a file; empty where a hash says enough.
    """
    found = check("backbone", BackboneNode.model_validate(request["node"]))
    if not isinstance(found.call, BackboneCall):
        raise Refused(*found.problems)
    call, shape = found.call, tuple(request["shape"])
    return deep(lambda: _wanted(call, shape))


def _wanted(call: BackboneCall, shape: tuple[int | None, ...]) -> dict[str, Any]:
    try:
        file = backbones.wanted(call, shape)
    except (ValueError, TypeError) as error:
        what = str(error).splitlines()[0][:300]
        raise Refused(problem("backbone_not_built", {"name": call.layer, "what": what}, evidence=what)) from None
    if file is None:
        return {"file": None, "layers": []}
    told = {"name": file.name, "origin": file.origin, "hash": file.hash}
    return {"file": told, "layers": [] if file.hash else _layers(call, shape)}


def _layers(call: BackboneCall, shape: tuple[int | None, ...]) -> list[list[list[int]]]:
    with keras.StatelessScope(initialize_variables=False):
        model = backbones.layer(BackboneCall(call.layer, {**call.params, "weights": None}), None, shape)
    return [
        [list(one.shape) for one in (*layer.trainable_weights, *layer.non_trainable_weights)]
        for layer in model.layers
        if layer.weights
    ]
