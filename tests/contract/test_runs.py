"""Recorded runs are what both languages agree on: the browser folds them, and Python must be able to have said them."""

import json
from pathlib import Path

import pytest

from layerloom.runs.events import StoredEvent

RUNS = sorted((Path(__file__).parents[1] / "runs").glob("*.json"))


@pytest.mark.parametrize("path", RUNS, ids=lambda path: path.stem)
def test_a_recorded_run_is_made_of_todays_events_numbered_without_gaps(path: Path) -> None:
    recorded = json.loads(path.read_text())
    events = [StoredEvent.model_validate(row) for row in recorded["events"]]
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert [json.loads(event.model_dump_json()) for event in events] == recorded["events"]
    assert recorded["view"]["seq"] == events[-1].seq
    assert recorded["view"]["state"] == events[-1].event.state  # type: ignore[union-attr]
