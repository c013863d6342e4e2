"""Plan → the person's own Keras script. Writes text; imports no Keras and runs nothing."""

from layerloom.graph.source.program import script

__all__ = ["script"]
