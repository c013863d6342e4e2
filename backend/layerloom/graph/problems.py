"""Problems: what is wrong with a graph, with evidence and edits that mend it.

The one error shape of the product: every refusal, from a wire to an upload, is `{"problems": [Problem, …]}`.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from layerloom.catalog.types import Strict
from layerloom.graph.schema import Edge, LaidId, Node
from layerloom.words import Phrase, Said, phrase, say, told


class SetParam(Strict):
    type: Literal["set_param"] = "set_param"
    node: LaidId
    param: str
    value: Any
    """None removes the parameter, so that Keras' default holds."""


class SetField(Strict):
    """A field of the node itself: name, columns, shape, target, loss, metrics, weight, trainable, shares, layer."""

    type: Literal["set_field"] = "set_field"
    node: LaidId
    field: str
    value: Any


class SetTraining(Strict):
    type: Literal["set_training"] = "set_training"
    field: str
    value: Any


class AddNode(Strict):
    type: Literal["add_node"] = "add_node"
    id: LaidId
    node: Node
    near: LaidId | None = None
    """Placed below this node."""


class InsertOnEdge(Strict):
    """Puts a new node into a wire: source → new → target."""

    type: Literal["insert_on_edge"] = "insert_on_edge"
    edge: LaidId
    id: LaidId
    node: Node


class RemoveNode(Strict):
    type: Literal["remove_node"] = "remove_node"
    node: LaidId
    heal: bool = True
    """Join what stood before and after it."""


class AddEdge(Strict):
    type: Literal["add_edge"] = "add_edge"
    id: LaidId
    edge: Edge


class RemoveEdge(Strict):
    type: Literal["remove_edge"] = "remove_edge"
    edge: LaidId


class SetGraph(Strict):
    """A field of the graph itself."""

    type: Literal["set_graph"] = "set_graph"
    field: Literal["name", "keras_version"]
    value: str


Edit = Annotated[
    SetParam | SetField | SetTraining | SetGraph | AddNode | InsertOnEdge | RemoveNode | AddEdge | RemoveEdge,
    Field(discriminator="type"),
]


class Fix(Strict):
    title: str
    """What Apply does: "Insert Flatten before dense"."""
    safe: bool
    """Changes nothing the person decided; an unsafe fix changes meaning or results."""
    edits: tuple[Edit, ...]
    words: Phrase | None = None
    """What the title is made of, so that a page says it in its reader's language."""


class Problem(Strict):
    code: str
    """Stable snake_case name; each has a fixture `tests/graphs/broken/<code>.json` where a graph can show it."""
    severity: Literal["error", "warning"] = "error"
    title: str
    """One short sentence: "Conv2D wants a picture, it got a list."."""
    message: str
    """Expectation, evidence and next step, in a student's words."""
    nodes: tuple[LaidId, ...] = ()
    edges: tuple[LaidId, ...] = ()
    place: str = ""
    """The parameter, field, column or line meant."""
    evidence: str = ""
    """What was received, exactly; Keras' own words where it spoke."""
    traceback: str = ""
    """Where Keras raised it, as Python prints it; empty where Keras was not asked."""
    fixes: tuple[Fix, ...] = ()
    words: Phrase | None = None
    """What message and title are made of: the title is the message's attribute `title`."""


class Refused(Exception):
    """Raised where a value cannot be given: carries its problems and the HTTP status that fits them."""

    def __init__(self, *problems: Problem, status: int = 422) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
        self.status = status


def problem(code: str, values: Mapping[str, Said] = {}, /, *, form: str = "", **rest: Any) -> Problem:
    """The problem of that code in the words of `problem-<code>`, or of `problem-<code>-<form>` where a code has several."""
    words = phrase(f"problem-{code}-{form}" if form else f"problem-{code}", **values)
    return Problem(code=code, title=say(words, "title"), message=say(words), words=words, **rest)


def title_of(problem: Problem) -> Phrase:
    """Its title as a phrase, for what ends because of it."""
    return (
        problem.words.model_copy(update={"id": f"{problem.words.id}.title"}) if problem.words else told(problem.title)
    )


def fix(id: str, /, *edits: Edit, safe: bool, **values: Said) -> Fix:
    """A fix whose title is the message `fix-<id>`."""
    words = phrase(f"fix-{id}", **values)
    return Fix(title=say(words), safe=safe, edits=edits, words=words)
