"""Which steps of a plan belong to one block, and what goes in and out of it there. Shapes nothing; the steps stay as they are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from layerloom.graph.plan import Plan, PlanBlock, PlanPort, Ref, Step
from layerloom.graph.schema import EdgeId, InputNode, NodeId
from layerloom.graph.validate.laying import Laid, Layout, plain

Arguments = dict[NodeId, dict[str, Ref | tuple[Ref, ...]]]
Source = Callable[[Ref, bool], Ref]


def together(blocks: Sequence[Laid], arrives: dict[NodeId, list[tuple[NodeId, EdgeId]]]) -> None:
    """Every port of a block waits for what arrives at any: so a block's steps follow one another, with nothing else among them."""
    for block in blocks:
        for ports in (block.inputs, block.outputs):
            if len(ports) > 1:
                wires = [wire for port in ports for wire in arrives.get(port, ())]
                for port in ports:
                    own = arrives.get(port, [])
                    arrives[port] = [*own, *(wire for wire in wires if wire not in own)]


def whole_models(
    live: set[NodeId], layout: Layout, steps: Mapping[NodeId, Step], passes: Mapping[NodeId, Ref], source: Source
) -> set[NodeId]:
    """With every end of a model whose steps are among them: a model inside the model is called whole."""
    models = [block for block in layout.blocks if block.kind == "model"]
    found = live
    for _ in models:
        wanted = set(found)
        for block in models:
            if any(step in found for step in _steps_in(block, layout, steps)):
                ends = [port for port in (*block.inputs, *block.outputs) if port in passes]
                wanted |= {source(Ref(port), True).node for port in ends}
        waiting = list(wanted - found)
        if not waiting:
            break
        found = set(wanted)
        while waiting:
            step = steps.get(waiting.pop())
            for ref in refs(step.arguments) if step is not None else ():
                if ref.node not in found:
                    found.add(ref.node)
                    waiting.append(ref.node)
    return found


def _steps_in(block: Laid, layout: Layout, steps: Mapping[NodeId, Step]) -> Iterable[NodeId]:
    outer = {one.id: one.outer for one in layout.blocks}
    for step in steps:
        around: str | None = layout.within.get(step)
        while around is not None and around != block.id:
            around = outer[around]
        if around is not None:
            yield step


def gathered(plan: Plan, layout: Layout, arguments: Arguments, passes: Mapping[NodeId, Ref], source: Source) -> Plan:
    """The plan with its blocks. One of which no step is called is not among them."""
    laid = {block.id: block for block in layout.blocks}
    inside: dict[str | None, list[Step]] = {}
    called: dict[str, None] = {}
    for step in plan.steps:
        block = layout.within.get(step.node)
        inside.setdefault(block, []).append(step)
        chain = []
        while block is not None and block not in called:
            chain.append(block)
            block = laid[block].outer
        called.update(dict.fromkeys(reversed(chain)))
    ports = {port for id in called for port in (*laid[id].inputs, *laid[id].outputs)}

    def near(ref: Ref) -> Ref:
        while True:
            ref = source(ref, False)
            if ref.node not in passes or ref.node in ports:
                return ref
            ref = passes[ref.node]

    found: dict[str, dict[str, dict[str, Ref | tuple[Ref, ...]]]] = {
        id: {
            step.node: {
                port: near(given) if isinstance(given, Ref) else tuple(map(near, given))
                for port, given in arguments[step.node].items()
            }
            for step in inside.get(id, ())
        }
        for id in called
    }
    top = [near(ref) for step in inside.get(None, ()) for ref in refs(arguments[step.node])]
    ends = {output.source for output in plan.outputs}
    waiting = [ref.node for steps in found.values() for given in steps.values() for ref in refs(given)]
    waiting += [ref.node for ref in top]
    waiting += [port for port in ports if port in passes and source(Ref(port), True) in ends]
    waiting += [port for id in called if laid[id].kind == "model" for port in (*laid[id].inputs, *laid[id].outputs)]
    used: set[str] = set()
    while waiting:
        port = waiting.pop()
        if port in ports and port in passes and port not in used:
            used.add(port)
            waiting.append(near(passes[port]).node)
    names = {one.id: one.name for one in layout.blocks}
    blocks = []
    for id in called:
        one = laid[id]
        model = one.kind == "model"
        entering = tuple(_input(layout, port, near(passes[port]), model) for port in one.inputs if port in used)
        leaving = tuple(
            PlanPort(port, layout.graph.nodes[port].name, near(passes[port])) for port in one.outputs if port in used
        )
        blocks.append(
            PlanBlock(
                id,
                one.name,
                names.get(one.of, one.name),
                one.kind,
                entering,
                leaving,
                found[id],
                one.outer,
                one.of,
                one.node,
                one.called,
                one.repeat,
                one.times,
                dict(one.varied),
            )
        )
    through = {port: source(ref, True) for port, ref in passes.items()}
    return replace(plan, blocks=tuple(blocks), passes=through, layout=layout)


def refs(arguments: Mapping[str, Ref | tuple[Ref, ...]]) -> Iterable[Ref]:
    return (ref for given in arguments.values() for ref in ((given,) if isinstance(given, Ref) else given))


def _input(layout: Layout, port: str, source: Ref, model: bool) -> PlanPort:
    drawn = layout.drawn.nodes.get(plain(port))
    name = layout.graph.nodes[port].name
    if not model or not isinstance(drawn, InputNode) or drawn.shape is None:
        return PlanPort(port, name, source)
    return PlanPort(port, name, source, drawn.shape, drawn.dtype)
