"""What the web process sends beside the domain's own types: the nouns of the HTTP API and the socket, typed once for both languages."""

from typing import Any, Literal

from pydantic import Field

from layerloom.catalog.types import Strict
from layerloom.documents.parts import PartRole
from layerloom.graph.data import DataSpec
from layerloom.graph.diff import Diff
from layerloom.graph.inference import NodeInference, TensorSpec, Totals
from layerloom.graph.problems import Edit, Problem, SetParam
from layerloom.graph.saved.report import Report
from layerloom.graph.schema import DataSource, Graph, NodeId, Spec
from layerloom.runs.events import StoredEvent, SummaryRow
from layerloom.runs.exports import Exports
from layerloom.runs.lifecycle import State
from layerloom.runs.weights import BackboneWeights
from layerloom.words import Phrase


class User(Strict):
    id: str
    name: str
    role: str


class Session(Strict):
    user: User
    csrf: str
    """Goes back in the header `X-Layerloom-CSRF` of every write, and in the socket's auth."""
    version: str
    keras_version: str
    backend: str
    code: bool
    """Whether this server runs code that people write."""


class Thumbnail(Strict):
    """A miniature of a graph: places in canvas units, the catalog group of each node, wires by index."""

    nodes: tuple[dict[str, Any], ...]
    """Each {"x": float, "y": float, "group": str, "icon": str}; one that was drawn long ago has no icon, and calls an input's group "input"."""
    edges: tuple[tuple[int, int], ...]


class Run(Strict):
    id: str
    project: str
    number: int
    """Counts from 1 in its project."""
    state: State
    created_at: float
    started_at: float | None
    ended_at: float | None
    reason: str
    words: Phrase | None
    """What the reason is made of."""
    graph_hash: str
    stop_requested: bool
    pause_requested: bool
    metrics: dict[str, float | None]
    """The best epoch's row so far; empty before the first."""
    files: tuple[str, ...]
    place: int | None
    """Place in the queue, from 1, while queued."""
    parent: int | None
    """The number of the run that it goes on from."""
    goes_on: int | None
    """Once ended, the epoch that another run can go on from."""


class SavedBlock(Strict):
    """A block of a person's library."""

    id: str
    name: str
    layers: int
    created_at: float


class SavedBlocks(Strict):
    blocks: tuple[SavedBlock, ...]


class SavedBlockWithGraph(SavedBlock):
    graph: Graph
    """The block's node and what stands in it."""


class UnfoldedBackbone(Strict):
    graph: Graph
    """A block, what stands in it, and nothing else."""
    block: NodeId
    begin: str | None
    """What the graph is to begin from then, so that the layers keep the numbers that the backbone had; None where it had none."""


class Project(Strict):
    id: str
    name: str
    part: PartRole
    """Of who asks."""
    may_train: bool
    owner: str
    """Name of who it belongs to."""
    created_at: float
    updated_at: float
    last_run: Run | None
    thumbnail: Thumbnail


class ProjectWithGraph(Project):
    graph: Graph


class Guest(Strict):
    id: str
    name: str
    came_at: float


class Link(Strict):
    id: str
    role: Literal["view", "comment", "edit"]
    may_train: bool
    created_at: float
    expires_at: float | None
    guests: tuple[Guest, ...]


class Links(Strict):
    links: tuple[Link, ...]
    addresses: tuple[str, ...]
    """By which other machines reach this server; none where it listens to its own alone."""


class LinkMade(Strict):
    link: Link
    secret: str


class Invitation(Strict):
    """What a link leads to."""

    project: str | None
    """Set where who asks may enter already."""
    name: str
    role: Literal["view", "comment", "edit"]
    may_train: bool
    you: str | None
    """Name of who is signed in here."""


class Joined(Strict):
    """A page's answer when it opens a project; the document's bytes travel beside it."""

    part: PartRole
    may_train: bool
    may_code: bool
    """Whether the code panel may be edited: that runs code."""
    you: User
    color: int


class Version(Strict):
    """A project's graph as it was once: what a run trained, or what somebody kept under a name."""

    type: Literal["run", "saved"]
    id: str
    name: str
    """Of a saved one."""
    number: int
    """Of a run; 0 of a saved one."""
    by: str
    """Who trained or saved it."""
    created_at: float
    changes: int | None
    """From it to the graph as it is now; None where that was not worked out, of an old one."""


class Versions(Strict):
    versions: tuple[Version, ...]
    """Newest first."""
    changed: tuple[NodeId, ...]
    """Nodes of the live graph that are new or different since the newest run; none before the first."""


class GraphRef(Strict):
    """Where a graph is: a project's live one, a run's, a saved version's, a template's; or the graph itself."""

    type: Literal["project", "run", "saved", "template", "graph"]
    id: str = ""
    """Of a project, empty means the one asked about."""
    graph: dict[str, Any] | None = None


class Comparison(Strict):
    before: Graph
    after: Graph
    diff: Diff


class Template(Strict):
    name: str
    title: str
    description: str
    data: str
    """Id of its data set."""
    topic: Literal["tables", "pictures", "text", "series"]
    row: str
    """What one row of the data is, as in its description."""
    rows: int
    seconds: float
    """From Train to the trained model, as it was measured on two cores."""
    thumbnail: Thumbnail


class BroughtModel(Strict):
    """A model from elsewhere as a graph; nothing of it is kept yet."""

    graph: Graph
    report: Report


class BroughtModels(Strict):
    file_name: str
    """Empty for pasted code."""
    models: tuple[BroughtModel, ...]


class DatasetEntry(Strict):
    source: DataSource
    spec: DataSpec


class Preview(Strict):
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | tuple[float, ...] | None, ...], ...]
    """A picture is its pixels from 0 to 1, a series its numbers, each as one flat list."""


class Suggestion(Strict):
    units: int
    activation: str
    loss: Spec
    metrics: tuple[Spec, ...]


class SourceText(Strict):
    source: str
    graph: Graph | None
    """What the script was written from, without places and notes; None where there is no script yet."""
    problems: tuple[Problem, ...]


class EditedSource(Strict):
    """What the script's edits do to the graph as it is now. Nothing is changed yet."""

    edits: tuple[Edit, ...]
    comparison: Comparison
    remarks: tuple[Phrase, ...]
    """What of the code the graph cannot take over."""


class Described(Strict):
    summary_text: str
    summary: tuple[SummaryRow, ...]
    dot: str


class LayerFit(Strict):
    """A catalog layer at a place of the graph."""

    layer: str
    params: dict[str, Any] = Field(default={})
    """To be set beside what a new one begins with, so that it fits."""
    before: tuple[SetParam, ...] = ()
    """To be changed on the layer before, so that it fits."""
    waits: tuple[str, ...] = ()
    """Ports that need wires of their own."""
    problem: Problem | None = None
    """Why it does not fit."""
    breaks: Problem | None = None
    """What the layer after it would not take any more."""


class PortFit(Strict):
    """A port of a drawn layer, and why a wire may not arrive there."""

    node: NodeId
    port: str
    problem: Problem | None


class Fits(Strict):
    tensor: TensorSpec | None
    """What flows at the place; None where that is not known."""
    complete: bool
    """False: there is more, ask again."""
    layers: tuple[LayerFit, ...]
    targets: tuple[PortFit, ...]


class EventsPage(Strict):
    events: tuple[StoredEvent, ...]
    last: int
    """The newest number stored for the run."""


class ProblemList(Strict):
    """The one error shape."""

    problems: tuple[Problem, ...]


class InferencePatch(Strict):
    """What changed since the last patch of this room; the first after joining is whole."""

    project: str
    version: int
    state: Literal["ready", "starting", "restarting"]
    whole: bool
    nodes: dict[NodeId, NodeInference]
    removed: tuple[NodeId, ...]
    problems: tuple[Problem, ...]
    totals: Totals
    plan_ok: bool
    """Train would be accepted."""


SHAPES = (
    Session,
    Links,
    LinkMade,
    Invitation,
    Joined,
    ProjectWithGraph,
    SavedBlocks,
    SavedBlockWithGraph,
    UnfoldedBackbone,
    BackboneWeights,
    Versions,
    GraphRef,
    Comparison,
    Template,
    BroughtModels,
    DatasetEntry,
    Preview,
    Suggestion,
    SourceText,
    Described,
    EditedSource,
    Fits,
    EventsPage,
    Exports,
    ProblemList,
    InferencePatch,
)
