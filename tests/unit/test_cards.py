"""Layer cards: every file of ours is whole, and a teacher's own stands above it section by section, whatever is in it."""

import os
import re

import pytest

from layerloom import catalog
from layerloom.catalog import cards

pytestmark = pytest.mark.fast

PROSE = ("", "What it does", "When to use", "Watch out")
HEADINGS = {heading for heading in cards.HEADINGS if heading}


def own(folder, text, name="Dense.md", language="en"):
    file = folder / language / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def shown(card):
    return {section.heading: section.text for section in card.sections}


def test_the_best_known_layers_have_a_card():
    assert set(catalog.load().popular) <= set(cards.written("en"))
    assert len(cards.written("en")) >= 40


@pytest.mark.parametrize("language", cards.languages())
def test_every_card_is_of_a_layer_and_whole(language):
    for layer in cards.written(language):
        member = catalog.get("layer", layer)
        assert member is not None, layer
        assert member.name == layer
        sections = cards.split((cards.files("layerloom.catalog.cards") / language / f"{layer}.md").read_text("utf-8"))
        assert set(sections) - {""} <= HEADINGS, layer
        for heading in PROSE:
            assert sections[heading], (layer, heading)
        for heading in ("When to use", "Watch out"):
            assert all(line.startswith("- ") for line in sections[heading].split("\n")), (layer, heading)
        for heading in ("Formula", "Parameters", "Output size"):
            if heading in sections:
                assert re.match(r"```\n(.+\n)+```", sections[heading]), (layer, heading)


@pytest.mark.parametrize("language", sorted({*cards.languages()} - {"en"}))
def test_a_translation_has_what_the_english_has(language):
    for layer in cards.written(language):
        translated = {
            section.heading for section in cards.read(layer, language).sections if section.language == language
        }
        english = {section.heading for section in cards.read(layer, "en").sections}
        assert english - {"Formula", "Parameters", "Output size"} <= translated <= english, layer


def test_what_a_language_lacks_is_english():
    card = cards.read("Dense", "fr")
    assert {section.language for section in card.sections} == {"en"}
    assert card.sections == cards.read("Dense", "en").sections


def test_an_own_file_stands_above_ours_section_by_section(tmp_path):
    own(tmp_path, "# Dense\n\n## watch out\n\nAsk me first.\n\n## Try it\n\n## In our class\n\nTask 3.\n")
    before, after = shown(cards.read("Dense", "en")), shown(cards.read("Dense", "en", tmp_path))
    assert after["Watch out"] == "Ask me first."
    assert after["What it does"] == before["What it does"]
    assert "Try it" not in after
    assert list(after)[-1] == "In our class"
    assert {section.heading for section in cards.read("Dense", "en", tmp_path).sections if section.own} == {
        "Watch out",
        "In our class",
    }


def test_a_change_of_an_own_file_shows_at_once(tmp_path):
    own(tmp_path, "Of mine.")
    assert shown(cards.read("Dense", "en", tmp_path))[""] == "Of mine."
    own(tmp_path, "Of ours.")
    assert shown(cards.read("Dense", "en", tmp_path))[""] == "Of ours."


def test_any_layer_may_have_an_own_file(tmp_path):
    assert cards.read("Conv3D", "en", tmp_path).sections == ()
    own(tmp_path, "A cube.", "Conv3D.md")
    assert shown(cards.read("Conv3D", "en", tmp_path)) == {"": "A cube."}


def test_a_heading_inside_a_block_is_part_of_it():
    assert cards.split("a\n## Formula\n```\n## x\n```\n## Try it\nb") == {
        "": "a",
        "Formula": "```\n## x\n```",
        "Try it": "b",
    }


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"x" * (cards.MOST_BYTES + 1), "too_large"),
        (b"\xff\xfe\x00", "not_text"),
        (None, "no_file"),
        ("pipe", "no_file"),
    ],
)
def test_an_own_file_that_cannot_be_shown_leaves_ours_and_says_why(tmp_path, content, why):
    if isinstance(content, bytes):
        own(tmp_path, content)
    elif content == "pipe":
        own(tmp_path, "").unlink()
        os.mkfifo(tmp_path / "en" / "Dense.md")
    else:
        (tmp_path / "en" / "Dense.md").mkdir(parents=True)
    card = cards.read("Dense", "en", tmp_path)
    assert card.unread == why
    assert card.sections == cards.read("Dense", "en").sections


def test_no_heading_and_no_language_grows_without_end(tmp_path):
    own(tmp_path, "\n".join(f"## {'h' * 200}{at}\nx" for at in range(500)))
    card = cards.read("Dense", "en", tmp_path)
    assert len(card.sections) <= cards.MOST_SECTIONS + len(cards.HEADINGS)
    assert max(len(section.heading) for section in card.sections) <= cards.MOST_IN_HEADING
    assert cards.read("Dense", "../" * 9 + "etc", tmp_path).sections
