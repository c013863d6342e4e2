"""The graph document: what a person draws, as JSON. Meaning and layout stand apart.

Types only: whether a graph makes sense is `validate`'s to say. The TypeScript types are generated from here.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from layerloom.catalog.types import Strict


def _number(value: Any) -> Any:
    if isinstance(value, bool | str):
        raise ValueError("Input should be a number")
    return value


Integer = Annotated[int, BeforeValidator(_number)]
"""Takes 32.0, as JavaScript may write it; refuses true and "32", which pydantic would turn into 1 and 32."""
Real = Annotated[float, BeforeValidator(_number), Field(allow_inf_nan=False)]

NodeId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
EdgeId = NodeId
ParamValue = Any
"""JSON under Keras' own argument name; a nested object (initializer, wrapped layer) is a `Spec` as {"name", "params"}."""


class Spec(Strict):
    """A catalog member with its parameters: an optimizer, a loss, an initializer, a wrapped layer."""

    name: str
    params: dict[str, ParamValue] = Field(default={})


class InputNode(Strict):
    type: Literal["input"] = "input"
    name: str
    columns: tuple[str, ...] | None = None
    """Of a table: the columns this input takes; None takes every column that is no target and no other input's."""
    shape: tuple[Integer | None, ...] | None = None
    """Without the batch axis. None takes the data's shape; given, it must agree with the data where there is one."""
    dtype: str = "float32"
    scaling: Literal["auto", "standardise", "unit", "none"] = "auto"
    """Auto: pictures to 0…1, numbers standardised."""


class LayerNode(Strict):
    type: Literal["layer"] = "layer"
    name: str
    layer: str
    """A catalog layer: `Conv2D`."""
    params: dict[str, ParamValue] = Field(default={})
    trainable: bool = True
    shares: NodeId | None = None
    """Uses that node's layer and weights; `layer`, `params` and `trainable` are then the owner's."""


class OutputNode(Strict):
    type: Literal["output"] = "output"
    name: str
    target: str | None = None
    """The target column; None takes the data's own target."""
    loss: Spec | None = None
    """None takes the one suggested for the target."""
    metrics: tuple[Spec, ...] | None = None
    """None takes those suggested for the target."""
    weight: Real = 1.0


class OpNode(Strict):
    type: Literal["op"] = "op"
    name: str
    op: str
    params: dict[str, ParamValue] = Field(default={})


class BlockNode(Strict):
    type: Literal["block"] = "block"
    name: str
    graph: dict[str, Any] = Field(default={})
    repeat: Integer = 1
    varying: dict[str, list[ParamValue]] = Field(default={})


class BackboneNode(Strict):
    type: Literal["backbone"] = "backbone"
    name: str
    application: str
    params: dict[str, ParamValue] = Field(default={})
    freeze: str | None = None


class CustomNode(Strict):
    type: Literal["custom"] = "custom"
    name: str
    source: str = ""
    params: dict[str, ParamValue] = Field(default={})


Node = Annotated[
    InputNode | LayerNode | OutputNode | OpNode | BlockNode | BackboneNode | CustomNode, Field(discriminator="type")
]


class Edge(Strict):
    source: NodeId
    source_port: str = "output"
    target: NodeId
    target_port: str = "input"
    order: str = "a0"
    """Fractional key among the wires of one `many` port; compared as text."""


class BuiltinData(Strict):
    type: Literal["builtin"] = "builtin"
    name: str


class GeneratedData(Strict):
    type: Literal["generated"] = "generated"
    name: str
    rows: Integer = 1000
    noise: Real = 0.1
    seed: Integer = 0


class CsvData(Strict):
    type: Literal["csv"] = "csv"
    id: str
    """sha256 of the uploaded file."""
    file_name: str = "data.csv"
    missing: Literal["fill", "drop"] = "fill"
    """Numbers get the training part's median, categories all zeros; or the row goes."""


DataSource = Annotated[BuiltinData | GeneratedData | CsvData, Field(discriminator="type")]


class Split(Strict):
    validation: Real = 0.2
    """Share of the rows held out."""
    seed: Integer = 0
    stratify: bool = True


class EarlyStopping(Strict):
    monitor: str = "val_loss"
    patience: Integer = 5
    min_delta: Real = 0.0
    restore_best: bool = True


class ReduceOnPlateau(Strict):
    monitor: str = "val_loss"
    patience: Integer = 3
    factor: Real = 0.5
    min_learning_rate: Real = 0.0


class Training(Strict):
    data: DataSource | None = None
    optimizer: Spec = Spec(name="Adam")
    epochs: Integer = 10
    batch_size: Integer = 32
    seed: Integer = 0
    """Of weights, dropout and the order of rows."""
    split: Split = Split()
    early_stopping: EarlyStopping | None = None
    reduce_on_plateau: ReduceOnPlateau | None = None


class Note(Strict):
    text: str
    x: Real = 0
    y: Real = 0


class Position(Strict):
    x: Real
    y: Real


class Graph(Strict):
    version: Integer
    """Position in the ordered list of upgrades (`graph.upgrades`)."""
    keras_version: str
    name: str = "Untitled"
    nodes: dict[NodeId, Node] = Field(default={})
    edges: dict[EdgeId, Edge] = Field(default={})
    training: Training = Training()
    notes: dict[NodeId, Note] = Field(default={})
    layout: dict[NodeId, Position] = Field(default={})
    """Where things stand on the canvas; no part of the content hash."""
