"""A run's life in the database: queued once, claimed once, numbered without gaps, fenced."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import databases
from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER, Checkpoint, Project, Run
from layerloom.runs import history, leases, requests
from layerloom.runs.events import CheckpointSaved, EpochEnded, LogWritten, RunEnded
from layerloom.runs.leases import LeaseWatch

pytestmark = pytest.mark.fast


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "postgresql" and not databases.postgres_answers():
        pytest.skip("no PostgreSQL on 127.0.0.1:5432")
    with databases.fresh(request.param, tmp_path) as database:
        with database.write() as session:
            session.add(Project(id="p", owner_id=LOCAL_OWNER, name="p", epoch="e", created_at=0.0, updated_at=0.0))
        yield database


def start(database: Database, key: str = "k", project: str | None = "p", priority: int = 0) -> tuple[Run, bool]:
    with database.write() as session:
        return history.queue(
            session,
            owner=LOCAL_OWNER,
            project=project,
            key=key,
            graph={"training": {"epochs": 3}},
            graph_hash="h",
            data=None,
            priority=priority,
        )


def claim(database: Database, worker: str = "w") -> Run:
    with database.write(durable=True) as session:
        run = history.claim(session, worker, device="CPU", jail="none")
    assert run is not None
    return run


def events(database: Database, run: Run, after: int = 0) -> list[tuple[int, str]]:
    with database.read() as session:
        return [(row["seq"], row["event"]["type"]) for row in history.after(session, run.id, after)]


def ended(state: str = "succeeded") -> RunEnded:
    return RunEnded(at=2.0, state=state, reason="Done.", files=("model.keras",), seconds=1.0)


def test_the_same_key_starts_one_run(database: Database) -> None:
    first, new = start(database)
    second, again = start(database)
    assert (new, again) == (True, False)
    assert first.id == second.id
    assert events(database, first) == [(1, "run_queued")]


def test_a_double_click_in_two_threads_starts_one_run(database: Database) -> None:
    made: list[tuple[str, bool]] = []

    def press() -> None:
        run, new = start(database)
        made.append((run.id, new))

    threads = [threading.Thread(target=press) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({run for run, _ in made}) == 1
    assert sum(new for _, new in made) == 1


def test_a_claim_takes_the_most_urgent_and_then_the_oldest_run(database: Database) -> None:
    old, urgent = start(database, "a")[0], start(database, "b", priority=1)[0]
    assert [claim(database).id, claim(database).id] == [urgent.id, old.id]


def test_a_claimed_run_says_that_it_started(database: Database) -> None:
    start(database)
    run = claim(database)
    assert (run.state, run.attempt, run.worker) == ("running", 1, "w")
    with database.read() as session:
        event = history.after(session, run.id, 1)[0]["event"]
    assert (event["type"], event["epochs"], event["batch_size"]) == ("run_started", 3, 32)


def test_two_workers_never_claim_one_run(database: Database) -> None:
    for number in range(12):
        start(database, str(number))
    taken: list[str] = []

    def work(name: str) -> None:
        while True:
            with database.write() as session:
                run = history.claim(session, name, device="CPU", jail="none")
            if run is None:
                return
            taken.append(run.id)

    threads = [threading.Thread(target=work, args=(str(number),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == len(set(taken)) == 12


def test_events_are_numbered_without_gaps(database: Database) -> None:
    start(database)
    run = claim(database)
    with database.write() as session:
        assert history.append(session, run.id, 1, [LogWritten(at=1.0, text="a"), LogWritten(at=1.0, text="b")]) == 4
    with pytest.raises(RuntimeError), database.write() as session:  # noqa: PT012
        history.append(session, run.id, 1, [LogWritten(at=1.0, text="lost")])
        raise RuntimeError
    with database.write() as session:
        history.append(session, run.id, 1, [LogWritten(at=1.0, text="c")])
    assert [seq for seq, _ in events(database, run)] == [1, 2, 3, 4, 5]
    assert [seq for seq, _ in events(database, run, after=3)] == [4, 5]


def test_an_epoch_shows_in_the_list_of_runs(database: Database) -> None:
    start(database)
    run = claim(database)
    epoch = EpochEnded(at=1.0, epoch=1, metrics={"loss": 0.5, "val_loss": None}, learning_rate=0.1, seconds=1.0)
    with database.write() as session:
        history.append(session, run.id, 1, [epoch])
    with database.read() as session:
        assert session.get_one(Run, run.id).metrics == {"loss": 0.5, "val_loss": None}


def test_a_newer_best_checkpoint_takes_the_place_of_the_older(database: Database) -> None:
    start(database)
    run = claim(database)
    for epoch in (1, 2):
        saved = CheckpointSaved(
            at=1.0,
            kind="best",
            epoch=epoch,
            step=9,
            metrics={"loss": 1.0},
            monitor="loss",
            folder="best",
            bytes=3_000_000_000,
        )
        with database.write(durable=True) as session:
            history.append(session, run.id, 1, [saved])
    with database.read() as session:
        assert session.get_one(Checkpoint, (run.id, "best")).epoch == 2


def test_a_run_that_ended_stays_as_it_is(database: Database) -> None:
    start(database)
    run = claim(database)
    with database.write() as session:
        assert history.advance(session, run.id, "succeeded", ended(), attempt=1) == 3
        assert history.advance(session, run.id, "failed", ended("failed"), attempt=1) is None
        with pytest.raises(history.Fenced):
            history.append(session, run.id, 1, [LogWritten(at=1.0, text="late")])
    with database.read() as session:
        row = session.get_one(Run, run.id)
    assert (row.state, row.files, row.reason, row.ended_at) == ("succeeded", ["model.keras"], "Done.", 2.0)
    assert events(database, run)[-1] == (3, "run_ended")


def test_stopping_twice_and_after_the_end_changes_nothing(database: Database) -> None:
    start(database)
    run = claim(database)
    with database.write() as session:
        first = requests.request_stop(session, run.id)
    with database.write() as session:
        second = requests.request_stop(session, run.id)
    assert first is not None
    assert second is not None
    assert first.stop_requested_at == second.stop_requested_at is not None
    with database.write() as session:
        assert leases.heartbeat(session, run.id, 1) == "stop"
        history.advance(session, run.id, "stopped", ended("stopped"), attempt=1)
    with database.write() as session:
        third = requests.request_stop(session, run.id)
    assert third is not None
    assert third.state == "stopped"


def test_a_run_stopped_in_the_queue_never_starts(database: Database) -> None:
    run, _ = start(database)
    with database.write() as session:
        row = requests.request_stop(session, run.id)
        assert row is not None
        assert row.state == "stopped"
        assert history.claim(session, "w", device="CPU", jail="none") is None
    assert events(database, run) == [(1, "run_queued"), (2, "run_ended")]


def test_stopping_an_unknown_run_gives_nothing(database: Database) -> None:
    with database.write() as session:
        assert requests.request_stop(session, "nothing") is None


def expire(database: Database) -> list[str]:
    with database.write() as session:
        return leases.recover(session, leases.leases(session))


def test_a_run_of_a_lost_worker_starts_again_and_the_old_worker_is_fenced_out(database: Database) -> None:
    start(database)
    lost = claim(database, "lost")
    assert expire(database) == [lost.id]
    again = claim(database, "other")
    assert (again.id, again.attempt) == (lost.id, 2)
    with database.write() as session:
        with pytest.raises(history.Fenced):
            history.append(session, lost.id, 1, [LogWritten(at=1.0, text="stale")])
        with pytest.raises(history.Fenced):
            leases.heartbeat(session, lost.id, 1)
        assert history.advance(session, lost.id, "succeeded", ended(), attempt=1) is None
    names = [name for _, name in events(database, again)]
    assert names == ["run_queued", "run_started", "run_requeued", "run_started"]


def test_a_run_that_lost_three_workers_fails_with_a_reason(database: Database) -> None:
    run, _ = start(database)
    for _ in range(3):
        claim(database)
        expire(database)
    with database.read() as session:
        row = session.get_one(Run, run.id)
    assert row.state == "failed"
    assert "3 times" in row.reason


def test_a_run_asked_to_stop_does_not_start_again_after_its_worker_was_lost(database: Database) -> None:
    run, _ = start(database)
    claim(database)
    with database.write() as session:
        requests.request_stop(session, run.id)
    expire(database)
    with database.read() as session:
        assert session.get_one(Run, run.id).state == "stopped"


def test_a_heartbeat_between_two_looks_keeps_the_run(database: Database) -> None:
    start(database)
    run = claim(database)
    with database.write() as session:
        looked = leases.leases(session)
        leases.heartbeat(session, run.id, 1)
        assert leases.recover(session, looked) == []


def test_a_lease_expires_when_its_heartbeat_stands_still() -> None:
    watch = LeaseWatch(seconds=30)
    lease = leases.Lease("r", 1, "w", 5)
    assert watch.expired([lease], now=100) == []
    assert watch.expired([lease], now=129) == []
    assert watch.expired([lease], now=130) == [lease]
    beaten = leases.Lease("r", 1, "w", 6)
    assert watch.expired([beaten], now=131) == []


def test_a_wall_clock_that_jumps_an_hour_expires_no_lease(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    start(database)
    claim(database)
    watch = LeaseWatch(seconds=30)
    for jump in (0.0, 3600.0, -3600.0):
        monkeypatch.setattr("layerloom.runs.history.time.time", lambda jump=jump: 1e9 + jump)
        with database.read() as session:
            assert watch.expired(leases.leases(session), now=1.0 + abs(jump) / 1e6) == []
