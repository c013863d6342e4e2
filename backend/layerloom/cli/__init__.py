"""The command line: words → one function each. Imports a command's own module when it is called, so that `--help` is quick."""

import argparse
import importlib
import sys
from collections.abc import Sequence

from layerloom import __version__
from layerloom.settings import Unusable

COMMANDS = {
    "up": "layerloom.cli.up:up",
    "web": "layerloom.cli.parts:web",
    "worker": "layerloom.cli.parts:worker",
    "check": "layerloom.cli.check:check",
    "train": "layerloom.cli.train:train",
    "export": "layerloom.cli.export:export",
    "catalog": "layerloom.cli.catalog:catalog",
    "doctor": "layerloom.cli.doctor:doctor",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code: 0 done, 1 refused or failed, 2 a wrong command line, 130 stopped by Ctrl-C."""
    given = parser().parse_args(arguments)
    module, _, name = COMMANDS[given.command].partition(":")
    try:
        return int(getattr(importlib.import_module(module), name)(given))
    except Unusable as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `layerloom catalog | head`
        sys.stderr.close()
        return 1


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="layerloom", description="Draw a Keras model, see every shape, train it, take the code with you."
    )
    whole.add_argument("--version", action="version", version=f"layerloom {__version__}")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, help: str, home: bool = True) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help, description=help)
        if home:
            made.add_argument(
                "--home",
                help="folder of everything Layerloom keeps (default: LAYERLOOM_HOME, else your user data folder)",
            )
        return made

    up = command("up", "serve the app: the page and its worker")
    web = command("web", "serve the page alone; a worker runs elsewhere for the same home")
    worker = command("worker", "train queued runs and answer the page")
    for made in (up, web):
        made.add_argument("--host", help="address to listen on (default 127.0.0.1)")
        made.add_argument("--port", type=int, help="port to listen on (default 8765)")
    up.add_argument("--no-browser", action="store_true", help="print the address and open nothing")
    for made in (web, worker):
        made.add_argument("--parent", type=int, help=argparse.SUPPRESS)

    check = command("check", "say what is wrong with a graph, and every shape in it")
    check.add_argument("graph", metavar="GRAPH", help="a graph file (JSON), or the name of a template")
    check.add_argument("--json", action="store_true", help="print nodes and problems as JSON")

    train = command("train", "train a graph here, in the terminal; Ctrl-C stops it and keeps its weights")
    train.add_argument("graph", metavar="GRAPH", help="a graph file (JSON), or the name of a template")
    train.add_argument("--json", action="store_true", help="print the run's events, one JSON object a line")
    train.add_argument("--csv", metavar="FILE", help="train on this table instead of the graph's own data")

    export = command("export", "write a graph as a Python script or as a Keras file")
    export.add_argument("graph", metavar="GRAPH", help="a graph file (JSON), or the name of a template")
    export.add_argument(
        "--to", choices=("python", "keras"), required=True, help="python: the script; keras: the untrained model"
    )
    export.add_argument(
        "-o", "--output", metavar="FILE", help="where to write; a script goes to the terminal without it"
    )

    catalog = command("catalog", "list what Keras offers, as the app knows it", home=False)
    catalog.add_argument("--json", action="store_true", help="print all of it as JSON")

    doctor = command("doctor", "look at this machine: what works, what is missing, what mends it")
    doctor.add_argument("--json", action="store_true", help="print the findings as JSON")
    return whole
