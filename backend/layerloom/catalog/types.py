"""What a catalog member is: the shape of the data that `engine.introspect` writes and everything else reads.

Knows nothing of Keras at run time; a member is plain data with Keras' own names.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal[
    "layer",
    "op",
    "loss",
    "metric",
    "optimizer",
    "schedule",
    "callback",
    "initializer",
    "regularizer",
    "constraint",
    "activation",
    "application",
]

ParamType = Literal[
    "int",  # one integer
    "float",  # one real number
    "bool",
    "str",
    "choice",  # one of `choices`
    "int_tuple",  # an integer, or a tuple of `rank` integers (kernel_size, strides, …)
    "shape",  # a tuple of integers, None where unknown (target_shape, …)
    "axis",  # an integer or a list of integers
    "int_list",
    "float_list",
    "str_list",
    "dtype",
    "activation",  # a name from the catalog's activations
    "initializer",  # a name or {"name", "params"} of that kind
    "regularizer",
    "constraint",
    "schedule",  # a number, or a Spec of a learning-rate schedule
    "layer",  # a Spec of another layer (wrappers, cells)
    "layers",  # a list of such Specs
    "function",  # Python code: refused until custom code exists
    "any",  # anything JSON can say
]


class Strict(BaseModel):
    """A frozen record that refuses unknown fields; a field's doc sits under it."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Param(Strict):
    name: str
    """Keras' own argument name."""
    type: ParamType
    nullable: bool = False
    """True where None is a legal value."""
    required: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()
    """The legal strings of a `choice`."""
    rank: int | None = None
    """Length of an `int_tuple` (2 for Conv2D's kernel_size)."""
    pairs: bool = False
    """An item of the `int_tuple` may itself be a pair (before, after), as in ZeroPadding2D."""
    call: bool = False
    """Passed when the layer is called, not when it is created (`use_causal_mask`)."""
    minimum: float | None = None
    maximum: float | None = None
    """Inclusive limits, from the overlay."""
    common: bool = False
    """Shown at once in the inspector; the rest folds under "more"."""
    doc: str = ""


class When(Strict):
    """A port exists only while a parameter has this value (`state_h` when `return_state` is true)."""

    param: str
    equals: Any


class Port(Strict):
    name: str
    """The call argument (`query`, `initial_state`), or `output`, `state_h`, `scores`."""
    many: bool = False
    """An input that takes several wires, ordered (the inputs of Add or Concatenate)."""
    required: bool = True
    when: When | None = None
    doc: str = ""


class ExampleTensor(Strict):
    shape: tuple[int | None, ...]
    """Batch axis first, as None."""
    dtype: str = "float32"


class Example(Strict):
    """Arguments a member was really built with, so that every test of "each layer" uses the same ones."""

    params: dict[str, Any] = {}
    inputs: dict[str, tuple[ExampleTensor, ...]] = {}
    """By input port; several tensors for a `many` port."""


class Member(Strict):
    kind: Kind
    name: str
    """The public name, unique within its kind: `Conv2D`."""
    path: str
    """Where Keras exports it: `keras.layers.Conv2D`."""
    aliases: tuple[str, ...] = ()
    params: tuple[Param, ...] = ()
    inputs: tuple[Port, ...] = ()
    outputs: tuple[Port, ...] = ()
    summary: str = ""
    """First sentence of Keras' documentation."""
    doc: str = ""
    """Keras' documentation, whole."""
    stands_alone: bool = True
    """Builds with its defaults and its `example`; False has a `reason`."""
    reason: str = ""
    example: Example | None = None
    """Of a layer that stands alone: the required parameters and the inputs it was built with."""
    group: str = "other"
    icon: str = "other"
    teaching: str = ""
    """One sentence for a student."""
    rank: tuple[int, ...] = ()
    """Input ranks it accepts, batch included; empty when any."""
    hidden: bool = False
    """Known and checked, but not offered in the palette (abstract bases, `Layer`, `InputLayer`)."""


class Group(Strict):
    id: str
    title: str
    color: str
    """Name of a colour token of the design system, e.g. `conv`."""


class Catalog(Strict):
    keras_version: str
    groups: tuple[Group, ...]
    members: tuple[Member, ...]
