"""The problems of every broken graph with what their words are made of, in tests/graphs/problems.json: the page's tests say them again.

`python tests/word_cases.py` records the file.
"""

import json
from typing import Any

from graph_cases import GRAPHS, examine, graph, names
from layerloom.graph.problems import Problem, Refused

TARGET = GRAPHS / "problems.json"
COMMAND = ".venv/bin/python tests/word_cases.py"


def problems_of(name: str) -> tuple[Problem, ...]:
    try:
        return examine(graph("broken", name)).problems
    except Refused as refused:
        return refused.problems


def current() -> dict[str, Any]:
    kept = {"code", "title", "message", "words", "fixes"}
    found = {name: [one.model_dump(mode="json", include=kept) for one in problems_of(name)] for name in names("broken")}
    for problems in found.values():
        for problem in problems:
            problem["fixes"] = [{"title": fix["title"], "words": fix["words"]} for fix in problem["fixes"]]
    return found


if __name__ == "__main__":
    TARGET.write_text(json.dumps(current(), ensure_ascii=False, indent=1) + "\n")
