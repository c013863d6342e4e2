"""Takes queued runs from the database and supervises them; answers `infer` and `do` for the web process. Holds no Keras.

Ready to answer `health` at once: the launcher imports Keras meanwhile.
"""

import logging
import os
import shutil
import socket
import threading
import time
from pathlib import Path
from typing import Any

import psutil

from layerloom.catalog.formats import formats
from layerloom.db.session import Database
from layerloom.db.tables import Run
from layerloom.graph.problems import Refused, problem
from layerloom.launcher import jail, rpc
from layerloom.launcher.client import Launcher
from layerloom.launcher.client import State as LauncherState
from layerloom.launcher.devices import Device, devices
from layerloom.launcher.inspector import Inspector
from layerloom.launcher.jail import landlock
from layerloom.launcher.once import do
from layerloom.launcher.wire import LONGEST
from layerloom.runs import history, leases, weights
from layerloom.runs.leases import LEASE_SECONDS, LeaseWatch
from layerloom.runs.weights import WeightsFile
from layerloom.settings import Settings
from layerloom.worker import exporting
from layerloom.worker.export_queue import Exporting
from layerloom.worker.exporting import Wanted
from layerloom.worker.fetching import Fetching
from layerloom.worker.limits import memory_bytes
from layerloom.worker.supervise import Supervision

log = logging.getLogger(__name__)

POLL_SECONDS = 1.0
INFER_SECONDS = 20.0
DO_SECONDS = 60.0
RUN_ENTRY = "layerloom.training.child:main"
INFER_ENTRY = "layerloom.engine.infer:answer"
DO_ENTRIES = frozenset(
    {
        "layerloom.datasets.csv_child:parse",
        "layerloom.datasets.zip_child:parse",
        "layerloom.datasets.lessons:answer",
        "layerloom.datasets.sample:sample",
        "layerloom.engine.describe:describe",
        "layerloom.engine.custom:prove",
        "layerloom.engine.edited:read",
        "layerloom.engine.infer:answer_own",
        "layerloom.engine.pasted:read",
        "layerloom.engine.unfolding:unfold",
        "layerloom.imports.child:read",
        weights.CHECK,
        weights.WANTED,
        *exporting.ENTRIES,
    }
)
"""What another process may ask for by name: nothing else is ever imported for it."""
CODE_ENTRIES = frozenset(
    {
        "layerloom.engine.custom:prove",
        "layerloom.engine.edited:read",
        "layerloom.engine.infer:answer_own",
        "layerloom.engine.pasted:read",
    }
)
"""Those that run what somebody wrote."""
CODE_ANSWER_BYTES = 32 << 20
"""Code could answer anything."""
PRELOAD = ("layerloom.engine.preload", "layerloom.training.preload", "sklearn.datasets")


class Worker:
    def __init__(
        self,
        settings: Settings,
        database: Database,
        *,
        run_entry: str = RUN_ENTRY,
        infer_entry: str = INFER_ENTRY,
        do_entries: frozenset[str] = DO_ENTRIES,
        preload: tuple[str, ...] = PRELOAD,
        lease_seconds: float = LEASE_SECONDS,
        only: str | None = None,
    ) -> None:
        """`only`: claims that run alone and answers nobody, for a run from the terminal; empty until `take` names it."""
        self.name = identity()
        self._settings = settings
        self._database = database
        self._run_entry = run_entry
        self._do_entries = do_entries
        self._only = only
        self._scratch = settings.home / "scratch" / str(os.getpid())
        self._memory_bytes = settings.memory_bytes or memory_bytes(settings.runs_at_once)
        self._devices: list[Device] = devices()
        self._launcher = Launcher(self._scratch, settings.backend, preload, on_change=self._launcher_changed)
        self._inspector = Inspector(self._launcher, infer_entry, self._scratch, memory_bytes=self._memory_bytes)
        self._trier = Inspector(self._launcher, infer_entry, self._scratch, memory_bytes=self._memory_bytes)
        self._exporting = Exporting(self._do, settings.backend)
        self._fetching = Fetching(settings.home, settings.weights_from, self._do)
        self._watch = LeaseWatch(lease_seconds)
        self._running: dict[str, tuple[Supervision, Device]] = {}
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._closing = threading.Event()
        self._rpc: rpc.Server | None = None
        self._claims = threading.Thread(target=self._take_runs, name="claims", daemon=True)

    def start(self) -> "Worker":
        """Raises rpc.AlreadyServed when this home has a worker."""
        self._settings.prepare()
        if self._only is None:
            verbs: dict[str, rpc.Handler] = {
                "infer": self.infer,
                "try": self.try_,
                "do": self.do,
                "export": self.export,
                "exports": self.exports,
                "cancel_export": self.cancel_export,
                "fetch": self.fetch,
                "fetching": self.fetching,
                "cancel_fetch": self.cancel_fetch,
                "wake": self.wake,
                "health": self.health,
            }
            self._rpc = rpc.Server(self._settings.socket, verbs)
        _sweep(self._scratch.parent)
        self._launcher.start()
        self._claims.start()
        self._exporting.start()
        self._fetching.start()
        return self

    def close(self) -> None:
        """Its runs pause and go back into the queue, and every process it started ends."""
        self._closing.set()
        self._woken.set()
        self._claims.join(10)
        with self._lock:
            running = [supervision for supervision, _ in self._running.values()]
        for supervision in running:
            supervision.request_pause(closing=True) if self._only is None else supervision.request_stop()
        for supervision in running:
            supervision.join(20)
        self._exporting.close()
        self._fetching.close()
        self._inspector.close()
        self._trier.close()
        self._launcher.close()
        if self._rpc is not None:
            self._rpc.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def infer(self, request: dict[str, Any]) -> Any:
        return self._inspector.ask(request, INFER_SECONDS)

    def try_(self, request: dict[str, Any]) -> Any:
        """Like `infer`, in a child of its own: what somebody only looks at neither delays an edit nor brings its inspector down."""
        return self._trier.ask(request, INFER_SECONDS)

    def do(self, request: dict[str, Any]) -> Any:
        """{"entry", "request", "read": [paths], "folder": where it may write, "timeout", "loopback_port"}; paths lie in the home."""
        entry = request["entry"]
        if entry not in self._do_entries:
            raise PermissionError(
                f"No child may be started for `{entry}`: it is not among the entries a worker answers for."
            )
        if entry in CODE_ENTRIES or _brings_code(request["request"]):
            self._check_code()
        folder = request.get("folder")
        return self._do(
            entry,
            request["request"],
            timeout=float(request.get("timeout") or DO_SECONDS),
            folder=None if folder is None else self._inside(folder),
            read=tuple(str(self._inside(path)) for path in request.get("read") or ()),
            loopback_port=int(request.get("loopback_port") or 0) if entry == exporting.PROVE else 0,
            heard=(lambda told: None) if entry in exporting.ENTRIES else None,
            longest=CODE_ANSWER_BYTES if entry in CODE_ENTRIES else LONGEST,
        )

    def _check_code(self) -> None:
        """Raises Refused where code that somebody brought is not to run."""
        if self._settings.code == "off":
            raise Refused(problem("code_switched_off"), status=403)
        if not landlock.abi():
            if self._settings.code != "anywhere":
                raise Refused(problem("sandbox_missing", {"level": jail.level()}), status=403)
            log.warning("Code that somebody brought runs here without a lock: LAYERLOOM_CODE=anywhere.")

    def export(self, request: dict[str, Any]) -> bool:
        """{"run", "format"}: begins one export of a run that left a model; nothing where it is kept already. Raises KeyError."""
        run, format = str(request["run"]), formats()[request["format"]]
        with self._database.read() as session:
            row = session.get(Run, run)
            if row is None:
                raise KeyError(run)
            graph, data = row.graph, row.data
        if graph.get("code"):
            self._check_code()
        folder = self._inside(str(self._settings.runs / run))
        self._exporting.begin(
            run, folder, Wanted(format, graph, data, folder / "model.keras", self._settings.home.resolve())
        )
        return True

    def exports(self, request: dict[str, Any]) -> list[dict[str, Any]]:
        """{"run"} → what is under way of it, and what is missing here, for each format (`runs.exports.Export`)."""
        return [one.model_dump(mode="json") for one in self._exporting.look(str(request["run"]))]

    def cancel_export(self, request: dict[str, Any]) -> bool:
        self._exporting.cancel(str(request["run"]), str(request["format"]))
        return True

    def fetch(self, request: dict[str, Any]) -> dict[str, Any]:
        """{"node", "shape"}: begins to fetch the file that Keras names for that backbone, and none but that. Raises Refused."""
        asked = {"node": request["node"], "shape": request["shape"]}
        found = self._do(weights.WANTED, asked, timeout=DO_SECONDS)
        if found["file"] is None:
            raise Refused(problem("weights_unwanted", {"name": str(request["node"].get("application"))[:100]}))
        file = WeightsFile.model_validate(found["file"])
        check = {"application": request["node"]["application"], "file": found["file"], "layers": found["layers"]}
        return self._fetching.begin(file, check).model_dump(mode="json")

    def fetching(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """{"name"} → how far it is; None where nobody asked for it."""
        state = self._fetching.look(str(request["name"]))
        return None if state is None else state.model_dump(mode="json")

    def cancel_fetch(self, request: dict[str, Any]) -> bool:
        self._fetching.cancel(str(request["name"]))
        return True

    def _do(self, entry: str, request: Any, **how: Any) -> Any:
        return do(self._launcher, entry, request, scratch=self._scratch, memory_bytes=self._memory_bytes, **how)

    def wake(self, _request: dict[str, Any] | None = None) -> bool:
        """Something changed in the queue: a new run, or a stop."""
        self._woken.set()
        return True

    def health(self, _request: dict[str, Any] | None = None) -> dict[str, Any]:
        with self._lock:
            running = sorted(self._running)
        return {
            "launcher": self._launcher.state,
            "inspector": self._inspector.state,
            "error": self._launcher.error,
            "jail": str(self._launcher.jail or ""),
            "backend": self._settings.backend,
            "devices": [device.name for device in self._devices],
            "preload_seconds": self._launcher.preload_seconds,
            "running": running,
            "pid": os.getpid(),
        }

    def take(self, run: str) -> None:
        self._only = run
        self._woken.set()

    def wait_ready(self, timeout: float) -> None:
        """Raises launcher.client.Unavailable with the reason."""
        self._launcher.wait_ready(timeout)

    def _inside(self, path: str) -> Path:
        whole = Path(path).resolve()
        if not whole.is_relative_to(self._settings.home.resolve()):
            raise PermissionError(f"A child is given only what lies in Layerloom's own folder. Received: {path}")
        return whole

    def _launcher_changed(self, state: LauncherState) -> None:
        log.info("Launcher: %s", state)
        self._woken.set()
        if self._rpc is not None:
            self._rpc.poke("", 0)

    def _take_runs(self) -> None:
        while not self._closing.is_set():
            self._woken.clear()
            try:
                self._look_at_leases()
                if self._launcher.state == "ready":
                    while len(self._running) < self._settings.runs_at_once and self._claim():
                        pass
            except Exception:
                log.exception("The worker could not read its queue; it tries again.")
                self._closing.wait(POLL_SECONDS)
            self._woken.wait(POLL_SECONDS)

    def _look_at_leases(self) -> None:
        """Passes on stops that were asked for, and gives back the runs of lost workers."""
        with self._database.read() as session:
            seen = leases.leases(session)
        with self._lock:
            ours = {run: supervision for run, (supervision, _) in self._running.items()}
        foreign = []
        for lease in seen:
            if lease.run not in ours:
                foreign.append(lease)
            elif lease.asked == "stop":
                ours[lease.run].request_stop()
            elif lease.asked == "pause":
                ours[lease.run].request_pause()
        now = time.monotonic()
        expired = {*self._watch.expired(foreign, now), *(lease for lease in foreign if _is_lost(lease.worker))}
        if expired and self._only is None:
            with self._database.write(durable=True) as session:
                for run in leases.recover(session, expired):
                    log.warning("Run %s was given back: its worker is lost.", run)

    def _claim(self) -> bool:
        device = self._free_device()
        with self._database.read() as session:
            if not history.waiting(session, self._only):
                return False
        with self._database.write(durable=True) as session:
            run = history.claim(session, self.name, device=device.name, jail=self._launcher.jail or "", only=self._only)
        if run is None:
            return False
        supervision = Supervision(
            run,
            launcher=self._launcher,
            database=self._database,
            settings=self._settings,
            entry=self._run_entry,
            device=device.name,
            cuda_visible_devices=device.cuda_visible_devices,
            memory_bytes=self._memory_bytes,
            poke=self._poke,
            done=self._ended,
        )
        with self._lock:
            self._running[run.id] = (supervision, device)
        supervision.start()
        self._poke(run.id, run.last_seq)
        return True

    def _free_device(self) -> Device:
        """The one with the fewest runs."""
        with self._lock:
            taken = [device for _, device in self._running.values()]
        return min(self._devices, key=taken.count)

    def _ended(self, supervision: Supervision) -> None:
        with self._lock:
            self._running.pop(supervision.run_id, None)
        self._woken.set()

    def _poke(self, run: str, seq: int) -> None:
        if self._rpc is not None:
            self._rpc.poke(run, seq)


def _brings_code(request: Any) -> bool:
    """A plan, or a graph, that calls what somebody wrote."""
    plan = request.get("plan") if isinstance(request, dict) else None
    return isinstance(plan, dict) and any("$custom" in step["call"] for step in plan["steps"])


def identity() -> str:
    """Host, process and its start: tells a worker that is gone from one whose number was given to another."""
    return f"{socket.gethostname()}/{os.getpid()}/{psutil.Process().create_time():.2f}"


def _is_lost(worker: str) -> bool:
    """True for a process of this host that is no more; of another host only the lease can tell."""
    host, pid, started = ([*worker.rsplit("/", 2), "", ""])[:3]
    if host != socket.gethostname():
        return False
    try:
        return f"{psutil.Process(int(pid)).create_time():.2f}" != started
    except (psutil.NoSuchProcess, ValueError):
        return True
    except psutil.Error:
        return False


def _sweep(scratch: Path) -> None:
    """Removes what workers that are gone left behind."""
    for folder in scratch.glob("*"):
        if folder.name.isdigit() and not psutil.pid_exists(int(folder.name)):
            shutil.rmtree(folder, ignore_errors=True)
