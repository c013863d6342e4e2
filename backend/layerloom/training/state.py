"""A compiled model in mid-training ⇄ arrays: everything that `.keras` files leave out, and a snapshot to return to.

Left out by Keras: seed generators (dropout would draw other masks after a load), running metrics, what callbacks remember.
"""

import math
from typing import Any

import numpy as np

State = dict[str, np.ndarray]

REMEMBERED = ("best", "wait", "stopped_epoch", "best_epoch", "cooldown_counter")


def seeds(model: Any) -> State:
    """The state of each seed generator, uint32 (2,), by number and path of its layer."""
    states = [variable for variable in model.variables if variable.name == "seed_generator_state"]
    return {f"{i}:{variable.path}": array(variable) for i, variable in enumerate(states)}


def beside(model: Any, callbacks: list[Any]) -> State:
    """All that a `.keras` file lacks, by `seeds/<number>:<path>`, `metrics/<number>`, `<callback>/<field>`."""
    state = {f"seeds/{path}": value for path, value in seeds(model).items()}
    state |= {f"metrics/{i}": array(variable) for i, variable in enumerate(model.metrics_variables)}
    for callback in callbacks:
        name = type(callback).__name__
        for field in REMEMBERED:
            if (value := getattr(callback, field, None)) is not None:
                state[f"{name}/{field}"] = np.asarray(value)
        for i, weights in enumerate(getattr(callback, "best_weights", None) or ()):
            state[f"{name}/best_weights/{i}"] = weights
    return state


def snapshot(model: Any) -> list[np.ndarray]:
    """Every variable of model and optimizer, copied."""
    return [array(variable) for variable in _variables(model)]


def restore(model: Any, values: list[np.ndarray]) -> None:
    """Puts a `snapshot` back, bit for bit."""
    for variable, value in zip(_variables(model), values, strict=True):
        variable.assign(value)


def size(model: Any) -> int:
    """Bytes of a snapshot, at four a number."""
    return 4 * sum(int(math.prod(variable.shape)) for variable in _variables(model))


def array(variable: Any) -> np.ndarray:
    """A copy of the value of a Keras variable, or of a tensor."""
    return np.asarray(getattr(variable, "value", variable)).copy()


def _variables(model: Any) -> list[Any]:
    return [*model.variables, *model.optimizer.variables]
