"""Keras releases compared by major and minor version."""


def newer(made_with: str, installed: str) -> bool:
    return _release(made_with) > _release(installed)


def _release(version: str) -> tuple[int, ...]:
    """Major and minor; what cannot be read counts as old."""
    parts = version.split(".")[:2]
    return tuple(int(part) for part in parts) if all(part.isdecimal() and len(part) < 6 for part in parts) else (0,)
