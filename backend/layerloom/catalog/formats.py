"""`data/formats.toml` → what a model can leave as. Data alone: the code that writes and runs a format is found by its name."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from layerloom.catalog.types import Strict

Target = Literal["server", "browser", "phone", "raspberry_pi"]


class Elsewhere(Strict):
    """A converter of somebody else's that refuses a model of today's Keras."""

    name: str
    version: str
    """The newest one tried."""
    command: str
    """To try on the unpacked SavedModel."""


class Format(Strict):
    name: str
    title: str
    file: str
    """What a person takes away; a folder is zipped."""
    needs: tuple[str, ...] = ()
    """Distributions that write it, besides Keras and its backend."""
    runtime: str = ""
    """The distribution that runs it again; empty: Keras itself."""
    counted_by: str = ""
    """Whose versions a file names when it says how old a runtime may be, where not the runtime's own."""
    backends: tuple[str, ...] = ()
    """Keras' backends it can be written from; empty: every one."""
    tolerance: float = 0.0
    """The most an output may deviate from Keras, as a share of that output's largest value."""
    goes_to: tuple[Target, ...] = ()
    trained: bool = True
    """It carries a run's weights."""
    weight_bytes: int = 4
    """Of one weight in the file."""
    elsewhere: Elsewhere | None = None

    @property
    def packages(self) -> tuple[str, ...]:
        """Distributions that must be installed to write it and to run it again."""
        return (*self.needs, *([self.runtime] if self.runtime else []))


@cache
def formats() -> Mapping[str, Format]:
    """By name, in the order in which they are offered."""
    data = tomllib.loads((files(__package__) / "data" / "formats.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: Format(name=name, **given) for name, given in data.items()})
