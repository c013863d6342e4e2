"""Two graphs laid over each other: what came, what went, what changed, and what is no change at all."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graph_cases
from layerloom.graph.blocks import port_nodes
from layerloom.graph.content import content_hash
from layerloom.graph.diff import Diff, diff
from layerloom.graph.edits import apply
from layerloom.graph.problems import (
    AddEdge,
    Edit,
    InsertOnEdge,
    RemoveEdge,
    RemoveNode,
    SetField,
    SetParam,
    SetTraining,
)
from layerloom.graph.schema import BlockNode, Edge, Graph, LayerNode, Position
from layerloom.graph.upgrades import open_graph
from layerloom.web.catalog import template_graphs

pytestmark = pytest.mark.fast


def chain(*layers: tuple[str, dict[str, Any]], ids: Callable[[int], str] = "n{}".format, **fields: Any) -> Graph:
    """in → each layer → out."""
    nodes: list[dict[str, Any]] = [{"type": "input", "name": "in"}]
    nodes += [
        {"type": "layer", "name": f"{layer.lower()}_{at}", "layer": layer, "params": dict(params)}
        for at, (layer, params) in enumerate(layers, 1)
    ]
    nodes.append({"type": "output", "name": "out"})
    return open_graph(
        {
            "version": 1,
            "keras_version": "3.15.1",
            "nodes": {ids(at): node for at, node in enumerate(nodes)},
            "edges": {f"e{at}": {"source": ids(at), "target": ids(at + 1)} for at in range(len(nodes) - 1)},
            **fields,
        }
    )


MLP = chain(("Dense", {"units": 32, "activation": "relu"}), ("Dense", {"units": 10}))
DROPOUT = LayerNode(name="dropout_1", layer="Dropout", params={"rate": 0.3})


def places(found: Diff) -> dict[str, tuple[Any, Any]]:
    """Place → (before, after), of everything that was changed in a node."""
    return {field.place: (field.before, field.after) for node in found.nodes for field in node.fields}


@pytest.mark.parametrize("name", graph_cases.names("valid"))
def test_a_graph_differs_from_itself_in_nothing(name: str) -> None:
    graph = graph_cases.graph("valid", name)
    found = diff(graph, graph.model_copy(deep=True))
    assert (found.count, found.nodes, found.edges, found.training) == (0, (), (), ())
    assert found.same == {id: id for id in graph.nodes}


def test_where_things_stand_what_is_noted_and_the_graphs_name_are_no_change() -> None:
    moved = MLP.model_copy(update={"layout": {"n1": Position(x=5, y=5)}, "name": "Another"})
    assert diff(MLP, moved).count == 0


def test_a_default_written_out_is_no_change() -> None:
    written = apply(MLP, [SetParam(node="n1", param="use_bias", value=True)])
    assert content_hash(written) != content_hash(MLP)
    assert diff(MLP, written).count == 0


def test_a_parameter_says_from_what_to_what() -> None:
    found = diff(MLP, apply(MLP, [SetParam(node="n1", param="units", value=64)]))
    assert places(found) == {"params.units": (32, 64)}
    assert [(one.type, one.before, one.after) for one in found.nodes] == [("changed", "n1", "n1")]
    assert found.count == 1


def test_a_parameter_taken_away_names_the_side_that_leaves_it_to_keras() -> None:
    (node,) = diff(MLP, apply(MLP, [SetParam(node="n1", param="activation", value=None)])).nodes
    assert [(one.place, one.before, one.unset) for one in node.fields] == [("params.activation", "relu", "after")]


def test_a_parameter_inside_an_initializer_is_a_change_of_its_own() -> None:
    def with_spread(stddev: float) -> Graph:
        value = {"name": "RandomNormal", "params": {"stddev": stddev}}
        return apply(MLP, [SetParam(node="n1", param="kernel_initializer", value=value)])

    found = diff(with_spread(0.1), with_spread(0.2))
    assert places(found) == {"params.kernel_initializer.params.stddev": (0.1, 0.2)}


def test_true_is_not_one_and_a_whole_float_is_its_integer() -> None:
    one = apply(MLP, [SetParam(node="n2", param="units", value=1)])
    assert diff(one, apply(MLP, [SetParam(node="n2", param="units", value=1.0)])).count == 0
    assert diff(one, apply(MLP, [SetParam(node="n2", param="units", value=True)])).count == 1


def test_a_layer_put_into_a_wire_is_one_change_and_so_is_taking_it_out() -> None:
    after = apply(MLP, [InsertOnEdge(edge="e1", id="d", node=DROPOUT)])
    found = diff(MLP, after)
    assert [(one.type, one.after) for one in found.nodes] == [("added", "d")]
    assert sorted(one.type for one in found.edges) == ["added", "added", "removed"]
    assert all(one.implied for one in found.edges)
    assert found.count == 1
    back = diff(after, apply(after, [RemoveNode(node="d")]))
    assert ([one.type for one in back.nodes], back.count) == (["removed"], 1)


def test_a_wire_moved_between_nodes_that_stay_is_counted() -> None:
    graph = graph_cases.graph("valid", "residual")
    id, edge = next((id, edge) for id, edge in graph.edges.items() if edge.order != "a0")
    other = next(
        one for one in graph.nodes if one not in (edge.source, edge.target) and graph.nodes[one].type == "layer"
    )
    found = diff(
        graph, apply(graph, [RemoveEdge(edge=id), AddEdge(id="new", edge=edge.model_copy(update={"source": other}))])
    )
    assert sorted((one.type, one.implied) for one in found.edges) == [("added", False), ("removed", False)]
    assert found.count == 2


def test_inputs_of_a_merge_that_change_places_are_one_change() -> None:
    graph = graph_cases.graph("valid", "residual")
    target = next(edge.target for edge in graph.edges.values() if edge.order != "a0")
    first, second = sorted(
        (id for id, edge in graph.edges.items() if edge.target == target), key=lambda id: graph.edges[id].order
    )
    swapped = {
        **graph.edges,
        first: graph.edges[first].model_copy(update={"order": "z9"}),
    }
    found = diff(graph, graph.model_copy(update={"edges": swapped}))
    assert [(one.type, one.after, [(field.before, field.after) for field in one.fields]) for one in found.edges] == [
        ("changed", second, [(2, 1)]),
        ("changed", first, [(1, 2)]),
    ]
    assert found.count == 1
    spread = {id: edge.model_copy(update={"order": f"{edge.order}5"}) for id, edge in graph.edges.items()}
    assert diff(graph, graph.model_copy(update={"edges": spread})).count == 0


def test_settings_of_training_are_compared_one_by_one() -> None:
    after = apply(
        MLP,
        [
            SetTraining(field="epochs", value=30),
            SetTraining(field="optimizer", value={"name": "Adam", "params": {"learning_rate": 0.1, "beta_1": 0.9}}),
            SetTraining(field="data", value={"type": "builtin", "name": "iris"}),
        ],
    )
    found = {one.place: (one.before, one.after) for one in diff(MLP, after).training}
    assert found == {
        "epochs": (10, 30),
        "optimizer.params.learning_rate": (None, 0.1),
        "data": (None, {"type": "builtin", "name": "iris"}),
    }
    other = apply(after, [SetTraining(field="data", value={"type": "generated", "name": "moons"})])
    assert [one.place for one in diff(after, other).training] == ["data"]


def test_a_node_that_begins_to_share_says_whose_layer_and_nothing_else() -> None:
    found = diff(MLP, apply(MLP, [SetField(node="n2", field="shares", value="n1")]))
    assert places(found) == {"shares": (None, "dense_1")}


def test_the_owners_parameters_are_not_said_again_by_its_sharers() -> None:
    graph = graph_cases.graph("valid", "shared")
    owner = next(node.shares for node in graph.nodes.values() if getattr(node, "shares", None))
    found = diff(graph, apply(graph, [SetParam(node=owner, param="units", value=7)]))
    assert [one.after for one in found.nodes] == [owner]


def test_another_layer_under_the_same_name_is_a_change_of_layer() -> None:
    found = diff(MLP, apply(MLP, [SetField(node="n1", field="layer", value="EinsumDense")]))
    assert places(found) == {"layer": ("Dense", "EinsumDense")}


def test_changes_stand_in_reading_order_and_what_went_stands_where_it_stood() -> None:
    graph = chain(*[("Dense", {"units": at}) for at in range(1, 5)])
    after = apply(
        graph,
        [
            RemoveNode(node="n2"),
            SetParam(node="n4", param="units", value=9),
            SetParam(node="n1", param="units", value=9),
        ],
    )
    found = diff(graph, after)
    assert [one.after or one.before for one in found.nodes] == ["n1", "n2", "n4"]


class TestOtherIds:
    """Two projects, or an import: no id says who is who."""

    def test_the_same_graph_under_other_ids_is_the_same(self) -> None:
        for name in graph_cases.names("valid"):
            graph = graph_cases.graph("valid", name)
            assert diff(graph, with_ids(graph, "x{}".format)).count == 0, name

    def test_the_same_structure_under_other_names_differs_in_names_alone(self) -> None:
        for name in ("residual", "two_inputs", "picture", "chain"):
            graph = graph_cases.graph("valid", name)
            renamed = {
                id: node.model_copy(update={"name": f"q{at}"}) for at, (id, node) in enumerate(graph.nodes.items())
            }
            found = diff(graph, with_ids(graph.model_copy(update={"nodes": renamed}), "x{}".format))
            assert {field.place for node in found.nodes for field in node.fields} == {"name"}, name
            assert {one.type for one in found.nodes} == {"changed"}, name
            assert not found.edges, name

    def test_a_layer_more_among_like_ones_is_found(self) -> None:
        relu = ("ReLU", {})
        small = chain(("Dense", {"units": 4}), relu, ("Dense", {"units": 2}), relu, ids="a{}".format)
        large = chain(
            ("Dense", {"units": 4}),
            relu,
            ("Dense", {"units": 3}),
            relu,
            ("Dense", {"units": 2}),
            relu,
            ids="b{}".format,
        )
        nodes = {id: node.model_copy(update={"name": f"q{id}"}) for id, node in large.nodes.items()}
        found = diff(small, large.model_copy(update={"nodes": nodes}))
        added = [one.after for one in found.nodes if one.type == "added"]
        assert len(added) == 2
        assert "b3" in added
        assert not [one for one in found.nodes if one.type == "removed"]
        assert found.same["b5"] == "a3"

    def test_ids_that_mean_something_else_in_another_project_pair_nothing(self) -> None:
        one = chain(("Conv2D", {"filters": 3, "kernel_size": 3}), ("Flatten", {}))
        other = chain(("Flatten", {}), ("Dense", {"units": 2}))
        found = diff(one, other)
        assert found.same == {"n0": "n0", "n3": "n3", "n1": "n2"}

    def test_templates_are_told_apart(self) -> None:
        graphs = template_graphs()
        found = diff(graphs["iris-mlp"], graphs["digits-cnn"])
        assert found.count
        assert {one.type for one in found.nodes} >= {"added"}


def with_ids(graph: Graph, ids: Callable[[int], str]) -> Graph:
    name = {id: ids(at) for at, id in enumerate(graph.nodes)}
    nodes = {}
    for id, node in graph.nodes.items():
        others = {key: name.get(there, there) for key in ("shares", "block") if (there := getattr(node, key, None))}
        if isinstance(node, BlockNode):
            others["varying"] = {name[inner]: given for inner, given in node.varying.items()}
        nodes[name[id]] = node.model_copy(update=others) if others else node
    edges = {}
    for at, edge in enumerate(graph.edges.values()):
        leaves, enters = port_nodes(graph, edge)
        ends = {"source": name[edge.source], "target": name[edge.target]}
        ends |= {"source_port": name[leaves]} if leaves else {}
        ends |= {"target_port": name[enters]} if enters else {}
        edges[f"w{at}"] = edge.model_copy(update=ends)
    return graph.model_copy(update={"nodes": nodes, "edges": edges, "layout": {}})


GRAPHS = [graph_cases.graph("valid", name) for name in ("residual", "two_inputs", "shared", "chain")]


@st.composite
def edited(draw: st.DrawFn) -> tuple[Graph, Graph]:
    """A graph, and the same after some edits that a person could make."""
    before = after = draw(st.sampled_from(GRAPHS))
    for step in range(draw(st.integers(0, 6))):
        edit = draw(an_edit(after, step))
        if edit is not None:
            after = apply(after, [edit])
    return before, after


@st.composite
def an_edit(draw: st.DrawFn, graph: Graph, step: int) -> Edit | None:
    kind = draw(st.sampled_from(["param", "field", "insert", "remove", "unwire", "wire", "training"]))
    node = draw(st.sampled_from(sorted(graph.nodes))) if graph.nodes else ""
    edge = draw(st.sampled_from(sorted(graph.edges))) if graph.edges else ""
    match kind:
        case "param" if getattr(graph.nodes.get(node), "layer", None) and not graph.nodes[node].shares:  # type: ignore[union-attr]
            return SetParam(node=node, param="units", value=draw(st.integers(1, 3)))
        case "field" if node:
            return SetField(node=node, field="name", value=draw(st.sampled_from(["p", "q", "r"])))
        case "insert" if edge:
            return InsertOnEdge(edge=edge, id=f"new{step}", node=DROPOUT)
        case "remove" if node:
            return RemoveNode(node=node, heal=draw(st.booleans()))
        case "unwire" if edge:
            return RemoveEdge(edge=edge)
        case "wire" if node:
            return AddEdge(id=f"wire{step}", edge=Edge(source=node, target=draw(st.sampled_from(sorted(graph.nodes)))))
        case "training":
            return SetTraining(field="epochs", value=draw(st.integers(1, 3)))
    return None


@given(edited())
@settings(max_examples=150, deadline=None)
def test_backwards_is_the_same_with_its_sides_changed(pair: tuple[Graph, Graph]) -> None:
    before, after = pair
    there, back = diff(before, after), diff(after, before)
    assert there.count == back.count
    assert there.same == {new: old for old, new in back.same.items()}
    mirrored = {"added": "removed", "removed": "added", "changed": "changed"}
    for ours, theirs in ((there.nodes, back.nodes), (there.edges, back.edges)):
        assert {
            (one.type, one.before, one.after, one.implied if hasattr(one, "implied") else None)
            for one in ours
            if one.type != "changed"
        } == {
            (mirrored[one.type], one.after, one.before, one.implied if hasattr(one, "implied") else None)
            for one in theirs
            if one.type != "changed"
        }


@given(edited())
@settings(max_examples=150, deadline=None)
def test_nothing_differs_only_where_nothing_means_something_else(pair: tuple[Graph, Graph]) -> None:
    before, after = pair
    found = diff(before, after)
    assert (found.count == 0) == (meaning(before) == meaning(after))


def meaning(graph: Graph) -> Any:
    """What a graph says, without the ids of its wires."""
    ports: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for _, edge in sorted(graph.edges.items(), key=lambda one: (one[1].order, one[0])):
        ports.setdefault((edge.target, edge.target_port), []).append((edge.source, edge.source_port))
    return graph.nodes, ports, graph.training


def test_a_thousand_nodes_are_compared_at_once() -> None:
    many = chain(*[("Dense", {"units": 8})] * 998)
    after = apply(many, [SetParam(node="n500", param="units", value=9), RemoveNode(node="n700")])
    assert diff(many, after).count == 2
    nodes = {id: node.model_copy(update={"name": f"q{id}"}) for id, node in after.nodes.items()}
    assert diff(many, with_ids(after.model_copy(update={"nodes": nodes}), "x{}".format)).same
