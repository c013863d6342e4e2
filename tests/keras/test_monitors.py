"""What may be watched is what Keras' own callbacks can watch: the names epochs report, and whether more or less is better."""

import keras
import pytest

from layerloom import catalog
from layerloom.datasets.prepare import prepare
from layerloom.engine import compile as compiling
from layerloom.engine.build import alone, build
from layerloom.graph.plan import PlanOutput, Ref
from layerloom.graph.schema import Spec
from layerloom.graph.validate.outputs import monitored
from plans import ROOT, plan_of

METRICS = [member for member in catalog.members("metric") if not member.hidden]
SMALL = {"int": 2, "float": 0.5, "int_list": [0]}


def reported(plan, home):
    """The fitted model, and its metrics by the names it reports them under."""
    model = build(plan, seed=0)
    model.compile(**compiling.arguments(plan))
    inputs, targets = prepare(plan, home).train
    return model, model.evaluate(alone(inputs), alone(targets), verbose=0, return_dict=True)


def watches(model, monitor):
    callback = keras.callbacks.EarlyStopping(monitor=monitor)
    callback.set_model(model)
    try:
        callback._set_monitor_op()
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("name", ["chain", "binary", "number", "two_outputs"])
def test_what_can_be_watched_is_what_keras_reports_and_can_watch(name, tmp_path):
    plan = plan_of(ROOT / "tests/graphs/valid" / f"{name}.json")
    model, logs = reported(plan, tmp_path)
    said = monitored(plan.outputs)
    assert {one.removeprefix("val_") for one in said} == set(logs)
    assert said == {one: watches(model, one) for one in said}


@pytest.mark.parametrize("member", METRICS, ids=[member.name for member in METRICS])
def test_a_metric_has_a_direction_where_keras_says_so(member):
    params = {param.name: SMALL[param.type] for param in member.params if param.required}
    made = getattr(keras.metrics, member.name)(**params)
    output = PlanOutput("o", "o", Ref("d"), "y", "class", ("a", "b"), Spec(name="Hinge"), (Spec(name=member.name),))
    assert monitored((output,))[made.name] == hasattr(made, "_direction")
