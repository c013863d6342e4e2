"""How much a graph may ask for, by role. Numbers only; the checks that use them stand where they are made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    nodes: int = 2_000
    edges: int = 8_000
    depth: int = 1_000
    """Layers one after another: half of what Keras' own recursion was measured to survive in a thread with a large stack."""
    params: int = 200_000_000
    values: int = 100_000_000
    """Numbers in one tensor, for one sample."""
    epochs: int = 100_000
    batch_size: int = 65_536


STUDENT = Limits()
TEACHER = Limits(params=2_000_000_000, values=1_000_000_000)
