"""Code of one's own over HTTP and in a room: proven, sealed, asked about by itself, and run nowhere else. The children are doubles here."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from layerloom.graph import rest
from layerloom.graph.memo import Question
from layerloom.graph.problems import Refused, problem
from layerloom.graph.walk import walk
from layerloom.launcher.rpc import RemoteError
from own_code import MIXED_CODE, SCALED, SCALED_CODE, iris, own
from sites import AnsweringWorker, Person, answer, codes, open_site

PROVE, ASK = "layerloom.engine.custom:prove", "layerloom.engine.infer:answer_own"


def said(code: dict[str, Any]) -> dict[str, Any]:
    """What the prover says of it."""
    kept = {name: code[name] for name in ("name", "kind", "source", "params", "outputs", "defines")}
    return {**kept, "ports": code["inputs"], "shape": [8]}


class ProvingWorker(AnsweringWorker):
    """Its child proves whatever it is told to have found, and answers about code as it is told to."""

    found: Any = None
    lost = False
    odd: Any = None
    asked: list[dict[str, Any]]

    def __init__(self) -> None:
        super().__init__()
        self.asked = []

    def call(self, verb: str, request: dict[str, Any] | None = None, timeout: float = 30.0) -> Any:
        entry = (request or {}).get("entry")
        if verb == "do" and entry == PROVE:
            if isinstance(self.found, Exception):
                raise self.found
            return self.found
        if verb == "do" and entry == ASK:
            assert request is not None
            self.asked.append(request["request"])
            if self.lost:
                raise RemoteError("It was ended by signal 9.")
            return self.odd if self.odd is not None else {"entries": self.infer(request["request"])}
        return super().call(verb, request, timeout)

    def infer(self, request: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}

        def ask(question: Question) -> dict[str, Any] | None:
            if (question.call.layer == "Scaled") != (request in self.asked):  # type: ignore[union-attr]
                return None
            found[question.key] = answer(question)
            return found[question.key]

        plan, flows, known = rest.load(request)
        walk(plan, known, ask, flows=flows)
        return found


@pytest.fixture
def app(tmp_path: Path):
    with open_site(tmp_path / "home", ProvingWorker()) as app:
        yield app


@pytest.fixture
def me(app: Flask) -> Person:
    return Person(app)


def prove(me: Person, project: str, **rest: Any) -> Any:
    return me.post(f"/api/projects/{project}/code", json={"source": SCALED, "params": {}, **rest})


def sealed(me: Person, project: str, **rest: Any) -> dict[str, Any]:
    me.site.worker.found = said({**SCALED_CODE, **rest})
    answered = prove(me, project)
    assert answered.status_code == 200, answered.json
    return answered.json


def draw(me: Person, code: dict[str, Any] | None = None) -> str:
    """A project that calls the code; sealed here where none is given."""
    code = code or sealed(me, me.project())
    return me.project(graph=iris({"a": own("c")}, [("in", "a.x"), ("a", "last")], c=code))


def test_what_is_proven_comes_back_sealed_and_the_project_is_left_alone(me: Person) -> None:
    project = me.project(template="iris-mlp")
    before = me.get(f"/api/projects/{project}").json["graph"]
    found = sealed(me, project)
    assert (found["name"], found["kind"], [one["name"] for one in found["inputs"]]) == ("Scaled", "layer", ["x"])
    assert len(found["proof"]) == 64
    assert me.get(f"/api/projects/{project}").json["graph"] == before


def test_a_faulty_one_is_refused_with_its_line(me: Person) -> None:
    project = me.project()
    me.site.worker.found = Refused(problem("custom_failed", {"step": "x", "line": 3, "what": "y"}, place="line 3"))
    refused = prove(me, project)
    assert (refused.status_code, codes(refused), refused.json["problems"][0]["place"]) == (
        422,
        ["custom_failed"],
        "line 3",
    )


@pytest.mark.parametrize(
    "odd",
    [
        3,
        {},
        {**said(SCALED_CODE), "name": "os.system('x')"},
        {**said(SCALED_CODE), "name": "class"},
        {**said(SCALED_CODE), "ports": []},
        {**said(SCALED_CODE), "ports": [{"name": f"p{place}"} for place in range(99)]},
        {**said(SCALED_CODE), "params": [{"name": "a b", "type": "int"}]},
        {**said(SCALED_CODE), "source": "x" * 300_000},
    ],
    ids=["a number", "nothing", "an expression", "a keyword", "no port", "many ports", "no name", "long"],
)
def test_a_child_that_says_anything_else_proves_nothing(me: Person, odd: Any) -> None:
    project = me.project()
    me.site.worker.found = odd
    refused = prove(me, project)
    assert (refused.status_code, codes(refused)) == (422, ["child_failed"])


def test_a_loss_is_proven_and_does_not_stand_among_layers(me: Person) -> None:
    project = me.project()
    me.site.worker.found = {**said(SCALED_CODE), "kind": "loss", "name": "Far"}
    assert codes(prove(me, project)) == ["custom_not_drawn"]


def test_a_name_is_given_once_and_its_own_code_may_keep_it(me: Person) -> None:
    project = draw(me)
    assert (prove(me, project).status_code, codes(prove(me, project))) == (409, ["custom_kept_already"])
    assert prove(me, project, id="c").status_code == 200


def test_too_long_code_is_not_run(me: Person) -> None:
    project = me.project()
    assert codes(prove(me, project, source="#" * 300_000)) == ["code_too_long"]


def problems(me: Person, project: str) -> list[str]:
    return [
        one["code"] for one in me.get(f"/api/projects/{project}/source").json["problems"] if one["severity"] == "error"
    ]


def test_a_run_of_proven_code_begins_and_its_shapes_are_asked_of_a_child_of_its_own(me: Person) -> None:
    project = draw(me)
    started = me.post(f"/api/projects/{project}/runs", json={"key": "one"})
    assert started.status_code in (200, 201, 202), started.json
    worker = me.site.worker
    assert [[step["node"] for step in asked["steps"]] for asked in worker.asked] == [["a"]]
    assert "class Scaled" in me.get(f"/api/projects/{project}/source").json["source"]


def test_what_was_not_proven_here_is_never_asked_about(me: Person) -> None:
    for code in (SCALED_CODE, {**sealed(me, me.project()), "source": SCALED + "\nimport os\n"}):
        project = draw(me, code)
        assert problems(me, project) == ["custom_unproven"]
        started = me.post(f"/api/projects/{project}/runs", json={"key": "one"})
        assert codes(started) == ["custom_unproven"]
    assert me.site.worker.asked == []


def test_a_seal_of_another_server_is_none(me: Person, tmp_path: Path) -> None:
    with open_site(tmp_path / "other", ProvingWorker()) as other:
        foreign = sealed(Person(other), Person(other).project())
    project = draw(me, foreign)
    assert problems(me, project) == ["custom_unproven"]


def test_code_that_ends_its_process_is_an_error_at_its_node_and_nowhere_else(me: Person) -> None:
    project = draw(me)
    me.site.worker.lost = True
    started = me.post(f"/api/projects/{project}/runs", json={"key": "one"})
    (found,) = started.json["problems"]
    assert (found["code"], found["nodes"]) == ("layer_refused", ["a"])
    assert "signal 9" in found["evidence"]


@pytest.mark.parametrize(
    "odd",
    [
        "anything",
        {"entries": 3},
        {"entries": {"Dense @ x": {"outputs": [{"shape": [None, 1], "dtype": "float32"}]}}},
    ],
)
def test_code_speaks_for_nothing_but_itself(me: Person, odd: Any) -> None:
    project = draw(me)
    me.site.worker.odd = odd
    assert codes(me.post(f"/api/projects/{project}/runs", json={"key": "one"})) == ["layer_refused"]
    memo = me.site.parts["inference"].memo
    assert [key for key in memo if "Scaled" not in key and "#" not in key] == []


def test_switched_off_it_is_told_at_the_node_and_nothing_runs(me: Person) -> None:
    project = draw(me)
    me.site.settings = replace(me.site.settings, code="off")
    assert me.get("/api/session").json["code"] is False
    assert problems(me, project) == ["code_switched_off"]
    assert codes(me.post(f"/api/projects/{project}/runs", json={"key": "one"})) == ["code_switched_off"]
    assert me.site.worker.asked == []


def test_a_script_that_calls_own_code_is_not_edited_as_text(me: Person) -> None:
    project = draw(me)
    shown = me.get(f"/api/projects/{project}/source").json
    if not shown["source"]:
        me.post(f"/api/projects/{project}/runs", json={"key": "one"})
        shown = me.get(f"/api/projects/{project}/source").json
    body = {"graph": shown["graph"], "written": shown["source"], "source": "x = 1"}
    assert codes(me.post(f"/api/projects/{project}/source", json=body)) == ["custom_not_edited"]


def test_a_project_holds_so_much_code_and_no_more(me: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layerloom.web.code.MOST", 1)
    project = draw(me)
    me.site.worker.found = said(MIXED_CODE)
    assert codes(prove(me, project)) == ["custom_too_much"]
