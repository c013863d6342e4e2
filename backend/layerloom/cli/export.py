"""`layerloom export`: a graph or a run → a file in any format, run again before it is handed out."""

import argparse
import os
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from layerloom import catalog
from layerloom.catalog.formats import Format, formats
from layerloom.cli import graphs
from layerloom.cli.keras_side import KerasSide, keras_side
from layerloom.db.session import Database
from layerloom.db.tables import Run
from layerloom.graph.problems import Refused
from layerloom.graph.source import script
from layerloom.graph.source.notebook import notebook
from layerloom.graph.validate import plan as validated
from layerloom.launcher.client import Unavailable
from layerloom.launcher.once import ChildFailed
from layerloom.launcher.rpc import RemoteError
from layerloom.runs.exports import Receipt
from layerloom.settings import Settings
from layerloom.worker import exporting
from layerloom.worker.exporting import Wanted


def export(given: argparse.Namespace) -> int:
    settings = Settings.from_env(given.home)
    format = formats()[given.format]
    try:
        if format.elsewhere is not None:
            print(_elsewhere(format), file=sys.stderr)
            return 1
        if lacking := exporting.missing(format):
            print(f"{format.title} needs {' and '.join(lacking)}: {exporting.command(format)}", file=sys.stderr)
            return 1
        wanted = _of_run(given.graph, format, settings) or _of_graph(given.graph, format, settings)
        if format.name in ("python", "notebook") and wanted.weights is None:
            return _text(wanted, given.output, settings)
        if given.output is None:
            print(f"{format.title} needs a place: -o {format.file}", file=sys.stderr)
            return 2
        return _proven(wanted, Path(given.output), settings)
    except Refused as refused:
        graphs.tell(refused.problems)
        return 1
    except (Unavailable, ChildFailed, RemoteError) as error:
        print(f"The model could not be exported: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{given.output} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1


def _elsewhere(format: Format) -> str:
    assert format.elsewhere is not None
    where = format.elsewhere
    return (
        f"{format.title}: {where.name} {where.version}, its newest converter, cannot be installed beside today's TensorFlow. "
        f"Export saved_model, unpack it, and try in an environment of its own:\n  {where.command}"
    )


def _of_run(name: str, format: Format, settings: Settings) -> Wanted | None:
    """A run of this home by its id; None where there is none."""
    weights = settings.runs / name / "model.keras"
    if "/" in name or not weights.is_file():
        return None
    database = Database(settings.database_url)
    try:
        with database.read() as session:
            row = session.get(Run, name)
            return None if row is None else Wanted(format, row.graph, row.data, weights, settings.home)
    finally:
        database.close()


def _of_graph(name: str, format: Format, settings: Settings) -> Wanted:
    graph = graphs.read(name)
    data = graphs.data_of(graph, settings.home)
    validated(graph, data)  # refused before anything is started
    told = None if data is None else data.model_dump(mode="json")
    return Wanted(format, graph.model_dump(mode="json"), told, None, settings.home)


def _text(wanted: Wanted, output: str | None, settings: Settings) -> int:
    """The script before a run: it finds the constants of its preprocessing itself, so nothing has to be built for it."""
    graph = graphs.opened(wanted.graph)
    plan = validated(graph, graphs.data_of(graph, settings.home))
    text = script(plan, keras_version=catalog.load().keras_version)
    text = notebook(text) if wanted.format.name == "notebook" else text
    if output is None:
        sys.stdout.write(text)
    else:
        Path(output).write_text(text, encoding="utf-8")
    return 0


def _proven(wanted: Wanted, output: Path, settings: Settings) -> int:
    scratch = settings.prepare().home / "scratch"
    scratch.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=scratch))
    try:
        with keras_side(settings) as keras:
            receipt, made = exporting.export(wanted, folder, partial(_ask, keras))
        if receipt.outcome == "ready":
            partial_file = output.with_name(f"{output.name}.part")
            shutil.copyfile(made, partial_file)
            os.replace(partial_file, output)
        print(told(wanted.format, receipt), file=sys.stderr)
        return 0 if receipt.outcome == "ready" else 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _ask(
    keras: KerasSide, entry: str, request: dict[str, Any], folder: Path, *, read: tuple[Path, ...], loopback_port: int
) -> Any:
    return keras.work(entry, request, folder, read, loopback_port)


def _unfit(receipt: Receipt) -> str:
    if receipt.unfit is None:
        return ""
    steps, most = receipt.unfit.steps, receipt.unfit.most
    reads = "sequences of any length" if steps is None else f"{steps} steps"
    return f"it has no loops, and a layer that reads {reads} needs one: write litert_float16 or onnx, or give its Input a length of at most {most}."


def told(format: Format, receipt: Receipt) -> str:
    """What became of it, in a few lines."""
    proof, blame = receipt.proof, receipt.blame
    guilty = f" The layer to blame: {blame.name} ({blame.layer})." if blame else ""
    if receipt.outcome != "ready":
        why = (
            _unfit(receipt)
            or receipt.reason
            or (
                f"it deviates from Keras by {proof.deviation:.2g} of the largest value, and {receipt.tolerance:g} is allowed."
                if proof
                else ""
            )
        )
        return f"{format.title} is refused: {why}{guilty}"
    lines = [f"{format.title}: {receipt.bytes:,} bytes."]
    if proof is None:
        return f"{lines[0]} Written and not run: this machine has no runtime for it."
    lines.append(
        f"Run again by {proof.runtime} on {proof.rows} rows: deviation from Keras {proof.deviation:.2g} of the largest value, "
        f"{proof.latency_p50_ms:.3g} ms a row (95 %: {proof.latency_p95_ms:.3g} ms)."
    )
    if proof.agreeing is not None:
        lines.append(f"The same answer in {proof.agreeing:.0%} of them.")
    if proof.smallest:
        lines.append(f"Needs {format.counted_by or format.runtime} {proof.smallest} or later ({proof.because}).")
    return " ".join(lines)
