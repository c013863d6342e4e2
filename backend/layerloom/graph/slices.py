"""What stands between the brackets of `x[:, 0]` ⇄ Python's own objects for it. Text in, canonical text out."""

import re
from types import EllipsisType

Part = int | slice | EllipsisType | None
_NUMBER = re.compile(r"[+-]?\d{1,9}")


def parse(text: str) -> tuple[Part, ...]:
    """`":, 1:3, ..., None"` → (slice, slice, Ellipsis, None). Raises ValueError for anything that is no such list."""
    parts = [part.strip() for part in text.strip().removesuffix(",").split(",")]
    if len(parts) > 16:
        raise ValueError("More than sixteen places.")
    return tuple(_part(part) for part in parts)


def written(parts: tuple[Part, ...]) -> str:
    """The same as people write it: one blank after each comma."""
    return ", ".join(_written(part) for part in parts)


def _part(text: str) -> Part:
    if text == "...":
        return ...
    if text in ("None", "newaxis", "np.newaxis"):
        return None
    if ":" not in text:
        return _number(text)
    ends = text.split(":")
    if len(ends) > 3:
        raise ValueError(f"Not a range: {text}")
    found = [_number(end.strip()) if end.strip() else None for end in ends]
    if len(found) == 3 and found[2] == 0:
        raise ValueError("A step of zero never arrives.")
    return slice(*found)


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"Not a whole number: {text}")
    return int(text)


def _written(part: Part) -> str:
    match part:
        case None:
            return "None"
        case slice():
            ends = ["" if end is None else str(end) for end in (part.start, part.stop)]
            return ":".join(ends + ([] if part.step is None else [str(part.step)]))
        case int():
            return str(part)
    return "..."
