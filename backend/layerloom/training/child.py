"""A run child's whole life: request → graph → plan → data → model → training → files, told as run events.

The last message, `{"type": "result", …}`, is for the supervisor, who alone ends the run in the database.
"""

import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from layerloom.graph import upgrades, validate
from layerloom.graph.content import content_hash
from layerloom.graph.data import DataSpec
from layerloom.graph.problems import Refused, title_of
from layerloom.graph.schema import Training
from layerloom.runs.events import ProblemRaised
from layerloom.training.failure import explain
from layerloom.training.loop import Asked
from layerloom.training.run import Job, Parent, Result, train
from layerloom.words import told


def _parent(given: dict[str, str] | None) -> Parent | None:
    return Parent(given["run"], Path(given["folder"]), given["kind"]) if given else None


class Control(Protocol):
    def asked(self) -> Asked: ...


def main(request: dict[str, Any], emit: Callable[[dict[str, Any]], None], control: Control) -> None:
    """`request`: run, attempt, graph, data, folder, home_datasets, device; optional parent {run, folder, kind}, the checkpoint
    to begin from, and `begin`, the folder of the imported numbers that the graph names. `run_started` and `run_ended` are the supervisor's to say.

    The result: state (`succeeded`, `stopped`, `paused` or `failed`), reason, files and seconds, as in `run_ended`. Raises nothing that a
    run can cause.
    """
    began = time.monotonic()
    training = Training()

    def say(event: Any) -> None:
        emit(event.model_dump(mode="json"))

    try:
        graph = upgrades.open_graph(request["graph"])
        training = graph.training
        data = DataSpec.model_validate(request["data"]) if request.get("data") else None
        job = Job(
            plan=validate.plan(graph, data),
            graph_hash=content_hash(graph),
            run=str(request["run"]),
            attempt=int(request["attempt"]),
            folder=Path(request["folder"]),
            home=Path(request["home_datasets"]).parent,
            device=request.get("device"),
            parent=_parent(request.get("parent")),
            begin=Path(request["begin"]) if request.get("begin") else None,
        )
        result = train(job, say, control.asked)
    except Refused as refusal:
        for problem in refusal.problems:
            say(ProblemRaised(at=time.time(), problem=problem))
        result = Result("failed", title_of(refusal.problems[0]) if refusal.problems else told(str(refusal)), ())
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        problem = explain(error, training)
        say(ProblemRaised(at=time.time(), problem=problem))
        result = Result("failed", title_of(problem), ())
    seconds = time.monotonic() - began
    emit(
        {
            "type": "result",
            "state": result.state,
            "reason": str(result.reason),
            "words": result.reason.model_dump(),
            "files": list(result.files),
            "seconds": seconds,
        }
    )
