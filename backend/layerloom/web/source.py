"""A project's graph as the person's own script, and as Keras' summary and plot. The script is written here, the model is described by a child."""

from typing import Any

from flask import Blueprint

from layerloom.catalog import load
from layerloom.graph import plan_json
from layerloom.graph.problems import Problem, Refused
from layerloom.graph.source import script
from layerloom.web.asking import ask
from layerloom.web.site import site, visitor

source = Blueprint("source", __name__, url_prefix="/api/projects")
DESCRIBE = "layerloom.engine.describe:describe"
DESCRIBE_SECONDS = 60.0


@source.get("/<project>/source", endpoint="source")
def show(project: str) -> dict[str, Any]:
    """Empty text and the problems while the graph makes no sense yet."""
    here = site()
    with here.rooms.use(project, visitor().user) as room:
        thought = here.parts["inference"].mind().think(room)
    if thought.plan is None or thought.errors:
        return {"source": "", "problems": _dumped(thought.problems)}
    return {"source": script(thought.plan, None, load().keras_version), "problems": _dumped(thought.problems)}


@source.get("/<project>/describe")
def describe(project: str) -> dict[str, Any]:
    """Raises Refused: 422 with the graph's errors, 503 while the worker starts."""
    here = site()
    with here.rooms.use(project, visitor().user) as room:
        thought = here.parts["inference"].settle(room)
    if thought.plan is None or thought.errors:
        raise Refused(*(thought.errors or thought.problems))
    found: dict[str, Any] = ask(DESCRIBE, {"plan": plan_json.dump(thought.plan)}, DESCRIBE_SECONDS)
    return found


def _dumped(problems: tuple[Problem, ...]) -> list[dict[str, Any]]:
    return [one.model_dump(mode="json") for one in problems]
