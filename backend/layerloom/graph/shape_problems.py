"""Steps that Keras refused → problems that teach: what the layer wants, what it got, and edits that mend it.

Keras' own words are evidence, never our sentence. Reasons are found by our arithmetic on the shapes that arrived.
"""

import re
from collections.abc import Iterator
from math import prod

from layerloom import catalog
from layerloom.graph import shape_fixes as fixes
from layerloom.graph import texts
from layerloom.graph.limits import Limits
from layerloom.graph.memo import Arriving, Tensor
from layerloom.graph.plan import LayerCall, Plan, Ref, Step
from layerloom.graph.problems import Problem
from layerloom.graph.schema import EdgeId, Graph, NodeId
from layerloom.graph.walk import Failure, Walk

EQUAL = frozenset({"Add", "Average", "Maximum", "Minimum", "Multiply", "Subtract"})
WIDTH = frozenset({"Dense", "LSTM", "GRU", "SimpleRNN", "Conv1D", "Conv2D", "Conv3D", "BatchNormalization"})


def failed(plan: Plan, walk: Walk, graph: Graph | None, limits: Limits) -> tuple[Problem, ...]:
    """One problem for each step that failed by itself; steps after it are not known, and not blamed."""
    names = {one.node: one.name for one in plan.inputs} | {step.node: step.name for step in plan.steps}
    steps = {step.node: step for step in plan.steps}
    found = []
    for node, failure in walk.failures.items():
        step = steps.get(node) or steps.get(node.split("/", 1)[0])
        if step is not None:
            found.append(_Case(plan, steps, names, walk, graph, limits, step, failure).problem())
    return tuple(found)


def plain(message: str) -> str:
    """Keras' message without colour codes and without the arguments it lists."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", message)
    return re.split(r"\n\s*\n?Arguments received by", text)[0].strip()[:600]


class _Case:
    """One failed step with everything that is needed to explain it."""

    def __init__(
        self,
        plan: Plan,
        steps: dict[NodeId, Step],
        names: dict[NodeId, str],
        walk: Walk,
        graph: Graph | None,
        limits: Limits,
        step: Step,
        failure: Failure,
    ) -> None:
        self.plan, self.steps, self.names, self.walk, self.graph, self.limits = plan, steps, names, walk, graph, limits
        self.step, self.failure, self.evidence = step, failure, plain(failure.message)
        self.layer = step.call.layer if isinstance(step.call, LayerCall) else "This"
        self.refs = [ref for refs in step.arguments.values() for ref in ((refs,) if isinstance(refs, Ref) else refs)]
        self.tensors = _all(failure.arriving)
        self.got = [
            (names.get(ref.node, ref.node), one.shape) for ref, one in zip(self.refs, self.tensors, strict=False)
        ]
        self.edges = self._edges()

    def problem(self) -> Problem:
        step, failure = self.step, self.failure
        if failure.reason == "params":
            return texts.too_many_parameters(
                step.node, step.name, self.layer, failure.number, self.limits.params, self.got
            )
        if failure.reason == "values":
            return texts.tensor_too_large(step.node, step.name, failure.shape, failure.number, self.limits.values)
        return next(self._reasons())

    def _reasons(self) -> Iterator[Problem]:
        if self.tensors and isinstance(self.step.call, LayerCall):
            yield from self._shared()
            yield from self._rank()
            yield from self._merge()
            yield from self._kernel(self.step.call)
            yield from self._reshape(self.step.call)
            yield from self._width()
        yield texts.layer_refused(self.step.node, self.step.name, self.layer, self.edges, self.got, self.evidence)

    def _shared(self) -> Iterator[Problem]:
        earlier = self.failure.earlier
        if not earlier or self.step.shares is None:
            return
        first = _all(earlier[0])[0].shape
        if first[1:] != self.tensors[0].shape[1:]:
            owner = self.names[self.step.shares]
            yield texts.shared_inputs_differ(
                self.step.node,
                owner,
                self.step.name,
                self.edges,
                first,
                self.tensors[0].shape,
                self.evidence,
                fixes.for_sharer(self.graph, self.step.node),
            )

    def _rank(self) -> Iterator[Problem]:
        member = catalog.get("layer", self.layer)
        shape = self.tensors[0].shape
        if member is None or not member.rank or len(shape) in member.rank:
            return
        mends = fixes.for_rank(self.graph, self.steps, self.walk, self.step, self.edges, shape, member.rank)
        yield texts.wrong_rank(
            self.step.node, self.layer, self.edges, self.got[0][0], shape, member.rank, self.evidence, mends
        )

    def _merge(self) -> Iterator[Problem]:
        shapes = [one.shape for one in self.tensors]
        call = self.step.call
        assert isinstance(call, LayerCall)
        if self.layer in EQUAL and len({shape[1:] for shape in shapes}) > 1:
            mends = fixes.for_equal(self.graph, self.step, self.edges, shapes)
            yield texts.shapes_differ(self.step.node, self.layer, self.edges, self.got, self.evidence, mends)
        elif self.layer == "Concatenate" and len(set(shapes)) > 1:
            axis = call.params.get("axis", -1)
            mends = fixes.for_join(self.graph, self.step, self.edges, shapes)
            yield texts.shapes_do_not_join(self.step.node, self.edges, axis, self.got, self.evidence, mends)

    def _kernel(self, call: LayerCall) -> Iterator[Problem]:
        param = next(
            (name for name in ("kernel_size", "pool_size") if name in catalog.params("layer", call.layer)), None
        )
        shape = self.tensors[0].shape
        if param is None or len(shape) < 3 or call.params.get("padding", "valid") != "valid":
            return
        positions = shape[2:] if call.params.get("data_format") == "channels_first" else shape[1:-1]
        kernel = _windows(call, param, len(positions))
        if any(size is not None and window > size for window, size in zip(kernel, positions, strict=True)):
            mends = fixes.for_kernel(self.graph, self.step, param, kernel, positions)
            yield texts.kernel_too_large(
                self.step.node, self.layer, param, kernel, self.edges, self.got[0][0], shape, self.evidence, mends
            )

    def _reshape(self, call: LayerCall) -> Iterator[Problem]:
        shape = self.tensors[0].shape
        if call.layer != "Reshape" or None in shape[1:]:
            return
        numbers = prod(size or 1 for size in shape[1:])
        wanted = call.params["target_shape"]
        yield texts.reshape_does_not_fit(
            self.step.node,
            wanted,
            numbers,
            self.got[0][0],
            shape,
            self.edges,
            fixes.for_reshape(self.step, wanted, numbers),
        )

    def _width(self) -> Iterator[Problem]:
        shape = self.tensors[0].shape
        if self.layer in WIDTH and len(shape) > 1 and shape[-1] is None:
            yield texts.size_unknown(self.step.node, self.layer, self.edges, self.got[0][0], shape, self.evidence)

    def _edges(self) -> tuple[EdgeId, ...]:
        """The wires that arrive, in the order of `refs`."""
        if self.graph is None:
            return ()
        found = [(id, edge) for id, edge in self.graph.edges.items() if edge.target == self.step.node]
        ports = list(self.step.arguments)
        found.sort(
            key=lambda wire: (
                ports.index(wire[1].target_port) if wire[1].target_port in ports else 99,
                wire[1].order,
                wire[0],
            )
        )
        return tuple(id for id, _ in found)


def _all(arriving: Arriving) -> list[Tensor]:
    return [one for many in arriving.values() for one in ((many,) if isinstance(many, Tensor) else many)]


def _windows(call: LayerCall, param: str, rank: int) -> tuple[int, ...]:
    default = catalog.params("layer", call.layer)[param].default
    size = call.params.get(param, default if default is not None else 1)
    sizes = (size,) * rank if isinstance(size, int) else tuple(size)
    dilation = call.params.get("dilation_rate", 1)
    steps = (dilation,) * rank if isinstance(dilation, int) else tuple(dilation)
    return tuple((one - 1) * step + 1 for one, step in zip(sizes, steps, strict=False))[:rank]
