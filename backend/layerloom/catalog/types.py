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
    "tensor",  # a number, or lists of numbers in lists, that stands where a wire could arrive
    "slice",  # what stands between the brackets of x[…], as Python writes it: ":, 0"
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
    whole: bool = False
    """Of a `tensor`: lists of numbers are whole numbers (indices, lengths), not float32."""
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
    """The call argument (`query`, `initial_state`), or `output`, `state_h`, `scores`.

    Where a parameter has the same name, its value stands in for a wire that is not there (`multiply` by 2).
    """
    many: bool = False
    """An input that takes several wires, ordered (the inputs of Add or Concatenate)."""
    required: bool = True
    when: When | None = None
    each: str = ""
    """An output that comes several times, as `part_1`, `part_2`, …: once for each wire at the `many` input of that name, or as
    often as the parameter of that name says: a number, or places to cut at, which give one part more than they are."""
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
    signature: tuple[str, ...] = ()
    """Of an op: its ports and parameters in the order in which Python takes them; `*operands` is spread out, `**` takes names."""
    operation: str = ""
    """Of an op: the class that Keras' functional models hold it as (`Matmul`); empty where it leaves no trace of its own."""
    operands: tuple[str, ...] = ()
    """What that class is called with, in its order, by the names of `signature`; all else it is made with."""
    summary: str = ""
    """First sentence of Keras' documentation."""
    doc: str = ""
    """Keras' documentation, whole."""
    stands_alone: bool = True
    """Builds with its defaults and its `example`; False has a `reason`."""
    reason: str = ""
    example: Example | None = None
    """Of a layer that stands alone: the required parameters and the inputs it was built with."""
    start: dict[str, Any] = {}
    """Of a layer or op: the parameters a new one begins with; Keras' defaults hold for the rest."""
    group: str = "other"
    section: str = ""
    """Of an op: the part of its group that it stands in."""
    icon: str = "other"
    teaching: str = ""
    """One sentence for a student."""
    rank: tuple[int, ...] = ()
    """Input ranks it accepts, batch included; empty when any."""
    dtypes: tuple[Literal["float", "int", "string"], ...] = ("float", "int")
    """Kinds of numbers it works on; Keras may find out only when it runs."""
    channels: tuple[int, ...] = ()
    """Of a layer of pictures: the channels it works on; empty when any."""
    hidden: bool = False
    """Known and checked, but not offered in the palette (abstract bases, `Layer`, `InputLayer`)."""


class Group(Strict):
    id: str
    title: str
    color: str
    """Name of a colour token of the design system, e.g. `conv`."""


class Catalog(Strict):
    keras_version: str
    popular: tuple[str, ...] = ()
    """Layers, the best known first; those not named here follow by name."""
    groups: tuple[Group, ...]
    members: tuple[Member, ...]
