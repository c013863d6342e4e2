"""An Input and the layers right behind it → whether its cells flow in as they stand, and in which shape and type.

The rule: an Input is raw when its scaling says so, when its type is `string`, or, left on `auto`, when every layer right behind it
looks texts or whole numbers up by itself. Layers that learn the scale of numbers get them unscaled.
"""

from collections.abc import Collection, Sequence
from typing import Literal

from layerloom.graph.backbones import BEHIND
from layerloom.graph.data import Column
from layerloom.graph.learning import LEARNERS
from layerloom.graph.schema import InputNode

Way = Literal["text", "whole"]
DTYPES: dict[Way, str] = {"text": "string", "whole": "int64"}


def reading(node: InputNode, behind: Collection[str]) -> Way | None:
    """What its cells flow in as; None where they are prepared as numbers."""
    if node.dtype == "string":
        return "text"
    wanted = {LEARNERS[layer].reads if layer in LEARNERS else "number" for layer in behind}
    if node.scaling == "raw":
        return "whole" if wanted == {"whole"} else "text"
    if node.scaling != "auto" or len(wanted) != 1:
        return None
    (reads,) = wanted
    return None if reads == "number" else reads


def settled(way: Way | None, columns: Sequence[Column]) -> Way | None:
    """Columns of numbers, pictures and series are no text: they are prepared as ever, and the layer behind says what is wrong."""
    fits = {"text": _is_text, "whole": _is_whole}
    return way if way is not None and columns and any(map(fits[way], columns)) else None


def fitting(free: Sequence[Column], way: Way | None) -> tuple[Column, ...]:
    """Of the free columns those that can be read that way: the texts, else the categories. All, where none can."""
    texts = [one for one in free if way == "text" and one.kind == "text"]
    fits = {"text": _is_text, "whole": _is_whole}
    return tuple(texts or (way and [one for one in free if fits[way](one)]) or free)


def mix(columns: Sequence[Column], way: Way) -> bool:
    return all(map(_is_text if way == "text" else _is_whole, columns)) and not (
        len(columns) > 1 and any(one.kind == "text" for one in columns)
    )


def shape(node: InputNode, columns: Sequence[Column], behind: Collection[str]) -> tuple[int | None, ...]:
    """Categories side by side; a text for itself, without an axis, as TextVectorization wants it."""
    if len(columns) < 2 and node.shape in ((), (1,)):
        return node.shape
    alone = "TextVectorization" in behind or any(one.kind == "text" for one in columns)
    return () if alone and len(columns) < 2 else (len(columns),)


def scaled_behind(behind: Collection[str]) -> bool:
    """Whether the layers behind learn the scale of numbers."""
    return bool(behind) and all(layer in LEARNERS and LEARNERS[layer].reads == "number" for layer in behind)


def pixels_behind(behind: Collection[str]) -> bool:
    """Whether everything behind prepares pixels from 0 to 255 by itself."""
    return set(behind) == {BEHIND}


def _is_text(column: Column) -> bool:
    return column.kind in ("text", "category")


def _is_whole(column: Column) -> bool:
    if column.kind == "category":
        return all(name.lstrip("-").isdecimal() for name in column.categories)
    return column.kind == "number" and column.integral
