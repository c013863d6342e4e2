"""Plan + what flows → warnings where a layer cannot go to the device that was chosen, as it was measured, with a replacement where one is known."""

from collections.abc import Iterator

from layerloom.catalog import conversions
from layerloom.catalog.formats import formats
from layerloom.graph import replacing, texts
from layerloom.graph.plan import LayerCall, Plan, Ref, Step
from layerloom.graph.problems import Problem
from layerloom.graph.schema import Graph
from layerloom.graph.walk import Walk

EIGHT_BITS = "litert_int8"
INSTEAD = "litert_float16"


def check(plan: Plan, walk: Walk, graph: Graph | None = None) -> Iterator[Problem]:
    target = plan.training.goes_to
    if target == "any":
        return
    for step in plan.steps:
        if not isinstance(step.call, LayerCall) or step.shares is not None:
            continue
        refused = conversions.refused(step.call.layer, target) or _nested(step.call, target)
        shape = _arriving(step, walk)
        if refused is not None:
            fixes = () if graph is None or shape is None else replacing.fixes(plan, step, shape, graph)
            yield texts.layer_cannot_go_there(step.node, step.name, target, refused, fixes)
        elif shape is not None and target in formats()[EIGHT_BITS].goes_to:
            yield from _endless(step, step.call, shape, target)


def _nested(call: LayerCall, target: conversions.Target) -> conversions.Refused | None:
    """Of a layer inside this one: a wrapped layer, a cell."""
    for one in _inside(call):
        if found := conversions.refused(one.layer, target) or _nested(one, target):
            return found
    return None


def _endless(
    step: Step, call: LayerCall, shape: tuple[int | None, ...], target: conversions.Target
) -> Iterator[Problem]:
    """A loop over steps that 8 bits have no way to write out."""
    axis = 1
    while call.layer == "TimeDistributed" and (inner := next(_inside(call), None)) is not None:
        call, axis = inner, axis + 1
    read = call if call.layer in conversions.RECURRENT else next(_inside(call), call)
    if read.layer not in conversions.RECURRENT or len(shape) <= axis:
        return
    steps, most = shape[axis], conversions.MOST_STEPS
    if steps is None or steps > most:
        titles = [formats()[name].title for name in (EIGHT_BITS, INSTEAD)]
        yield texts.steps_not_written_out(step.node, step.name, call.layer, target, shape, most, *titles)


def _inside(call: LayerCall) -> Iterator[LayerCall]:
    for value in call.params.values():
        yield from (one for one in (value if isinstance(value, list) else [value]) if isinstance(one, LayerCall))


def _arriving(step: Step, walk: Walk) -> tuple[int | None, ...] | None:
    """The shape of what flows into the first port; None where it is not known, or several flow in."""
    source = next(iter(step.arguments.values()), None)
    flow = walk.flows.get(source.node, {}).get(source.port) if isinstance(source, Ref) else None
    return None if flow is None else flow.shape
