"""Plan → problems of what is looked up: ids that an Embedding has no row for, and layers that cannot learn what they look up.

Keras says so only while it trains, or not at all.
"""

from collections.abc import Iterator, Mapping

from layerloom.graph import learning, texts
from layerloom.graph.learning import LEARNERS
from layerloom.graph.plan import LayerCall, Plan, Ref, Step
from layerloom.graph.problems import Problem
from layerloom.graph.schema import NodeId


def check(plan: Plan) -> Iterator[Problem]:
    steps = {step.node: step for step in plan.steps}
    columns = {one.node: plan.data.column(one.columns[0]) for one in plan.inputs if one.columns} if plan.data else {}
    read = {node: (column.name, column.words) for node, column in columns.items() if column and column.words}
    for step in plan.steps:
        if not isinstance(step.call, LayerCall) or step.shares is not None:
            continue
        if step.call.layer == "Embedding":
            yield from _rows(step, step.call, steps, read)
    if plan.data is not None:
        yield from _learners(plan)


def _rows(
    step: Step, call: LayerCall, steps: Mapping[NodeId, Step], read: Mapping[NodeId, tuple[str, int | None]]
) -> Iterator[Problem]:
    source = next(iter(step.arguments.values()), None)
    if not isinstance(source, Ref):
        return
    before = steps.get(source.node)
    name, words = read.get(source.node, ("", None))
    if before is not None and isinstance(before.call, LayerCall):
        name, words = before.name, _ids(before.call)
    rows = call.params.get("input_dim")
    if words is not None and isinstance(rows, int) and rows < words:
        yield texts.vocabulary_too_large(step.node, step.name, name, words, rows)


def _ids(call: LayerCall) -> int | None:
    """How many ids come out of a layer that looks words or numbers up, as far as that is known."""
    if call.layer not in LEARNERS or call.params.get("output_mode", "int") != "int" or call.params.get("invert"):
        return None
    given = call.params.get(LEARNERS[call.layer].given)
    if isinstance(given, list | tuple):
        return len(given) + (1 if call.layer == "Discretization" else learning.specials(call))
    return call.learned or None


def _learners(plan: Plan) -> Iterator[Problem]:
    taught = learning.taught(plan)
    behind = {ref.node for step in plan.steps for ref in _sources(step)} & {one.node for one in plan.inputs}
    for step in plan.steps:
        call = step.call
        if not learning.learns(call) or not isinstance(call, LayerCall) or step.shares is not None:
            continue
        if not taught.get(step.node) and not any(ref.node in behind for ref in _sources(step)):
            yield texts.learns_from_no_input(step.node, step.name, call.layer)
        elif call.learned and call.learned == learning.specials(call):
            columns = [name for one in taught[step.node] for name in one.columns]
            yield texts.vocabulary_empty(step.node, step.name, call.layer, columns)


def _sources(step: Step) -> Iterator[Ref]:
    for refs in step.arguments.values():
        yield from (refs,) if isinstance(refs, Ref) else refs
