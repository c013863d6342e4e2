"""Runs over HTTP and sockets: one run a click, every event once and in order, files of one run alone."""

import json
import time
from typing import Any

import pytest
from flask import Flask

from graph_cases import GRAPHS
from layerloom.db.tables import Run
from layerloom.runs import history
from layerloom.runs.events import BatchesEnded, CheckpointSaved, EpochEnded, RunEnded
from sites import AbsentWorker, FailingWorker, Person, codes, open_site, received, soon, stranger


@pytest.fixture
def project(me: Person) -> str:
    return me.project(template="iris-mlp")


def start(me: Person, project: str, key: str = "k") -> str:
    answer = me.post(f"/api/projects/{project}/runs", json={"key": key})
    assert answer.status_code == 201, answer.json
    return answer.json["run"]["id"]


class Worker:
    """Writes a run's events as the worker would, and pokes."""

    def __init__(self, me: Person, run: str) -> None:
        self.site, self.run = me.site, run
        with self.site.database.write() as session:
            self.attempt = history.claim(session, "w", device="CPU", jail="none").attempt
        self.step = 0
        self.poke()

    def poke(self) -> None:
        self.site.parts["relay"].poke({"run": self.run, "seq": 0})

    def batch(self, poke: bool = True) -> None:
        event = BatchesEnded(
            at=time.time(), epoch=1, step=self.step, columns={"loss": (0.5,)}, learning_rate=0.1, samples_per_second=1.0
        )
        self.step += 1
        with self.site.database.write() as session:
            history.append(session, self.run, self.attempt, [event])
        if poke:
            self.poke()

    def epoch(self) -> None:
        row = {"loss": 0.5, "val_loss": float("0.4")}
        with self.site.database.write() as session:
            event = EpochEnded(at=time.time(), epoch=1, metrics=row, learning_rate=0.1, seconds=1.0)
            history.append(session, self.run, self.attempt, [event])
        self.poke()

    def checkpoint(self, epoch: int) -> None:
        event = CheckpointSaved(
            at=time.time(), kind="last", epoch=epoch, step=9, metrics={}, monitor="loss", folder="last", bytes=1
        )
        with self.site.database.write() as session:
            history.append(session, self.run, self.attempt, [event])

    def end(self, files: tuple[str, ...] = ()) -> None:
        with self.site.database.write() as session:
            ended = RunEnded(at=time.time(), state="succeeded", reason="Done.", files=files, seconds=1.0)
            history.advance(session, self.run, "succeeded", ended, self.attempt)
        self.poke()


@pytest.fixture
def live(app: Flask, me: Person) -> Any:
    """The relay runs, as in a served process."""
    me.site.parts["relay"].start()
    return me


def watch(me: Person, run: str, after: Any = 0) -> Any:
    socket = me.socket()
    assert "last" in socket.emit("run_subscribe", {"run": run, "after": after}, callback=True)
    return socket


def seqs(socket: Any, kept: list[int]) -> list[int]:
    for batch in received(socket, "run_events"):
        kept += [event["seq"] for event in batch["events"]]
    return kept


def test_a_run_begins_from_the_live_graph_and_keeps_it(me: Person, project: str):
    run = start(me, project)
    shown = me.get(f"/api/runs/{run}").json
    assert (shown["state"], shown["number"], shown["place"], shown["project"]) == ("queued", 1, 1, project)
    graph = me.get(f"/api/projects/{project}").json["graph"]
    assert me.get(f"/api/runs/{run}/graph").json == graph
    me.ask("PATCH", f"/api/projects/{project}", json={"name": "Later"})
    assert me.get(f"/api/runs/{run}/graph").json["name"] != "Later"
    assert me.get("/api/projects").json[0]["last_run"]["id"] == run
    soon(lambda: [verb for verb, _ in me.site.worker.calls if verb == "wake"])


def test_a_double_click_is_one_run(me: Person, project: str):
    first = start(me, project, "same")
    again = me.post(f"/api/projects/{project}/runs", json={"key": "same"})
    assert (again.status_code, again.json["run"]["id"]) == (200, first)
    other = start(me, project, "other")
    assert [one["number"] for one in me.get(f"/api/projects/{project}/runs").json] == [2, 1]
    assert me.get(f"/api/runs/{other}").json["place"] == 2


@pytest.mark.parametrize("body", [{}, {"key": ""}, {"key": 5}, {"key": "x" * 101}])
def test_a_start_without_a_key_is_refused(me: Person, project: str, body: dict):
    assert me.post(f"/api/projects/{project}/runs", json=body).status_code == 422


def test_a_graph_with_errors_is_refused_before_it_is_queued(me: Person):
    project = me.project()
    answer = me.post(f"/api/projects/{project}/runs", json={"key": "k"})
    assert answer.status_code == 422
    assert "no_input" in codes(answer)
    assert me.get(f"/api/projects/{project}/runs").json == []


def test_a_graph_without_data_is_refused_before_it_is_queued(me: Person):
    graph = json.loads((GRAPHS / "valid" / "shared.json").read_text())
    project = me.project(graph=graph)
    answer = me.post(f"/api/projects/{project}/runs", json={"key": "k"})
    assert (answer.status_code, codes(answer)) == (422, ["no_data"])
    assert answer.json["problems"][0]["severity"] == "error"
    assert me.get(f"/api/projects/{project}/runs").json == []


def test_a_start_while_the_engine_is_starting_says_so_and_queues_nothing(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("layerloom.web.inference.InferenceService.settle.__defaults__", (0.1,))
    with open_site(tmp_path, AbsentWorker()) as app:
        me = Person(app)
        project = me.project(template="iris-mlp")
        answer = me.post(f"/api/projects/{project}/runs", json={"key": "k"})
        assert (answer.status_code, codes(answer)) == (503, ["worker_starting"])
        assert me.get(f"/api/projects/{project}/runs").json == []


def test_a_start_whose_shapes_kill_the_engine_says_so_and_queues_nothing(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("layerloom.web.inference.InferenceService.settle.__defaults__", (0.1,))
    with open_site(tmp_path, FailingWorker()) as app:
        me = Person(app)
        project = me.project(template="iris-mlp")
        answer = me.post(f"/api/projects/{project}/runs", json={"key": "k"})
        assert (answer.status_code, codes(answer)) == (503, ["inference_failed"])
        assert answer.json["problems"][0]["severity"] == "error"
        assert me.get(f"/api/projects/{project}/runs").json == []


def test_stopping_twice_or_after_the_end_changes_nothing(me: Person, project: str):
    run = start(me, project)
    first, second = (me.post(f"/api/runs/{run}/stop") for _ in range(2))
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json == second.json
    assert first.json["run"]["state"] == "stopped"


def test_a_running_run_is_only_asked_to_stop(me: Person, project: str):
    run = start(me, project)
    Worker(me, run)
    stopped = me.post(f"/api/runs/{run}/stop").json["run"]
    assert (stopped["state"], stopped["stop_requested"]) == ("running", True)


def test_a_queued_run_is_paused_and_taken_up_again_at_its_place(me: Person, project: str):
    first, second = start(me, project, "a"), start(me, project, "b")
    paused = me.post(f"/api/runs/{first}/pause").json["run"]
    assert (paused["state"], paused["place"]) == ("paused", None)
    assert me.post(f"/api/runs/{first}/pause").json["run"] == paused
    assert me.get(f"/api/runs/{second}").json["place"] == 1
    back = me.post(f"/api/runs/{first}/resume").json["run"]
    assert (back["state"], back["place"], back["pause_requested"]) == ("queued", 1, False)
    assert me.post(f"/api/runs/{first}/resume").json["run"] == back


def test_a_running_run_is_only_asked_to_pause(me: Person, project: str):
    run = start(me, project)
    Worker(me, run)
    asked = me.post(f"/api/runs/{run}/pause").json["run"]
    assert (asked["state"], asked["pause_requested"]) == ("running", True)
    assert me.post(f"/api/runs/{run}/resume").json["run"] == asked


def test_a_run_goes_on_from_one_that_is_over(me: Person, project: str):
    first = start(me, project)
    worker = Worker(me, first)
    worker.checkpoint(4)
    going = me.post(f"/api/projects/{project}/runs", json={"key": "early", "goes_on": first})
    assert (going.status_code, codes(going)) == (422, ["no_checkpoint"])
    worker.end()
    assert me.get(f"/api/runs/{first}").json["goes_on"] == 4
    made = me.post(f"/api/projects/{project}/runs", json={"key": "further", "goes_on": first})
    assert (made.status_code, made.json["run"]["parent"], made.json["run"]["goes_on"]) == (201, 1, None)
    second = Worker(me, made.json["run"]["id"])
    started = me.get(f"/api/runs/{second.run}/events").json["events"][-1]["event"]
    assert started["type"] == "run_started"
    assert started["epochs"] == 4 + me.get(f"/api/runs/{second.run}/graph").json["training"]["epochs"]


def test_a_run_goes_on_only_from_one_of_its_own_project(me: Person, project: str):
    other = start(me, me.project(template="iris-mlp"))
    for run in (other, "0" * 32):
        answer = me.post(f"/api/projects/{project}/runs", json={"key": "k", "goes_on": run})
        assert (answer.status_code, codes(answer)) == (404, ["unknown_run"])
    assert me.get(f"/api/projects/{project}/runs").json == []


def test_earlier_events_and_what_came_after_are_the_same_as_all_events(me: Person, project: str):
    run = start(me, project)
    worker = Worker(me, run)
    for _ in range(5):
        worker.batch()
    early = me.get(f"/api/runs/{run}/events?after=0").json
    worker.epoch()
    worker.end()
    late = me.get(f"/api/runs/{run}/events?after={early['last']}").json
    whole = me.get(f"/api/runs/{run}/events").json
    assert early["events"] + late["events"] == whole["events"]
    assert [event["seq"] for event in whole["events"]] == list(range(1, whole["last"] + 1))


@pytest.mark.parametrize("after", ["-1", "abc", "1e9", "99999999999999999999", "1.5", "", "٣"])
def test_a_number_that_is_none_is_refused(me: Person, project: str, after: str):
    run = start(me, project)
    answer = me.get(f"/api/runs/{run}/events", query_string={"after": after})
    assert (answer.status_code, codes(answer)) == (422, ["bad_seq"])


@pytest.mark.parametrize("after", [-1, 2**60, "abc", "-5", 1.5, None, True, [], {}, float("inf")])
def test_a_number_that_is_none_is_refused_by_the_socket_too(me: Person, project: str, after: Any):
    run = start(me, project)
    answer = me.socket().emit("run_subscribe", {"run": run, "after": after}, callback=True)
    assert (codes(answer), answer["status"]) == (["bad_seq"], 422)


def test_watching_gives_every_event_once_and_in_order(live: Person, project: str):
    run = start(live, project)
    worker = Worker(live, run)
    for _ in range(3):
        worker.batch()
    socket, kept = watch(live, run), []
    for _ in range(40):
        worker.batch()
        time.sleep(0.005)
    late, late_kept = watch(live, run, after=20), []
    worker.end()
    last = live.get(f"/api/runs/{run}/events").json["last"]
    soon(lambda: (seqs(socket, kept) and kept[-1] == last) and (seqs(late, late_kept) and late_kept[-1] == last))
    assert kept == list(range(1, last + 1))
    assert late_kept == list(range(21, last + 1))


def test_at_most_ten_messages_a_second_are_sent_of_a_run(live: Person, project: str):
    run = start(live, project)
    worker = Worker(live, run)
    socket = watch(live, run)
    socket.get_received()
    began = time.monotonic()
    while time.monotonic() - began < 1.0:
        worker.batch()
        time.sleep(0.002)
    seconds = time.monotonic() - began
    batches = received(socket, "run_events")
    assert 3 <= len(batches) <= 10 * seconds + 2
    assert sum(len(batch["events"]) for batch in batches) > len(batches)


def test_a_lost_poke_costs_a_moment_and_no_event(live: Person, project: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("layerloom.web.relay.LOOK_SECONDS", 0.1)
    run = start(live, project)
    worker = Worker(live, run)
    socket, kept = watch(live, run), []
    worker.batch(poke=False)
    worker.batch(poke=False)
    last = live.get(f"/api/runs/{run}/events").json["last"]
    soon(lambda: seqs(socket, kept) and kept[-1] == last)
    assert kept == list(range(1, last + 1))


def test_a_project_hears_of_its_runs(live: Person, project: str):
    socket = live.socket()
    socket.emit("document_join", {"project": project, "epoch": None}, callback=True)
    run = start(live, project)
    states: list[str] = []

    def look() -> list[str]:
        states.extend(one["run"]["state"] for one in received(socket, "project_runs") if one["run"]["id"] == run)
        return states

    soon(lambda: "queued" in look())
    worker = Worker(live, run)
    soon(lambda: "running" in look())
    worker.end()
    soon(lambda: "succeeded" in look())


def test_who_stopped_watching_hears_nothing_more(live: Person, project: str):
    run = start(live, project)
    worker = Worker(live, run)
    socket = watch(live, run)
    socket.emit("run_unsubscribe", {"run": run}, callback=True)
    socket.get_received()
    worker.batch()
    time.sleep(0.3)
    assert received(socket, "run_events") == []


def test_only_a_runs_own_files_can_be_downloaded(me: Person, project: str):
    run = start(me, project)
    folder = me.site.settings.runs / run
    folder.mkdir(parents=True)
    for name in ("model.keras", "request.json", "log.txt"):
        (folder / name).write_text(name)
    Worker(me, run).end(files=("model.keras", "../escape"))
    answer = me.get(f"/api/runs/{run}/files/model.keras")
    assert (answer.status_code, answer.text) == (200, "model.keras")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="model.keras"')
    assert me.get(f"/api/runs/{run}/files/log.txt").text == "log.txt"
    for name in ("request.json", "..", "nothing", "../escape", "%2e%2e%2ftoken"):
        assert me.get(f"/api/runs/{run}/files/{name}").status_code == 404, name


def test_a_run_of_somebody_else_is_the_same_as_none(app: Flask, me: Person, project: str):
    run = start(me, project)
    other = stranger(app)
    for method, path in (
        ("GET", ""),
        ("GET", "/events"),
        ("POST", "/stop"),
        ("POST", "/pause"),
        ("POST", "/resume"),
        ("GET", "/files/log.txt"),
        ("GET", "/graph"),
    ):
        answer = other.ask(method, f"/api/runs/{run}{path}")
        assert (answer.status_code, codes(answer)) == (404, ["unknown_run"]), path
        assert answer.json["problems"][0]["evidence"] == run
    answer = other.socket().emit("run_subscribe", {"run": run, "after": 0}, callback=True)
    assert (codes(answer), answer["status"]) == (["unknown_run"], 404)
    assert me.get(f"/api/runs/{run}").json["state"] == "queued"


def test_the_best_rows_metrics_are_shown(me: Person, project: str):
    run = start(me, project)
    Worker(me, run).epoch()
    assert me.get(f"/api/runs/{run}").json["metrics"] == {"loss": 0.5, "val_loss": 0.4}


def test_a_run_from_the_terminal_belongs_to_no_project(me: Person):
    with me.site.database.write() as session:
        row, _ = history.queue(session, owner="local", project=None, key="t", graph={}, graph_hash="h", data=None)
        run = row.id
    assert me.get(f"/api/runs/{run}").json["project"] == ""
    with me.site.database.read() as session:
        assert session.get(Run, run) is not None
