"""A line from a child's channel → the event to store, and what it says of the child's end. Believes nothing that is not checked."""

import json
import logging
import time
from typing import Any

from pydantic import ValidationError

from layerloom.runs.events import LogWritten, ResourcesSampled, RunEvent, parse
from layerloom.words import Phrase, told
from layerloom.worker.outcome import Ending

log = logging.getLogger(__name__)

NOT_THE_CHILDS = ("run_queued", "run_started", "run_requeued", "run_ended", "log_written")
"""Events that only the worker may say."""
WORKING_PERCENT = 5.0
"""A sample of resources is a sign of life when the processor worked this much: a hung child's sampler goes on sampling."""


def hear(line: bytes, ending: Ending) -> tuple[RunEvent | None, bool]:
    """The event, if the line is one, and whether the line is a sign of life. A child's last words are kept in `ending`."""
    try:
        message = json.loads(line, parse_constant=lambda _: None)
        kind = message["type"]
        if kind == "event" and message["event"].get("type") == "result":
            ending.result = {"state": message["event"]["state"], "reason": _reason(message["event"])}
        elif kind == "event":
            event = parse(message["event"])
            if event.type in NOT_THE_CHILDS:
                return None, False
            return event, not (isinstance(event, ResourcesSampled) and event.cpu_percent < WORKING_PERCENT)
        elif kind == "failed":
            ending.failed = {"error": str(message["error"]), "message": str(message["message"])}
            return LogWritten(at=time.time(), text=str(message["traceback"])), True
        elif kind == "answer":
            ending.answered = True
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError, RecursionError) as error:
        log.warning("A run said something that is no event: %.200s", error)
        return None, False
    return None, True


def _reason(result: dict[str, Any]) -> Phrase:
    """In the words that the child gave, where they can be said; else its sentence as it is."""
    try:
        words = Phrase.model_validate(result["words"])
        str(words)
    except (KeyError, ValueError, TypeError, RecursionError):
        return told(str(result["reason"]))
    return words
