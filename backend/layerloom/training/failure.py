"""What ended a run against its will → a problem in a student's words: expectation, evidence, next step."""

import errno
import traceback

from layerloom.graph.problems import Problem, problem
from layerloom.graph.schema import Training
from layerloom.training.loop import LossNotFinite
from layerloom.training.resume import Differs
from layerloom.words import phrase

OUT_OF_MEMORY = (
    "ResourceExhausted",
    "RESOURCE_EXHAUSTED",
    "Out of memory",
    "bad_alloc",
    "failed to allocate",
    "OOM when",
)


def explain(error: BaseException, training: Training) -> Problem:
    """The problem that the run ends with; its title is the run's reason."""
    batch = training.batch_size
    if isinstance(error, LossNotFinite):
        rate = training.optimizer.params.get("learning_rate")
        rate_now = phrase("rate-now", rate=f"{rate:g}") if isinstance(rate, (int, float)) else phrase("rate-tenth")
        return problem(
            "loss_not_finite",
            {"epoch": error.epoch, "batch": error.batch + 1, "value": str(error.value), "now": rate_now},
            place="optimizer",
            evidence=str(error),
        )
    if isinstance(error, MemoryError) or any(sign in f"{type(error).__name__} {error}" for sign in OUT_OF_MEMORY):
        return problem(
            "out_of_memory", {"batch": batch, "less": max(1, batch // 2)}, place="batch_size", evidence=_evidence(error)
        )
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return problem("model_too_large", evidence=_evidence(error))
    if isinstance(error, Differs):
        return problem("other_layers", {"error": str(error)}, evidence=str(error))
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return problem("disk_full", evidence=_evidence(error))
    return problem("training_failed", evidence=_evidence(error))


def _evidence(error: BaseException) -> str:
    return "".join(traceback.format_exception_only(error)).strip()[:2000]
