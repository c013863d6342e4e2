"""What stands at the top of a script → settings of training; and which of its functions only fetch data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from layerloom.graph.problems import Edit, SetTraining
from layerloom.graph.recode.nodes import respecified
from layerloom.graph.schema import Graph, Training
from layerloom.graph.source import snippets
from layerloom.graph.source.program import FUNCTIONS

_MODEL = frozenset({"build_model", "main", "once"})
_OF_DATA = frozenset({*FUNCTIONS, *(call.removesuffix("(") for call in snippets.CALLED)}) - _MODEL


def of_data(function: str) -> bool:
    """Whether a script of ours calls a function of that name to load, split or order rows."""
    return function in _OF_DATA


@dataclass(frozen=True, slots=True)
class _Constants:
    """Constants of the script by name, each with the field that it is."""

    fields: Mapping[str, str]

    def put(self, training: Training, names: Mapping[str, Any]) -> Training:
        """What is no number of its kind is left as it was."""
        data = training.model_dump(mode="json")
        for name, place in self.fields.items():
            value = names.get(name)
            at = data["split"] if place.startswith("split.") else data
            field = place.removeprefix("split.")
            if type(value) is type(at[field]) or (type(value) is int and type(at[field]) is float):
                at[field] = value
        return Training.model_validate(data)


AT_THE_TOP = _Constants(
    {
        "SEED": "seed",
        "EPOCHS": "epochs",
        "BATCH_SIZE": "batch_size",
        "VALIDATION": "split.validation",
        "SPLIT_SEED": "split.seed",
    }
)


def edits(graph: Graph, was: Training, now: Training) -> Iterator[Edit]:
    """Settings that differ; what is inside one and does not differ stays as the graph has it."""
    if was.optimizer != now.optimizer:
        mine = respecified(graph.training.optimizer, was.optimizer, now.optimizer)
        yield SetTraining(field="optimizer", value=mine)
    mine, old, new = (one.model_dump(mode="json") for one in (graph.training, was, now))
    for field in ("epochs", "batch_size", "seed", "early_stopping", "reduce_on_plateau"):
        if old[field] != new[field]:
            yield SetTraining(field=field, value=new[field])
    if old["split"] != new["split"]:
        differing = {key: value for key, value in new["split"].items() if value != old["split"][key]}
        yield SetTraining(field="split", value={**mine["split"], **differing})
