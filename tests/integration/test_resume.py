"""Runs of the real training whose processes are killed: each goes on from its checkpoint and ends as if nothing had happened."""

import json
import os
import signal
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import psutil
import pytest

import databases
import layerloom
from launchers import eventually
from layerloom.datasets import registry
from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER, Run
from layerloom.graph import upgrades
from layerloom.graph.content import content_hash
from layerloom.runs import history
from layerloom.runs.lifecycle import ENDED
from layerloom.settings import Settings
from layerloom.worker.serve import Worker

TEMPLATE = Path(layerloom.__file__).parent / "templates" / "digits-cnn.json"
KILLS = int(os.environ.get("LAYERLOOM_KILLS", "2"))
"""Each in another attempt; `make soak` asks for more."""
EPOCHS = 80


class Site:
    def __init__(self, home: Path, database: Database) -> None:
        url = database.url.render_as_string(hide_password=False)
        self.settings = Settings.from_env(home, database_url=url)
        self.settings.prepare()
        self.database = database
        self.worker = Worker(self.settings, database).start()
        self.worker.wait_ready(60)

    def train(self) -> str:
        graph = json.loads(TEMPLATE.read_text())
        graph["training"] |= {"epochs": EPOCHS, "early_stopping": None, "seed": 5}
        opened = upgrades.open_graph(graph)
        data = registry.spec(opened.training.data, self.settings.home)  # type: ignore[arg-type]
        with self.database.write() as session:
            run, _ = history.queue(
                session,
                owner=LOCAL_OWNER,
                project=None,
                key=str(time.time()),
                graph=graph,
                graph_hash=content_hash(opened),
                data=data.model_dump(mode="json"),
            )
        self.worker.wake()
        return run.id

    def row(self, run: str) -> Run:
        with self.database.read() as session:
            return session.get_one(Run, run)

    def events(self, run: str) -> list[dict[str, Any]]:
        with self.database.read() as session:
            rows = history.after(session, run, 0)
        assert [row["seq"] for row in rows] == list(range(1, len(rows) + 1)), "a gap"
        return [row["event"] for row in rows]

    def kinds(self, run: str) -> list[str]:
        return [event["type"] for event in self.events(run)]

    def weights(self, run: str) -> dict[str, Any]:
        """Every array in the model's file, optimizer and batch statistics included."""
        found: dict[str, Any] = {}
        with zipfile.ZipFile(self.settings.runs / run / "model.keras") as archive:
            archive.extract("model.weights.h5", self.settings.runs / run / "opened")
        with h5py.File(self.settings.runs / run / "opened" / "model.weights.h5") as file:
            file.visititems(lambda name, one: found.update({name: one[()]}) if isinstance(one, h5py.Dataset) else None)
        return found

    def processes(self, run: str) -> dict[str, psutil.Process]:
        """The run's child, and the launcher that forked it."""
        folder = str(self.settings.runs / run)
        for process in psutil.Process().children(recursive=True):
            if process.is_running() and _folder(process) == folder:
                return {"child": process, "launcher": process.parent()}
        return {}


def _folder(process: psutil.Process) -> str:
    try:
        return process.cwd()
    except psutil.Error:
        return ""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with databases.fresh("sqlite", tmp_path) as database:
        made = Site(tmp_path / "home", database)
        yield made
        made.worker.close()


def test_killed_in_training_it_ends_with_the_weights_of_an_undisturbed_run(site: Site) -> None:
    whole = site.train()
    assert eventually(lambda: site.row(whole).state in ENDED, 120)
    assert site.row(whole).state == "succeeded", site.row(whole).reason
    killed = site.train()
    for number in range(KILLS):
        saved = site.kinds(killed).count("checkpoint_saved")
        assert eventually(lambda saved=saved: site.kinds(killed).count("checkpoint_saved") > saved, 60)
        victim = ("child", "launcher")[number % 2]
        assert eventually(lambda: bool(site.processes(killed)), 5)
        site.processes(killed)[victim].send_signal(signal.SIGKILL)
        assert eventually(lambda number=number: site.kinds(killed).count("run_requeued") == number + 1, 30), site.kinds(
            killed
        )
        assert eventually(lambda number=number: site.kinds(killed).count("run_resumed") == number + 1, 60)
    assert eventually(lambda: site.row(killed).state in ENDED, 120)
    kinds = site.kinds(killed)
    assert (site.row(killed).state, kinds.count("run_ended")) == ("succeeded", 1)
    expected, found = site.weights(whole), site.weights(killed)
    assert list(expected) == list(found)
    for name, array in expected.items():
        assert np.array_equal(array, found[name]), name
