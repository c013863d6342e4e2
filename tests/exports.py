"""Exports without processes: a graph goes through a format's own functions in this one."""

import json
from pathlib import Path
from typing import Any

from layerloom.datasets import registry
from layerloom.engine.exports import module, proving
from layerloom.engine.exports.subject import Subject, subject
from layerloom.graph.upgrades import open_graph


def request_of(file: Path, home: Path, **more: Any) -> dict[str, Any]:
    """What a child is asked for a graph file, with fresh weights."""
    graph = open_graph(file.read_bytes())
    source = graph.training.data
    data = registry.spec(source, home).model_dump(mode="json") if source else None
    told = {
        "graph": json.loads(file.read_text()),
        "data": data,
        "weights": None,
        "home": str(home),
        "folder": str(home),
    }
    return told | more


def subject_of(file: Path, home: Path) -> Subject:
    return subject(request_of(file, home))


def proof(found: Subject, format: str, folder: Path, port: int = 0) -> dict[str, Any]:
    """The format's proof; see `runs.exports.Proof`."""
    found.refer(folder)
    module(format).write(found, folder)
    answer: dict[str, Any] = proving.prove({"format": format, "folder": str(folder), "port": port}, lambda told: None)
    return answer["proof"] or answer
