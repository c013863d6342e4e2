"""The text of a saved configuration → plain JSON data, finite, shallow and unambiguous, as a graph's is; refused in a model's words."""

from typing import Any

from layerloom.graph import reading
from layerloom.graph.problems import Problem, Refused, problem

MOST_VALUES = 500_000


def parse(text: str | bytes, place: str = "config.json") -> Any:
    """Raises Refused with the codes of a graph file and the words for a model's, and 413 where there are too many values."""
    try:
        found = reading.read(text)
    except Refused as refused:
        raise Refused(*(_of_a_model(one, place) for one in refused.problems), status=refused.status) from None
    if (n := _values(found)) > MOST_VALUES:
        raise Refused(problem("config_too_large", {"n": n, "limit": MOST_VALUES}, place=place), status=413)
    return found


def _of_a_model(found: Problem, file: str) -> Problem:
    values = found.words.values if found.words else {}
    rest = {"place": found.place, "evidence": found.evidence}
    return problem(found.code, {**values, "file": file}, form="model", **rest)


def _values(data: Any) -> int:
    count, waiting = 0, [data]
    while waiting:
        one = waiting.pop()
        count += 1
        waiting += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return count
