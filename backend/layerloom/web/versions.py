"""A project's versions over HTTP: what its runs trained and what was kept under a name, how far the live graph has gone from each, and any
two graphs laid over each other. Changes no document: restoring is an edit, and edits come from a page.
"""

from typing import Any

from flask import Blueprint, request
from pydantic import ValidationError
from sqlalchemy.orm import Session

from layerloom.documents import versions as rows
from layerloom.documents.projects import find as find_project
from layerloom.graph.content import content_hash
from layerloom.graph.diff import Diff, diff
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import Graph
from layerloom.graph.upgrades import field_problems, open_graph
from layerloom.web import run_rows, shapes, wire
from layerloom.web.catalog import template_graphs
from layerloom.web.site import site, visitor

versions = Blueprint("versions", __name__, url_prefix="/api/projects")
COUNTED = 20
"""Versions, newest first, whose distance from the live graph is worked out: 20 ms for each with a thousand nodes."""


@versions.get("/<project>/versions")
def listing(project: str) -> dict[str, Any]:
    live = _live(project)
    with site().database.read() as session:
        entries = rows.listing(session, project)
        found = _distances(session, live, entries)
    last = next((found[entry.graph_hash] for entry in entries if entry.type == "run"), None)
    return shapes.Versions(
        versions=tuple(_shape(entry, found.get(entry.graph_hash)) for entry in entries),
        changed=tuple(one.after for one in last.nodes if one.after is not None) if last else (),
    ).model_dump(mode="json")


@versions.post("/<project>/versions")
def save(project: str) -> tuple[dict[str, Any], int]:
    """Keeps the live graph under a name."""
    name = wire.field(wire.body(request), "name", str)
    live, who = _live(project), visitor()
    with site().database.write() as session:
        row = rows.save(session, project, who.user, name, live)
        entry = rows.Entry("saved", row.id, row.name, 0, who.name, row.created_at, row.graph_hash)
    return _shape(entry, diff(live, live)).model_dump(mode="json"), 201


@versions.delete("/<project>/versions/<version>")
def delete(project: str, version: str) -> tuple[str, int]:
    with site().database.write() as session:
        rows.delete(session, find_project(session, visitor().user, project).id, version)
    return "", 204


@versions.post("/<project>/compare")
def compare(project: str) -> dict[str, Any]:
    """Two graphs and what changed from the one to the other. Each is named by where it is, or given whole."""
    body = wire.body(request)
    before, after = (_graph(project, wire.field(body, side, dict), side) for side in ("before", "after"))
    found = shapes.Comparison(before=before, after=after, diff=diff(before, after))
    return found.model_dump(mode="json")


def _distances(session: Session, live: Graph, entries: list[rows.Entry]) -> dict[str, Diff]:
    """By the hash of the graph: one that several runs trained is looked at once."""
    found: dict[str, Diff] = {}
    here = content_hash(live)
    for entry in entries:
        if entry.graph_hash not in found and len(found) < COUNTED:
            there = live if entry.graph_hash == here else rows.graph_of(session, entry)
            found[entry.graph_hash] = diff(there, live)
    return found


def _graph(project: str, given: dict[str, Any], side: str) -> Graph:
    """Raises Refused: 404 for what is not there or not this person's, 422 for what names nothing."""
    try:
        ref = shapes.GraphRef.model_validate(given)
    except ValidationError as error:
        raise Refused(*field_problems(error, side)) from None
    if ref.type == "project":
        return _live(ref.id or project)
    if ref.type == "template":
        return _template(ref.id, side)
    if ref.type == "graph":
        return open_graph(ref.graph or {})
    with site().database.read() as session:
        if ref.type == "run":
            return open_graph(run_rows.find(session, visitor().user, ref.id).graph)
        return rows.saved_graph(session, find_project(session, visitor().user, project).id, ref.id)


def _template(name: str, side: str) -> Graph:
    found = template_graphs().get(name)
    if found is None:
        known = ", ".join(template_graphs())
        raise Refused(
            problem("unknown_template", {"known": known, "name": repr(name[:100])}, place=side, evidence=name[:100])
        )
    return found


def _live(project: str) -> Graph:
    with site().rooms.use(project, visitor().user) as room:
        return room.graph()


def _shape(entry: rows.Entry, found: Diff | None) -> shapes.Version:
    return shapes.Version(
        type=entry.type,
        id=entry.id,
        name=entry.name,
        number=entry.number,
        by=entry.by,
        created_at=entry.created_at,
        changes=found.count if found else None,
    )
