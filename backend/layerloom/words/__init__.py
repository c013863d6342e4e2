"""What a sentence is made of: a message's id and its values. Rendered here in English, by the page in its reader's language.

The files `words/<language>/*.ftl` hold every sentence; `en` is read here, the page reads the others (docs/languages.md).
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from layerloom.words.fluent import Pattern, Value, parse, write

FILES = Path(__file__).parent
_LONGEST = 10**300
"""Beyond, a number is text: it fits no float, and the page counts in floats."""


class Phrase(BaseModel):
    """A message of `words/<language>` with its values; `id.title` is that part of the message."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    id: str
    values: dict[str, "str | int | float | Phrase | Listed"] = {}

    def __str__(self) -> str:
        return say(self)


class Listed(BaseModel):
    """Several things in a row: `a`, `b` and `c`."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    items: tuple["str | Phrase", ...]
    last: Literal["and", "or", "comma", "space"] = "and"
    """What stands before the last one; before the others a comma, or nothing but a space between sentences."""

    def __str__(self) -> str:
        return str(_said(self))


Phrase.model_rebuild()
Said = str | int | float | Phrase | Listed
"""What a value of a message may be."""


def phrase(id: str, /, **values: Said) -> Phrase:
    return Phrase(id=id, values={name: _short(value) for name, value in values.items()})


def listed(items: Iterable[str | Phrase], last: Literal["and", "or", "comma", "space"] = "and") -> Listed:
    return Listed(items=tuple(items), last=last)


def told(*sentences: Phrase | str) -> Phrase:
    """Sentences one after the other, as one."""
    if len(sentences) == 1 and isinstance(sentences[0], Phrase):
        return sentences[0]
    return phrase("as-it-is", text=listed(sentences, "space"))


def say(what: Phrase, attribute: str = "") -> str:
    """The sentence in English; `attribute` says another part of the message, such as a problem's title."""
    pattern = english()[f"{what.id}.{attribute}" if attribute else what.id]
    return write(pattern, {name: _said(value) for name, value in what.values.items()})


@cache
def english() -> Mapping[str, Pattern]:
    return parse("\n".join(path.read_text() for path in sorted((FILES / "en").glob("*.ftl"))))


def _said(value: Said) -> Value:
    if isinstance(value, Phrase):
        return say(value)
    if isinstance(value, Listed):
        front, *rest = [str(one) for one in value.items] or [""]
        for at, one in enumerate(rest, start=1):
            by = value.last if at == len(rest) or value.last == "space" else "comma"
            front = write(english()[f"list-{by}"], {"front": front, "last": one})
        return front
    return value


def _short(value: Said) -> Said:
    if isinstance(value, int) and abs(value) >= _LONGEST:
        return f"10^{len(str(value)) - 1}" if value.bit_length() < 4_000 else "∞"
    return value
