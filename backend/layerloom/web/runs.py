"""Runs over HTTP: start from the live graph, look, stop, pause, go on, download. A run is trained elsewhere; here are only its rows and files."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, request, send_from_directory
from sqlalchemy import select
from sqlalchemy.orm import Session

from layerloom.db.tables import Run
from layerloom.documents.parts import unknown_run
from layerloom.documents.projects import find as find_project
from layerloom.graph.content import content_hash
from layerloom.graph.problems import Refused, problem
from layerloom.runs import history, requests
from layerloom.web import run_rows, shapes, wire
from layerloom.web.failures import refusal
from layerloom.web.projects import attachment
from layerloom.web.relay import seq
from layerloom.web.site import site, visitor

runs = Blueprint("runs", __name__, url_prefix="/api")
PAGE = 2000
"""Events in one answer; `last` says whether there are more."""
ALWAYS = ("log.txt",)


@runs.post("/projects/<project>/runs")
def start(project: str) -> tuple[dict[str, Any], int]:
    """Queues a run of the graph as it is now; with `goes_on`, from where that run of the project had come to, its optimizer's state
    included. The same key again gives the run that is there (200)."""
    body = wire.body(request)
    key, earlier_run = wire.field(body, "key", str), wire.field(body, "goes_on", str, None)
    if not 1 <= len(key) <= 100:
        raise Refused(problem("bad_key", place="key"))
    here, who = site(), visitor()
    with here.database.read() as session:
        owner = find_project(session, who.user, project).owner_id
        earlier = session.execute(select(Run).where(Run.project_id == project, Run.key == key)).scalar_one_or_none()
        if earlier is not None:
            return {"run": _dump(run_rows.run_shapes(session, [earlier])[0])}, 200
    with here.database.read() as session:
        parent = _parent(session, project, earlier_run) if earlier_run else None
    with here.rooms.use(project, who.user) as room:
        graph, data = here.parts["inference"].admit(room)
    with here.database.write() as session:
        row, new = history.queue(
            session,
            owner=owner,
            project=project,
            key=key,
            graph=graph.model_dump(mode="json"),
            graph_hash=content_hash(graph),
            data=data.model_dump(mode="json") if data else None,
            parent=parent,
        )
        shape = run_rows.run_shapes(session, [row])[0]
    if new:
        _wake()
        here.parts["relay"].poke({"run": shape.id})
    return {"run": _dump(shape)}, 201 if new else 200


@runs.get("/projects/<project>/runs")
def listing(project: str) -> list[dict[str, Any]]:
    """Newest first."""
    with site().database.read() as session:
        find_project(session, visitor().user, project)
        found = session.execute(select(Run).where(Run.project_id == project).order_by(Run.created_at.desc())).scalars()
        return [_dump(shape) for shape in run_rows.run_shapes(session, list(found))]


@runs.get("/runs/<run>")
def show(run: str) -> dict[str, Any]:
    with site().database.read() as session:
        return _dump(run_rows.run_shapes(session, [run_rows.find(session, visitor().user, run)])[0])


@runs.get("/runs/<run>/events")
def events(run: str) -> Response:
    """What came after event number `after`, oldest first."""
    after = seq(request.args.get("after", "0"))
    with site().database.read() as session:
        last = run_rows.find(session, visitor().user, run).last_seq
        found = history.after(session, run, after, PAGE)
    return Response(wire.dumps({"events": found, "last": last}), mimetype="application/json")


@runs.post("/runs/<run>/stop")
def stop(run: str) -> dict[str, Any]:
    """Asks the run to stop and keep its weights; asked twice, or after the end, it changes nothing."""
    return _ask(run, requests.request_stop)


@runs.post("/runs/<run>/pause")
def pause(run: str) -> dict[str, Any]:
    """Asks the run to write a checkpoint and make room for others; it goes on from there when it is taken up."""
    return _ask(run, requests.request_pause)


@runs.post("/runs/<run>/resume")
def resume(run: str) -> dict[str, Any]:
    """Puts a paused run back into the queue; any other stays as it is."""
    return _ask(run, requests.take_up)


@runs.get("/runs/<run>/files/<name>")
def file(run: str, name: str) -> Response:
    with site().database.read() as session:
        row = run_rows.find(session, visitor().user, run)
    if name not in (*ALWAYS, *(row.files or ())):
        raise refusal(404, "unknown_file", evidence=name[:100])
    response = send_from_directory(site().settings.runs / run, name, mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = attachment(name)
    return response


@runs.get("/runs/<run>/graph")
def graph(run: str) -> dict[str, Any]:
    """The graph as it was trained."""
    with site().database.read() as session:
        return run_rows.find(session, visitor().user, run).graph


def _parent(session: Session, project: str, run: str) -> dict[str, Any]:
    row = run_rows.find(session, visitor().user, run)
    if row.project_id != project:
        raise unknown_run(run)
    end = run_rows.end_of(session, row)
    if end is None:
        raise Refused(problem("no_checkpoint", evidence=f"run {run} is {row.state}"))
    return {"run": row.id, "kind": end.kind, "epoch": end.epoch}


def _ask(run: str, request: Callable[[Session, str], Run | None]) -> dict[str, Any]:
    with site().database.write() as session:
        run_rows.find(session, visitor().user, run)
        row = request(session, run)
        assert row is not None
        shape = run_rows.run_shapes(session, [row])[0]
    _wake()
    site().parts["relay"].poke({"run": run})
    return {"run": _dump(shape)}


def _wake() -> None:
    """So that the worker looks at once; without it, it looks in a moment."""
    site().parts["wake"].poke()


def _dump(run: shapes.Run) -> dict[str, Any]:
    return run.model_dump(mode="json")
