"""Folding: a large graph becomes blocks that one look takes in, and its plan stays what it was."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_cases import data_of, graph, names
from layerloom.graph import blocks
from layerloom.graph.folding import AT_ONCE, FROM, fold, unfold
from layerloom.graph.schema import BlockNode, Edge, Graph, InputNode, LayerNode, Node, OutputNode
from layerloom.graph.source import script
from layerloom.graph.upgrades import VERSION
from layerloom.graph.validate import plan, validate


class Drawing:
    """A network with names by which nobody could tell what belongs together."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {"in": InputNode(name="picture", shape=(8, 8, 4))}
        self.edges: dict[str, Edge] = {}
        self.last = "in"

    def add(self, layer: str, *sources: str, name: str = "", **params: object) -> str:
        id = f"n{len(self.nodes)}"
        self.nodes[id] = LayerNode(name=name or f"{layer.lower()}_{len(self.nodes)}", layer=layer, params=params)
        for place, source in enumerate(sources or (self.last,)):
            self.edges[f"e{len(self.edges)}"] = Edge(source=source, target=id, order=f"a{place}")
        self.last = id
        return id

    def unit(self, begin: str = "") -> None:
        """A residual one."""
        before = self.last
        for place in range(2):
            self.add("Conv2D", name=begin and f"{begin}_{place}_conv", filters=4, kernel_size=3, padding="same")
            self.add("BatchNormalization", name=begin and f"{begin}_{place}_bn")
            self.add("ReLU", name=begin and f"{begin}_{place}_relu")
        self.add("Add", before, self.last, name=begin and f"{begin}_add")

    def done(self) -> Graph:
        nodes = {**self.nodes, "out": OutputNode(name="result")}
        edges = {**self.edges, "end": Edge(source=self.last, target="out")}
        return Graph(version=VERSION, keras_version="3.15.1", nodes=nodes, edges=edges)


def residual(units: int, named: bool = False) -> Graph:
    drawn = Drawing()
    for place in range(units):
        drawn.unit(f"stage{place // 4 + 1}_block{place % 4 + 1}" if named else "")
        if not named and place % 4 == 3:
            drawn.add("MaxPooling2D", pool_size=1)
    return drawn.done()


def top(found: Graph) -> list[Node]:
    return [node for node in found.nodes.values() if node.block is None]


def holds(before: Graph, data: object = None) -> Graph:
    """The law: the same steps, and everything back where it was."""
    folded = fold(before)
    assert plan(folded, data_of(before)).steps == plan(before, data_of(before)).steps
    assert plan(folded, data_of(before)).outputs == plan(before, data_of(before)).outputs
    assert unfold(folded) == before
    return folded


@pytest.mark.parametrize("named", [True, False])
def test_a_deep_network_is_few_blocks_in_which_everything_is(named: bool) -> None:
    before = residual(24, named)
    folded = holds(before)
    assert len(before.nodes) > 160
    assert len(top(folded)) <= AT_ONCE
    assert max(len(some) for some in blocks.inside(folded).values()) <= AT_ONCE
    assert {id for id in folded.nodes if id in before.nodes} == set(before.nodes)
    assert validate(folded, None).problems == validate(before, None).problems


def test_blocks_are_called_as_their_layers_begin() -> None:
    folded = fold(residual(24, named=True))
    assert [node.name for node in top(folded) if isinstance(node, BlockNode)] == [f"stage{n}" for n in range(1, 7)]
    inside = [node for node in folded.nodes.values() if isinstance(node, BlockNode) and node.block is not None]
    assert {node.name for node in inside} == {f"stage{n}_block{m}" for n in range(1, 7) for m in range(1, 5)}
    assert not any(node.prefixed for node in folded.nodes.values() if isinstance(node, BlockNode))


def test_units_that_are_built_alike_are_one_function_in_the_script() -> None:
    text = script(plan(fold(residual(24, named=True)), None))
    functions = [line for line in text.splitlines() if line.startswith("def ")]
    assert functions == [
        "def stage_block(input_, name):",
        "def stage(input_, name):",
        "def build_model() -> keras.Model:",
        "def main() -> None:",
    ]


def test_what_is_small_or_goes_two_ways_stays_as_it_is() -> None:
    for name in names("valid"):
        opened = graph("valid", name)
        assert fold(opened) is opened
    assert len(residual(4).nodes) < FROM
    two = residual(12)
    last = [id for id, node in two.nodes.items() if isinstance(node, LayerNode) and node.layer == "Add"][-1]
    crossed = two.model_copy(update={"edges": {**two.edges, "x": Edge(source="n1", target=last, order="b")}})
    holds(crossed)


@st.composite
def networks(draw: st.DrawFn) -> Graph:
    """Chains, branches that come together, wires that skip, and names that say something, nothing or the wrong thing."""
    drawn = Drawing()
    ends = ["in"]
    for place in range(draw(st.integers(FROM, 90))):
        kind = draw(st.sampled_from(["chain", "chain", "unit", "skip", "branch", "dead"]))
        begin = draw(st.sampled_from(["", "", f"block{place // 5}", f"part_{place // 9}_{place}", "same"]))
        name = f"{begin}_{place}_x" if begin else ""
        if kind == "chain":
            drawn.add("Activation", name=name, activation="relu")
        elif kind == "unit":
            drawn.unit(f"{begin}_{place}" if begin else "")
        elif kind == "skip":
            drawn.add("Add", draw(st.sampled_from(ends)), drawn.last, name=name)
        elif kind == "branch":
            before = drawn.last
            left = drawn.add("Activation", before, activation="tanh")
            right = drawn.add("ReLU", before)
            drawn.add("Maximum", left, right, name=name)
        else:
            before = drawn.last
            drawn.add("ReLU")
            drawn.last = before
        ends = [*ends[-3:], drawn.last]
    return drawn.done()


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(networks())
def test_folding_any_network_changes_no_step_and_can_be_undone(before: Graph) -> None:
    folded = holds(before)
    assert fold(folded).nodes.keys() >= folded.nodes.keys()
