"""The worker with a real launcher and runs named for what they do: slow, silent, greedy, stubborn, crashing."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

import databases
import launchers
from launchers import eventually, gone
from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER, Run
from layerloom.launcher import rpc
from layerloom.launcher.client import Unavailable
from layerloom.runs import history, requests
from layerloom.runs.lifecycle import ENDED
from layerloom.settings import Settings
from layerloom.worker import folder as folders
from layerloom.worker.serve import Worker


class Home:
    """A home with a database, and a worker in it whose runs are doubles."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.settings = replace(Settings.from_env(folder, database_url=_url(database)), runs_at_once=1)
        self.settings.prepare()
        self.database = database

    @contextmanager
    def worker(self, double: str, **settings: Any) -> Iterator[Worker]:
        before = os.environ.get("PYTHONPATH")
        os.environ["PYTHONPATH"] = launchers.HERE
        worker = Worker(
            replace(self.settings, **settings),
            self.database,
            run_entry=f"doubles:{double}",
            infer_entry="doubles:whimsical",
            do_entries=frozenset({"doubles:answer", "doubles:refuse", "doubles:fail"}),
            preload=("doubles",),
        ).start()
        try:
            yield worker
        finally:
            worker.close()
            os.environ.pop("PYTHONPATH")
            if before is not None:
                os.environ["PYTHONPATH"] = before

    def queue(self, worker: Worker | None = None, **graph: Any) -> str:
        with self.database.write() as session:
            run, _ = history.queue(
                session,
                owner=LOCAL_OWNER,
                project=None,
                key="k",
                graph={"training": {}} | graph,
                graph_hash="h",
                data=None,
            )
        if worker is not None:
            worker.wake()
        return run.id

    def ask(self, what: Callable[[Session, str], Any], run: str, worker: Worker) -> None:
        with self.database.write() as session:
            what(session, run)
        worker.wake()

    def stop(self, run: str, worker: Worker) -> None:
        self.ask(requests.request_stop, run, worker)

    def run(self, run: str) -> Run:
        with self.database.read() as session:
            return session.get_one(Run, run)

    def ended(self, run: str, seconds: float = 20) -> Run:
        assert eventually(lambda: self.run(run).state in ENDED, seconds), self.run(run).state
        return self.run(run)

    def events(self, run: str) -> list[dict[str, Any]]:
        with self.database.read() as session:
            rows = history.after(session, run, 0)
        assert [row["seq"] for row in rows] == list(range(1, len(rows) + 1)), "a gap"
        return [row["event"] for row in rows]

    def saw(self, run: str, kind: str) -> bool:
        return any(event["type"] == kind for event in self.events(run))


def _url(database: Database) -> str:
    return database.url.render_as_string(hide_password=False)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with databases.fresh("sqlite", tmp_path) as database:
        yield Home(tmp_path / "home", database)


@pytest.fixture(params=["sqlite", "postgresql"])
def any_home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Home]:
    if request.param == "postgresql" and not databases.postgres_answers():
        pytest.skip("no PostgreSQL on 127.0.0.1:5432")
    with databases.fresh(request.param, tmp_path) as database:
        yield Home(tmp_path / "home", database)


def test_a_run_goes_from_the_queue_to_its_files(any_home: Home) -> None:
    home = any_home
    with home.worker("QuickRun") as worker:
        run = home.ended(home.queue(worker))
        assert (run.state, run.reason, run.files) == ("succeeded", "All epochs are done.", ["model.keras"])
        assert run.metrics == {"loss": 0.5}
        kinds = [event["type"] for event in home.events(run.id)]
        assert kinds[:2] == ["run_queued", "run_started"]
        assert kinds[-1] == "run_ended"
        assert kinds.count("epoch_ended") == 2
        folder = home.settings.runs / run.id
        assert (folder / "log.txt").read_text() == "hello from the run\n"
        assert {path.name for path in folder.iterdir()} == {"graph.json", "request.json", "log.txt", "model.keras"}


def test_queued_runs_run_one_after_the_other(home: Home) -> None:
    with home.worker("QuickRun") as worker:
        runs = [home.queue() for _ in range(4)]
        worker.wake()
        assert [home.ended(run).state for run in runs] == ["succeeded"] * 4
        starts = [home.run(run).started_at or 0 for run in runs]
        ends = [home.run(run).ended_at or 0 for run in runs]
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_stop_ends_a_run_at_once_and_keeps_its_weights(home: Home) -> None:
    with home.worker("SlowRun") as worker:
        run = home.queue(worker)
        assert eventually(lambda: home.saw(run, "batches_ended"))
        home.stop(run, worker)
        home.stop(run, worker)
        ended = home.ended(run)
        assert (ended.state, ended.files) == ("stopped", ["model.keras"])
        assert ended.reason == "Stopped by you. What it had learned is kept."
        assert [event["type"] for event in home.events(run)].count("run_ended") == 1
        home.stop(run, worker)
        assert home.run(run).state == "stopped"


def test_a_run_that_hears_no_stop_is_made_to(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layerloom.worker.supervise.TERMINATE_SECONDS", 0.5)
    monkeypatch.setattr("layerloom.worker.supervise.KILL_SECONDS", 1.0)
    with home.worker("StubbornRun") as worker:
        run = home.queue(worker)
        assert eventually(lambda: home.saw(run, "batches_ended"))
        home.stop(run, worker)
        ended = home.ended(run)
        assert (ended.state, "did not end by itself" in ended.reason) == ("stopped", True)


@pytest.mark.parametrize(
    ("double", "words"),
    [
        ("CrashingRun", "ValueError: the layer fell off"),
        ("SegfaultingRun", "too little memory. Try a smaller batch"),
        ("SelfKillingRun", "ran out of memory"),
        ("Concluding", "The loss became NaN."),
    ],
)
def test_a_run_that_fails_says_why_and_the_next_one_starts(home: Home, double: str, words: str) -> None:
    with home.worker(double) as worker:
        first, second = home.queue(), home.queue()
        worker.wake()
        for run in (first, second):
            ended = home.ended(run)
            assert ended.state == "failed"
            assert words in ended.reason
            assert home.saw(run, "epoch_ended")


def test_the_traceback_of_a_crash_is_in_the_log_events(home: Home) -> None:
    with home.worker("CrashingRun") as worker:
        run = home.ended(home.queue(worker))
        logged = "".join(event["text"] for event in home.events(run.id) if event["type"] == "log_written")
        assert "doubles.py" in logged
        assert "Traceback" not in run.reason


@pytest.mark.parametrize("double", ["SilentRun", "DroningRun"])
def test_a_silent_run_is_ended(home: Home, double: str) -> None:
    with home.worker(double, silence_seconds=1.0) as worker:
        ended = home.ended(home.queue(worker))
        assert (ended.state, "went silent" in ended.reason) == ("failed", True)


def test_a_run_that_says_it_is_alive_is_left_alone(home: Home) -> None:
    with home.worker("PatientRun", silence_seconds=1.0) as worker:
        assert home.ended(home.queue(worker)).state == "succeeded"


@pytest.mark.parametrize("double", ["MemoryHog", "SlowMemoryHog"])
def test_a_run_that_takes_too_much_memory_is_told_so(home: Home, double: str) -> None:
    with home.worker(double, memory_bytes=400_000_000) as worker:
        ended = home.ended(home.queue(worker))
        assert ended.state == "failed"
        assert "ran out of memory" in ended.reason
        assert "smaller batch" in ended.reason


def test_lines_that_look_like_events_are_only_log(home: Home) -> None:
    with home.worker("LyingRun") as worker:
        run = home.ended(home.queue(worker))
        kinds = [event["type"] for event in home.events(run.id)]
        assert run.state == "succeeded"
        assert kinds.count("run_started") == kinds.count("run_ended") == kinds.count("epoch_ended") == 1
        assert "no_such_event" not in kinds


def test_a_loud_run_keeps_a_megabyte_of_its_log(home: Home) -> None:
    with home.worker("LoudRun") as worker:
        run = home.ended(home.queue(worker))
        assert run.state == "succeeded"
        size = (home.settings.runs / run.id / "log.txt").stat().st_size
        assert 1_000_000 < size < 1_100_000
        logged = sum(len(event["text"]) for event in home.events(run.id) if event["type"] == "log_written")
        assert logged < 1_100_000


def test_a_database_that_takes_nothing_for_a_while_costs_a_run_neither_event_nor_life(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with home.worker("SlowRun") as worker:
        run = home.queue(worker)
        assert eventually(lambda: home.saw(run, "batches_ended"))
        with monkeypatch.context() as patch:
            patch.setattr(Database, "write", _raiser(DATABASE_FULL))
            time.sleep(1.5)
        time.sleep(1.2)
        home.stop(run, worker)
        ended = home.ended(run)
        steps = [event["step"] for event in home.events(run) if event["type"] == "batches_ended"]
        assert (ended.state, ended.attempt, ended.files) == ("stopped", 1, ["model.keras"])
        assert steps == list(range(len(steps)))
        assert len(steps) > 50


def test_a_last_word_waits_for_a_database_that_takes_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    with home.worker("ShortRun") as worker:
        run = home.queue(worker)
        assert eventually(lambda: home.saw(run, "batches_ended"))
        with monkeypatch.context() as patch:
            patch.setattr(Database, "write", _raiser(DATABASE_FULL))
            time.sleep(1.5)
            assert home.run(run).state == "running"
        assert (home.ended(run).state, home.run(run).attempt) == ("succeeded", 1)


def test_a_run_whose_files_cannot_be_kept_says_why_and_the_next_one_starts(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with home.worker("QuickRun") as worker:
        with monkeypatch.context() as patch:
            patch.setattr(folders, "prepare", _raiser(OSError(errno.ENOSPC, "No space left on device")))
            ended = home.ended(home.queue(worker))
        assert (ended.state, ended.attempt, "The disk is full" in ended.reason) == ("failed", 1, True)
        assert home.ended(home.queue(worker)).state == "succeeded"


@pytest.mark.parametrize(("damage", "kept"), [({}, 1), ({"damaged": 1}, 2), ({"linked": 1}, 2)])
def test_a_run_that_is_killed_offers_its_newest_whole_checkpoint(home: Home, damage: dict[str, int], kept: int) -> None:
    with home.worker("KilledAfterCheckpoints") as worker:
        ended = home.ended(home.queue(worker, **damage))
        assert (ended.state, ended.files) == ("failed", ["model.keras", "receipt.json"])
        assert f"after epoch {kept}, is kept as model.keras" in ended.reason
        assert (home.settings.runs / ended.id / "model.keras").read_text() == f"epoch {kept}"


DATABASE_FULL = OperationalError("UPDATE", {}, Exception("database or disk is full"))


def _raiser(error: Exception) -> Any:
    def raiser(*_: Any, **__: Any) -> Any:
        raise error

    return raiser


def test_every_point_is_stored_once_and_in_order(any_home: Home) -> None:
    home = any_home
    with home.worker("BatchedRun") as worker:
        run = home.ended(home.queue(worker))
        steps = [event["step"] for event in home.events(run.id) if event["type"] == "batches_ended"]
        assert steps == list(range(500))


def test_a_run_whose_launcher_dies_starts_again(home: Home) -> None:
    with home.worker("SlowRun") as worker:
        run = home.queue(worker)
        assert eventually(lambda: home.saw(run, "batches_ended"))
        pid = worker._launcher.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        assert eventually(lambda: home.run(run).attempt == 2 and home.run(run).state == "running")
        assert home.saw(run, "run_requeued")
        home.stop(run, worker)
        assert home.ended(run).state == "stopped"


@pytest.mark.parametrize("double", ["SlowRun", "StubbornRun"])
def test_a_run_goes_on_when_a_closed_worker_comes_back(
    home: Home, monkeypatch: pytest.MonkeyPatch, double: str
) -> None:
    monkeypatch.setattr("layerloom.worker.supervise.TERMINATE_SECONDS", 0.5)
    monkeypatch.setattr("layerloom.worker.supervise.KILL_SECONDS", 1.0)
    with home.worker(double) as worker:
        run = home.queue(worker)
        assert eventually(lambda: home.saw(run, "batches_ended"))
    assert home.run(run).state == "queued"
    assert "closed while it trained" in home.events(run)[-1]["reason"]
    with home.worker("QuickRun"):
        assert (home.ended(run).state, home.run(run).attempt) == ("succeeded", 2)


def test_a_paused_run_frees_its_place_and_goes_on_when_it_is_taken_up(home: Home) -> None:
    with home.worker("SlowRun") as worker:
        run = home.queue(worker)
        assert eventually(lambda: home.saw(run, "batches_ended"))
        home.ask(requests.request_pause, run, worker)
        assert eventually(lambda: home.run(run).state == "paused")
        other = home.queue(worker)
        assert eventually(lambda: home.saw(other, "batches_ended"))
        home.stop(other, worker)
        assert home.ended(other).state == "stopped"
        home.ask(requests.take_up, run, worker)
        assert eventually(lambda: home.run(run).attempt == 2 and home.run(run).state == "running")
        home.stop(run, worker)
        assert home.ended(run).state == "stopped"


def test_a_run_that_is_stopped_while_paused_is_taken_up_to_save_its_weights(home: Home) -> None:
    with home.worker("SlowRun") as worker:
        run = home.queue(worker)
        assert eventually(lambda: home.saw(run, "batches_ended"))
        home.ask(requests.request_pause, run, worker)
        assert eventually(lambda: home.run(run).state == "paused")
        home.stop(run, worker)
        assert (home.ended(run).state, home.run(run).files) == ("stopped", ["model.keras"])


WORKER = """
import sys, time
from dataclasses import replace
from layerloom.db.session import Database
from layerloom.settings import Settings
from layerloom.worker.serve import Worker
settings = Settings.from_env(sys.argv[1], database_url=sys.argv[2])
database = Database(settings.database_url)
worker = Worker(settings, database, run_entry=f"doubles:{sys.argv[3]}", preload=("doubles",)).start()
print("up", flush=True)
time.sleep(100)
"""


def separate_worker(home: Home, double: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, str(home.settings.home), home.settings.database_url, double],
        env={**os.environ, "PYTHONPATH": launchers.HERE},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def test_a_run_survives_a_worker_that_is_killed(any_home: Home) -> None:
    home = any_home
    run = home.queue()
    lost = separate_worker(home, "SlowRun")
    try:
        assert eventually(lambda: home.saw(run, "batches_ended"), 20)
        below = [child.pid for child in psutil.Process(lost.pid).children(recursive=True)]
    finally:
        lost.kill()
        lost.wait()
    assert len(below) == 2
    assert all(eventually(lambda pid=pid: gone(pid)) for pid in below)
    assert home.run(run).state == "running"
    with home.worker("QuickRun"):
        ended = home.ended(run)
    assert (ended.state, ended.attempt) == ("succeeded", 2)
    kinds = [event["type"] for event in home.events(run)]
    assert kinds.index("run_requeued") < len(kinds) - 1


def test_workers_killed_again_and_again_lose_no_run_and_no_event(home: Home) -> None:
    runs = [home.queue() for _ in range(12)]
    for patience in (0.9, 1.3, 0.7, 1.6, 1.1):
        worker = separate_worker(home, "ShortRun")
        time.sleep(patience)
        worker.kill()
        worker.wait()
    with home.worker("ShortRun"):
        for run in runs:
            ended = home.ended(run, 40)
            assert ended.state == "succeeded" or (ended.attempt == 3 and "3 times" in ended.reason)
            kinds = [event["type"] for event in home.events(run)]
            assert kinds.count("run_ended") == 1
            assert kinds.count("run_started") == ended.attempt
            assert kinds[-1] == "run_ended"


def test_health_is_answered_while_the_launcher_still_starts(home: Home) -> None:
    with home.worker("QuickRun") as worker:
        client = rpc.Client(home.settings.socket)
        health = client.call("health")
        assert health["launcher"] in ("starting", "ready")
        worker.wait_ready(20)
        assert client.call("health")["jail"] != ""
        client.close()


def test_the_socket_is_closed_to_other_users(home: Home) -> None:
    with home.worker("QuickRun"):
        assert home.settings.socket.stat().st_mode & 0o077 == 0
        assert home.settings.home.stat().st_mode & 0o077 == 0


def test_a_second_worker_for_one_home_is_refused(home: Home) -> None:
    with home.worker("QuickRun"):
        second = Worker(home.settings, home.database, preload=("doubles",))
        with pytest.raises(rpc.AlreadyServed):
            second.start()


def test_calls_of_many_threads_are_answered_each_with_its_own(home: Home) -> None:
    with home.worker("QuickRun") as worker:
        worker.wait_ready(20)
        client, answers = rpc.Client(home.settings.socket), {}

        def ask(number: int) -> None:
            verb, request = (
                ("infer", {"value": number}) if number % 2 else ("do", {"entry": "doubles:answer", "request": number})
            )
            found = client.call(verb, request)
            answers[number] = found["echo"] if number % 2 else found["answer"]

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answers == {number: number for number in range(16)}
        client.close()


def test_a_refusal_crosses_the_socket_whole(home: Home) -> None:
    from layerloom.graph.problems import Refused

    with home.worker("QuickRun") as worker:
        worker.wait_ready(20)
        client = rpc.Client(home.settings.socket)
        with pytest.raises(Refused) as caught:
            client.call("do", {"entry": "doubles:refuse", "request": {}})
        assert (caught.value.status, caught.value.problems[0].code) == (415, "too_large")
        with pytest.raises(rpc.RemoteError, match="KeyError"):
            client.call("do", {"entry": "doubles:fail", "request": {}})
        client.close()


def test_only_listed_entries_are_started_for_others(home: Home) -> None:
    with home.worker("QuickRun") as worker:
        worker.wait_ready(20)
        client = rpc.Client(home.settings.socket)
        with pytest.raises(rpc.RemoteError, match="os:system"):
            client.call("do", {"entry": "os:system", "request": "true"})
        with pytest.raises(rpc.RemoteError, match="own folder"):
            client.call("do", {"entry": "doubles:answer", "request": 1, "read": ["/etc/shadow"]})
        client.close()


def test_subscribers_are_poked_and_find_the_events(home: Home) -> None:
    with home.worker("QuickRun") as worker:
        worker.wait_ready(20)
        client, pokes = rpc.Client(home.settings.socket), []
        client.subscribe(pokes.append)
        assert eventually(lambda: pokes != [])
        run = home.queue()
        client.call("wake")
        home.ended(run)
        last = len(home.events(run))
        assert eventually(lambda: {"run": run, "seq": last} in pokes)
        client.close()


def test_a_client_finds_a_worker_that_was_restarted(home: Home) -> None:
    client, pokes = rpc.Client(home.settings.socket), []
    with pytest.raises(Unavailable):
        client.call("health")
    client.subscribe(pokes.append)
    for _ in range(2):
        pokes.clear()
        with home.worker("QuickRun") as worker:
            assert eventually(lambda: pokes != [])
            assert client.call("health")["pid"] == os.getpid()
            worker.wait_ready(20)
    client.close()
