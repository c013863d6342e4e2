"""A graph file → its graph, its plan and its Keras model, for those who work in Python: `layerloom.load("graph.json").build()`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from layerloom.datasets import lessons, preprocess, registry
from layerloom.datasets.prepare import prepare
from layerloom.engine import build as building
from layerloom.engine.infer import check
from layerloom.graph import learning
from layerloom.graph.plan import CustomCall, Plan
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import Graph
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import plan
from layerloom.settings import Settings


@dataclass(frozen=True, slots=True)
class Loaded:
    graph: Graph
    plan: Plan
    home: Path
    """Where uploaded data lies."""
    code: bool = False
    """Whether code that the graph brings along is run in this process."""

    def build(self, seed: int | None = None) -> Any:
        """A functional `keras.Model`, not compiled, with weights drawn from `seed`; the graph's own seed where none is given.

        Layers that learn from data learn from its training part. Raises Refused where shapes do not fit, and where the
        graph brings code along that nobody allowed.
        """
        own = next((step.call for step in self.plan.steps if isinstance(step.call, CustomCall)), None)
        if own is not None and not self.code:
            raise Refused(problem("custom_here", {"name": own.layer}, evidence=own.layer))
        check(lessons.known(self.plan, self.home))
        learns = self.plan.data is not None and any(learning.taught(self.plan).values())
        prepared = prepare(self.plan, self.home) if learns else None
        rows = preprocess.as_fed(prepared.fitted, prepared.train[0]) if prepared else None
        return building.build(self.plan, self.plan.training.seed if seed is None else seed, rows)


def load(path: str | Path, code: bool = False) -> Loaded:
    """`code`: whoever calls has read the code in the graph, and lets it run. Raises OSError where there is no such file, and Refused with every problem of the graph."""
    graph = open_graph(Path(path).read_bytes())
    source = graph.training.data
    home = Settings.from_env().home
    data = registry.spec(source, home) if source else None
    return Loaded(graph, plan(graph, data), home, code)
