"""Plan → the person's own Keras script. Writes text; imports no Keras and runs nothing."""
