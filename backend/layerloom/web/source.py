"""A project's graph as the person's own script, and as Keras' summary and plot. The script is written here, the model is described by a child."""

from typing import Any

from flask import Blueprint, Response, request
from pydantic import ValidationError

from layerloom.catalog import load
from layerloom.graph import plan_json, reading, recode
from layerloom.graph.diff import diff
from layerloom.graph.plan import CustomCall, Plan
from layerloom.graph.problems import Problem, Refused, problem
from layerloom.graph.schema import Graph
from layerloom.graph.source import script
from layerloom.graph.source.notebook import notebook
from layerloom.graph.source.values import snake
from layerloom.graph.upgrades import open_graph
from layerloom.graph.validate import plan as planned
from layerloom.web import data_rows, shapes, wire
from layerloom.web.asking import ask
from layerloom.web.projects import attachment
from layerloom.web.site import site, visitor

source = Blueprint("source", __name__, url_prefix="/api/projects")
DESCRIBE = "layerloom.engine.describe:describe"
DESCRIBE_SECONDS = 60.0
EDITED = "layerloom.engine.edited:read"
EDITED_SECONDS = 90.0
"""For two models: the script as it was written, and as it is now."""


@source.get("/<project>/source", endpoint="source")
def show(project: str) -> dict[str, Any]:
    """Empty text and the problems while the graph makes no sense yet."""
    here = site()
    with here.rooms.use(project, visitor().user) as room:
        thought = here.parts["inference"].mind().think(room)
    if thought.plan is None or thought.errors:
        return {"source": "", "graph": None, "problems": _dumped(thought.problems)}
    graph = thought.graph.model_copy(update={"layout": {}, "notes": {}})
    return {
        "source": script(thought.plan, None, load().keras_version),
        "graph": graph.model_dump(mode="json"),
        "problems": _dumped(thought.problems),
    }


@source.post("/<project>/source")
def edit(project: str) -> dict[str, Any]:
    """A script that somebody edited, with the graph it was written from → what that does to the graph as it is now.

    Raises Refused: 422 with the line that is wrong, 503 while the worker starts.
    """
    here, body = site(), wire.body(request)
    written, edited = (wire.field(body, name, str) for name in ("written", "source"))
    base = open_graph(wire.field(body, "graph", dict))
    with here.rooms.use(project, visitor().user) as room:
        live, owner = room.graph(), room.owner
    data = base.training.data
    plan = planned(base, data_rows.spec_of(here, owner, data) if data else None)
    if own := next((step.call for step in plan.steps if isinstance(step.call, CustomCall)), None):
        raise Refused(problem("custom_not_edited", {"name": own.layer}, evidence=own.layer))
    answer = ask(EDITED, {"before": written, "after": edited}, EDITED_SECONDS)
    found = _recoded(base, plan, answer)
    after, edits = recode.onto(live, found.edits)
    comparison = shapes.Comparison(before=live, after=after, diff=diff(live, after))
    told = shapes.EditedSource(edits=edits, comparison=comparison, remarks=found.remarks)
    return told.model_dump(mode="json")


def _recoded(base: Graph, plan: Plan, answer: Any) -> recode.Recoded:
    """A child that ran somebody's code may say anything: only what is a model counts."""
    reading.check(answer)
    try:
        ran = recode.Ran.model_validate(answer)
    except ValidationError as error:
        raise Refused(problem("child_failed", evidence=str(error)[:300])) from None
    return recode.recode(base, plan, ran)


@source.get("/<project>/notebook")
def as_notebook(project: str) -> Response:
    """The script as a Jupyter notebook. Raises Refused: 422 with the graph's errors."""
    here = site()
    with here.rooms.use(project, visitor().user) as room:
        thought, name = here.parts["inference"].mind().think(room), room.graph().name
    if thought.plan is None or thought.errors:
        raise Refused(*(thought.errors or thought.problems))
    response = Response(notebook(script(thought.plan, None, load().keras_version)), mimetype="application/x-ipynb+json")
    response.headers["Content-Disposition"] = attachment(f"{snake(name)}.ipynb")
    return response


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
