"""Code that somebody wrote and the server has proven → the classes and functions it defines, made and called in this process.

Only in children that are locked in and live for one request, and where a person runs their own file. Each source is run once.
"""

from collections.abc import Iterable
from typing import Any, Final

import keras
import numpy as np

from layerloom.engine import pasted, sandboxed
from layerloom.graph.plan import CustomCall, Plan
from layerloom.graph.source import values
from layerloom.words import Phrase, phrase, say

_RAN: Final[dict[str, dict[str, Any]]] = {}
"""By source: the names that it left."""


class Failed(Exception):
    """Says where somebody's code failed, and with which words."""


def begun() -> dict[str, Any]:
    """The names that are there without an import, in a script as well."""
    return {"__name__": "custom", "keras": keras, "layers": keras.layers, "ops": keras.ops, "np": np}


def know(plan: Plan) -> None:
    """Runs all that a plan brings along, in its order: from here on Keras finds its classes in files, too."""
    know_all(sources(plan))


def sources(plan: Plan) -> tuple[str, ...]:
    """Each once, in the order in which they are first needed."""
    return tuple(dict.fromkeys(step.call.source for step in plan.steps if isinstance(step.call, CustomCall)))


def run(source: str) -> dict[str, Any]:
    found = _RAN.get(source)
    if found is None:
        found = begun()
        exec(compile(source, pasted.FILE, "exec"), found)
        _RAN[source] = found
    return found


def know_all(found: Iterable[str]) -> None:
    for source in found:
        for one in run(source).values():
            registered = keras.saving.get_registered_name(one) if isinstance(one, type) else ""
            if ">" in registered:  # another source may have had a class of that name since
                keras.saving.get_custom_objects()[registered] = one


def made(call: CustomCall, name: str | None) -> Any:
    """A new layer, or the function itself. Raises Failed."""
    try:
        found = run(call.source)[call.layer]
        if call.kind == "function":
            return found
        return found(**_settled(call), **({} if name is None else {"name": name}))
    except Exception as error:
        raise _told(error) from error


def called(call: CustomCall, thing: Any, flow: dict[str, Any]) -> Any:
    """What comes out of it. Required tensors go by position, as in a script. Raises Failed."""
    first, named = handed(flow)
    options = _settled(call) if call.kind == "function" else {}
    try:
        return thing(*first, **named, **options)
    except Exception as error:
        raise _told(error) from error


def handed(flow: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """By position and by name: the first by position, several at one port one after another, all others by name."""
    (_, one), *rest = flow.items()
    return list(one) if isinstance(one, list) else [one], dict(rest)


def _settled(call: CustomCall) -> dict[str, Any]:
    return values.arguments("layer", "", call.params)


def _told(error: Exception) -> Failed:
    if isinstance(error, Failed):
        return error
    line = pasted.line_of(error, 0)
    told = sandboxed.what(error)
    what = say(told) if isinstance(told, Phrase) else str(told)
    return Failed(say(phrase("code-line", line=line, what=what)) if line else what)
