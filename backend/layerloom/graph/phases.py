"""Plan → its second phase of training: which backbones wake up, by which names they are found, and what it is compiled with."""

from collections.abc import Iterable
from dataclasses import replace

from layerloom.graph.plan import BackboneCall, Plan, Step
from layerloom.graph.schema import Spec


def backbones(steps: Iterable[Step]) -> list[tuple[Step, BackboneCall]]:
    return [(step, step.call) for step in steps if step.shares is None and isinstance(step.call, BackboneCall)]


def frozen(steps: Iterable[Step]) -> list[Step]:
    """Those whose backbone is held still, wholly or up to one of its layers."""
    return [step for step, call in backbones(steps) if call.freeze is not None]


def way(plan: Plan, step: Step) -> tuple[str, ...]:
    """Names by which `get_layer` comes to the step's layer, one after the other: those of the models that it stands in, and its own."""
    blocks = {block.node: block for block in plan.blocks}
    block = next((one for one in plan.blocks if step.node in one.arguments), None)
    names = [step.name]
    while block is not None:
        if block.kind == "model":
            names.insert(0, block.made_as)
        block = blocks.get(block.outer or "")
    return tuple(names)


def second(plan: Plan) -> Plan:
    """The plan with the optimizer of its second phase: the same one, made anew at that phase's rate."""
    tuning, optimizer = plan.training.fine_tuning, plan.training.optimizer
    if tuning is None:
        return plan
    made = Spec(name=optimizer.name, params={**optimizer.params, "learning_rate": tuning.learning_rate})
    return replace(plan, training=plan.training.model_copy(update={"optimizer": made}))
