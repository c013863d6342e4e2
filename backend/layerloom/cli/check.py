"""`layerloom check`: a graph → every shape in it, and its problems. Exit code 1 when one of them is an error."""

import argparse
import json
from collections.abc import Callable
from typing import Any

from layerloom.cli import graphs
from layerloom.cli.keras_side import keras_side
from layerloom.graph import rest
from layerloom.graph.data import DataSpec
from layerloom.graph.inference import Inference, Memo, conclude, walk
from layerloom.graph.plan import Plan
from layerloom.graph.problems import Problem, Refused
from layerloom.graph.schema import Graph
from layerloom.graph.validate import validate
from layerloom.launcher.client import Unavailable
from layerloom.settings import Settings


def check(given: argparse.Namespace) -> int:
    settings, graph = Settings.from_env(given.home), None
    problems: tuple[Problem, ...] = ()
    inferred: Inference | None = None
    try:
        graph = graphs.read(given.graph)
        data: DataSpec | None = None
        missing: tuple[Problem, ...] = ()
        try:
            data = graphs.data_of(graph, settings.home)
        except Refused as refused:  # shapes can be shown without the data
            missing = refused.problems
        found = validate(graph, data)
        problems = (*missing, *found.problems)
        if found.drawing is not None:
            with keras_side(settings) as keras:
                inferred = infer(found.drawing, graph, keras.infer)
            problems = (*problems, *inferred.problems)
    except Refused as refused:
        problems = refused.problems
    except Unavailable as error:
        print(f"Keras cannot be started here: {error}\nlayerloom doctor says more.")
        return 1
    if given.json:
        nodes = [] if graph is None else _nodes(graph, inferred)
        print(
            json.dumps(
                {"nodes": nodes, "problems": [each.model_dump(mode="json") for each in problems]}, ensure_ascii=False
            )
        )
    else:
        if graph is not None and inferred is not None:
            _show(graph, inferred)
        graphs.tell(problems, graph)
    return int(any(each.severity == "error" for each in problems))


def infer(plan: Plan, graph: Graph, ask: Callable[[dict[str, Any]], Any]) -> Inference:
    """Shapes and problems; `ask` is `engine.infer.answer` in a process that has Keras."""
    memo = Memo()
    found = walk(plan, memo)
    if found.questions:
        memo.add(ask(rest.dump(plan, found))["entries"])
        found = walk(plan, memo)
    return conclude(plan, found, graph)


def _nodes(graph: Graph, inferred: Inference | None) -> list[dict[str, Any]]:
    """Every node of the graph; one whose shape is not known has no outputs."""
    rows = []
    for id, node in graph.nodes.items():
        known = None if inferred is None else inferred.nodes.get(id)
        outputs = [] if known is None else [each.model_dump(mode="json") for each in known.outputs.values()]
        rows.append({"id": id, "name": node.name, "outputs": outputs, "params": known.params if known else 0})
    return rows


def _show(graph: Graph, inferred: Inference) -> None:
    rows = [("node", "output", "params")]
    for id, known in inferred.nodes.items():
        shapes = " ".join(str(tuple(each.shape)) for each in known.outputs.values())
        rows.append((graph.nodes[id].name, shapes, f"{known.params:,}" if known.params else ""))
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for name, shape, params in rows:
        print(f"{name:<{widths[0]}}  {shape:<{widths[1]}}  {params:>12}".rstrip())
    print(f"{inferred.totals.params:,} parameters, {inferred.totals.trainable_params:,} of them trainable")
