"""One op node → its OpCall and ports, or its problems. Looks at nothing but the node.

Also keeps layers and Keras' own names for operations apart.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from layerloom import catalog
from layerloom.catalog.types import Member
from layerloom.graph import ports, texts
from layerloom.graph.plan import OpCall, PlanInput, Step
from layerloom.graph.problems import Problem
from layerloom.graph.schema import NodeId, OpNode
from layerloom.graph.validate.layers import Checked
from layerloom.graph.validate.params import Reader
from layerloom.words import phrase


def check(id: NodeId, node: OpNode) -> Checked:
    """A port for which the node has a number needs no wire."""
    member = catalog.get("op", node.op)
    if member is None:
        known = [one.name for one in catalog.members("op") if not one.hidden]
        return Checked((texts.unknown_op(id, node.op, known),), ports_known=False)
    if not member.stands_alone:
        return Checked((texts.unusable_op(id, member.name, member.reason),), ports_known=False)
    reader = Reader(id)
    params = reader.arguments(member, node.params)
    problems = (*reader.problems, *_too_many_parts(id, member, node))
    inputs = tuple(
        port.model_copy(update={"required": False}) if params.get(port.name) is not None else port
        for port in member.inputs
    )
    outputs = ports.outputs_with(member, node.params, {})
    return Checked(problems, None if problems else OpCall(member.name, params), {}, inputs, outputs)


def _too_many_parts(id: NodeId, member: Member, node: OpNode) -> Iterator[Problem]:
    """Each part is a port that a wire may leave from: more than these nobody can draw."""
    for port in member.outputs:
        if port.each in node.params and ports.times(member, node.params, port.each, {}) > ports.MOST_PARTS:
            wants = phrase("wants-int-between", low=1, high=ports.MOST_PARTS)
            value = node.params[port.each]
            yield texts.bad_parameter(id, member.name, port.each, wants, value, ports.MOST_PARTS, False)


def counted(node: OpNode) -> bool:
    """Whether how many outputs it has depends on how many wires arrive."""
    member = catalog.get("op", node.op)
    return member is not None and bool({port.each for port in member.outputs} & {port.name for port in member.inputs})


def stem(operation: str) -> str:
    """What Keras calls the first operation of a class; the next have `_1`, `_2`, … behind it: `LogicalAnd` → `logical_and`."""
    parted = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", operation)
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", parted).lower()


def apart(inputs: Sequence[PlanInput], steps: Sequence[Step]) -> tuple[tuple[PlanInput, ...], tuple[Step, ...]]:
    """Inputs and layers with other names where Keras will call an operation so: it names those itself, and takes no name twice."""
    called = Counter(
        stem(member.operation)
        for step in steps
        if isinstance(step.call, OpCall) and (member := catalog.get("op", step.call.op)) is not None
    )
    if not called:
        return tuple(inputs), tuple(steps)
    given = {f"{name}_{number}" if number else name for name, times in called.items() for number in range(times)}
    layers = [step for step in steps if not isinstance(step.call, OpCall)]
    taken = {one.name for one in inputs} | {step.name for step in layers}
    used = taken | given
    better = {name: _free(f"{name}_layer", used) for name in sorted(taken & given)}
    if not better:
        return tuple(inputs), tuple(steps)
    return (
        tuple(replace(one, name=better.get(one.name, one.name)) for one in inputs),
        tuple(
            step if isinstance(step.call, OpCall) else replace(step, name=better.get(step.name, step.name))
            for step in steps
        ),
    )


def _free(name: str, taken: set[str]) -> str:
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}_{number}"
    taken.add(found)
    return found
