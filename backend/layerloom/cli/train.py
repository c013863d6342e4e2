"""`layerloom train`: a graph goes the way every run goes (queue, worker, launcher, jail, event table) and is watched from here."""

import argparse
import contextlib
import json
import shutil
import signal
import sys
import threading
import time
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from layerloom.cli import check, graphs
from layerloom.datasets import uploads
from layerloom.datasets.packing import packed
from layerloom.db import migrate
from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER, Run
from layerloom.graph.content import content_hash
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import DataSource, Graph, ImagesData
from layerloom.graph.validate import trainable
from layerloom.launcher import rpc
from layerloom.launcher.client import Unavailable
from layerloom.runs import history, requests
from layerloom.runs.lifecycle import ENDED
from layerloom.settings import Settings
from layerloom.worker.serve import Worker

START_SECONDS = 120.0
PARSE_SECONDS = 300.0
LOOK_SECONDS = 0.1
Ask = Callable[[dict[str, Any]], Any]
CODES = {"succeeded": 0, "failed": 1, "stopped": 130}


def train(given: argparse.Namespace) -> int:
    settings = Settings.from_env(given.home).prepare()
    database = Database(settings.database_url)
    migrate.upgrade(database)
    worker: Worker | None = None
    try:
        graph = graphs.read(given.graph)
        brought = given.csv or given.images
        if brought is None:
            trainable(graph, graphs.data_of(graph, settings.home))  # refused before anything is started
        client = rpc.Client(settings.socket)
        do: Ask = partial(client.call, "do", timeout=PARSE_SECONDS + 10)
        infer: Ask = partial(client.call, "infer", timeout=PARSE_SECONDS)
        if not _answers(client):
            worker = Worker(settings, database, only="").start()
            worker.wait_ready(START_SECONDS)
            do, infer = worker.do, worker.infer
        if brought is not None:
            graph = _with_file(graph, Path(brought), settings, do)
        run = _queue(graph, settings, database, infer)
        if worker is not None:
            worker.take(run)
        else:
            client.call("wake")
        return _watch(run, settings, database, client, given.json)
    except Refused as refused:
        if given.json:
            print(
                json.dumps(
                    {"problems": [each.model_dump(mode="json") for each in refused.problems]}, ensure_ascii=False
                )
            )
        else:
            graphs.tell(refused.problems)
        return 1
    except Unavailable as error:
        print(f"Keras cannot be started here: {error}\nlayerloom doctor says more.", file=sys.stderr)
        return 1
    finally:
        if worker is not None:
            worker.close()
        database.close()


def _answers(client: rpc.Client) -> bool:
    """Whether this home has a worker; one that is just starting is waited for."""
    end = time.monotonic() + START_SECONDS
    try:
        while client.call("health", timeout=5)["launcher"] == "starting" and time.monotonic() < end:
            time.sleep(LOOK_SECONDS)
    except (Unavailable, TimeoutError):
        return False
    return True


def _with_file(graph: Graph, file: Path, settings: Settings, do: Ask) -> Graph:
    """The graph on that data: a table, a zip or a folder of pictures. A jailed child reads it, as an upload is read."""
    try:
        with packed(file) if file.is_dir() else file.open("rb") as stream:
            name = f"{file.resolve().name}.zip" if file.is_dir() else file.name
            upload = uploads.receive(stream, name, settings.home)
    except OSError as error:
        values = {"name": str(file), "error": str(error.strerror)}
        raise Refused(problem("file_unreadable", values, form="table", place=str(file))) from None
    request = {
        "entry": upload.parser,
        "request": upload.request,
        "folder": str(upload.folder),
        "timeout": PARSE_SECONDS,
    }
    try:
        source: DataSource = upload.source(uploads.accept(upload, do(request), settings.home))
    finally:
        shutil.rmtree(upload.folder, ignore_errors=True)
    before = graph.training.data
    if isinstance(source, ImagesData) and isinstance(before, ImagesData):
        source = before.model_copy(update={"id": source.id, "file_name": source.file_name})
    return graph.model_copy(update={"training": graph.training.model_copy(update={"data": source})})


def _queue(graph: Graph, settings: Settings, database: Database, infer: Ask) -> str:
    """Raises Refused with every error, those included that only shapes bring to light."""
    data = graphs.data_of(graph, settings.home)
    found = check.infer(trainable(graph, data), graph, infer)
    if errors := [one for one in found.problems if one.severity == "error"]:
        raise Refused(*errors)
    with database.write() as session:
        run, _ = history.queue(
            session,
            owner=LOCAL_OWNER,
            project=None,
            key=uuid.uuid4().hex,
            graph=graph.model_dump(mode="json"),
            graph_hash=content_hash(graph),
            data=data.model_dump(mode="json") if data else None,
        )
    return run.id


def _watch(run: str, settings: Settings, database: Database, client: rpc.Client, as_json: bool) -> int:
    """Prints events until the run has ended. Ctrl-C asks it to stop; a second one is left to its supervisor's patience."""
    stop = threading.Event()
    before = signal.signal(signal.SIGINT, lambda *_: stop.set())
    folder, seen, asked, progress = settings.runs / run, 0, False, Progress()
    print(f"Run {run}\nFolder {folder}", file=sys.stderr if as_json else sys.stdout, flush=True)
    try:
        while True:
            with database.read() as session:
                row = session.get_one(Run, run)
                events = history.after(session, run, seen)
            for stored in events:
                seen = stored["seq"]
                event = {"run": run, "seq": seen, **stored["event"]}
                if event["type"] == "run_ended":
                    event["folder"] = str(folder)
                print(
                    json.dumps(event, ensure_ascii=False) if as_json else progress.line(event),
                    end="\n" if as_json else "",
                    flush=True,
                )
            if row.state in ENDED and not events:
                return CODES[row.state]
            if stop.is_set() and not asked:
                asked = True
                with database.write() as session:
                    requests.request_stop(session, run)
                _wake(client)
            time.sleep(LOOK_SECONDS)
    finally:
        signal.signal(signal.SIGINT, before)


def _wake(client: rpc.Client) -> None:
    with contextlib.suppress(
        Unavailable, TimeoutError
    ):  # the worker is in this process, or looks by itself in a moment
        client.call("wake", timeout=2)


class Progress:
    """Events → lines for a person."""

    def __init__(self) -> None:
        self._epochs = 0

    def line(self, event: dict[str, Any]) -> str:
        text = self._text(event)
        return f"{text}\n" if text else ""

    def _text(self, event: dict[str, Any]) -> str:
        kind = event["type"]
        if kind == "run_started":
            self._epochs = event["epochs"]
            return f"Training on {event['device']}; {event['jail']}"
        if kind == "data_prepared":
            report = "".join(f"\n  {sentence}" for sentence in event["report"])
            return f"{event['train_rows']:,} rows to train on, {event['validation_rows']:,} held out{report}"
        if kind == "model_built":
            return f"{event['params']:,} parameters, {event['steps_per_epoch']:,} steps an epoch"
        if kind == "epoch_ended":
            row = "  ".join(f"{name} {_number(value)}" for name, value in event["metrics"].items())
            return f"epoch {event['epoch']}/{self._epochs}  {row}  ({event['seconds']:.1f} s)"
        if kind == "problem_raised":
            return f"{event['problem']['title']}\n  {event['problem']['message']}"
        if kind == "log_written":
            return "".join(f"  | {line}\n" for line in event["text"].splitlines()).rstrip("\n")
        if kind == "run_requeued":
            return str(event["reason"])
        if kind == "run_ended":
            files = "".join(f"\n  {event['folder']}/{name}" for name in event["files"])
            return f"{event['state'].capitalize()}: {event['reason']}{files}"
        return ""


def _number(value: float | None) -> str:
    return "not finite" if value is None else f"{value:.4f}"
