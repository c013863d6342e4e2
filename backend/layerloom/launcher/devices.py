"""What a run may compute on: the CPU, or one card each. Reads what the kernel tells; touches no card."""

import importlib.util
from dataclasses import dataclass
from pathlib import Path

CARDS = Path("/proc/driver/nvidia/gpus")


@dataclass(frozen=True)
class Device:
    name: str
    """`CPU`, or the card's name."""
    cuda_visible_devices: str = ""
    """Its number for CUDA; empty hides every card."""


def devices() -> list[Device]:
    """Every card that Keras' backend here can use; the CPU when there is none. Never empty."""
    if not CARDS.is_dir() or importlib.util.find_spec("nvidia") is None:
        return [Device("CPU")]  # without NVIDIA's libraries beside it TensorFlow sees no card
    cards = [_card(path / "information") for path in sorted(CARDS.iterdir())]
    return [card for card in cards if card is not None] or [Device("CPU")]


def _card(information: Path) -> Device | None:
    try:
        lines = [line.partition(":") for line in information.read_text().splitlines()]
    except OSError:
        return None
    told = {name.strip(): value.strip() for name, _, value in lines}
    if "Device Minor" not in told:
        return None
    return Device(told.get("Model", "GPU"), told["Device Minor"])
