"""A saved Keras configuration (Keras 1, 2 or 3) → a graph, and a report of what became of it. Pure: no Keras, no file, nothing run."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from layerloom import catalog
from layerloom.graph import texts
from layerloom.graph.blocks import laid_sizes
from layerloom.graph.folding import fold
from layerloom.graph.limits import STUDENT, Limits
from layerloom.graph.problems import Refused, problem
from layerloom.graph.saved import stores, structure, training
from layerloom.graph.saved.assemble import Assembly
from layerloom.graph.saved.model import Model
from layerloom.graph.saved.report import Count, Imported, Place, Remark, Remarks, Report, Weights
from layerloom.graph.schema import Graph, LayerNode, Node, OpNode, Training
from layerloom.graph.upgrades import VERSION
from layerloom.words import phrase

__all__ = ["Count", "Imported", "Place", "Remark", "Report", "Weights", "read"]

LONGEST_NAME = 100


def read(
    config: Any,
    compiled: Mapping[str, Any] | None = None,
    made_with: str = "",
    *,
    placeholders: bool = False,
    flat: bool = False,
    limits: Limits = STUDENT,
) -> Imported:
    """`config` is what `model.to_json()` gives, parsed; `compiled` what the model was compiled with, where the file has it elsewhere.
    A large model comes in blocks, and a model inside as one, unless it is to come `flat`.

    Raises Refused: 422 where there is no model to be read, or layers hold Python code and `placeholders` does not let them come as
    such; 413 where it is larger than a graph may be.
    """
    model = structure.read(config)
    remarks = Remarks()
    assembly = Assembly(remarks, limits, _generation(config, made_with), flat)
    assembly.model(model)
    if assembly.code and not placeholders:
        raise Refused(
            *(
                problem("model_holds_code", {"name": name, "why": why}, place=name)
                for name, why in list(assembly.code.items())[:20]
            )
        )
    if model.class_name not in ("Functional", "Model", "Network", "Sequential"):
        remarks.add("left_out", phrase("saved-own-model", name=model.class_name))
    compiled = compiled or (config.get("compile_config") if isinstance(config, dict) else None) or {}
    settings = training.read(compiled, assembly.outputs, assembly.nodes, remarks) if compiled else Training()
    graph = Graph(
        version=VERSION,
        keras_version=catalog.load().keras_version,
        name=model.name[:LONGEST_NAME],
        nodes=assembly.nodes,
        edges=assembly.edges,
        training=settings,
    )
    if (number := laid_sizes(graph)[None]) > limits.nodes:
        raise Refused(texts.too_many_nodes(number, limits.nodes), status=413)
    graph = graph if flat else fold(graph)
    report = Report(
        made_with=made_with,
        model=model.class_name,
        layers=sum(1 for _ in _layers(model)),
        mapped=_mapped(assembly.nodes.values()),
        remarks=tuple(remarks.found),
    )
    owners = {where: node for node, where in assembly.owners.items()}
    places = {where: Place(store=store, node=owners.get(where)) for where, store in stores.places(model)}
    return Imported(graph=graph, report=report, places=places)


def _generation(config: Any, made_with: str) -> int:
    """1, 2 or 3; a file without a version is known by Keras 3 saying where each class comes from."""
    version = made_with.removeprefix("Keras ") or (config.get("keras_version") if isinstance(config, dict) else None)
    if isinstance(version, str) and version[:1] in ("1", "2", "3"):
        return int(version[0])
    return 3 if isinstance(config, dict) and "module" in config else 2


def _layers(model: Model) -> Iterator[None]:
    for layer in model.layers.values():
        if layer.model is not None:
            yield from _layers(layer.model)
        elif not layer.object.operation:
            yield None


def _mapped(nodes: Any) -> tuple[Count, ...]:
    found = Counter(_called(node) for node in nodes)
    return tuple(Count(name=name, n=n) for name, n in sorted(found.items(), key=lambda one: (-one[1], one[0])) if name)


def _called(node: Node) -> str:
    if isinstance(node, LayerNode):
        return node.layer
    if isinstance(node, OpNode):
        return f"ops.{node.op}"
    return {"input": "Input", "output": "Output"}.get(node.type, "")
