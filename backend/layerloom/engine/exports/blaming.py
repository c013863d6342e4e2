"""An export that failed or deviates → what is needed to find the layer to blame: beginnings of the plan tried one by one, and where numbers begin to differ.

Whoever asks bisects, with a child for each beginning: a converter may take its whole process with it.
"""

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import keras

from layerloom.engine.build import alone, take
from layerloom.engine.deep import deep
from layerloom.engine.exports import Unproven, module
from layerloom.engine.exports.proving import compared, worst
from layerloom.engine.exports.subject import Subject, reference, subject
from layerloom.graph.plan import OpCall, Ref, Step

Emit = Callable[[dict[str, Any]], None]
Traced = tuple[dict[Ref, Any], dict[Ref, Any]]


def attempt(request: dict[str, Any], emit: Emit) -> bool:
    """{… as for `make`, "steps"}: writes and runs a model of the plan's first steps. Raises what converter or runtime raises."""
    found = subject(request)
    part = _beginning(found, deep(lambda: trace(found)), request["steps"])
    place = Path(tempfile.mkdtemp(dir=request["folder"]))
    try:
        module(request["format"]).write(part, place)
        with contextlib.suppress(Unproven):
            module(request["format"]).runner(place)({port: part.rows[name] for name, port in part.inputs.items()})
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return True


def differing(request: dict[str, Any], emit: Emit) -> dict[str, Any] | None:
    """{… as for `make`, "tolerance"} → {"step", "deviation"}: the first step whose output differs more although what flows into it does not.

    None where no step stands out: then only the whole differs. Raises what converter or runtime raises.
    """
    found = subject(request)
    traced = deep(lambda: trace(found))
    refs = [Ref(step.node, port) for step in found.plan.steps for port in step.outputs]
    looked = _with_outputs(found, traced, [ref for ref in refs if ref in traced[1]])
    place = Path(tempfile.mkdtemp(dir=request["folder"]))
    try:
        looked.refer(place)
        rows, wanted = reference(place)
        module(request["format"]).write(looked, place)
        got = module(request["format"]).runner(place)(rows)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    gaps = {one["name"]: worst([one]) for one in compared(got, wanted)}
    by_ref = {output.source: gaps[looked.outputs[output.name]] for output in looked.plan.outputs}
    off = {ref for ref, gap in by_ref.items() if not 0 <= gap <= request["tolerance"]}
    for place_of, step in enumerate(found.plan.steps):
        own = [ref for ref in (Ref(step.node, port) for port in step.outputs) if ref in off]
        if own and off.isdisjoint(_entering(step)):
            return {"step": place_of, "deviation": by_ref[own[0]]}
    return None


def trace(found: Subject) -> Traced:
    """(inputs, everything that flows), by who gives it, through the model's own layers."""
    steps = found.plan.steps
    made = {
        step.node: found.model.get_layer(step.name)
        for step in steps
        if not (step.shares or isinstance(step.call, OpCall))
    }
    entering = {Ref(one.node): keras.Input(one.shape, dtype=one.dtype, name=one.name) for one in found.plan.inputs}
    tensors = dict(entering)
    for step in steps:
        take(step, tensors, made)
    return entering, tensors


def _beginning(found: Subject, traced: Traced, count: int) -> Subject:
    """The first steps of the plan, with everything that they give and do not use up themselves."""
    steps = found.plan.steps[:count]
    used = {ref for step in steps for ref in _entering(step)}
    given = [Ref(step.node, port) for step in steps for port in step.outputs]
    return _with_outputs(found, traced, [ref for ref in given if ref not in used and ref in traced[1]])


def _with_outputs(found: Subject, traced: Traced, refs: list[Ref]) -> Subject:
    entering, tensors = traced
    outputs = [
        replace(found.plan.outputs[0], node=ref.node, name=f"{ref.node}__{ref.port}", source=ref) for ref in refs
    ]
    model = keras.Model(
        inputs=alone({one.name: entering[Ref(one.node)] for one in found.plan.inputs}),
        outputs=alone({output.name: tensors[output.source] for output in outputs}),
    )
    return replace(found, plan=replace(found.plan, outputs=tuple(outputs)), model=model, weights=None)


def _entering(step: Step) -> set[Ref]:
    return {ref for refs in step.arguments.values() for ref in (refs if isinstance(refs, tuple) else (refs,))}
