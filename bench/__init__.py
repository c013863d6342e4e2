"""Figures, each a ratio against its reference measured in one run. `python -m bench [name …] [--write]`."""
