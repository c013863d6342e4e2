"""Exports that were asked for → one after another in a thread, with how far each has come. What each does is `exporting`'s."""

import logging
import queue
import shutil
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from layerloom.catalog.formats import formats
from layerloom.launcher.client import Child
from layerloom.launcher.once import ChildFailed
from layerloom.runs import exports
from layerloom.runs.exports import Export, Stage
from layerloom.worker.exporting import CANCELLED, SECONDS, Ask, Wanted, command, export, missing

log = logging.getLogger(__name__)


@dataclass
class Job:
    run: str
    folder: Path
    """The run's."""
    wanted: Wanted
    stage: Stage = ""
    share: float = 0.0
    child: Child | None = None
    cancelled: bool = False
    error: str = ""
    """Why it ended without a receipt."""
    done: threading.Event = field(default_factory=threading.Event)


Do = Callable[..., Any]


class Exporting:
    """One export at a time, in the order in which they were asked for."""

    def __init__(self, do: Do, backend: str) -> None:
        """`do` is `launcher.once.do` without its launcher."""
        self._do = do
        self._backend = backend
        self._jobs: dict[tuple[str, str], Job] = {}
        self._queue: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="exports", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        with self._lock:
            jobs = list(self._jobs.values())
        for job in jobs:
            self._end(job)
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(10)

    def begin(self, run: str, folder: Path, wanted: Wanted) -> None:
        """Nothing where it is kept already, or under way."""
        with self._lock:
            job = self._jobs.get((run, wanted.format.name))
            if job is not None and not job.done.is_set():
                return
            if exports.read(folder, wanted.format.name, wanted.fingerprint) is not None:
                return
            job = self._jobs[run, wanted.format.name] = Job(run, folder, wanted)
        self._queue.put(job)

    def cancel(self, run: str, format: str) -> None:
        with self._lock:
            job = self._jobs.pop((run, format), None)
        if job is not None:
            self._end(job)

    def look(self, run: str) -> list[Export]:
        """Of every format, as far as this process knows: what is under way, what failed, what is missing."""
        found = []
        for format in formats().values():
            with self._lock:
                job = self._jobs.get((run, format.name))
            if format.elsewhere is not None:
                found.append(Export(format=format.name, state="unfit", command=format.elsewhere.command))
            elif format.backends and self._backend not in format.backends:
                found.append(Export(format=format.name, state="unfit"))
            elif lacking := missing(format):
                told = Export(format=format.name, state="missing", missing=lacking, command=command(format))
                found.append(told)
            elif job is not None and job.error:
                found.append(Export(format=format.name, state="failed", stage=job.stage, error=job.error))
            elif job is not None and not job.done.is_set():
                state = "working" if job.stage else "waiting"
                found.append(Export(format=format.name, state=state, stage=job.stage, share=job.share))
            else:
                found.append(Export(format=format.name, state="none"))
        return found

    def _end(self, job: Job) -> None:
        job.cancelled = True
        if job.child is not None:
            job.child.kill()

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            if not job.cancelled:
                job.stage = "reading"
                self._one(job)
            job.done.set()

    def _one(self, job: Job) -> None:
        parent = job.folder / exports.EXPORTS
        try:
            parent.mkdir(exist_ok=True)
            folder = Path(tempfile.mkdtemp(prefix=f".{job.wanted.format.name}.", dir=parent))
        except OSError as error:
            job.error = str(error.strerror)
            return
        try:
            receipt, made = export(job.wanted, folder, self._asker(job))
            if not job.cancelled:
                exports.keep(job.folder, receipt, made)
        except Exception as error:
            if not job.cancelled:
                log.warning("%s of run %s could not be exported: %s", job.wanted.format.name, job.run, error)
                job.error = str(error)[:1000] or type(error).__name__
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _asker(self, job: Job) -> Ask:
        def heard(told: dict[str, Any]) -> None:
            stage, share = told.get("stage"), told.get("share")
            if stage in ("reading", "converting", "proving", "blaming") and isinstance(share, int | float):
                job.stage, job.share = stage, min(max(float(share), 0.0), 1.0)

        def begun(child: Child) -> None:
            job.child = child
            if job.cancelled:
                child.kill()

        def ask(
            entry: str, request: dict[str, Any], folder: Path, *, read: tuple[Path, ...], loopback_port: int
        ) -> Any:
            if job.cancelled:
                raise ChildFailed(CANCELLED)
            return self._do(
                entry,
                request,
                folder=folder,
                read=tuple(map(str, read)),
                timeout=SECONDS,
                loopback_port=loopback_port,
                heard=heard,
                begun=begun,
            )

        return ask
