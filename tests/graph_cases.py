"""The graphs under tests/graphs, the data they are about, and Keras' answers on record, so that fast tests need no Keras."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from layerloom.graph.data import DataSpec
from layerloom.graph.edits import apply
from layerloom.graph.inference import Inference, Walk, conclude, walk
from layerloom.graph.plan import Plan
from layerloom.graph.problems import Problem, Refused
from layerloom.graph.schema import BuiltinData, Graph
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import Validation, validate

GRAPHS = Path(__file__).parent / "graphs"
ANSWERS = GRAPHS / "answers.json"
Memo = Mapping[str, Any]


@dataclass(frozen=True)
class Examined:
    validation: Validation
    walk: Walk
    inference: Inference | None
    problems: tuple[Problem, ...]

    @property
    def codes(self) -> list[str]:
        return [one.code for one in self.problems]

    @property
    def errors(self) -> list[str]:
        return [one.code for one in self.problems if one.severity == "error"]


def names(folder: str) -> list[str]:
    return sorted(path.stem for path in (GRAPHS / folder).glob("*.json"))


def read(folder: str, name: str) -> bytes:
    return (GRAPHS / folder / f"{name}.json").read_bytes()


def graph(folder: str, name: str) -> Graph:
    return open_graph(read(folder, name))


@cache
def data_sets() -> dict[str, DataSpec]:
    return {name: DataSpec.model_validate(one) for name, one in json.loads((GRAPHS / "data.json").read_text()).items()}


def data_of(graph: Graph) -> DataSpec | None:
    source = graph.training.data
    return data_sets()[source.name] if isinstance(source, BuiltinData) else None


@cache
def answers() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ANSWERS.read_text())
    return found


def examine(graph: Graph, memo: Memo | None = None) -> Examined:
    """Everything that is said about a graph."""
    validation = validate(graph, data_of(graph))
    if validation.drawing is None:
        return Examined(validation, Walk(), None, validation.problems)
    found = walk(validation.drawing, answers() if memo is None else memo)
    inference = conclude(validation.drawing, found, graph)
    return Examined(validation, found, inference, (*validation.problems, *inference.problems))


def record(answer: Callable[[Plan], Mapping[str, Any]]) -> dict[str, Any]:
    """Asks for everything the fixtures, and the fixtures after each of their fixes, want to know. Keys are sorted."""
    found: dict[str, Any] = {}

    def ask(graph: Graph) -> Examined:
        drawing = validate(graph, data_of(graph)).drawing
        if drawing is not None and walk(drawing, found).questions:
            found.update(answer(drawing))
        return examine(graph, found)

    for folder in ("valid", "broken", "old"):
        for name in names(folder):
            try:
                opened = graph(folder, name)
            except Refused:
                continue
            for problem in ask(opened).problems:
                for fix in problem.fixes:
                    ask(apply(opened, fix.edits))
    return dict(sorted(found.items()))
