"""Every request, sockets included, before anything else sees it: its Host and Origin must be ours. Adds the security headers.

A page of another site can send requests to 127.0.0.1, and a name of another site can resolve to it (DNS rebinding): neither gets in.
"""

import socket
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

import psutil

from layerloom.graph.problems import Problem, problem
from layerloom.settings import Settings
from layerloom.web import wire

Environ = dict[str, Any]
Wsgi = Callable[[Environ, Any], Iterable[bytes]]

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
EVERYWHERE = frozenset({"0.0.0.0", "::"})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})
HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
)


def allowed_hosts(host: str, port: int, more: Iterable[str] = ()) -> frozenset[str]:
    """What a browser may write into Host: the address we are bound to and the machine's own names, each with the port.

    Bound to every address, it answers to each of them as a number: no foreign name can be made to resolve to one of these.
    """
    own = {host, "localhost", "127.0.0.1", "[::1]", *_own_addresses(host)} - EVERYWHERE
    return frozenset({f"{name}:{port}".lower() for name in own} | set(more))


def reachable(settings: Settings) -> tuple[str, ...]:
    """Addresses by which other machines reach this server, as far as it can know; none where it listens to itself alone."""
    names = settings.allowed_hosts
    if settings.host not in LOOPBACK:
        own = _own_addresses(settings.host) if settings.host in EVERYWHERE else (settings.host,)
        names += tuple(f"{name}:{settings.port}" for name in own)
    return tuple(f"http://{name}" for name in names)


def _own_addresses(host: str) -> tuple[str, ...]:
    """Of this machine's network cards, when we are bound to all of them."""
    if host not in EVERYWHERE:
        return ()
    cards = psutil.net_if_addrs().values()
    found = [one.address for card in cards for one in card if one.family == socket.AF_INET]
    return tuple(each for each in found if each not in LOOPBACK)


class Gate:
    def __init__(self, app: Wsgi, hosts: frozenset[str]) -> None:
        self.app = app
        self.hosts = hosts

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        refused = self._refused(environ)
        if refused is not None:
            status, found = refused
            body = wire.dumps({"problems": [found]}).encode()
            headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body))), *HEADERS]
            start_response(status, headers)
            return [body]

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            present = {name.lower() for name, _ in headers}
            headers = [*headers, *((name, value) for name, value in HEADERS if name.lower() not in present)]
            return start_response(status, headers, exc_info) if exc_info else start_response(status, headers)

        return self.app(environ, start)

    def _refused(self, environ: Environ) -> tuple[str, Problem] | None:
        host = str(environ.get("HTTP_HOST", "")).lower()
        if host not in self.hosts:
            return "400 Bad Request", problem("foreign_host", {"host": repr(host)}, evidence=host[:200])
        origin = environ.get("HTTP_ORIGIN")
        if origin is not None and not self._ours(str(origin)):
            return "403 Forbidden", problem("foreign_origin", {"origin": repr(origin)}, evidence=str(origin)[:200])
        return None

    def _ours(self, origin: str) -> bool:
        try:
            parts = urlsplit(origin)
        except ValueError:  # "http://[::1"
            return False
        return parts.scheme in ("http", "https") and parts.netloc.lower() in self.hosts
