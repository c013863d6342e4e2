"""ResNet152, imported: folding it, and one edit in it, unfolded and folded, against building it in Keras."""

import keras

from bench.inference import Asking, changed
from bench.measure import Figure, median, seconds
from layerloom.engine.build import build
from layerloom.graph import saved
from layerloom.graph.folding import fold, unfold
from layerloom.graph.saved import document
from layerloom.graph.schema import Graph, LayerNode
from layerloom.graph.validate import plan

REPEATS = 20


def edits(graph: Graph, ask: Asking) -> float:
    """Seconds from the graph to its inference, median over layers from the first to the last."""
    ask(graph)
    norms = [
        id for id, node in graph.nodes.items() if isinstance(node, LayerNode) and node.layer == "BatchNormalization"
    ]
    taken = []
    for node in norms[:: max(1, len(norms) // REPEATS)]:
        edited = changed(graph, node, momentum=0.5)
        ask(edited)
        ask(graph)
        taken.append(seconds(lambda edited=edited: ask(edited)))  # type: ignore[misc]
        ask(graph)
    return median(taken)


def figures() -> list[Figure]:
    with keras.StatelessScope(initialize_variables=False):
        config = document.parse(keras.applications.ResNet152(weights=None).to_json())
    folded = saved.read(config).graph
    flat = unfold(folded)
    folding = median([seconds(lambda: fold(flat)) for _ in range(REPEATS)])
    ask = Asking()
    cold = seconds(lambda: ask(flat))
    open_, closed = edits(flat, ask), edits(folded, Asking())
    rebuild = median([seconds(lambda: build(plan(flat, None))) for _ in range(3)])
    against = f"building the Keras model: {rebuild:.2f} s"
    return [
        Figure(
            "one parameter changed anywhere in unfolded ResNet152: Graph → Inference",
            f"{open_ * 1e3:.1f} ms",
            against,
            f"{rebuild / open_:,.0f} ×",
            "≤ 5 ms",
            open_ <= 0.005,
        ),
        Figure(
            "the same in folded ResNet152",
            f"{closed * 1e3:.1f} ms",
            against,
            f"{rebuild / closed:,.0f} ×",
            "–",
            True,
        ),
        Figure(
            "all of ResNet152, nothing known before: Graph → Inference",
            f"{cold:.2f} s",
            against,
            f"{rebuild / cold:.1f} ×",
            "≤ 0.1 × Keras' own",
            cold <= 0.1 * rebuild,
        ),
        Figure("folding ResNet152", f"{folding * 1e3:.0f} ms", "–", "–", "≤ 300 ms", folding <= 0.3),
    ]
