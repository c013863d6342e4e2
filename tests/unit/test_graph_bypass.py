"""A bypassed layer stays in the graph, and the data goes round it: in the plan, in the shapes, in the script and in the hash."""

import json

from graph_cases import data_of, examine, graph
from layerloom.graph.content import content_hash
from layerloom.graph.edits import apply
from layerloom.graph.plan import Plan, Ref, Step
from layerloom.graph.problems import Edit, RemoveEdge, SetField, SetParam
from layerloom.graph.schema import Graph
from layerloom.graph.source import script
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import Checker, plan, validate


def bypassed(name: str, *nodes: str) -> Graph:
    return apply(graph("valid", name), [SetField(node=node, field="bypassed", value=True) for node in nodes])


def plan_of(opened: Graph) -> Plan:
    return plan(opened, data_of(opened))


def step(found: Plan, node: str) -> Step:
    return next(one for one in found.steps if one.node == node)


def test_what_stands_after_a_bypassed_layer_takes_what_stood_before_it() -> None:
    opened = bypassed("residual", "n")
    found = plan_of(opened)
    assert step(found, "s").arguments["input"] == (Ref("c1"), Ref("c2"))
    assert "n" not in [one.node for one in found.steps]
    assert [(one.node, one.source) for one in found.bypasses] == [("n", Ref("c2"))]


def test_a_bypassed_merge_hands_on_the_first_of_its_wires() -> None:
    found = plan_of(bypassed("residual", "s"))
    assert step(found, "f").arguments["input"] == Ref("c1")
    assert [one.node for one in found.steps] == ["c1", "f", "d"]


def test_bypassed_layers_in_a_row_are_passed_together() -> None:
    found = plan_of(graph("valid", "bypassed"))
    assert [one.node for one in found.steps] == ["c1", "f", "h2", "d"]
    assert {one.node: one.source for one in found.bypasses} == {
        "s": Ref("c1"),
        "n": Ref("c1"),
        "h1": Ref("f"),
        "dr": Ref("h2"),
    }


def test_bypassing_one_use_of_a_shared_layer_leaves_the_others() -> None:
    found = plan_of(graph("valid", "bypassed"))
    assert step(found, "h2").name == "hidden"
    assert step(found, "h2").shares is None


def test_wires_round_a_bypassed_layer_show_what_flows_there() -> None:
    found = examine(graph("valid", "bypassed"))
    assert found.inference is not None
    assert found.inference.nodes["n"].outputs["output"].shape == (None, 8, 8, 4)
    assert found.inference.nodes["h1"].params == 0


def test_what_is_wrong_with_a_bypassed_layer_keeps_nobody_from_training() -> None:
    broken = apply(graph("valid", "chain"), [SetParam(node="a", param="units", value=-1)])
    assert validate(broken, data_of(broken)).plan is None
    mended = apply(broken, [SetField(node="a", field="bypassed", value=True)])
    assert validate(mended, data_of(mended)).plan is not None
    assert {one.severity for one in validate(mended, data_of(mended)).problems} == {"warning"}


def test_what_is_wrong_with_a_bypassed_owner_still_counts_for_who_shares_it() -> None:
    broken = apply(graph("valid", "bypassed"), [SetParam(node="h1", param="units", value=-1)])
    found = validate(broken, data_of(broken))
    assert found.plan is None
    assert [(one.code, one.severity) for one in found.problems if one.nodes == ("h1",)] == [("bad_parameter", "error")]


def test_a_bypassed_layer_at_which_nothing_arrives_is_an_error_for_what_it_feeds() -> None:
    opened = bypassed("chain", "a")
    wire = next(id for id, edge in opened.edges.items() if edge.target == "a")
    loose = apply(opened, [RemoveEdge(edge=wire)])
    assert examine(loose).errors == ["nothing_to_pass"]


def test_a_checker_that_remembers_sees_a_layer_switched_off_and_on() -> None:
    checker, opened = Checker(), graph("valid", "bypassed")
    switches: list[Edit] = [
        SetField(node=node, field="bypassed", value=on) for on in (False, True) for node in ("s", "n")
    ]
    for edit in switches:
        opened = apply(opened, [edit])
        assert checker.validate(opened, data_of(opened)) == Checker().validate(opened, data_of(opened))


def test_the_script_says_what_is_bypassed() -> None:
    text = script(plan_of(graph("valid", "bypassed")))
    assert "    # sum (Add) is bypassed\n    # norm (BatchNormalization) is bypassed\n" in text
    assert "BatchNormalization(" not in text


def test_bypassing_changes_the_content_and_a_graph_without_it_keeps_the_hash_it_had() -> None:
    before = graph("valid", "chain")
    assert content_hash(bypassed("chain", "a")) != content_hash(before)
    written = json.loads(before.model_dump_json())
    assert content_hash(open_graph(written)) == content_hash(before)
    assert content_hash(before) == "6945ede6881f2d55129d7f33974f2d2bca148cdd1d71c829ffa48c81ca56e277"
