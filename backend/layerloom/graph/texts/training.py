"""Wording of training settings that cannot work."""

from collections.abc import Sequence
from typing import Any

from layerloom.catalog.conversions import Refused
from layerloom.graph.problems import Fix, Problem, SetField, SetTraining, fix, problem
from layerloom.graph.texts.registry import code
from layerloom.graph.texts.words import names, shape, short
from layerloom.words import Said, listed, phrase


@code
def bad_setting(field: str, wants: Said, value: Any, better: Any, whole: Any = None) -> Problem:
    """`field` may be dotted (`split.validation`); `whole` is then the top field's value with `better` in it."""
    values: dict[str, Said] = {"field": field, "wants": wants, "value": short(value)}
    fixes: tuple[Fix, ...] = ()
    if better is not None:
        values["better"] = short(better)
        edit = SetTraining(field=field.split(".", 1)[0], value=better if whole is None else whole)
        fixes = (fix("set", edit, safe=False, what=field, value=short(better)),)
    return problem(
        "bad_setting",
        values,
        form="" if better is None else "better",
        place=field,
        evidence=str(short(value)),
        fixes=fixes,
    )


@code
def unknown_monitor(field: str, monitor: str, known: list[str], whole: Any) -> Problem:
    return problem(
        "unknown_monitor",
        {"field": field, "monitor": short(monitor), "known": names(known, last="or")},
        place=field,
        evidence=monitor[:200],
        fixes=(_watch_val_loss(field, whole),),
    )


@code
def undirected_monitor(field: str, monitor: str, known: list[str], whole: Any) -> Problem:
    return problem(
        "undirected_monitor",
        {"field": field, "name": monitor[:60], "monitor": short(monitor), "known": names(known, last="or")},
        place=field,
        evidence=monitor[:200],
        fixes=(_watch_val_loss(field, whole),),
    )


@code
def plateau_with_schedule(schedule: str, optimizer: dict[str, Any]) -> Problem:
    return problem(
        "plateau_with_schedule",
        {"schedule": schedule},
        place="reduce_on_plateau",
        evidence=schedule,
        fixes=(
            fix("keep_schedule", SetTraining(field="reduce_on_plateau", value=None), safe=False),
            fix("constant_rate", SetTraining(field="optimizer", value=optimizer), safe=False, rate="0.001"),
        ),
    )


@code
def bad_weight(node: str, name: str, weight: float) -> Problem:
    return problem(
        "bad_weight",
        {"name": name, "weight": str(weight)},
        nodes=(node,),
        place="weight",
        evidence=str(weight),
        fixes=(fix("weight_one", SetField(node=node, field="weight", value=1.0), safe=False),),
    )


def _watch_val_loss(field: str, whole: Any) -> Fix:
    return fix("watch", SetTraining(field=field.split(".", 1)[0], value=whole), safe=True, what="val_loss")


@code
def layer_cannot_go_there(node: str, name: str, target: str, refused: Refused, instead: tuple[Fix, ...]) -> Problem:
    """`instead`: others in its place that give the same numbers."""
    values: dict[str, Said] = {
        "name": name,
        "layer": refused.layer,
        "target": phrase(f"target-{target}"),
        "format": refused.format,
        "why": refused.why,
        "others": listed(refused.others, "or"),
    }
    return problem(
        "layer_cannot_go_there",
        values,
        form="others" if refused.others else "",
        severity="warning",
        nodes=(node,),
        place="goes_to",
        evidence=refused.why[:300],
        fixes=(*instead, _go_anywhere()),
    )


@code
def steps_not_written_out(
    node: str, name: str, layer: str, target: str, sizes: Sequence[int | None], most: int, format: str, instead: str
) -> Problem:
    values: dict[str, Said] = {
        "name": name,
        "layer": layer,
        "target": phrase(f"target-{target}"),
        "format": format,
        "instead": instead,
        "most": most,
        "shape": shape(sizes),
    }
    return problem(
        "steps_not_written_out",
        values,
        severity="warning",
        nodes=(node,),
        place="goes_to",
        evidence=shape(sizes),
        fixes=(_go_anywhere(),),
    )


def _go_anywhere() -> Fix:
    return fix("go-anywhere", SetTraining(field="goes_to", value="any"), safe=False)


@code
def nothing_to_unfreeze(backbones: Sequence[tuple[str, str]]) -> Problem:
    """`backbones`: node and name of those that learn from the beginning."""
    fixes = [
        fix("hold_backbone", SetField(node=node, field="freeze", value="all"), safe=False, what=short(name))
        for node, name in backbones[:3]
    ]
    off = fix("one_phase", SetTraining(field="fine_tuning", value=None), safe=False)
    return problem(
        "nothing_to_unfreeze",
        nodes=tuple(node for node, _ in backbones[:3]),
        place="fine_tuning",
        fixes=(*fixes, off),
    )
