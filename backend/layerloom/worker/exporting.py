"""A run and a format → a file that was run again, or a refusal with the layer to blame. Children do it, one after another; no Keras here.

The first writes the file, the second runs it; where one of them fails or the numbers differ, others look for the layer. What became of
it is kept beside the run.
"""

import contextlib
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol

from layerloom.catalog.conversions import MOST_STEPS
from layerloom.catalog.formats import Format
from layerloom.graph.data import DataSpec
from layerloom.graph.plan import LayerCall, OpCall, Step
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import plan
from layerloom.launcher.once import ChildFailed, TimedOut
from layerloom.runs import exports
from layerloom.runs.exports import Blame, Proof, Receipt, Unfit

MAKE = "layerloom.engine.exports.making:make"
PROVE = "layerloom.engine.exports.proving:prove"
ATTEMPT = "layerloom.engine.exports.blaming:attempt"
DIFFERING = "layerloom.engine.exports.blaming:differing"
ENTRIES = frozenset({MAKE, PROVE, ATTEMPT, DIFFERING})
SECONDS = 600.0
"""Most that each child may take."""
COARSE = 0.02
"""Tolerance of a model that computes in 16 bits."""
BLAME_SECONDS = 300.0
UNCONVERTIBLE = "Unconvertible: "
CANCELLED = "It was cancelled."


class Ask(Protocol):
    def __call__(
        self, entry: str, request: dict[str, Any], folder: Path, *, read: tuple[Path, ...], loopback_port: int
    ) -> Any:
        """`entry(request, emit)` in a jailed child."""


@dataclass(frozen=True)
class Wanted:
    """What is exported: a graph as it was trained, with its weights, or with fresh ones."""

    format: Format
    graph: dict[str, Any]
    data: dict[str, Any] | None
    weights: Path | None
    home: Path

    @property
    def fingerprint(self) -> str:
        """Of the weights; empty for fresh ones."""
        return exports.fingerprint(self.weights) if self.weights else ""


def export(wanted: Wanted, folder: Path, ask: Ask) -> tuple[Receipt, Path]:
    """(what became of it, the file); `folder` is empty and stays. Raises Refused where the graph makes no sense, ChildFailed, Unavailable."""
    began, format = time.time(), wanted.format
    request = {
        "format": format.name,
        "graph": wanted.graph,
        "data": wanted.data,
        "weights": None if wanted.weights is None else str(wanted.weights),
        "home": str(wanted.home),
        "folder": str(folder),
    }
    read = (wanted.home / "datasets", *((wanted.weights,) if wanted.weights else ()))
    made = folder / format.file
    proof: Proof | None = None
    blame: Blame | None = None
    unfit: Unfit | None = None
    versions: dict[str, str] = {}
    reason = unproven = ""
    tolerance = format.tolerance
    try:
        answer = ask(MAKE, request, folder, read=read, loopback_port=0)
        versions = dict(answer["versions"])
        tolerance = max(tolerance, COARSE) if answer["coarse"] else tolerance
        if told := answer["unfit"]:
            unfit = Unfit(steps=told["steps"], most=MOST_STEPS)
            blame = None if told["step"] is None else _named(_steps(wanted)[told["step"]], None)
        else:
            port = free_port() if format.name == "serving" else 0
            proving = {"format": format.name, "folder": str(folder), "port": port}
            proven = ask(PROVE, proving, folder, read=(), loopback_port=port)
            proof = Proof.model_validate(proven["proof"]) if proven["proof"] else None
            unproven = str(proven["unproven"])
    except TimedOut:  # it may be the machine's fault: nothing is kept against the model
        raise
    except ChildFailed as failed:
        reason = failed.reason.removeprefix(UNCONVERTIBLE)[:2000]
    deviates = proof is not None and not 0 <= proof.deviation <= tolerance
    if reason or deviates:
        look = _differing if deviates else _failing
        with contextlib.suppress(ChildFailed):  # then nobody is to blame, which is said as well
            blame = look(
                request | {"tolerance": tolerance},
                _steps(wanted),
                lambda entry, asked: ask(entry, asked, folder, read=read, loopback_port=0),
            )
    ready = not reason and not deviates and unfit is None
    receipt = Receipt(
        format=format.name,
        outcome="ready" if ready else "refused",
        file=format.file,
        bytes=made.stat().st_size if ready else 0,
        sha256=exports.fingerprint(made) if ready else "",
        weights=wanted.fingerprint,
        tolerance=tolerance,
        proof=proof,
        unproven=unproven,
        blame=blame,
        unfit=unfit,
        reason=reason,
        versions=versions,
        seconds=time.time() - began,
        at=time.time(),
    )
    return receipt, made


def _steps(wanted: Wanted) -> tuple[Step, ...]:
    return plan(open_graph(wanted.graph), DataSpec.model_validate(wanted.data) if wanted.data else None).steps


def _failing(
    request: dict[str, Any], steps: tuple[Step, ...], ask: Callable[[str, dict[str, Any]], Any]
) -> Blame | None:
    """The last layer of the shortest beginning that cannot be written and run; None where time runs out."""
    good, bad, end = 0, len(steps), time.monotonic() + BLAME_SECONDS
    while bad - good > 1 and time.monotonic() < end:
        middle = (good + bad) // 2
        try:
            ask(ATTEMPT, request | {"steps": middle})
            good = middle
        except ChildFailed as failed:
            if failed.reason == CANCELLED:
                return None
            bad = middle
    return _named(steps[bad - 1], None) if bad - good == 1 else None


def _differing(
    request: dict[str, Any], steps: tuple[Step, ...], ask: Callable[[str, dict[str, Any]], Any]
) -> Blame | None:
    """Where the numbers begin to differ; the layer before an output where only the whole does."""
    found = ask(DIFFERING, request)
    if found is None:
        return _named(steps[-1], None) if steps else None
    return _named(steps[int(found["step"])], float(found["deviation"]))


def _named(step: Step, deviation: float | None) -> Blame:
    layer = (
        step.call.layer if isinstance(step.call, LayerCall) else step.call.op if isinstance(step.call, OpCall) else ""
    )
    return Blame(node=step.node, name=step.name, layer=layer, deviation=deviation)


def missing(format: Format) -> tuple[str, ...]:
    """Distributions that the format needs and this environment lacks."""
    return tuple(name for name in format.packages if not _installed(name))


def command(format: Format) -> str:
    """That installs what is missing."""
    lacking = missing(format)
    return f"python -m pip install {' '.join(lacking)}" if lacking else ""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True
