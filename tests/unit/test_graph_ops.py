"""Operations in a graph, without Keras: what a number in the place of a wire means, slices, arguments in order, names apart."""

from typing import Any

import pytest

from graph_cases import examine
from layerloom import catalog
from layerloom.graph import plan_json, slices
from layerloom.graph.operands import placed
from layerloom.graph.plan import OpCall, Plan
from layerloom.graph.source import script
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import validate


def drawn(op: str, params: dict[str, Any], *ports: str, name: str = "it", **more: dict[str, Any]) -> Any:
    """An op fed by one input at these ports, and an output after its first."""
    nodes = {
        "in": {"type": "input", "name": "x", "shape": [4]},
        "n": {"type": "op", "name": name, "op": op, "params": params},
        "out": {"type": "output", "name": "y"},
        **more,
    }
    edges = {f"e{at}": {"source": "in", "target": "n", "target_port": port} for at, port in enumerate(ports)}
    edges["last"] = {"source": "n", "target": "out"}
    return open_graph({"version": 1, "keras_version": "3.15.1", "name": "g", "nodes": nodes, "edges": edges})


def planned(graph: Any) -> Plan:
    found = validate(graph, None)
    assert found.plan is not None, found.problems
    return found.plan


def body(graph: Any) -> str:
    """The line of the script that calls the op."""
    text = script(planned(graph))
    return next(line.split(" = ", 1)[1] for line in text.splitlines() if line.strip().startswith("it ="))


@pytest.mark.parametrize(
    ("op", "params", "ports", "written"),
    [
        ("multiply", {"x2": 2.0}, ["x1"], "ops.multiply(x_, 2)"),
        ("subtract", {"x1": 1}, ["x2"], "ops.subtract(1, x_)"),
        ("multiply", {"x2": 0.5}, ["x1", "x2"], "ops.multiply(x_, x_)"),
        ("mean", {"axis": -1, "keepdims": True}, ["input"], "ops.mean(x_, axis=-1, keepdims=True)"),
        ("get_item", {"key": ":,1"}, ["input"], "x_[:, 1]"),
        ("reshape", {"newshape": [-1, 2, 2]}, ["input"], "ops.reshape(x_, (-1, 2, 2))"),
        ("where", {"x2": 0}, ["condition", "x1"], "ops.where(x_, x_, 0)"),
        ("take", {"indices": [0, 2], "axis": -1}, ["input"], 'ops.take(x_, np.array([0, 2], "int32"), axis=-1)'),
        ("add", {"x2": [1, 2, 3, 4]}, ["x1"], 'ops.add(x_, np.array([1.0, 2.0, 3.0, 4.0], "float32"))'),
        ("clip", {"x_min": 0, "x_max": 1}, ["input"], "ops.clip(x_, 0.0, 1.0)"),
        ("image.sobel_edges", {}, ["input"], "ops.image.sobel_edges(x_)"),
    ],
)
def test_a_call_is_written_as_people_write_it(op: str, params: dict[str, Any], ports: list[str], written: str) -> None:
    assert body(drawn(op, params, *ports)) == written


def test_a_wire_counts_before_the_number_in_its_place() -> None:
    (step,) = planned(drawn("multiply", {"x2": 2}, "x1", "x2")).steps
    assert step.call == OpCall("multiply", {})


def test_a_single_part_is_taken_out_of_its_list() -> None:
    graph = drawn("split", {"indices_or_sections": 1}, "input")
    assert "unknown_port" in {one.code for one in validate(graph, None).problems}
    graph = graph.model_copy(
        update={"edges": graph.edges | {"last": graph.edges["last"].model_copy(update={"source_port": "part_1"})}}
    )
    assert "(it,) = ops.split(x_, 1)" in script(planned(graph))


def test_an_op_without_any_wire_waits_for_one() -> None:
    found = validate(drawn("multiply", {"x1": 1, "x2": 2}), None)
    assert [one.code for one in found.problems if one.severity == "error"] == ["input_missing"]


@pytest.mark.parametrize(
    ("op", "params", "place"),
    [
        ("add", {"x2": "two"}, "x2"),
        ("add", {"x2": [[1, 2], [3]]}, "x2"),
        ("add", {"x2": []}, "x2"),
        ("add", {"x2": [1, "two"]}, "x2"),
        ("add", {"x2": {"class_name": "Lambda"}}, "x2"),
        ("add", {"x2": [0] * 10_001}, "x2"),
        ("take", {"indices": [0.5]}, "indices"),
        ("get_item", {"key": "import os"}, "key"),
        ("get_item", {"key": "::0"}, "key"),
        ("get_item", {"key": "0, " * 100}, "key"),
        ("unstack", {"num": 65}, "num"),
        ("split", {"indices_or_sections": 10**9}, "indices_or_sections"),
        ("split", {"indices_or_sections": list(range(100))}, "indices_or_sections"),
    ],
)
def test_what_no_argument_can_be_is_refused_at_its_place(op: str, params: dict[str, Any], place: str) -> None:
    ports = [port.name for port in catalog.get("op", op).inputs][:1]  # type: ignore[union-attr]
    found = validate(drawn(op, params, *ports), None)
    assert found.plan is None
    assert ("bad_parameter", place) in {(one.code, one.place) for one in found.problems}


@pytest.mark.parametrize(
    ("text", "written"),
    [(":,0", ":, 0"), (" ..., 1:3 ", "..., 1:3"), ("::2", "::2"), ("None,:", "None, :"), ("-1", "-1")],
)
def test_a_slice_has_one_way_of_being_written(text: str, written: str) -> None:
    parts = slices.parse(text)
    assert slices.written(parts) == written
    assert slices.parse(written) == parts


def test_arguments_stand_by_name_after_the_first_that_is_left_out() -> None:
    attention = catalog.get("op", "dot_product_attention")
    assert attention is not None
    flow = {"query": "q", "key": "k", "value": "v", "mask": "m"}
    assert placed(attention, flow, {"is_causal": "True"}) == (["q", "k", "v"], {"mask": "m", "is_causal": "True"})


def test_several_tensors_are_spread_out_where_python_takes_them_so() -> None:
    einsum, stack = catalog.get("op", "einsum"), catalog.get("op", "stack")
    assert einsum is not None
    assert stack is not None
    assert placed(einsum, {"operands": ["a", "b"]}, {"subscripts": "'ij,jk->ik'"})[0] == ["'ij,jk->ik'", "a", "b"]
    assert placed(stack, {"input": ["a", "b"]}, {})[0] == [["a", "b"]]


def test_layers_make_way_for_the_names_that_keras_gives_to_operations() -> None:
    nodes = {
        "in": {"type": "input", "name": "add", "shape": [4]},
        "a": {"type": "layer", "name": "add_2", "layer": "Dense", "params": {"units": 4}},
        "b": {"type": "layer", "name": "add_2_layer", "layer": "Dense", "params": {"units": 4}},
        "c": {"type": "layer", "name": "add_it", "layer": "Dense", "params": {"units": 4}},
        "n": {"type": "op", "name": "sum", "op": "add"},
        "out": {"type": "output", "name": "y"},
    }
    wires = [
        ("in", "a", "input"),
        ("a", "b", "input"),
        ("b", "c", "input"),
        ("c", "n", "x1"),
        ("a", "n", "x2"),
        ("n", "out", "input"),
    ]
    edges = {f"e{at}": {"source": a, "target": b, "target_port": port} for at, (a, b, port) in enumerate(wires)}
    graph = open_graph({"version": 1, "keras_version": "3.15.1", "name": "g", "nodes": nodes, "edges": edges})
    plan = planned(graph)
    assert [one.name for one in plan.inputs] == ["add_layer"]
    assert [step.name for step in plan.steps] == ["add_2", "add_2_layer", "add_it", "sum"], (
        "Keras gets no further than add"
    )
    more = {f"n{at}": {"type": "op", "name": f"more {at}", "op": "add", "params": {"x2": 1}} for at in (1, 2)}
    written = graph.model_dump(mode="json")
    written["nodes"] |= more
    written["edges"] |= {
        "m1": {"source": "n", "target": "n1", "target_port": "x1"},
        "m2": {"source": "n1", "target": "n2", "target_port": "x1"},
        "m3": {"source": "n2", "target": "out2"},
    }
    written["nodes"]["out2"] = {"type": "output", "name": "z"}
    names = [step.name for step in planned(open_graph(written)).steps]
    assert names == ["add_2_layer_2", "add_2_layer", "add_it", "sum", "more 1", "more 2"]
    without = graph.model_copy(
        update={"nodes": graph.nodes | {"n": graph.nodes["n"].model_copy(update={"op": "maximum"})}}
    )
    assert [step.name for step in planned(without).steps] == ["add_2", "add_2_layer", "add_it", "sum"]


def test_a_plan_with_operations_travels() -> None:
    plan = planned(drawn("take", {"indices": [0, 2], "axis": -1}, "input"))
    assert plan_json.load(plan_json.dump(plan)) == plan


def test_an_operation_can_be_gone_round() -> None:
    graph = drawn("multiply", {"x2": 2}, "x1")
    node = graph.nodes["n"].model_copy(update={"bypassed": True})
    plan = planned(graph.model_copy(update={"nodes": graph.nodes | {"n": node}}))
    assert plan.steps == ()
    assert [(one.node, one.layer) for one in plan.bypasses] == [("n", "multiply")]


def test_texts_do_not_flow_where_numbers_are_wanted() -> None:
    graph = drawn("sqrt", {}, "input")
    text = graph.nodes["in"].model_copy(update={"dtype": "string"})
    graph = graph.model_copy(update={"nodes": graph.nodes | {"in": text}})
    key = '{"$op":"sqrt","params":{}} @ input=string(None, 4)'
    answer = {"outputs": [{"shape": [None, 4], "dtype": "float32"}], "error": None}
    found = examine(graph, {f"{catalog.load().keras_version} {key}": answer})
    assert "wrong_numbers" in found.codes
