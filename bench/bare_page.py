"""`bench/bare` → a production build on a port of its own: React Flow as its own examples set it up."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ROOT / "frontend" / "node_modules"
SOURCE = Path(__file__).with_name("bare")


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the built page; a graph for it is written to `folder` as `graph.json`."""
    build(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def build(folder: Path) -> None:
    """Where it finds the same React and React Flow as the product: below `node_modules`."""
    beside = PACKAGES / ".bare"
    shutil.copytree(SOURCE, beside, dirs_exist_ok=True)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = [str(PACKAGES / ".bin" / "vite"), "build", str(beside), "--outDir", str(folder), "--emptyOutDir"]
    subprocess.run([*command, "--logLevel", "error"], check=True, env=os.environ | {"PATH": path})
    shutil.rmtree(beside)
