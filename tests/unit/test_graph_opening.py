"""Files and JSON that are no graph, or too much of one, are refused with the right status; old ones open."""

import json
from typing import Any

import pytest

from graph_cases import graph, names, read
from layerloom.graph.content import content_hash
from layerloom.graph.problems import Refused
from layerloom.graph.schema import Position
from layerloom.graph.upgrades import UPGRADES, VERSION, open_graph


def refused(data: Any) -> Refused:
    with pytest.raises(Refused) as found:
        open_graph(data)
    return found.value


def chain(length: int) -> dict[str, Any]:
    nodes: dict[str, Any] = {"n0": {"type": "input", "name": "n0", "shape": [4]}}
    nodes |= {f"n{i}": {"type": "layer", "name": f"n{i}", "layer": "ReLU"} for i in range(1, length + 1)}
    edges = {f"e{i}": {"source": f"n{i}", "target": f"n{i + 1}"} for i in range(length)}
    return {"version": VERSION, "keras_version": "3.15.1", "nodes": nodes, "edges": edges}


@pytest.mark.parametrize(
    "text", ["", "{", '{"version": 1', "[1, 2", "\x00", b"\xff\xfe\x00", "{'version': 1}", "nonsense"]
)
def test_what_is_no_json_is_400(text: str | bytes) -> None:
    assert refused(text).status == 400


@pytest.mark.parametrize("text", ["[]", "3", "null", '"graph"', "true"])
def test_json_that_is_no_object_is_422(text: str) -> None:
    assert refused(text).status == 422


@pytest.mark.parametrize(
    "text", ["[" * 200_000, '{"a":' * 200_000, "[" * 200_000 + "]" * 200_000, "[" * 100 + "]" * 100]
)
def test_deep_nesting_is_400(text: str) -> None:
    found = refused(text)
    assert (found.status, found.problems[0].code) == (400, "too_deeply_nested")


def test_deep_nesting_in_data_is_400_as_well() -> None:
    data: Any = []
    for _ in range(5_000):
        data = [data]
    assert refused({"version": 1, "keras_version": "3", "nodes": data}).status == 400


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_a_number_that_is_not_finite_is_422_and_names_its_field(number: str) -> None:
    text = (
        '{"version": 1, "keras_version": "3.15.1", "nodes": {"d": {"type": "layer", "name": "d", "layer": "Dropout", '
        f'"params": {{"rate": {number}}}}}}}, "edges": {{}}}}'
    )
    found = refused(text)
    assert (found.status, found.problems[0].code) == (422, "not_finite")
    assert found.problems[0].place == "nodes.d.params.rate"


def test_a_file_too_large_for_a_graph_is_413() -> None:
    found = refused(" " * 17_000_000)
    assert (found.status, found.problems[0].code) == (413, "file_too_large")


def test_ten_thousand_nodes_are_413() -> None:
    found = refused(chain(10_000))
    assert (found.status, found.problems[0].code) == (413, "too_many_nodes")


def test_a_chain_of_five_thousand_layers_is_422_for_its_depth() -> None:
    found = refused(chain(5_000))
    assert (found.status, found.problems[0].code) == (422, "too_deep")


def test_nine_thousand_wires_are_413() -> None:
    data = chain(10)
    data["edges"] = {f"e{i}": {"source": "n0", "target": "n1"} for i in range(9_000)}
    found = refused(data)
    assert (found.status, found.problems[0].code) == (413, "too_many_edges")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"version": None}, "version"),
        ({"version": True}, "version"),
        ({"version": -1}, "version"),
        ({"version": 1.5}, "version"),
        ({"nodes": []}, "nodes"),
        ({"nodes": {"a b": {"type": "input", "name": "x"}}}, "nodes"),
        ({"nodes": {"a": {"type": "wheel", "name": "x"}}}, "nodes.a"),
        ({"nodes": {"a": {"type": "input"}}}, "nodes.a.input.name"),
        ({"training": {"epochs": "8"}}, "training.epochs"),
        ({"training": {"epochs": True}}, "training.epochs"),
        ({"training": {"batch_size": 3.7}}, "training.batch_size"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_field_that_does_not_fit_is_422_and_named(change: dict[str, Any], place: str) -> None:
    found = refused({**chain(1), **change})
    assert found.status == 422
    assert found.problems[0].place.startswith(place)


def test_whole_numbers_written_as_floats_are_whole() -> None:
    opened = open_graph({**chain(1), "training": {"epochs": 12.0}})
    assert opened.training.epochs == 12
    assert isinstance(opened.training.epochs, int)


def test_the_version_is_the_number_of_upgrades() -> None:
    assert len(UPGRADES) == VERSION
    assert {int(name[1:].split("-")[0]) for name in names("old")} == set(range(VERSION + 1))


def test_wires_of_version_0_keep_the_order_in_which_they_arrive() -> None:
    opened = graph("old", "v0-edges-as-a-list")
    arriving = sorted((edge.order, edge.source) for edge in opened.edges.values() if edge.target == "s")
    assert [source for _, source in arriving] == ["b", "a"]
    assert opened.version == VERSION


def test_what_a_block_of_version_1_held_inside_stands_beside_it() -> None:
    deepest = {"nodes": {"in": {"type": "input", "name": "in"}, "d": {"type": "layer", "name": "d", "layer": "Dense"}}}
    inside = {
        "nodes": {
            "in": {"type": "input", "name": "in"},
            "b": {"type": "block", "name": "inner", "graph": deepest},
            "out": {"type": "output", "name": "out"},
        },
        "edges": {"e0": {"source": "in", "target": "b"}, "e1": {"source": "b", "target": "out"}},
    }
    nodes = {
        "in": {"type": "input", "name": "x"},
        "a": {"type": "block", "name": "outer", "graph": inside, "repeat": 2},
        "end": {"type": "output", "name": "y"},
    }
    edges = {"e0": {"source": "in", "target": "a"}, "e1": {"source": "a", "target": "end"}}
    opened = open_graph({"version": 1, "keras_version": "3.15.1", "nodes": nodes, "edges": edges})
    assert {id: node.block for id, node in opened.nodes.items() if node.block} == {
        "a_in": "a",
        "b": "a",
        "out": "a",
        "b_in": "b",
        "d": "b",
    }
    wires = {(one.source, one.source_port, one.target, one.target_port) for one in opened.edges.values()}
    assert wires == {
        ("in", "output", "a", "a_in"),
        ("a", "out", "end", "input"),
        ("a_in", "output", "b", "b_in"),
        ("b", "output", "out", "input"),
    }


def test_a_graph_without_blocks_kept_its_hash_when_they_came() -> None:
    assert content_hash(graph("valid", "chain")) == "6945ede6881f2d55129d7f33974f2d2bca148cdd1d71c829ffa48c81ca56e277"


def test_an_opened_graph_is_the_same_when_written_and_opened_again() -> None:
    for folder in ("valid", "old"):
        for name in names(folder):
            opened = graph(folder, name)
            assert open_graph(opened.model_dump_json()) == opened
            assert open_graph(opened.model_dump(mode="json")) == opened


def test_moving_renaming_and_noting_do_not_change_the_content_hash() -> None:
    opened = graph("valid", "residual")
    same = opened.model_copy(update={"name": "Other", "layout": {"c1": Position(x=7, y=9)}})
    other = opened.model_copy(update={"edges": {}})
    assert content_hash(same) == content_hash(opened) != content_hash(other)


def test_many_names_of_which_one_comes_twice_are_refused() -> None:
    names = [f'"n{number}": 1' for number in range(200_000)]
    assert refused("{" + ", ".join([*names, names[-1]]) + "}").status == 400


def test_five_thousand_layers_are_refused() -> None:
    text = json.dumps(chain(5_000))
    refused(text)


def test_a_byte_order_mark_is_no_reason_to_refuse() -> None:
    assert open_graph(b"\xef\xbb\xbf" + read("valid", "chain")).name == "Chain"
