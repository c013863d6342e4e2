"""The graph document: what a person draws, as JSON. Meaning and layout stand apart.

Types only: whether a graph makes sense is `validate`'s to say. The TypeScript types are generated from here.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from layerloom.catalog.types import Param, Port, Strict


def _number(value: Any) -> Any:
    if isinstance(value, bool | str):
        raise ValueError("Input should be a number")
    return value


Integer = Annotated[int, BeforeValidator(_number)]
"""Takes 32.0, as JavaScript may write it; refuses true and "32", which pydantic would turn into 1 and 32."""
Real = Annotated[float, BeforeValidator(_number), Field(allow_inf_nan=False)]

NodeId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
EdgeId = NodeId
LaidId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}(@[A-Za-z0-9_.@-]{1,400})?$")]
"""A node or wire as it is when blocks are laid out: of a later repeat, it has more behind its id. No graph holds such a node."""
InBlock = Annotated[NodeId | None, Field(exclude_if=lambda block: block is None)]
"""Written down only where there is one."""
ParamValue = Any
"""JSON under Keras' own argument name; a nested object (initializer, wrapped layer) is a `Spec` as {"name", "params"}."""


class Spec(Strict):
    """A catalog member with its parameters: an optimizer, a loss, an initializer, a wrapped layer."""

    name: str
    params: dict[str, ParamValue] = Field(default={})


class Standing(Strict):
    """What every node has."""

    name: str
    block: InBlock = None
    """The block it stands in; None at the top. Ids are unique in the whole graph, and a wire joins nodes of one block."""


class InputNode(Standing):
    """Inside a block: a port of the block, called by this node's id. It takes what arrives there, and needs no columns and no shape."""

    type: Literal["input"] = "input"
    columns: tuple[str, ...] | None = None
    """Of a table: the columns this input takes; None takes every column that is no target and no other input's."""
    shape: tuple[Integer | None, ...] | None = None
    """Without the batch axis. None takes the data's shape; given, it must agree with the data where there is one."""
    dtype: str = "float32"
    scaling: Literal["auto", "standardise", "unit", "none", "raw"] = "auto"
    """Auto: pictures to 0…1, numbers standardised; and as the layers right behind learn them from the data themselves: raw for
    lookups of texts, unscaled for numbers. Raw: cells as they stand in the table, texts and categories as text."""


class LayerNode(Standing):
    type: Literal["layer"] = "layer"
    layer: str
    """A catalog layer: `Conv2D`."""
    params: dict[str, ParamValue] = Field(default={})
    trainable: bool = True
    shares: NodeId | None = None
    """Uses that node's layer and weights; `layer`, `params` and `trainable` are then the owner's."""
    bypassed: bool = False
    """Stays in the graph while the data goes round it: what arrives first leaves unchanged. Of a shared layer, this use alone."""


class OutputNode(Standing):
    """Inside a block: a port of the block, called by this node's id. What arrives leaves the block there; nothing is learned at it."""

    type: Literal["output"] = "output"
    target: str | None = None
    """The target column; None takes the data's own target."""
    loss: Spec | None = None
    """None takes the one suggested for the target."""
    metrics: tuple[Spec, ...] | None = None
    """None takes those suggested for the target."""
    weight: Real = 1.0


class OpNode(Standing):
    type: Literal["op"] = "op"
    op: str
    """A function of `keras.ops`: `matmul`, `image.resize`."""
    params: dict[str, ParamValue] = Field(default={})
    """One named like a port stands in for a wire: it counts while none arrives there."""
    bypassed: bool = False
    """As of a layer."""


class BlockNode(Standing):
    """A part of the model as one node: what is inside says so by `block`. Its ports are the inputs and outputs among them."""

    type: Literal["block"] = "block"
    kind: Literal["inline", "model"] = "inline"
    """Inline: its layers are the model's own, as after a call of a Python function. Model: a model of its own, called like a layer."""
    repeat: Integer = 1
    """How often it comes, one after the other, each with weights of its own."""
    varying: dict[NodeId, dict[str, list[ParamValue]]] = Field(default={})
    """Node inside → parameter → its value in each repeat."""
    shares: NodeId | None = None
    """Calls that block's layers again, with the same weights; what is inside, `kind`, `repeat` and `varying` are then the owner's."""
    prefixed: bool = True
    """The layers inside are called `<block>_<layer>`. Without: as they are called there, as an imported model's keep their names."""
    bypassed: bool = False
    """As of a layer."""


class BackboneNode(Standing):
    """A model of `keras.applications` as one node."""

    type: Literal["backbone"] = "backbone"
    application: str
    """`ResNet50`."""
    params: dict[str, ParamValue] = Field(default={})
    """Under Keras' own names; its input's shape is that of what flows in. `weights` is None or "imagenet"."""
    freeze: str | None = None
    """"all", or the name of the last layer that is held still; None trains everything. Of a model with any layer held still,
    BatchNormalization is held still everywhere, and so stays as in inference."""
    preprocess: bool = True
    """What flows in are pixels from 0 to 255, which its own `preprocess_input` prepares."""


class CustomNode(Standing):
    """A layer or function of the person's own; without `code`, the place of one that an imported file names."""

    type: Literal["custom"] = "custom"
    source: str = ""
    """Of a layer that came with a file: its class as it stood there."""
    params: dict[str, ParamValue] = Field(default={})
    code: Annotated[NodeId | None, Field(exclude_if=lambda code: code is None)] = None
    """Which of the graph's `code` it calls."""


Node = Annotated[
    InputNode | LayerNode | OutputNode | OpNode | BlockNode | BackboneNode | CustomNode, Field(discriminator="type")
]


class Edge(Strict):
    source: LaidId
    source_port: str = "output"
    target: LaidId
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


class ImagesData(Strict):
    """A zip with one folder of pictures for each class. Its columns are `image` and `class`."""

    type: Literal["images"] = "images"
    id: str
    """sha256 of the uploaded zip."""
    file_name: str = "pictures.zip"
    height: Integer = 96
    width: Integer = 96
    """Pixels that every picture is brought to."""
    color_mode: Literal["rgb", "grayscale"] = "rgb"
    fit: Literal["crop", "stretch"] = "crop"
    """Crop keeps the proportions of what is in the middle; stretch takes the whole picture."""

    @property
    def shape(self) -> tuple[int, int, int]:
        """Of one picture."""
        return (self.height, self.width, 1 if self.color_mode == "grayscale" else 3)


DataSource = Annotated[BuiltinData | GeneratedData | CsvData | ImagesData, Field(discriminator="type")]
UploadedData = CsvData | ImagesData
"""What somebody brought, and nobody else may read."""


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


class FineTuning(Strict):
    """After the head alone has learned (`epochs`), the last layers of the frozen backbones learn too; BatchNormalization stays as in
    inference."""

    layers: Integer = 20
    """How many, from the end of each backbone."""
    epochs: Integer = 5
    learning_rate: Real = 1e-5
    """Of an optimizer made anew."""


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
    fine_tuning: FineTuning | None = None
    begin: str | None = None
    """The numbers of an imported model that a run begins from, by the name under which they are kept; None draws new ones."""
    goes_to: Literal["any", "server", "browser", "phone", "raspberry_pi"] = "any"
    """The device that the trained model is for; what cannot go there is said while drawing. No part of the content hash."""


class Note(Strict):
    """A sticky note on the canvas. It means nothing to the model."""

    text: str
    """Light markdown: headings, lists, bold, italic, code."""
    x: Real = 0
    y: Real = 0
    width: Real = 220
    height: Real = 120
    color: Literal["yellow", "green", "blue", "pink", "grey"] = "yellow"
    block: InBlock = None
    """The block it lies in."""


class Code(Strict):
    """A layer or function that somebody wrote, as it was proven: kept with the graph, and called by its custom nodes."""

    name: str
    """Of the class or function."""
    kind: Literal["layer", "function"] = "layer"
    source: Annotated[str, StringConstraints(max_length=200_000)]
    params: tuple[Param, ...] = ()
    """Arguments of `__init__`; of a function, those with a default."""
    inputs: tuple[Port, ...] = ()
    outputs: tuple[Port, ...] = ()
    defines: tuple[str, ...] = ()
    """Every name that its lines bind at the top."""
    tried: dict[str, ParamValue] = Field(default={})
    """What its required parameters were tried with: a new node begins with it."""
    proof: str = ""
    """The server's seal on all of the above; nothing unsealed is run."""


class Position(Strict):
    x: Real
    y: Real


class Comment(Strict):
    """What somebody said about the drawing. It lives in the shared document beside the graph and is no part of it."""

    node: NodeId | None = None
    """The node it is pinned to; x and y then count from its upper left corner."""
    x: Real = 0
    y: Real = 0
    parent: NodeId | None = None
    """The comment it answers; an answer has no place of its own."""
    text: Annotated[str, StringConstraints(min_length=1, max_length=4000)]
    author: str
    """Id of a user; the server takes no other than the writer's own."""
    author_name: str
    created_at: Real
    resolved: bool = False


class Graph(Strict):
    version: Integer
    """Position in the ordered list of upgrades (`graph.upgrades`)."""
    keras_version: str
    name: str = "Untitled"
    nodes: dict[NodeId, Node] = Field(default={})
    edges: dict[EdgeId, Edge] = Field(default={})
    training: Training = Training()
    notes: dict[NodeId, Note] = Field(default={})
    code: Annotated[dict[NodeId, Code], Field(exclude_if=lambda code: not code)] = Field(default={})
    """Layers and functions of the person's own; written down only where there are some."""
    layout: dict[NodeId, Position] = Field(default={})
    """Where things stand on the canvas; no part of the content hash."""
