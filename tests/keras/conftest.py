"""Each file starts with Keras as a new process finds it: abstract variables of one file are waiting in no other's scope."""

from collections.abc import Iterator

import keras
import pytest


@pytest.fixture(autouse=True, scope="module")
def fresh_keras() -> Iterator[None]:
    keras.utils.clear_session()
    yield
    keras.utils.clear_session()
