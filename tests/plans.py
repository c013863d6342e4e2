"""Plans for tests of the Keras side: the fixtures and templates as plans, and small ones made by hand."""

from pathlib import Path
from typing import Any

from layerloom.datasets import registry
from layerloom.graph.plan import LayerCall, Plan, PlanInput, PlanOutput, Ref, Step
from layerloom.graph.schema import Training
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import plan

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "backend/layerloom/templates").glob("*.json"), *(ROOT / "tests/graphs/valid").glob("*.json")])


def plan_of(file: Path, **settings: Any) -> Plan:
    """The plan of a graph file; `settings` stand above its own settings of training."""
    graph = open_graph(file.read_bytes())
    training = Training.model_validate(graph.training.model_dump(mode="json") | settings)
    graph = graph.model_copy(update={"training": training})
    source = training.data
    return plan(graph, registry.spec(source, file.parent) if source else None)


def names(files: list[Path] = FILES) -> list[str]:
    return [file.stem for file in files]


def chain(*calls: LayerCall, shape: tuple[int | None, ...] = (4,), dtype: str = "float32", name: str = "chain") -> Plan:
    """One input, the layers one after another, one output without data."""
    return through(*((f"layer_{place}", call) for place, call in enumerate(calls)), shape=shape, dtype=dtype, name=name)


def through(
    *named: tuple[str, LayerCall], shape: tuple[int | None, ...], dtype: str = "float32", name: str = "chain"
) -> Plan:
    steps, before = [], Ref("in")
    for place, (layer_name, call) in enumerate(named):
        steps.append(Step(f"n{place}", layer_name, call, {"input": before}))
        before = Ref(f"n{place}")
    inputs = (PlanInput("in", "features", shape, dtype),)
    return Plan(name, inputs, tuple(steps), (PlanOutput("out", "result", before, None, None),))


def graph(
    nodes: dict[str, Any],
    edges: list[tuple[str, str]],
    training: dict[str, Any],
    name: str = "A graph",
    home: Path = ROOT,
) -> Plan:
    """Nodes by id and wires as ("source" or "source.port", "target" or "target.port"), validated against their data."""
    wires = {}
    for place, (source, target) in enumerate(edges):
        (source, _, source_port), (target, _, target_port) = source.partition("."), target.partition(".")
        wires[f"e{place}"] = {
            "source": source,
            "source_port": source_port or "output",
            "target": target,
            "target_port": target_port or "input",
            "order": f"a{place:02}",
        }
    document = {
        "version": 1,
        "keras_version": "3.15.1",
        "name": name,
        "nodes": nodes,
        "edges": wires,
        "training": training,
    }
    opened = open_graph(document)
    source = opened.training.data
    return plan(opened, registry.spec(source, home) if source else None)


def layer(name: str, layer: str, /, **params: Any) -> dict[str, Any]:
    more = {key: params.pop(key) for key in ("shares", "trainable") if key in params}
    return {"type": "layer", "name": name, "layer": layer, "params": params, **more}
