"""This process's environment → the launcher's, which every child inherits. A database's password is not among it."""

import os
from pathlib import Path

PASSED_ON = frozenset(
    {"PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "PYTHONPATH", "LD_LIBRARY_PATH", "SSL_CERT_FILE", "COVERAGE_FILE"}
)
PREFIXES = (
    *("TF_CPP_", "TF_ENABLE_", "TF_XLA_", "TF_GPU_", "TF_NUM_", "TF_DETERMINISTIC_"),
    *("XLA_", "OMP_", "NVIDIA_"),
)


def environment(scratch: Path, backend: str) -> dict[str, str]:
    """`scratch` stands in for a home, so that no `~/.keras/keras.json` changes what a graph means."""
    kept = {name: value for name, value in os.environ.items() if name in PASSED_ON or name.startswith(PREFIXES)}
    return {
        "TF_CPP_MIN_LOG_LEVEL": "3",
        **kept,
        "HOME": str(scratch),
        "USER": "layerloom",
        "KERAS_HOME": str(scratch / "keras"),
        "KERAS_BACKEND": backend,
        "TF_FORCE_GPU_ALLOW_GROWTH": "true",
        "OPENBLAS_NUM_THREADS": "1",  # else importing NumPy starts threads, which no fork carries over
        "OBJC_DISABLE_INITIALIZE_FORK_SAFETY": "YES",  # else macOS ends a forked child at its first Objective-C class
        "PYTHONUNBUFFERED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
