"""Blocks: what stands where, what a repeat and a sharer are laid out as, and what is said of them where they are drawn."""

from typing import Any

from graph_cases import answers, data_of, examine, graph
from layerloom.graph import plan_json
from layerloom.graph.edits import apply
from layerloom.graph.inference import conclude, walk
from layerloom.graph.parts import Part, parts, steps_of
from layerloom.graph.plan import LayerCall
from layerloom.graph.problems import InsertOnEdge, RemoveNode, SetField, SetParam
from layerloom.graph.schema import Graph, LayerNode
from layerloom.graph.validate import Checker, plan, validate


def names(found: Graph) -> list[str]:
    return [step.name for step in plan(found, data_of(found)).steps]


def test_repeats_have_names_and_parameters_of_their_own() -> None:
    found = plan(graph("valid", "block_repeated"), data_of(graph("valid", "block_repeated")))
    convs = {
        step.name: step.call.params
        for step in found.steps
        if isinstance(step.call, LayerCall) and step.name.endswith("conv")
    }
    assert {name: params["filters"] for name, params in convs.items()} == {
        "stage_1_conv": 4,
        "stage_2_conv": 8,
        "stage_3_conv": 16,
        "mix_1_conv": 8,
        "mix_2_conv": 8,
    }
    assert [step.node for step in found.steps][:6] == ["c", "n", "k", "c@b.2", "n@b.2", "k@b.2"]


def test_a_block_that_shares_calls_the_same_layers() -> None:
    found = plan(graph("valid", "block_shared"), data_of(graph("valid", "block_shared")))
    assert {step.node: step.shares for step in found.steps if step.node.startswith("d")} == {
        "d": None,
        "d@b.2": None,
        "d@s": "d",
        "d@s.2": "d@b.2",
    }


def test_names_without_a_prefix_meet_those_around_the_block() -> None:
    found = names(graph("valid", "block_nested"))
    assert found[:5] == [
        "outer_1_inner_1_dense",
        "outer_1_inner_1_norm",
        "outer_1_inner_2_dense",
        "outer_1_inner_2_norm",
        "outer_1_inner_3_dense",
    ]
    assert "outer_1_way" in found
    assert "outer_2_way" in found
    twice = apply(graph("valid", "block_nested"), [SetField(node="kd", field="name", value="most")])
    assert [one.code for one in examine(twice).problems] == ["duplicate_name"]


def test_the_steps_of_a_block_follow_one_another() -> None:
    for name in ("block", "block_repeated", "block_shared", "block_nested", "block_model"):
        opened = graph("valid", name)
        found = plan(opened, data_of(opened))
        assert list(steps_of(parts(found))) == list(found.steps)
        assert {part.block.node for part in all_parts(parts(found))} == {block.node for block in found.blocks}
        assert len(list(all_parts(parts(found)))) == len(found.blocks), name


def all_parts(found: Any) -> Any:
    for one in found:
        if isinstance(one, Part):
            yield one
            yield from all_parts(one.inside)


def test_a_plan_with_blocks_travels() -> None:
    for name in ("block_nested", "block_model"):
        opened = graph("valid", name)
        found = plan(opened, data_of(opened))
        assert plan_json.load(plan_json.dump(found)) == found


def test_an_edit_inside_costs_what_it_changes() -> None:
    checker = Checker()
    opened = graph("valid", "block_repeated")
    first = checker.validate(opened, data_of(opened))
    edited = apply(opened, [SetParam(node="mc", param="filters", value=5)])
    second = checker.validate(edited, data_of(edited))
    assert first.plan is not None
    assert second.plan is not None
    before = {step.node: step for step in first.plan.steps}
    kept = [step.node for step in second.plan.steps if before[step.node].call is step.call]
    assert "c@b.2" in kept
    assert "mc" not in kept
    assert "mc@m.2" not in kept
    assert second == validate(edited, data_of(edited))


def test_a_problem_of_a_later_repeat_is_told_at_the_layer_and_its_block() -> None:
    opened = apply(
        graph("valid", "block_repeated"), [SetField(node="b", field="varying", value={"c": {"filters": [4, -1, 8]}})]
    )
    (found,) = [one for one in examine(opened).problems if one.severity == "error"]
    assert (found.code, found.nodes) == ("bad_parameter", ("c", "b"))
    assert found.fixes == ()


def test_what_is_put_on_a_wire_inside_stands_inside() -> None:
    opened = graph("valid", "block")
    edited = apply(opened, [InsertOnEdge(edge="e3", id="new", node=LayerNode(name="new", layer="ReLU"))])
    assert edited.nodes["new"].block == "b"
    assert examine(edited).errors == []
    assert "part_new" in names(edited)


def test_removing_a_block_removes_what_is_inside_unless_it_is_shared() -> None:
    opened = graph("valid", "block_shared")
    gone = apply(opened, [RemoveNode(node="s")])
    assert "d" in gone.nodes
    inherited = apply(opened, [RemoveNode(node="b")])
    assert {id for id, node in inherited.nodes.items() if node.block == "s"} == {"bi", "d", "bo"}
    assert getattr(inherited.nodes["s"], "repeat", 0) == 2
    nothing = apply(gone, [RemoveNode(node="b")])
    assert not {"b", "bi", "d", "bo"} & nothing.nodes.keys()


def test_a_bypassed_block_is_gone_round() -> None:
    opened = apply(graph("valid", "block_repeated"), [SetField(node="m", field="bypassed", value=True)])
    found = examine(opened)
    assert found.errors == []
    assert not any("mix" in name for name in names(opened))
    assert found.inference is not None
    assert found.inference.nodes["m"].outputs["mo"].shape == (None, 2, 2, 16)


def test_repeats_of_repeats_are_counted_before_they_are_laid_out() -> None:
    opened = apply(graph("valid", "block_nested"), [SetField(node=id, field="repeat", value=100) for id in ("o", "i")])
    opened = apply(opened, [SetField(node="i", field="varying", value={})])
    assert "too_many_repeats" in examine(opened).codes


def test_a_sharer_inside_its_owner_is_told() -> None:
    opened = graph("valid", "block_shared")
    inside = apply(opened, [SetField(node="s", field="block", value="b")])
    assert "block_in_itself" in examine(inside).codes


def test_a_shared_block_costs_its_weights_once() -> None:
    opened = graph("valid", "block_shared")
    found = plan(opened, data_of(opened))
    inference = conclude(found, walk(found, answers()), opened)
    assert inference.nodes["b"].params == 2 * (2 * 2 + 2)
    assert inference.nodes["s"].params == 0
    assert inference.totals.params == 12 + 4 * 3 + 3
