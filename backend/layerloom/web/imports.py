"""Models from elsewhere over HTTP: a file or pasted code → a report and a graph, before anything is kept. Reads nothing itself."""

from typing import Any, BinaryIO, cast

from flask import Blueprint, request
from pydantic import ValidationError

from layerloom.graph.problems import Refused, problem
from layerloom.graph.saved.report import Imported
from layerloom.imports import kept, quarantine
from layerloom.web import shapes, wire
from layerloom.web.asking import ask
from layerloom.web.multipart import FilePart
from layerloom.web.site import site

imports = Blueprint("imports", __name__, url_prefix="/api/imports")
READ_SECONDS = 120.0
CODE_SECONDS = 50.0
CODE = "layerloom.engine.pasted:read"
CODE_BYTES = 1_000_000


@imports.post("")
def read() -> dict[str, Any]:
    """A file: streamed into quarantine, read by a child, and gone again but for its numbers. `?placeholders=1` lets layers with code
    come as placeholders."""
    request.max_content_length = quarantine.MOST_BYTES + 1_000_000
    home = site().settings.home
    kept.sweep(home)
    part = FilePart(request)
    received = quarantine.receive(cast(BinaryIO, part), part.name, home)
    try:
        if received.file_name.lower().endswith(".py"):
            return _code(_text(received), received.file_name)
        asked = received.request(request.args.get("placeholders") == "1")
        found = _imported(ask(quarantine.READER, asked, READ_SECONDS, folder=received.folder))
        return _answer(received.file_name, [(found, kept.put(home, received.folder, found.places))])
    finally:
        quarantine.discard(received.folder)


@imports.post("/code")
def paste() -> dict[str, Any]:
    return _code(wire.field(wire.body(request), "source", str), "")


@imports.post("/<id>/keep")
def keep(id: str) -> tuple[str, int]:
    """The model was opened: its numbers stay."""
    if not kept.keep(site().settings.home, id):
        raise Refused(problem("unknown_import", place="begin", evidence=id[:100]), status=404)
    return "", 204


def _code(source: str, file_name: str) -> dict[str, Any]:
    answer = ask(CODE, {"source": source}, CODE_SECONDS)
    models = answer.get("models") if isinstance(answer, dict) else None
    return _answer(file_name, [(_imported(one), None) for one in models if models] if isinstance(models, list) else [])


def _text(received: quarantine.Quarantined) -> str:
    try:
        return received.path.read_bytes()[:CODE_BYTES].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(problem("code_not_utf8", {"position": error.start}, place="file"), status=415) from None


def _imported(answer: Any) -> Imported:
    """A child that ran somebody's code may say anything: only what is a model counts."""
    try:
        return Imported.model_validate(answer)
    except ValidationError as error:
        raise Refused(problem("child_failed", evidence=str(error)[:300])) from None


def _answer(file_name: str, found: list[tuple[Imported, str | None]]) -> dict[str, Any]:
    models = []
    for one, begin in found:
        graph = one.graph
        if begin is not None:
            graph = graph.model_copy(update={"training": graph.training.model_copy(update={"begin": begin})})
        models.append(shapes.BroughtModel(graph=graph, report=one.report))
    return shapes.BroughtModels(file_name=file_name, models=tuple(models)).model_dump(mode="json")
