"""Layerloom: draw a Keras model, see every shape, train it, and take the code and the model with you."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from layerloom.engine.model import Loaded

__version__ = "0.1.0"


def load(path: str) -> "Loaded":
    """Graph file → a loaded graph; `.build()` gives the `keras.Model`. Raises `Refused` with the graph's problems."""
    import importlib

    engine: Any = importlib.import_module("layerloom.engine.model")
    loaded: Loaded = engine.load(path)
    return loaded
