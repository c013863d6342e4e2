"""The rest of a plan: as small as what is asked, and complete enough to be answered without the whole."""

import json

from layerloom.graph import rest
from layerloom.graph.inference import Entry, Question, walk
from layerloom.graph.memo import Tensor
from layerloom.graph.plan import LayerCall, Plan, PlanInput, Ref, Step


def dense(node: str, units: int, source: str, shares: str | None = None) -> Step:
    return Step(node, node, LayerCall("Dense", {"units": units}), {"input": Ref(source)}, shares=shares)


def chain(*units: int) -> Plan:
    steps = tuple(dense(f"n{at}", one, f"n{at - 1}" if at else "in") for at, one in enumerate(units))
    return Plan("p", (PlanInput("in", "in", (4,)),), steps, ())


def answered(question: Question) -> Entry:
    units = question.call.params["units"]  # type: ignore[union-attr]
    return Entry((Tensor((None, units), mask=(None,)),), params=len(question.calls))


def learnt(plan: Plan) -> dict[str, Entry]:
    memo: dict[str, Entry] = {}

    def ask(question: Question) -> Entry:
        return memo.setdefault(question.key, answered(question))

    walk(plan, memo, ask)
    return memo


def asked(request: rest.Json, memo: dict[str, Entry]) -> list[Question]:
    """What a process that only has the request asks of Keras."""
    plan, flows, known = rest.load(json.loads(json.dumps(request)))
    questions: list[Question] = []

    def ask(question: Question) -> Entry:
        questions.append(question)
        return memo.setdefault(question.key, answered(question))

    walk(plan, known, ask, flows=flows)
    return questions


def test_one_new_value_in_a_long_plan_is_a_request_of_one_step() -> None:
    memo = learnt(chain(*[8] * 500))
    edited = chain(*[8] * 200, 9, *[8] * 299)
    found = walk(edited, memo)
    request = rest.dump(edited, found, only={question.node for question in found.questions})
    assert [step["node"] for step in request["steps"]] == ["n200"]
    assert request["flows"] == {"n199": {"output": {"shape": [None, 8], "dtype": "float32", "mask": [None]}}}
    assert request["known"] == {}
    assert [question.key for question in asked(request, memo)] == [question.key for question in found.questions]


def test_everything_that_follows_is_answered_in_one_request() -> None:
    memo = learnt(chain(8, 8, 8, 8))
    edited = chain(8, 9, 10, 11)
    request = rest.dump(edited, walk(edited, memo))
    assert [question.node for question in asked(request, memo)] == ["n1", "n2", "n3"]
    assert not walk(edited, memo).questions


def test_a_shared_layer_takes_its_other_calls_along_and_is_not_asked_about_those_again() -> None:
    inputs = (PlanInput("a", "a", (4,)), PlanInput("b", "b", (4,)))
    before = Plan("p", inputs, (dense("one", 8, "a"),), ())
    memo = learnt(before)
    after = Plan("p", inputs, (*before.steps, dense("two", 8, "b", shares="one")), ())
    found = walk(after, memo)
    (question,) = asked(rest.dump(after, found), memo)
    assert question.key == found.questions[0].key
    assert question.calls == found.questions[0].calls
    assert len(question.calls) == 2


def test_what_failed_is_not_asked_about_again() -> None:
    plan = chain(8, 9, 10)
    memo = learnt(plan)
    broken = next(key for key in memo if '"units":9' in key)
    memo[broken] = Entry(None, error="It does not fit.")
    found = walk(plan, memo)
    assert found.waiting == {"n1", "n2"}
    assert [step["node"] for step in rest.dump(plan, found)["steps"]] == ["n2"]
    assert asked(rest.dump(plan, found), memo) == []


def test_the_questions_go_alone_and_only_what_they_lead_to_follows() -> None:
    memo = learnt(chain(*[8] * 20))

    def trips(edited: Plan) -> list[int]:
        """How many steps each request held."""
        sent: list[int] = []

        def ask(request: rest.Json) -> None:
            sent.append(len(request["steps"]))
            asked(request, memo)

        assert not rest.settle(edited, walk(edited, memo), memo, ask).questions
        assert not walk(edited, memo).questions
        return sent

    other = Step("n9", "n9", LayerCall("Dense", {"units": 8, "activation": "tanh"}), {"input": Ref("n8")})
    long = chain(*[8] * 20)
    assert trips(Plan("p", long.inputs, (*long.steps[:9], other, *long.steps[10:]), ())) == [1]
    assert trips(chain(*range(9, 29))) == [1, 19]
