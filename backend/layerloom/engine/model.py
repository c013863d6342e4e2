"""A graph file → its graph, its plan and its Keras model, for those who work in Python: `layerloom.load("graph.json").build()`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from layerloom.datasets import registry
from layerloom.engine import build as building
from layerloom.engine.infer import check
from layerloom.graph.plan import Plan
from layerloom.graph.schema import Graph
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import plan
from layerloom.settings import Settings


@dataclass(frozen=True, slots=True)
class Loaded:
    graph: Graph
    plan: Plan

    def build(self, seed: int | None = None) -> Any:
        """A functional `keras.Model`, not compiled, with weights drawn from `seed`; the graph's own seed where none is given.

        Raises Refused where shapes do not fit.
        """
        check(self.plan)
        return building.build(self.plan, self.plan.training.seed if seed is None else seed)


def load(path: str | Path) -> Loaded:
    """Raises OSError where there is no such file, and Refused with every problem of the graph."""
    graph = open_graph(Path(path).read_bytes())
    source = graph.training.data
    data = registry.spec(source, Settings.from_env().home) if source else None
    return Loaded(graph, plan(graph, data))
