"""Who may do what: one table of role × action, and which action each route and socket event is. Knows no row and no request.

Whose project or run it is stands beside this: a thing of somebody else is answered like one that does not exist.
"""

from typing import Final, Literal, get_args

Action = Literal[
    "session.read",
    "session.end",
    "catalog.read",
    "project.read",
    "project.write",
    "run.read",
    "run.start",
    "run.stop",
    "dataset.read",
    "dataset.write",
]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)

ROLES: Final[dict[str, frozenset[Action]]] = {"owner": frozenset(ACTIONS)}
"""A role that is not here may do nothing."""

PUBLIC: Final = None
"""Answered to anybody who reaches the port: sign-in itself, the page's own files, the health check."""

ROUTES: Final[dict[str, Action | None]] = {
    "health.healthz": PUBLIC,
    "page.index": PUBLIC,
    "page.asset": PUBLIC,
    "page.top_file": PUBLIC,
    "session.show": "session.read",
    "session.end": "session.end",
    "catalog.show": "catalog.read",
    "catalog.member": "catalog.read",
    "catalog.templates": "catalog.read",
    "projects.listing": "project.read",
    "projects.create": "project.write",
    "projects.bring_in": "project.write",
    "projects.show": "project.read",
    "projects.rename": "project.write",
    "projects.replace_graph": "project.write",
    "projects.delete": "project.write",
    "projects.restore": "project.write",
    "projects.duplicate": "project.write",
    "projects.export": "project.read",
    "source.source": "project.read",
    "source.describe": "project.read",
    "datasets.listing": "dataset.read",
    "datasets.upload": "dataset.write",
    "datasets.preview": "dataset.read",
    "datasets.delete": "dataset.write",
    "datasets.suggestion": "dataset.read",
    "runs.start": "run.start",
    "runs.listing": "run.read",
    "runs.show": "run.read",
    "runs.events": "run.read",
    "runs.stop": "run.stop",
    "runs.file": "run.read",
    "runs.graph": "run.read",
}
"""Flask endpoint → action."""

EVENTS: Final[dict[str, Action]] = {
    "document_join": "project.read",
    "document_update": "project.write",
    "document_awareness": "project.read",
    "document_leave": "project.read",
    "run_subscribe": "run.read",
    "run_unsubscribe": "run.read",
}
"""Socket.IO event → action."""


def allows(role: str, action: Action) -> bool:
    return action in ROLES.get(role, frozenset())
