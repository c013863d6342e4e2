"""Plan → warnings where a layer cannot go to the device that was chosen, as it was measured, with a replacement where one is known."""

from collections.abc import Iterator

from layerloom.catalog import conversions
from layerloom.graph import texts
from layerloom.graph.plan import LayerCall, Plan
from layerloom.graph.problems import Problem
from layerloom.graph.schema import Graph, LayerNode


def check(plan: Plan, graph: Graph | None = None) -> Iterator[Problem]:
    target = plan.training.goes_to
    if target == "any":
        return
    for step in plan.steps:
        if not isinstance(step.call, LayerCall) or step.shares is not None:
            continue
        refused = conversions.refused(step.call.layer, target) or _nested(step.call, target)
        if refused is None:
            continue
        node = graph.nodes.get(step.node) if graph else None
        params = node.params if isinstance(node, LayerNode) else {}
        yield texts.layer_cannot_go_there(step.node, step.name, target, refused, params)


def _nested(call: LayerCall, target: conversions.Target) -> conversions.Refused | None:
    """Of a layer inside this one: a wrapped layer, a cell."""
    for value in call.params.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, LayerCall) and (found := conversions.refused(one.layer, target) or _nested(one, target)):
                return found
    return None
