"""Places of a room's graph → what fits there, over HTTP, with a worker that knows layers by heart."""

import itertools
from pathlib import Path
from typing import Any

import pytest

from layerloom import catalog
from layerloom.graph import fits as trials
from layerloom.graph import rest
from layerloom.graph.memo import Entry, Question, Tensor
from layerloom.graph.walk import walk
from layerloom.launcher.rpc import RemoteError
from layerloom.web import trying
from sites import AbsentWorker, AnsweringWorker, FailingWorker, Person, codes, open_site, stranger

pytestmark = pytest.mark.fast


class KnowingWorker(AnsweringWorker):
    """Flatten makes a list, a recurrent layer gives its last step or all of them, a picture stays one, all else passes on."""

    def infer(self, request: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}

        def ask(question: Question) -> Any:
            found[question.key] = _judged(question).dump()
            return found[question.key]

        plan, flows, known = rest.load(request)
        walk(plan, known, ask, flows=flows)
        return found


def _judged(question: Question) -> Entry:
    arriving = next(iter(question.calls[-1].values()))
    first = arriving if isinstance(arriving, Tensor) else arriving[0]
    layer, params = question.call.layer, question.call.params
    if layer.endswith("2D") and len(first.shape) != 4:
        return Entry(None, error="expected ndim=4")
    if layer in ("Flatten", "GlobalAveragePooling1D"):
        return Entry((Tensor((None, 64)),))
    if layer == "Reshape" and -1 not in params["target_shape"]:
        return Entry((Tensor((None, *params["target_shape"])),))
    if layer == "LSTM":
        kept = first.shape[:2] if params.get("return_sequences") else first.shape[:1]
        return Entry((Tensor((*kept, params["units"])),))
    return Entry((first,))


@pytest.fixture
def knowing(tmp_path: Path) -> Any:
    with open_site(tmp_path, KnowingWorker()) as app:
        yield Person(app)


PICTURE = {"in": {"type": "input", "name": "pixels", "shape": [8, 8, 1]}}


def drawn(me: Person, **layers: str) -> str:
    """in → each layer in turn."""
    nodes: dict[str, Any] = dict(PICTURE)
    starts = {name: dict(catalog.get("layer", name).start) for name in layers.values()}
    for id, layer in layers.items():
        params = starts[layer] | ({"target_shape": [8, 8]} if layer == "Reshape" else {})
        nodes[id] = {"type": "layer", "name": f"the_{id}", "layer": layer, "params": params}
    names = list(nodes)
    edges = {f"e{i}": {"source": a, "target": b} for i, (a, b) in enumerate(itertools.pairwise(names))}
    graph = {"version": 1, "keras_version": "3.15.1", "name": "g", "nodes": nodes, "edges": edges}
    return me.project(graph=graph)


def asked(me: Person, project: str, **place: str) -> Any:
    """Asked until all is said."""
    settle(me, project)
    while True:
        query = "&".join(f"{key}={value}" for key, value in place.items())
        answer = me.get(f"/api/projects/{project}/fits?{query}")
        assert answer.status_code == 200, answer.json
        if answer.json["complete"]:
            return answer.json


def settle(me: Person, project: str) -> None:
    with me.site.rooms.use(project, me.user) as room:
        me.site.parts["inference"].settle(room)


def of(answer: Any) -> dict[str, Any]:
    return {one["layer"]: one for one in answer["layers"]}


def test_what_may_follow_is_told_for_every_layer_with_the_reason_where_it_may_not(knowing: Person):
    project = drawn(knowing, flat="Flatten")
    answer = asked(knowing, project, after="flat")
    found = of(answer)
    assert answer["tensor"] == {"shape": [None, 64], "dtype": "float32"}
    assert list(found) == list(trials.layers())
    assert found["Dense"]["problem"] is None
    assert found["Conv2D"]["problem"]["code"] == "wrong_rank"
    assert "the_flat" in found["Conv2D"]["problem"]["message"]
    assert found["Add"]["waits"] == ["input"]


def test_a_second_look_asks_nobody(knowing: Person):
    project = drawn(knowing, flat="Flatten")
    asked(knowing, project, after="flat")
    before = len(knowing.site.worker.calls)
    asked(knowing, project, after="flat")
    assert len(knowing.site.worker.calls) == before


def test_another_project_with_the_same_tensor_asks_nobody_either(knowing: Person):
    asked(knowing, drawn(knowing, flat="Flatten"), after="flat")
    other = drawn(knowing, drop="Dropout", flat="Flatten")
    settle(knowing, other)
    before = len(knowing.site.worker.calls)
    asked(knowing, other, after="flat")
    assert len(knowing.site.worker.calls) == before


def test_a_layer_before_that_could_give_its_whole_sequence_is_told_to(knowing: Person):
    project = drawn(knowing, seq="Reshape", lstm="LSTM")
    found = of(asked(knowing, project, after="lstm"))
    change = [{"type": "set_param", "node": "lstm", "param": "return_sequences", "value": True}]
    assert (found["LSTM"]["problem"], found["LSTM"]["before"]) == (None, change)
    assert (found["Dense"]["before"], found["Conv2D"]["problem"]["code"]) == ([], "wrong_rank")


def test_a_layer_before_that_others_listen_to_is_left_as_it_is(knowing: Person):
    project = drawn(knowing, seq="Reshape", lstm="LSTM", dense="Dense")
    assert of(asked(knowing, project, after="lstm"))["LSTM"]["problem"]["code"] == "wrong_rank"


def test_what_is_put_into_a_wire_says_what_it_breaks(knowing: Person):
    project = drawn(knowing, conv="Conv2D", pool="MaxPooling2D")
    found = of(asked(knowing, project, into="e1"))
    assert found["Dropout"]["breaks"] is None
    assert found["Flatten"]["problem"] is None
    assert found["Flatten"]["breaks"]["code"] == "wrong_rank"


def test_drawn_layers_say_whether_they_would_take_the_wire(knowing: Person):
    project = drawn(knowing, conv="Conv2D", flat="Flatten", dense="Dense")
    told = {(one["node"], one["port"]): one["problem"] for one in asked(knowing, project, onto="in")["targets"]}
    assert told == {("conv", "input"): None, ("flat", "input"): None, ("dense", "input"): None}


def test_what_may_lead_to_a_port_is_told_by_its_rank(knowing: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(trying, "SECONDS", 30.0)
    found = of(asked(knowing, drawn(knowing, conv="Conv2D"), before="conv"))
    assert found["MaxPooling2D"]["problem"] is None
    assert found["GlobalAveragePooling1D"]["problem"]["code"] == "wrong_rank"


def test_an_answer_comes_in_parts_when_it_takes_long(knowing: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(trying, "SECONDS", 0.0)
    project = drawn(knowing, flat="Flatten")
    settle(knowing, project)
    assert not knowing.get(f"/api/projects/{project}/fits?after=flat").json["complete"]


def test_nothing_is_said_of_a_place_where_nothing_flows_yet(knowing: Person):
    project = drawn(knowing, flat="Flatten")
    assert not knowing.get(f"/api/projects/{project}/fits?after=flat").json[
        "complete"
    ]  # its shape is still asked about
    answer = asked(knowing, project, after="in", port="nowhere")
    assert answer == {"tensor": None, "complete": True, "layers": [], "targets": []}


@pytest.mark.parametrize(
    ("query", "status"), [("after=gone", 404), ("into=gone", 404), ("", 400), ("before=gone", 404)]
)
def test_a_place_that_is_not_there_is_refused(knowing: Person, query: str, status: int):
    answer = knowing.get(f"/api/projects/{drawn(knowing)}/fits?{query}")
    assert (answer.status_code, len(codes(answer))) == (status, 1)


def test_a_stranger_learns_nothing(knowing: Person):
    project = drawn(knowing)
    assert stranger(knowing.app).get(f"/api/projects/{project}/fits?after=in").status_code == 404


class FragileWorker(KnowingWorker):
    """Its inspector dies at one layer."""

    def infer(self, request: dict[str, Any]) -> dict[str, Any]:
        if any(step["call"].get("$layer") == "RandomShear" for step in request["steps"]):
            raise RemoteError("It was ended by signal 8.")
        return super().infer(request)


def test_of_a_layer_that_ends_the_inspector_nothing_is_said_and_all_of_the_others(tmp_path: Path):
    with open_site(tmp_path, FragileWorker()) as app:
        me = Person(app)
        project = me.project(graph={"version": 1, "keras_version": "3.15.1", "name": "g", "nodes": PICTURE})
        assert set(trials.layers()) - set(of(asked(me, project, after="in"))) == {"RandomShear"}


def test_an_inspector_that_fails_at_everything_is_told(tmp_path: Path):
    with open_site(tmp_path, FailingWorker()) as app:
        me = Person(app)
        project = me.project(graph={"version": 1, "keras_version": "3.15.1", "name": "g", "nodes": PICTURE})
        assert me.get(f"/api/projects/{project}/fits?after=in").status_code == 503


def test_while_the_engine_starts_it_says_so(tmp_path: Path):
    with open_site(tmp_path, AbsentWorker()) as app:
        me = Person(app)
        answer = me.get(f"/api/projects/{drawn(me)}/fits?after=in")
        assert (answer.status_code, codes(answer)) == (503, ["worker_starting"])
