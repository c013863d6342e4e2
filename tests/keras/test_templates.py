"""Every template opens without a word of blame, and learns what it is there to learn in a few epochs."""

from pathlib import Path

import numpy as np
import pytest

from layerloom.datasets import registry
from layerloom.datasets.prepare import prepare
from layerloom.engine.infer import answer
from layerloom.graph import rest
from layerloom.graph.inference import Memo, conclude, walk
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import validate
from layerloom.training.run import Job, train
from plans import ROOT, plan_of

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")

TEMPLATES = sorted((ROOT / "backend/layerloom/templates").glob("*.json"))
EPOCHS = 12


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_a_template_has_no_problem(file: Path) -> None:
    graph = open_graph(file.read_bytes())
    assert graph.training.data is not None
    found = validate(graph, registry.spec(graph.training.data, file.parent))
    assert found.drawing is not None
    memo = Memo()
    rest.settle(found.drawing, walk(found.drawing, memo), memo, lambda request: memo.add(answer(request)["entries"]))
    inference = conclude(found.drawing, walk(found.drawing, memo), graph)
    assert [(one.code, one.title) for one in (*found.problems, *inference.problems)] == []
    assert inference.totals.trainable_params > 0


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_a_template_learns_much_more_than_chance(file: Path, tmp_path: Path) -> None:
    plan = plan_of(file, epochs=EPOCHS)
    rows = []
    result = train(
        Job(plan, "hash", "r", 1, tmp_path, tmp_path),
        lambda event: rows.append(event.metrics) if event.type == "epoch_ended" else None,
        lambda: None,
    )
    assert result.state == "succeeded"
    prepared = prepare(plan, tmp_path)
    assert prepared.validation is not None
    (known,), (asked,) = prepared.train[1].values(), prepared.validation[1].values()
    if "val_accuracy" in rows[0]:
        commonest = np.bincount(asked.astype(int)).max() / len(asked)
        assert max(row["val_accuracy"] for row in rows) > (1 + commonest) / 2
    else:
        always_the_mean = np.abs(asked - known.mean(axis=0)).mean()
        assert min(row["val_mae"] for row in rows) < 0.8 * always_the_mean


def test_every_template_says_something_on_the_canvas() -> None:
    for file in TEMPLATES:
        notes = open_graph(file.read_bytes()).notes.values()
        assert notes, file.stem
        assert all(len(note.text) < 240 for note in notes), file.stem
