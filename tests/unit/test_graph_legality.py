"""Which wires may be drawn: the cases that the browser's rules are held to as well."""

import json
from typing import Any

import pytest

from graph_cases import GRAPHS
from layerloom.graph.legality import refusal
from layerloom.graph.schema import Edge
from layerloom.graph.upgrades import open_graph

SHEET: dict[str, Any] = json.loads((GRAPHS / "legality.json").read_text())


@pytest.mark.parametrize("case", SHEET["cases"], ids=lambda case: case["name"])
def test_a_wire_is_allowed_or_refused_for_the_reason_on_the_sheet(case: dict[str, Any]) -> None:
    edge = Edge.model_validate(case["edge"])
    assert refusal(open_graph(SHEET["graph"]), edge, case.get("moving")) == case["refused"]
