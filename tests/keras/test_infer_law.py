"""The law of inference: what the memo pieces together is what one abstract build of the whole model says."""

import json
import warnings

import pytest

from layerloom import catalog
from layerloom.engine.infer import answer, whole_model
from layerloom.graph import rest
from layerloom.graph.inference import Memo, conclude, walk
from layerloom.graph.limits import TEACHER
from layerloom.graph.plan import LayerCall, Plan, PlanInput, PlanOutput, Ref, Step
from layerloom.graph.ports import present
from layerloom.graph.validate.params import Reader
from plans import FILES, names, plan_of

ALONE = [member for member in catalog.members("layer") if member.stands_alone and member.example]


def asked(plan, memo):
    """Answers to what the memo lacks, by a request that travelled as JSON."""
    return answer(json.loads(json.dumps(rest.dump(plan, walk(plan, memo)))))["entries"]


def memoised(plan):
    """Inference from answers that travelled as JSON, asked for once; nothing may be left open."""
    memo = Memo()
    memo.add(asked(plan, memo))
    found = walk(plan, memo)
    assert not found.questions
    assert not found.failures
    return conclude(plan, found)


def whole(plan):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a destroyed mask is told by the memo's entries
        return whole_model(plan)


def _of_its_rank(member, shape):
    """Keras builds some layers on more axes than they work on; the catalog knows how many those are."""
    if not member.rank or len(shape) + 1 in member.rank:
        return shape
    return (12,) * (member.rank[0] - 2) + (3,)


def alone(member):
    """The member's own example as a plan of one step, asked for its states and scores where it has them."""
    reader = Reader("n")
    params = {name: "relu" if value is None else value for name, value in member.example.params.items()}
    params |= {port.when.param: port.when.equals for port in member.outputs if port.when}
    made = reader.arguments(member, params)
    assert not reader.problems
    inputs = [(port, place, one) for port, some in member.example.inputs.items() for place, one in enumerate(some)]
    arguments = {
        port: tuple(Ref(f"{port}{place}") for place in range(len(some)))
        if next(one for one in member.inputs if one.name == port).many
        else Ref(f"{port}0")
        for port, some in member.example.inputs.items()
    }
    outputs = tuple(port.name for port in present(member, member.outputs, params))
    step = Step("n", "one", LayerCall(member.name, made), arguments, outputs, None, reader.call_params)
    return Plan(
        member.name,
        tuple(
            PlanInput(f"{port}{place}", f"{port}{place}", _of_its_rank(member, one.shape[1:]), one.dtype)
            for port, place, one in inputs
        ),
        (step,),
        (PlanOutput("out", "result", Ref("n"), None, None),),
    )


@pytest.mark.parametrize("file", FILES, ids=names())
def test_memoised_inference_is_the_whole_models_on_every_fixture(file):
    plan = plan_of(file)
    assert memoised(plan) == whole(plan)


@pytest.mark.parametrize("member", ALONE, ids=[member.name for member in ALONE])
def test_memoised_inference_is_the_whole_models_on_every_layer_that_stands_alone(member):
    plan = alone(member)
    assert memoised(plan) == whole(plan)
    assert conclude(plan, walk(plan, Memo(), limits=TEACHER)).nodes.keys() == {one.node for one in plan.inputs}


@pytest.mark.parametrize("file", FILES, ids=names())
def test_whatever_is_forgotten_is_found_again_by_asking_for_the_rest_alone(file):
    """Cut anywhere: shapes, masks and the earlier calls of shared layers flow into the rest as they did into the whole."""
    plan = plan_of(file)
    everything = asked(plan, {})
    for forgotten in everything:
        memo = Memo()
        memo.add({key: value for key, value in everything.items() if key != forgotten})
        entries = asked(plan, memo)
        assert entries[forgotten] == everything[forgotten]
        memo.add(entries)
        assert conclude(plan, walk(plan, memo)) == whole(plan)
