"""JSON values as Python means them: which lists are tuples, and a plan's name as an identifier.

One rule for the builder and for the script, so that both hand Keras the same arguments.
"""

import re
import unicodedata
from typing import Any

from layerloom.graph.plan import LayerCall
from layerloom.graph.schema import Spec


def settled(value: Any) -> Any:
    """A JSON list of numbers is a tuple (`kernel_size`, `target_shape`); a list with names or objects in it stays a list."""
    if isinstance(value, (list, tuple)):
        items = [settled(item) for item in value]
        return items if any(isinstance(item, (str, dict, list, Spec, LayerCall)) for item in items) else tuple(items)
    return value


def snake(text: str, empty: str = "model") -> str:
    """Free text → an ASCII snake_case identifier: "Digits CNN" → `digits_cnn`; never empty, never starting with a digit."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", ascii_only)
    words = re.sub(r"[^0-9A-Za-z]+", "_", parted).strip("_").lower()[:60].rstrip("_")
    if not words:
        return empty
    return f"{empty}_{words}" if words[0].isdigit() else words
