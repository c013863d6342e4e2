"""What a run is made of → the receipt that lies beside each checkpoint: enough to say where a model comes from and to go on."""

import platform
import time
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

import layerloom
from layerloom.training import state


@dataclass(frozen=True, slots=True)
class Receipts:
    """What stays the same throughout a run."""

    run: str
    attempt: int
    graph_hash: str
    data_hash: str
    seed: int
    split_seed: int
    batch_size: int
    epochs: int
    device: str
    parent_run: str | None = None

    def receipt(self, model: Any, metrics: dict[str, float]) -> dict[str, Any]:
        """The whole metric row (null where not finite), and the state the model is in now."""
        optimizer = model.optimizer
        return {
            "at": time.time(),
            "metrics": finite(metrics),
            "run": self.run,
            "attempt": self.attempt,
            "parent_run": self.parent_run,
            "graph_hash": self.graph_hash,
            "data_hash": self.data_hash,
            "seed": self.seed,
            "split_seed": self.split_seed,
            "batch_size": self.batch_size,
            "epochs": self.epochs,
            "order": "numpy.random.default_rng([seed, epoch]).permutation(rows), epoch from 0",
            "device": self.device,
            "versions": versions(),
            "parameters": model.count_params(),
            "optimizer": {
                "name": type(optimizer).__name__,
                "iterations": int(state.array(optimizer.iterations)),
                "learning_rate": learning_rate(model),
                "state_saved": bool(optimizer.built),
            },
            "dropout_seeds": {path: value.tolist() for path, value in state.seeds(model).items()},
        }


def learning_rate(model: Any) -> float:
    """Now: of a schedule, at this step."""
    return float(state.array(model.optimizer.learning_rate))


def finite(metrics: dict[str, float]) -> dict[str, float | None]:
    return {name: float(value) if np.isfinite(value) else None for name, value in metrics.items()}


def versions() -> dict[str, str]:
    """Of Python and of every library that a result can depend on."""
    found = {
        "python": platform.python_version(),
        "keras": keras.version(),
        "numpy": np.__version__,
        "layerloom": layerloom.__version__,
    }
    backend = keras.backend.backend()
    if backend == "tensorflow":
        import tensorflow

        found[backend] = tensorflow.__version__
    elif backend == "jax":
        import jax

        found[backend] = jax.__version__
    return found
