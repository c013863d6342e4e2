"""Data sets over HTTP: those that come along, and a person's own tables and pictures, which a jailed child reads. Parses nothing itself."""

import time
from typing import Any, BinaryIO, cast

from flask import Blueprint, request
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import select, update

from layerloom.datasets import registry, suggest, uploads
from layerloom.db.tables import Dataset, Run
from layerloom.graph.data import DataSpec
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import DataSource, UploadedData
from layerloom.graph.upgrades import field_problems
from layerloom.runs.lifecycle import ENDED
from layerloom.web import data_rows, shapes, wire
from layerloom.web.asking import ask
from layerloom.web.multipart import FilePart
from layerloom.web.site import site, visitor

datasets = Blueprint("datasets", __name__, url_prefix="/api")
SOURCE: TypeAdapter[DataSource] = TypeAdapter(DataSource)
PARSE_SECONDS = 300.0
MOST_ROWS = 100


@datasets.get("/datasets")
def listing() -> list[dict[str, Any]]:
    """The person's own, newest first, then what the projects shared with them use, then those that come along."""
    home = site().settings.home
    with site().database.read() as session:
        own = data_rows.listing(session, visitor().user)
    own += [row for _, row in data_rows.shared(site(), visitor().user)]
    specs = [(row, DataSpec.model_validate(row.spec)) for row in own]
    found = [_entry(registry.uploaded(row.id, row.file_name, spec), spec) for row, spec in specs]
    return found + [_entry(source, registry.spec(source, home)) for source in registry.sources()]


@datasets.post("/datasets")
def upload() -> tuple[dict[str, Any], int]:
    """Streams the file into quarantine, has a child read it, and keeps it under the hash of its bytes."""
    request.max_content_length = uploads.MOST_ZIP_BYTES + 1_000_000
    home = site().settings.home
    part = FilePart(request)
    received = uploads.receive(cast(BinaryIO, part), part.name, home)
    try:
        answer = ask(received.parser, received.request, PARSE_SECONDS, folder=received.folder)
        spec = uploads.accept(received, answer, home)
    finally:
        uploads.discard(received)
    with site().database.write() as session:
        session.merge(
            Dataset(
                id=received.id,
                owner_id=visitor().user,
                file_name=received.file_name,
                bytes=received.size,
                spec=spec.model_dump(mode="json"),
                created_at=time.time(),
                deleted_at=None,
            )
        )
    return _entry(received.source(spec), spec), 201


@datasets.get("/datasets/<id>/preview")
def preview(id: str) -> dict[str, Any]:
    rows = request.args.get("rows", "20")
    if not (rows.isascii() and rows.isdigit() and len(rows) < 6):
        raise Refused(problem("bad_rows", {"most": MOST_ROWS, "received": repr(rows[:50])}, place="rows"))
    _own(id)
    return uploads.preview(site().settings.home, id, min(int(rows), MOST_ROWS))


@datasets.delete("/datasets/<id>")
def delete(id: str) -> tuple[str, int]:
    """409 while a run that has not ended needs it."""
    _own(id)
    with site().database.write() as session:
        waiting = select(Run.id, Run.data).where(Run.owner_id == visitor().user, Run.state.not_in(ENDED))
        if any(data and data.get("id") == id for _, data in session.execute(waiting)):
            raise Refused(
                problem("dataset_in_use", place="data", evidence=id),
                status=409,
            )
        mine = update(Dataset).where(Dataset.id == id, Dataset.owner_id == visitor().user)
        session.execute(mine.values(deleted_at=time.time()))
    return "", 204


@datasets.post("/suggest")
def suggestion() -> dict[str, Any]:
    """What fits a target: the last layer's units and activation, loss and metrics."""
    body = wire.body(request)
    try:
        source = SOURCE.validate_python(wire.field(body, "data", dict))
    except ValidationError as error:
        raise Refused(*field_problems(error, "data")) from None
    target = wire.field(body, "target", str, None)
    return suggest.suggest(data_rows.spec_of(site(), _owner_of(source), source), target)


def _owner_of(source: DataSource) -> str:
    """Whose file it is: one's own, or that of who shares a project which uses it."""
    here, user = site(), visitor().user
    if not isinstance(source, UploadedData):
        return user
    return next((owner for owner, row in data_rows.shared(here, user) if row.id == source.id), user)


def _own(id: str) -> Dataset:
    with site().database.read() as session:
        row = data_rows.find(session, visitor().user, id)
    if row is None:
        raise Refused(data_rows.unknown(id), status=404)
    return row


def _entry(source: DataSource, spec: DataSpec) -> dict[str, Any]:
    return shapes.DatasetEntry(source=source, spec=spec).model_dump(mode="json")
