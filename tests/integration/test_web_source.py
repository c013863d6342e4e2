"""An edited script over HTTP: what it does to the graph as it is now, said before anything is done. The child is a double here."""

from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from layerloom.graph.problems import Refused, problem
from layerloom.graph.saved.report import Imported, Report
from layerloom.graph.schema import Graph
from sites import AbsentWorker, AnsweringWorker, Person, codes, guest, link, open_site

REPORT = Report(made_with="Keras 3", model="Functional", layers=3, mapped=())


class EditingWorker(AnsweringWorker):
    """Knows the models of two scripts by heart: the second has another number of units."""

    odd = False

    def call(self, verb: str, request: dict[str, Any] | None = None, timeout: float = 30.0) -> Any:
        if verb != "do" or (request or {})["entry"] != "layerloom.engine.edited:read":
            return super().call(verb, request, timeout)
        assert request is not None
        self.calls.append((verb, request))
        if self.odd:
            return {"before": "anything", "after": 3}
        if "=" not in request["request"]["after"]:
            raise Refused(problem("code_failed", {"line": 3, "what": "ValueError"}, place="line 3"))
        said = [Imported(graph=Graph.model_validate(one), report=REPORT) for one in self.graphs]
        return {side: one.model_dump(mode="json") for side, one in zip(("before", "after"), said, strict=True)}

    graphs: tuple[Any, Any] = ({}, {})


@pytest.fixture
def app(tmp_path: Path):
    with open_site(tmp_path / "home", EditingWorker()) as app:
        yield app


def asked(me: Person, project: str, source: str = "x = 1") -> Any:
    shown = me.get(f"/api/projects/{project}/source").json
    before, after = shown["graph"], {**shown["graph"], "nodes": {**shown["graph"]["nodes"]}}
    dense = before["nodes"]["dense_1"]
    after["nodes"]["dense_1"] = {**dense, "params": {**dense["params"], "units": 48}}
    me.site.worker.graphs = (before, after)
    body = {"graph": shown["graph"], "written": shown["source"], "source": source}
    return me.post(f"/api/projects/{project}/source", json=body)


def test_edited_source_answers_edits_and_what_they_do_and_changes_nothing(app: Flask) -> None:
    me = Person(app)
    project = me.project(template="iris-mlp")
    before = me.get(f"/api/projects/{project}").json["graph"]
    answer = asked(me, project)
    assert answer.status_code == 200, answer.json
    assert answer.json["edits"] == [{"type": "set_param", "node": "dense_1", "param": "units", "value": 48}]
    assert [one["type"] for one in answer.json["comparison"]["diff"]["nodes"]] == ["changed"]
    assert answer.json["comparison"]["after"]["layout"] == before["layout"]
    assert me.get(f"/api/projects/{project}").json["graph"] == before


def test_what_somebody_else_changed_meanwhile_stays_and_what_they_removed_is_left_alone(app: Flask) -> None:
    me = Person(app)
    project = me.project(template="iris-mlp")
    graph = me.get(f"/api/projects/{project}").json["graph"]
    shown = me.get(f"/api/projects/{project}/source").json
    del graph["nodes"]["dense_1"]
    graph["edges"] = {id: one for id, one in graph["edges"].items() if "dense_1" not in (one["source"], one["target"])}
    graph["training"]["epochs"] = 9
    tag = me.get(f"/api/projects/{project}").headers["ETag"]
    me.ask("PUT", f"/api/projects/{project}/graph", json=graph, headers={"If-Match": tag})
    dense = shown["graph"]["nodes"]["dense_1"]
    wider = {**shown["graph"]["nodes"], "dense_1": {**dense, "params": {**dense["params"], "units": 48}}}
    me.site.worker.graphs = (shown["graph"], {**shown["graph"], "nodes": wider})
    body = {"graph": shown["graph"], "written": shown["source"], "source": "x = 1"}
    answer = me.post(f"/api/projects/{project}/source", json=body)
    assert answer.status_code == 200, answer.json
    assert answer.json["edits"] == []
    assert answer.json["comparison"]["diff"]["count"] == 0
    assert answer.json["comparison"]["after"]["training"]["epochs"] == 9


def test_what_is_wrong_with_the_code_comes_as_the_child_says_it(app: Flask) -> None:
    me = Person(app)
    answer = asked(me, me.project(template="iris-mlp"), "nonsense")
    assert answer.status_code == 422
    assert answer.json["problems"][0]["place"] == "line 3"


def test_a_child_that_answers_anything_is_not_believed(app: Flask) -> None:
    me = Person(app)
    me.site.worker.odd = True
    answer = asked(me, me.project(template="iris-mlp"))
    assert answer.status_code == 422
    assert codes(answer) == ["child_failed"]


def test_without_a_worker_the_page_is_told_to_wait(tmp_path: Path) -> None:
    with open_site(tmp_path / "other", AbsentWorker()) as app:
        me = Person(app)
        project = me.project(template="iris-mlp")
        shown = me.get(f"/api/projects/{project}/source").json
        body = {"graph": shown["graph"], "written": shown["source"], "source": "x = 1"}
        assert me.post(f"/api/projects/{project}/source", json=body).status_code == 503


def test_a_guest_who_may_edit_may_not_run_code(app: Flask) -> None:
    me = Person(app)
    project = me.project(template="iris-mlp")
    answer = asked(guest(app, link(me, project, role="edit")[1]), project)
    assert answer.status_code == 403
