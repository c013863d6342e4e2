"""A run's exports over HTTP: what there is and how far it is, begin one, cancel it, take the file away. The worker does the work."""

from pathlib import Path
from typing import Any

from flask import Blueprint, Response, send_from_directory

from layerloom.catalog.formats import Format, formats
from layerloom.graph.problems import Refused
from layerloom.launcher.client import Unavailable
from layerloom.launcher.rpc import RemoteError
from layerloom.runs import exports as kept
from layerloom.runs.exports import Export, Exports
from layerloom.web import run_rows
from layerloom.web.asking import starting
from layerloom.web.failures import refusal
from layerloom.web.projects import attachment
from layerloom.web.site import site, visitor

exports = Blueprint("exports", __name__, url_prefix="/api/runs")
SECONDS = 5.0


@exports.get("/<run>/exports")
def listing(run: str) -> dict[str, Any]:
    """Every format, in the order in which they are offered. While no worker answers, what is kept is told all the same."""
    return _told(run, _folder(run))


@exports.post("/<run>/exports/<format>")
def begin(run: str, format: str) -> tuple[dict[str, Any], int]:
    """Begins one; what is kept or under way is left as it is (202 either way). Raises Refused: 404, 409 without a model, 503."""
    folder, wanted = _folder(run), _format(format)
    if not (folder / "model.keras").is_file():
        raise refusal(409, "no_model_to_export", evidence=run)
    try:
        site().worker.call("export", {"run": run, "format": wanted.name}, SECONDS)
    except (Unavailable, RemoteError, TimeoutError) as error:
        raise Refused(starting(str(error)), status=503) from None
    return _told(run, folder), 202


@exports.delete("/<run>/exports/<format>")
def cancel(run: str, format: str) -> dict[str, Any]:
    folder, wanted = _folder(run), _format(format)
    try:
        site().worker.call("cancel_export", {"run": run, "format": wanted.name}, SECONDS)
    except (Unavailable, RemoteError, TimeoutError) as error:
        raise Refused(starting(str(error)), status=503) from None
    return _told(run, folder)


@exports.get("/<run>/exports/<format>/file")
def file(run: str, format: str) -> Response:
    folder, wanted = _folder(run), _format(format)
    receipt = kept.read(folder, wanted.name, kept.fingerprint(folder / "model.keras"))
    if receipt is None or receipt.outcome != "ready":
        raise refusal(404, "unknown_file", evidence=format[:100])
    response = send_from_directory(kept.place(folder, wanted.name), receipt.file, mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = attachment(receipt.file)
    return response


def _told(run: str, folder: Path) -> dict[str, Any]:
    under_way = {one.format: one for one in _under_way(run)}
    weights = kept.fingerprint(folder / "model.keras")
    found = []
    for name in formats():
        known = under_way.get(name) or Export(format=name, state="none")
        if known.state in ("none", "failed", "missing") and (receipt := kept.read(folder, name, weights)):
            known = Export(format=name, state=receipt.outcome, receipt=receipt)
        found.append(known)
    return Exports(formats=tuple(formats().values()), exports=tuple(found)).model_dump(mode="json")


def _under_way(run: str) -> list[Export]:
    try:
        return [Export.model_validate(one) for one in site().worker.call("exports", {"run": run}, SECONDS)]
    except (Unavailable, RemoteError, TimeoutError):
        return []


def _folder(run: str) -> Path:
    with site().database.read() as session:
        run_rows.find(session, visitor().user, run)
    return site().settings.runs / run


def _format(name: str) -> Format:
    found = formats().get(name)
    if found is None or found.elsewhere is not None:
        raise refusal(
            404, "unknown_format", {"formats": ", ".join(formats()), "received": name[:100]}, evidence=name[:100]
        )
    return found
