"""Layers that learn from data before training (Keras' `adapt`): what they read, from which columns, and how much they know afterwards.

A Lesson says everything that decides what such a layer learns; how much that is, `datasets.lessons` finds out. Pure.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from layerloom.catalog.types import Strict
from layerloom.graph.data import DataSpec
from layerloom.graph.plan import LayerCall, Plan, PlanInput, Ref, Step
from layerloom.graph.schema import NodeId

Reads = Literal["text", "whole", "number"]


@dataclass(frozen=True, slots=True)
class Learner:
    reads: Reads
    """Text, whole numbers, or numbers of any kind: what it wants of a cell."""
    given: str
    """The parameter that hands it what it would learn; with it, there is nothing to learn."""
    grows: bool = True
    """How much it learns depends on the data."""


LEARNERS = {
    "Discretization": Learner("number", "bin_boundaries"),
    "IntegerLookup": Learner("whole", "vocabulary"),
    "Normalization": Learner("number", "mean", grows=False),
    "StringLookup": Learner("text", "vocabulary"),
    "TextVectorization": Learner("text", "vocabulary"),
}
"""Every layer of Keras that has `adapt`."""
UNKNOWN = 0
"""A size that has to be known and is not yet."""


class Read(Strict):
    """An input, as far as it decides which values arrive."""

    columns: tuple[str, ...]
    shape: tuple[int | None, ...]
    dtype: str
    scaling: str


class Lesson(Strict):
    """What a layer learns from."""

    source: dict[str, Any]
    """The data source."""
    split: dict[str, Any]
    last: bool
    """The last rows are held out."""
    complete: tuple[str, ...]
    """Columns in which a row needs a value to take part."""
    labels: str | None
    """The column that a stratified split goes by."""
    inputs: tuple["Read", ...]
    """Each input it stands behind."""
    layer: str
    params: dict[str, Any]

    @property
    def key(self) -> str:
        text = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def learns(call: object) -> bool:
    """Whether the layer has anything left to learn."""
    learner = LEARNERS.get(call.layer) if isinstance(call, LayerCall) else None
    return learner is not None and isinstance(call, LayerCall) and call.params.get(learner.given) is None


def taught(plan: Plan) -> dict[NodeId, tuple[PlanInput, ...]]:
    """Steps that learn, by the node that makes the layer, with every input that flows straight into a use of it."""
    inputs = {Ref(one.node): one for one in plan.inputs}
    found: dict[NodeId, tuple[PlanInput, ...]] = {}
    for step in plan.steps:
        if learns(step.call):
            behind = [inputs[ref] for ref in _sources(step) if ref in inputs and _readable(step.call, inputs[ref])]
            found[step.shares or step.node] = (*found.get(step.shares or step.node, ()), *behind)
    return {node: tuple(dict.fromkeys(some)) for node, some in found.items()}


def _readable(call: object, input: PlanInput) -> bool:
    assert isinstance(call, LayerCall)
    return (input.dtype == "string") == (LEARNERS[call.layer].reads == "text")


def lessons(plan: Plan) -> dict[NodeId, Lesson]:
    """By the node that makes the layer: those whose size the data decides, as far as they stand behind an input."""
    data, source = plan.data, plan.training.data
    if data is None or source is None:
        return {}
    calls = {step.node: step.call for step in plan.steps}
    found = {}
    for node, inputs in taught(plan).items():
        call = calls.get(node)
        if isinstance(call, LayerCall) and LEARNERS[call.layer].grows and inputs:
            found[node] = Lesson(
                source=source.model_dump(mode="json"),
                split=plan.training.split.model_dump(mode="json"),
                last=data.held_out == "last",
                complete=complete(plan, data),
                labels=labels(plan, data),
                inputs=tuple(
                    Read(columns=one.columns, shape=one.shape, dtype=one.dtype, scaling=one.scaling) for one in inputs
                ),
                layer=call.layer,
                params=dict(sorted(_deciding(call).items())),
            )
    return found


def complete(plan: Plan, data: DataSpec) -> tuple[str, ...]:
    """Columns in which a row needs a value: the targets, and where rows with gaps are dropped, whatever flows in."""
    wanted = [output.target or data.target for output in plan.outputs]
    if getattr(plan.training.data, "missing", "fill") == "drop":
        wanted += [name for one in plan.inputs for name in one.columns]
    return tuple(dict.fromkeys(name for name in wanted if name))


def labels(plan: Plan, data: DataSpec) -> str | None:
    """The target of the first output that tells classes apart: what a stratified split goes by."""
    return next((one.target or data.target for one in plan.outputs if one.kind == "class"), None)


def knowing(plan: Plan, sizes: Callable[[str], int | None]) -> tuple[Plan, tuple[Lesson, ...]]:
    """The plan with what each layer will have learned, and the lessons whose size `sizes` cannot tell by their key."""
    asked = lessons(plan)
    if not asked:
        return plan, ()
    known = {node: sizes(lesson.key) for node, lesson in asked.items()}
    open_ = tuple({asked[node].key: asked[node] for node, size in known.items() if size is None}.values())
    steps = tuple(_knowing(step, known) for step in plan.steps)
    return replace(plan, steps=steps), open_


def _knowing(step: Step, known: Mapping[NodeId, int | None]) -> Step:
    owner = step.shares or step.node
    if owner not in known or not isinstance(step.call, LayerCall):
        return step
    size = known[owner]
    if size is None:
        size = UNKNOWN if shapes_by_size(step.call) else None
    return step if size is None else replace(step, call=replace(step.call, learned=size))


def shapes_by_size(call: LayerCall) -> bool:
    """Whether what comes out is as wide as what was learned."""
    return call.params.get("output_mode", "int") != "int" and not call.params.get("pad_to_max_tokens")


def specials(call: LayerCall) -> int:
    """Entries of a vocabulary that no data decides: the mask's, and those of unknown words."""
    if call.layer == "Discretization":
        return 0
    whole: bool = call.params.get("output_mode", "int") == "int"
    if call.layer == "TextVectorization":
        return 1 + whole
    masked: bool = whole and call.params.get("mask_token") is not None
    return int(call.params.get("num_oov_indices", 1)) + masked


def as_learned(call: LayerCall) -> LayerCall:
    """A call of the same sizes that needs no data: for abstract tensors, where nothing can be looked up."""
    size = call.learned
    if not size or not shapes_by_size(call):
        return call
    if call.layer == "Discretization":
        rest = {name: value for name, value in call.params.items() if name != "num_bins"}
        return replace(call, params={**rest, "bin_boundaries": [float(one) for one in range(size - 1)]})
    return replace(call, params={**call.params, "max_tokens": max(size, 2), "pad_to_max_tokens": True})


_DECIDING = {
    "Discretization": ("num_bins", "epsilon"),
    "IntegerLookup": ("max_tokens", "num_oov_indices", "mask_token", "oov_token", "vocabulary_dtype"),
    "StringLookup": ("max_tokens", "num_oov_indices", "mask_token", "oov_token"),
    "TextVectorization": ("max_tokens", "standardize", "split", "ngrams"),
}


def _deciding(call: LayerCall) -> Mapping[str, Any]:
    """The parameters that decide how much is learned."""
    found = {name: call.params[name] for name in _DECIDING[call.layer] if name in call.params}
    if "max_tokens" in _DECIDING[call.layer]:
        found["whole"] = call.params.get("output_mode", "int") == "int"
    return found


def _sources(step: Step) -> Iterator[Ref]:
    for refs in step.arguments.values():
        yield from (refs,) if isinstance(refs, Ref) else refs
