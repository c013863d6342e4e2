"""In a jailed child: a file that somebody brought → its graph, its report and, beside them, its numbers in a file of our own.

Reads JSON, zip and HDF5; builds no model, imports nothing by a name from the file, runs nothing.
"""

import re
from pathlib import Path
from typing import Any

from layerloom.graph import saved
from layerloom.graph.problems import Refused, problem
from layerloom.graph.saved import document
from layerloom.graph.saved.report import Imported, Remark
from layerloom.imports import archive, hdf5, sniffing, vocabularies, weights
from layerloom.words import phrase, say

ARRAYS = "weights.npz"
_NAMED_BY_KERAS = re.compile(r"(functional|model|sequential)(_\d+)?").fullmatch


def read(request: dict[str, Any]) -> dict[str, Any]:
    """{"path", "file_name", "out": folder, "placeholders": bool} → {"graph", "report", "places"}; the arrays, where there are any, are
    left in `out`. Raises Refused."""
    path, out = Path(request["path"]), Path(request["out"])
    placeholders = bool(request.get("placeholders"))
    kind = sniffing.kind_of(path, str(request["file_name"]))
    try:
        if kind == "keras":
            found = _keras(path, out, placeholders)
        elif kind == "h5":
            found = _h5(path, out, placeholders)
        elif kind == "json":
            found = _json(path, placeholders)
        else:
            raise Refused(problem("model_is_code", place="file"), status=415)
    except MemoryError:
        raise Refused(problem("model_takes_memory", place="file"), status=413) from None
    found = _titled(found, Path(str(request["file_name"])).stem)
    return found.model_dump(mode="json")


def _json(path: Path, placeholders: bool) -> Imported:
    config = document.parse(path.read_bytes(), "the file")
    if not isinstance(config, dict):
        return saved.read(config)
    version = config.get("keras_version")
    return saved.read(config, None, _made_with(version), placeholders=placeholders)


def _keras(path: Path, out: Path, placeholders: bool) -> Imported:
    with archive.opened(path) as found:
        config = document.parse(found.bytes_of(archive.CONFIG), archive.CONFIG)
        version: Any = None
        if archive.METADATA in found.members:
            metadata = document.parse(found.bytes_of(archive.METADATA), archive.METADATA)
            version = metadata.get("keras_version") if isinstance(metadata, dict) else None
        imported = saved.read(config, None, _made_with(version), placeholders=placeholders)
        words = [name for name in found.members if archive.VOCABULARY(name)]
        imported = vocabularies.put(imported, words, found.bytes_of)
        if archive.WEIGHTS not in found.members:
            return imported
        copy = out / "weights.h5"
        found.copy(archive.WEIGHTS, copy)
    try:
        with hdf5.opened(copy) as store:
            return _with(imported, weights.keep(weights.of_keras(store), out / ARRAYS))
    finally:
        copy.unlink(missing_ok=True)


def _h5(path: Path, out: Path, placeholders: bool) -> Imported:
    with hdf5.opened(path) as store:
        config = store.text("model_config")
        if config is None:
            raise Refused(problem("h5_without_config", place="model_config"))
        training = store.text("training_config")
        compiled = document.parse(training, "training_config") if training else None
        version = store.text("keras_version") or next(iter(store.names(weights.LEGACY, "keras_version")), None)
        parsed = document.parse(config, "model_config")
        compiled = compiled if isinstance(compiled, dict) else None
        imported = saved.read(parsed, compiled, _made_with(version), placeholders=placeholders)
        if weights.LEGACY not in store.groups:
            return imported
        return _with(imported, weights.keep(weights.of_h5(store), out / ARRAYS))


def _with(imported: Imported, kept: tuple[saved.Weights, list[str]]) -> Imported:
    found, odd = kept
    remarks = imported.report.remarks
    if odd:
        words = phrase("saved-not-finite", n=len(odd), name=odd[0])
        remarks = (*remarks, Remark(kind="changed", text=say(words), words=words))
    report = imported.report.model_copy(update={"weights": found, "remarks": remarks})
    return imported.model_copy(update={"report": report})


def _made_with(version: Any) -> str:
    return f"Keras {version}" if isinstance(version, str) and re.fullmatch(r"[\w.+-]{1,40}", version) else ""


def _titled(found: Imported, stem: str) -> Imported:
    """A model that nobody named takes its file's name."""
    if not _NAMED_BY_KERAS(found.graph.name) or not stem:
        return found
    return found.model_copy(update={"graph": found.graph.model_copy(update={"name": stem[:100]})})
