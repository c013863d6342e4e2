"""Looks at running runs → those whose worker is lost. Measures how long a heartbeat stood still, by a monotonic clock.

No wall clock is compared, so a clock that jumps an hour neither takes a run from its worker nor leaves a lost one alone.
"""

from collections.abc import Iterable

from layerloom.runs.history import Lease

LEASE_SECONDS = 30.0
HEARTBEAT_SECONDS = 5.0


class LeaseWatch:
    """Remembers when each lease was first seen as it is now."""

    def __init__(self, seconds: float = LEASE_SECONDS) -> None:
        self._seconds = seconds
        self._since: dict[Lease, float] = {}

    def expired(self, leases: Iterable[Lease], now: float) -> list[Lease]:
        """`now` in seconds of a monotonic clock. A lease that beat since the last look starts anew."""
        self._since = {lease: self._since.get(lease, now) for lease in leases}
        return [lease for lease, since in self._since.items() if now - since >= self._seconds]
