"""Names of operations start anew in each model: Keras counts them for the whole process, and a script begins with a new one.

So `add`, `add_1`, … of a built model do not depend on what was tried before it.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from keras.src.backend.common import global_state

_COUNTS = "object_name_uids"


@contextmanager
def from_the_start() -> Iterator[None]:
    before = global_state.get_global_attribute(_COUNTS)
    global_state.set_global_attribute(_COUNTS, defaultdict(int))
    try:
        yield
    finally:
        global_state.set_global_attribute(_COUNTS, before)
