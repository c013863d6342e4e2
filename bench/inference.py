"""One edit in a 500-layer graph → its shapes, against rebuilding the Keras model; and update received → patch, in a room."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

import keras
from pycrdt import Doc, Map

from bench.measure import Figure, median, seconds
from layerloom.db.migrate import upgrade
from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER
from layerloom.documents import projects, ydoc
from layerloom.documents.room import Room
from layerloom.documents.store import Store
from layerloom.documents.writing import Writer
from layerloom.engine import infer
from layerloom.engine.build import build
from layerloom.graph import rest
from layerloom.graph.inference import Memo, conclude, walk
from layerloom.graph.schema import Edge, Graph, InputNode, LayerNode, OutputNode
from layerloom.graph.upgrades import VERSION
from layerloom.graph.validate import Checker
from layerloom.launcher import rpc
from layerloom.settings import Settings
from layerloom.web.inference import InferenceService
from layerloom.web.thinking import Mind
from layerloom.worker.serve import Worker

ME = Writer(LOCAL_OWNER, "You", "owner")
LAYERS = 500
REPEATS = 30


def residual(layers: int = LAYERS, side: int = 64) -> Graph:
    """A residual network: convolution, normalisation, activation, and every third time an addition around them."""
    nodes: dict[str, Any] = {"in": InputNode(name="image", shape=(side, side, 3))}
    edges: list[tuple[str, str, str]] = []
    last = skip = "in"
    count = 0

    def add(kind: str, **params: Any) -> None:
        nonlocal last, count
        count += 1
        node = f"n{count}"
        nodes[node] = LayerNode(name=f"{kind.lower()}_{count}", layer=kind, params=params)
        edges.append((last, node, f"a{count:04d}"))
        last = node

    add("Conv2D", filters=32, kernel_size=3, padding="same")
    skip = last
    while count < layers - 3:
        for _ in range(3):
            if count < layers - 3:
                add("Conv2D", filters=32, kernel_size=3, padding="same")
            if count < layers - 3:
                add("BatchNormalization")
            if count < layers - 3:
                add("Activation", activation="relu")
        if count < layers - 3:
            add("Add")
            edges.append((skip, last, f"b{count:04d}"))
            skip = last
    add("Dropout", rate=0.3)
    add("GlobalAveragePooling2D")
    add("Dense", units=10, activation="softmax")
    nodes["out"] = OutputNode(name="label")
    edges.append((last, "out", "a0"))
    return Graph(
        version=VERSION,
        keras_version=keras.__version__,
        name="residual",
        nodes=nodes,
        edges={f"e{i}": Edge(source=a, target=b, order=order) for i, (a, b, order) in enumerate(edges)},
    )


def changed(graph: Graph, node: str, **params: Any) -> Graph:
    """One parameter of one node; every other node stays the same object, as in a room's mirror."""
    old = graph.nodes[node]
    assert isinstance(old, LayerNode)
    new = old.model_copy(update={"params": {**old.params, **params}})
    return graph.model_copy(update={"nodes": {**graph.nodes, node: new}})


class Asking:
    """Graph → Inference as the product does it, with the inspector's answers taken in this process."""

    def __init__(self) -> None:
        self.memo, self.checker = Memo(), Checker()

    def __call__(self, graph: Graph) -> Any:
        drawing = self.checker.validate(graph, None).drawing
        assert drawing is not None
        found = walk(drawing, self.memo)
        while found.questions:
            found = rest.settle(drawing, found, self.memo, self._ask)
        return conclude(drawing, found, graph)

    def _ask(self, request: rest.Json) -> None:
        self.memo.add(infer.answer(request)["entries"])


def figures() -> list[Figure]:
    graph = residual()
    ask = Asking()
    ask(graph)
    plan = Checker().validate(graph, None).drawing
    assert plan is not None
    early = next(step.node for step in plan.steps if getattr(step.call, "layer", "") == "BatchNormalization")

    def timed(edited: Graph) -> float:
        return seconds(lambda: ask(edited))

    edits, rebuilds = [], []
    for turn in range(REPEATS):
        before, after = (0.3, 0.4) if turn % 2 else (0.4, 0.3)
        ask(changed(graph, early, momentum=before))
        edits.append(timed(changed(graph, early, momentum=after)))  # a value seen before, as in undo and redo
        if turn % 10 == 0:
            rebuilds.append(seconds(lambda: build(plan)))
    fresh = [timed(changed(graph, early, momentum=0.5 + turn / 1000)) for turn in range(REPEATS)]
    wide = [timed(resized(graph, 65 + turn)) for turn in range(8)]
    patch, patch_new, patch_wide = patches(graph, early)
    edit, new, rebuild = median(edits), median(fresh), median(rebuilds)
    return [
        Figure(
            f"one parameter changed in {LAYERS} layers: Graph → Inference",
            f"{edit * 1e3:.1f} ms",
            f"rebuilding the Keras model: {rebuild:.2f} s",
            f"{rebuild / edit:,.0f} ×",
            "≥ 100 ×, ≤ 5 ms",
            rebuild / edit >= 100 and edit <= 0.005,
        ),
        Figure(
            "the same with a value never seen before, so that Keras is asked about the layer",
            f"{new * 1e3:.1f} ms",
            f"rebuilding the Keras model: {rebuild:.2f} s",
            f"{rebuild / new:,.0f} ×",
            "≥ 100 ×, ≤ 5 ms",
            rebuild / new >= 100 and new <= 0.005,
        ),
        Figure(
            "the same: update received → patch made",
            f"{patch * 1e3:.1f} ms ({patch_new * 1e3:.1f} ms with a new value, asked of a real worker)",
            "–",
            "–",
            "≤ 25 ms",
            patch_new <= 0.025,
        ),
        Figure(
            "an edit that changes all shapes downstream",
            f"{median(wide) * 1e3:.0f} ms ({patch_wide * 1e3:.0f} ms from update to patch, asked of a real worker)",
            f"rebuilding the Keras model: {rebuild:.2f} s",
            f"{rebuild / median(wide):,.0f} ×",
            "≤ 150 ms",
            patch_wide <= 0.150,
        ),
    ]


def resized(graph: Graph, side: int) -> Graph:
    node = graph.nodes["in"].model_copy(update={"shape": (side, side, 3)})
    return graph.model_copy(update={"nodes": {**graph.nodes, "in": node}})


@contextmanager
def served(settings: Settings, database: Database) -> Iterator[InferenceService]:
    """The web process' asking, with a real worker at the other end: socket, launcher, inspector."""
    worker = Worker(settings, database).start()
    client = rpc.Client(settings.socket)
    try:
        worker.wait_ready(120)
        yield InferenceService(SimpleNamespace(worker=client))  # type: ignore[arg-type]
    finally:
        client.close()
        worker.close()


def patches(graph: Graph, node: str) -> tuple[float, float, float]:
    """Seconds from an update's bytes to the inference of the room's new graph: known value, new value, every shape new."""
    with TemporaryDirectory() as folder:
        settings = Settings.from_env(home=Path(folder)).prepare()
        database = Database(settings.database_url)
        upgrade(database)
        room, client = opened(database, graph)
        nodes = client.get("nodes", type=Map)
        with served(settings, database) as service:
            mind = Mind(service.memo, lambda owner, source: None)  # type: ignore[arg-type, return-value]

            def settle() -> None:
                while not (thought := mind.think(room)).settled:
                    service.ask(thought)

            def edit(field: Any, key: str, value: Any) -> float:
                before = client.get_state()
                field[key] = value
                update = client.get_update(before)

                def receive() -> None:
                    room.apply(update, f"{time.monotonic_ns()}", ME)
                    settle()

                return seconds(receive)

            settle()
            params = nodes[node]["params"]
            edit(params, "momentum", 0.4)
            known = [edit(params, "momentum", 0.3 if turn % 2 == 0 else 0.4) for turn in range(REPEATS)]
            new = [edit(params, "momentum", 0.5 + turn / 1000) for turn in range(REPEATS)]
            wide = [edit(nodes["in"], "shape", [65 + turn, 65, 3]) for turn in range(8)]
        return median(known), median(new), median(wide)


def opened(database: Database, graph: Graph) -> tuple[Room, Doc[Any]]:
    """A room with the graph in it, and a client's copy of its document."""
    with database.write() as session:
        project = projects.create(session, LOCAL_OWNER, graph)
        room_of = (project.id, LOCAL_OWNER, project.epoch)
    room = Room(*room_of, Store(database))
    client = ydoc.new_doc()
    client.apply_update(room.join(None, None).update)
    return room, client
