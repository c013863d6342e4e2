"""Graph → Plan, or the problems that stand in its way. Every rule that needs no shapes; never imports Keras."""

from layerloom.graph.data import DataSpec
from layerloom.graph.limits import STUDENT, Limits
from layerloom.graph.plan import Plan
from layerloom.graph.problems import Refused
from layerloom.graph.schema import Graph
from layerloom.graph.validate.checker import Checker, Validation, validate

__all__ = ["Checker", "Validation", "plan", "validate"]


def plan(graph: Graph, data: DataSpec | None, limits: Limits = STUDENT) -> Plan:
    """The Plan of a graph that makes sense. Raises Refused with every error."""
    found = validate(graph, data, limits)
    if found.plan is None:
        raise Refused(*(one for one in found.problems if one.severity == "error"))
    return found.plan
