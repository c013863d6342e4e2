"""Who writes, and what an edit that was tried would touch → nothing, or why it is refused. Decides; changes nothing.

A commenter's edit touches comments alone. A comment carries the name of who wrote it, and stays as they wrote it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from layerloom.documents.mirror import Mirror
from layerloom.documents.parts import PartRole
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import Comment
from layerloom.words import Said

COMMENTS = "comments"
MOST_COMMENTS = 5_000
WRITERS = frozenset({"comment", "edit", "owner"})
DRAWERS = frozenset({"edit", "owner"})
OWN_WORDS = ("text", "node", "x", "y", "resolved")
"""What may change of a comment, by its author."""
ANYBODYS = ("resolved",)
"""What the owner of the project may change of anybody's."""


@dataclass(frozen=True, slots=True)
class Writer:
    user: str
    name: str
    role: PartRole


def check(writer: Writer, mirror: Mirror) -> None:
    """Looks at what the mirror has not read yet. Raises Refused (403)."""
    touched = mirror.touched()
    if not touched:
        return
    if writer.role not in WRITERS:
        raise _refused("view", writer.role)
    others = sorted(set(touched) - {COMMENTS})
    if others and writer.role not in DRAWERS:
        raise _refused("comment", ", ".join(others))
    before = mirror.comments()
    for key in touched.get(COMMENTS, ()):
        _check_comment(writer, key, before.get(key), mirror, before)
    if len(before) + len(touched.get(COMMENTS, ())) > MOST_COMMENTS:
        raise _refused("comments_full", str(len(before)), most=MOST_COMMENTS)


def _check_comment(
    writer: Writer, key: str, old: Comment | None, mirror: Mirror, before: Mapping[str, Comment]
) -> None:
    new = _read(key, mirror)
    if new is None:
        if old is not None and old.author != writer.user and writer.role != "owner":
            raise _refused("comment_delete", key)
        return
    if old is None:
        if (new.author, new.author_name) != (writer.user, writer.name):
            raise _refused("comment_name", new.author_name)
        if new.parent is not None and (asked := before.get(new.parent)) is not None and asked.parent is not None:
            raise _refused("comment_answer", key)
        return
    changed = [name for name in Comment.model_fields if getattr(old, name) != getattr(new, name)]
    allowed = OWN_WORDS if old.author == writer.user else ANYBODYS if writer.role == "owner" else ()
    if wrong := [name for name in changed if name not in allowed]:
        raise _refused("comment_change", ", ".join(wrong))


def _read(key: str, mirror: Mirror) -> Comment | None:
    try:
        raw: Any = mirror.raw(COMMENTS, key)
        return None if raw is None else Comment.model_validate(raw)
    except (ValueError, RecursionError) as error:
        said = error.errors(include_url=False)[0]["msg"] if isinstance(error, ValidationError) else str(error)
        raise _refused("comment_garbled", f"{key[:64]}: {said}") from None


def _refused(form: str, evidence: str, **values: Said) -> Refused:
    return Refused(problem("not_allowed", values, form=form, evidence=evidence[:200]), status=403)
