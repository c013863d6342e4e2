"""What the web process cannot do itself → one question to the worker. A worker that is not there yet is a problem with a next step."""

import contextlib
import threading
from pathlib import Path
from typing import Any

from layerloom.graph.problems import Problem, Refused, problem
from layerloom.launcher.client import Unavailable
from layerloom.launcher.rpc import RemoteError
from layerloom.web.site import Site, site


def ask(
    entry: str, request: dict[str, Any], timeout: float, folder: Path | None = None, read: tuple[Path, ...] = ()
) -> Any:
    """`entry(request)` in a jailed child. Raises Refused: the entry's own, 503 while no worker answers, 422 when the child failed."""
    asked = {
        "entry": entry,
        "request": request,
        "timeout": timeout,
        "folder": None if folder is None else str(folder),
        "read": [str(path) for path in read],
    }
    try:
        return site().worker.call("do", asked, timeout + 10)
    except Unavailable as error:
        raise Refused(starting(str(error)), status=503) from None
    except (RemoteError, TimeoutError) as error:
        raise Refused(problem("child_failed", evidence=str(error)[:500])) from None


def starting(evidence: str = "") -> Problem:
    return problem("worker_starting", evidence=evidence[:500])


class Wake:
    """Tells the worker that the queue changed, without making anybody wait. It looks by itself every second anyway."""

    def __init__(self, here: Site) -> None:
        self._site = here

    def poke(self) -> None:
        threading.Thread(target=self._call, name="wake", daemon=True).start()

    def _call(self) -> None:
        with contextlib.suppress(Unavailable, RemoteError, TimeoutError):
            self._site.worker.call("wake", {}, 5.0)
