"""`layerloom export`: a graph → a Python script that runs alone, or a `.keras` file with fresh weights."""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from layerloom import catalog
from layerloom.cli import graphs
from layerloom.cli.keras_side import keras_side
from layerloom.graph import plan_json
from layerloom.graph.plan import Plan
from layerloom.graph.problems import Refused
from layerloom.graph.source import script
from layerloom.graph.validate import plan as validated
from layerloom.launcher.client import Unavailable
from layerloom.launcher.once import ChildFailed
from layerloom.launcher.rpc import RemoteError
from layerloom.settings import Settings

KERAS_FILE = "layerloom.engine.export:keras_file"


def export(given: argparse.Namespace) -> int:
    settings = Settings.from_env(given.home)
    try:
        graph = graphs.read(given.graph)
        plan = validated(graph, graphs.data_of(graph, settings.home))
        if given.to == "python":
            _write(given.output, script(plan, keras_version=catalog.load().keras_version))
        elif given.output is None:
            print("A Keras file needs a place: -o model.keras", file=sys.stderr)
            return 2
        else:
            _keras_file(plan, Path(given.output), settings)
    except Refused as refused:
        graphs.tell(refused.problems)
        return 1
    except (Unavailable, ChildFailed, RemoteError) as error:
        print(f"The model could not be built: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{given.output} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


def _write(output: str | None, text: str) -> None:
    if output is None:
        sys.stdout.write(text)
    else:
        Path(output).write_text(text, encoding="utf-8")


def _keras_file(plan: Plan, output: Path, settings: Settings) -> None:
    scratch = settings.prepare().home / "scratch"
    scratch.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=scratch))
    try:
        made = folder / "model.keras"
        with keras_side(settings) as keras:
            keras.do(KERAS_FILE, {"plan": plan_json.dump(plan), "path": str(made)}, folder)
        partial = output.with_name(f"{output.name}.part")
        shutil.copyfile(made, partial)
        os.replace(partial, output)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
