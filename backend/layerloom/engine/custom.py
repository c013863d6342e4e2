"""A layer, loss, metric, initializer or function of somebody's own, as Python text → what it is, and the proof that it works.

Proven: it builds, its shapes are those it announces, it is saved, loaded, and equals itself. Runs in a jailed child, like all code that
somebody wrote.
"""

import ast
import inspect
import json
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import keras
import numpy as np

from layerloom.catalog.types import Param, ParamType, Port
from layerloom.engine import own, pasted, sandboxed
from layerloom.engine.edited import parsed
from layerloom.graph.problems import Refused, problem
from layerloom.graph.source import reserved
from layerloom.words import Said, phrase

KINDS: Final = {
    "layer": keras.Layer,
    "loss": keras.losses.Loss,
    "metric": keras.metrics.Metric,
    "initializer": keras.initializers.Initializer,
}
SHAPES: Final = ((8,), (6, 8), (8, 8, 3), (4, 8, 8, 3))
"""Of one sample; a layer is tried on these in turn, and has to take one."""
REGISTRATION: Final = "@keras.saving.register_keras_serializable()"
_NO_PORT = frozenset({"training", "mask"})
_KERAS_OWN = frozenset({"name", "dtype", "reduction", "trainable"})
_ANSWERS_OF = (2, 3)
"""Rows of a batch."""


def prove(request: dict[str, Any]) -> dict[str, Any]:
    """{"source", "params": values for the constructor} → {"name", "kind", "ports", "outputs", "params", "defines", "shape", "source"};
    `source` has the `get_config` and the registration that were missing. Raises Refused naming the line."""
    source, given = str(request["source"]), dict(request.get("params") or {})
    with pasted.stopped_after(pasted.SECONDS), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _Subject(source, given).proven()


class _Subject:
    def __init__(self, source: str, given: dict[str, Any]) -> None:
        self.source, self.given = source, given
        self._read()

    def _read(self) -> None:
        tree = parsed(self.source)
        self.names = own.begun()
        self.outputs = 1
        self.defines = tuple(reserved.bound(tree))
        for name, line in reserved.clashes(tree):
            raise Refused(problem("custom_name_taken", {"name": name, "line": line}, place=f"line {line}"))
        for statement in tree.body:
            with _told("custom-runs", statement.lineno):
                exec(compile(ast.Module([statement], []), pasted.FILE, "exec"), self.names)
        self.kind, self.node = self._found(tree)
        self.made = self.names[self.node.name]

    def _found(self, tree: ast.Module) -> tuple[str, ast.ClassDef | ast.FunctionDef]:
        """The last class that Keras can use, else the last function."""
        for node in reversed(tree.body):
            if isinstance(node, ast.ClassDef) and isinstance(found := self.names.get(node.name), type):
                kind = next((kind for kind, base in KINDS.items() if issubclass(found, base)), None)
                if kind is not None:
                    return kind, node
        for node in reversed(tree.body):
            if isinstance(node, ast.FunctionDef):
                return "function", node
        raise Refused(problem("custom_nothing", place="source"))

    def proven(self) -> dict[str, Any]:
        params = list(self._options() if self.kind == "function" else self._params())
        if params and self.kind != "function" and "get_config" not in vars(self.made):
            self._configured([one["name"] for one in params])
        shape = {"layer": self._layer, "function": self._function}.get(self.kind, self._no_layer)()
        ports = list(_ports(self.made.call if self.kind == "layer" else self.made)) if self._flows() else []
        return {
            "name": self.node.name,
            "kind": self.kind,
            "ports": ports,
            "outputs": [Port(name=name).model_dump(mode="json") for name in self._named()] if self._flows() else [],
            "params": params,
            "defines": list(self.defines),
            "shape": shape,
            "source": self._registered(),
        }

    def _named(self) -> list[str]:
        return ["output"] if self.outputs == 1 else [f"output_{place}" for place in range(1, self.outputs + 1)]

    def _flows(self) -> bool:
        return self.kind in ("layer", "function")

    def _params(self) -> Iterator[dict[str, Any]]:
        for one in inspect.signature(self.made.__init__).parameters.values():
            if one.name == "self" or one.name in _KERAS_OWN or one.kind in (one.VAR_KEYWORD, one.VAR_POSITIONAL):
                continue
            if one.default is one.empty and one.name not in self.given:
                line = f"line {self._line('__init__')}"
                raise Refused(problem("custom_needs_value", {"name": one.name}, place=line, evidence=one.name))
            if (found := _param(one, self.given.get(one.name))) is not None:
                yield found

    def _options(self) -> Iterator[dict[str, Any]]:
        """Of a function: the arguments that are no tensors."""
        ports = {port["name"] for port in _ports(self.made)}
        for one in inspect.signature(self.made).parameters.values():
            if one.name not in ports and one.default is not one.empty and (found := _param(one, None)) is not None:
                yield found

    def _line(self, method: str) -> int:
        own = [one for one in ast.walk(self.node) if isinstance(one, ast.FunctionDef) and one.name == method]
        return own[0].lineno if own else self.node.lineno

    def _configured(self, names: list[str]) -> None:
        """Writes the `get_config` that is missing, from what the constructor kept."""
        with _told("custom-builds", self.node.lineno):
            instance = self.made(**self.given)
        for name in names:
            if not hasattr(instance, name):
                values: dict[str, Said] = {"name": name, "line": self._line("__init__")}
                raise Refused(problem("custom_not_kept", values, place=f"line {self._line('__init__')}"))
        indent = " " * self.node.body[-1].col_offset
        kept = ", ".join(f'"{name}": self.{name}' for name in names)
        method = [f"{indent}def get_config(self):", f"{indent}    return {{**super().get_config(), {kept}}}"]
        lines = self.source.splitlines()
        end = self.node.end_lineno or len(lines)
        self.source = "\n".join([*lines[:end], "", *method, *lines[end:]]) + "\n"
        self._read()

    def _registered(self) -> str:
        """With the line by which Keras finds the class again in a file."""
        told = [one for one in self.node.decorator_list if "register_keras_serializable" in ast.unparse(one)]
        if self.kind == "function" or told:
            return self.source
        first = min([self.node.lineno, *(one.lineno for one in self.node.decorator_list)])
        lines = self.source.splitlines()
        return "\n".join([*lines[: first - 1], REGISTRATION, *lines[first - 1 :]]) + "\n"

    def _layer(self) -> list[int]:
        def instance() -> Any:
            return self.made(**self.given, name="tried")

        return self._in_a_model(instance, list(_ports(self.made.call)))

    def _function(self) -> list[int]:
        return self._in_a_model(lambda: self.made, list(_ports(self.made)))

    def _in_a_model(self, instance: Callable[[], Any], ports: list[dict[str, Any]]) -> list[int]:
        count = max(1, sum(one["required"] for one in ports))
        said: list[Refused] = []
        for shape in SHAPES:
            try:
                with _told("custom-builds", self.node.lineno):
                    inputs = [keras.Input(shape, name=f"x{place}") for place in range(count)]
                    model = keras.Model(inputs, instance()(*inputs))
                self.outputs = len(model.outputs)
            except Refused as refused:
                said.append(refused)
                continue
            made = [one for one in model.layers if not isinstance(one, keras.layers.InputLayer)]
            if self.kind == "function" and made:
                values = {"name": self.node.name, "layer": type(made[0]).__name__}
                raise Refused(problem("custom_makes_layers", values, place=f"line {self.node.lineno}"))
            self._same_shapes(model, inputs)
            self._saved(model, inputs)
            return list(shape)
        raise said[0]

    def _same_shapes(self, model: Any, inputs: list[Any]) -> None:
        for rows in _ANSWERS_OF:
            with _told("custom-computes", self.node.lineno):
                given = [np.ones((rows, *one.shape[1:]), "float32") for one in inputs]
                found = [tuple(one.shape) for one in keras.tree.flatten(model(given))]
            announced = [(rows, *one.shape[1:]) for one in keras.tree.flatten(model.outputs)]
            for said, came in zip(announced, found, strict=True):
                if any(one is not None and one != other for one, other in zip(said, came, strict=False)) or len(
                    said
                ) != len(came):
                    values = {"announced": str(said), "came": str(came)}
                    raise Refused(
                        problem("custom_other_shape", values, place=f"line {self._line('compute_output_shape')}")
                    )

    def _saved(self, model: Any, inputs: list[Any]) -> None:
        objects = {self.node.name: self.made}
        path = Path("custom.keras")
        with _told("custom-saves", self._line("get_config")):
            model.save(path)
        with _told("custom-loads", self._line("get_config")):
            again = keras.saving.load_model(path, custom_objects=objects)
        path.unlink()
        numbers = np.random.default_rng(0)
        given = [numbers.normal(size=(4, *one.shape[1:])).astype("float32") for one in inputs]
        with _told("custom-computes", self.node.lineno):
            pairs = zip(keras.tree.flatten(model(given)), keras.tree.flatten(again(given)), strict=True)
        if not all(np.array_equal(np.asarray(one), np.asarray(other), equal_nan=True) for one, other in pairs):
            raise Refused(problem("custom_unequal", {"name": self.node.name}, place=f"line {self._line('get_config')}"))

    def _no_layer(self) -> list[int]:
        with _told("custom-builds", self.node.lineno):
            first = self.made(**self.given)
        with _told("custom-computes", self._line("call")):
            before = self._answer(first)
        with _told("custom-saves", self._line("get_config")):
            config = keras.saving.serialize_keras_object(first)
        with _told("custom-loads", self._line("get_config")):
            again = keras.saving.deserialize_keras_object(config, custom_objects={self.node.name: self.made})
        with _told("custom-computes", self._line("call")):
            after = self._answer(again)
        if not np.array_equal(before, after, equal_nan=True):
            raise Refused(problem("custom_unequal", {"name": self.node.name}, place=f"line {self._line('get_config')}"))
        return []

    def _answer(self, instance: Any) -> Any:
        """What it says of the same numbers; a loss and a metric say one number, an initializer an array of the shape it is asked for."""
        numbers = np.random.default_rng(0)
        true, pred = (numbers.uniform(0.1, 0.9, size=(4, 3)).astype("float32") for _ in range(2))
        if self.kind == "initializer":
            found = np.asarray(instance((5, 3), dtype="float32"))
            if found.shape != (5, 3):
                raise ValueError(f"An initializer gives the shape it is asked for: (5, 3). Received: {found.shape}.")
            return found
        if self.kind == "metric":
            instance.reset_state()
            instance.update_state(true, pred)
            found = np.asarray(instance.result())
        else:
            found = np.asarray(instance(true, pred))
        if found.shape != ():
            raise ValueError(f"A {self.kind} says one number for a batch. Received: an array of shape {found.shape}.")
        return found


def _ports(call: Callable[..., Any]) -> Iterator[dict[str, Any]]:
    """What tensors arrive as: arguments without a default, and those that may be None. Other defaults are options."""
    for one in inspect.signature(call).parameters.values():
        if one.name == "self" or one.name in _NO_PORT or one.kind in (one.VAR_KEYWORD, one.KEYWORD_ONLY):
            continue
        if one.default is one.empty or one.default is None:
            yield {"name": one.name, "required": one.default is one.empty, "many": one.kind == one.VAR_POSITIONAL}


def _param(one: inspect.Parameter, tried: Any) -> dict[str, Any] | None:
    """Typed by what stands there: the annotation, the default, or what it was tried with. None for a default that is no JSON."""
    required = one.default is one.empty
    default = None if required else list(one.default) if isinstance(one.default, tuple) else one.default
    try:
        json.dumps(default, allow_nan=False)
    except (TypeError, ValueError):
        return None
    known: dict[Any, ParamType] = {bool: "bool", int: "int", float: "float", str: "str"}
    shown = tried if required else default
    kind = known.get(one.annotation) or known.get(type(shown)) or "any"
    param = Param(
        name=one.name,
        type=kind,
        nullable=default is None and not required,
        required=required,
        default=default,
        common=True,
    )
    return param.model_dump(mode="json")


@contextmanager
def _told(step: str, line: int) -> Iterator[None]:
    try:
        yield
    except Refused:
        raise
    except pasted.TooLong as late:
        where = pasted.line_of(late, line)
        what = phrase("code-time", seconds=pasted.SECONDS)
        raise Refused(
            problem("custom_failed", {"step": phrase(step), "line": where, "what": what}, place=f"line {where}")
        ) from None
    except BaseException as error:
        where = pasted.line_of(error, line)
        values: dict[str, Said] = {"step": phrase(step), "line": where, "what": sandboxed.what(error)}
        raise Refused(problem("custom_failed", values, place=f"line {where}", evidence=str(values["what"]))) from None
