"""Code of one's own in a graph: what validation makes of it, what a script writes, and whose seal holds."""

import ast
import json
from typing import Any

import pytest
from pycrdt import Map

from graph_cases import data_sets
from layerloom.documents import ydoc
from layerloom.documents.mirror import Mirror
from layerloom.graph import plan_json, sealing
from layerloom.graph.content import content_hash
from layerloom.graph.plan import CustomCall
from layerloom.graph.ports import inputs_of, outputs_of
from layerloom.graph.problems import Problem
from layerloom.graph.schema import Code, Graph
from layerloom.graph.source import reserved, script
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import Checker, plan, validate
from own_code import MIXED, MIXED_CODE, SCALED, SCALED_CODE, iris, own, scaled_and_mixed

pytestmark = pytest.mark.fast
IRIS = data_sets()["iris"]


def problems(graph: dict[str, Any]) -> list[Problem]:
    return [one for one in validate(open_graph(graph), IRIS).problems if one.severity == "error"]


def test_a_custom_node_has_the_ports_of_its_code() -> None:
    graph = open_graph(scaled_and_mixed())
    assert [port.name for port in inputs_of(graph, graph.nodes["m"])] == ["a", "b"]
    assert [port.name for port in inputs_of(graph, graph.nodes["one"])] == ["x"]
    assert [port.name for port in outputs_of(graph, graph.nodes["m"])] == ["output"]


def test_parameters_are_taken_in_the_order_of_the_signature_without_what_is_the_default() -> None:
    made = plan(open_graph(scaled_and_mixed()), IRIS)
    calls = {step.node: step.call for step in made.steps}
    assert calls["one"] == CustomCall("Scaled", {"units": 5}, source=SCALED, defines=("Scaled",))
    assert calls["two"].params == {"units": 5, "factor": 0.5}
    assert plan_json.load(json.loads(json.dumps(plan_json.dump(made)))) == made


@pytest.mark.parametrize(
    ("params", "code", "place"),
    [
        ({"units": "many"}, "bad_parameter", "units"),
        ({"unit": 3}, "unknown_parameter", "unit"),
        ({"factor": None}, "bad_parameter", "factor"),
    ],
)
def test_a_wrong_parameter_is_told_at_its_field(params: dict[str, Any], code: str, place: str) -> None:
    graph = iris({"a": own("s", **params)}, [("in", "a.x"), ("a", "last")], s=SCALED_CODE)
    (found,) = problems(graph)
    assert (found.code, found.nodes, found.place) == (code, ("a",), place)


def test_a_required_parameter_is_asked_for_and_begins_with_what_it_was_tried_with() -> None:
    units = {"name": "units", "type": "int", "required": True}
    graph = iris(
        {"a": own("s")}, [("in", "a.x"), ("a", "last")], s={**SCALED_CODE, "params": [units], "tried": {"units": 7}}
    )
    (found,) = problems(graph)
    assert found.code == "missing_parameter"
    assert found.fixes[0].edits[0].value == 7  # type: ignore[union-attr]


def test_every_piece_of_code_is_written_once_above_the_model_as_it_stands() -> None:
    text = script(plan(open_graph(scaled_and_mixed()), IRIS))
    ast.parse(text)
    assert text.count(SCALED.strip("\n")) == 1
    assert text.count(MIXED.strip("\n")) == 1
    assert text.index("class Scaled") < text.index("def mixed") < text.index("def build_model")
    assert 'first = Scaled(units=5, name="first")(features)' in text
    assert 'x = Scaled(units=5, factor=0.5, name="second")(features)' in text
    assert "x = mixed(first, b=x, share=0.25)" in text
    assert "from keras import layers, ops" in text


def test_a_name_of_the_code_is_no_variable_of_the_script() -> None:
    graph = iris(
        {"a": own("m", "mixed"), "b": own("m", "again")},
        [("in", "a.a"), ("in", "a.b"), ("a", "b.a"), ("in", "b.b"), ("b", "sum"), ("a", "sum"), ("sum", "last")],
        m=MIXED_CODE,
    )
    graph["nodes"]["sum"] = {"type": "layer", "name": "sum", "layer": "Add"}
    text = script(plan(open_graph(graph), IRIS))
    assert "    mixed_2 = mixed(features, b=features)" in text
    assert "    mixed = " not in text


@pytest.mark.parametrize(
    ("source", "taken"),
    [
        ("def main():\n    pass\n", ["main"]),
        ("import numpy as np\nimport math\nfrom keras import layers, ops\n", []),
        ("import jax.numpy as np\n", ["np"]),
        ("a = 1\nSEED = 3\n", ["SEED"]),
        ("class Dense(keras.layers.Layer):\n    pass\n", ["Dense"]),
        ("def mean(x):\n    return x\n", []),
        ("if True:\n    from random import sample as print\n", ["print"]),
    ],
)
def test_names_that_a_script_needs_are_refused_with_their_line(source: str, taken: list[str]) -> None:
    assert [name for name, _ in reserved.clashes(ast.parse(source))] == taken


def test_two_imports_of_one_thing_are_no_clash() -> None:
    told = list(reserved.bound(ast.parse("import tensorflow as tf\nfrom keras import random\nEPS = 1\n")))
    assert told == ["tf=tensorflow", "random=keras.random", "EPS"]
    both = iris(
        {"a": own("s"), "b": own("t")},
        [("in", "a.x"), ("a", "b.x"), ("b", "last")],
        s={**SCALED_CODE, "defines": ["Scaled", "tf=tensorflow"]},
        t={**SCALED_CODE, "name": "Other", "defines": ["Other", "tf=tensorflow"]},
    )
    assert problems(both) == []
    both["code"]["t"]["defines"] = ["Other", "tf=tensorflow.math"]
    assert [one.code for one in problems(both)] == ["custom_name_taken"]


def sealed(graph: dict[str, Any], key: str) -> Graph:
    opened = open_graph(graph)
    return opened.model_copy(update={"code": {id: sealing.seal(one, key) for id, one in opened.code.items()}})


def test_a_seal_holds_through_the_shared_document_and_for_nothing_that_was_changed() -> None:
    twice = {**SCALED_CODE, "params": [{"name": "factor", "type": "float", "default": 2.0}]}
    graph = sealed(iris({"one": own("s")}, [], s=twice, m=MIXED_CODE), "key")
    assert '"default":2.0' in graph.code["s"].model_dump_json()
    doc = ydoc.new_doc()
    ydoc.fill(doc, graph)
    # As a page writes it: 2 for 2.0.
    own_map = doc.get("code", type=Map)
    with doc.new_transaction(timeout=1):
        own_map["s"] = json.loads(graph.code["s"].model_dump_json().replace('"default":2.0', '"default":2'))
    again = Mirror(doc).graph()
    assert {id: sealing.holds(one, "key") for id, one in again.code.items()} == {"s": True, "m": True}
    code = graph.code["s"]
    for changed in ({"source": code.source + "\n"}, {"params": ()}, {"name": "Else"}, {"proof": ""}):
        assert not sealing.holds(code.model_copy(update=changed), "key")
    assert not sealing.holds(code, "another")


@pytest.mark.parametrize(
    ("standing", "code"), [("unproven", "custom_unproven"), ("off", "code_switched_off"), ("proven", None)]
)
def test_code_is_used_only_where_it_may_be(standing: sealing.Standing, code: str | None) -> None:
    def judge(_: Code) -> sealing.Standing:
        return standing

    found = Checker(judge=judge).validate(open_graph(scaled_and_mixed()), IRIS)
    assert {one.code for one in found.problems if one.severity == "error"} == ({code} if code else set())
    assert (found.plan is None) == (code is not None)
    assert found.drawing is not None
    assert not code or not any(isinstance(step.call, CustomCall) for step in found.drawing.steps)


def test_a_graph_without_code_says_nothing_of_it_and_keeps_its_hash() -> None:
    graph = scaled_and_mixed()
    opened = open_graph(graph)
    assert content_hash(opened) != content_hash(open_graph({**graph, "code": {**graph["code"], "m": SCALED_CODE}}))
    plain = open_graph({**graph, "code": {}, "nodes": {"in": graph["nodes"]["in"]}, "edges": {}})
    assert "code" not in plain.model_dump(mode="json")
    placeholder = open_graph({**graph, "nodes": {"p": {"type": "custom", "name": "p"}}, "edges": {}})
    assert "code" not in placeholder.model_dump(mode="json")["nodes"]["p"]
    assert "not_yet" in [one.code for one in validate(placeholder, IRIS).problems]
