"""A room's graph and the memo → everything a page shows of it: shapes, costs, problems, and whether Train would be accepted.

Pure but for what it remembers of unchanged nodes. What the memo lacks is listed, not asked for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from layerloom.documents.room import Room
from layerloom.graph.data import DataSpec
from layerloom.graph.inference import Inference, Memo, Totals, Walk, conclude, walk
from layerloom.graph.learning import Lesson, knowing
from layerloom.graph.plan import Plan
from layerloom.graph.problems import Problem, Refused
from layerloom.graph.schema import DataSource, Graph
from layerloom.graph.sealing import Judge, anybodys
from layerloom.graph.validate import Checker

NOTHING = Inference(nodes={}, problems=(), totals=Totals())
SpecOf = Callable[[str, DataSource], DataSpec]
"""Owner and source → spec; raises Refused."""


@dataclass(frozen=True, slots=True)
class Thought:
    version: int
    graph: Graph
    data: DataSpec | None
    plan: Plan | None
    drawing: Plan | None
    walk: Walk
    inference: Inference
    problems: tuple[Problem, ...]
    lessons: tuple[Lesson, ...] = ()
    """What layers learn from, where it is not known yet how much that is."""

    @property
    def settled(self) -> bool:
        """Nothing is left to be asked."""
        return not self.walk.questions and not self.lessons

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(one for one in self.problems if one.severity == "error")

    @property
    def plan_ok(self) -> bool:
        return self.plan is not None and self.settled and not self.errors


class Mind:
    """Keep one for each room: it remembers its nodes."""

    def __init__(self, memo: Memo, spec_of: SpecOf, learned: Mapping[str, int] = {}, judge: Judge = anybodys) -> None:
        """`learned`: by the key of a lesson, how much a layer will know. `judge`: whether code that the graph holds may be used."""
        self._memo, self._learned, self._spec_of = memo, learned, spec_of
        self._checker = Checker(judge=judge)
        self._last = NOTHING
        self._source: DataSource | None = None
        self._data: tuple[DataSpec | None, tuple[Problem, ...]] = (None, ())

    def think(self, room: Room) -> Thought:
        version, graph, malformed = room.now()
        data, unreadable = self._spec(room.owner, graph.training.data)
        validation = self._checker.validate(graph, data)
        drawing, lessons = knowing(validation.drawing, self._learned.get) if validation.drawing else (None, ())
        plan = knowing(validation.plan, self._learned.get)[0] if validation.plan else None
        found = walk(drawing, self._memo) if drawing else Walk()
        inference = conclude(drawing, found, graph, self._last) if drawing else NOTHING
        self._last = inference
        shapes = tuple(_weighed(one, plan) for one in inference.problems)
        problems = (*malformed, *unreadable, *validation.problems, *shapes)
        return Thought(version, graph, data, plan, drawing, found, inference, problems, lessons)

    def _spec(self, owner: str, source: DataSource | None) -> tuple[DataSpec | None, tuple[Problem, ...]]:
        if source is None:
            return None, ()
        if source is not self._source:
            try:
                self._data = (self._spec_of(owner, source), ())
                self._source = source
            except Refused as refused:  # not remembered: the file may be uploaded in the next moment
                return None, refused.problems
        return self._data


def _weighed(found: Problem, plan: Plan | None) -> Problem:
    """What feeds no output cannot block training: there, an error is a warning."""
    if plan is None or found.severity == "warning" or not found.nodes:
        return found
    fed = {one.node for part in (plan.inputs, plan.steps, plan.outputs) for one in part}
    return found if not fed.isdisjoint(found.nodes) else found.model_copy(update={"severity": "warning"})
