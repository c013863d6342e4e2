"""What flows out of a wire → which layers may follow it, and with which parameters. Keras is the judge: what is not known is asked.

Each layer is tried as a new one would begin, several inputs all fed with the same; where Keras refuses that, with a change that may help.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import isqrt
from typing import Any

from layerloom import catalog
from layerloom.catalog.types import Member
from layerloom.graph import rest
from layerloom.graph.limits import STUDENT, Limits
from layerloom.graph.memo import Arriving, Shape, Tensor
from layerloom.graph.plan import LayerCall, Plan, PlanInput, Ref, Step
from layerloom.graph.ports import of_layer, present
from layerloom.graph.problems import Problem
from layerloom.graph.shape_problems import failed
from layerloom.graph.validate.params import Reader
from layerloom.graph.walk import Failure, Walk, walk

Params = dict[str, Any]
Ask = Callable[[rest.Json], None]
"""Has what `rest.dump` wrote answered into the memo."""
SOURCE = "source"
MOST_GROUPS = 32
LETTERS = "abcdef"


@dataclass(frozen=True, slots=True)
class Fit:
    """What became of a layer's trials. One of `output` and `failure` is there."""

    layer: str
    params: Params
    """What has to be set beside the parameters that a new one begins with."""
    output: Tensor | None
    """What then flows out of its first port."""
    failure: Failure | None
    """Why not, as it begins."""


@dataclass(frozen=True, slots=True)
class _Trial:
    layer: str
    params: Params
    step: Step


@cache
def layers() -> tuple[str, ...]:
    """What is offered, the most used first."""
    known = catalog.load().popular
    shown = [one.name for one in catalog.members("layer") if not one.hidden]
    return tuple(sorted(shown, key=lambda name: (known.index(name) if name in known else len(known), name)))


def judge(names: Sequence[str], tensor: Tensor, memo: Mapping[str, Any], ask: Ask) -> list[Fit]:
    """One Fit for each name, in two round trips at most. Raises what `ask` raises, and KeyError where it leaves a question open."""
    begun = [_trial(name, _begun(name, tensor.shape)) for name in names]
    fits = dict(zip(names, _tried(begun, tensor, memo, ask), strict=True))
    more = [_trial(fit.layer, params) for fit in fits.values() for params in _changes(fit, tensor.shape)]
    for fit in _tried(more, tensor, memo, ask):
        if fit.output is not None and fits[fit.layer].output is None:
            fits[fit.layer] = fit
    return list(fits.values())


def waits(layer: str) -> tuple[str, ...]:
    """Ports that need a wire of their own beside the first."""
    member = _member(layer)
    first, *more = present(member, member.inputs, member.start)
    return ((first.name,) if first.many else ()) + tuple(port.name for port in more if port.required)


def explained(fit: Fit, tensor: Tensor, source: str, limits: Limits = STUDENT) -> Problem | None:
    """Why a layer cannot follow the node of that name, in the words of any other shape problem. None where it can."""
    if fit.failure is None:
        return None
    before = PlanInput(SOURCE, source, tensor.shape[1:], tensor.dtype)
    step = _trial(fit.layer, {}).step
    told = failed(Plan("trial", (before,), (step,), ()), Walk(failures={step.node: fit.failure}), None, limits)
    return told[0].model_copy(update={"nodes": ()})


def step(layer: str, params: Params) -> Step:
    """The layer as it is tried. Raises ValueError where it does not take these parameters."""
    return _trial(layer, params).step


def wrong_rank(layer: str, shape: Shape) -> bool:
    """The catalog says so already; some layers of pictures would find it out only when they run."""
    rank = _member(layer).rank
    return bool(rank) and len(shape) not in rank


def _tried(trials: Sequence[_Trial], tensor: Tensor, memo: Mapping[str, Any], ask: Ask) -> Iterator[Fit]:
    asked = [trial for trial in trials if not wrong_rank(trial.layer, tensor.shape)]
    plan = Plan("trials", (), tuple(trial.step for trial in asked), ())
    found = walk(plan, memo, flows={SOURCE: {"output": tensor}})
    if found.questions:
        ask(rest.dump(plan, found))
        found = walk(plan, memo, flows={SOURCE: {"output": tensor}})
    for trial in trials:
        node = trial.step.node
        if wrong_rank(trial.layer, tensor.shape):
            yield Fit(trial.layer, trial.params, None, Failure("keras", _arriving(trial.step, tensor)))
        elif node in found.failures:
            yield Fit(trial.layer, trial.params, None, found.failures[node])
        else:
            yield Fit(trial.layer, trial.params, next(iter(found.flows[node].values())), None)


def _arriving(step: Step, tensor: Tensor) -> Arriving:
    return {port: tensor if isinstance(refs, Ref) else (tensor,) * len(refs) for port, refs in step.arguments.items()}


def _trial(layer: str, params: Params) -> _Trial:
    """Raises ValueError where the layer does not take these parameters."""
    member = _member(layer)
    given = {**member.start, **params}
    reader = Reader(layer)
    made = reader.arguments(member, given)
    if reader.problems:
        raise ValueError(f"{layer} cannot be tried with {given}: {reader.problems[0].message}")
    source = Ref(SOURCE)
    arguments: dict[str, Ref | tuple[Ref, ...]] = {
        port.name: (source, source) if port.many else source
        for port in present(member, member.inputs, given)
        if port.required
    }
    outputs = tuple(port.name for port in of_layer(member, given))
    node = f"{layer} {params}" if params else layer
    return _Trial(
        layer, params, Step(node, layer, LayerCall(layer, made), arguments, outputs, None, reader.call_params)
    )


@cache
def _member(layer: str) -> Member:
    found = catalog.get("layer", layer)
    assert found is not None
    return found


def _begun(layer: str, shape: Shape) -> Params:
    """Reshape begins with a flat list; a flat list is what it would make a square of."""
    if layer != "Reshape" or len(shape) != 2 or not shape[1]:
        return {}
    rows = next(rows for rows in range(isqrt(shape[1]), 0, -1) if shape[1] % rows == 0)
    return {"target_shape": [rows, shape[1] // rows]} if rows > 1 else {}


def _changes(fit: Fit, shape: Shape) -> Iterator[Params]:
    """Parameters that may make a layer fit which does not as it begins; the gentlest change first."""
    if fit.output is not None or wrong_rank(fit.layer, shape) or len(shape) < 2:
        return
    member, known = _member(fit.layer), catalog.params("layer", fit.layer)
    positions, features = shape[1:-1], shape[-1]
    window = next((name for name in ("kernel_size", "pool_size") if name in known), None)
    if window and "padding" in known and known["padding"].choices:
        yield {"padding": "same"}
        smaller = _smaller(member.start.get(window, known[window].default), positions, known[window].rank or 1)
        if smaller is not None:
            yield {window: smaller}
    if "groups" in known and features and (known["groups"].default or 1) != 1:
        yield {"groups": next(n for n in range(min(MOST_GROUPS, features), 0, -1) if features % n == 0)}
    if "dims" in known and len(shape) > 2:
        first, second, *more = range(1, len(shape))
        yield {"dims": [second, first, *more]}
    if "equation" in known and len(shape) <= len(LETTERS):
        axes = LETTERS[: len(shape)]
        wide = member.start["output_shape"]
        yield {"equation": f"{axes},{axes[-1]}z->{axes[:-1]}z", "output_shape": [*positions, wide]}
    if "mean" in known and "axis" in known:
        yield {"axis": None}


def _smaller(begun: Any, positions: Shape, rank: int) -> Any:
    """The window cut to what it slides over: the last positions, because a film has steps before them."""
    windows = [begun] * rank if isinstance(begun, int) else list(begun)
    cut = [min(window, size or window) for window, size in zip(windows, positions[-rank:], strict=False)]
    return None if len(cut) != rank else cut if rank > 1 else cut[0]
