"""What a Spec or LayerCall hands to Keras: where it is found, which lists are tuples, what an object nested in it is.

One rule for the builder and for the script, so that both hand Keras the same arguments in the same order.
"""

import re
import unicodedata
from typing import Any

from layerloom import catalog
from layerloom.catalog.types import Kind, Param
from layerloom.graph.plan import LayerCall
from layerloom.graph.schema import Spec

Params = dict[str, Any]
_LISTS = ("float_list", "str_list", "layers")


def path(kind: Kind, name: str) -> str:
    """Where Keras exports it: `keras.layers.Conv2D`. Raises LookupError where Keras has no such thing."""
    member = catalog.get(kind, name)
    if member is None:
        raise LookupError(f"Keras has no {kind} called {name}.")
    return member.path


def arguments(kind: Kind, name: str, params: Params) -> Params:
    """Parameters as Python values: JSON lists are tuples unless Keras wants a list. Nested Specs and LayerCalls stay."""
    known = catalog.params(kind, name)
    return {key: _settled(value, key in known and known[key].type in _LISTS) for key, value in params.items()}


def settled(param: Param, value: Any) -> Any:
    """One plain parameter as a Python value: a JSON list is a tuple unless Keras wants a list."""
    return _settled(value, param.type in _LISTS)


def array_dtype(param: Param, value: Any) -> str:
    """Of lists of numbers that stand where a tensor could arrive: truth values stay such, indices are whole, all else is float32."""
    first = value
    while isinstance(first, list | tuple) and first:
        first = first[0]
    return "bool" if isinstance(first, bool) else "int32" if param.whole else "float32"


def nested_kind(kind: Kind, name: str, param: str) -> Kind:
    """What a Spec given for this parameter is: an initializer, a regularizer, a constraint or a schedule."""
    nested: dict[str, Kind] = {
        "initializer": "initializer",
        "regularizer": "regularizer",
        "constraint": "constraint",
        "schedule": "schedule",
    }
    try:
        return nested[catalog.params(kind, name)[param].type]
    except KeyError:
        raise LookupError(f"{name} takes no object for {param}.") from None


def snake(text: str, empty: str = "model") -> str:
    """Free text → an ASCII snake_case identifier: "Digits CNN" → `digits_cnn`; never empty, never starting with a digit."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", ascii_only)
    words = re.sub(r"[^0-9A-Za-z]+", "_", parted).strip("_").lower()[:60].rstrip("_")
    if not words:
        return empty
    return f"{empty}_{words}" if words[0].isdigit() else words


def _settled(value: Any, stays: bool = False) -> Any:
    if not isinstance(value, (list, tuple)):
        return value
    items = [_settled(item) for item in value]
    return items if stays or any(isinstance(item, (Spec, LayerCall)) for item in items) else tuple(items)
