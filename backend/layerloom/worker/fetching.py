"""Files of weights that somebody asked for → fetched one after another, in a thread of the worker: the only process here that reaches the network.

What arrives is written beside its place, goes on where it was cut off, is checked by a jailed child, and takes its name whole or not at all.
"""

import logging
import queue
import shutil
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from layerloom.graph.problems import Problem, Refused, problem
from layerloom.runs import weights
from layerloom.runs.weights import Download, WeightsFile
from layerloom.words import Said

log = logging.getLogger(__name__)

KERAS = "https://storage.googleapis.com"
"""Where all files are that the installed Keras names."""
BLOCK_BYTES = 1 << 18
ATTEMPTS = 4
PATIENCE_SECONDS = 30.0
AGAIN_SECONDS = 1.0
CHECK_SECONDS = 120.0
SPARE_BYTES = 100_000_000


class Cancelled(Exception):
    pass


@dataclass
class Job:
    file: WeightsFile
    check: dict[str, Any]
    """What the child that checks it is asked, but for the path."""
    state: Download
    cancelled: threading.Event = field(default_factory=threading.Event)

    def tell(self, **now: Any) -> None:
        self.state = self.state.model_copy(update=now)


class Fetching:
    def __init__(self, home: Path, base: str, do: Callable[..., Any]) -> None:
        """`base` stands for Keras' own address, "off" for none. `do` is `launcher.once.do` without its launcher."""
        self._home = home
        self._base = base
        self._do = do
        self._jobs: dict[str, Job] = {}
        self._queue: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="weights", daemon=True)
        self._opener = urllib.request.build_opener(_NoRedirects)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        with self._lock:
            jobs = list(self._jobs.values())
        for job in jobs:
            job.cancelled.set()
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(10)

    def begin(self, file: WeightsFile, check: dict[str, Any]) -> Download:
        """Nothing where it is there, or under way. Raises Refused (403) where the network is not to be used."""
        if self._base == "off":
            raise Refused(problem("weights_no_network", _told(file, self._home)), status=403)
        with self._lock:
            job = self._jobs.get(file.name)
            if job is None or job.state.state in ("failed", "cancelled", "ready"):
                job = self._jobs[file.name] = Job(file, check, Download(name=file.name, state="waiting"))
                self._queue.put(job)
            return job.state

    def look(self, name: str) -> Download | None:
        with self._lock:
            job = self._jobs.get(name)
        return job.state if job else None

    def cancel(self, name: str) -> None:
        """What has arrived stays, so that the next one goes on from there."""
        with self._lock:
            job = self._jobs.get(name)
        if job is not None:
            job.cancelled.set()
            if job.state.state == "waiting":
                job.tell(state="cancelled")

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            if job.cancelled.is_set():
                job.tell(state="cancelled")
                continue
            try:
                self._one(job)
                job.tell(state="ready")
            except Cancelled:
                job.tell(state="cancelled")
            except Refused as refused:
                job.tell(state="failed", problems=refused.problems)
            except Exception as error:
                log.warning("%s could not be fetched: %s", job.file.name, error)
                job.tell(state="failed", problems=(self._unreached(job.file, _why(error)),))

    def _one(self, job: Job) -> None:
        folder = weights.folder(self._home) / "arriving"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = folder / job.file.name
        job.tell(state="downloading")
        for attempt in range(ATTEMPTS):
            try:
                self._fetch(job, part)
                break
            except urllib.error.HTTPError as error:
                if error.code < 500 or attempt + 1 == ATTEMPTS:
                    raise
            except (OSError, _CutOff) as error:
                if _is_full(error) or attempt + 1 == ATTEMPTS:
                    raise
            if job.cancelled.wait(AGAIN_SECONDS * attempt):
                raise Cancelled
        job.tell(state="checking")
        try:
            asked = job.check | {"path": str(part), "given": job.file.name}
            self._do(weights.CHECK, asked, timeout=CHECK_SECONDS, read=(str(part),))
        except Refused:
            part.unlink(missing_ok=True)
            raise
        weights.take(self._home, part, job.file.name)
        _tag(part).unlink(missing_ok=True)

    def _fetch(self, job: Job, part: Path) -> None:
        tag = _tag(part).read_text() if _tag(part).is_file() else ""
        have = part.stat().st_size if part.is_file() and tag else 0
        request = urllib.request.Request(self._address(job.file))
        if have:
            request.add_header("Range", f"bytes={have}-")
            request.add_header("If-Range", tag)
        try:
            answer = self._opener.open(request, timeout=PATIENCE_SECONDS)
        except urllib.error.HTTPError as error:
            if error.code != 416:
                raise
            part.unlink(missing_ok=True)  # longer than the file is now
            raise _CutOff("416") from None
        with answer:
            goes_on = answer.status == 206 and str(answer.headers.get("Content-Range", "")).startswith(f"bytes {have}-")
            have = have if goes_on else 0
            length = answer.headers.get("Content-Length")
            total = have + int(length) if length and length.isdecimal() else None
            self._room(job.file, total, have)
            _tag(part).write_text(answer.headers.get("ETag") or "")
            with part.open("ab" if goes_on else "wb") as file:
                job.tell(received=have, total=total)
                while block := answer.read(BLOCK_BYTES):
                    if job.cancelled.is_set():
                        raise Cancelled
                    have += len(block)
                    if have > weights.MOST_BYTES:
                        raise self._too_large(job.file)
                    file.write(block)
                    job.tell(received=have)
        if total is not None and have != total:
            raise _CutOff(f"{have} / {total}")

    def _address(self, file: WeightsFile) -> str:
        """Keras' own, with the base of the settings."""
        if not file.origin.startswith(f"{KERAS}/") or not weights.fit_name(file.name):
            raise Refused(self._unreached(file, file.origin[:200]))
        return self._base.rstrip("/") + urlsplit(file.origin).path

    def _room(self, file: WeightsFile, total: int | None, have: int) -> None:
        if total is not None and total > weights.MOST_BYTES:
            raise self._too_large(file)
        free = shutil.disk_usage(self._home).free
        if total is not None and total - have + SPARE_BYTES > free:
            told: dict[str, Said] = {
                "file": file.name,
                "needed": (total - have) // 1_000_000,
                "free": free // 1_000_000,
            }
            raise Refused(problem("weights_no_room", told))

    def _too_large(self, file: WeightsFile) -> Refused:
        return Refused(problem("weights_too_large", {"file": file.name, "most": weights.MOST_BYTES // 1_000_000}))

    def _unreached(self, file: WeightsFile, what: str) -> Problem:
        told = _told(file, self._home) | {"what": what}
        return problem("weights_unreached", told, evidence=what)


class _CutOff(Exception):
    pass


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _told(file: WeightsFile, home: Path) -> dict[str, Said]:
    folder = str(weights.folder(home))
    return {"file": file.name, "folder": folder, "origin": file.origin, "hash": file.hash or "–"}


def _tag(part: Path) -> Path:
    return part.with_name(f"{part.name}.etag")


def _is_full(error: BaseException) -> bool:
    return isinstance(error, OSError) and error.errno in (28, 122)


def _why(error: BaseException) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"HTTP {error.code}"
    reason = getattr(error, "reason", error)
    return str(getattr(reason, "strerror", None) or reason)[:200]
