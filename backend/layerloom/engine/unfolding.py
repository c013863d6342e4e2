"""A backbone node → the layers of its model as a block, frozen and prepared as they were, with its numbers where it has any. In a jailed child.

Without weights nothing is allocated. With them Keras reads its own file, as a run does, and each layer's numbers are kept under the node
that it became: a block knows no file.
"""

import json
from pathlib import Path
from typing import Any

import keras
import numpy as np

from layerloom.engine import backbones, counting, restore
from layerloom.engine.deep import deep
from layerloom.graph import saved, unfolding
from layerloom.graph.plan import BackboneCall
from layerloom.graph.problems import Refused, problem
from layerloom.graph.saved import document
from layerloom.graph.saved.report import Imported, Place
from layerloom.graph.schema import BackboneNode
from layerloom.graph.validate.backbones import check

ARRAYS, PLACES = "weights.npz", "places.json"
_MODEL, _INPUT = "backbone", "arriving"


def unfold(request: dict[str, Any]) -> dict[str, Any]:
    """{"node", "shape": of what flows in, batch axis first, "weights": where Keras' files lie, "begin": numbers the graph begins from
    already, or None, "out": folder} → {"unfolded", "places"}; with places, all numbers are left in `out`. Raises Refused."""
    node = BackboneNode.model_validate(request["node"])
    checked = check("backbone", node)
    if not isinstance(checked.call, BackboneCall):
        raise Refused(*checked.problems)
    call, shape = checked.call, tuple(request["shape"])
    begin = Path(request["begin"]) if request.get("begin") else None
    return deep(lambda: _unfold(node.name, call, shape, Path(request["weights"]), begin, Path(request["out"])))


def _unfold(
    name: str, call: BackboneCall, shape: tuple[int | None, ...], folder: Path, begin: Path | None, out: Path
) -> dict[str, Any]:
    trained = call.params.get("weights", "imagenet") is not None
    where = backbones.weights_in(folder) if trained else keras.StatelessScope(initialize_variables=False)
    with where, counting.from_the_start():
        model, whole = _made(call, shape)
        read = saved.read(document.parse(whole.to_json()), None, f"Keras {keras.__version__}")
    unfolded, ids = unfolding.as_block(read.graph, name)
    nodes = {layer.name: _node(read, layer.name) for layer in model.layers if layer.weights}
    lost = [layer for layer, node in nodes.items() if node is None]
    if lost or read.report.placeholders:
        raise Refused(problem("backbone_not_unfolded", {"name": call.layer, "layer": (lost or ["?"])[0]}))
    places: dict[str, Place] = {}
    if trained:
        arrays: dict[str, np.ndarray] = {}
        if begin is not None:
            arrays |= restore.arrays(begin / ARRAYS)
            places |= {key: Place.model_validate(one) for key, one in json.loads((begin / PLACES).read_text()).items()}
        for layer in model.layers:
            if layer.weights:
                place = f"{unfolded.block}/{layer.name}"
                places[place] = Place(store=place, node=ids[nodes[layer.name] or ""])
                arrays |= restore.stored(layer, place)
        np.savez(out / ARRAYS, **arrays)  # type: ignore[arg-type]
    return {
        "unfolded": unfolded.model_dump(mode="json"),
        "places": {key: place.model_dump(mode="json") for key, place in places.items()},
    }


def _made(call: BackboneCall, shape: tuple[int | None, ...]) -> tuple[Any, Any]:
    """The model, and another round it that prepares its pixels."""
    try:
        model = backbones.layer(call, _MODEL, shape)
        arriving = keras.Input(shape[1:], name=_INPUT)
        left = model(backbones.prepared(call, arriving))
        backbones.freeze(model, call)
    except (ValueError, TypeError) as error:
        what = str(error).splitlines()[0][:300]
        raise Refused(problem("backbone_not_built", {"name": call.layer, "what": what}, evidence=what)) from None
    return model, keras.Model(arriving, left, name="whole")


def _node(read: Imported, layer: str) -> str | None:
    place = read.places.get(f"{_MODEL}/{layer}")
    return place.node if place else None
