"""The file of weights of a backbone over HTTP: which it is and where it belongs, one that is brought, one that is fetched. Reads no file itself.

Who fetches is the worker; this process reaches no network.
"""

import json
from typing import Any, BinaryIO, cast

from flask import Blueprint, request

from layerloom.graph.problems import Refused, problem
from layerloom.graph.reading import read
from layerloom.graph.schema import BackboneNode
from layerloom.imports import quarantine
from layerloom.launcher.client import Unavailable
from layerloom.launcher.rpc import RemoteError
from layerloom.runs import weights as files
from layerloom.runs.weights import BackboneWeights, Download, WeightsFile
from layerloom.web import backbones, wire
from layerloom.web.asking import ask, starting
from layerloom.web.failures import refusal
from layerloom.web.multipart import FilePart
from layerloom.web.site import site

weights = Blueprint("weights", __name__, url_prefix="/api/weights")
WANTED_SECONDS = 60.0
CHECK_SECONDS = 120.0
SECONDS = 5.0
FETCH_SECONDS = 70.0
LONGEST_QUESTION = 20_000


@weights.post("")
def look() -> dict[str, Any]:
    """{"node", "shape"} → which file it wants, whether that is here, and how far its download is."""
    found, _ = _wanted(*backbones.asked(wire.body(request)))
    return _told(found)


@weights.post("/file")
def upload() -> dict[str, Any]:
    """A file, streamed; `?asked=` is the question of `look`. Raises Refused: 413 too large, 415 damaged, 422 another file, with the right one's name."""
    request.max_content_length = files.MOST_BYTES + 1_000_000
    home = site().settings.home
    question = read(request.args.get("asked", "")[:LONGEST_QUESTION].encode())
    node, shape = backbones.asked(question if isinstance(question, dict) else {})
    found, layers = _wanted(node, shape)
    if found is None:
        raise Refused(problem("weights_unwanted", {"name": node.application}, place="file"))
    part = FilePart(request)
    received = quarantine.receive(cast(BinaryIO, part), part.name, home, files.MOST_BYTES)
    try:
        asked = {
            "path": str(received.path),
            "given": received.file_name,
            "application": node.application,
            "file": found.model_dump(mode="json"),
            "layers": layers,
        }
        ask(files.CHECK, asked, CHECK_SECONDS, read=(received.path,))
        files.take(home, received.path, found.name)
    finally:
        quarantine.discard(received.folder)
    return _told(found)


@weights.post("/download")
def fetch() -> tuple[dict[str, Any], int]:
    """Begins to fetch it (202); what is under way goes on. Raises Refused: 403 where the network is switched off, 503."""
    node, shape = backbones.asked(wire.body(request))
    state = _call("fetch", {"node": node.model_dump(mode="json"), "shape": shape}, FETCH_SECONDS)
    return Download.model_validate(state).model_dump(mode="json"), 202


@weights.get("/download/<name>")
def progress(name: str) -> dict[str, Any]:
    """How far it is. Raises Refused: 404 where nobody asked for it."""
    state = _call("fetching", {"name": name[:200]}, SECONDS)
    if state is None:
        raise refusal(404, "unknown_file", evidence=name[:100])
    return Download.model_validate(state).model_dump(mode="json")


@weights.delete("/download/<name>")
def cancel(name: str) -> tuple[str, int]:
    """What has arrived stays, and the next one goes on from there."""
    _call("cancel_fetch", {"name": name[:200]}, SECONDS)
    return "", 204


def _wanted(node: BackboneNode, shape: list[int | None]) -> tuple[WeightsFile | None, list[Any]]:
    answer = ask(files.WANTED, {"node": node.model_dump(mode="json"), "shape": shape}, WANTED_SECONDS)
    if answer["file"] is None:
        return None, []
    found = WeightsFile.model_validate(answer["file"])
    if not files.fit_name(found.name):
        raise Refused(problem("child_failed", evidence=json.dumps(found.name)[:200]))
    return found, answer["layers"]


def _told(found: WeightsFile | None) -> dict[str, Any]:
    here = site().settings
    state = None if found is None else _call("fetching", {"name": found.name}, SECONDS)
    return BackboneWeights(
        file=found,
        folder=str(files.folder(here.home)),
        bytes=None if found is None else files.size(here.home, found.name),
        network=here.weights_from != "off",
        download=None if state is None else Download.model_validate(state),
    ).model_dump(mode="json")


def _call(verb: str, asked: dict[str, Any], seconds: float) -> Any:
    try:
        return site().worker.call(verb, asked, seconds)
    except (Unavailable, RemoteError, TimeoutError) as error:
        raise Refused(starting(str(error)), status=503) from None
