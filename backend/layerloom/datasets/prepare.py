"""Plan → the arrays of a run: rows taken in, split, preprocessing fitted on the training part, and a report in sentences.

Refuses what cannot be learned from (one class only, no rows left) before anything trains.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from layerloom.datasets import arrays, preprocess
from layerloom.datasets.preprocess import Arrays
from layerloom.datasets.split import last_rows, split
from layerloom.graph import learning, suggestion, texts
from layerloom.graph.data import DataSpec, Fitted
from layerloom.graph.plan import Plan
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import Split
from layerloom.words import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Prepared:
    fitted: Fitted
    train: tuple[Arrays, Arrays]
    """(inputs, targets) by node name."""
    validation: tuple[Arrays, Arrays] | None
    """None where no rows are held out."""
    stratified: bool
    report: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Divided:
    """Which rows train and which are held out, before anything is fitted."""

    rows: arrays.Rows
    kept: np.ndarray
    """Numbers of the rows that take part; the next two hold some of them each."""
    train: np.ndarray
    held_out: np.ndarray
    stratified: bool


def prepare(plan: Plan, home: Path) -> Prepared:
    """Raises Refused: no data, an unknown set, fewer than two rows, a target with a single class."""
    divided = divide(plan, home)
    rows, train, held_out = divided.rows, divided.train, divided.held_out
    plan = completed(plan, rows.spec)
    fitted = preprocess.fit(plan, rows, train, len(held_out))
    return Prepared(
        fitted=fitted,
        train=preprocess.apply(fitted, rows, train),
        validation=preprocess.apply(fitted, rows, held_out) if len(held_out) else None,
        stratified=divided.stratified,
        report=tuple(_report(plan, rows, divided.kept, fitted, divided.stratified)),
    )


def divide(plan: Plan, home: Path) -> Divided:
    """Raises Refused as `prepare` does."""
    if plan.training.data is None:
        raise Refused(texts.no_data("error"))
    rows = arrays.rows(plan.training.data, home)
    plan = completed(plan, rows.spec)
    complete, labels = learning.complete(plan, rows.spec), learning.labels(plan, rows.spec)
    last = rows.spec.held_out == "last"
    how = plan.training.split
    kept, train, held_out = parts(rows, complete, labels, how, last, lambda kept: _refuse_one_class(plan, rows, kept))
    return Divided(rows, kept, train, held_out, how.stratify and labels is not None and not last)


def completed(plan: Plan, data: DataSpec) -> Plan:
    """With columns for inputs that name none, every flat one that is no target, and the kind of each target."""
    learned = {one.target or data.target for one in plan.outputs}
    free = tuple(one.name for one in data.columns if one.flat and one.name not in learned)
    inputs = (replace(one, columns=one.columns or free) for one in plan.inputs)
    columns = [(one, data.column(one.target or data.target)) for one in plan.outputs]
    outputs = (
        replace(one, kind=one.kind or suggestion.target_kind(column)) if column else one for one, column in columns
    )
    return replace(plan, inputs=tuple(inputs), outputs=tuple(outputs))


def parts(
    rows: arrays.Rows,
    complete: Sequence[str],
    labels: str | None,
    how: Split,
    last: bool,
    look: Callable[[np.ndarray], None] = lambda kept: None,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Numbers of the rows that take part, of those that train and of those held out; the arguments are those of a `Lesson`.

    `look` may refuse the rows that take part. Raises Refused.
    """
    kept = preprocess.usable(rows, complete)
    if len(kept) < 2:
        raise Refused(
            problem(
                "no_rows_left", {"rows": len(rows), "complete": len(kept)}, evidence=f"{len(kept)} of {len(rows)} rows"
            )
        )
    look(kept)
    if last:
        train, held_out = last_rows(len(kept), how.validation)
    else:
        train, held_out = split(len(kept), None if labels is None else rows.columns[labels][kept], how)
    if not len(train):
        raise Refused(
            problem(
                "no_rows_left",
                {"share": str(how.validation)},
                form="split",
                place="split",
                evidence=f"validation={how.validation}",
            )
        )
    if how.validation > 0 and not len(held_out):
        raise Refused(
            problem(
                "no_rows_held_out",
                {"share": str(how.validation), "complete": len(kept)},
                place="split",
                evidence=f"validation={how.validation}",
            )
        )
    return kept, kept[train], kept[held_out]


def _refuse_one_class(plan: Plan, rows: arrays.Rows, kept: np.ndarray) -> None:
    for target in preprocess.targets(plan, rows):
        if target.kind != "class":
            continue
        seen = np.unique(rows.columns[target.column][kept])
        if len(seen) < 2:
            only = target.classes[int(seen[0])]
            raise Refused(
                problem(
                    "single_class_target",
                    {"column": target.column, "value": only},
                    nodes=(target.node,),
                    place=target.column,
                    evidence=f"{target.column}={only}",
                )
            )


def _report(plan: Plan, rows: arrays.Rows, kept: np.ndarray, fitted: Fitted, stratified: bool) -> list[Phrase]:
    spec = rows.spec
    sentences = list(spec.words or (phrase("as-it-is", text=text) for text in spec.problems))
    if dropped := len(rows) - len(kept):
        id = "rows-left-out-any" if rows.missing == "drop" else "rows-left-out"
        sentences.append(phrase(id, n=dropped, rows=len(rows)))
    for input in fitted.inputs:
        for column in input.columns:
            if gaps := int(preprocess.missing(rows.columns[column.name][kept]).sum()):
                id = "gaps-median" if column.kind == "number" else "gaps-no-category"
                fill = {"fill": f"{column.fill:g}"} if column.kind == "number" else {}
                sentences.append(phrase(id, name=column.name, n=gaps, **fill))
    how = plan.training.split
    share = phrase("split-stratified" if stratified else "split-random", seed=str(how.seed))
    if rows.spec.held_out == "last":
        share = phrase("split-last")
    sentences.append(phrase("split", train=fitted.train_rows, validation=fitted.validation_rows, share=share))
    return sentences
