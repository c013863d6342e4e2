"""The project list over HTTP: one person's projects and those shared with them, each with its graph, in and out as JSON."""

import hashlib
import uuid
from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, request
from sqlalchemy import select
from sqlalchemy.orm import Session

from layerloom.catalog import load
from layerloom.db.tables import Project, User
from layerloom.documents import projects as rows
from layerloom.documents import ydoc
from layerloom.documents.parts import part_in
from layerloom.documents.room import Room
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import Graph
from layerloom.graph.upgrades import VERSION, open_graph
from layerloom.web import shapes, wire
from layerloom.web.catalog import template_graphs, template_in
from layerloom.web.run_rows import last_runs
from layerloom.web.site import site, visitor

projects = Blueprint("projects", __name__, url_prefix="/api/projects")
COMMIT_SECONDS = 15.0


@projects.get("")
def listing() -> list[dict[str, Any]]:
    site().rooms.write_rows()
    with site().database.read() as session:
        found = rows.listing(session, visitor().user)
        runs = last_runs(session, [row.id for row in found])
        owners = select(User).where(User.id.in_({row.owner_id for row in found}))
        _known = session.execute(owners).scalars().all()  # held, so that none is asked for row by row
        return [_shape(session, row, runs.get(row.id)) for row in found]


@projects.post("")
def create() -> tuple[dict[str, Any], int]:
    body = wire.body(request)
    name = wire.field(body, "name", str, None)
    language = wire.field(body, "language", str, "en")
    graph = _beginning(wire.field(body, "template", str, None), wire.field(body, "graph", dict, None), language)
    return _made(graph if name is None else graph.model_copy(update={"name": name}))


@projects.post("/import")
def bring_in() -> tuple[dict[str, Any], int]:
    return _made(open_graph(wire.raw(request)))


@projects.get("/<project>")
def show(project: str) -> Response:
    with site().rooms.use(project, visitor().user) as room:
        graph, tag = room.graph(), version(room)
    site().rooms.write_rows()
    with site().database.read() as session:
        shape = _found(session, project)
    response = Response(wire.dumps(shape | {"graph": graph.model_dump(mode="json")}), mimetype="application/json")
    response.set_etag(tag)
    return response


@projects.patch("/<project>")
def rename(project: str) -> dict[str, Any]:
    name = rows.clean_name(wire.field(wire.body(request), "name", str))
    _edit(project, lambda doc: _put_name(doc, name))
    return _after_edit(project)


@projects.put("/<project>/graph")
def replace_graph(project: str) -> dict[str, Any]:
    """A whole graph over the one that is there, as one edit: only when nobody has changed it since the version named in If-Match."""
    graph = open_graph(wire.raw(request))
    wanted = request.if_match
    with site().rooms.use(project, visitor().user) as room, room.lock:
        if not wanted.contains(version(room)):
            raise Refused(
                problem("changed_meanwhile", evidence=f"If-Match: {wanted.to_header()}"[:200]),
                status=409,
            )
        graph = graph.model_copy(update={"name": room.graph().name})
        _edit(project, lambda doc: ydoc.fill(doc, graph))
    return _after_edit(project)


@projects.delete("/<project>")
def delete(project: str) -> tuple[str, int]:
    """Hidden until restored; a second time it changes nothing."""
    with site().database.write() as session:
        rows.delete(session, visitor().user, project)
    site().rooms.close(project)
    return "", 204


@projects.post("/<project>/restore")
def restore(project: str) -> dict[str, Any]:
    with site().database.write() as session:
        rows.restore(session, visitor().user, project)
    with site().database.read() as session:
        return _found(session, project)


@projects.post("/<project>/duplicate")
def duplicate(project: str) -> tuple[dict[str, Any], int]:
    """The graph as it is now, with a history of its own."""
    with site().rooms.use(project, visitor().user) as room:
        graph = room.graph()
    return _made(graph.model_copy(update={"name": f"{graph.name[: rows.LONGEST_NAME - 5]} copy"}))


@projects.get("/<project>/export")
def export(project: str) -> Response:
    with site().rooms.use(project, visitor().user) as room:
        graph = room.graph()
    response = Response(graph.model_dump_json(indent=2), mimetype="application/json")
    response.headers["Content-Disposition"] = attachment(f"{graph.name}.json")
    return response


def attachment(name: str) -> str:
    """A download's name for any name at all (RFC 6266): plain letters for old clients, the whole name encoded for the others."""
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name).strip(". ") or "download"
    stem = safe.split(".")[0].upper()
    if stem in {"CON", "PRN", "AUX", "NUL"} or (stem[:3] in {"COM", "LPT"} and stem[3:].isdigit()):
        safe = f"_{safe}"
    return f"attachment; filename=\"{safe[-150:]}\"; filename*=UTF-8''{quote(name[-150:], safe='')}"


def version(room: Room) -> str:
    return hashlib.sha256(room.epoch.encode() + room.state()).hexdigest()[:16]


def _beginning(template: str | None, graph: dict[str, Any] | None, language: str) -> Graph:
    if graph is not None:
        return open_graph(graph)
    if template is None:
        return Graph(version=VERSION, keras_version=load().keras_version)
    found = template_in(template, language)
    if found is None:
        known = ", ".join(template_graphs())
        raise Refused(
            problem(
                "unknown_template",
                {"known": known, "name": repr(template[:100])},
                place="template",
                evidence=template[:100],
            )
        )
    return found


def _made(graph: Graph) -> tuple[dict[str, Any], int]:
    graph = graph.model_copy(update={"name": rows.clean_name(graph.name or "Untitled")})
    with site().database.write() as session:
        return _shape(session, rows.create(session, visitor().user, graph), None), 201


def _put_name(doc: Any, name: str) -> None:
    with doc.new_transaction(timeout=10):
        doc["meta"]["name"] = name


def _edit(project: str, change: Any) -> None:
    with site().rooms.use(project, visitor().user) as room:
        update, stored, parts = room.edit(change, f"server-{uuid.uuid4().hex}", visitor().user)
        site().parts["sockets"].spread(room, update, parts)
        stored.result(COMMIT_SECONDS)


def _after_edit(project: str) -> dict[str, Any]:
    site().rooms.write_rows()
    with site().database.read() as session:
        return _found(session, project)


def _found(session: Session, project: str) -> dict[str, Any]:
    row = rows.find(session, visitor().user, project)
    return _shape(session, row, last_runs(session, [row.id]).get(row.id))


def _shape(session: Session, row: Project, run: shapes.Run | None) -> dict[str, Any]:
    part = part_in(session, visitor().user, row.id)
    assert part is not None
    return shapes.Project(
        id=row.id,
        name=row.name,
        part=part.role,
        may_train=part.may_train,
        owner=session.get_one(User, row.owner_id).name,
        created_at=row.created_at,
        updated_at=row.updated_at,
        last_run=run,
        thumbnail=shapes.Thumbnail.model_validate(row.thumbnail or {"nodes": [], "edges": []}),
    ).model_dump(mode="json")
