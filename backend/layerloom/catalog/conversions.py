"""`data/conversions.json`, as measured → which layers a device does not take. Written by `python -m bench.conversions`."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from layerloom.catalog.formats import Target, formats
from layerloom.catalog.types import Strict

__all__ = ["MAIN", "MOST_STEPS", "RECURRENT", "Refused", "Target", "measured", "refused"]

MAIN: dict[Target, str] = {
    "server": "saved_model",
    "browser": "onnx",
    "phone": "litert",
    "raspberry_pi": "litert",
}
"""The format that a device is reached by first."""


RECURRENT = frozenset({"ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D", "GRU", "LSTM", "RNN", "SimpleRNN"})
"""Layers with a loop over steps, which 8-bit LiteRT and Core ML take written out alone."""
MOST_STEPS = 256
"""That are written out: 200 of an LSTM take ten seconds to convert."""


class Refused(Strict):
    layer: str
    format: str
    """Title of the device's main format."""
    why: str
    """In the converter's words."""
    others: tuple[str, ...]
    """Titles of formats for the same device that do take it."""


@cache
def measured() -> dict[str, Any]:
    """{"versions", "formats": those tried, "layers": {name: {format: why not, or ""}}}"""
    found: dict[str, Any] = json.loads((files(__package__) / "data" / "conversions.json").read_text(encoding="utf-8"))
    return found


@cache
def refused(layer: str, target: Target) -> Refused | None:
    """None where the layer goes there, or was not tried alone."""
    found: dict[str, str] = measured()["layers"].get(layer, {})
    main = MAIN[target]
    if not found.get(main):
        return None
    known = formats()
    others = tuple(known[name].title for name, why in found.items() if not why and target in known[name].goes_to)
    return Refused(layer=layer, format=known[main].title, why=found[main], others=others)
