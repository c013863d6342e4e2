"""What a page asks of a backbone that is drawn: the node, and the shape of what flows in. Everything else of it Keras knows."""

from typing import Any

from pydantic import ValidationError

from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import BackboneNode
from layerloom.web import wire

LARGEST_SIDE = 100_000


def asked(body: dict[str, Any]) -> tuple[BackboneNode, list[int | None]]:
    """ "node" and "shape", batch axis first. Raises Refused (422)."""
    return _node(wire.field(body, "node", dict)), _shape(wire.field(body, "shape", list))


def _node(given: dict[str, Any]) -> BackboneNode:
    try:
        return BackboneNode.model_validate(given)
    except ValidationError as error:
        raise _bad("node", "BackboneNode", str(error)) from None


def _shape(given: list[Any]) -> list[int | None]:
    fits = all(one is None or (type(one) is int and 0 < one <= LARGEST_SIDE) for one in given)
    if len(given) != 4 or not fits:
        raise _bad("shape", "list", repr(given))
    return given


def _bad(name: str, kind: str, evidence: str) -> Refused:
    told = {"name": name, "kind": kind, "type": evidence[:60]}
    return Refused(problem("bad_field", told, form="type", place=name, evidence=evidence[:200]))
