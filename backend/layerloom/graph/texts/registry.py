"""The one place where a problem's code meets its wording: a function named like the code returns the Problem."""

from collections.abc import Callable
from typing import ParamSpec

from layerloom.graph.problems import Problem

Arguments = ParamSpec("Arguments")

CODES: dict[str, Callable[..., Problem]] = {}
"""Every code with the function that words it."""


def code(words: Callable[Arguments, Problem]) -> Callable[Arguments, Problem]:
    """Registers a wording under its function's name."""
    CODES[words.__name__] = words
    return words
