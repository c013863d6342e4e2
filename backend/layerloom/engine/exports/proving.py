"""A file that a child wrote → how it does in its own runtime, in a process that has not seen the model."""

import importlib.metadata
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from layerloom.catalog.formats import formats
from layerloom.engine.exports import Runner, Unproven, module
from layerloom.engine.exports.subject import Arrays, reference

CALLS = 100
LONGEST = 3.0
"""Seconds of calls that are timed."""
WARM = 3
SMALLEST_SCALE = 1e-6
"""An output whose every value is nearer to zero is compared as if its largest were this."""


def prove(request: dict[str, Any], emit: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """{"format", "folder", "port"} → {"proof", "unproven"}; see `runs.exports.Proof`. Raises what the runtime raises.

    `port`: on this machine's loopback, which this process alone may use, for a format that is a server.
    """
    format, folder = formats()[request["format"]], Path(request["folder"])
    emit({"stage": "proving", "share": 0.7})
    found = module(format.name)
    rows, wanted = reference(folder)
    (folder / "port").write_text(str(request.get("port") or 0))
    try:
        run = found.runner(folder)
    except Unproven as reason:
        return {"proof": None, "unproven": str(reason)}
    emit({"stage": "proving", "share": 0.8})
    got = run(rows)
    outputs = compared(got, wanted)
    emit({"stage": "proving", "share": 0.85})
    p50, p95 = _latency(run, rows)
    smallest = found.smallest(folder)
    runtime = format.runtime or "keras"
    return {
        "proof": {
            "rows": len(next(iter(rows.values()))),
            "runtime": f"{runtime} {importlib.metadata.version(runtime)}",
            "deviation": worst(outputs),
            "outputs": outputs,
            "agreeing": _agreeing(got, wanted),
            "latency_p50_ms": p50,
            "latency_p95_ms": p95,
            "smallest": smallest.version,
            "because": smallest.because,
        },
        "unproven": "",
    }


def compared(got: Arrays, wanted: Arrays) -> list[dict[str, Any]]:
    """Largest deviation of each output and its largest value. What is no number on both sides is equal; on one side alone it is -1."""
    found = []
    for name, right in wanted.items():
        left = got.get(name)
        largest = float(np.abs(right[np.isfinite(right)]).max(initial=0.0)) if right.dtype.kind in "fiub" else 0.0
        found.append({"name": name, "deviation": _deviation(left, right), "largest": largest})
    return found


def worst(outputs: list[dict[str, Any]]) -> float:
    """As a share of the output's largest value."""
    if any(one["deviation"] < 0 for one in outputs):
        return -1.0
    return max((one["deviation"] / max(one["largest"], SMALLEST_SCALE) for one in outputs), default=0.0)


def _deviation(left: np.ndarray | None, right: np.ndarray) -> float:
    if left is None or left.shape != right.shape:
        return -1.0
    if right.dtype.kind not in "fiub":
        return 0.0 if np.array_equal(left.astype(str), right.astype(str)) else -1.0
    one, other = left.astype("float64"), right.astype("float64")
    with np.errstate(invalid="ignore"):
        gap = np.where((one == other) | (np.isnan(one) & np.isnan(other)), 0.0, np.abs(one - other))
    return float(gap.max(initial=0.0)) if np.isfinite(gap).all() else -1.0


def _agreeing(got: Arrays, wanted: Arrays) -> float | None:
    """Of outputs that are one row of at least two numbers: strongest class; of one number between 0 and 1, which side of a half."""
    shares = []
    for name, right in wanted.items():
        left = got.get(name)
        if left is None or left.shape != right.shape or right.ndim != 2 or right.dtype.kind != "f":
            continue
        if right.shape[1] > 1:
            shares.append(float((left.argmax(1) == right.argmax(1)).mean()))
        elif right.min() >= 0 and right.max() <= 1:
            shares.append(float(((left > 0.5) == (right > 0.5)).mean()))
    return min(shares) if shares else None


def _latency(run: Runner, rows: Arrays) -> tuple[float, float]:
    """(median, 95th percentile) of one row's call, in milliseconds."""
    count = len(next(iter(rows.values())))
    single = [{name: values[row : row + 1] for name, values in rows.items()} for row in range(count)]
    for place in range(WARM):
        run(single[place % count])
    times: list[float] = []
    end = time.perf_counter() + LONGEST
    while len(times) < CALLS and (time.perf_counter() < end or len(times) < WARM):
        began = time.perf_counter()
        run(single[len(times) % count])
        times.append(time.perf_counter() - began)
    p50, p95 = np.percentile(times, [50, 95]) * 1000
    return float(p50), float(p95)
