"""The answers on record, which fast tests rely on, are what the installed Keras answers."""

import json
import os
from collections.abc import Mapping
from typing import Any

from graph_cases import ANSWERS, record
from layerloom.engine.infer import answer
from layerloom.graph import rest
from layerloom.graph.plan import Plan
from layerloom.graph.walk import walk

MEND = "LAYERLOOM_RECORD=1 .venv/bin/pytest tests/keras/test_graph_answers.py"


def ask(plan: Plan) -> Mapping[str, Any]:
    entries: Mapping[str, Any] = answer(rest.dump(plan, walk(plan, {})))["entries"]
    return entries


def test_the_answers_on_record_are_keras_own() -> None:
    found = json.loads(json.dumps(record(ask)))
    if os.environ.get("LAYERLOOM_RECORD"):
        lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in found.items())
        ANSWERS.write_text(f"{{\n{lines}\n}}\n")
    assert json.loads(ANSWERS.read_text()) == found, f"Keras answers differently by now. Run: {MEND}"
