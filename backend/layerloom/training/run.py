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

from layerloom.datasets import preprocess
from layerloom.datasets.prepare import Prepared, prepare
from layerloom.engine import backbones, own, unfreezing
from layerloom.engine import compile as compiling
from layerloom.engine.build import alone, build
from layerloom.engine.plot import dot
from layerloom.engine.summary import summary
from layerloom.engine.teaching import Learned
from layerloom.graph import learning
from layerloom.graph.plan import Plan
from layerloom.graph.problems import Refused, problem, title_of
from layerloom.graph.upgrades import open_graph
from layerloom.runs.events import DataPrepared, LayerLearned, ModelBuilt, PhaseBegan, ProblemRaised, RunResumed
from layerloom.training import atomic, begin, device, resume
from layerloom.training.callbacks import callbacks
from layerloom.training.checkpoints import Checkpoints
from layerloom.training.curves import Curves
from layerloom.training.failure import explain
from layerloom.training.loop import Asked, Loop, LossNotFinite
from layerloom.training.receipt import Receipts
from layerloom.training.steps import Steps, steps_for
from layerloom.training.telemetry import Emit, Resources, Telemetry
from layerloom.words import Phrase, phrase, told


@dataclass(frozen=True, slots=True)
class Parent:
    """The checkpoint of another run to begin from."""

    run: str
    folder: Path
    kind: str = "last"


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
    parent: Parent | None = None
    begin: Path | None = None
    """Where the numbers are that the plan's `training.begin` names."""


@dataclass(frozen=True, slots=True)
class Result:
    state: Literal["succeeded", "stopped", "paused", "failed"]
    reason: Phrase
    files: tuple[str, ...]


def train(job: Job, emit: Emit, asked: Callable[[], Asked]) -> Result:
    """Runs the job to its end. Raises Refused where there is nothing to train on, and what Keras raises."""
    training = job.plan.training
    name = device.take(job.device)
    with Resources(emit), backbones.weights_in(job.home / "weights"):
        own.know(job.plan)  # a model that is gone on with names its classes
        prepared = prepare(job.plan, job.home)
        emit(_data_prepared(job.plan, prepared))
        began = time.monotonic()
        kept = _kept(job)
        learns = any(learning.taught(job.plan).values())
        shown = preprocess.as_fed(prepared.fitted, prepared.train[0]) if learns else prepared.train[0]
        model = build(job.plan, training.seed, shown, _telling(job.plan, emit), kept)
        model.compile(**compiling.arguments(job.plan))
        begin.take(job.plan, job.begin, model, emit, job.folder)
        unfreezing.check(model, job.plan)
        return _fit(job, model, prepared, name, began, emit, asked)


def _steps(plan: Plan, model: Any, prepared: Prepared) -> Steps:
    return steps_for(
        model,
        (alone(prepared.train[0]), alone(prepared.train[1])),
        (alone(prepared.validation[0]), alone(prepared.validation[1])) if prepared.validation else None,
        plan.training.batch_size,
        preprocess.late(prepared.fitted),
    )


def _fit(
    job: Job,
    model: Any,
    prepared: Prepared,
    device: str,
    building: float,
    emit: Emit,
    asked: Callable[[], Asked],
) -> Result:
    training = job.plan.training
    steps = _steps(job.plan, model, prepared)
    emit(_model_built(model, steps, time.monotonic() - building))
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
        parent_run=job.parent.run if job.parent else None,
    )
    monitor = "val_loss" if steps.validation_batches else "loss"
    if training.early_stopping and (steps.validation_batches or not training.early_stopping.monitor.startswith("val_")):
        monitor = training.early_stopping.monitor
    curves = Curves()
    checkpoints = Checkpoints(job.folder, model, chosen, receipts, monitor, emit, curves)
    telemetry = Telemetry(model, training.batch_size, steps.rows, emit, checkpoints, curves)
    loop = Loop(model, steps, chosen, telemetry, asked)
    own = resume.find(job.folder, run=job.run, graph_hash=job.graph_hash, data_hash=prepared.fitted.data_hash)
    first = _beginning(job)
    epochs = training.epochs + (first.place.epoch if first else 0)
    began = own.receipt.get("phase_began") if own else None
    try:
        if began is not None:
            loop, epochs, steps = _second(job, model, prepared, loop, began)
            chosen = loop.callbacks
        if saved := own or first:
            place = saved.place
            resume.weights(saved, model, keep_rate=bool(own) or _same_optimizer(job))
            if own:
                curves.take(resume.curves(own))
                checkpoints.go_on()
            else:
                curves.begin(place.step)
            telemetry.go_on(place)
            emit(RunResumed(at=time.time(), epoch=place.epoch, batch=place.batch, step=place.step))
            interrupted = loop.run(
                epochs, training.seed, place, lambda: resume.memory(saved, model, chosen if own else [])
            )
        else:
            interrupted = loop.run(epochs, training.seed)
        if interrupted is None and training.fine_tuning and began is None:
            began = telemetry.epoch
            loop, epochs, steps = _second(job, model, prepared, loop, began)
            chosen = loop.callbacks
            interrupted = loop.run(epochs, training.seed, telemetry.place)
    except Exception as error:
        return _salvage(job, error, telemetry, emit)
    if interrupted == "pause":
        return Result("paused", phrase("reason-paused-in", epoch=telemetry.epoch + 1, epochs=epochs), ())
    kept = _restored_epoch(chosen) or telemetry.epoch
    files = _save(job, model, prepared, receipts, telemetry, kept)
    if interrupted:
        return Result("stopped", phrase("reason-stopped-in", epoch=telemetry.epoch + 1, epochs=epochs), files)
    return Result("succeeded", _success(epochs, telemetry, chosen), files)


def _second(job: Job, model: Any, prepared: Prepared, before: Loop, began: int) -> tuple[Loop, int, Steps]:
    """The loop of the second phase, which begins when `began` epochs are done, the epoch it ends at, and its steps."""
    tuning, telemetry = job.plan.training.fine_tuning, before.watch
    assert tuning is not None
    assert isinstance(telemetry, Telemetry)
    unfreezing.begin(model, job.plan)
    before.let_go()
    steps, chosen = _steps(job.plan, model, prepared), callbacks(job.plan.training)
    telemetry.checkpoints.callbacks = chosen
    telemetry.checkpoints.phase = {"phase": 2, "phase_began": began}
    telemetry.emit(
        PhaseBegan(
            at=time.time(),
            phase=2,
            epoch=began,
            layers=tuning.layers,
            learning_rate=tuning.learning_rate,
            trainable_params=_count(model.trainable_variables),
        )
    )
    return Loop(model, steps, chosen, telemetry, before.asked), began + tuning.epochs, steps


def _beginning(job: Job) -> resume.Saved | None:
    """The checkpoint of another run that this one goes on from. Raises Refused where it is gone."""
    if job.parent is None:
        return None
    found = resume.find(job.parent.folder, (job.parent.kind,), run=job.parent.run)
    if found is None:
        raise Refused(problem("no_checkpoint", evidence=f"{job.parent.kind} of run {job.parent.run}"))
    return found


def _same_optimizer(job: Job) -> bool:
    """Whether the run that this one goes on from had the same optimizer settings: then its learning rate is kept as it had become."""
    assert job.parent is not None
    earlier = json.loads((job.parent.folder / "graph.json").read_text())
    return open_graph(earlier).training.optimizer == job.plan.training.optimizer


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
        return Result("failed", title_of(trouble), ())
    return Result("failed", title_of(trouble), ("curves.csv",))


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


def _success(epochs: int, telemetry: Telemetry, chosen: list[Any]) -> Phrase:
    reason = phrase("reason-all-epochs", n=epochs)
    stopping = _early_stopping(chosen)
    if stopping and stopping.stopped_epoch:
        facts = {"monitor": stopping.monitor, "patience": stopping.patience}
        reason = phrase("reason-stopped-early", epoch=telemetry.epoch, epochs=epochs, **facts)
    if kept := _restored_epoch(chosen):
        return told(reason, phrase("reason-best-kept", epoch=kept))
    return reason


def _kept(job: Job) -> dict[str, Any]:
    """Layers of the model that another run left, by name, where this one goes on from it and layers of it have learned from data."""
    first = _beginning(job) if any(learning.taught(job.plan).values()) else None
    return {layer.name: layer for layer in resume.model_of(first).layers} if first else {}


def _telling(plan: Plan, emit: Emit) -> Callable[[Learned], None]:
    """Tells of each layer that has learned from the training part, which of them it was."""
    of = sum(1 for inputs in learning.taught(plan).values() if inputs)
    done = 0

    def tell(learned: Learned) -> None:
        nonlocal done
        done += 1
        emit(
            LayerLearned(
                at=time.time(),
                node=learned.node,
                name=learned.name,
                layer=learned.layer,
                size=learned.size,
                shown=learned.shown,
                spread=learned.spread,
                done=done,
                of=of,
                seconds=learned.seconds,
            )
        )

    return tell


def _data_prepared(plan: Plan, prepared: Prepared) -> DataPrepared:
    return DataPrepared(
        at=time.time(),
        train_rows=prepared.fitted.train_rows,
        validation_rows=prepared.fitted.validation_rows,
        split_seed=plan.training.split.seed,
        stratified=prepared.stratified,
        report=tuple(map(str, prepared.report)),
        words=prepared.report,
        data_hash=prepared.fitted.data_hash,
    )


def _model_built(model: Any, steps: Steps, seconds: float) -> ModelBuilt:
    text, rows = summary(model)
    return ModelBuilt(
        at=time.time(),
        params=model.count_params(),
        trainable_params=_count(model.trainable_variables),
        summary_text=text,
        summary=rows,
        dot=dot(model),
        steps_per_epoch=steps.batches,
        steps_per_execution=1,
        compile_seconds=seconds,
    )


def _count(variables: list[Any]) -> int:
    return sum(math.prod(variable.shape) for variable in variables)
