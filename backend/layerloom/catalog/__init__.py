"""What exists in Keras, as data: `keras.json` (generated) merged with `overlay.toml` and `ops.toml` (hand-written). Imports no Keras.

Lookups are dictionary reads: validation asks for thousands of members a second.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from layerloom.catalog.overlay import merge
from layerloom.catalog.types import Catalog, Kind, Member, Param

__all__ = ["get", "load", "members", "params"]


OVERLAYS = ("overlay.toml", "ops.toml")
"""One after the other they are one text."""


@cache
def load() -> Catalog:
    """The whole catalog, overlay merged, members sorted by kind and name."""
    data = files(__package__) / "data"
    generated = json.loads((data / "keras.json").read_text(encoding="utf-8"))
    return merge(generated, "\n".join((data / name).read_text(encoding="utf-8") for name in OVERLAYS))


def get(kind: Kind, name: str) -> Member | None:
    """The member of that public name or alias; None where Keras has none."""
    return _by_name().get((kind, name))


@cache
def members(kind: Kind) -> tuple[Member, ...]:
    return tuple(member for member in load().members if member.kind == kind)


def params(kind: Kind, name: str) -> Mapping[str, Param]:
    """A member's parameters by name, in signature order; empty where there is no such member."""
    member = get(kind, name)
    return _params(kind, member.name) if member else _NONE


_NONE: Mapping[str, Param] = MappingProxyType({})


@cache
def _params(kind: Kind, name: str) -> Mapping[str, Param]:
    return MappingProxyType({param.name: param for param in _by_name()[kind, name].params})


@cache
def _by_name() -> dict[tuple[str, str], Member]:
    found: dict[tuple[str, str], Member] = {}
    for member in load().members:
        for alias in member.aliases:
            found.setdefault((member.kind, alias), member)
    found.update({(member.kind, member.name): member for member in load().members})
    return found
