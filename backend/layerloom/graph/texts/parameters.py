"""Wording of what is wrong with a layer's class or its parameters."""

from collections.abc import Callable
from typing import Any

from layerloom.graph.problems import Edit, Fix, Problem, SetField, SetParam, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import nearest, short


@code
def unknown_layer(node: str, layer: str, known: list[str]) -> Problem:
    guess = nearest(layer, known)
    step = f"Did you mean {guess}?" if guess else "Choose one from the palette."
    return problem(
        "unknown_layer",
        f"Keras has no layer {short(layer)}.",
        f"A layer is one of Keras' own. Received: {short(layer)}. {step}",
        nodes=(node,),
        place="layer",
        evidence=layer[:200],
        fixes=(Fix(title=f"Use {guess}", safe=True, edits=(SetField(node=node, field="layer", value=guess),)),)
        if guess
        else (),
    )


@code
def unusable_layer(node: str, layer: str, reason: str) -> Problem:
    return problem(
        "unusable_layer",
        f"{layer} cannot be drawn.",
        f"A layer here must build by itself from its parameters. Received: {layer}: {reason} Choose another layer.",
        nodes=(node,),
        place="layer",
        evidence=layer,
    )


@code
def unknown_parameter(node: str, layer: str, path: str, value: Any, known: list[str], fixable: bool) -> Problem:
    name = path.rsplit(".", 1)[-1]
    guess = nearest(name, known)
    step = f"Did you mean `{guess}`?" if guess else "Remove it."
    fixes: tuple[Fix, ...] = ()
    if fixable:
        remove: Edit = SetParam(node=node, param=name, value=None)
        if guess:
            fixes = (
                Fix(
                    title=f"Rename to {guess}",
                    safe=True,
                    edits=(remove, SetParam(node=node, param=guess, value=value)),
                ),
            )
        fixes += (Fix(title=f"Remove {name[:40]}", safe=True, edits=(remove,)),)
    return problem(
        "unknown_parameter",
        f"{layer} has no parameter {name[:60]}.",
        f"Parameters have Keras' own names. Received: {name[:100]}={short(value)} for {layer}. {step}",
        nodes=(node,) if node else (),
        place=path,
        evidence=name[:200],
        fixes=fixes,
    )


@code
def missing_parameter(node: str, layer: str, path: str, wants: str, value: Any) -> Problem:
    fixes: tuple[Fix, ...] = ()
    if value is not None and "." not in path and node:
        title = f"Set {path} to {short(value)}"
        fixes = (Fix(title=title, safe=False, edits=(SetParam(node=node, param=path, value=value),)),)
    return problem(
        "missing_parameter",
        f"{layer} needs {path}.",
        f"`{path}` has no default: it needs {wants}. Received: nothing. Set it.",
        nodes=(node,) if node else (),
        place=path,
        fixes=fixes,
    )


@code
def bad_parameter(node: str, layer: str, path: str, wants: str, value: Any, better: Any, resettable: bool) -> Problem:
    edits: list[Fix] = []
    name = path.split(".", 1)[0]
    if node and path == name and better is not None:
        title = f"Set {path} to {short(better)}"
        edits.append(Fix(title=title, safe=True, edits=(SetParam(node=node, param=name, value=better),)))
    if node and resettable:
        title = f"Use Keras' default for {name}"
        edits.append(Fix(title=title, safe=False, edits=(SetParam(node=node, param=name, value=None),)))
    return problem(
        "bad_parameter",
        f"{path} of {layer} does not fit.",
        f"`{path}` needs {wants}. Received: {path.rsplit('.', 1)[-1]}={short(value)}. Change it"
        + (f", for example to {short(better)}." if better is not None else "."),
        nodes=(node,) if node else (),
        place=path,
        evidence=short(value),
        fixes=tuple(edits),
    )


@code
def unknown_member(
    node: str, path: str, kind: str, name: str, known: list[str], mend: Callable[[str], tuple[Edit, ...]] | None
) -> Problem:
    """A loss, metric, optimizer, initializer, … that Keras does not have. `mend` gives the edits that put the guessed name in place."""
    guess = nearest(name, known)
    step = f"Did you mean {guess}?" if guess else "Choose one from the list."
    edits = mend(guess) if guess and mend else ()
    return problem(
        "unknown_member",
        f"Keras has no {kind} {short(name)}.",
        f"`{path}` needs one of Keras' own {kind}s. Received: {short(name)}. {step}",
        nodes=(node,) if node else (),
        place=path,
        evidence=name[:200],
        fixes=(Fix(title=f"Use {guess}", safe=True, edits=edits),) if edits else (),
    )


@code
def shared_owner_missing(node: str, name: str, owner: str) -> Problem:
    return problem(
        "shared_owner_missing",
        f"The layer that {name} shares is gone.",
        f"`{name}` uses another node's layer. Received: {owner}, which is no layer of this graph. Give `{name}` a layer of its own.",
        nodes=(node,),
        place="shares",
        evidence=owner,
        fixes=(
            Fix(title="Use a layer of its own", safe=False, edits=(SetField(node=node, field="shares", value=None),)),
        ),
    )


@code
def shared_owner_shares(node: str, name: str, owner: str, owner_id: str, owners_owner: str) -> Problem:
    own = owners_owner in (node, owner_id)
    value = None if own else owners_owner
    title = "Use a layer of its own" if own else "Share the first one's layer"
    return problem(
        "shared_owner_shares",
        f"{name} shares a layer that is itself shared.",
        f"A shared layer has one owner, and the owner has a layer of its own. Received: `{name}` shares `{owner}`, "
        "which shares another. Share the owner's layer.",
        nodes=(node,) if node == owner_id else (node, owner_id),
        place="shares",
        evidence=owner,
        fixes=(Fix(title=title, safe=not own, edits=(SetField(node=node, field="shares", value=value),)),),
    )


@code
def shared_class_differs(node: str, name: str, layer: str, owner: str, owner_id: str, owner_layer: str) -> Problem:
    return problem(
        "shared_class_differs",
        f"{name} and the layer it shares are of two kinds.",
        f"One layer used twice is one kind of layer. Received: `{name}` is {layer}, `{owner}` is {owner_layer}. "
        f"Make it {owner_layer}, or give it a layer of its own.",
        nodes=(node, owner_id),
        place="shares",
        evidence=f"{layer}, {owner_layer}",
        fixes=(
            Fix(
                title=f"Make it {owner_layer}",
                safe=True,
                edits=(SetField(node=node, field="layer", value=owner_layer),),
            ),
            Fix(title="Use a layer of its own", safe=False, edits=(SetField(node=node, field="shares", value=None),)),
        ),
    )
