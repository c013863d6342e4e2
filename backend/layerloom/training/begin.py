"""The numbers of an imported model → a compiled model that begins from them instead of from freshly drawn ones."""

import json
import time
from pathlib import Path
from typing import Any

import numpy as np

from layerloom.engine import restore
from layerloom.graph.plan import BackboneCall, Plan
from layerloom.graph.problems import Refused, problem
from layerloom.graph.saved.report import Place
from layerloom.runs.events import ProblemRaised
from layerloom.training import atomic, state
from layerloom.training.telemetry import Emit
from layerloom.words import Said, listed

INITIAL = "initial.npz"
"""Beside the script, which begins from it too."""


def take(plan: Plan, folder: Path | None, model: Any, emit: Emit, keep: Path) -> None:
    """Puts weights and optimizer state into the model, as far as its layers are those that came; tells which begin anew.

    What the model begins from is written into the folder `keep`.

    Raises Refused where the plan asks for numbers that are not there.
    """
    if plan.training.begin is None:
        return
    if folder is None or not (folder / "weights.npz").is_file():
        raise Refused(problem("unknown_import", place="begin", evidence=plan.training.begin[:100]))
    told = json.loads((folder / "places.json").read_text())
    places = {where: Place.model_validate(place) for where, place in told.items()}
    kept = restore.arrays(folder / "weights.npz")
    layers = restore.layers_of(model, plan)
    found = restore.weights(layers, places, kept)
    model.optimizer.build(model.trainable_variables)
    order = [layers[place.node] for place in places.values() if place.node in layers]
    found.optimizer = restore.optimizer(model, order, kept)
    with_state = "with" if found.optimizer else "without"
    print(f"Began from imported weights: {len(found.taken)} layers, {with_state} the optimizer's state.")
    atomic.write_file(keep / INITIAL, lambda path: np.savez(path, **state.initial(model)))  # type: ignore[arg-type]
    filed = {step.node for step in plan.steps if isinstance(step.call, BackboneCall) and _has_a_file(step.call)}
    own = dict.fromkeys(layer.name for node, layer in layers.items() if layer.weights and node not in filed)
    fresh = [name for name in own if name not in found.taken]
    if fresh:
        why = next(iter(found.anew.values()), "")
        values: dict[str, Said] = {"names": listed(fresh[:8]), "n": len(fresh)}
        warning = problem("layers_begin_anew", values, severity="warning", evidence=why)
        emit(ProblemRaised(at=time.time(), problem=warning))


def _has_a_file(call: BackboneCall) -> bool:
    """Its weights are Keras' own, whatever came along."""
    return call.params.get("weights", "imagenet") is not None
