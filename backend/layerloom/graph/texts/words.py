"""Numbers, shapes and lists as a student reads them."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, Literal

from layerloom.words import Listed, Phrase, Said, listed, phrase

Shape = Sequence[int | None]
Got = Sequence[tuple[str, Shape]]
"""Name of a source and the shape it gives."""


def shape(sizes: Sequence[int | None] | None) -> str:
    """(None, 8, 8, 1), as Keras prints it."""
    if sizes is None:
        return "(…)"
    return f"({', '.join(map(str, sizes))}{',' if len(sizes) == 1 else ''})"


def sample(sizes: Sequence[int | None]) -> Phrase:
    """What one sample is, in words: (None, 128) is 128 numbers per sample."""
    inner: list[Said] = [phrase("size-any") if size is None else size for size in sizes[1:]]
    match inner:
        case []:
            return phrase("sample-numbers", n=1)
        case [one]:
            return phrase("sample-any-numbers") if isinstance(one, Phrase) else phrase("sample-numbers", n=one)
        case [steps, width]:
            return phrase("sample-steps", steps=steps, width=width)
        case [height, width, channels]:
            return phrase("sample-positions", height=height, width=width, channels=channels)
    return phrase("sample-more", sizes=" × ".join("?" if size is None else str(size) for size in sizes[1:]))


def what_came(got: Got) -> Listed | Phrase:
    if not got:
        return phrase("got-nothing")
    return listed([phrase("got-from", shape=shape(one), name=name) for name, one in got])


def names(found: Iterable[str], last: Literal["and", "or"] = "and", most: int = 8) -> Listed:
    """`a`, `b` and `c`."""
    ticked: list[str | Phrase] = [f"`{name}`" for name in found]
    if len(ticked) > most:
        ticked = [*ticked[: most - 1], phrase("list-more", n=len(ticked) - most + 1)]
    return listed(ticked, last)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant; upper and lower case and underscores do not count."""
    by_key = {_key(one): one for one in known}
    found = get_close_matches(_key(name[:100]), by_key, n=1, cutoff=0.6)
    return by_key[found[0]] if found else None


def short(value: Any) -> str | Phrase:
    """A received value, as JSON shows it, cut to a line."""
    words = (
        {True: "true", False: "false", None: "null"}.get(value) if value is None or isinstance(value, bool) else None
    )
    if not words and _endless(value):
        return phrase("value-very-long")
    text = words or (f'"{value}"' if isinstance(value, str) else str(value))
    return text if len(text) <= 120 else f"{text[:117]}…"


def _endless(value: Any) -> bool:
    return isinstance(value, int) and value.bit_length() > 4_000


def _key(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).lower()
