"""`create_app(settings, database, worker)`: the whole web process as one WSGI application. Its dependencies are arguments.

Imports neither Keras nor scikit-learn, parses no upload, runs nobody's code. `start` begins the background threads, `stop` ends them.
"""

import logging
import threading
from typing import cast

from flask import Flask
from flask_socketio import SocketIO

from layerloom.datasets import uploads
from layerloom.db.session import Database
from layerloom.documents.rooms import Rooms
from layerloom.settings import Settings
from layerloom.web import access, admission, failures, packing, websocket, wire
from layerloom.web.asking import Wake
from layerloom.web.catalog import catalog
from layerloom.web.code import code
from layerloom.web.datasets import datasets
from layerloom.web.exports import exports
from layerloom.web.fits import fits
from layerloom.web.gate import Gate, allowed_hosts
from layerloom.web.graphs import graphs
from layerloom.web.health import health
from layerloom.web.imports import imports
from layerloom.web.inference import InferenceService
from layerloom.web.joining import joining
from layerloom.web.library import library
from layerloom.web.links import links
from layerloom.web.page import page
from layerloom.web.projects import projects
from layerloom.web.relay import Relay
from layerloom.web.runs import runs
from layerloom.web.samples import samples
from layerloom.web.session import session
from layerloom.web.site import Site, WorkerClient
from layerloom.web.sockets import Sockets
from layerloom.web.source import source
from layerloom.web.sweeping import Sweeps
from layerloom.web.trying import Trying
from layerloom.web.unfolding import unfolding
from layerloom.web.versions import versions
from layerloom.web.weights import weights

BODY_BYTES = 16_000_000
TIDY_SECONDS = 2.0

log = logging.getLogger("layerloom.web")


def create_app(settings: Settings, database: Database, worker: WorkerClient) -> Flask:
    app = Flask("layerloom.web", static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=BODY_BYTES, MAX_FORM_MEMORY_SIZE=100_000, MAX_FORM_PARTS=10)
    app.url_map.strict_slashes = False
    wire.register(app)
    failures.register(app)
    admission.register(app)
    packing.register(app)
    for noun in (
        health,
        page,
        joining,
        session,
        catalog,
        projects,
        links,
        versions,
        graphs,
        library,
        imports,
        source,
        unfolding,
        weights,
        code,
        fits,
        datasets,
        samples,
        runs,
        exports,
    ):
        app.register_blueprint(noun)
    hosts = allowed_hosts(settings.host, settings.port, settings.allowed_hosts)
    sockets = SocketIO(
        app,
        async_mode="threading",
        json=wire.SocketJson,
        manage_session=False,
        max_http_buffer_size=websocket.MESSAGE_BYTES,
        cors_allowed_origins=[],  # the gate, which sees every request first, has looked at the origin
        ping_interval=20,
        ping_timeout=20,
    )
    websocket.use(sockets)
    here = Site(
        settings=settings,
        database=database,
        worker=worker,
        token=access.token(settings.token_file),
        sessions=access.Sessions(database),
        rooms=Rooms(database),
        sockets=sockets,
    )
    inference = InferenceService(here)
    here.parts.update(
        trying=Trying(Sweeps(here, inference)),
        sockets=Sockets(here, app),
        inference=inference,
        relay=Relay(here),
        tidy=Tidy(here),
        wake=Wake(here),
    )
    here.rooms.on_close = inference.closed
    app.extensions["layerloom"] = here
    app.wsgi_app = Gate(app.wsgi_app, hosts)  # type: ignore[method-assign]
    return app


def start(app: Flask) -> None:
    """Begins relaying, rechecking and tidying. After a fork, never before."""
    here = cast(Site, app.extensions["layerloom"])
    uploads.sweep(here.settings.home)
    for name in ("sockets", "relay", "inference", "tidy"):
        here.parts[name].start()


def stop(app: Flask) -> None:
    """Cuts every socket, and returns when every edit taken in is stored."""
    here = cast(Site, app.extensions["layerloom"])
    for name in ("tidy", "relay", "inference", "sockets"):
        here.parts[name].stop()
    here.rooms.shut()


class Tidy:
    """Once in a while: rooms nobody is in are closed, names and miniatures of projects are written."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._stopping = threading.Event()

    def start(self) -> None:
        threading.Thread(target=self._work, name="tidy", daemon=True).start()

    def stop(self) -> None:
        self._stopping.set()

    def _work(self) -> None:
        while not self._stopping.wait(TIDY_SECONDS):
            try:
                self._site.rooms.tidy()
            except Exception:
                log.exception("rooms were not tidied")
