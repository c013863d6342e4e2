"""Graphs that call code of somebody's own, for tests on every side; what the prover finds is asked of it where Keras is at hand."""

import textwrap
from typing import Any

SCALED = textwrap.dedent('''
    class Scaled(keras.layers.Layer):
        """A matrix, and a factor before it."""

        def __init__(self, units=4, factor=2.0, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.factor = factor

        def build(self, shape):
            self.kernel = self.add_weight(shape=(shape[-1], self.units))

        def call(self, x):
            return ops.matmul(x, self.kernel) * self.factor
''').lstrip("\n")
MIXED = "def mixed(a, b, share=0.5):\n    return a * share + b * (1 - share)\n"
PARTED = "def parted(x):\n    return x[:, :2], x[:, 2:]\n"


def param(name: str, type: str, default: Any = None, **rest: Any) -> dict[str, Any]:
    return {"name": name, "type": type, "default": default, "common": True, **rest}


def code(name: str, source: str, **rest: Any) -> dict[str, Any]:
    """As the page keeps it; sealed by somebody."""
    ports = {"inputs": [{"name": "x"}], "outputs": [{"name": "output"}]}
    return {"name": name, "kind": "layer", "source": source, "defines": [name], "proof": "sealed", **ports, **rest}


SCALED_CODE = code("Scaled", SCALED, params=[param("units", "int", 4), param("factor", "float", 2)])
MIXED_CODE = code(
    "mixed", MIXED, kind="function", inputs=[{"name": "a"}, {"name": "b"}], params=[param("share", "float", 0.5)]
)


def iris(nodes: dict[str, Any], wires: list[tuple[str, str]], **codes: dict[str, Any]) -> dict[str, Any]:
    """Iris, through these nodes, to a softmax; wires as "node.port". `in` is the input, `last` the layer before the output."""
    ends = {
        "in": {"type": "input", "name": "features"},
        "last": {"type": "layer", "name": "species", "layer": "Dense", "params": {"units": 3, "activation": "softmax"}},
        "out": {"type": "output", "name": "kind"},
    }
    edges = {}
    for place, (source, target) in enumerate([*wires, ("last", "out")]):
        (source, _, leaving), (target, _, arriving) = source.partition("."), target.partition(".")
        ports = {"source_port": leaving or "output", "target_port": arriving or "input"}
        edges[f"e{place}"] = {"source": source, "target": target, **ports}
    training = {"data": {"type": "builtin", "name": "iris"}, "epochs": 2}
    whole = {"version": 2, "keras_version": "3.15.1", "name": "Own", "nodes": {**ends, **nodes}, "edges": edges}
    return whole | {"training": training, "code": codes}


def own(code: str, name: str = "", **params: Any) -> dict[str, Any]:
    return {"type": "custom", "name": name or code, "code": code, "params": params}


def scaled_and_mixed(scaled: dict[str, Any] = SCALED_CODE, mixed: dict[str, Any] = MIXED_CODE) -> dict[str, Any]:
    """features → Scaled → mixed with a second Scaled → softmax."""
    return iris(
        {"one": own("s", "first", units=5), "two": own("s", "second", units=5, factor=0.5), "m": own("m", share=0.25)},
        [("in", "one.x"), ("in", "two.x"), ("one", "m.a"), ("two", "m.b"), ("m", "last")],
        s=scaled,
        m=mixed,
    )
