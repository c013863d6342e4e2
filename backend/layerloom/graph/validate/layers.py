"""One layer node → its LayerCall and ports, or its problems. Looks at nothing but the node (and the owner it shares)."""

from dataclasses import dataclass, field
from typing import Any

from layerloom import catalog
from layerloom.catalog.types import Port
from layerloom.graph import texts
from layerloom.graph.plan import LayerCall, OpCall
from layerloom.graph.ports import of_layer, present
from layerloom.graph.problems import Problem
from layerloom.graph.schema import LayerNode, NodeId
from layerloom.graph.validate.params import Reader
from layerloom.words import phrase


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of one node by itself."""

    problems: tuple[Problem, ...]
    call: LayerCall | OpCall | None = None
    """None where an error keeps the layer from being made, or the op from being called."""
    options: dict[str, Any] = field(default_factory=dict)
    inputs: tuple[Port, ...] = ()
    outputs: tuple[Port, ...] = ()
    ports_known: bool = True


def check(id: NodeId, node: LayerNode, owner: LayerNode | None) -> Checked:
    """`owner` is the node whose layer and parameters count; None for the node itself. Parameter problems are the owner's to tell."""
    problems: list[Problem] = []
    own = owner or node
    member = catalog.get("layer", own.layer)
    if member is None:
        if owner is None:
            known = [one.name for one in catalog.members("layer") if not one.hidden]
            problems.append(texts.unknown_layer(id, own.layer, known))
        return Checked(tuple(problems), ports_known=False)
    if not member.stands_alone:
        if owner is None:
            problems.append(texts.unusable_layer(id, member.name, member.reason))
        return Checked(tuple(problems), ports_known=False)
    reader = Reader(id)
    params = reader.arguments(member, own.params)
    if owner is None:
        problems += reader.problems
        if params.get("stateful") is True:
            problems.append(
                texts.bad_parameter(
                    id,
                    member.name,
                    "stateful",
                    phrase("wants-stateless"),
                    True,
                    False,
                    True,
                )
            )
    healthy = not reader.problems and not any(one.severity == "error" for one in problems)
    return Checked(
        tuple(problems),
        LayerCall(member.name, params, own.trainable) if healthy else None,
        reader.call_params,
        present(member, member.inputs, own.params),
        of_layer(member, own.params),
    )
