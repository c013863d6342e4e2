"""Someone who can answer for Keras: the worker that already runs for this home, else a launcher of our own for this one command."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from layerloom.graph.problems import Refused, problem
from layerloom.launcher import jail, rpc
from layerloom.launcher.client import Launcher, Unavailable
from layerloom.launcher.inspector import Inspector
from layerloom.launcher.jail import landlock
from layerloom.launcher.once import ChildFailed, do
from layerloom.settings import Settings
from layerloom.worker import exporting
from layerloom.worker.serve import DO_SECONDS, INFER_ENTRY, INFER_SECONDS, PRELOAD

START_SECONDS = 120.0


class KerasSide(Protocol):
    def infer(self, request: dict[str, Any]) -> Any: ...

    def do(self, entry: str, request: dict[str, Any], folder: Path) -> Any:
        """`folder` is where the entry may write."""

    def work(
        self, entry: str, request: dict[str, Any], folder: Path, read: tuple[Path, ...], loopback_port: int
    ) -> Any:
        """An entry that takes its time and says how far it is; nobody listens here."""


def refuse_unlocked(settings: Settings) -> None:
    """Raises Refused where code that somebody wrote is not to run."""
    if settings.code == "off":
        raise Refused(problem("code_switched_off"))
    if not landlock.abi() and settings.code != "anywhere":
        raise Refused(problem("sandbox_missing", {"level": jail.level()}))


@contextmanager
def keras_side(settings: Settings) -> Iterator[KerasSide]:
    """Raises Unavailable, with the reason, when Keras cannot be started."""
    client = rpc.Client(settings.socket)
    try:
        ready = client.call("health", timeout=5)["launcher"] == "ready"
    except (Unavailable, TimeoutError):
        ready = False
    if ready:
        yield _Remote(client)
        client.close()
        return
    client.close()
    with tempfile.TemporaryDirectory(prefix="layerloom-") as name:
        launcher = Launcher(Path(name), settings.backend, PRELOAD).start()
        try:
            launcher.wait_ready(START_SECONDS)
            yield _Own(launcher, Path(name))
        finally:
            launcher.close()


class _Remote:
    def __init__(self, client: rpc.Client) -> None:
        self._client = client

    def infer(self, request: dict[str, Any]) -> Any:
        return self._client.call("infer", request, INFER_SECONDS + 5)

    def do(self, entry: str, request: dict[str, Any], folder: Path) -> Any:
        return self._client.call("do", {"entry": entry, "request": request, "folder": str(folder)}, DO_SECONDS + 5)

    def work(
        self, entry: str, request: dict[str, Any], folder: Path, read: tuple[Path, ...], loopback_port: int
    ) -> Any:
        asked = {
            "entry": entry,
            "request": request,
            "folder": str(folder),
            "read": [str(path) for path in read],
            "loopback_port": loopback_port,
            "timeout": exporting.SECONDS,
        }
        try:
            return self._client.call("do", asked, exporting.SECONDS + 5)
        except rpc.RemoteError as error:
            raise ChildFailed(str(error), error.detail) from None


class _Own:
    def __init__(self, launcher: Launcher, scratch: Path) -> None:
        self._launcher = launcher
        self._scratch = scratch
        self._inspector = Inspector(launcher, INFER_ENTRY, scratch)

    def infer(self, request: dict[str, Any]) -> Any:
        return self._inspector.ask(request, INFER_SECONDS)

    def do(self, entry: str, request: dict[str, Any], folder: Path) -> Any:
        return do(self._launcher, entry, request, scratch=self._scratch, timeout=DO_SECONDS, folder=folder)

    def work(
        self, entry: str, request: dict[str, Any], folder: Path, read: tuple[Path, ...], loopback_port: int
    ) -> Any:
        return do(
            self._launcher,
            entry,
            request,
            scratch=self._scratch,
            timeout=exporting.SECONDS,
            folder=folder,
            read=tuple(map(str, read)),
            loopback_port=loopback_port,
            heard=lambda told: None,
        )
