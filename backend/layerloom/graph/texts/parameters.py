"""Wording of what is wrong with a layer's class or its parameters."""

from collections.abc import Callable
from typing import Any

from layerloom.graph.problems import Edit, Fix, Problem, SetField, SetParam, fix, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import nearest, short
from layerloom.words import Phrase, Said, phrase


@code
def unknown_layer(node: str, layer: str, known: list[str]) -> Problem:
    guess = nearest(layer, known)
    step = phrase("step-did-you-mean", guess=guess) if guess else phrase("step-from-palette")
    use = SetField(node=node, field="layer", value=guess)
    return problem(
        "unknown_layer",
        {"layer": short(layer), "step": step},
        nodes=(node,),
        place="layer",
        evidence=layer[:200],
        fixes=(fix("use", use, safe=True, what=guess),) if guess else (),
    )


@code
def unknown_op(node: str, op: str, known: list[str]) -> Problem:
    guess = nearest(op, known)
    step = phrase("step-did-you-mean", guess=guess) if guess else phrase("step-from-palette")
    use = SetField(node=node, field="op", value=guess)
    return problem(
        "unknown_op",
        {"op": short(op), "step": step},
        nodes=(node,),
        place="op",
        evidence=op[:200],
        fixes=(fix("use", use, safe=True, what=guess),) if guess else (),
    )


@code
def unknown_application(node: str, application: str, known: list[str]) -> Problem:
    guess = nearest(application, known)
    step = phrase("step-did-you-mean", guess=guess) if guess else phrase("step-from-palette")
    use = SetField(node=node, field="application", value=guess)
    return problem(
        "unknown_application",
        {"application": short(application), "step": step},
        nodes=(node,),
        place="application",
        evidence=application[:200],
        fixes=(fix("use", use, safe=True, what=guess),) if guess else (),
    )


@code
def unusable_op(node: str, op: str, reason: str) -> Problem:
    return problem("unusable_op", {"op": op, "reason": reason_of(reason)}, nodes=(node,), place="op", evidence=op)


@code
def unusable_layer(node: str, layer: str, reason: str) -> Problem:
    return problem(
        "unusable_layer", {"layer": layer, "reason": reason_of(reason)}, nodes=(node,), place="layer", evidence=layer
    )


@code
def unknown_parameter(node: str, layer: str, path: str, value: Any, known: list[str], fixable: bool) -> Problem:
    name = path.rsplit(".", 1)[-1]
    guess = nearest(name, known)
    step = phrase("step-did-you-mean", guess=f"`{guess}`") if guess else phrase("step-remove-it")
    fixes: tuple[Fix, ...] = ()
    if fixable:
        remove: Edit = SetParam(node=node, param=name, value=None)
        if guess:
            fixes = (fix("rename", remove, SetParam(node=node, param=guess, value=value), safe=True, to=guess),)
        fixes += (fix("remove", remove, safe=True, what=name[:40]),)
    return problem(
        "unknown_parameter",
        {"layer": layer, "name": name[:60], "given": name[:100], "value": short(value), "step": step},
        nodes=(node,) if node else (),
        place=path,
        evidence=name[:200],
        fixes=fixes,
    )


@code
def missing_parameter(node: str, layer: str, path: str, wants: Said, value: Any) -> Problem:
    fixes: tuple[Fix, ...] = ()
    if value is not None and "." not in path and node:
        edit = SetParam(node=node, param=path, value=value)
        fixes = (fix("set", edit, safe=False, what=path, value=short(value)),)
    return problem(
        "missing_parameter",
        {"layer": layer, "path": path, "wants": wants},
        nodes=(node,) if node else (),
        place=path,
        fixes=fixes,
    )


@code
def bad_parameter(node: str, layer: str, path: str, wants: Said, value: Any, better: Any, resettable: bool) -> Problem:
    values: dict[str, Said] = {"layer": layer, "path": path, "wants": wants}
    values |= {"name": path.rsplit(".", 1)[-1], "value": short(value)}
    fixes: list[Fix] = []
    name = path.split(".", 1)[0]
    if better is not None:
        values["better"] = short(better)
        if node and path == name:
            edit = SetParam(node=node, param=name, value=better)
            fixes.append(fix("set", edit, safe=True, what=path, value=short(better)))
    if node and resettable:
        fixes.append(fix("reset", SetParam(node=node, param=name, value=None), safe=False, what=name))
    return problem(
        "bad_parameter",
        values,
        form="" if better is None else "better",
        nodes=(node,) if node else (),
        place=path,
        evidence=str(short(value)),
        fixes=tuple(fixes),
    )


@code
def unknown_member(
    node: str, path: str, kind: str, name: str, known: list[str], mend: Callable[[str], tuple[Edit, ...]] | None
) -> Problem:
    """A loss, metric, optimizer, initializer, … that Keras does not have. `mend` gives the edits that put the guessed name in place."""
    guess = nearest(name, known)
    step = phrase("step-did-you-mean", guess=guess) if guess else phrase("step-from-list")
    edits = mend(guess) if guess and mend else ()
    values: dict[str, Said] = {"path": path, "name": short(name), "step": step}
    return problem(
        "unknown_member",
        values | {"kind": phrase(f"member-{kind}"), "kinds": phrase(f"members-{kind}")},
        nodes=(node,) if node else (),
        place=path,
        evidence=name[:200],
        fixes=(fix("use", *edits, safe=True, what=guess or ""),) if edits else (),
    )


def reason_of(told: str) -> Phrase | str:
    """Why a layer does not stand alone, as the catalog tells it: our own sentences as messages, Keras' as they are."""
    if told.startswith(_PYTHON):
        return phrase("unusable-python", what=told.removeprefix(_PYTHON).removesuffix("."))
    return phrase(_REASONS[told]) if told in _REASONS else told


_PYTHON = "Needs Python code: "
_REASONS = {
    "Abstract: a base for layers written in Python.": "unusable-abstract",
    "A cell computes one step of a sequence: it lives inside an RNN layer.": "unusable-cell",
    "Needs a file on the machine that trains: `filepath`.": "unusable-file",
    "Makes a tensor out of plain numbers: write the numbers where they are needed.": "unusable-op-numbers",
    "Gives no tensor.": "unusable-op-no-tensor",
    "Runs only where the number of rows is known, and a batch may have any.": "unusable-op-rows",
    "How long its tensor is would depend on the numbers that flow in.": "unusable-op-length",
    "Keras makes a window of a plain number only, not of what flows through a model.": "unusable-op-window",
    "Gives an array of NumPy, and with it the model would end.": "unusable-op-numpy",
    "Keras works it out only for single rows of numbers whose length is known; a model's batch is neither.": "unusable-op-single-rows",
    "How many tensors it gives depends on how many axes flow in.": "unusable-op-axes",
    "Keras works out its shape only where the number of rows is known; a model's batch has any. Use reshape and transpose.": "unusable-op-rearrange",
    "Keras 3.15 saves a model with it so that it cannot be loaded again. The layers AdaptiveAveragePooling and AdaptiveMaxPooling do the same.": "unusable-op-adaptive",
    "Keras 3.15 mixes up two of its settings when it runs in a model. The layers Conv2DTranspose and its kin do the same.": "unusable-op-conv-transpose",
}
"""As `engine.introspect` and the overlay write them."""
