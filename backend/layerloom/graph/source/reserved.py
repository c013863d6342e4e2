"""The text of somebody's code, parsed → the names that it binds at its top, and those that a script needs for itself."""

import ast
import builtins
import keyword
from collections.abc import Iterator

from layerloom import catalog
from layerloom.catalog.types import Kind
from layerloom.graph.source import made, snippets
from layerloom.graph.source.names import MODULES
from layerloom.graph.source.program import FUNCTIONS

_CONSTANTS = ("SEED", "EPOCHS", "BATCH_SIZE", "VALIDATION", "SPLIT_SEED", "MISSING")
KERAS: tuple[Kind, ...] = ("layer", "application")
"""Whose classes a palette and a message tell apart by name."""
_USUAL = {"np": "numpy", "tf": "tensorflow", "jnp": "jax.numpy"}
"""Short names that mean one module everywhere."""


def bound(tree: ast.Module) -> Iterator[str]:
    """Each name once; of an import, with what it stands for (`K=keras.backend`), so that two that mean the same may both stand."""
    yield from dict.fromkeys(name if what is None else f"{name}={what}" for name, what, _ in _bound(tree.body))


def clashes(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Names that mean something else in a script, with the line that takes them."""
    taken = {*FUNCTIONS, *(call.removesuffix("(") for call in snippets.CALLED), *_CONSTANTS, *MODULES, *keyword.kwlist}
    taken |= {*dir(builtins), *(name for generated in made.every() for name in made.names(generated))}
    taken |= {one.name for kind in KERAS for one in catalog.members(kind)}
    for name, what, line in _bound(tree.body):
        if (name in taken and what != _usual(name)) or name.startswith("WORDS"):
            yield name, line


def _usual(name: str) -> str:
    """What a script means by the name of a module."""
    return _USUAL.get(name) or (f"keras.{name}" if name in ("layers", "ops") else name)


def _bound(body: list[ast.stmt]) -> Iterator[tuple[str, str | None, int]]:
    """(name, what an import stands for, line)."""
    for one in body:
        match one:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield one.name, None, one.lineno
            case ast.Import():
                for alias in one.names:
                    first = alias.name.partition(".")[0]
                    yield alias.asname or first, alias.name if alias.asname else first, one.lineno
            case ast.ImportFrom():
                for alias in one.names:
                    yield alias.asname or alias.name, f"{one.module}.{alias.name}", one.lineno
            case _:
                stored = (each for each in ast.walk(one) if isinstance(each, ast.Name))
                yield from ((each.id, None, each.lineno) for each in stored if isinstance(each.ctx, ast.Store))
                inner = [each for name in ("body", "orelse", "finalbody") for each in getattr(one, name, [])]
                if isinstance(one, ast.If | ast.Try | ast.With | ast.For | ast.While):
                    handled = [each for handler in getattr(one, "handlers", []) for each in handler.body]
                    yield from (each for each in _bound([*inner, *handled]) if each[1] is not None)
