"""Bad input, section B: what reaches the import is refused by it; what can be drawn is stored and refused by Train."""

import json
from typing import Any

import pytest

from sites import Person, codes

pytestmark = pytest.mark.fast


def table(*layers: Any, data: Any = None, **rest: Any) -> dict[str, Any]:
    """input → layers → output on iris, as a graph."""
    nodes: dict[str, Any] = {"in": {"type": "input", "name": "in"}}
    edges: dict[str, Any] = {}
    last = "in"
    for number, (layer, params) in enumerate(layers):
        id = f"l{number}"
        nodes[id] = {"type": "layer", "name": f"layer_{number}", "layer": layer, "params": params}
        edges[f"e{number}"] = {"source": last, "target": id}
        last = id
    nodes["out"] = {"type": "output", "name": "out"}
    edges["end"] = {"source": last, "target": "out"}
    training = {"data": data or {"type": "builtin", "name": "iris"}}
    return {"version": 1, "keras_version": "3.15.1", "nodes": nodes, "edges": edges, "training": training} | rest


HEAD = ("Dense", {"units": 3, "activation": "softmax"})
DIGITS = {"type": "builtin", "name": "digits"}


def bring_in(me: Person, content: str | bytes) -> Any:
    return me.post("/api/projects/import", data=content, headers={"Content-Type": "application/json"})


def train(me: Person, graph: dict[str, Any]) -> Any:
    made = bring_in(me, json.dumps(graph))
    assert made.status_code == 201, made.json
    return me.post(f"/api/projects/{made.json['id']}/runs", json={"key": "k"})


def test_a_good_graph_is_taken(me: Person):
    assert train(me, table(HEAD)).status_code == 201


GOOD = json.dumps(table(HEAD))


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (GOOD[: len(GOOD) // 2], 400),
        ('{"a":' * 200_000 + "1" + "}" * 200_000, 400),
        ("[" * 200_000, 400),
        (GOOD.replace('"nodes"', '"version": 1, "nodes"'), 400),
        (GOOD.replace('"units": 3', '"units": 3, "units": 4'), 400),
        (GOOD.replace('"units": 3', '"units": NaN'), 422),
        (GOOD.replace('"units": 3', '"units": Infinity'), 422),
        (GOOD.replace('"units": 3', '"units": 1e999'), 422),
        (GOOD.replace('"units": 3', f'"units": {"9" * 5000}'), 400),
        (b"\xff\xfe\x00", 400),
        (b"", 400),
        ("null", 422),
        ("[]", 422),
        (GOOD.replace('"version": 1', '"version": 999'), 422),
        (GOOD.replace('"type": "input"', '"type": "nonsense"'), 422),
        (GOOD.replace('"l0": {', '"../../x": {'), 422),
    ],
    ids=lambda value: str(value)[:24] if isinstance(value, str | bytes) else str(value),
)
@pytest.mark.parametrize("way", ["import", "create"])
def test_text_that_is_no_graph_is_refused(me: Person, content: str | bytes, status: int, way: str):
    if way == "import":
        answer = bring_in(me, content)
    else:
        body = b'{"graph": ' + (content if isinstance(content, bytes) else content.encode()) + b"}"
        answer = me.post("/api/projects", data=body, headers={"Content-Type": "application/json"})
        status = 201 if content == "null" else status
    assert answer.status_code == status, answer.json
    if status != 201:
        assert list(answer.json) == ["problems"]
        assert me.get("/api/projects").json == []


def test_a_number_that_is_not_finite_names_its_field(me: Person):
    answer = bring_in(me, GOOD.replace('"units": 3', '"units": 1e999'))
    assert "nodes.l0.params.units" in answer.json["problems"][0]["place"]


def test_a_layer_of_a_million_million_units_is_refused_by_arithmetic(me: Person):
    made = bring_in(me, json.dumps(table(("Dense", {"units": 10**12}), HEAD)))
    answer = me.post(f"/api/projects/{made.json['id']}/runs", json={"key": "k"})
    assert (answer.status_code, codes(answer)[0]) == (422, "too_many_parameters")
    assert "200,000,000" in answer.json["problems"][0]["message"] or "2×10⁸" in answer.json["problems"][0]["message"]
    assert [verb for verb, _ in me.site.worker.calls if verb == "infer"] == []


@pytest.mark.parametrize("units", [0, -1, 3.7, "8", None, True, [3], {"a": 1}])
def test_units_that_cannot_be_are_refused(me: Person, units: Any):
    answer = train(me, table(("Dense", {"units": units}), HEAD))
    assert answer.status_code == 422
    assert answer.json["problems"][0]["nodes"] == ["l0"]


def test_a_tensor_too_large_to_hold_is_refused(me: Person):
    graph = table(("Flatten", {}), HEAD)
    graph["nodes"]["in"]["shape"] = [10**6, 10**6, 3]
    answer = train(me, graph)
    assert answer.status_code == 422


def test_a_kernel_larger_than_its_input_shows_both(me: Person):
    answer = train(
        me,
        table(
            ("Conv2D", {"filters": 2, "kernel_size": 11}),
            ("Flatten", {}),
            ("Dense", {"units": 10, "activation": "softmax"}),
            data=DIGITS,
        ),
    )
    assert (answer.status_code, codes(answer)) == (422, ["kernel_too_large"])
    text = json.dumps(answer.json, ensure_ascii=False)
    assert "11" in text
    assert "8, 8" in text or "8×8" in text or "8 × 8" in text


def test_a_circle_is_refused_with_its_nodes(me: Person):
    graph = table(("Dense", {"units": 4}), ("Dense", {"units": 4}), HEAD)
    graph["edges"]["e0"] = {"source": "l1", "target": "l0"}
    answer = train(me, graph)
    found = next(one for one in answer.json["problems"] if one["code"] == "cycle")
    assert answer.status_code == 422
    assert {"l0", "l1"} <= set(found["nodes"])


def test_two_layers_of_one_name_are_refused(me: Person):
    graph = table(("Dense", {"units": 4}), HEAD)
    graph["nodes"]["l0"]["name"] = graph["nodes"]["l1"]["name"] = "same"
    answer = train(me, graph)
    assert (answer.status_code, "duplicate_name" in codes(answer)) == (422, True)


@pytest.mark.parametrize("name", ["../../x", "a/b", "a\x00b", "x" * 5000, ""])
def test_a_layers_name_that_keras_or_a_file_could_trip_over_is_refused(me: Person, name: str):
    graph = table(HEAD)
    graph["nodes"]["l0"]["name"] = name
    answer = train(me, graph)
    assert (answer.status_code, codes(answer)[0]) == (422, "bad_name")


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>", "\u202ereversed", "zero\u200bwidth", "dеnse"])
def test_a_name_of_odd_letters_is_stored_and_at_most_warned_of(me: Person, name: str):
    graph = table(HEAD, name=name)
    made = bring_in(me, json.dumps(graph))
    assert made.json["name"] == name
    graph["nodes"]["l0"]["name"] = name
    made = bring_in(me, json.dumps(graph))
    assert me.get(f"/api/projects/{made.json['id']}").json["graph"]["nodes"]["l0"]["name"] == name


def test_a_wire_to_a_missing_node_is_refused(me: Person):
    graph = table(HEAD)
    graph["edges"]["lost"] = {"source": "l0", "target": "nowhere"}
    answer = train(me, graph)
    assert (answer.status_code, "dangling_edge" in codes(answer)) == (422, True)


def test_an_add_of_unequal_shapes_is_refused_at_the_add(me: Person):
    graph = table(("Dense", {"units": 4}), ("Dense", {"units": 5}), ("Add", {}), HEAD)
    graph["edges"]["more"] = {"source": "l0", "target": "l2", "order": "a1"}
    answer = train(me, graph)
    assert answer.status_code == 422
    assert answer.json["problems"][0]["code"] == "shapes_differ"
    assert "l2" in answer.json["problems"][0]["nodes"]


@pytest.mark.parametrize(("gone", "code"), [("in", "no_input"), ("out", "no_output")])
def test_a_graph_without_an_end_is_refused(me: Person, gone: str, code: str):
    graph = table(HEAD)
    del graph["nodes"][gone]
    graph["edges"] = {id: edge for id, edge in graph["edges"].items() if gone not in edge.values()}
    answer = train(me, graph)
    assert (answer.status_code, code in codes(answer)) == (422, True)


def test_a_chain_of_five_thousand_layers_is_refused_and_the_process_lives(me: Person):
    answer = bring_in(me, json.dumps(table(*[("Dense", {"units": 4})] * 5000, HEAD)))
    assert (answer.status_code, codes(answer)) == (422, ["too_deep"])
    assert me.get("/healthz").status_code == 200


def test_ten_thousand_nodes_are_too_many(me: Person):
    graph = table(HEAD)
    graph["nodes"] |= {f"n{i}": {"type": "layer", "name": f"n{i}", "layer": "Dense"} for i in range(10_000)}
    answer = bring_in(me, json.dumps(graph))
    assert (answer.status_code, codes(answer)) == (413, ["too_many_nodes"])


@pytest.mark.parametrize(
    ("layer", "params", "code"),
    [
        ("Nope", {}, "unknown_layer"),
        ("Dense", {"units": 3, "nope": 1}, "unknown_parameter"),
        ("os.system", {}, "unknown_layer"),
    ],
)
def test_an_unknown_layer_or_parameter_is_refused(me: Person, layer: str, params: dict, code: str):
    answer = train(me, table((layer, params), HEAD))
    assert (answer.status_code, code in codes(answer)) == (422, True)


@pytest.mark.parametrize(
    "training",
    [
        {"batch_size": 0},
        {"epochs": 10**9},
        {"epochs": 0},
        {"optimizer": {"name": "Adam", "params": {"learning_rate": "fast"}}},
        {"optimizer": {"name": "Nope"}},
        {"split": {"validation": 1.5}},
    ],
)
def test_settings_that_cannot_train_are_refused(me: Person, training: dict):
    graph = table(HEAD)
    graph["training"] |= training
    assert train(me, graph).status_code == 422


@pytest.mark.parametrize(
    ("units", "loss"),
    [(1, {"name": "SparseCategoricalCrossentropy"}), (5, {"name": "MeanSquaredError"}), (2, None)],
)
def test_a_loss_that_does_not_go_with_the_output_is_refused_before_queueing(me: Person, units: int, loss: Any):
    graph = table(("Dense", {"units": units, "activation": "softmax"}))
    graph["nodes"]["out"]["loss"] = loss
    answer = train(me, graph)
    assert answer.status_code == 422
    project = me.get("/api/projects").json[0]["id"]
    assert me.get(f"/api/projects/{project}/runs").json == []
