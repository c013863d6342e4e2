"""How a child ended → the run's last state and the reason, in a student's words. Pure."""

import errno
from dataclasses import dataclass
from typing import Any

from layerloom.launcher.client import Exit
from layerloom.runs.lifecycle import State
from layerloom.words import Phrase, phrase, told

_OUT_OF_MEMORY = ("bad_alloc", "ResourceExhausted", "RESOURCE_EXHAUSTED", "MemoryError", "Out of memory", "OOM when")
_SIGNALS = {4: "fault-instruction", 6: "fault-abort", 7: "fault-memory", 8: "fault-arithmetic", 11: "fault-memory"}
_KILL = 9


CLOSED = phrase("reason-closed")


@dataclass
class Ending:
    """What the supervisor saw and did."""

    result: dict[str, Any] | None = None
    """The child's own last word: {"state", "reason"}, the reason in words of ours."""
    failed: dict[str, Any] | None = None
    """The exception that escaped it: {"error", "message"}."""
    answered: bool = False
    """It came to its end."""
    stop_requested: bool = False
    pause_requested: bool = False
    closing: bool = False
    """The worker itself is being ended."""
    killed: str | None = None
    """Why the supervisor ended it: "silence", "memory", "stubborn"."""
    silence_seconds: float = 0.0
    memory_bytes: int = 0
    log_tail: str = ""


def ended_from_outside(ending: Ending, exit: Exit) -> bool:
    """Nobody here ended it, and it did not end itself: it may be taken up again from its checkpoint."""
    if ending.result is not None or ending.killed is not None or ending.answered or ending.stop_requested:
        return False
    return exit.lost or exit.signal == _KILL


def ended_often(why: Phrase, times: int) -> Phrase:
    """The reason of a run that is not taken up again; `why` is the first half of a sentence."""
    return told(phrase("reason-ended-often", why=why, times=times), _smaller())


def conclude(ending: Ending, exit: Exit) -> tuple[State, Phrase]:
    if ending.result is not None:
        said = ending.result["state"]
        if said == "paused" and ending.closing and not ending.stop_requested:
            return "queued", CLOSED
        return said if said in ("succeeded", "stopped", "paused", "failed") else "failed", ending.result["reason"]
    if ending.closing and not ending.stop_requested and (exit.signal or not ending.answered):
        return "queued", CLOSED
    if ending.killed == "memory":
        held, limit = _gigabytes(exit.peak_rss), _gigabytes(ending.memory_bytes)
        return "failed", told(phrase("reason-memory-limit", held=held, limit=limit), _smaller())
    if ending.killed == "silence":
        return "failed", phrase("reason-silent", seconds=round(ending.silence_seconds))
    if ending.killed == "stubborn" or (ending.stop_requested and (exit.signal or not ending.answered)):
        return "stopped", phrase("reason-stopped-stubborn")
    if ending.answered:
        return (
            ("stopped", phrase("reason-stopped-kept"))
            if ending.stop_requested
            else ("succeeded", phrase("reason-done"))
        )
    output = f"{ending.failed['error']} {ending.failed['message']}" if ending.failed else ending.log_tail
    if any(sign in output for sign in _OUT_OF_MEMORY):
        return "failed", told(phrase("reason-memory"), _smaller())
    if ending.failed is not None:
        return "failed", phrase("reason-error", error=ending.failed["error"], message=ending.failed["message"])
    if exit.signal:
        what = phrase(_SIGNALS[exit.signal]) if exit.signal in _SIGNALS else phrase("fault-signal", n=exit.signal)
        return "failed", told(phrase("reason-crashed", what=what), _smaller(), phrase("reason-see-log"))
    return "failed", told(phrase("reason-no-word", code=exit.code), phrase("reason-see-log"))


def not_conducted(error: OSError) -> Phrase:
    """Why a run could not even be started, or followed."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return phrase("reason-disk-full")
    return phrase("reason-files", error=error.strerror or str(error))


def _smaller() -> Phrase:
    return phrase("reason-try-smaller")


def _gigabytes(count: int) -> float:
    return round(count / 1e9, 1)
