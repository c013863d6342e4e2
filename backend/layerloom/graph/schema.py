"""The graph document: what a person draws, as JSON. Meaning and layout stand apart.

Types only: whether a graph makes sense is `validate`'s to say. The TypeScript types are generated from here.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from layerloom.catalog.types import Strict

NodeId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
EdgeId = NodeId
ParamValue = Any
"""JSON under Keras' own argument name; a nested object (initializer, wrapped layer) is a `Spec` as {"name", "params"}."""


class Spec(Strict):
    """A catalog member with its parameters: an optimizer, a loss, an initializer, a wrapped layer."""

    name: str
    params: dict[str, ParamValue] = {}


class InputNode(Strict):
    type: Literal["input"] = "input"
    name: str
    columns: tuple[str, ...] | None = None
    """Of a table: the columns this input takes; None takes every column that is no target and no other input's."""
    shape: tuple[int | None, ...] | None = None
    """Without the batch axis. None takes the data's shape; given, it must agree with the data where there is one."""
    dtype: str = "float32"
    scaling: Literal["auto", "standardise", "unit", "none"] = "auto"
    """Auto: pictures to 0…1, numbers standardised."""


class LayerNode(Strict):
    type: Literal["layer"] = "layer"
    name: str
    layer: str
    """A catalog layer: `Conv2D`."""
    params: dict[str, ParamValue] = {}
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
    weight: float = 1.0


class OpNode(Strict):
    type: Literal["op"] = "op"
    name: str
    op: str
    params: dict[str, ParamValue] = {}


class BlockNode(Strict):
    type: Literal["block"] = "block"
    name: str
    graph: dict[str, Any] = {}
    repeat: int = 1
    varying: dict[str, list[ParamValue]] = {}


class BackboneNode(Strict):
    type: Literal["backbone"] = "backbone"
    name: str
    application: str
    params: dict[str, ParamValue] = {}
    freeze: str | None = None


class CustomNode(Strict):
    type: Literal["custom"] = "custom"
    name: str
    source: str = ""
    params: dict[str, ParamValue] = {}


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
    rows: int = 1000
    noise: float = 0.1
    seed: int = 0


class CsvData(Strict):
    type: Literal["csv"] = "csv"
    id: str
    """sha256 of the uploaded file."""
    file_name: str = "data.csv"
    missing: Literal["fill", "drop"] = "fill"
    """Numbers get the training part's median, categories all zeros; or the row goes."""


DataSource = Annotated[BuiltinData | GeneratedData | CsvData, Field(discriminator="type")]


class Split(Strict):
    validation: float = 0.2
    """Share of the rows held out."""
    seed: int = 0
    stratify: bool = True


class EarlyStopping(Strict):
    monitor: str = "val_loss"
    patience: int = 5
    min_delta: float = 0.0
    restore_best: bool = True


class ReduceOnPlateau(Strict):
    monitor: str = "val_loss"
    patience: int = 3
    factor: float = 0.5
    min_learning_rate: float = 0.0


class Training(Strict):
    data: DataSource | None = None
    optimizer: Spec = Spec(name="Adam")
    epochs: int = 10
    batch_size: int = 32
    seed: int = 0
    """Of weights, dropout and the order of rows."""
    split: Split = Split()
    early_stopping: EarlyStopping | None = None
    reduce_on_plateau: ReduceOnPlateau | None = None


class Note(Strict):
    text: str
    x: float = 0
    y: float = 0


class Position(Strict):
    x: float
    y: float


class Graph(Strict):
    version: int
    """Position in the ordered list of upgrades (`graph.upgrades`)."""
    keras_version: str
    name: str = "Untitled"
    nodes: dict[NodeId, Node] = {}
    edges: dict[EdgeId, Edge] = {}
    training: Training = Training()
    notes: dict[NodeId, Note] = {}
    layout: dict[NodeId, Position] = {}
    """Where things stand on the canvas; no part of the content hash."""
