"""What is named on the command line → a graph and the description of its data. Reads files; asks nobody."""

import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

from layerloom.datasets import registry
from layerloom.graph.data import DataSpec
from layerloom.graph.problems import Problem, Refused, problem
from layerloom.graph.schema import Graph
from layerloom.graph.upgrades import open_graph


def read(name: str) -> Graph:
    """A path, or a template's name. Raises Refused."""
    path = Path(name)
    if not path.exists() and path.parent == Path("."):
        template = files("layerloom") / "templates" / path.name.removesuffix(".json")
        template = template.parent / f"{template.name}.json" if isinstance(template, Path) else template
        if template.is_file():
            return open_graph(template.read_bytes())
    try:
        return open_graph(path.read_bytes())
    except OSError as error:
        raise Refused(
            problem(
                "file_unreadable",
                {"name": name, "error": str(error.strerror), "templates": ", ".join(templates())},
                form="graph",
                place=name,
            )
        ) from None


def opened(document: dict[str, Any]) -> Graph:
    return open_graph(document)


def templates() -> list[str]:
    folder = files("layerloom") / "templates"
    return sorted(each.name for each in folder.iterdir() if each.name.endswith(".json")) if folder.is_dir() else []


def data_of(graph: Graph, home: Path) -> DataSpec | None:
    """Raises Refused for data that is not here."""
    return None if graph.training.data is None else registry.spec(graph.training.data, home)


def tell(problems: tuple[Problem, ...], graph: Graph | None = None) -> None:
    """Problems for a person, on the error stream."""
    names = {} if graph is None else {id: node.name for id, node in graph.nodes.items()}
    for each in problems:
        where = ", ".join(names.get(node, node) for node in each.nodes)
        print(f"{each.severity}{f' at {where}' if where else ''}: {each.title}\n  {each.message}", file=sys.stderr)
        for fix in each.fixes:
            print(f"  fix: {fix.title}", file=sys.stderr)
