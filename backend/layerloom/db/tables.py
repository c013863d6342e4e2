"""What is stored, as tables. Every row that a person made names its owner; times are seconds since 1970.

Who may write what, and when, is `runs.history`'s and `documents`' to know.
"""

import json
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

LOCAL_OWNER = "local"
"""The one user of a Layerloom that runs on a person's own machine; the first migration makes the row."""

LINK_ROLES = ("view", "comment", "edit")
"""What a link may let its guests do, weakest first; the owner stands above them and needs no link."""

RUN_STATES = ("queued", "running", "paused", "succeeded", "failed", "stopped")
"""`runs.lifecycle.STATES`, which lies above this package; a test holds the two together."""


class Words(TypeDecorator[str]):
    """Text that both databases take: PostgreSQL knows no NUL, neither knows half a surrogate pair. Looked up, such text is nowhere."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:
        if value is None or (value.isascii() and "\0" not in value):
            return value
        return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


class LongWords(Words):
    """The same, however long."""

    impl = Text
    cache_ok = True


class Table(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012
        str: Words(255),
        float: Float(53),
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
    }


class User(Table):
    __tablename__ = "users"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    created_at: Mapped[float]


class Session(Table):
    __tablename__ = "sessions"
    id: Mapped[str] = mapped_column(primary_key=True)
    """sha256 of the cookie's secret: a copy of this table opens no door."""
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    csrf: Mapped[str]
    created_at: Mapped[float]
    seen_at: Mapped[float]
    expires_at: Mapped[float]


class Project(Table):
    __tablename__ = "projects"
    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    epoch: Mapped[str]
    """Of the shared document: a client with another one drops its copy and loads anew."""
    thumbnail: Mapped[dict[str, Any] | None]
    created_at: Mapped[float]
    updated_at: Mapped[float]
    deleted_at: Mapped[float | None]
    """Set by Delete, cleared by its undo."""


class Link(Table):
    """An address that lets whoever has it into one project. Revoked, it lets nobody in, and those who came by it out."""

    __tablename__ = "links"
    id: Mapped[str] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(16))
    may_train: Mapped[bool]
    """Its guests may start and stop runs too."""
    secret: Mapped[str] = mapped_column(unique=True)
    """sha256 of what stands in the address: a copy of this table opens no door."""
    created_by: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    created_at: Mapped[float]
    expires_at: Mapped[float | None]
    revoked_at: Mapped[float | None]
    __table_args__ = (CheckConstraint(f"role IN ({', '.join(map(repr, LINK_ROLES))})", name="role"),)


class Membership(Table):
    """Somebody who came by a link. What they may do is the link's to say."""

    __tablename__ = "memberships"
    link_id: Mapped[str] = mapped_column(ForeignKey("links.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True)
    created_at: Mapped[float]


class DocumentUpdate(Table):
    """The update history of a shared document; it is the truth of a graph."""

    __tablename__ = "document_updates"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    epoch: Mapped[str]
    key: Mapped[str]
    """The client's id of this update: sent twice, stored once."""
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    update: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[float]
    __table_args__ = (
        UniqueConstraint("project_id", "epoch", "key"),
        Index("ix_document_updates_project_id_epoch_id", "project_id", "epoch", "id"),
    )


class Version(Table):
    """A project's graph as somebody kept it under a name; what a run trained is kept with the run."""

    __tablename__ = "versions"
    id: Mapped[str] = mapped_column(primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    name: Mapped[str]
    graph: Mapped[dict[str, Any]]
    graph_hash: Mapped[str]
    created_at: Mapped[float]


class SavedBlock(Table):
    """A block that a person keeps in a library of their own."""

    __tablename__ = "saved_blocks"
    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    layers: Mapped[int]
    """How many stand in it."""
    graph: Mapped[dict[str, Any]]
    """The block's node and what stands in it."""
    created_at: Mapped[float]


class Run(Table):
    __tablename__ = "runs"
    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    project_id: Mapped[str | None] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    """None for a run started from the terminal."""
    key: Mapped[str]
    """Idempotency key of the start: the same key in one project is the same run."""
    state: Mapped[str] = mapped_column(String(16))
    priority: Mapped[int] = mapped_column(default=0)
    attempt: Mapped[int] = mapped_column(default=0)
    """Raised by each claim; it is the fencing token of every later write."""
    worker: Mapped[str | None]
    beats: Mapped[int] = mapped_column(default=0)
    """Raised by each heartbeat. A lease has expired when this has stood still for its length, whatever any clock says."""
    stop_requested_at: Mapped[float | None]
    pause_requested_at: Mapped[float | None]
    parent: Mapped[dict[str, Any] | None]
    """The checkpoint it began from: {"run", "kind", "epoch"}; `epoch` counts those that were done."""
    created_at: Mapped[float]
    started_at: Mapped[float | None]
    ended_at: Mapped[float | None]
    reason: Mapped[str] = mapped_column(LongWords, default="")
    graph: Mapped[dict[str, Any]]
    """The snapshot that is trained."""
    graph_hash: Mapped[str]
    data: Mapped[dict[str, Any] | None]
    """The DataSpec at the time of the snapshot."""
    files: Mapped[list[Any]] = mapped_column(default=list)
    metrics: Mapped[dict[str, Any] | None]
    """The newest epoch's row."""
    last_seq: Mapped[int] = mapped_column(default=0)
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(map(repr, RUN_STATES))})", name="state"),
        UniqueConstraint("project_id", "key"),
        Index("ix_runs_project_id_created_at", "project_id", "created_at"),
        Index("ix_runs_state_priority_created_at", "state", "priority", "created_at"),
    )


class RunEventRow(Table):
    __tablename__ = "run_events"
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    event: Mapped[dict[str, Any]]


class Checkpoint(Table):
    __tablename__ = "checkpoints"
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    folder: Mapped[str]
    epoch: Mapped[int]
    step: Mapped[int]
    metrics: Mapped[dict[str, Any]]
    bytes: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[float]


class Dataset(Table):
    """An uploaded file: one row for each person who has it, one copy on disk."""

    __tablename__ = "datasets"
    id: Mapped[str] = mapped_column(primary_key=True)
    """sha256 of the file."""
    owner_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    file_name: Mapped[str]
    bytes: Mapped[int] = mapped_column(BigInteger)
    spec: Mapped[dict[str, Any]]
    created_at: Mapped[float]
    deleted_at: Mapped[float | None]


def to_json(value: Any) -> str:
    """JSON that a browser can read: refuses NaN and infinities with ValueError."""
    return json.dumps(value, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
