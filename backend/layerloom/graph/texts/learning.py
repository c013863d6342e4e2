"""Wording of what is wrong with a layer that learns from the data before training."""

from collections.abc import Sequence

from layerloom.graph.problems import Fix, Problem, RemoveNode, SetField, fix, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import names


@code
def learns_from_no_input(node: str, name: str, layer: str) -> Problem:
    """A layer that learns from data before training, with other layers between it and the data."""
    fixes: tuple[Fix, ...] = (fix("remove", RemoveNode(node=node), safe=False, what=name),)
    if layer == "Normalization":
        instead = SetField(node=node, field="layer", value="BatchNormalization")
        fixes = (fix("use_here", instead, safe=False, layer="BatchNormalization"), *fixes)
    return problem("learns_from_no_input", {"name": name, "layer": layer}, nodes=(node,), evidence=layer, fixes=fixes)


@code
def vocabulary_empty(node: str, name: str, layer: str, columns: Sequence[str]) -> Problem:
    return problem(
        "vocabulary_empty",
        {"name": name, "layer": layer, "columns": names(columns)},
        nodes=(node,),
        evidence=", ".join(columns)[:200],
    )
