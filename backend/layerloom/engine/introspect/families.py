"""The installed Keras → every public object of each kind, under one name with its aliases. Reads names only, builds nothing."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import keras

from layerloom.catalog.types import Kind

_MACHINERY = {"get", "serialize", "deserialize"}
_COMPILE_DECIDES = {"accuracy"}
"""`compile` reads these words as "the accuracy that fits the loss": as the name of one class they would be wrong."""
_BASES = {"Wrapper", "MeanMetricWrapper"}
"""Public for those who write subclasses in Python."""


@dataclass(frozen=True, slots=True)
class Public:
    kind: Kind
    name: str
    path: str
    aliases: tuple[str, ...]
    object: Any
    abstract: bool
    """Others of the kind derive from it; nothing to offer by itself."""


def all_public() -> Iterator[Public]:
    yield from _classes("layer", keras.layers, keras.layers.Layer)
    yield from _functions("op", keras.ops, "")
    yield from _functions("op", keras.ops.image, "image.")
    yield from _classes("loss", keras.losses, keras.losses.Loss)
    yield from _classes("metric", keras.metrics, keras.metrics.Metric)
    yield from _classes("optimizer", keras.optimizers, keras.optimizers.Optimizer)
    schedules = keras.optimizers.schedules
    yield from _classes("schedule", schedules, schedules.LearningRateSchedule)
    yield from _classes("callback", keras.callbacks, keras.callbacks.Callback)
    yield from _classes("initializer", keras.initializers, keras.initializers.Initializer)
    yield from _classes("regularizer", keras.regularizers, keras.regularizers.Regularizer)
    yield from _classes("constraint", keras.constraints, keras.constraints.Constraint)
    yield from _functions("activation", keras.activations, "")
    yield from _applications()


def _classes(kind: Kind, module: ModuleType, root: type[Any]) -> Iterator[Public]:
    found: dict[type[Any], list[str]] = {}
    for name, value in _exported(module):
        if isinstance(value, type) and issubclass(value, root) and not issubclass(value, keras.Model):
            found.setdefault(value, []).append(name)
    strings = _strings(kind, module, set(found))
    for cls, names in found.items():
        name = cls.__name__ if cls.__name__ in names else min(names, key=len)
        aliases = {*names, *strings.get(cls, ())} - {name}
        derived = any(other is not cls and issubclass(other, cls) for other in found)
        abstract = cls is root or (derived and cls.__name__ in _BASES)
        yield Public(
            kind,
            name,
            f"{_where(module)}.{name}",
            tuple(sorted(aliases)),
            cls,
            abstract,
        )


def _strings(kind: Kind, module: ModuleType, classes: set[type[Any]]) -> dict[type[Any], set[str]]:
    """Strings that Keras' own `get` of that kind turns into one of the classes: `he_normal`, `mse`, `adam`."""
    known: dict[type[Any], set[str]] = {}
    if not hasattr(module, "get"):
        return known
    source = inspect.getmodule(module.get)
    registry = dict(getattr(source, "ALL_OBJECTS_DICT", {}))
    functions: dict[Any, type[Any]] = {}
    if kind == "loss":
        functions = {getattr(loss, "fn", None): type(loss) for cls in classes if (loss := _made(cls)) is not None}
    for string, target in registry.items():
        cls: type[Any] | None = target if isinstance(target, type) else functions.get(target)
        if cls is not None and cls in classes and string not in _COMPILE_DECIDES:
            known.setdefault(cls, set()).add(string)
    return known


def _made(cls: type[Any]) -> Any:
    try:
        return cls()
    except (TypeError, ValueError, NotImplementedError):
        return None


def _functions(kind: Kind, module: ModuleType, prefix: str) -> Iterator[Public]:
    found: dict[Any, list[str]] = {}
    for name, value in _exported(module):
        if inspect.isfunction(value) and name not in _MACHINERY:
            found.setdefault(value, []).append(name)
    where = _where(module)
    for function, names in found.items():
        name = function.__name__ if function.__name__ in names else min(names, key=len)
        aliases = tuple(sorted(prefix + other for other in names if other != name))
        yield Public(kind, prefix + name, f"{where}.{name}", aliases, function, False)


def _applications() -> Iterator[Public]:
    for name, value in _exported(keras.applications):
        if inspect.isfunction(value) and re.match(r"[A-Z]", name):
            yield Public("application", name, f"keras.applications.{name}", (), value, False)


def _where(module: ModuleType) -> str:
    """The address people write: `keras.layers` for what is called `keras.api.layers` inside."""
    return module.__name__.replace(".api", "").replace("._tf_keras", "")


def _exported(module: ModuleType) -> Iterator[tuple[str, Any]]:
    for name in sorted(dir(module)):
        if not name.startswith("_"):
            yield name, getattr(module, name)
