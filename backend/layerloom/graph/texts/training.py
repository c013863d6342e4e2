"""Wording of training settings that cannot work."""

from typing import Any

from layerloom.graph.problems import Fix, Problem, SetField, SetTraining, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import names, short


@code
def bad_setting(field: str, wants: str, value: Any, better: Any, whole: Any = None) -> Problem:
    """`field` may be dotted (`split.validation`); `whole` is then the top field's value with `better` in it."""
    fixes: tuple[Fix, ...] = ()
    if better is not None:
        edit = SetTraining(field=field.split(".", 1)[0], value=better if whole is None else whole)
        fixes = (Fix(title=f"Set {field} to {short(better)}", safe=False, edits=(edit,)),)
    return problem(
        "bad_setting",
        f"{field} does not fit.",
        f"`{field}` needs {wants}. Received: {short(value)}. Change it"
        + (f", for example to {short(better)}." if better is not None else "."),
        place=field,
        evidence=short(value),
        fixes=fixes,
    )


@code
def unknown_monitor(field: str, monitor: str, known: list[str], whole: Any) -> Problem:
    return problem(
        "unknown_monitor",
        f"Nothing called {short(monitor)} is measured.",
        f"`{field}` watches something that each epoch reports: {names(known, last='or')}. Received: {short(monitor)}. Watch `val_loss`.",
        place=field,
        evidence=monitor[:200],
        fixes=(_watch_val_loss(field, whole),),
    )


@code
def undirected_monitor(field: str, monitor: str, known: list[str], whole: Any) -> Problem:
    return problem(
        "undirected_monitor",
        f"{monitor[:60]} may rise or fall.",
        f"`{field}` watches something of which Keras knows whether more or less is better: {names(known, last='or')}. "
        f"Received: {short(monitor)}, which is reported, but of several outputs or a plain count. Watch `val_loss`.",
        place=field,
        evidence=monitor[:200],
        fixes=(_watch_val_loss(field, whole),),
    )


@code
def plateau_with_schedule(schedule: str, optimizer: dict[str, Any]) -> Problem:
    return problem(
        "plateau_with_schedule",
        "The learning rate would have two masters.",
        "Lowering the learning rate on a plateau needs a rate that is one number. "
        f"Received: {schedule}, a schedule, which already changes it at every step. Keep one of the two.",
        place="reduce_on_plateau",
        evidence=schedule,
        fixes=(
            Fix(
                title="Keep the schedule",
                safe=False,
                edits=(SetTraining(field="reduce_on_plateau", value=None),),
            ),
            Fix(
                title="Use a learning rate of 0.001",
                safe=False,
                edits=(SetTraining(field="optimizer", value=optimizer),),
            ),
        ),
    )


@code
def bad_weight(node: str, name: str, weight: float) -> Problem:
    return problem(
        "bad_weight",
        f"The weight of {name} does not fit.",
        f"An output's weight is a number above 0. Received: {weight}. Set it to 1, or remove the Output.",
        nodes=(node,),
        place="weight",
        evidence=str(weight),
        fixes=(Fix(title="Set the weight to 1", safe=False, edits=(SetField(node=node, field="weight", value=1.0),)),),
    )


def _watch_val_loss(field: str, whole: Any) -> Fix:
    return Fix(title="Watch val_loss", safe=True, edits=(SetTraining(field=field.split(".", 1)[0], value=whole),))
