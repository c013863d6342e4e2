"""`layerloom prove`: a layer, loss, metric, initializer or function of one's own, tried in a jailed child before it is used anywhere."""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from layerloom.cli import graphs
from layerloom.cli.keras_side import keras_side, refuse_unlocked
from layerloom.graph.problems import Refused, problem
from layerloom.launcher.client import Unavailable
from layerloom.launcher.once import ChildFailed
from layerloom.launcher.rpc import RemoteError
from layerloom.settings import Settings

PROVE = "layerloom.engine.custom:prove"


def prove(given: argparse.Namespace) -> int:
    settings = Settings.from_env(given.home).prepare()
    try:
        refuse_unlocked(settings)
        request = {"source": _text(Path(given.file)), "params": dict(map(_value, given.set or ()))}
        with keras_side(settings) as keras, tempfile.TemporaryDirectory(dir=settings.home, prefix="prove-") as folder:
            found: dict[str, Any] = keras.do(PROVE, request, Path(folder))
    except Refused as refused:
        graphs.tell(refused.problems)
        return 1
    except (Unavailable, ChildFailed, RemoteError, TimeoutError) as error:
        print(f"The code did not run to its end: {error}", file=sys.stderr)
        return 1
    if given.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        tell(found)
    return 0


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(problem("code_not_utf8", {"position": error.start}, place="file")) from None
    except OSError as error:
        values = {"name": str(path), "error": str(error.strerror)}
        raise Refused(problem("file_unreadable", values, form="model", place=str(path))) from None


def _value(text: str) -> tuple[str, Any]:
    """`units=4`, as JSON where it is; else as text."""
    name, _, value = text.partition("=")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def tell(found: dict[str, Any]) -> None:
    ports = ", ".join(one["name"] + ("" if one["required"] else " (optional)") for one in found["ports"])
    params = ", ".join(
        one["name"] if one["required"] else f"{one['name']}={one['default']!r}" for one in found["params"]
    )
    print(f"{found['name']} ({found['kind']}) works: it builds, computes, is saved, loaded and equals itself")
    if ports:
        print(f"  inputs: {ports}; tried with {tuple(found['shape'])} for each sample")
    if params:
        print(f"  parameters: {params}")
