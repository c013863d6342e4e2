"""`layerloom doctor`: looks at this machine and says what works, what is missing, and which command mends it."""

import argparse
import json
import platform
import shutil
import sys
import webbrowser
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from importlib.resources import files
from typing import Literal

from sqlalchemy.exc import DBAPIError

from layerloom.db import migrate
from layerloom.db.session import Database
from layerloom.launcher import jail, rpc
from layerloom.launcher.client import Unavailable
from layerloom.launcher.devices import devices
from layerloom.launcher.jail import landlock, trial
from layerloom.settings import Settings, Unusable
from layerloom.worker.limits import memory_bytes

LITTLE_DISK = 2_000_000_000
PACKAGES = {"tensorflow": "tensorflow", "jax": "jax", "torch": "torch"}
MARKS = {"ok": "✓", "note": "·", "missing": "✗"}


@dataclass(frozen=True)
class Finding:
    state: Literal["ok", "note", "missing"]
    what: str
    found: str
    mend: str = ""


def doctor(given: argparse.Namespace) -> int:
    settings = Settings.from_env(given.home)
    findings = list(_look(settings))
    if given.json:
        print(json.dumps([asdict(each) for each in findings], ensure_ascii=False))
    else:
        width = max(len(each.what) for each in findings)
        for each in findings:
            print(f"{MARKS[each.state]} {each.what:<{width}}  {each.found}")
            if each.mend:
                print(f"  {'':<{width}}  → {each.mend}")
    return int(any(each.state == "missing" for each in findings))


def _look(settings: Settings) -> Iterator[Finding]:
    yield from (_python(), *_backend(settings), _locked_in(), *_doors(), _disk(settings), _database(settings))
    yield Finding("ok", "devices", ", ".join(device.name for device in devices()))
    yield Finding(
        "ok", "memory", f"a run may hold {(settings.memory_bytes or memory_bytes(settings.runs_at_once)) / 1e9:.1f} GB"
    )
    yield from (_page(), _browser(), _worker(settings))


def _python() -> Finding:
    known = (3, 11) <= sys.version_info < (3, 14)
    mend = "" if known else "install Python 3.11, 3.12 or 3.13 and make the environment anew"
    return Finding("ok" if known else "missing", "Python", f"{platform.python_version()} in {sys.prefix}", mend)


def _backend(settings: Settings) -> Iterator[Finding]:
    for name in ("keras", PACKAGES.get(settings.backend, settings.backend), "scikit-learn"):
        try:
            yield Finding("ok", name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Finding("missing", name, "not installed", f"pip install 'layerloom[{settings.backend}]'")


def _locked_in() -> Finding:
    if landlock.abi():
        return Finding("ok", "jail", str(jail.level()))
    mend = "runs need a Linux kernel 5.13 or newer with Landlock to be kept from your other files"
    return Finding("note", "jail", str(jail.level()), mend)


def _doors() -> Iterator[Finding]:
    held = trial.self_test()
    open_doors = [name for name, holds in held.items() if not holds]
    if open_doors:
        yield Finding("note", "jail tried", f"a run could {', '.join(open_doors)}", "train only graphs that you trust")
    else:
        yield Finding("ok", "jail tried", f"a run cannot {', '.join(held)}")


def _disk(settings: Settings) -> Finding:
    place = next(folder for folder in (settings.home, *settings.home.parents) if folder.exists())
    free = shutil.disk_usage(place).free
    short = free < LITTLE_DISK
    found = f"{settings.home}, {free / 1e9:.0f} GB free"
    return Finding(
        "note" if short else "ok",
        "home",
        found,
        "free some space, or choose another folder with --home" if short else "",
    )


def _database(settings: Settings) -> Finding:
    try:
        database = Database(settings.database_url)
    except Unusable as error:
        return Finding("missing", "database", str(error))
    shown = database.url.render_as_string(hide_password=True)
    try:
        if (
            database.sqlite
            and not (settings.home / "layerloom.db").exists()
            and settings.database_url.endswith("layerloom.db")
        ):
            return Finding("ok", "database", f"{shown}, made at the first start")
        here, newest = migrate.current(database), migrate.head()
    except DBAPIError as error:
        return Finding("missing", "database", str(migrate.unusable(database, error)))
    finally:
        database.close()
    if here is not None and here > newest:
        return Finding(
            "missing",
            "database",
            f"{shown} is at revision {here}, newer than {newest}",
            "start the newer Layerloom that wrote it",
        )
    return Finding("ok", "database", f"{shown}, revision {here or 'none yet'} of {newest}")


def _page() -> Finding:
    if (files("layerloom") / "web" / "static" / "index.html").is_file():
        return Finding("ok", "page", "built")
    return Finding("missing", "page", "not built", "make frontend")


def _browser() -> Finding:
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return Finding("note", "browser", "none found", "open the printed address on a machine that has one")
    return Finding("ok", "browser", getattr(browser, "name", type(browser).__name__))


def _worker(settings: Settings) -> Finding:
    client = rpc.Client(settings.socket)
    try:
        health = client.call("health", timeout=5)
    except (Unavailable, TimeoutError):
        return Finding("note", "worker", "not running", "layerloom up")
    finally:
        client.close()
    if health["launcher"] == "failed":
        return Finding(
            "missing",
            "worker",
            "it cannot import Keras:\n" + health["error"],
            f"pip install 'layerloom[{settings.backend}]'",
        )
    return Finding("ok", "worker", f"{health['launcher']}, {len(health['running'])} running")
