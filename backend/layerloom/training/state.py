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
    """All that a `.keras` file lacks, by `seeds/<number>:<path>`, `metrics/<number>`, `<callback>/<field>`, `stop_training`."""
    state = {f"seeds/{path}": value for path, value in seeds(model).items()}
    state["stop_training"] = np.asarray(bool(model.stop_training))
    state |= {f"metrics/{i}": array(variable) for i, variable in enumerate(model.metrics_variables)}
    for callback in callbacks:
        name = type(callback).__name__
        for field in REMEMBERED:
            if (value := getattr(callback, field, None)) is not None:
                state[f"{name}/{field}"] = np.asarray(value)
        for i, weights in enumerate(getattr(callback, "best_weights", None) or ()):
            state[f"{name}/best_weights/{i}"] = weights
    return state


def take_seeds(model: Any, state: State) -> None:
    """Puts back the seed generators of `beside`."""
    generators = [variable for variable in model.variables if variable.name == "seed_generator_state"]
    kept = {
        int(name.split("/", 1)[1].split(":")[0]): value for name, value in state.items() if name.startswith("seeds/")
    }
    for i, variable in enumerate(generators):
        variable.assign(kept[i])


def take_metrics(model: Any, state: State) -> None:
    """Puts back the running metrics of an epoch that was not at its end."""
    for i, variable in enumerate(model.metrics_variables):
        variable.assign(state[f"metrics/{i}"])


def take_callbacks(model: Any, callbacks: list[Any], state: State) -> None:
    """Puts back what callbacks remember, and whether one of them had told training to stop."""
    for callback in callbacks:
        name = type(callback).__name__
        for field in REMEMBERED:
            if (value := state.get(f"{name}/{field}")) is not None:
                setattr(callback, field, value.item())
        best = [state[key] for key in (f"{name}/best_weights/{i}" for i in range(len(state))) if key in state]
        if best:
            callback.best_weights = best
    model.stop_training = bool(state["stop_training"])


def initial(model: Any) -> State:
    """What a model begins from, by the number of its variable: weights, then the optimizer's own."""
    return {str(place): array(variable) for place, variable in enumerate([*model.weights, *model.optimizer.variables])}


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
