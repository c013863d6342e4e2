"""A batch's own metric is read as the difference it makes to the running one: true of every metric that Keras has."""

import inspect

import keras
import numpy as np
import pytest

from layerloom.training import state

ARGUMENTS = {
    "MeanIoU": {"num_classes": 2},
    "IoU": {"num_classes": 2, "target_class_ids": [1]},
    "OneHotIoU": {"num_classes": 3, "target_class_ids": [1]},
    "OneHotMeanIoU": {"num_classes": 3},
    "MeanRelativeError": {"normalizer": [1.0, 1.0, 1.0]},
    "PrecisionAtRecall": {"recall": 0.5},
    "RecallAtPrecision": {"precision": 0.5},
    "SensitivityAtSpecificity": {"specificity": 0.5},
    "SpecificityAtSensitivity": {"sensitivity": 0.5},
}
NOT_OF_TARGETS = ("Metric", "MeanMetricWrapper", "Mean", "Sum")
METRICS = [name for name, found in vars(keras.metrics).items() if inspect.isclass(found) and name not in NOT_OF_TARGETS]


def binary(rng):
    return rng.integers(0, 2, (16, 1)).astype("float32"), rng.random((16, 1), "float32")


def one_hot(rng):
    likely = rng.random((16, 3), "float32")
    return np.eye(3, dtype="float32")[rng.integers(0, 3, 16)], likely / likely.sum(1, keepdims=True)


def classes(rng):
    targets, likely = one_hot(rng)
    return targets.argmax(1).astype("int32"), likely


@pytest.mark.parametrize("name", METRICS)
def test_the_difference_a_batch_makes_is_its_own_metric(name):
    tried = []
    for make in (binary, one_hot, classes):
        rng = np.random.default_rng(0)
        first, second = make(rng), make(rng)
        metric = getattr(keras.metrics, name)(**ARGUMENTS.get(name, {}))
        try:
            metric.update_state(*first)
        except Exception as error:  # this metric wants other targets
            tried.append(error)
            continue
        before = [state.array(variable) for variable in metric.variables]
        metric.update_state(*second)
        made = [
            (variable, keras.ops.convert_to_tensor(state.array(variable) - old))
            for variable, old in zip(metric.variables, before, strict=True)
        ]
        with keras.StatelessScope(state_mapping=made):
            difference = np.asarray(metric.result())
        metric.reset_state()
        metric.update_state(*second)
        np.testing.assert_allclose(difference, np.asarray(metric.result()), rtol=1e-4, atol=1e-5)
        return
    raise AssertionError(f"No targets suit {name}: {tried}")
