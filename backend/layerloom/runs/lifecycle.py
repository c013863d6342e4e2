"""A run's life as data: states, the transitions between them, and who may ask for what.

A request (stop, pause) is a column, not a state. Only `runs.history.advance` writes a state.
"""

from typing import Literal, get_args

State = Literal["queued", "running", "paused", "succeeded", "failed", "stopped"]
STATES: tuple[State, ...] = get_args(State)

TRANSITIONS: dict[State, tuple[State, ...]] = {
    "queued": ("running", "stopped", "paused", "failed"),
    "running": (
        "succeeded",
        "failed",
        "stopped",
        "paused",
        "queued",
    ),  # queued again: its worker was lost, another takes it
    "paused": ("queued",),  # taken up again, or to be stopped with its weights
    "succeeded": (),
    "failed": (),
    "stopped": (),
}

ENDED: frozenset[State] = frozenset(state for state, to in TRANSITIONS.items() if not to)
