"""Which layers may follow a wire, tried by Keras: the whole catalog cold and warm, and what an edit meanwhile pays for it."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

import keras
from pycrdt import Map

from bench.inference import ME, opened, served
from bench.measure import Figure, median, seconds
from layerloom import catalog
from layerloom.db.migrate import upgrade
from layerloom.db.session import Database
from layerloom.engine import objects
from layerloom.engine.build import called
from layerloom.graph import fits
from layerloom.graph.memo import Tensor
from layerloom.graph.schema import Edge, Graph, InputNode, LayerNode
from layerloom.graph.upgrades import VERSION
from layerloom.settings import Settings
from layerloom.web.sweeping import Sweeps
from layerloom.web.thinking import Mind, Thought
from layerloom.web.trying import Trying

REPEATS = 12


def drawn(side: int) -> Graph:
    conv = LayerNode(name="conv", layer="Conv2D", params={"filters": 32, "kernel_size": 3})
    norm = LayerNode(name="norm", layer="BatchNormalization", params={})
    return Graph(
        version=VERSION,
        keras_version=keras.__version__,
        name="fits",
        nodes={"in": InputNode(name="image", shape=(side, side, 3)), "conv": conv, "norm": norm},
        edges={"a": Edge(source="in", target="conv"), "b": Edge(source="conv", target="norm")},
    )


def one_by_one(tensor: Tensor) -> float:
    """Seconds to try every layer in a real model of its own."""

    def build() -> None:
        for name in fits.layers():
            if fits.wrong_rank(name, tensor.shape):
                continue
            step = fits.step(name, {})
            arriving = keras.Input(tensor.shape[1:], dtype=tensor.dtype)
            flow = {
                port: [arriving] * len(refs) if isinstance(refs, tuple) else arriving
                for port, refs in step.arguments.items()
            }
            try:
                keras.Model(arriving, called(step.call, objects.layer(step.call, "layer"), flow, step.options))
            except Exception:
                continue

    return seconds(build)


def figures() -> list[Figure]:
    count = len([one for one in catalog.members("layer") if not one.hidden])
    with TemporaryDirectory() as folder:
        settings = Settings.from_env(home=Path(folder)).prepare()
        database = Database(settings.database_url)
        upgrade(database)
        room, client = opened(database, drawn(32))
        nodes = client.get("nodes", type=Map)
        with served(settings, database) as service:
            site: Any = SimpleNamespace(worker=service._site.worker)
            sweeps = Sweeps(site, service)
            trying = Trying(sweeps)
            mind = Mind(service.memo, lambda owner, source: None)  # type: ignore[arg-type, return-value]

            def settled() -> Thought:
                while not (thought := mind.think(room)).settled:
                    service.ask(thought)
                return thought

            def edit(field: Any, key: str, value: Any) -> Callable[[], Thought]:
                before = client.get_state()
                field[key] = value
                update = client.get_update(before)

                def receive() -> Thought:
                    room.apply(update, f"{time.monotonic_ns()}", ME)
                    return settled()

                return receive

            def swept(thought: Thought) -> None:
                while not trying.after(thought, "conv", "output").complete:
                    pass

            def edits(values: range) -> list[float]:
                took = []
                for value in values:
                    took.append(seconds(edit(nodes["norm"]["params"], "momentum", value / 100_000)))
                    time.sleep(0.03)
                return took

            settled()
            swept(settled())
            first, cold, warm, reference = [], [], [], []
            for turn in range(REPEATS):
                thought = edit(nodes["in"], "shape", [40 + turn, 40, 3])()
                first.append(seconds(lambda now=thought: trying.after(now, "conv", "output")))
                cold.append(first[-1] + seconds(lambda now=thought: swept(now)))
                warm.append(seconds(lambda now=thought: swept(now)))
                if turn % 4 == 0:
                    reference.append(one_by_one(Tensor((None, 40 + turn, 40, 3))))

            alone = edits(range(1000, 1040))
            over = threading.Event()

            def sweeping() -> None:
                sizes = iter(range(3, 100_000))
                while not over.is_set():
                    sweeps.go_on(Tensor((None, next(sizes), 16)), time.monotonic() + 9)

            thread = threading.Thread(target=sweeping)
            thread.start()
            during = edits(range(2000, 2040))
            over.set()
            thread.join()
    pay = median(during) / median(alone)
    return [
        Figure(
            f"a wire selected → all {count} layers tried after a tensor never seen (asked of a real worker)",
            f"{median(cold) * 1e3:.0f} ms",
            f"a Keras model for each layer: {median(reference):.2f} s",
            f"{median(reference) / median(cold):.0f} ×",
            "≤ 500 ms",
            median(cold) <= 0.5,
        ),
        Figure(
            "the same with a tensor seen before",
            f"{median(warm) * 1e3:.1f} ms",
            f"never seen: {median(cold) * 1e3:.0f} ms",
            f"{median(cold) / median(warm):.0f} ×",
            "≤ 20 ms",
            median(warm) <= 0.02,
        ),
        Figure(
            "an edit with a new value while somebody's layers are tried: update received → patch made",
            f"{median(during) * 1e3:.1f} ms",
            f"with nobody trying: {median(alone) * 1e3:.1f} ms",
            f"{pay:.2f} ×",
            "≤ 25 ms",
            median(during) <= 0.025,
        ),
    ]
