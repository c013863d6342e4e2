"""One job → a trained model in its folder: prepares the data, builds, trains, saves. The order of these is the run's story."""

import contextlib
import json
import math
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import keras

from layerloom.datasets.prepare import Prepared, prepare
from layerloom.engine import compile as compiling
from layerloom.engine.build import alone, build
from layerloom.engine.plot import dot
from layerloom.engine.summary import summary
from layerloom.graph.plan import Plan
from layerloom.runs.events import DataPrepared, ModelBuilt, ProblemRaised
from layerloom.training import atomic, device
from layerloom.training.callbacks import callbacks
from layerloom.training.checkpoints import Checkpoints
from layerloom.training.failure import explain
from layerloom.training.loop import Loop, LossNotFinite
from layerloom.training.receipt import Receipts
from layerloom.training.steps import Steps, steps_for
from layerloom.training.telemetry import Emit, Resources, Telemetry

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Job:
    plan: Plan
    graph_hash: str
    run: str
    attempt: int
    folder: Path
    """Everything the run writes goes here."""
    home: Path
    device: str | None = None
    parent_run: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    state: Literal["succeeded", "stopped", "failed"]
    reason: str
    files: tuple[str, ...]


def train(job: Job, emit: Emit, stop: Stop) -> Result:
    """Runs the job to its end. Raises Refused where there is nothing to train on, and what Keras raises."""
    training = job.plan.training
    name = device.take(job.device)
    with Resources(emit):
        prepared = prepare(job.plan, job.home)
        emit(_data_prepared(job.plan, prepared))
        began = time.monotonic()
        model = build(job.plan, training.seed)
        model.compile(**compiling.arguments(job.plan))
        steps = steps_for(
            model,
            (alone(prepared.train[0]), alone(prepared.train[1])),
            (alone(prepared.validation[0]), alone(prepared.validation[1])) if prepared.validation else None,
            training.batch_size,
        )
        emit(_model_built(model, steps, time.monotonic() - began))
        return _fit(job, model, steps, prepared, name, emit, stop)


def _fit(job: Job, model: Any, steps: Steps, prepared: Prepared, device: str, emit: Emit, stop: Stop) -> Result:
    training = job.plan.training
    chosen = callbacks(training)
    receipts = Receipts(
        run=job.run,
        attempt=job.attempt,
        graph_hash=job.graph_hash,
        data_hash=prepared.fitted.data_hash,
        seed=training.seed,
        split_seed=training.split.seed,
        batch_size=training.batch_size,
        epochs=training.epochs,
        device=device,
        parent_run=job.parent_run,
    )
    monitor = "val_loss" if steps.validation_batches else "loss"
    if training.early_stopping and (steps.validation_batches or not training.early_stopping.monitor.startswith("val_")):
        monitor = training.early_stopping.monitor
    checkpoints = Checkpoints(job.folder, model, chosen, receipts, monitor, emit)
    telemetry = Telemetry(model, training.batch_size, steps.rows, emit, checkpoints)
    loop = Loop(model, steps, chosen, telemetry, stop)
    try:
        completed = loop.run(training.epochs, training.seed)
    except Exception as error:
        return _salvage(job, error, telemetry, emit)
    kept = _restored_epoch(chosen) or telemetry.epoch
    files = _save(job, model, prepared, receipts, telemetry, kept)
    if not completed:
        return Result("stopped", f"Stopped by you in epoch {telemetry.epoch + 1} of {training.epochs}.", files)
    return Result("succeeded", _success(training.epochs, telemetry, chosen), files)


def _salvage(job: Job, error: Exception, telemetry: Telemetry, emit: Emit) -> Result:
    """After training broke: what was told and learned before is kept as far as memory and disk allow."""
    if not isinstance(error, LossNotFinite):
        traceback.print_exception(error, file=sys.stderr)
    with contextlib.suppress(Exception):
        telemetry.flush()
        telemetry.checkpoints.write_best()
    trouble = explain(error, job.plan.training)
    emit(ProblemRaised(at=time.time(), problem=trouble))
    try:
        atomic.write_file(job.folder / "curves.csv", telemetry.curves.write)
    except OSError:
        return Result("failed", trouble.title, ())
    return Result("failed", trouble.title, ("curves.csv",))


def _save(
    job: Job, model: Any, prepared: Prepared, receipts: Receipts, telemetry: Telemetry, epoch: int
) -> tuple[str, ...]:
    """The files a person takes away, in the run's folder; `epoch` is the one whose weights the model holds."""
    from layerloom.graph.source import script

    receipt = {"epoch": epoch, "step": telemetry.step} | receipts.receipt(model, telemetry.history.get(epoch, {}))
    text = script(job.plan, prepared.fitted, keras_version=keras.version())
    files: dict[str, Callable[[Path], Any]] = {
        "model.keras": model.save,
        "script.py": lambda path: path.write_text(text, encoding="utf-8"),
        "receipt.json": lambda path: path.write_text(json.dumps(receipt, indent=1, allow_nan=False)),
        "curves.csv": telemetry.curves.write,
    }
    for name, fill in files.items():
        atomic.write_file(job.folder / name, fill)
    return tuple(files)


def _restored_epoch(chosen: list[Any]) -> int | None:
    """The epoch, from 1, to whose weights early stopping has gone back; None where it has not."""
    stopping = _early_stopping(chosen)
    return stopping.best_epoch + 1 if stopping and stopping.best_weights is not None else None


def _early_stopping(chosen: list[Any]) -> Any:
    return next((callback for callback in chosen if isinstance(callback, keras.callbacks.EarlyStopping)), None)


def _success(epochs: int, telemetry: Telemetry, chosen: list[Any]) -> str:
    reason = f"All {epochs} epochs are done."
    stopping = _early_stopping(chosen)
    if stopping and stopping.stopped_epoch:
        reason = (
            f"Stopped early after epoch {telemetry.epoch} of {epochs}: {stopping.monitor} had not improved for "
            f"{stopping.patience} epochs."
        )
    if kept := _restored_epoch(chosen):
        reason += f" The weights of epoch {kept}, the best one, are kept."
    return reason


def _data_prepared(plan: Plan, prepared: Prepared) -> DataPrepared:
    return DataPrepared(
        at=time.time(),
        train_rows=prepared.fitted.train_rows,
        validation_rows=prepared.fitted.validation_rows,
        split_seed=plan.training.split.seed,
        stratified=prepared.stratified,
        report=prepared.report,
        data_hash=prepared.fitted.data_hash,
    )


def _model_built(model: Any, steps: Steps, seconds: float) -> ModelBuilt:
    text, rows = summary(model)
    return ModelBuilt(
        at=time.time(),
        params=model.count_params(),
        trainable_params=sum(math.prod(variable.shape) for variable in model.trainable_variables),
        summary_text=text,
        summary=rows,
        dot=dot(model),
        steps_per_epoch=steps.batches,
        steps_per_execution=1,
        compile_seconds=seconds,
    )
