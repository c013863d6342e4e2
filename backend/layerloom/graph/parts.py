"""Plan → its steps as they stand in blocks: what is called together, in the order of the plan. For those who write or build it so."""

from collections.abc import Iterator
from dataclasses import dataclass

from layerloom.graph.plan import Plan, PlanBlock, Step


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its steps and the blocks inside it."""

    block: PlanBlock
    inside: "Parts"


Parts = tuple["Step | Part", ...]


def parts(plan: Plan) -> Parts:
    if not plan.blocks:
        return plan.steps
    laid = {block.node: block for block in plan.blocks}
    holds = {step: block for block in plan.blocks for step in block.arguments}
    top: list[Step | Part] = []
    open_: list[tuple[PlanBlock, list[Step | Part]]] = []

    def close(depth: int) -> None:
        while len(open_) > depth:
            block, inside = open_.pop()
            (open_[-1][1] if open_ else top).append(Part(block, tuple(inside)))

    for step in plan.steps:
        chain: list[PlanBlock] = []
        block = holds.get(step.node)
        while block is not None:
            chain.insert(0, block)
            block = laid[block.outer] if block.outer is not None else None
        same = 0
        while same < min(len(chain), len(open_)) and open_[same][0] is chain[same]:
            same += 1
        close(same)
        for one in chain[same:]:
            open_.append((one, []))
        (open_[-1][1] if open_ else top).append(step)
    close(0)
    return tuple(top)


def steps_of(found: Parts) -> Iterator[Step]:
    for one in found:
        if isinstance(one, Part):
            yield from steps_of(one.inside)
        else:
            yield one
