"""Training settings: numbers within reason, an optimizer that Keras has. Knows nothing of the graph's layers."""

from collections.abc import Iterable, Iterator
from typing import Any

from layerloom import catalog
from layerloom.graph import phases, texts
from layerloom.graph.limits import Limits
from layerloom.graph.plan import Step
from layerloom.graph.problems import Edit, Problem, SetTraining
from layerloom.graph.schema import Spec, Training
from layerloom.graph.validate.params import Reader
from layerloom.words import Phrase, phrase

_SEEDS = 2**32 - 1


def check(training: Training, monitored: dict[str, bool], limits: Limits) -> tuple[Training | None, list[Problem]]:
    """Settings with the optimizer's parameters coerced; None with problems. `monitored` is what `outputs.monitored` says."""
    problems = [
        *_numbers(training, limits),
        *_split(training),
        *_callbacks(training, monitored),
        *_tuning(training, limits),
    ]
    optimizer, found = _optimizer(training.optimizer)
    problems += found
    if optimizer is None:
        return None, problems
    settled = training.model_copy(update={"optimizer": optimizer})
    problems += _plateau(settled)
    return None if any(one.severity == "error" for one in problems) else settled, problems


def _numbers(training: Training, limits: Limits) -> Iterator[Problem]:
    if not 1 <= training.epochs <= limits.epochs:
        better = 10 if training.epochs < 1 else limits.epochs
        yield texts.bad_setting("epochs", _whole(1, limits.epochs), training.epochs, better)
    if not 1 <= training.batch_size <= limits.batch_size:
        better = 32 if training.batch_size < 1 else limits.batch_size
        yield texts.bad_setting("batch_size", _whole(1, limits.batch_size), training.batch_size, better)
    if not 0 <= training.seed <= _SEEDS:
        yield texts.bad_setting("seed", _whole(0, _SEEDS), training.seed, 0)


def _split(training: Training) -> Iterator[Problem]:
    split = training.split
    if not 0 < split.validation < 1:
        whole = {**split.model_dump(), "validation": 0.2}
        yield texts.bad_setting("split.validation", phrase("wants-share", example="0.2"), split.validation, 0.2, whole)
    if not 0 <= split.seed <= _SEEDS:
        whole = {**split.model_dump(), "seed": 0}
        yield texts.bad_setting("split.seed", _whole(0, _SEEDS), split.seed, 0, whole)


def _callbacks(training: Training, monitored: dict[str, bool]) -> Iterator[Problem]:
    for name in ("early_stopping", "reduce_on_plateau"):
        found = getattr(training, name)
        if found is None:
            continue
        dump = found.model_dump()
        rules: list[tuple[str, Phrase, bool, Any]] = [
            ("patience", _whole(1, 100_000), 1 <= found.patience <= 100_000, 5)
        ]
        if name == "early_stopping":
            rules.append(("min_delta", phrase("wants-number-from", low="0"), found.min_delta >= 0, 0.0))
        else:
            rules.append(("factor", phrase("wants-share", example="0.5"), 0 < found.factor < 1, 0.5))
            rules.append(("min_learning_rate", phrase("wants-number-from", low="0"), found.min_learning_rate >= 0, 0.0))
        for field, wants, fits, better in rules:
            if not fits:
                yield texts.bad_setting(f"{name}.{field}", wants, dump[field], better, {**dump, field: better})
        if monitored and not monitored.get(found.monitor):
            words = texts.undirected_monitor if found.monitor in monitored else texts.unknown_monitor
            known = [name for name, watchable in monitored.items() if watchable]
            yield words(f"{name}.monitor", found.monitor, known, {**dump, "monitor": "val_loss"})


def _tuning(training: Training, limits: Limits) -> Iterator[Problem]:
    tuning = training.fine_tuning
    if tuning is None:
        return
    dump = tuning.model_dump()
    rules: list[tuple[str, Phrase, bool, Any]] = [
        ("layers", _whole(1, 10_000), 1 <= tuning.layers <= 10_000, 20),
        ("epochs", _whole(1, limits.epochs), 1 <= tuning.epochs <= limits.epochs, 5),
        ("learning_rate", phrase("wants-above", low="0"), tuning.learning_rate > 0, 1e-5),
    ]
    for field, wants, fits, better in rules:
        if not fits:
            yield texts.bad_setting(f"fine_tuning.{field}", wants, dump[field], better, {**dump, field: better})


def tuned(training: Training, steps: Iterable[Step]) -> Iterator[Problem]:
    """Whether there is anything that a second phase could wake up."""
    steps = tuple(steps)
    if training.fine_tuning is not None and not phases.frozen(steps):
        yield texts.nothing_to_unfreeze([(step.node, step.name) for step, _ in phases.backbones(steps)])


def _plateau(training: Training) -> Iterator[Problem]:
    rate = training.optimizer.params.get("learning_rate")
    if training.reduce_on_plateau is not None and isinstance(rate, Spec):
        optimizer = training.optimizer
        yield texts.plateau_with_schedule(
            rate.name, {"name": optimizer.name, "params": {**optimizer.params, "learning_rate": 0.001}}
        )


def _optimizer(spec: Spec) -> tuple[Spec | None, list[Problem]]:
    member = catalog.get("optimizer", spec.name)
    if member is None or member.hidden:
        known = [one.name for one in catalog.members("optimizer") if not one.hidden]
        return None, [texts.unknown_member("", "optimizer", "optimizer", spec.name, known, _use)]
    reader = Reader("")
    params = reader.arguments(member, spec.params, "optimizer.")
    rate = params.get("learning_rate")
    if isinstance(rate, float) and rate <= 0:
        whole = {"name": spec.name, "params": {**spec.params, "learning_rate": 0.001}}
        reader.problems.append(
            texts.bad_setting("optimizer.learning_rate", phrase("wants-above", low="0"), rate, 0.001, whole)
        )
    if reader.problems:
        return None, reader.problems
    return Spec(name=member.name, params=params), []


def _whole(low: int, high: int) -> Phrase:
    """Seeds are written without groups, as they are typed."""
    return phrase("wants-int-between", low=low, high=high if high < _SEEDS else str(high))


def _use(name: str) -> tuple[Edit, ...]:
    return (SetTraining(field="optimizer", value={"name": name, "params": {}}),)
