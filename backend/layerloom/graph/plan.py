"""The Plan: what `validate` returns for a graph that makes sense. Ordered steps, each a call with its arguments.

Inference, building and source are short loops over `steps`. Plan order is construction order: a layer is created at its
first use, so that one seed gives the same weights in `engine.build` and in the exported script.
"""

from dataclasses import dataclass, field
from typing import Any

from layerloom.graph.data import DataSpec
from layerloom.graph.schema import Spec, Training


@dataclass(frozen=True, slots=True)
class Ref:
    """One output port of an earlier step or input."""

    node: str
    port: str = "output"


@dataclass(frozen=True, slots=True)
class LayerCall:
    """A Keras layer to create: public name and coerced keyword arguments, defaults left out.

    A value in `params` is JSON, or a `Spec` (initializer, regularizer, constraint, schedule), or a `LayerCall` (wrapped layer, cell),
    or a list of those.
    """

    layer: str
    params: dict[str, Any]
    trainable: bool = True
    memo_key: str = field(default="", init=False, repr=False, compare=False)
    """Filled in by `graph.memo` at first use: the call as text, so that an unchanged node is not spelt out again."""


@dataclass(frozen=True, slots=True)
class OpCall:
    op: str
    params: dict[str, Any]
    memo_key: str = field(default="", init=False, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    node: str
    name: str
    """The Keras layer's name, unique in the plan."""
    call: "LayerCall | OpCall | Plan"
    arguments: dict[str, Ref | tuple[Ref, ...]]
    """Call argument → what flows in; a `many` port holds a tuple in order. The first argument is passed by position."""
    outputs: tuple[str, ...] = ("output",)
    """Port names of what the call returns, in its order."""
    shares: str | None = None
    """Node id of the step, earlier in the plan, whose layer this one calls again."""
    options: dict[str, Any] = field(default_factory=dict)
    """Call arguments that are no tensors (`use_causal_mask`)."""


@dataclass(frozen=True, slots=True)
class PlanInput:
    node: str
    name: str
    shape: tuple[int | None, ...]
    """Without the batch axis."""
    dtype: str = "float32"
    columns: tuple[str, ...] = ()
    """Columns bound, in order; empty for pictures or an unbound input."""
    scaling: str = "none"


@dataclass(frozen=True, slots=True)
class PlanOutput:
    node: str
    name: str
    source: Ref
    target: str | None
    kind: str | None
    """`class` or `number`; None when there is no data."""
    classes: tuple[str, ...] = ()
    loss: Spec | None = None
    metrics: tuple[Spec, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    name: str
    inputs: tuple[PlanInput, ...]
    steps: tuple[Step, ...]
    outputs: tuple[PlanOutput, ...]
    training: Training = field(default_factory=Training)
    data: DataSpec | None = None
