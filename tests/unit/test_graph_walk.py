"""Plans followed with what is known of layers: shapes, costs, questions, and problems that teach."""

from typing import Any

import pytest

from graph_cases import answers, data_of, examine, graph, names
from layerloom.graph.edits import apply
from layerloom.graph.inference import Entry, Inference, Memo, Question, conclude, walk
from layerloom.graph.memo import Tensor
from layerloom.graph.output_rules import check
from layerloom.graph.plan import LayerCall, Plan, PlanInput, Ref, Step
from layerloom.graph.problems import Problem, SetField, SetParam
from layerloom.graph.schema import Graph
from layerloom.graph.validate import plan


def inference(name: str) -> Inference:
    found = examine(graph("valid", name)).inference
    assert found is not None
    return found


def problem(name: str) -> Problem:
    return next(one for one in examine(graph("broken", name)).problems if one.code == name)


# ── what is shown ──


def test_shapes_and_costs_of_a_small_network() -> None:
    found = inference("picture")
    shapes = {id: node.outputs["output"].shape for id, node in found.nodes.items()}
    assert shapes["in"] == (None, 8, 8, 1)
    assert shapes["c"] == (None, 6, 6, 8)
    assert shapes["out"] == (None, 10)
    assert found.nodes["c"].params == 3 * 3 * 8 + 8
    assert (found.nodes["n"].params, found.nodes["n"].trainable_params) == (32, 16)
    assert found.totals.params == sum(node.params for node in found.nodes.values())
    assert found.totals.weight_bytes == 4 * found.totals.params


def test_a_shared_layer_is_paid_for_once() -> None:
    found = inference("shared")
    assert (found.nodes["e"].params, found.nodes["e2"].params) == (12 * 6 + 6, 0)
    assert found.totals.params == 78 + 7


def test_a_frozen_layer_has_no_trainable_parameters() -> None:
    found = inference("nested")
    assert (found.nodes["f"].params, found.nodes["f"].trainable_params) == (36, 0)


def test_a_branch_that_feeds_no_output_costs_the_model_nothing() -> None:
    found = inference("dead_branch")
    assert found.nodes["x"].params == 8 * 99 + 99
    assert found.totals.params == 4 * 8 + 8 + 8 * 3 + 3


def test_half_precision_takes_half_the_memory() -> None:
    found = inference("mixed_types")
    assert found.nodes["a"].outputs["output"].dtype == "float16"
    assert found.nodes["a"].activation_bytes == 6 * 6 * 4 * 2


# ── questions ──


def test_what_is_not_known_is_asked_once_and_nothing_after_it() -> None:
    opened = graph("valid", "two_outputs")
    found = walk(plan(opened, data_of(opened)), {})
    assert [question.node for question in found.questions] == ["t"]
    assert found.waiting == {"t", "a", "b"}


def test_names_are_not_part_of_a_question() -> None:
    opened = graph("valid", "chain")
    renamed = apply(opened, (SetField(node="a", field="name", value="other"),))
    first, second = (walk(plan(one, data_of(opened)), {}).questions[0] for one in (opened, renamed))
    assert first.key == second.key


def test_two_equal_layers_are_one_question() -> None:
    asked: list[Question] = []

    def ask(question: Question) -> Entry:
        asked.append(question)
        return Entry((Tensor((None, 4)),), params=20)

    steps = tuple(Step(f"n{i}", f"n{i}", LayerCall("Dense", {"units": 4}), {"input": Ref("in")}) for i in range(5))
    memo: dict[str, Any] = {}

    def remembered(question: Question) -> Entry:
        memo[question.key] = ask(question)
        return memo[question.key]

    found = walk(Plan("p", (PlanInput("in", "in", (4,)),), steps, ()), memo, remembered)
    assert len(asked) == 1
    assert len(found.entries) == 5


def test_a_shared_layer_is_asked_about_with_all_its_calls() -> None:
    opened = graph("broken", "shared_inputs_differ")
    keys = [key for key, _ in examine(opened).walk.used.values() if "|" in key]
    assert len(keys) == 1
    assert "(None, 4)" in keys[0]
    assert "(None, 5)" in keys[0]


def test_masks_are_carried_from_layer_to_layer() -> None:
    found = examine(graph("valid", "masked")).walk
    assert found.flows["e"]["output"].mask == (None, 12)
    assert found.flows["r"]["output"].mask == (None, 12)
    assert found.flows["r2"]["output"].mask is None


def test_an_entry_is_the_same_after_a_journey_as_json() -> None:
    for value in answers().values():
        assert Entry.load(value).dump() == value


def test_a_memo_forgets_the_oldest_first() -> None:
    memo = Memo(most=2)
    memo.add({key: Entry((Tensor((None, 1)),)).dump() for key in "abc"})
    assert list(memo) == ["b", "c"]


def test_what_is_not_known_yet_is_shown_from_before_and_marked() -> None:
    opened = graph("valid", "chain")
    before = examine(opened).inference
    edited = apply(opened, (SetParam(node="a", param="units", value=77),))
    found = plan(edited, data_of(edited))
    after = conclude(found, walk(found, answers()), edited, before)
    assert (after.nodes["a"].stale, after.nodes["b"].stale, after.nodes["in"].stale) == (True, True, False)
    assert after.nodes["a"].outputs["output"].shape == (None, 8)


def test_what_is_in_a_block_is_shown_by_its_own_node_and_the_block_costs_all_its_repeats() -> None:
    found = examine(graph("valid", "block_repeated")).inference
    assert found is not None
    stage, conv = found.nodes["b"], found.nodes["c"]
    assert conv.outputs["output"].shape == (None, 8, 8, 4)
    assert stage.outputs["bo"].shape == (None, 2, 2, 16)
    assert found.nodes["bi"].outputs["output"].shape == (None, 8, 8, 1)
    assert conv.params == 3 * 3 * 4 + 4
    assert stage.params == sum(9 * a * b + b + 4 * b for a, b in ((1, 4), (4, 8), (8, 16)))
    assert not [id for id in found.nodes if "@" in id]


# ── problems that teach ──


def test_a_convolution_after_flatten_is_taught_and_mended() -> None:
    found = problem("wrong_rank")
    assert found.title == "Conv2D wants a picture, it got a list."
    assert "(None, 288) from `flatten`, 288 numbers per sample" in found.message
    titles = [fix.title for fix in found.fixes]
    assert titles == ["Move conv_2 before flatten", "Insert Reshape (6, 6, 8)", "Use Dense here"]
    assert [fix.safe for fix in found.fixes] == [False, True, False]


def test_nothing_after_a_failed_layer_is_blamed() -> None:
    found = examine(graph("broken", "wrong_rank"))
    assert found.errors == ["wrong_rank"]
    assert found.walk.waiting == {"c2", "g", "d"}


def test_a_kernel_larger_than_the_picture_shows_both_sizes() -> None:
    found = problem("kernel_too_large")
    assert "9 × 3" in found.message
    assert "(None, 8, 8, 1)" in found.message


def test_stacked_recurrent_layers_are_told_to_return_sequences() -> None:
    opened = graph("valid", "masked")
    edited = apply(opened, (SetParam(node="r", param="return_sequences", value=None),))
    found = plan(edited, None)

    def ask(question: Question) -> Entry:
        rank = len(next(iter(question.calls[0].values())).shape)  # type: ignore[union-attr]
        if question.call == found.steps[3].call and rank != 3:
            return Entry(None, error="Input 0 of layer is incompatible")
        return Entry((Tensor((None, 7)),))

    result = walk(found, answers(), lambda question: ask(question))
    problems = conclude(found, result, edited).problems
    assert [one.code for one in problems] == ["wrong_rank"]
    assert problems[0].title == "GRU wants a sequence, it got a list."
    assert problems[0].fixes[0].title == "Let read return sequences"


@pytest.mark.parametrize("name", names("broken"))
def test_evidence_holds_no_colour_codes_and_no_paths(name: str) -> None:
    try:
        found = examine(graph("broken", name)).problems
    except Exception:
        pytest.skip("cannot be opened")
    for one in found:
        assert "\x1b" not in one.evidence + one.message
        assert "site-packages" not in one.evidence


# ── outputs ──


def output_codes(opened: Graph) -> list[str]:
    found = examine(opened)
    assert found.validation.drawing is not None
    return [one.code for one in check(found.validation.drawing, found.walk, opened)]


@pytest.mark.parametrize("name", names("valid"))
def test_a_model_that_fits_its_target_is_left_alone(name: str) -> None:
    assert output_codes(graph("valid", name)) == []


def test_a_branch_that_feeds_no_output_is_only_warned_about() -> None:
    opened = graph("valid", "dead_branch")
    edited = apply(opened, (SetField(node="x", field="layer", value="Conv2D"),))
    severities = {one.severity for one in examine(edited).problems if "x" in one.nodes}
    assert severities == {"warning"}
