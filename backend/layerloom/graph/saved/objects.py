"""What Keras writes an object down as, in any of its three generations → class name and configuration. Decodes nothing, imports nothing.

A class is Keras' own when it says so (its module) and the catalog knows its name; any other name stays a name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

_OF_KERAS = re.compile(
    r"(keras|tf_keras|tensorflow(\.python)?\.keras)(\.[\w.]*)?|(tensorflow|tf)\.compat[\w.]*keras[\w.]*"
)

_OPERATIONS = re.compile(r"keras\.(src\.)?ops(\.\w+)*")


@dataclass(frozen=True, slots=True)
class Object:
    """`{"class_name", "config"}`, with where it comes from as far as the file says."""

    class_name: str
    config: Json
    module: str | None = None
    registered_name: str | None = None
    operation: bool = False
    """A call of `keras.ops`, as functional models hold it: `Matmul` of `keras.src.ops.numpy`."""

    @property
    def of_keras(self) -> bool:
        """Whether the file means Keras' own class by that name; older files say no module."""
        module = self.module is None or _OF_KERAS.fullmatch(self.module) is not None
        return module and self.registered_name in (None, "", self.class_name) and ">" not in self.class_name

    @property
    def named(self) -> str:
        """As a person would say it: `shop.layers.Gate`, `Custom>Gate`, `Dense`."""
        if self.registered_name and self.registered_name != self.class_name:
            return self.registered_name
        return f"{self.module}.{self.class_name}" if self.module and not self.of_keras else self.class_name


def read(value: Any) -> Object | None:
    """The object that a JSON value writes down; None for anything else, a function among them."""
    if not isinstance(value, Mapping) or not isinstance(value.get("class_name"), str):
        return None
    config = value.get("config")
    if config is None:
        config = {}
    if not isinstance(config, dict):
        return None
    module = _text(value.get("module"))
    operation = module is not None and _OPERATIONS.fullmatch(module) is not None
    return Object(value["class_name"], config, module, _text(value.get("registered_name")), operation)


def function(value: Any) -> str | None:
    """The name of a function of Keras': `{"class_name": "function", "config": "relu"}`."""
    if (
        not isinstance(value, Mapping)
        or value.get("class_name") != "function"
        or not isinstance(value.get("config"), str)
    ):
        return None
    module = _text(value.get("module"))
    return value["config"] if module in (None, "builtins") or _OF_KERAS.fullmatch(module) else None


def holds_code(value: Any) -> bool:
    """Whether Python code stands in a value, as Keras writes a lambda down. It is looked for, never decoded."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if _is_code(one):
            return True
        waiting += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return False


def without_code(value: Any) -> Any:
    """The same value with code taken out: what is kept of a layer can harm nobody who reads it later."""
    if _is_code(value):
        return None
    if isinstance(value, dict):
        return {key: without_code(one) for key, one in value.items()}
    return [without_code(one) for one in value] if isinstance(value, list) else value


_BYTECODE = re.compile(r"(4w|Yw)[A-Za-z0-9+/\s]{20,}={0,2}\s*")
"""Marshalled code in base64, which begins with 0xe3 or 0x63; older files keep it in a list [code, defaults, closure]."""


def _is_code(value: Any) -> bool:
    if isinstance(value, dict):
        return value.get("class_name") == "__lambda__"
    return isinstance(value, str) and _BYTECODE.fullmatch(value) is not None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
