"""`layerloom import`: a model from elsewhere → a graph file, after a report of what became of it. A jailed child reads or runs it."""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from layerloom.cli import graphs
from layerloom.cli.keras_side import keras_side, refuse_unlocked
from layerloom.graph.folding import unfold
from layerloom.graph.problems import Refused, problem
from layerloom.graph.saved.report import Imported, Report
from layerloom.imports import kept, quarantine
from layerloom.launcher.client import Launcher, Unavailable
from layerloom.launcher.once import ChildFailed, do
from layerloom.launcher.rpc import RemoteError
from layerloom.settings import Settings

SECONDS = 120.0
START_SECONDS = 60.0
LARGEST = 2 << 30
"""Bytes; what is on this machine's disk already may be larger than an upload."""
READER_PRELOAD = ("layerloom.imports.child",)
CODE = "layerloom.engine.pasted:read"
TITLES = {
    "placeholder": "Only hold their place",
    "left_out": "Left out",
    "changed": "Said another way",
    "implicit": "Not drawn",
}


def import_(given: argparse.Namespace) -> int:
    settings = Settings.from_env(given.home).prepare()
    kept.sweep(settings.home)
    try:
        with _received(Path(given.file), settings) as file:
            found = _read(file, settings, given.placeholders)
            chosen = [_flat(one) if given.flat else one for one in _chosen(found, given.model)]
            if given.output is not None:
                chosen = [_with_numbers(one, file, settings) for one in chosen]
            if given.weights is not None:
                _copy_weights(file, chosen, settings, Path(given.weights))
    except Refused as refused:
        graphs.tell(refused.problems)
        return 1
    except (Unavailable, ChildFailed, RemoteError) as error:
        print(f"The file could not be read: {error}", file=sys.stderr)
        return 1
    if given.json:
        print(json.dumps([one.report.model_dump(mode="json") for one in chosen], ensure_ascii=False))
    for one in [] if given.json else chosen:
        if given.report or given.output is None:
            tell(one.report, one.graph.name)
        else:
            print(summary(one.report, one.graph.name), file=sys.stderr)
    return 0 if given.output is None else _write(chosen, Path(given.output))


@contextmanager
def _received(path: Path, settings: Settings) -> Iterator[quarantine.Quarantined]:
    try:
        with path.open("rb") as stream:
            file = quarantine.receive(stream, path.name, settings.home, LARGEST)
    except OSError as error:
        values = {"name": str(path), "error": str(error.strerror)}
        raise Refused(problem("file_unreadable", values, form="model", place=str(path))) from None
    try:
        yield file
    finally:
        quarantine.discard(file.folder)


def _read(file: quarantine.Quarantined, settings: Settings, placeholders: bool) -> list[Imported]:
    """A saved model in a launcher without Keras, which is ready in a moment; code in one with it."""
    if file.file_name.lower().endswith(".py"):
        return _run(file, settings)
    with tempfile.TemporaryDirectory(prefix="layerloom-") as scratch:
        launcher = Launcher(Path(scratch), settings.backend, READER_PRELOAD).start()
        try:
            launcher.wait_ready(START_SECONDS)
            answer = do(
                launcher,
                quarantine.READER,
                file.request(placeholders),
                scratch=Path(scratch),
                timeout=SECONDS,
                folder=file.folder,
                memory_bytes=settings.memory_bytes,
            )
        finally:
            launcher.close()
    return [Imported.model_validate(answer)]


def _run(file: quarantine.Quarantined, settings: Settings) -> list[Imported]:
    refuse_unlocked(settings)
    try:
        source = file.path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(problem("code_not_utf8", {"position": error.start}, place="file")) from None
    with keras_side(settings) as keras:
        answer = keras.do(CODE, {"source": source}, file.folder)
    return [Imported.model_validate(one) for one in answer["models"]]


def _chosen(found: list[Imported], name: str | None) -> list[Imported]:
    if name is None:
        return found
    chosen = [one for one in found if one.graph.name == name]
    if not chosen:
        known = ", ".join(one.graph.name for one in found)
        raise Refused(problem("unknown_model", {"name": name, "known": known}, place="model"))
    return chosen


def _flat(found: Imported) -> Imported:
    return found.model_copy(update={"graph": unfold(found.graph)})


def _with_numbers(found: Imported, file: quarantine.Quarantined, settings: Settings) -> Imported:
    """The graph begins from the numbers that came along; they are kept in the home."""
    id = kept.put(settings.home, file.folder, found.places)
    if id is None:
        return found
    kept.keep(settings.home, id)
    training = found.graph.training.model_copy(update={"begin": id})
    return found.model_copy(update={"graph": found.graph.model_copy(update={"training": training})})


def _copy_weights(file: quarantine.Quarantined, chosen: list[Imported], settings: Settings, target: Path) -> None:
    begin = chosen[0].graph.training.begin if chosen else None
    folder = kept.folder(settings.home, begin) if begin else file.folder
    arrays = (folder or file.folder) / kept.ARRAYS
    if not arrays.is_file():
        raise Refused(problem("no_weights_inside", place="weights"))
    shutil.copyfile(arrays, target)


def _write(chosen: list[Imported], output: Path) -> int:
    """One model under the name that was given; several beside each other, each under its own."""
    for one in chosen:
        stem = "".join(c if c.isalnum() or c in "._-" else "_" for c in one.graph.name)
        path = output if len(chosen) == 1 else output.with_name(f"{output.stem}-{stem}{output.suffix or '.json'}")
        try:
            path.write_text(one.graph.model_dump_json(indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            print(f"{path} cannot be written: {error.strerror}.", file=sys.stderr)
            return 1
    return 0


def summary(report: Report, name: str) -> str:
    """One line."""
    held = len(report.placeholders)
    words = f"{name}: {report.layers} layers" + (f", {report.made_with}" if report.made_with else "")
    words += f"; {held} of them only hold their place" if held else ""
    words += ", with their weights" if report.weights else ""
    return words + (f". {len(report.remarks)} remarks: see --report" if report.remarks else "")


def tell(report: Report, name: str) -> None:
    """The whole report, for a person."""
    made_with = f", {report.made_with}" if report.made_with else ""
    print(f"{name} ({report.model}{made_with}): {report.layers} layers")
    print("  " + ", ".join(f"{one.n} × {one.name}" for one in report.mapped))
    if report.weights is not None:
        state = ", with the optimizer's state" if report.weights.optimizer else ""
        print(f"  {report.weights.arrays} arrays of weights, {report.weights.numbers:,} numbers{state}")
    for kind, title in TITLES.items():
        found = [one for one in report.remarks if one.kind == kind]
        if found:
            print(f"{title}:")
        for one in found:
            print(f"  {one.text}")
