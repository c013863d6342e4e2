"""Wording of what is too large."""

from collections.abc import Sequence

from layerloom.graph.problems import Problem, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import Got, Shape, names, shape, what_came
from layerloom.words import Said


@code
def tensor_too_large(node: str, name: str, sizes: Shape, values: int, limit: int) -> Problem:
    return problem(
        "tensor_too_large",
        {"name": name, "shape": shape(sizes), "n": values, "limit": limit},
        nodes=(node,),
        evidence=shape(sizes),
    )


@code
def too_many_parameters(node: str, name: str, layer: Said, number: int, limit: int, got: Got) -> Problem:
    return problem(
        "too_many_parameters",
        {"name": name, "layer": layer, "n": number, "limit": limit, "got": what_came(got)},
        nodes=(node,),
        evidence=f"params={number}, limit={limit}",
    )


@code
def too_many_parameters_together(nodes: tuple[str, ...], largest: Sequence[str], number: int, limit: int) -> Problem:
    return problem(
        "too_many_parameters_together",
        {"n": number, "limit": limit, "largest": names(largest)},
        nodes=nodes,
        evidence=f"params={number}, limit={limit}",
    )
