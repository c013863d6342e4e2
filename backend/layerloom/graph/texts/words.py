"""Numbers, shapes and lists as a student reads them."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def count(number: int | float) -> str:
    """2,890; from a hundred million on 2×10⁸."""
    if abs(number) < 100_000_000:
        return f"{int(number):,}"
    digits, power = f"{float(number):.2e}".split("e") if abs(number) < 1e300 else ("1", str(len(str(int(number))) - 1))
    return f"{digits.rstrip('0').rstrip('.')}×10{str(int(power)).translate(_RAISED)}"


def shape(sizes: Sequence[int | None] | None) -> str:
    """(None, 8, 8, 1), as Keras prints it."""
    if sizes is None:
        return "unknown"
    return f"({', '.join(map(str, sizes))}{',' if len(sizes) == 1 else ''})"


def sample(sizes: Sequence[int | None]) -> str:
    """What one sample is, in words: (None, 128) is 128 numbers per sample."""
    inner = ["any" if size is None else count(size) for size in sizes[1:]]
    match inner:
        case []:
            return "one number per sample"
        case [one]:
            return f"{one} number{'s' if one != '1' else ''} per sample"
        case [steps, width]:
            return f"{steps} steps of {width} numbers per sample"
        case [height, width, channels]:
            return f"{height} × {width} positions with {channels} channel{'s' if channels != '1' else ''} per sample"
    return f"{' × '.join(inner)} numbers per sample"


def names(found: Iterable[str], last: str = "and", most: int = 8) -> str:
    """`a`, `b` and `c`."""
    listed = [f"`{name}`" for name in found]
    if len(listed) > most:
        listed = [*listed[: most - 1], f"{len(listed) - most + 1} more"]
    return f" {last} ".join(filter(None, [", ".join(listed[:-1]), listed[-1] if listed else ""]))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant; upper and lower case and underscores do not count."""
    by_key = {_key(one): one for one in known}
    found = get_close_matches(_key(name[:100]), by_key, n=1, cutoff=0.6)
    return by_key[found[0]] if found else None


def short(value: Any) -> str:
    """A received value, as JSON shows it, cut to a line."""
    words = (
        {True: "true", False: "false", None: "null"}.get(value) if value is None or isinstance(value, bool) else None
    )
    text = words or (
        f'"{value}"' if isinstance(value, str) else str(value) if not _endless(value) else "a very long number"
    )
    return text if len(text) <= 120 else f"{text[:117]}…"


def _endless(value: Any) -> bool:
    return isinstance(value, int) and value.bit_length() > 4_000


def _key(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).lower()


def has(word: str) -> str:
    """`a Dense`, `an LSTM`."""
    return f"{'an' if word[:1] in 'AEIOU' or word[:4] == 'LSTM' else 'a'} {word}"
