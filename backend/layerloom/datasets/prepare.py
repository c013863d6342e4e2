"""Plan → the arrays of a run: rows taken in, split, preprocessing fitted on the training part, and a report in sentences.

Refuses what cannot be learned from (one class only, no rows left) before anything trains.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from layerloom.datasets import arrays, preprocess
from layerloom.datasets.preprocess import Arrays
from layerloom.datasets.split import split
from layerloom.graph import texts
from layerloom.graph.data import Fitted
from layerloom.graph.plan import Plan
from layerloom.graph.problems import Refused, problem


@dataclass(frozen=True, slots=True)
class Prepared:
    fitted: Fitted
    train: tuple[Arrays, Arrays]
    """(inputs, targets) by node name."""
    validation: tuple[Arrays, Arrays] | None
    """None where no rows are held out."""
    stratified: bool
    report: tuple[str, ...]


def prepare(plan: Plan, home: Path) -> Prepared:
    """Raises Refused: no data, an unknown set, fewer than two rows, a target with a single class."""
    if plan.training.data is None:
        raise Refused(texts.no_data("error"))
    rows = arrays.rows(plan.training.data, home)
    kept = preprocess.usable(plan, rows)
    labels = preprocess.labels(plan, rows)
    if len(kept) < 2:
        raise Refused(
            problem(
                "no_rows_left",
                "No rows are left to train on.",
                f"Training needs rows whose target is known. Received: {len(rows):,} rows, {len(kept)} of them complete. "
                "Choose another target, or fill missing values instead of dropping their rows.",
                evidence=f"{len(kept)} of {len(rows)} rows",
            )
        )
    _refuse_one_class(plan, rows, kept)
    how = plan.training.split
    train, held_out = split(len(kept), None if labels is None else labels[kept], how)
    if not len(train):
        raise Refused(
            problem(
                "no_rows_left",
                "No rows are left to train on.",
                f"The split holds out every row. Received: validation={how.validation}. Hold out less: 0.2 is usual.",
                place="split",
                evidence=f"validation={how.validation}",
            )
        )
    if how.validation > 0 and not len(held_out):
        raise Refused(
            problem(
                "no_rows_held_out",
                "No rows are left to validate on.",
                f"The split holds out at least one row. Received: a share of {how.validation} of {len(kept)} rows, which is none. "
                "Hold out more: 0.2 is usual.",
                place="split",
                evidence=f"validation={how.validation}",
            )
        )
    train, held_out = kept[train], kept[held_out]
    fitted = preprocess.fit(plan, rows, train, len(held_out))
    stratified = how.stratify and labels is not None
    return Prepared(
        fitted=fitted,
        train=preprocess.apply(fitted, rows, train),
        validation=preprocess.apply(fitted, rows, held_out) if len(held_out) else None,
        stratified=stratified,
        report=tuple(_report(plan, rows, kept, fitted, stratified)),
    )


def _refuse_one_class(plan: Plan, rows: arrays.Rows, kept: np.ndarray) -> None:
    for target in preprocess.targets(plan, rows):
        seen = np.unique(rows.columns[target.column][kept])
        if target.kind == "class" and len(seen) < 2:
            only = target.classes[int(seen[0])]
            raise Refused(
                problem(
                    "single_class_target",
                    "There is only one class to learn.",
                    f"A target needs at least two classes. Received: “{target.column}” is “{only}” in every row. "
                    "Choose another target column, or a file that holds more than one class.",
                    nodes=(target.node,),
                    place=target.column,
                    evidence=f"{target.column}={only}",
                )
            )


def _report(plan: Plan, rows: arrays.Rows, kept: np.ndarray, fitted: Fitted, stratified: bool) -> list[str]:
    sentences = list(rows.spec.problems)
    if dropped := len(rows) - len(kept):
        why = "the target or another value is missing" if rows.missing == "drop" else "the target is missing"
        sentences.append(f"{dropped:,} of {len(rows):,} rows left out: {why}.")
    for input in fitted.inputs:
        for column in input.columns:
            if gaps := int(preprocess.missing(rows.columns[column.name][kept]).sum()):
                what = f"the median {column.fill:g}" if column.kind == "number" else "no category"
                sentences.append(f"{column.name}: {gaps:,} missing, filled with {what}.")
    how = plan.training.split
    share = "the same share of every class" if stratified else "drawn at random"
    sentences.append(
        f"{fitted.train_rows:,} rows to train on, {fitted.validation_rows:,} held out to validate on "
        f"({share}, split seed {how.seed})."
    )
    return sentences
