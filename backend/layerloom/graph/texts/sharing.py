"""Wording of what is wrong with a layer that is used in several places."""

from layerloom.graph.problems import Fix, Problem, SetField, fix, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import Shape, shape


@code
def shared_owner_missing(node: str, name: str, owner: str) -> Problem:
    return problem(
        "shared_owner_missing",
        {"name": name, "owner": owner},
        nodes=(node,),
        place="shares",
        evidence=owner,
        fixes=(_own_layer(node),),
    )


@code
def shared_owner_shares(node: str, name: str, owner: str, owner_id: str, owners_owner: str) -> Problem:
    own = owners_owner in (node, owner_id)
    first = fix("share_first", SetField(node=node, field="shares", value=owners_owner), safe=True)
    return problem(
        "shared_owner_shares",
        {"name": name, "owner": owner},
        nodes=(node,) if node == owner_id else (node, owner_id),
        place="shares",
        evidence=owner,
        fixes=(_own_layer(node) if own else first,),
    )


@code
def shared_class_differs(node: str, name: str, layer: str, owner: str, owner_id: str, owner_layer: str) -> Problem:
    make = fix("make_it", SetField(node=node, field="layer", value=owner_layer), safe=True, layer=owner_layer)
    return problem(
        "shared_class_differs",
        {"name": name, "layer": layer, "owner": owner, "owner_layer": owner_layer},
        nodes=(node, owner_id),
        place="shares",
        evidence=f"{layer}, {owner_layer}",
        fixes=(make, _own_layer(node)),
    )


def _own_layer(node: str) -> Fix:
    return fix("own_layer", SetField(node=node, field="shares", value=None), safe=False)


@code
def shared_inputs_differ(
    node: str,
    owner: str,
    name: str,
    edges: tuple[str, ...],
    first: Shape,
    now: Shape,
    evidence: str,
    fixes: tuple[Fix, ...],
) -> Problem:
    return problem(
        "shared_inputs_differ",
        {"name": name, "owner": owner, "first": shape(first), "now": shape(now)},
        nodes=(node,),
        edges=edges,
        place="shares",
        evidence=evidence,
        fixes=fixes,
    )
