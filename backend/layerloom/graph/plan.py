"""The Plan: what `validate` returns for a graph that makes sense. Ordered steps, each a call with its arguments.

Inference, building and source are short loops over `steps`. Plan order is construction order: a layer is created at its
first use, so that one seed gives the same weights in `engine.build` and in the exported script.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from layerloom.graph.data import DataSpec
from layerloom.graph.schema import Spec, Training

if TYPE_CHECKING:
    from layerloom.graph.validate.laying import Layout


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
    learned: int | None = None
    """Of a layer that learns from data: entries of its vocabulary, or bins, as its training part will teach it; 0 while that must be
    known and is not, None where nobody asked."""
    memo_key: str = field(default="", init=False, repr=False, compare=False)
    """Filled in by `graph.memo` at first use: the call as text, so that an unchanged node is not spelt out again."""


@dataclass(frozen=True, slots=True)
class BackboneCall(LayerCall):
    """A model of `keras.applications` to create for the shape that flows in, and to call like a layer; `layer` is its name."""

    freeze: str | None = None
    """"all", the name of the last layer that is held still, or None."""
    prepared: bool = True
    """What flows in goes through its `preprocess_input` first."""


@dataclass(frozen=True, slots=True)
class CustomCall(LayerCall):
    """A layer or function of somebody's own: `layer` is the name that its `source` gives it."""

    kind: Literal["layer", "function"] = "layer"
    """A function takes its `params` each time it is called."""
    source: str = ""
    defines: tuple[str, ...] = ()
    """Names that the source binds at the top."""


@dataclass(frozen=True, slots=True)
class OpCall:
    """A function of `keras.ops`: public name and coerced arguments, defaults left out, tensors that flow in left out too."""

    op: str
    params: dict[str, Any]
    memo_key: str = field(default="", init=False, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    node: str
    name: str
    """The Keras layer's name, unique in the plan. Keras names operations itself: an op's is only ours."""
    call: LayerCall | OpCall
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
    """Columns bound, in order: flat ones side by side, or one whole one. Empty for an unbound input."""
    scaling: str = "none"


@dataclass(frozen=True, slots=True)
class Bypass:
    """A layer or op that the data goes round. The steps and outputs after it name `source` themselves; nothing is called."""

    node: str
    name: str
    layer: str
    source: Ref
    port: str = "output"
    """The output port at which `source` stands."""


@dataclass(frozen=True, slots=True)
class PlanPort:
    """A port of a block."""

    node: str
    name: str
    source: Ref
    """What arrives there: of an input, as the place around the block knows it; of an output, as the inside does."""
    shape: tuple[int | None, ...] | None = None
    """Of a model's input, where it is drawn with one; None takes what arrives."""
    dtype: str | None = None


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """Steps, one after another in the plan, that belong together: the call of a function, or a model inside the model."""

    node: str
    """The block, with what tells its repeats and sharers apart (`stage@stage.2`)."""
    name: str
    made_as: str
    """What the names of its layers begin with where they do; a model's own name. Of one that shares, the other's."""
    kind: Literal["inline", "model"]
    inputs: tuple[PlanPort, ...]
    outputs: tuple[PlanPort, ...]
    arguments: dict[str, dict[str, Ref | tuple[Ref, ...]]]
    """Of the steps in it that are in no block inside it: what flows into them as the inside knows it."""
    outer: str | None = None
    of: str = ""
    """The block whose layers these are, where it shares another's; else its own `node`."""
    drawn: str = ""
    """The node in the graph."""
    called: str = ""
    """As it is called there."""
    repeat: int = 1
    times: int = 1
    varied: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Step → parameters that differ from repeat to repeat."""


@dataclass(frozen=True, slots=True)
class PlanOutput:
    node: str
    name: str
    source: Ref
    target: str | None
    kind: str | None
    """`class`, `number` or `picture`; None when there is no data."""
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
    bypasses: tuple[Bypass, ...] = ()
    blocks: tuple[PlanBlock, ...] = ()
    """Outer ones before those inside, in the order of their steps. The steps themselves know nothing of blocks."""
    passes: dict[str, Ref] = field(default_factory=dict)
    """Port of a block → what flows through it, as a step or input gives it."""
    layout: "Layout | None" = field(default=None, compare=False, repr=False)
    """How the blocks were laid out, where there are some: for those who tell problems where they are drawn. It does not travel."""
