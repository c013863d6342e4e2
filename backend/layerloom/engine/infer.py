"""Questions about layers → what comes out of them, on abstract tensors. Never trains, never allocates a weight.

A layer is asked about with all its calls so far, because only together do two uses of one Dense with 4 and 5 features fail.
"""

import re
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import keras
from keras.src.backend import get_keras_mask, set_keras_mask
from keras.src.utils.summary_utils import count_params, weight_memory_size

from layerloom.engine import objects, own
from layerloom.engine.build import called, entering, freeze, results, take
from layerloom.engine.deep import deep
from layerloom.graph import rest
from layerloom.graph.inference import Entry, Inference, MemoValue, Question, Walk, conclude, walk
from layerloom.graph.limits import TEACHER, Limits
from layerloom.graph.memo import Tensor
from layerloom.graph.plan import CustomCall, LayerCall, OpCall, Plan, Ref
from layerloom.graph.problems import Refused
from layerloom.graph.source.values import snake
from layerloom.graph.walk import Flows, through

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_LONGEST_TRACEBACK = 4_000


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """What `graph.rest.dump` wrote → {"entries": {key: value}}: everything its steps ask that is not known yet.

    One round trip is enough: what the first answers lead to is asked here as well. What Keras refuses is an answer too. Of code that
    somebody wrote nothing is said: this process answers for everybody.
    """
    return deep(lambda: _answer(*rest.load(request), may=lambda call: not isinstance(call, CustomCall)))


def answer_own(request: dict[str, Any]) -> dict[str, Any]:
    """The same of nothing but code that somebody wrote, in a child that lives for this one request."""
    return deep(lambda: _answer(*rest.load(request), may=lambda call: isinstance(call, CustomCall)))


def check(plan: Plan, limits: Limits = TEACHER) -> Inference:
    """Inference of a plan whose every layer takes what flows into it. Raises Refused with what does not, before anything is built."""
    return deep(lambda: _check(plan, limits))


def whole_model(plan: Plan) -> Inference:
    """The same from one abstract build of the whole model: what memoised inference has to agree with. Raises what Keras raises."""
    return deep(lambda: _whole_model(plan))


def _answer(
    plan: Plan,
    flows: Flows,
    memo: dict[str, Entry],
    limits: Limits = TEACHER,
    may: Callable[[LayerCall | OpCall], bool] = lambda call: True,
) -> dict[str, Any]:
    entries: dict[str, MemoValue] = {}

    def ask(question: Question) -> Entry | None:
        if not may(question.call):
            return None
        entry = memo[question.key] = _one(question)
        entries[question.key] = entry.dump()
        return entry

    walk(plan, memo, ask, limits, flows)
    return {"entries": entries}


def _check(plan: Plan, limits: Limits) -> Inference:
    memo: dict[str, Entry] = {}

    def ask(question: Question) -> Entry:
        entry = memo[question.key] = _one(question)
        return entry

    inference = conclude(plan, walk(plan, memo, ask, limits), limits=limits)
    if errors := [problem for problem in inference.problems if problem.severity == "error"]:
        raise Refused(*errors)
    return inference


def _one(question: Question) -> Entry:
    try:
        with _abstractly() as caught:
            layer = (
                objects.layer(question.call, snake(question.call.layer), entering(question.calls[0]))
                if isinstance(question.call, LayerCall)
                else None
            )
            result = None
            for arriving, options in zip(question.calls, question.options, strict=True):
                tensors = {port: _entering(one) for port, one in arriving.items()}
                result = called(question.call, layer, tensors, options)
                if isinstance(question.call, LayerCall):
                    freeze(layer, question.call)
            return _entry(layer, results(result), [str(one.message) for one in caught])
    except own.Failed as failed:
        return Entry(None, error=str(failed))
    except MemoryError:
        raise
    except Exception as refusal:  # whatever Keras raises is the answer
        return Entry(None, error=_words(refusal), traceback=_traceback(refusal))


def _whole_model(plan: Plan) -> Inference:
    found = Walk()
    tensors: dict[Ref, Any] = {}
    made: dict[str, Any] = {}
    with _abstractly():
        for one in plan.inputs:
            tensors[Ref(one.node)] = keras.Input(one.shape, dtype=one.dtype, name=one.name)
            found.flows[one.node] = {"output": _tensor(tensors[Ref(one.node)])}
        for step in plan.steps:
            take(step, tensors, made)
            flows = {port: tensors[Ref(step.node, port)] for port in step.outputs if Ref(step.node, port) in tensors}
            entry = _entry(made.get(step.shares or step.node), list(flows.values()), [])
            found.entries[step.node] = entry
            found.flows[step.node] = dict(zip(flows, entry.outputs or (), strict=True))
    through(plan, found.flows)
    return conclude(plan, found)


@contextmanager
def _abstractly() -> Iterator[list[warnings.WarningMessage]]:
    with keras.StatelessScope(initialize_variables=False), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield caught


def _entering(one: Tensor | tuple[Tensor, ...]) -> Any:
    if isinstance(one, tuple):
        return [_entering(tensor) for tensor in one]
    tensor = keras.KerasTensor(one.shape, dtype=one.dtype, sparse=one.sparse)
    if one.mask is not None:
        set_keras_mask(tensor, keras.KerasTensor(one.mask, dtype="bool"))
    return tensor


def _entry(layer: Any, tensors: list[Any], said: list[str]) -> Entry:
    layer = layer if isinstance(layer, keras.Layer) else None
    weights = layer.weights if layer is not None else []
    return Entry(
        outputs=tuple(_tensor(tensor) for tensor in tensors),
        params=count_params(weights),
        trainable_params=count_params(layer.trainable_weights) if layer is not None else 0,
        weight_bytes=int(weight_memory_size(weights)),
        warnings=tuple(dict.fromkeys(_COLOURS.sub("", text) for text in said)),
    )


def _tensor(tensor: Any) -> Tensor:
    mask = get_keras_mask(tensor)
    return Tensor(
        tuple(tensor.shape), str(tensor.dtype), None if mask is None else tuple(mask.shape), bool(tensor.sparse)
    )


def _traceback(refusal: Exception) -> str:
    """The frames inside Keras and what it raised, with paths as they are imported: whoever reads it has Keras elsewhere."""
    frames = [frame for frame in traceback.extract_tb(refusal.__traceback__) if "site-packages" in frame.filename]
    for frame in frames:
        frame.filename = frame.filename.rpartition("site-packages/")[2]
    told = [*traceback.StackSummary.from_list(frames).format(), *traceback.format_exception_only(refusal)]
    return _COLOURS.sub("", "".join(told))[-_LONGEST_TRACEBACK:]


def _words(refusal: Exception) -> str:
    """Keras' message without colour codes and without the dump of arguments that follows it."""
    text = _COLOURS.sub("", str(refusal)).split("\n\nArguments received by")[0]
    return text.strip() or type(refusal).__name__
