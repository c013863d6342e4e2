"""The shapes and counts on record, which the sums on layer cards are held to in `frontend/src/cards`, are the installed Keras' own."""

import json
import os

from card_cases import EXAMPLES, RECORD, cases, examples, record
from layerloom import catalog
from layerloom.catalog import cards

MEND = "LAYERLOOM_RECORD=1 .venv/bin/pytest tests/keras/test_cards.py"


def test_every_layer_with_a_card_is_on_record() -> None:
    assert {layer for layer, _, _ in cases()} == set(cards.written("en")) >= set(catalog.load().popular)


def test_the_counts_on_record_are_keras_own() -> None:
    found = json.loads(json.dumps(record()))
    if os.environ.get("LAYERLOOM_RECORD"):
        RECORD.write_text("[\n" + ",\n".join(json.dumps(one) for one in found) + "\n]\n")
    assert json.loads(RECORD.read_text()) == found, f"Keras counts differently by now. Run: {MEND}"


def test_the_examples_are_as_keras_builds_them() -> None:
    found = json.loads(json.dumps(examples()))
    if os.environ.get("LAYERLOOM_RECORD"):
        lines = ",\n".join(f"{json.dumps(layer)}: {json.dumps(example)}" for layer, example in found.items())
        EXAMPLES.write_text(f"{{\n{lines}\n}}\n")
    assert json.loads(EXAMPLES.read_text()) == found, f"Keras builds them differently by now. Run: {MEND}"
