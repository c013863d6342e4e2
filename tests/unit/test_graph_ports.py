"""Which ports a node has; the page says the same of the same cases (frontend/src/catalog/ports.test.ts)."""

import json
from typing import Any

import pytest

from graph_cases import GRAPHS
from layerloom.graph.ports import inputs_of, outputs_of
from layerloom.graph.upgrades import open_graph

CASES = json.loads((GRAPHS / "ports.json").read_text())["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_node_has_the_ports_that_its_parameters_ask_for(case: dict[str, Any]) -> None:
    edges = {
        f"e{place}": {"source": "in", "target": "n", "target_port": port, "order": f"a{place}"}
        for place, port in enumerate(case.get("wires", ()))
    }
    nodes = {"n": case["node"], "in": {"type": "input", "name": "x"}}
    graph = open_graph({"version": 1, "keras_version": "3.15.1", "name": "g", "nodes": nodes, "edges": edges})
    node = graph.nodes["n"]
    assert [port.name for port in inputs_of(graph, node)] == case["inputs"]
    outputs = [port.name for port in outputs_of(graph, node, "n")]
    assert outputs == case["outputs"] if "outputs" in case else len(outputs) == case["count"]
