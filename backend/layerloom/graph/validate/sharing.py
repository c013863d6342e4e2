"""Steps that share a layer: the first use makes it, wherever the owner stands, so that plan order stays construction order."""

from layerloom.graph.plan import Step
from layerloom.graph.schema import Graph, NodeId
from layerloom.graph.validate import names


def first_use_owns(steps: list[Step], graph: Graph) -> list[Step]:
    """The first step of each shared layer makes it, under the owner's name; the others point to that step."""
    groups: dict[NodeId, list[Step]] = {}
    for step in steps:
        groups.setdefault(step.shares or step.node, []).append(step)
    changed: dict[NodeId, Step] = {}
    for owner, group in groups.items():
        first, *later = group
        if first.node == owner and all(step.shares == owner for step in later):
            continue
        owner_name = names.normal(graph.nodes[owner].name)
        changed[first.node] = _renamed(first, owner_name, None)
        for step in later:
            changed[step.node] = _renamed(step, first.name if step.node == owner else step.name, first.node)
    return [changed.get(step.node, step) for step in steps]


def _renamed(step: Step, name: str, shares: NodeId | None) -> Step:
    return Step(step.node, name, step.call, step.arguments, step.outputs, shares, step.options)
