"""A script's text → the same program as a Jupyter notebook, one cell for each function. Text only; nothing here runs."""

import ast
import json
from collections.abc import Iterator
from typing import Any

ARGUMENTS = "sys.argv = sys.argv[:1]  # what a notebook's own process was started with is no file name"


def notebook(script: str) -> str:
    """A document of nbformat 4.5, ending in a newline."""
    cells = [_cell(place, kind, text) for place, (kind, text) in enumerate(_parts(script))]
    document = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def code(document: str) -> list[str]:
    """The text of a notebook's code cells, in order."""
    return ["".join(cell["source"]) for cell in json.loads(document)["cells"] if cell["cell_type"] == "code"]


def _parts(script: str) -> Iterator[tuple[str, str]]:
    lines = script.splitlines()
    tree = ast.parse(script)
    first, *rest = tree.body
    yield "markdown", _opening(ast.get_docstring(tree) or "")
    waiting: list[str] = []
    start = first.end_lineno or 0
    for node in rest:
        above, start = start, node.end_lineno or 0
        text = "\n".join(lines[above:start]).strip("\n")
        if isinstance(node, ast.FunctionDef):
            if waiting:
                yield "code", _settings(waiting)
                waiting = []
            yield "code", text
        elif isinstance(node, ast.If):
            yield "code", "main()"
        else:
            waiting.append(text)


def _opening(doc: str) -> str:
    title, _, rest = doc.partition("\n")
    return f"# {title}\n\n{rest.strip()}" if rest.strip() else f"# {title}"


def _settings(texts: list[str]) -> str:
    text = "\n".join(texts)
    return f"{text}\n\n{ARGUMENTS}" if "import sys" in text else text


def _cell(place: int, kind: str, text: str) -> dict[str, Any]:
    lines = text.splitlines(keepends=True)
    cell: dict[str, Any] = {"cell_type": kind, "id": f"cell-{place}", "metadata": {}, "source": lines}
    return cell if kind == "markdown" else cell | {"execution_count": None, "outputs": []}
