"""A site without a port, and the person who owns it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from sites import Person, open_site


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """A web process without a port, with a worker that answers."""
    with open_site(tmp_path) as app:
        yield app


@pytest.fixture
def me(app: Flask) -> Person:
    return Person(app)
