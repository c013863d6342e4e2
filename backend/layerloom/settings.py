"""Environment and arguments → where this Layerloom keeps its things and how it behaves. Opens nothing, starts nothing."""

import hashlib
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

LONGEST_SOCKET_PATH = 100
"""Bytes; the kernel's limit is 108 on Linux and 104 on macOS, its closing NUL included."""


@dataclass(frozen=True)
class Settings:
    home: Path
    """Everything Layerloom writes is below it, except a database given by URL."""
    database_url: str
    host: str = "127.0.0.1"
    port: int = 8765
    backend: str = "tensorflow"
    """Keras' backend in the launcher."""
    runs_at_once: int = 1
    silence_seconds: float = 120.0
    """A run child that says nothing for this long is ended."""
    memory_bytes: int = 0
    """Most memory one run child may hold; 0 leaves it to the jail's own limit."""

    @classmethod
    def from_env(
        cls,
        home: str | Path | None = None,
        database_url: str | None = None,
        host: str | None = None,
        port: int | None = None,
    ) -> "Settings":
        """An argument stands above its environment variable, that above the default."""
        folder = Path(
            home or os.environ.get("LAYERLOOM_HOME") or platformdirs.user_data_dir("layerloom", appauthor=False)
        )
        folder = folder.expanduser().absolute()
        url = database_url or os.environ.get("LAYERLOOM_DATABASE_URL") or f"sqlite:///{folder / 'layerloom.db'}"
        cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
        return cls(
            home=folder,
            database_url=url,
            host=host or os.environ.get("LAYERLOOM_HOST") or cls.host,
            port=port if port is not None else int(os.environ.get("LAYERLOOM_PORT") or cls.port),
            backend=os.environ.get("LAYERLOOM_BACKEND") or cls.backend,
            runs_at_once=int(os.environ.get("LAYERLOOM_RUNS_AT_ONCE") or (1 if cores <= 2 else 2)),
            silence_seconds=float(os.environ.get("LAYERLOOM_SILENCE_SECONDS") or cls.silence_seconds),
            memory_bytes=int(os.environ.get("LAYERLOOM_MEMORY_BYTES") or cls.memory_bytes),
        )

    def prepare(self) -> "Settings":
        """Makes the folders, closed to other users of the machine."""
        for folder in (self.home, self.runs, self.datasets, self.socket.parent):
            folder.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o700)
        return self

    @property
    def runs(self) -> Path:
        return self.home / "runs"

    @property
    def datasets(self) -> Path:
        return self.home / "datasets"

    @property
    def token_file(self) -> Path:
        return self.home / "token"

    @property
    def socket(self) -> Path:
        """The worker's RPC socket; a home too deep for a socket's path gets one in a private temporary folder."""
        path = self.home / "worker.sock"
        if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
            return path
        name = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"layerloom-{os.getuid()}-{name}" / "worker.sock"
