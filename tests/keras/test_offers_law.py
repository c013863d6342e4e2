"""The law of taken offers: what a page is told about a place is what the graph says once the offer is taken there."""

from functools import cache
from types import SimpleNamespace
from typing import Any

import keras
import pytest

from layerloom import catalog
from layerloom.engine.infer import answer
from layerloom.graph import fits, rest
from layerloom.graph.edits import apply
from layerloom.graph.inference import Memo, conclude, walk
from layerloom.graph.problems import AddEdge, AddNode, Edit, InsertOnEdge, Problem
from layerloom.graph.schema import Edge, Graph, InputNode, LayerNode
from layerloom.graph.upgrades import VERSION
from layerloom.graph.validate import validate
from layerloom.web import trying
from layerloom.web.inference import InferenceService
from layerloom.web.sweeping import Sweeps
from layerloom.web.thinking import Thought
from layerloom.web.trying import Trying


def layer(name: str, **params: Any) -> LayerNode:
    return LayerNode(name=name.lower(), layer=name, params=params)


def graph(nodes: dict[str, Any], *wires: str) -> Graph:
    edges = {wire: Edge(source=wire.split("-")[0], target=wire.split("-")[1], order=wire) for wire in wires}
    return Graph(version=VERSION, keras_version=keras.__version__, name="law", nodes=nodes, edges=edges)


GRAPHS = {
    "picture": graph(
        {
            "in": InputNode(name="image", shape=(8, 8, 1)),
            "conv": layer("Conv2D", filters=4, kernel_size=3),
            "flat": layer("Flatten"),
            "dense": layer("Dense", units=6),
        },
        "in-conv",
        "conv-flat",
        "flat-dense",
    ),
    "sequence": graph(
        {
            "in": InputNode(name="steps", shape=(12, 2)),
            "lstm": layer("LSTM", units=5),
            "both": layer("Bidirectional", layer={"name": "GRU", "params": {"units": 3}}),
        },
        "in-lstm",
        "in-both",
    ),
    "words": graph(
        {
            "in": InputNode(name="words", shape=(20,), dtype="int32"),
            "embed": layer("Embedding", input_dim=50, output_dim=4),
            "mean": layer("GlobalAveragePooling1D"),
        },
        "in-embed",
        "embed-mean",
    ),
    "two": graph(
        {
            "a": InputNode(name="a", shape=(6, 6, 3)),
            "b": InputNode(name="b", shape=(6, 6, 3)),
            "c": InputNode(name="c", shape=(5,)),
            "add": layer("Add"),
            "join": layer("Concatenate"),
            "dense": layer("Dense", units=5),
        },
        "a-add",
        "b-add",
        "a-join",
        "b-join",
        "c-dense",
    ),
}
PLACES = [
    ("picture", "in"),
    ("picture", "conv"),
    ("picture", "dense"),
    ("sequence", "lstm"),
    ("sequence", "both"),
    ("words", "in"),
    ("words", "embed"),
    ("two", "c"),
]
WIRES = [
    ("picture", "in-conv"),
    ("picture", "conv-flat"),
    ("picture", "flat-dense"),
    ("words", "in-embed"),
    ("two", "a-add"),
]
MEMO = Memo()


class KerasHere:
    """A worker whose inspector is this process."""

    def call(self, verb: str, request: rest.Json, timeout: float) -> Any:
        return answer(request)


@cache
def asked() -> Trying:
    site: Any = SimpleNamespace(worker=KerasHere())
    return Trying(Sweeps(site, InferenceService(site)))


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "SECONDS", 300.0)


def thought(drawn: Graph) -> Thought:
    validation = validate(drawn, None)
    assert validation.drawing is not None
    found = walk(validation.drawing, MEMO)
    while found.questions:
        MEMO.add(answer(rest.dump(validation.drawing, found))["entries"])
        found = walk(validation.drawing, MEMO)
    inference = conclude(validation.drawing, found, drawn)
    return Thought(
        1, drawn, None, None, validation.drawing, found, inference, (*validation.problems, *inference.problems)
    )


def wrong(drawn: Graph, node: str) -> Problem | None:
    """What is wrong at a node; wires that it still waits for are another matter."""
    found = (one for one in thought(drawn).problems if node in one.nodes and one.severity == "error")
    return next((one for one in found if one.code != "missing_input"), None)


def new(offer: Any) -> LayerNode:
    member = catalog.get("layer", offer.layer)
    return LayerNode(name="new", layer=offer.layer, params={**member.start, **offer.params})


def wires(offer: Any, source: str) -> list[Edit]:
    member = catalog.get("layer", offer.layer)
    first = member.inputs[0].name
    ports = [first, *offer.waits]
    return [
        AddEdge(id=f"n{at}", edge=Edge(source=source, target="new", target_port=port, order=f"n{at}"))
        for at, port in enumerate(ports)
        if first != port or at < 2
    ]


@pytest.mark.parametrize(("name", "node"), PLACES)
def test_what_is_offered_after_a_node_is_right_there_and_what_is_not_is_wrong(name: str, node: str):
    drawn = GRAPHS[name]
    answers = asked().after(thought(drawn), node, "output")
    assert answers.complete
    assert [one.layer for one in answers.layers] == list(fits.layers())
    told = []
    for offer in answers.layers:
        # the same wire twice is no graph: what takes several gets its second from a copy
        edits: list[Edit] = [*offer.before, AddNode(id="new", node=new(offer))]
        twice = sum(isinstance(one, AddEdge) and one.edge.target_port == "input" for one in wires(offer, node)) > 1
        if twice:
            edits.append(AddNode(id="copy", node=layer("Identity")))
            edits.append(AddEdge(id="to-copy", edge=Edge(source=node, target="copy", order="a")))
        for edit in wires(offer, node):
            again = twice and isinstance(edit, AddEdge) and edit.id == "n1"
            edits.append(
                edit.model_copy(update={"edge": edit.edge.model_copy(update={"source": "copy"})}) if again else edit
            )
        found = wrong(apply(drawn, edits), "new")
        if (found is None) != (offer.problem is None):
            told.append(
                f"{offer.layer} {offer.params}: said {offer.problem and offer.problem.title}, is {found and found.title}"
            )
        elif found is not None and offer.problem is not None and found.code != offer.problem.code:
            told.append(f"{offer.layer}: said {offer.problem.code}, is {found.code}")
    assert not told


@pytest.mark.parametrize(("name", "edge"), WIRES)
def test_what_a_wire_takes_in_breaks_what_it_is_said_to_break(name: str, edge: str):
    drawn = GRAPHS[name]
    answers = asked().into(thought(drawn), edge)
    target = drawn.edges[edge].target
    told = []
    for offer in answers.layers:
        if offer.problem is not None or offer.waits:
            continue
        after = apply(drawn, [InsertOnEdge(edge=edge, id="new", node=new(offer))])
        assert wrong(after, "new") is None, offer.layer
        found = wrong(after, target)
        if (found and found.code) != (offer.breaks and offer.breaks.code):
            told.append(f"{offer.layer}: said {offer.breaks and offer.breaks.title}, is {found and found.title}")
    assert answers.complete
    assert not told


@pytest.mark.parametrize(
    ("name", "node"),
    [("picture", "in"), ("picture", "conv"), ("sequence", "in"), ("two", "a"), ("two", "c"), ("two", "dense")],
)
def test_drawn_layers_take_the_wire_where_they_are_said_to(name: str, node: str):
    drawn = GRAPHS[name]
    answers = asked().onto(thought(drawn), node, "output")
    assert answers.targets
    for target in answers.targets:
        old = [id for id, edge in drawn.edges.items() if edge.target == target.node]
        many = isinstance(drawn.nodes[target.node], LayerNode) and drawn.nodes[target.node].layer in (
            "Add",
            "Concatenate",
        )
        edges = {id: edge for id, edge in drawn.edges.items() if many or id not in old}
        if any(edge.source == node and edge.target == target.node for edge in edges.values()):
            continue
        bare = drawn.model_copy(update={"edges": edges})
        wired = apply(bare, [AddEdge(id="new", edge=Edge(source=node, target=target.node, order="z"))])
        found = wrong(wired, target.node)
        assert (found and found.code) == (target.problem and target.problem.code), (target, found)
