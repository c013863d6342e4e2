"""Who may do what: role × action, part in a project × action, and which action each route and socket event is. Knows no row, no request.

Two questions are asked, and both must be answered yes: may this *role* do such a thing at all, and, where the address names a
project or a run, does this person's *part* in it allow it? Without any part, a project is answered like one that does not exist.
"""

from typing import Final, Literal, get_args

Action = Literal[
    "session.read",
    "session.write",
    "session.end",
    "catalog.read",
    "dataset.read",
    "dataset.write",
    "block.read",
    "block.write",
    "weights.read",
    "weights.write",
    "model.import",
    "code.run",
    "project.list",
    "project.create",
    "project.read",
    "comment.write",
    "project.write",
    "project.code",
    "project.export",
    "project.copy",
    "project.delete",
    "link.read",
    "link.write",
    "run.read",
    "run.file",
    "run.export",
    "run.start",
    "run.stop",
]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)
Actions = frozenset[Action]

VIEW: Final = Actions({"project.read", "run.read"})
COMMENT: Final = VIEW | Actions({"comment.write"})
EDIT: Final = COMMENT | Actions({"project.write", "project.export", "run.file", "run.export"})
TRAIN: Final = Actions({"run.start", "run.stop"})
"""What a link may allow on top."""
CODE: Final = Actions({"project.code"})
"""Running code to change a project: it takes `code.run` besides, which no guest's role has."""
OWN: Final = EDIT | TRAIN | CODE | Actions({"project.copy", "project.delete", "link.read", "link.write"})

PARTS: Final[dict[str, Actions]] = {"view": VIEW, "comment": COMMENT, "edit": EDIT | CODE, "owner": OWN}
IN_PROJECT: Final = OWN
"""Actions that only a part in a project allows; each of their routes names a project or a run."""

ROLES: Final[dict[str, Actions]] = {
    "owner": Actions(ACTIONS),
    "guest": EDIT
    | TRAIN
    | Actions(
        {
            "session.read",
            "session.write",
            "session.end",
            "catalog.read",
            "dataset.read",
            "weights.read",
            "project.list",
        }
    ),
}
"""A role that is not here may do nothing."""

PUBLIC: Final = None
"""Answered to anybody who reaches the port: sign-in itself, coming by a link, the page's own files, the health check."""

ROUTES: Final[dict[str, Action | None]] = {
    "health.healthz": PUBLIC,
    "page.index": PUBLIC,
    "page.asset": PUBLIC,
    "page.top_file": PUBLIC,
    "joining.look": PUBLIC,
    "joining.join": PUBLIC,
    "session.show": "session.read",
    "session.rename": "session.write",
    "session.end": "session.end",
    "catalog.show": "catalog.read",
    "catalog.later": "catalog.read",
    "catalog.member": "catalog.read",
    "catalog.card": "catalog.read",
    "catalog.templates": "catalog.read",
    "projects.listing": "project.list",
    "projects.create": "project.create",
    "projects.bring_in": "project.create",
    "projects.show": "project.read",
    "projects.rename": "project.write",
    "projects.replace_graph": "project.write",
    "projects.delete": "project.delete",
    "projects.restore": "project.delete",
    "projects.duplicate": "project.copy",
    "projects.export": "project.export",
    "links.listing": "link.read",
    "links.make": "link.write",
    "links.revoke": "link.write",
    "versions.listing": "project.read",
    "versions.save": "project.write",
    "versions.delete": "project.write",
    "versions.compare": "project.read",
    "graphs.open_": "catalog.read",
    "library.listing": "block.read",
    "library.save": "block.write",
    "library.show": "block.read",
    "library.delete": "block.write",
    "imports.read": "model.import",
    "imports.paste": "code.run",
    "imports.keep": "model.import",
    "source.source": "project.read",
    "source.edit": "project.code",
    "code.prove": "project.code",
    "source.describe": "project.read",
    "source.as_notebook": "project.read",
    "unfolding.unfold": "project.write",
    "fits.show": "project.read",
    "weights.look": "weights.read",
    "weights.upload": "weights.write",
    "weights.progress": "weights.read",
    "weights.fetch": "weights.write",
    "weights.cancel": "weights.write",
    "datasets.listing": "dataset.read",
    "datasets.upload": "dataset.write",
    "datasets.preview": "dataset.read",
    "datasets.delete": "dataset.write",
    "datasets.suggestion": "dataset.read",
    "samples.show": "dataset.read",
    "runs.start": "run.start",
    "runs.listing": "run.read",
    "runs.show": "run.read",
    "runs.events": "run.read",
    "runs.stop": "run.stop",
    "runs.pause": "run.stop",
    "runs.resume": "run.start",
    "runs.file": "run.file",
    "runs.graph": "run.read",
    "exports.listing": "run.read",
    "exports.begin": "run.export",
    "exports.cancel": "run.export",
    "exports.file": "run.export",
}
"""Flask endpoint → action."""

EVENTS: Final[dict[str, Action]] = {
    "document_join": "project.read",
    "document_update": "comment.write",
    "document_awareness": "project.read",
    "document_leave": "project.read",
    "run_subscribe": "run.read",
    "run_unsubscribe": "run.read",
}
"""Socket.IO event → action. What an edit may touch beyond comments is looked at in the edit itself (`documents.writing`)."""


def allows(role: str, action: Action) -> bool:
    return action in ROLES.get(role, Actions())


def grants(part: str, may_train: bool, action: Action) -> bool:
    return action in PARTS.get(part, Actions()) or (may_train and action in TRAIN)
