"""The command line: words → one function each. Imports a command's own module when it is called, so that `--help` is quick."""

import argparse
import importlib
import sys
from collections.abc import Sequence

from layerloom import __version__
from layerloom.catalog.formats import formats
from layerloom.settings import Unusable

COMMANDS = {
    "up": "layerloom.cli.up:up",
    "web": "layerloom.cli.parts:web",
    "worker": "layerloom.cli.parts:worker",
    "check": "layerloom.cli.check:check",
    "train": "layerloom.cli.train:train",
    "export": "layerloom.cli.export:export",
    "import": "layerloom.cli.imports:import_",
    "prove": "layerloom.cli.prove:prove",
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
    own = train.add_mutually_exclusive_group()
    own.add_argument("--csv", metavar="FILE", help="train on this table instead of the graph's own data")
    own.add_argument(
        "--images", metavar="PATH", help="train on these pictures: a zip or a folder with one folder for each class"
    )

    export = command("export", "write a graph or a trained run in another format, run again before it is handed out")
    export.add_argument(
        "graph", metavar="GRAPH_OR_RUN", help="a graph file (JSON), the name of a template, or a run's id"
    )
    export.add_argument(
        "--format",
        "--to",
        required=True,
        choices=tuple(formats()),
        metavar="FORMAT",
        help=f"one of {', '.join(formats())}",
    )
    export.add_argument(
        "-o", "--output", metavar="FILE", help="where to write; an untrained script goes to the terminal without it"
    )

    brought = command(
        "import", "turn a model from elsewhere into a graph; without -o, only say what would become of it"
    )
    brought.add_argument(
        "file", metavar="FILE", help="a .keras or .h5 file, the JSON of model.to_json(), or Python code (.py)"
    )
    brought.add_argument(
        "-o", "--output", metavar="GRAPH", help="where to write the graph; it begins from the weights inside"
    )
    brought.add_argument("--model", metavar="NAME", help="of several models in Python code, the one to take")
    brought.add_argument("--report", action="store_true", help="print the whole report, not a line of it")
    brought.add_argument("--json", action="store_true", help="print the report as JSON")
    brought.add_argument("--weights", metavar="FILE", help="where to write the weights too, as plain arrays (.npz)")
    brought.add_argument(
        "--placeholders",
        action="store_true",
        help="let layers that hold Python code come as placeholders without it, instead of refusing the file",
    )
    brought.add_argument(
        "--flat", action="store_true", help="leave a large model as it is, instead of folding it into blocks"
    )

    prove = command("prove", "try a layer, loss, metric, initializer or function of your own, locked in")
    prove.add_argument("file", metavar="FILE", help="Python code (.py) with one class or function")
    prove.add_argument("--set", action="append", metavar="NAME=VALUE", help="a value for its constructor; repeatable")
    prove.add_argument("--json", action="store_true", help="print what was found as JSON, the written get_config too")

    catalog = command("catalog", "list what Keras offers, as the app knows it", home=False)
    catalog.add_argument("--json", action="store_true", help="print all of it as JSON")

    doctor = command("doctor", "look at this machine: what works, what is missing, what mends it")
    doctor.add_argument("--json", action="store_true", help="print the findings as JSON")
    return whole
