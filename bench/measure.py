"""Two callables → paired timings: interleaved repeats, so that a drifting machine moves both, and medians."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One row of docs/benchmarks.md."""

    what: str
    ours: str
    against: str
    ratio: str
    goal: str
    reached: bool


@dataclass(frozen=True)
class Paired:
    ours: list[float]
    reference: list[float]

    @property
    def ratio(self) -> float:
        """How many times longer the reference takes: the median over the pairs."""
        return statistics.median(theirs / mine for mine, theirs in zip(self.ours, self.reference, strict=True))


def seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def paired(ours: Callable[[], float], reference: Callable[[], float], repeats: int) -> Paired:
    """Each callable gives the seconds of one run of its own."""
    pairs = [(ours(), reference()) for _ in range(repeats)]
    return Paired([mine for mine, _ in pairs], [theirs for _, theirs in pairs])


def median(values: list[float]) -> float:
    return statistics.median(values)
