"""A checkpoint of a run → the same run in mid-training: model, optimizer, seeds, callbacks, curves, and where the epoch stood.

On the CPU a run that was killed and goes on from here ends with the weights of one that was never disturbed, bit for bit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np

from layerloom.training import checkpoints, state


@dataclass(frozen=True, slots=True)
class Place:
    """Where training stands: `epoch` epochs are done and `batch` batches of the next one; `step` batches in all."""

    epoch: int = 0
    batch: int = 0
    step: int = 0


@dataclass(frozen=True, slots=True)
class Saved:
    """A whole checkpoint on the disk."""

    folder: Path
    receipt: dict[str, Any]

    @property
    def place(self) -> Place:
        return Place(self.receipt["epoch"], self.receipt["batch_in_epoch"], self.receipt["step"])


def find(folder: Path, kinds: Sequence[str] = ("last", "best"), **made_by: Any) -> Saved | None:
    """The first whole checkpoint of these kinds in a run's folder whose receipt says all of `made_by`; None when there is none."""
    for kind in kinds:
        found = checkpoints.newest(folder, kind)
        if found and all(found[1].get(name) == value for name, value in made_by.items()):
            return Saved(*found)
    return None


def weights(saved: Saved, model: Any, keep_rate: bool = True) -> None:
    """Puts weights, optimizer and seed generators of a checkpoint into a built and compiled model of the same layers.

    Raises Differs where the layers are others. An optimizer of another kind begins anew; without `keep_rate` the model's own
    learning rate holds.
    """
    kept = model_of(saved)
    if shapes(model.variables) != shapes(kept.variables):
        raise Differs(f"{kept.count_params():,} parameters in the checkpoint, {model.count_params():,} in this model")
    for mine, theirs in zip(model.variables, kept.variables, strict=True):
        mine.assign(state.array(theirs))
    if shapes(model.optimizer.variables) == shapes(kept.optimizer.variables):
        for mine, theirs in zip(model.optimizer.variables, kept.optimizer.variables, strict=True):
            if keep_rate or mine.name != "learning_rate":
                mine.assign(state.array(theirs))
    state.take_seeds(model, beside(saved))


def model_of(saved: Saved) -> Any:
    return keras.saving.load_model(saved.folder / "model.keras")


def shapes(variables: Sequence[Any]) -> list[tuple[str, tuple[int, ...]]]:
    return [(variable.name, tuple(variable.shape)) for variable in variables]


class Differs(ValueError):
    """The checkpoint is one of other layers."""


def beside(saved: Saved) -> state.State:
    return _arrays(saved.folder / "state.npz")


def curves(saved: Saved) -> dict[str, np.ndarray]:
    return _arrays(saved.folder / "curves.npz")


def memory(saved: Saved, model: Any, chosen: Sequence[Any]) -> None:
    """What stood beside the weights, put back after `on_train_begin`, which forgets it; `chosen` are the callbacks that go on."""
    kept = beside(saved)
    if saved.place.batch:
        state.take_metrics(model, kept)
    if chosen:
        state.take_callbacks(model, list(chosen), kept)


def _arrays(path: Path) -> dict[str, np.ndarray]:
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}
