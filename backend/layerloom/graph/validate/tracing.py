"""A tensor as drawn → where it really comes from: before what is bypassed, outside the blocks it is in. And which nodes feed the outputs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from layerloom.graph.plan import Bypass, PlanOutput, Ref, Step
from layerloom.graph.schema import Graph, NodeId, OutputNode
from layerloom.graph.validate.gathering import refs


@dataclass(slots=True)
class Tracing:
    bypasses: dict[NodeId, Bypass] = field(default_factory=dict)
    passes: dict[NodeId, Ref] = field(default_factory=dict)
    """Port of a block → what arrives there."""
    _near: dict[NodeId, Ref] = field(default_factory=dict)
    """Bypassed node → what arrives there."""

    def bypass(self, bypass: Bypass, near: Ref) -> None:
        self.bypasses[bypass.node] = bypass
        self._near[bypass.node] = near

    def leads_on(self, node: NodeId) -> bool:
        """No step of its own, and yet what arrives there comes out again."""
        return node in self.bypasses or node in self.passes

    def source(self, ref: Ref, through: bool = True) -> Ref:
        """Where what flows out there really comes from; `through` the ports of blocks too."""
        while True:
            bypass = self.bypasses.get(ref.node)
            if bypass is not None and ref.port == bypass.port:
                ref = self._near[ref.node]
            elif through and ref.node in self.passes:
                ref = self.passes[ref.node]
            else:
                return ref

    def traced(self, step: Step) -> Step:
        """The step with its arguments taken from where they really come from."""
        if not self.bypasses and not self.passes:
            return step
        arguments: dict[str, Ref | tuple[Ref, ...]] = {
            port: self.source(refs) if isinstance(refs, Ref) else tuple(self.source(ref) for ref in refs)
            for port, refs in step.arguments.items()
        }
        return step if arguments == step.arguments else replace(step, arguments=arguments)

    def on_the_way(self, graph: Graph, sequence: Sequence[NodeId], live: set[NodeId] | None) -> tuple[Bypass, ...]:
        """Bypasses in the order of the plan; of a plan of what feeds the outputs, those that lead there."""
        if live is None or not self.bypasses:
            return tuple(self.bypasses.values())
        after: dict[NodeId, list[NodeId]] = {}
        for edge in graph.edges.values():
            after.setdefault(edge.source, []).append(edge.target)
        wanted = live | {id for id, node in graph.nodes.items() if type(node) is OutputNode}
        for id in reversed(sequence):
            if id in self.bypasses and not wanted.isdisjoint(after.get(id, ())):
                wanted.add(id)
        return tuple(bypass for id, bypass in self.bypasses.items() if id in wanted)


def feeding(outputs: Iterable[PlanOutput], steps: Mapping[NodeId, Step]) -> set[NodeId]:
    """Nodes that the outputs need."""
    found: set[NodeId] = set()
    waiting = [output.source.node for output in outputs]
    while waiting:
        id = waiting.pop()
        if id in found:
            continue
        found.add(id)
        if id in steps:
            waiting += [ref.node for ref in refs(steps[id].arguments)]
    return found


def depth(sequence: Iterable[NodeId], steps: Mapping[NodeId, Step]) -> int:
    """Steps on the longest way through."""
    found: dict[NodeId, int] = {}
    for id in sequence:
        if id in steps:
            found[id] = 1 + max((found.get(ref.node, 0) for ref in refs(steps[id].arguments)), default=0)
    return max(found.values(), default=0)
