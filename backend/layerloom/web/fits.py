"""A place in a room's graph → which layers fit there, with which parameters, and why the others do not.

`?after=<node>&port=`: what may follow; `?into=<wire>`: what may be put in; `?before=<node>&port=`: what may lead there;
`?onto=<node>&port=`: which drawn layers would take a wire from there. An answer that is not complete is asked for again.
"""

from typing import Any, cast

from flask import Blueprint, request

from layerloom.graph.problems import Refused
from layerloom.launcher.client import Unavailable
from layerloom.launcher.rpc import RemoteError
from layerloom.web.asking import starting
from layerloom.web.failures import refusal
from layerloom.web.site import site, visitor
from layerloom.web.trying import Trying

fits = Blueprint("fits", __name__, url_prefix="/api/projects")


@fits.get("/<project>/fits")
def show(project: str) -> dict[str, Any]:
    """Raises Refused: 404 where the place is gone, 503 while no worker answers."""
    here = site()
    with here.rooms.use(project, visitor().user) as room:
        thought = here.parts["inference"].thought(room)
    asked = cast(Trying, here.parts["trying"])
    port = request.args.get("port", "")
    try:
        match request.args:
            case {"after": node}:
                found = asked.after(thought, node, port or "output")
            case {"onto": node}:
                found = asked.onto(thought, node, port or "output")
            case {"into": edge}:
                found = asked.into(thought, edge)
            case {"before": node}:
                found = asked.before(thought, node, port or "input")
            case _:
                raise refusal(400)
    except LookupError:
        raise refusal(404, "not_found", form="place") from None
    except (Unavailable, RemoteError, TimeoutError) as error:
        raise Refused(starting(str(error)), status=503) from None
    return found.model_dump(mode="json")
