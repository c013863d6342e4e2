"""RunEvent: everything a run says, in the past tense, as one union told apart by `type`.

The row in `run_events` adds the run's id and `seq` (1, 2, 3, … without gaps). Live pages and reloaded pages read the same rows.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from layerloom.catalog.types import Strict
from layerloom.graph.problems import Problem
from layerloom.runs.lifecycle import State
from layerloom.words import Phrase


class RunQueued(Strict):
    type: Literal["run_queued"] = "run_queued"
    at: float
    """Seconds since 1970, as in every event."""


class RunStarted(Strict):
    type: Literal["run_started"] = "run_started"
    at: float
    attempt: int
    device: str
    """`CPU`, or the card's name."""
    jail: str
    """The level of isolation reached, in words."""
    words: Phrase | None = None
    """What that level is made of."""
    epochs: int
    batch_size: int
    seed: int


class DataPrepared(Strict):
    type: Literal["data_prepared"] = "data_prepared"
    at: float
    train_rows: int
    validation_rows: int
    split_seed: int
    stratified: bool
    report: tuple[str, ...]
    """What was done to the data, in sentences."""
    words: tuple[Phrase, ...] = ()
    """What the report is made of, sentence by sentence."""
    data_hash: str


class LayerLearned(Strict):
    """Before the first batch: a layer that learns from data has seen the training part."""

    type: Literal["layer_learned"] = "layer_learned"
    at: float
    node: str
    name: str
    layer: str
    size: int | None
    """Entries of its vocabulary, or bins; None where it learned the scale of numbers."""
    shown: tuple[str, ...]
    """The first words, edges of bins, or means."""
    spread: tuple[str, ...] = ()
    """Variances beside the means; none of words and bins, nor in events of an older Layerloom."""
    done: int
    """Layers that have learned so far; this one is counted."""
    of: int
    seconds: float


class SummaryRow(Strict):
    name: str
    layer: str
    output_shape: str
    params: int
    connected_to: tuple[str, ...]
    trainable: bool


class ModelBuilt(Strict):
    type: Literal["model_built"] = "model_built"
    at: float
    params: int
    trainable_params: int
    summary_text: str
    """Keras' `summary()` as it prints."""
    summary: tuple[SummaryRow, ...]
    dot: str
    """Graphviz source of `model_to_dot`."""
    steps_per_epoch: int
    steps_per_execution: int
    compile_seconds: float = 0.0


class RunResumed(Strict):
    """A run that was interrupted goes on from its checkpoint: what it said past this place comes again, and is the same."""

    type: Literal["run_resumed"] = "run_resumed"
    at: float
    epoch: int
    """Epochs that are done."""
    batch: int
    """Batches done of the next one."""
    step: int
    """Batches done since the run began."""


class PhaseBegan(Strict):
    """The head has learned, and now the last layers of its backbones learn too."""

    type: Literal["phase_began"] = "phase_began"
    at: float
    phase: int
    """Counts from 1; the first one begins with the run, and is not told."""
    epoch: int
    """Epochs that are done."""
    layers: int
    """How many, from the end of each backbone, learn now."""
    learning_rate: float
    trainable_params: int


class BatchesEnded(Strict):
    """Every batch of the last ~100 ms, columnar."""

    type: Literal["batches_ended"] = "batches_ended"
    at: float
    epoch: int
    """Counts from 1."""
    step: int
    """Index in the epoch, from 0, of the first batch here."""
    columns: dict[str, tuple[float | None, ...]]
    """`loss` and each metric: the batch's own value; None where it was not finite."""
    learning_rate: float
    samples_per_second: float


class EpochEnded(Strict):
    type: Literal["epoch_ended"] = "epoch_ended"
    at: float
    epoch: int
    metrics: dict[str, float | None]
    """Keras' whole row: `loss`, `accuracy`, `val_loss`, …"""
    learning_rate: float
    seconds: float


class CheckpointSaved(Strict):
    type: Literal["checkpoint_saved"] = "checkpoint_saved"
    at: float
    kind: Literal["best", "last"]
    epoch: int
    step: int
    """Batches seen since the run began."""
    metrics: dict[str, float | None]
    monitor: str
    folder: str
    """Name of its folder inside the run's `checkpoints`."""
    bytes: int


class ResourcesSampled(Strict):
    type: Literal["resources_sampled"] = "resources_sampled"
    at: float
    rss_bytes: int
    cpu_percent: float


class LogWritten(Strict):
    type: Literal["log_written"] = "log_written"
    at: float
    text: str


class ProblemRaised(Strict):
    type: Literal["problem_raised"] = "problem_raised"
    at: float
    problem: Problem


class RunRequeued(Strict):
    type: Literal["run_requeued"] = "run_requeued"
    at: float
    reason: str
    words: Phrase | None = None
    """What the reason is made of; None in events of an older Layerloom."""


class RunPaused(Strict):
    """Its checkpoint is kept, its place in memory is free; it goes on when somebody takes it up again."""

    type: Literal["run_paused"] = "run_paused"
    at: float
    reason: str
    words: Phrase | None = None


class RunEnded(Strict):
    type: Literal["run_ended"] = "run_ended"
    at: float
    state: State
    reason: str
    """In a student's words: "stopped by you", "ran out of memory: try a smaller batch"."""
    words: Phrase | None = None
    files: tuple[str, ...]
    """What can be downloaded: model.keras, script.py, receipt.json, curves.csv."""
    seconds: float


RunEvent = Annotated[
    RunQueued
    | RunStarted
    | DataPrepared
    | LayerLearned
    | ModelBuilt
    | RunResumed
    | PhaseBegan
    | BatchesEnded
    | EpochEnded
    | CheckpointSaved
    | ResourcesSampled
    | LogWritten
    | ProblemRaised
    | RunRequeued
    | RunPaused
    | RunEnded,
    Field(discriminator="type"),
]

ADAPTER: TypeAdapter[RunEvent] = TypeAdapter(RunEvent)


class StoredEvent(Strict):
    run: str
    seq: int
    event: RunEvent


def parse(data: Any) -> RunEvent:
    return ADAPTER.validate_python(data)
