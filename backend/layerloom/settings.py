"""Environment and arguments → where this Layerloom keeps its things and how it behaves. Opens nothing, starts nothing."""

import hashlib
import os
import stat
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, cast
from urllib.parse import urlsplit

import platformdirs

Number = TypeVar("Number", int, float)
BACKENDS = ("tensorflow", "jax", "torch")
CODE = ("locked", "off", "anywhere")
LONGEST_SOCKET_PATH = 100
"""Bytes; the kernel's limit is 108 on Linux and 104 on macOS, its closing NUL included."""


class Unusable(Exception):
    """A setting, the home or the database cannot be used; the message says what is wanted, what was found and what to do."""


@dataclass(frozen=True)
class Settings:
    home: Path
    """Everything Layerloom writes is below it, except a database given by URL."""
    database_url: str
    host: str = "127.0.0.1"
    port: int = 8765
    allowed_hosts: tuple[str, ...] = ()
    """Names, each with its port, that a browser may call this server by besides the address it listens on."""
    backend: str = "tensorflow"
    """Keras' backend in the launcher."""
    runs_at_once: int = 1
    silence_seconds: float = 120.0
    """A run child that says nothing for this long is ended."""
    code: Literal["locked", "off", "anywhere"] = "locked"
    """Whether code that somebody brings is run: where the kernel locks it in, never, or even where it does not."""
    weights_from: str = "https://storage.googleapis.com"
    """Where backbones' weights are fetched from when somebody asks for them: Keras' own address, one that mirrors its paths, or "off"."""
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
        """An argument stands above its environment variable, that above the default. Raises Unusable."""
        folder = Path(
            home or os.environ.get("LAYERLOOM_HOME") or platformdirs.user_data_dir("layerloom", appauthor=False)
        )
        folder = folder.expanduser().absolute()
        url = database_url or os.environ.get("LAYERLOOM_DATABASE_URL") or f"sqlite:///{folder / 'layerloom.db'}"
        cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
        backend = os.environ.get("LAYERLOOM_BACKEND") or cls.backend
        if backend not in BACKENDS:
            raise Unusable(
                f"LAYERLOOM_BACKEND must be one of {', '.join(BACKENDS)}. Received: {backend!r}. Set it anew, or unset it."
            )
        code = os.environ.get("LAYERLOOM_CODE") or cls.code
        if code not in CODE:
            raise Unusable(
                f"LAYERLOOM_CODE must be one of {', '.join(CODE)}. Received: {code!r}. Set it anew, or unset it."
            )
        weights = os.environ.get("LAYERLOOM_WEIGHTS_FROM") or cls.weights_from
        if weights != "off" and not _is_address(weights):
            raise Unusable(
                f"LAYERLOOM_WEIGHTS_FROM must be off, or an address that begins with http:// or https://. Received: {weights!r}. "
                "Set it anew, or unset it for Keras' own."
            )
        hosts = (name.strip().lower() for name in os.environ.get("LAYERLOOM_ALLOWED_HOSTS", "").split(","))
        return cls(
            home=folder,
            database_url=url,
            host=host or os.environ.get("LAYERLOOM_HOST") or cls.host,
            port=port if port is not None else _number("LAYERLOOM_PORT", cls.port),
            allowed_hosts=tuple(name for name in hosts if name),
            backend=backend,
            code=cast(Literal["locked", "off", "anywhere"], code),
            runs_at_once=_number("LAYERLOOM_RUNS_AT_ONCE", 1 if cores <= 2 else 2, least=1),
            silence_seconds=_number("LAYERLOOM_SILENCE_SECONDS", cls.silence_seconds, least=1),
            weights_from=weights,
            memory_bytes=_number("LAYERLOOM_MEMORY_BYTES", cls.memory_bytes),
        )

    def prepare(self) -> "Settings":
        """Makes the folders, closed to other users of the machine. Raises Unusable."""
        try:
            for folder in (self.home, self.runs, self.datasets):
                folder.mkdir(parents=True, exist_ok=True)
            self.home.chmod(0o700)
            self.socket.parent.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise Unusable(
                f"Layerloom keeps everything in one folder, which must be writable. Received: {self.home}: {error.strerror}. "
                "Choose another folder with --home, or make room in this one."
            ) from None
        if self.socket.parent != self.home and not _private(self.socket.parent):
            raise Unusable(
                f"The worker's socket needs a folder that is yours alone. Received: {self.socket.parent}, which is not. "
                "Remove it, or choose a home with a shorter path."
            )
        return self

    @property
    def runs(self) -> Path:
        return self.home / "runs"

    @property
    def datasets(self) -> Path:
        return self.home / "datasets"

    @property
    def cards(self) -> Path:
        """A teacher's own words about layers."""
        return self.home / "cards"

    @property
    def token_file(self) -> Path:
        return self.home / "token"

    @property
    def seal_file(self) -> Path:
        """The key by which this server knows the code that it has proven."""
        return self.home / "seal"

    @property
    def socket(self) -> Path:
        """The worker's RPC socket; a home too deep for a socket's path gets one in a private temporary folder."""
        path = self.home / "worker.sock"
        if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
            return path
        name = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"layerloom-{os.getuid()}-{name}" / "worker.sock"


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)


def _private(folder: Path) -> bool:
    """Anyone may make a folder in a temporary one before we do."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def _number(variable: str, default: Number, least: int = 0) -> Number:
    given = os.environ.get(variable)
    if not given:
        return default
    try:
        found = type(default)(given)
    except ValueError:
        found = type(default)(-1)
    if not least <= found < 2**63:
        kind = "a whole number" if isinstance(default, int) else "a number"
        raise Unusable(
            f"{variable} must be {kind}, {least} or more. Received: {given!r}. Set it anew, or unset it for {default}."
        )
    return found
