"""A run's life as data: states, the transitions between them, and who may ask for what.

A request (stop) is a column, not a state. Only `runs.history.advance` writes a state.
"""

from typing import Literal, get_args

State = Literal["queued", "running", "succeeded", "failed", "stopped"]
STATES: tuple[State, ...] = get_args(State)

TRANSITIONS: dict[State, tuple[State, ...]] = {
    "queued": ("running", "stopped", "failed"),
    "running": ("succeeded", "failed", "stopped", "queued"),  # back to queued: its worker was lost, another takes it
    "succeeded": (),
    "failed": (),
    "stopped": (),
}

ENDED: frozenset[State] = frozenset(state for state, to in TRANSITIONS.items() if not to)
