"""A place in a room's graph → which layers fit there, with which parameters, and why the others do not.

One answer holds what is known after a moment; whoever wants the rest asks again.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from layerloom import catalog
from layerloom.graph import fits as trials
from layerloom.graph.fits import Fit
from layerloom.graph.inference import TensorSpec
from layerloom.graph.joints import Joints, Wish, chunks
from layerloom.graph.memo import Tensor
from layerloom.graph.plan import LayerCall, Plan, Ref, Step
from layerloom.graph.problems import Problem, SetParam
from layerloom.graph.schema import LayerNode, NodeId, Spec
from layerloom.web import shapes
from layerloom.web.sweeping import PORTION, Sweep, Sweeps
from layerloom.web.thinking import Thought

SECONDS = 0.3
"""How long one answer may take before it comes with what is known."""
GENERIC = (
    Tensor((None, 64)),
    Tensor((None, 16, 64)),
    Tensor((None, 32, 32, 3)),
    Tensor((None, 16, 16, 16, 3)),
)
"""Stand for a tensor of each rank where only the rank is asked about."""


class Trying:
    def __init__(self, sweeps: Sweeps) -> None:
        self._sweeps = sweeps

    def after(self, thought: Thought, node: NodeId, port: str) -> shapes.Fits:
        """What may follow, and which parameter of the layer before would let more follow."""
        drawn = thought.graph.nodes[node]
        joints = _joints(thought)
        tensor = joints.tensor(Ref(node, port)) if joints else None
        if joints is None or tensor is None:
            return _unknown(thought)
        until = time.monotonic() + SECONDS
        sweep, complete = self._sweeps.go_on(tensor, until)
        keeping = self._keeping(thought, node, port) if complete else None
        other, also = self._sweeps.go_on(keeping[0], until) if keeping else (None, True)
        layers = []
        for fit in _sorted(sweep):
            better = other.fits.get(fit.layer) if other and fit.output is None else None
            if keeping and better and better.output is not None:
                layers.append(_layer(better, None, (keeping[1],)))
            else:
                layers.append(_layer(fit, trials.explained(fit, tensor, drawn.name)))
        return _answer(tensor, complete and also, layers)

    def onto(self, thought: Thought, node: NodeId, port: str) -> shapes.Fits:
        """Which of the layers that are drawn would take a wire from there."""
        drawn = thought.graph.nodes[node]
        joints = _joints(thought)
        tensor = joints.tensor(Ref(node, port)) if joints else None
        if joints is None or tensor is None:
            return _unknown(thought)
        until = time.monotonic() + SECONDS
        targets: list[shapes.PortFit] = []
        for some in chunks([Wish(id, name, tensor, drawn.name) for id, name in joints.ports(node)], PORTION):
            if time.monotonic() > until:
                return _answer(tensor, False, [], targets)
            targets += self._targets(joints, some)
        return _answer(tensor, True, [], targets)

    def into(self, thought: Thought, edge: str) -> shapes.Fits:
        """What may be put into a wire, and what of it the layer at the wire's end would not take any more."""
        wire = thought.graph.edges[edge]
        joints = _joints(thought)
        tensor = joints.tensor(Ref(wire.source, wire.source_port)) if joints else None
        if joints is None or tensor is None:
            return _unknown(thought)
        until = time.monotonic() + SECONDS
        source = thought.graph.nodes[wire.source].name
        sweep, complete = self._sweeps.go_on(tensor, until)
        found = list(_sorted(sweep))
        outputs = {fit.output.key: fit.output for fit in found if fit.output is not None}
        broken: dict[str, Problem] = {}
        wishes = {key: Wish(wire.target, wire.target_port, one, "new layer", edge) for key, one in outputs.items()}
        for some in chunks(list(wishes.values()), PORTION):
            complete = complete and time.monotonic() < until
            if complete:
                for wish, told in zip(some, self._sweeps.judge(joints, some), strict=True):
                    if isinstance(told, Problem):
                        broken[wish.tensor.key] = told
        layers = [
            _layer(
                fit,
                trials.explained(fit, tensor, source),
                breaks=broken.get(fit.output.key) if fit.output is not None else None,
            )
            for fit in found
        ]
        return _answer(tensor, complete, layers)

    def before(self, thought: Thought, node: NodeId, port: str) -> shapes.Fits:
        """What may lead to a port, by the ranks that it can give and the port can take: what flows into it is not known yet."""
        drawn = thought.graph.nodes[node]
        until = time.monotonic() + SECONDS
        sweeps = [self._sweeps.go_on(tensor, until) for tensor in GENERIC]
        complete = all(done for _, done in sweeps)
        joints = _joints(thought) or Joints(thought.graph, Plan("", (), (), ()), {})
        wishes = [Wish(node, port, tensor, "new layer") for tensor in GENERIC]
        told = (
            self._sweeps.judge(joints, wishes)
            if isinstance(drawn, LayerNode) and drawn.layer not in _SIDE_BY_SIDE
            else []
        )
        refused = {
            len(wish.tensor.shape): one for wish, one in zip(wishes, told, strict=False) if isinstance(one, Problem)
        }
        layers = []
        for name in trials.layers():
            made = [sweep.fits[name].output for sweep, _ in sweeps if name in sweep.fits]
            ranks = [len(one.shape) for one in made if one is not None]
            if ranks and all(rank in refused for rank in ranks):
                layers.append(shapes.LayerFit(layer=name, problem=refused[ranks[0]]))
            elif ranks:
                layers.append(shapes.LayerFit(layer=name, waits=trials.waits(name)))
        return _answer(None, complete, layers)

    def _targets(self, joints: Joints, wishes: Sequence[Wish]) -> Iterator[shapes.PortFit]:
        for wish, told in zip(wishes, self._sweeps.judge(joints, wishes), strict=True):
            if told != "unknown":
                problem = told if isinstance(told, Problem) else None
                yield shapes.PortFit(node=wish.node, port=wish.port, problem=problem)

    def _keeping(self, thought: Thought, node: NodeId, port: str) -> tuple[Tensor, SetParam] | None:
        """What would flow if the layer gave its whole sequence, where nothing else follows it yet."""
        alone = all(edge.source != node for edge in thought.graph.edges.values())
        step = next((one for one in thought.drawing.steps if one.node == node), None) if thought.drawing else None
        if step is None or not alone or step.shares is not None or not isinstance(step.call, LayerCall):
            return None
        call = _sequences(step.call)
        if call is None:
            return None
        other = replace(step, call=call)
        plan = Plan("kept", (), (other,), ())
        found = self._sweeps.know(plan, thought.walk.flows)
        tensor = found.flows[node].get(port) if node in found.entries else None
        return (tensor, _edit(thought, step)) if tensor is not None else None


_SIDE_BY_SIDE = frozenset({"Concatenate", "Add", "Average", "Maximum", "Minimum", "Multiply", "Subtract", "Dot"})
"""Take what the others that arrive are like: nothing is said of a tensor that stands for a rank."""


def _joints(thought: Thought) -> Joints | None:
    return Joints(thought.graph, thought.drawing, thought.walk.flows) if thought.drawing else None


def _sorted(sweep: Sweep) -> Iterator[Fit]:
    return (sweep.fits[name] for name in trials.layers() if name in sweep.fits)


def _sequences(call: LayerCall) -> LayerCall | None:
    """The recurrent layer, or the one that a Bidirectional holds, giving every step instead of the last."""
    inner = call.params.get("layer")
    if call.layer == "Bidirectional" and isinstance(inner, LayerCall):
        kept = _sequences(inner)
        return replace(call, params={**call.params, "layer": kept}) if kept else None
    if "return_sequences" not in catalog.params("layer", call.layer) or call.params.get("return_sequences"):
        return None
    return replace(call, params={**call.params, "return_sequences": True})


def _edit(thought: Thought, step: Step) -> SetParam:
    node = thought.graph.nodes[step.node]
    assert isinstance(node, LayerNode)
    inner = node.params.get("layer")
    if inner is None:
        return SetParam(node=step.node, param="return_sequences", value=True)
    spec = Spec(name=inner) if isinstance(inner, str) else Spec.model_validate(inner)
    kept = spec.model_copy(update={"params": {**spec.params, "return_sequences": True}})
    return SetParam(node=step.node, param="layer", value=kept.model_dump(mode="json"))


def _layer(
    fit: Fit, problem: Problem | None, before: tuple[SetParam, ...] = (), breaks: Problem | None = None
) -> shapes.LayerFit:
    return shapes.LayerFit(
        layer=fit.layer,
        params=fit.params,
        before=before,
        waits=trials.waits(fit.layer),
        problem=problem,
        breaks=breaks,
    )


def _unknown(thought: Thought) -> shapes.Fits:
    """While its shapes are still asked about, more may come."""
    return shapes.Fits(tensor=None, complete=thought.settled, layers=(), targets=())


def _answer(
    tensor: Tensor | None, complete: bool, layers: list[shapes.LayerFit], targets: list[shapes.PortFit] | None = None
) -> shapes.Fits:
    spec = TensorSpec(shape=tensor.shape, dtype=tensor.dtype) if tensor else None
    return shapes.Fits(tensor=spec, complete=complete, layers=tuple(layers), targets=tuple(targets or ()))
