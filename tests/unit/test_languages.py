"""What the catalog says, in every language: a sentence for each layer, a title for each group, a card for each card."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from layerloom import catalog
from layerloom.catalog import cards
from layerloom.web.catalog import notes_in, template_graphs, template_in
from layerloom.words import fluent

CATALOG = files("layerloom.catalog")
LANGUAGES = ("zh", "es")


def english() -> dict[str, str]:
    overlay = tomllib.loads("\n".join((CATALOG / "data" / name).read_text() for name in catalog.OVERLAYS))
    groups = {f"group-{group['id']}": group["title"] for group in overlay["group"]}
    layers = {f"layer-{name}": sentence for name, sentence in overlay["teaching"]["layer"].items()}
    ops = {f"op-{name.replace('.', '-')}": sentence for name, sentence in overlay["teaching"]["op"].items()}
    return groups | layers | ops


def card(language: str, layer: str) -> dict[str, str]:
    return cards.split(Path(str(CATALOG / "cards" / language / f"{layer}.md")).read_text(encoding="utf-8"))


def fences(text: str) -> list[str]:
    """What stands in blocks, without the words in it: names and signs."""
    blocks = re.findall(r"```\n(.*?)```", text, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [re.sub(r'"[^"]*"|(?<=\])[^{}():]*: |^[^{}():\[\]=]*: ', "", line).strip() for line in lines]


def places(text: str) -> list[str]:
    """Placeholders, and what is code."""
    outside = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    return sorted(re.findall(r"\{[^}]*\}|`[^`]*`", outside))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_layer_and_common_op_has_its_sentence(language: str) -> None:
    here = fluent.parse((CATALOG / "words" / f"{language}.ftl").read_text(encoding="utf-8"))
    assert set(here) == set(english())
    assert {id for id, pattern in here.items() if fluent.write(pattern, {}) == english()[id]} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_of_a_template_is_there(language: str) -> None:
    said = {name: {id: note.text for id, note in graph.notes.items()} for name, graph in template_graphs().items()}
    here = notes_in(language)
    assert {name: set(notes) for name, notes in here.items()} == {name: set(notes) for name, notes in said.items()}
    for name, notes in here.items():
        for id, text in notes.items():
            assert text != said[name][id], (name, id)
            assert text.count("*") == said[name][id].count("*"), (name, id)
        opened = template_in(name, language)
        assert opened is not None
        assert {id: note.text for id, note in opened.notes.items()} == notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_is_there_and_made_as_the_english_one(language: str) -> None:
    assert cards.written(language) == cards.written("en")
    for layer in cards.written("en"):
        here, there = card(language, layer), card("en", layer)
        assert list(here) == list(there), layer
        for heading, text in there.items():
            assert places(here[heading]) == places(text), (layer, heading)
            assert fences(here[heading]) == fences(text), (layer, heading)
            bullets = [line[:2] for line in text.splitlines()]
            assert [line[:2] == "- " for line in here[heading].splitlines()] == [one == "- " for one in bullets], layer
            prose = re.sub(r"```.*?```|\{.*?\}|\W", "", text, flags=re.DOTALL)
            assert not prose or here[heading] != text, (layer, heading)
