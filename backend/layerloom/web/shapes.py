"""What the web process sends beside the domain's own types: the nouns of the HTTP API and the socket, typed once for both languages."""

from typing import Any, Literal

from layerloom.catalog.types import Strict
from layerloom.graph.data import DataSpec
from layerloom.graph.inference import NodeInference, Totals
from layerloom.graph.problems import Problem
from layerloom.graph.schema import DataSource, Graph, NodeId, Spec
from layerloom.runs.events import StoredEvent, SummaryRow
from layerloom.runs.lifecycle import State


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


class Thumbnail(Strict):
    """A miniature of a graph: places in canvas units, the catalog group of each node, wires by index."""

    nodes: tuple[dict[str, Any], ...]
    """Each {"x": float, "y": float, "group": str}."""
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
    graph_hash: str
    stop_requested: bool
    metrics: dict[str, float | None]
    """The best epoch's row so far; empty before the first."""
    files: tuple[str, ...]
    place: int | None
    """Place in the queue, from 1, while queued."""


class Project(Strict):
    id: str
    name: str
    created_at: float
    updated_at: float
    last_run: Run | None
    thumbnail: Thumbnail


class ProjectWithGraph(Project):
    graph: Graph


class Template(Strict):
    name: str
    title: str
    description: str
    data: str
    """In words: "1,797 pictures · 10 s"."""
    thumbnail: Thumbnail


class DatasetEntry(Strict):
    source: DataSource
    spec: DataSpec


class Preview(Strict):
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]


class Suggestion(Strict):
    units: int
    activation: str
    loss: Spec
    metrics: tuple[Spec, ...]


class SourceText(Strict):
    source: str
    problems: tuple[Problem, ...]


class Described(Strict):
    summary_text: str
    summary: tuple[SummaryRow, ...]
    dot: str


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
    ProjectWithGraph,
    Template,
    DatasetEntry,
    Preview,
    Suggestion,
    SourceText,
    Described,
    EventsPage,
    ProblemList,
    InferencePatch,
)
