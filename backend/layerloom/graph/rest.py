"""What a walk could not find out ⇄ the JSON that asks for it: the unknown steps, what flows into them, and what is known of their layers.

A plan of 500 steps with one new value becomes a request of one step, so an edit costs what it changes.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from layerloom.graph import plan_json
from layerloom.graph.memo import Entry, Tensor
from layerloom.graph.plan import Plan, Ref, Step
from layerloom.graph.schema import NodeId
from layerloom.graph.walk import Flows, Walk, walk

Json = dict[str, Any]


def dump(plan: Plan, found: Walk, only: Collection[NodeId] | None = None) -> Json:
    """{"steps", "flows": {node: {port: tensor}}, "known": {key: value}}: everything that is not known, or `only` these nodes of it.

    `known` holds the other calls of a layer that is asked about.
    """
    wanted = found.waiting - found.failures.keys() if only is None else only
    unknown = set(wanted)
    owners = {step.shares for step in plan.steps if step.node in unknown} - {None}
    steps = [step for step in plan.steps if step.node in unknown or (step.shares or step.node) in owners]
    kept = {step.node for step in steps}
    flows: dict[NodeId, dict[str, Json]] = {}
    for ref in (ref for step in steps for ref in _refs(step)):
        flow = found.flows.get(ref.node, {}).get(ref.port)
        if flow is not None:
            flows.setdefault(ref.node, {})[ref.port] = flow.dump()
    known = dict(used for node, used in found.used.items() if node in kept)
    return {
        "steps": [plan_json.dump_step(step) for step in steps],
        "flows": flows,
        "known": {key: entry.dump() for key, entry in known.items()},
    }


def settle(plan: Plan, found: Walk, memo: Mapping[str, Any], ask: Callable[[Json], None]) -> Walk:
    """Has `ask` answer into the memo what the walk left open, in two round trips at most. Returns the walk with what is known then.

    Most edits leave what follows as it was, so the questions go alone; only where they lead to more goes everything else.
    """
    ask(dump(plan, found, only={question.node for question in found.questions}))
    after = walk(plan, memo)
    if not after.questions:
        return after
    ask(dump(plan, after))
    return walk(plan, memo)


def load(request: Json) -> tuple[Plan, Flows, dict[str, Entry]]:
    """The steps as a plan without inputs, what flows into it, and the memo to begin with. Raises KeyError or ValueError for anything else."""
    plan = Plan("rest", (), tuple(plan_json.load_step(step) for step in request["steps"]), ())
    flows = {
        node: {port: Tensor.load(tensor) for port, tensor in ports.items()} for node, ports in request["flows"].items()
    }
    return plan, flows, {key: Entry.load(value) for key, value in request["known"].items()}


def _refs(step: Step) -> list[Ref]:
    return [ref for refs in step.arguments.values() for ref in ((refs,) if isinstance(refs, Ref) else refs)]
