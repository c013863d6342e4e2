"""Steps that Keras refused → problems that teach: what the layer wants, what it got, and edits that mend it.

Keras' own words are evidence, never our sentence. Reasons are found by our arithmetic on the shapes that arrived.
"""

import re
from collections.abc import Iterator
from math import prod
from typing import assert_never

from layerloom import catalog
from layerloom.graph import op_rules, text_fixes, texts
from layerloom.graph import shape_fixes as fixes
from layerloom.graph.limits import Limits
from layerloom.graph.memo import Arriving, Tensor
from layerloom.graph.plan import LayerCall, OpCall, Plan, Ref, Step
from layerloom.graph.problems import Problem
from layerloom.graph.running import Unfit, ranks_of
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
        step = steps.get(node)
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
        call = step.call
        self.layer = call.layer if isinstance(call, LayerCall) else call.op if isinstance(call, OpCall) else "Layer"
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
        if failure.unfit is not None:
            return self._unfit(failure.unfit)
        return next(self._reasons()).model_copy(update={"traceback": failure.traceback})

    def _unfit(self, unfit: Unfit) -> Problem:
        node, edges, (name, shape) = self.step.node, self.edges, self.got[0]
        match unfit.reason:
            case "rank":
                return next(self._rank())
            case "numbers":
                given = self.tensors[0].dtype
                mends = fixes.for_numbers(self.graph, self.refs[0].node, edges, given, unfit.wants)
                mends += text_fixes.for_texts(self.graph, self.plan, self.refs[0].node, edges, given, unfit.wants)
                kinds = [str(one) for one in unfit.wants]
                return texts.wrong_numbers(node, self.layer, edges, name, self.tensors[0].dtype, kinds, mends)
            case "channels":
                return texts.wrong_channels(node, self.layer, edges, name, shape, unfit.wants)
            case "small":
                return texts.too_small(node, self.layer, edges, name, shape, int(unfit.wants[0]))
            case "one":
                return texts.one_value_each(node, self.layer, edges, name, shape)
            case "equation":
                return texts.equation_does_not_fit(node, self.layer, edges, name, shape, int(unfit.wants[0]))
        assert_never(unfit.reason)

    def _reasons(self) -> Iterator[Problem]:
        if self.tensors and isinstance(self.step.call, LayerCall):
            yield from self._numbers(self.step.call)
            yield from self._shared()
            yield from self._rank()
            yield from self._merge()
            yield from self._kernel(self.step.call)
            yield from self._reshape(self.step.call)
            yield from self._width()
        if self.tensors and isinstance(self.step.call, OpCall):
            yield from self._op(self.step.call)
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

    def _numbers(self, call: LayerCall) -> Iterator[Problem]:
        """A text where numbers are wanted, told before anything about its shape."""
        member = catalog.get("layer", call.layer)
        if member is not None and self.tensors[0].dtype == "string" and "string" not in member.dtypes:
            yield self._unfit(Unfit("numbers", member.dtypes))

    def _rank(self) -> Iterator[Problem]:
        call = self.step.call
        ranks = ranks_of(call) if isinstance(call, LayerCall) else ()
        shape = self.tensors[0].shape
        if not ranks or len(shape) in ranks:
            return
        mends = fixes.for_rank(self.graph, self.steps, self.walk, self.step, self.edges, shape, ranks)
        yield texts.wrong_rank(
            self.step.node, self.layer, self.edges, self.got[0][0], shape, ranks, self.evidence, mends
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

    def _op(self, call: OpCall) -> Iterator[Problem]:
        shapes = [one.shape for one in self.tensors]
        if op_rules.pairs_up(call.op):
            numbers = [(name, op_rules.sizes_of(call.params[name])) for name in ("x1", "x2") if name in call.params]
            if not op_rules.broadcasts([*shapes, *(sizes for _, sizes in numbers)]):
                mends = fixes.for_equal(self.graph, self.step, self.edges, shapes) if not numbers else ()
                got = [*self.got, *numbers]
                yield texts.shapes_do_not_broadcast(self.step.node, call.op, self.edges, got, self.evidence, mends)
        if call.op in op_rules.MATRICES and len(shapes) == 2 and min(map(len, shapes)) > 1:
            first, second = shapes[0][-1], shapes[1][-2]
            if first is not None and second is not None and first != second:
                edge = self.edges[1] if shapes[1][-1] == first and len(self.edges) == 2 else None
                mends = op_rules.turned(self.graph, edge)
                yield texts.matrices_do_not_fit(
                    self.step.node, call.op, self.edges, self.got, first, second, self.evidence, mends
                )

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
