"""Lessons → how much each layer will have learned from the training part, before there is a model. Reads rows; knows no Keras."""

from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from layerloom.datasets import arrays, prepare, preprocess, tokens
from layerloom.datasets.arrays import Rows
from layerloom.graph import learning
from layerloom.graph.learning import Lesson, Read, knowing
from layerloom.graph.plan import LayerCall, Plan, PlanInput
from layerloom.graph.schema import DataSource, Split

SOURCE: TypeAdapter[DataSource] = TypeAdapter(DataSource)


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """{"lessons", "home"} → {"sizes": {key: entries}}: what a child answers. Raises Refused where the data cannot be divided."""
    asked = [Lesson.model_validate(one) for one in request["lessons"]]
    return {"sizes": sizes(asked, Path(request["home"]))}


def sizes(asked: list[Lesson], home: Path) -> dict[str, int]:
    """By the key of the lesson; all are about one data source."""
    found: dict[str, int] = {}
    rows: Rows | None = None
    for lesson in asked:
        rows = rows or arrays.rows(SOURCE.validate_python(lesson.source), home)
        _, train, _ = prepare.parts(
            rows, lesson.complete, lesson.labels, Split.model_validate(lesson.split), lesson.last
        )
        found[lesson.key] = size(lesson, rows, train)
    return found


def known(plan: Plan, home: Path) -> Plan:
    """The plan with what each of its layers will learn, found out here and now."""
    asked = learning.lessons(plan)
    found = sizes(list(asked.values()), home) if asked else {}
    return knowing(plan, found.get)[0]


def size(lesson: Lesson, rows: Rows, train: np.ndarray) -> int:
    """Entries of the vocabulary, those for masks and unknown words included; of Discretization, bins."""
    call = LayerCall(lesson.layer, {name: value for name, value in lesson.params.items() if name != "whole"})
    values = np.concatenate([_read(one, rows, train).ravel() for one in lesson.inputs])
    if lesson.layer == "Discretization":
        bins = int(lesson.params["num_bins"])
        return len(tokens.boundaries(values, bins, float(lesson.params.get("epsilon", 0.01)))) + 1
    mode = "int" if lesson.params["whole"] else "multi_hot"
    specials = learning.specials(LayerCall(call.layer, {**call.params, "output_mode": mode}))
    most = lesson.params.get("max_tokens")
    return specials + len(vocabulary(call, values, None if most is None else most - specials))


def vocabulary(call: LayerCall, values: np.ndarray, most: int | None) -> list[Any]:
    """What the layer's `adapt` puts behind its special entries, in its order: bytes of UTF-8, or whole numbers."""
    params = call.params
    if call.layer == "TextVectorization":
        return tokens.vocabulary(tokens.of_texts(values, params), (b"", b"[UNK]"), most)
    if call.layer == "StringLookup":
        special = [params.get("mask_token"), params.get("oov_token", "[UNK]")]
        return tokens.vocabulary(
            (text.encode() for text in values), [None if one is None else str(one).encode() for one in special], most
        )
    return tokens.vocabulary(map(int, values), (params.get("mask_token"), params.get("oov_token", -1)), most)


def _read(given: Read, rows: Rows, train: np.ndarray) -> np.ndarray:
    """What flows in from the training part."""
    input = PlanInput("", "", given.shape, given.dtype, given.columns, given.scaling)
    fitted = preprocess.fit_input(input, rows, train)
    values = preprocess.apply_input(fitted, rows, train)
    table = preprocess.table(fitted)
    return values if table is None else table[values]
