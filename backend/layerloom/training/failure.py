"""What ended a run against its will → a problem in a student's words: expectation, evidence, next step."""

import errno
import traceback

from layerloom.graph.problems import Problem, problem
from layerloom.graph.schema import Training
from layerloom.training.loop import LossNotFinite

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
        now = f"It is {rate:g} now." if isinstance(rate, (int, float)) else "Try a tenth of it."
        return problem(
            "loss_not_finite",
            f"The loss was no longer a number in epoch {error.epoch}, batch {error.batch + 1}.",
            f"A loss must stay a finite number. Received: loss={error.value} in batch {error.batch + 1} of epoch {error.epoch}. "
            f"The usual cause is a learning rate that is too high: {now} Numbers that were not standardised, or a last "
            "activation that does not fit the loss, do it too. The checkpoints from before are kept.",
            place="optimizer",
            evidence=str(error),
        )
    if isinstance(error, MemoryError) or any(sign in f"{type(error).__name__} {error}" for sign in OUT_OF_MEMORY):
        return problem(
            "out_of_memory",
            f"The run needed more memory than it may have: try a smaller batch than {batch}.",
            f"The model, its gradients and a batch must fit into memory together. Received: a batch of {batch} that did not fit. "
            f"Try a batch of {max(1, batch // 2)}, fewer units or filters, or smaller pictures.",
            place="batch_size",
            evidence=_evidence(error),
        )
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return problem(
            "model_too_large",
            "The model is too large to be saved.",
            "A checkpoint holds the weights and what the optimizer remembers of them, in one file. It grew past the largest file that "
            "a run may write. Use fewer units or filters, or an optimizer that remembers less, such as SGD.",
            evidence=_evidence(error),
        )
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return problem(
            "disk_full",
            "The disk is full: the last checkpoint could not be written.",
            "A checkpoint needs room on the disk. The one before is kept whole. Free some space and train again.",
            evidence=_evidence(error),
        )
    return problem(
        "training_failed",
        "Keras could not train this model.",
        "The model was built, but training it failed. What Keras said is below, and the whole story is in the log. "
        "Look at the outputs first: does each loss fit its target and its last layer?",
        evidence=_evidence(error),
    )


def _evidence(error: BaseException) -> str:
    return "".join(traceback.format_exception_only(error)).strip()[:2000]
