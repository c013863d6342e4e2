"""Layers that learn from data, while they are drawn: what flows into them, how much they will know, and what is said where they cannot."""

from pathlib import Path
from typing import Any

import pytest

from layerloom.datasets import lessons, registry
from layerloom.graph import learning, rest, text_rules
from layerloom.graph.data import Column, DataSpec
from layerloom.graph.learning import knowing
from layerloom.graph.plan import LayerCall, Plan
from layerloom.graph.schema import GeneratedData, Graph
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import Validation, validate
from layerloom.graph.walk import walk

OPINIONS = {"type": "generated", "name": "opinions", "rows": 200}
TABLE = DataSpec(
    id="0" * 64,
    title="Reviews",
    rows=100,
    columns=(
        Column(name="review", kind="text"),
        Column(name="shop", kind="category", categories=("north", "south")),
        Column(name="stars", kind="category", categories=("1", "2", "3")),
        Column(name="price", kind="number"),
        Column(name="pieces", kind="number", integral=True),
        Column(name="happy", kind="category", categories=("no", "yes")),
    ),
    target="happy",
)


def drawn(layers: list[tuple[str, dict[str, Any]]], data: dict[str, Any] | None = None, **input: Any) -> Graph:
    """The layers one after another, from one Input to one Output."""
    nodes: dict[str, Any] = {"in": {"type": "input", "name": "cells", **input}}
    edges: dict[str, Any] = {}
    last = "in"
    for place, (layer, params) in enumerate([*layers, ("Dense", {"units": 1, "activation": "sigmoid"})]):
        nodes[f"n{place}"] = {"type": "layer", "name": f"layer_{place}", "layer": layer, "params": params}
        edges[f"e{place}"] = {"source": last, "target": f"n{place}"}
        last = f"n{place}"
    nodes["out"] = {"type": "output", "name": "answer"}
    edges["end"] = {"source": last, "target": "out"}
    training = {"data": data or {"type": "builtin", "name": "iris"}}
    return open_graph({"version": 1, "keras_version": "3.15.1", "nodes": nodes, "edges": edges, "training": training})


def examined(layers: list[tuple[str, dict[str, Any]]], **input: Any) -> Validation:
    return validate(drawn(layers, **input), TABLE)


def plan_of(layers: list[tuple[str, dict[str, Any]]], **input: Any) -> Plan:
    found = validate(drawn(layers, OPINIONS, **input), registry.spec(GeneratedData(name="opinions", rows=200), Path()))
    assert found.plan is not None, found.problems
    return found.plan


@pytest.mark.parametrize(
    ("layer", "given", "taken"),
    [
        ("TextVectorization", {}, (("review",), (), "string", "raw")),
        ("TextVectorization", {"columns": ["shop"]}, (("shop",), (), "string", "raw")),
        ("StringLookup", {}, (("review",), (), "string", "raw")),
        ("StringLookup", {"columns": ["shop", "stars"]}, (("shop", "stars"), (2,), "string", "raw")),
        ("IntegerLookup", {}, (("stars", "pieces"), (2,), "int64", "raw")),
        ("IntegerLookup", {"columns": ["pieces"]}, (("pieces",), (1,), "int64", "raw")),
        ("Normalization", {"columns": ["price", "pieces"]}, (("price", "pieces"), (2,), "float32", "none")),
        ("Discretization", {"columns": ["price"]}, (("price",), (1,), "float32", "none")),
        ("Discretization", {"columns": ["price"], "scaling": "unit"}, (("price",), (1,), "float32", "unit")),
        ("Dense", {"columns": ["price"]}, (("price",), (1,), "float32", "standardise")),
        ("Hashing", {"columns": ["shop"], "scaling": "raw"}, (("shop",), (1,), "string", "raw")),
        ("Hashing", {"columns": ["shop"], "dtype": "string"}, (("shop",), (1,), "string", "raw")),
    ],
)
def test_an_input_gives_what_the_layer_behind_it_reads(
    layer: str, given: dict[str, Any], taken: tuple[Any, ...]
) -> None:
    params = {"num_bins": 4} if layer in ("Discretization", "Hashing") else {"units": 2} if layer == "Dense" else {}
    drawing = examined([(layer, params)], **given).drawing
    assert drawing is not None
    (input,) = drawing.inputs
    assert (input.columns, input.shape, input.dtype, input.scaling) == taken


def test_a_text_is_read_raw_or_not_at_all() -> None:
    found = examined([("Dense", {"units": 2})], columns=["review"])
    assert [one.code for one in found.problems] == ["column_not_usable"]


def test_texts_and_categories_do_not_stand_side_by_side() -> None:
    found = examined([("StringLookup", {})], columns=["review", "shop"])
    assert [one.code for one in found.problems] == ["columns_do_not_mix"]


def test_a_size_that_decides_shapes_is_waited_for_and_any_other_is_not() -> None:
    wide, narrow = plan_of([("TextVectorization", {"output_mode": "count"})]), plan_of([("TextVectorization", {})])
    for plan, waits in ((wide, True), (narrow, False)):
        known, asked = knowing(plan, {}.get)
        assert len(asked) == 1
        assert ("n0" in walk(known, {}).waiting and not walk(known, {}).questions) is waits
        after, left = knowing(
            plan, lessons.answer({"lessons": [asked[0].model_dump(mode="json")], "home": "."})["sizes"].get
        )
        assert not left
        assert [one.node for one in walk(after, {}).questions] == ["n0"]


def test_what_does_not_decide_a_vocabulary_asks_nothing_anew() -> None:
    plans = [
        plan_of([("TextVectorization", params)]) for params in ({}, {"output_sequence_length": 9}, {"max_tokens": 9})
    ]
    keys = [one.key for plan in plans for one in learning.lessons(plan).values()]
    assert keys[0] == keys[1] != keys[2]


def test_a_layer_that_has_its_vocabulary_learns_nothing() -> None:
    assert learning.lessons(plan_of([("TextVectorization", {"vocabulary": ["a", "b"]})])) == {}


@pytest.mark.parametrize(("rows", "expected"), [(20, ["vocabulary_too_large"]), (5_000, [])])
def test_an_embedding_behind_a_lookup_needs_a_row_for_each_word(rows: int, expected: list[str]) -> None:
    embed = ("Embedding", {"input_dim": rows, "output_dim": 4})
    plan = lessons.known(plan_of([("TextVectorization", {}), embed, ("GlobalAveragePooling1D", {})]), Path())
    found = list(text_rules.check(plan))
    assert [one.code for one in found] == expected
    size = next(step.call.learned for step in plan.steps if isinstance(step.call, LayerCall) and step.call.learned)
    assert [one.fixes[0].edits[0].value for one in found] == [size] * len(expected)  # type: ignore[union-attr]


def test_a_vocabulary_without_words_is_told() -> None:
    plan = plan_of([("TextVectorization", {"output_mode": "count"})])
    (lesson,) = learning.lessons(plan).values()
    empty, _ = knowing(plan, {lesson.key: 1}.get)
    assert [one.code for one in text_rules.check(empty)] == ["vocabulary_empty"]


def test_one_layer_that_reads_two_inputs_learns_from_both() -> None:
    graph = drawn([("StringLookup", {})])
    nodes = {
        **graph.nodes,
        "b": graph.nodes["in"].model_copy(update={"name": "other", "columns": ("stars",)}),
        "in": graph.nodes["in"].model_copy(update={"columns": ("shop",)}),
        "s": graph.nodes["n0"].model_copy(update={"name": "again", "shares": "n0"}),
        "j": graph.nodes["n0"].model_copy(update={"name": "joined", "layer": "Concatenate"}),
    }
    wire = graph.edges["e0"]
    edges = {
        **graph.edges,
        "e1": wire.model_copy(update={"source": "j", "target": "n1"}),
        "f": wire.model_copy(update={"source": "b", "target": "s"}),
        "g": wire.model_copy(update={"source": "n0", "target": "j", "order": "a0"}),
        "h": wire.model_copy(update={"source": "s", "target": "j", "order": "a1"}),
    }
    found = validate(graph.model_copy(update={"nodes": nodes, "edges": edges}), TABLE)
    assert found.plan is not None, found.problems
    assert [one.columns for one in learning.lessons(found.plan)["n0"].inputs] == [("shop",), ("stars",)]


def test_what_is_known_travels_with_what_is_asked() -> None:
    plan = lessons.known(plan_of([("TextVectorization", {"output_mode": "count"})]), Path())
    ours, theirs = plan.steps[0].call, rest.load(rest.dump(plan, walk(plan, {})))[0].steps[0].call
    assert isinstance(ours, LayerCall)
    assert isinstance(theirs, LayerCall)
    assert ours.learned
    assert theirs.learned == ours.learned
