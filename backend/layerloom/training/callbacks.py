"""The training settings of a graph → Keras' own callbacks, the ones the exported script has."""

from typing import Any

import keras

from layerloom.graph.schema import Training


def callbacks(training: Training) -> list[Any]:
    """EarlyStopping and ReduceLROnPlateau, in that order, where the graph asks for them."""
    made = []
    if (stopping := training.early_stopping) is not None:
        made.append(
            keras.callbacks.EarlyStopping(
                monitor=stopping.monitor,
                patience=stopping.patience,
                min_delta=stopping.min_delta,
                restore_best_weights=stopping.restore_best,
            )
        )
    if (reduce := training.reduce_on_plateau) is not None:
        made.append(
            keras.callbacks.ReduceLROnPlateau(
                monitor=reduce.monitor,
                patience=reduce.patience,
                factor=reduce.factor,
                min_lr=reduce.min_learning_rate,
            )
        )
    return made
