"""Graph → Plan, or the problems that stand in its way. Every rule that needs no shapes; never imports Keras."""

from layerloom.graph import texts
from layerloom.graph.data import DataSpec
from layerloom.graph.limits import STUDENT, Limits
from layerloom.graph.plan import Plan
from layerloom.graph.problems import Problem, Refused
from layerloom.graph.schema import Graph
from layerloom.graph.validate.checker import Checker, Validation, validate

__all__ = ["Checker", "Validation", "plan", "trainable", "untrainable", "validate"]


def plan(graph: Graph, data: DataSpec | None, limits: Limits = STUDENT) -> Plan:
    """The Plan of a graph that makes sense. Raises Refused with every error."""
    found = validate(graph, data, limits)
    if found.plan is None:
        raise Refused(*(one for one in found.problems if one.severity == "error"))
    return found.plan


def trainable(graph: Graph, data: DataSpec | None, limits: Limits = STUDENT) -> Plan:
    """The Plan of a graph that has data to learn from. Raises Refused with every error."""
    found = validate(graph, data, limits)
    wrong = untrainable(found.problems)
    if found.plan is None or wrong:
        raise Refused(*wrong)
    return found.plan


def untrainable(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The errors among what was found, and to one who trains, missing data is one as well."""
    missing = (texts.no_data("error"),) if any(one.code == "no_data" for one in problems) else ()
    return (*missing, *(one for one in problems if one.severity == "error"))
