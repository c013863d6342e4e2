"""A layer and a language → the sections of its card: our Markdown files, section by section under a teacher's own.

The files and their format are described in README.md beside them. Only split here, never judged: what stands in a section is
text, and the page draws it as text.
"""

import json
import os
import re
import stat
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from layerloom.catalog.types import Strict

HEADINGS = ("", "What it does", "Formula", "Parameters", "Output size", "When to use", "Watch out", "Try it")
"""In their order; the nameless one is what stands before the first heading. Others follow as they come."""
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
FALLBACK = "en"
MOST_BYTES = 64_000
MOST_SECTIONS = 24
MOST_IN_HEADING = 80

Unread = Literal["too_large", "no_file", "not_text"]


class CardSection(Strict):
    heading: str
    """One of `HEADINGS`, or a teacher's own words."""
    text: str
    """Markdown; a fenced block holds formulas or sums."""
    language: str
    own: bool = False
    """From this Layerloom's own folder instead of the product's."""


class CardExample(Strict):
    """A new layer at sizes of its kind, as Keras built it: shown where the layer stands on no canvas."""

    params: dict[str, Any]
    inputs: dict[str, list[tuple[int | None, ...]]]
    """Shapes by port, batch axis first."""
    output: tuple[int | None, ...]
    count: int
    """Of its parameters."""


class Card(Strict):
    layer: str
    sections: tuple[CardSection, ...] = ()
    """Empty where nobody has written about the layer."""
    unread: Unread | None = None
    """Why the own file is not shown, where there is one."""
    example: CardExample | None = None


Sections = dict[str, str]


def read(layer: str, language: str, folder: Path | None = None) -> Card:
    """`layer` is a name of the catalog; `folder` holds `<language>/<layer>.md` that stand above the product's."""
    languages = (language, FALLBACK) if language != FALLBACK and LANGUAGE.fullmatch(language) else (FALLBACK,)
    found: dict[str, CardSection] = {}
    unread: Unread | None = None
    for each in languages:
        own = _own(folder / each / f"{layer}.md") if folder else {}
        if isinstance(own, str):
            unread = unread or own
        for sections, is_own in (({} if isinstance(own, str) else own, True), (_ours(layer, each), False)):
            for heading, text in sections.items():
                found.setdefault(heading, CardSection(heading=heading, text=text, language=each, own=is_own))
    places = {heading: at for at, heading in enumerate(HEADINGS)}
    ordered = sorted(found.values(), key=lambda section: places.get(section.heading, len(places)))
    told = tuple(section for section in ordered if section.text)
    return Card(layer=layer, sections=told, unread=unread, example=examples().get(layer))


def split(text: str) -> Sections:
    """Markdown → its sections by heading. The title is left out; a heading inside a fenced block is none."""
    sections: dict[str, list[str]] = {"": []}
    lines, fenced = sections[""], False
    for line in text.replace("\r\n", "\n").replace("\0", "").split("\n"):
        fenced ^= line.startswith("```")
        if not fenced and line.startswith("## ") and len(sections) <= MOST_SECTIONS:
            lines = sections.setdefault(_heading(line[3:].strip()), [])
        elif fenced or not line.startswith("# "):
            lines.append(line)
    return {heading: "\n".join(lines).strip() for heading, lines in sections.items() if heading or any(lines)}


def _heading(written: str) -> str:
    known = (heading for heading in HEADINGS if heading.casefold() == written.casefold())
    return next(known, written[:MOST_IN_HEADING])


@cache
def languages() -> tuple[str, ...]:
    """That the product has cards in."""
    return tuple(sorted(each.name for each in files(__package__).iterdir() if LANGUAGE.fullmatch(each.name)))


@cache
def written(language: str) -> tuple[str, ...]:
    """Layers that the product has a card of in that language."""
    if language not in languages():
        return ()
    return tuple(
        sorted(each.name[:-3] for each in (files(__package__) / language).iterdir() if each.name[-3:] == ".md")
    )


@cache
def examples() -> dict[str, CardExample]:
    """By layer; written by a test that asks Keras (`tests/keras/test_cards.py`)."""
    found = json.loads((files(__package__) / "examples.json").read_text(encoding="utf-8"))
    return {layer: CardExample.model_validate(example) for layer, example in found.items()}


@lru_cache(maxsize=512)
def _ours(layer: str, language: str) -> Sections:
    if layer not in written(language):
        return {}
    return split((files(__package__) / language / f"{layer}.md").read_text(encoding="utf-8"))


def _own(path: Path) -> Sections | Unread:
    """Whatever lies there: a pipe is not waited for, a file without end is not read to its end."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        return {}
    except OSError:
        return "no_file"
    try:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            return "no_file"
        with open(file, "rb", closefd=False) as stream:
            content = stream.read(MOST_BYTES + 1)
    finally:
        os.close(file)
    if len(content) > MOST_BYTES:
        return "too_large"
    try:
        return _split_own(content)
    except UnicodeDecodeError:
        return "not_text"


@lru_cache(maxsize=64)
def _split_own(content: bytes) -> Sections:
    return split(content.decode("utf-8-sig"))
