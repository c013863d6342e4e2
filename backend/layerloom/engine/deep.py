"""Runs work that recurses as deep as the model is long, in a thread with the room for it.

Keras walks a functional model recursively: 1,000 chained layers raise RecursionError at Python's defaults or crash the
process, 2,000 pass in 0.13 s with a 512 MB stack. Keras' global state is thread-local, so the caller's is carried along.
"""

import sys
import threading
from collections.abc import Callable
from typing import TypeVar

from keras.src.backend.common import global_state

STACK_BYTES = 512 * 2**20
RECURSION = 50_000

_one_at_a_time = threading.Lock()
T = TypeVar("T")


def deep(work: Callable[[], T]) -> T:
    """What `work` returns or raises. Changes it makes to Keras' thread-local state end with the call."""
    results: list[T] = []
    errors: list[BaseException] = []
    state = dict(global_state.GLOBAL_STATE_TRACKER.__dict__)

    def run() -> None:
        try:
            global_state.GLOBAL_STATE_TRACKER.__dict__.update(state)
            results.append(work())
        except BaseException as error:
            errors.append(error)

    with _one_at_a_time:  # stack size and recursion limit belong to the whole process
        stack, limit = threading.stack_size(STACK_BYTES), sys.getrecursionlimit()
        sys.setrecursionlimit(max(limit, RECURSION))
        try:
            thread = threading.Thread(target=run, name="deep", daemon=True)
            thread.start()
            thread.join()
        finally:
            threading.stack_size(stack)
            sys.setrecursionlimit(limit)
    if errors:
        raise errors[0]
    return results[0]
