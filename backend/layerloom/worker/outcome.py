"""How a child ended → the run's last state and the reason, in a student's words. Pure."""

import errno
from dataclasses import dataclass
from typing import Any

from layerloom.launcher.client import Exit
from layerloom.runs.lifecycle import State

SMALLER = "Try a smaller batch, fewer units or filters, or smaller pictures."
_OUT_OF_MEMORY = ("bad_alloc", "ResourceExhausted", "RESOURCE_EXHAUSTED", "MemoryError", "Out of memory", "OOM when")
_SIGNALS = {
    4: "an illegal instruction",
    6: "an abort inside a library",
    7: "a memory fault",
    8: "an arithmetic fault",
    11: "a memory fault",
}
_KILL = 9


@dataclass
class Ending:
    """What the supervisor saw and did."""

    result: dict[str, Any] | None = None
    """The child's own last word: {"state", "reason"}."""
    failed: dict[str, Any] | None = None
    """The exception that escaped it: {"error", "message"}."""
    answered: bool = False
    """It came to its end."""
    stop_requested: bool = False
    closing: bool = False
    """The worker itself is being ended."""
    killed: str | None = None
    """Why the supervisor ended it: "silence", "memory", "stubborn"."""
    silence_seconds: float = 0.0
    memory_bytes: int = 0
    log_tail: str = ""


def conclude(ending: Ending, exit: Exit) -> tuple[State, str]:
    kept = "What it had learned is kept."
    if ending.result is not None:
        state: State = (
            ending.result["state"] if ending.result["state"] in ("succeeded", "stopped", "failed") else "failed"
        )
        if state == "stopped" and ending.closing:
            return state, f"Layerloom was closed while it trained. {kept}"
        return state, str(ending.result["reason"])
    if ending.killed == "memory":
        return (
            "failed",
            f"It ran out of memory: it held {_gigabytes(exit.peak_rss)} and may have {_gigabytes(ending.memory_bytes)}. {SMALLER}",
        )
    if ending.killed == "silence":
        return (
            "failed",
            f"It went silent: nothing was heard of it for {ending.silence_seconds:.0f} seconds, so it was ended. Its log says where it stood.",
        )
    if ending.killed == "stubborn" or (ending.stop_requested and (exit.signal or not ending.answered)):
        if ending.closing:
            return "stopped", "Layerloom was closed while it trained."
        return "stopped", "Stopped by you. It did not end by itself in time."
    if ending.answered:
        if ending.closing:
            return "stopped", f"Layerloom was closed while it trained. {kept}"
        return (
            ("stopped", f"Stopped by you. {kept}") if ending.stop_requested else ("succeeded", "All epochs are done.")
        )
    told = f"{ending.failed['error']} {ending.failed['message']}" if ending.failed else ending.log_tail
    if any(sign in told for sign in _OUT_OF_MEMORY):
        return "failed", f"It ran out of memory. {SMALLER}"
    if ending.failed is not None:
        return "failed", f"It ended with an error: {ending.failed['error']}: {ending.failed['message']}"
    if exit.signal == _KILL:
        held = f" It held {_gigabytes(exit.peak_rss)}." if exit.peak_rss else ""
        return (
            "failed",
            f"It was ended from outside, which nearly always means that the computer ran out of memory.{held} {SMALLER}",
        )
    if exit.signal:
        what = _SIGNALS.get(exit.signal, f"signal {exit.signal}")
        return (
            "failed",
            f"It crashed: {what}. Most often that is too little memory. {SMALLER} The end of its log may say more.",
        )
    return "failed", f"It ended without a word (code {exit.code}). The end of its log may say more."


def not_conducted(error: OSError) -> str:
    """Why a run could not even be started, or followed."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full. Free some space in the folder of Layerloom's home, then train again."
    return f"Layerloom could not keep this run's files: {error.strerror or error}. Look at the worker's log."


def _gigabytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB"
