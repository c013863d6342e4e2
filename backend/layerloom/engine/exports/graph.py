"""The drawing itself, as it comes in again. Run again: opened, built, and given the run's weights."""

import json
from pathlib import Path

from layerloom.engine.build import build
from layerloom.engine.exports import Needs, Runner, rebuilt
from layerloom.engine.exports.subject import Subject
from layerloom.graph import upgrades, validate
from layerloom.graph.data import DataSpec

FILE = "graph.json"


def write(subject: Subject, folder: Path) -> None:
    (folder / FILE).write_text(json.dumps(subject.graph, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    rebuilt.write_beside(subject, folder)


def runner(folder: Path) -> Runner:
    opened = upgrades.open_graph((folder / FILE).read_bytes())
    data = rebuilt.beside(folder)["data"]
    plan = validate.plan(opened, DataSpec.model_validate(data) if data else None)
    return rebuilt.with_weights(build(plan, plan.training.seed, rebuilt.taught(folder)), folder)


def smallest(folder: Path) -> Needs:
    return Needs("", f"graph version {upgrades.VERSION}")
