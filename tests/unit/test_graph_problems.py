"""Every problem has one wording, a graph that shows it, and fixes that mend it."""

import pytest

from graph_cases import examine, graph, names, read
from layerloom.graph.edits import apply
from layerloom.graph.problems import Problem, Refused
from layerloom.graph.schema import Graph
from layerloom.graph.texts import CODES
from layerloom.graph.upgrades import open_graph

MADE_BY_TESTS = {
    "file_too_large",
    "too_deep",
    "too_deeply_nested",
    "too_many_edges",
    "too_many_nodes",
    "too_many_repeats",
    "vocabulary_empty",
}
"""Too large to keep as files, or shown by the data's rows: each is made in test_graph_opening, test_graph_validate or test_learning."""

FOLLOWING = {"target_missing": {"units_for_one_number"}, "unknown_port": {"input_missing"}}
"""Errors that a fix may uncover: the next step of the same repair."""

OPENING = {
    "not_json": 400,
    "duplicate_key": 400,
    "number_too_long": 400,
    "not_finite": 422,
    "not_text": 422,
    "bad_field": 422,
    "made_with_newer_layerloom": 422,
}


def problems_of(found: Graph) -> list[Problem]:
    return list(examine(found).problems)


def test_every_code_has_a_broken_graph() -> None:
    assert set(names("broken")) == set(CODES) - MADE_BY_TESTS


@pytest.mark.parametrize("code", OPENING)
def test_a_file_that_cannot_be_opened_says_why(code: str) -> None:
    with pytest.raises(Refused) as refused:
        open_graph(read("broken", code))
    assert [one.code for one in refused.value.problems] == [code]
    assert refused.value.status == OPENING[code]


@pytest.mark.parametrize("code", sorted(set(names("broken")) - set(OPENING)))
def test_a_broken_graph_shows_its_problem_and_no_other(code: str) -> None:
    implied = {"no_data", "input_missing"} if code == "no_input" else {"no_data"}
    found = problems_of(graph("broken", code))
    assert {one.code for one in found} - (implied - {code}) == {code}


@pytest.mark.parametrize("code", sorted(set(names("broken")) - set(OPENING)))
def test_every_fix_removes_its_problem_and_makes_no_new_error(code: str) -> None:
    broken = graph("broken", code)
    for problem in problems_of(broken):
        if problem.code != code:
            continue
        for fix in problem.fixes:
            mended = examine(apply(broken, fix.edits))
            assert not mended.walk.questions, "answers.json lacks something: record it again"
            assert not [one for one in mended.problems if (one.code, one.nodes) == (code, problem.nodes)], fix.title
            assert set(mended.errors) <= {code} | FOLLOWING.get(code, set()), fix.title


@pytest.mark.parametrize("code", sorted(set(names("broken")) - set(OPENING)))
def test_a_problem_says_expectation_evidence_and_next_step(code: str) -> None:
    problem = next(one for one in problems_of(graph("broken", code)) if one.code == code)
    assert "Received:" in problem.message
    assert problem.title.endswith((".", "?"))
    assert len(problem.title) <= 90
    assert problem.message.endswith((".", "?"))


@pytest.mark.parametrize("name", names("valid"))
def test_a_valid_graph_has_a_plan_and_no_error(name: str) -> None:
    found = examine(graph("valid", name))
    assert found.errors == []
    assert found.validation.plan is not None
    assert not found.walk.questions


@pytest.mark.parametrize("name", names("old"))
def test_every_old_file_opens(name: str) -> None:
    assert examine(graph("old", name)).errors == []
