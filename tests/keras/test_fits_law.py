"""The law of offers: what is said to fit can be built and runs; what is said not to fit, Keras refuses or would misread."""

import warnings
from functools import cache

import keras
import numpy as np
import pytest
import tensorflow as tf

from layerloom import catalog
from layerloom.engine import objects
from layerloom.engine.build import called
from layerloom.engine.infer import answer
from layerloom.graph import fits
from layerloom.graph.memo import Memo, Tensor

TENSORS = [
    Tensor((None, 8)),
    Tensor((None, 1)),
    Tensor((None,)),
    Tensor((None, 12, 8)),
    Tensor((None, 1, 16)),
    Tensor((None, None, 8)),
    Tensor((None, 12, 12, 3)),
    Tensor((None, 28, 28, 1)),
    Tensor((None, 2, 2, 8)),
    Tensor((None, 1, 1, 8)),
    Tensor((None, 4, 8, 8, 3)),
    Tensor((None, 20), "int32"),
    Tensor((None, 6, 5), "int32"),
    Tensor((None, 8, 8, 1), "uint8"),
    Tensor((None, 3), "string"),
    Tensor((None, 1), "string"),
]

ACROSS = {"Attention", "AdditiveAttention"}
"""In a list they let every sample look at every other."""
BY_LUCK = {"AugMix", "RandAugment"}
"""They draw which changes to make, and fail only at some of them."""


@cache
def asked(tensor: Tensor) -> tuple[fits.Fit, ...]:
    memo = Memo()
    return tuple(fits.judge(fits.layers(), tensor, memo, lambda request: memo.add(answer(request)["entries"])))


def refusal(fit: fits.Fit, tensor: Tensor) -> str | None:
    """What Keras says against the layer in a real model on a real batch, or None."""
    step = fits.step(fit.layer, fit.params)
    shape = [2, *(size or 5 for size in tensor.shape[1:])]
    batch = tf.constant("yes", shape=shape) if tensor.dtype == "string" else tf.cast(np.ones(shape), tensor.dtype)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a picture too small for its augmentation, a mask destroyed
        try:
            arriving = keras.Input(tensor.shape[1:], dtype=tensor.dtype)
            flow = {
                port: [arriving] * len(refs) if isinstance(refs, tuple) else arriving
                for port, refs in step.arguments.items()
            }
            layer = objects.layer(step.call, "layer")
            keras.Model(arriving, called(step.call, layer, flow, step.options))(batch, training=True)
        except Exception as refused:
            return str(refused)
    return None


def misread(layer: str, tensor: Tensor) -> bool:
    """To layers of pictures a tensor with an axis less is one picture: they would take the samples of a batch for its rows."""
    pictures = layer.startswith("Adaptive") or catalog.get("layer", layer).icon == "image"
    return (pictures and len(tensor.shape) == 3) or (layer in ACROSS and len(tensor.shape) == 2)


@pytest.mark.parametrize("tensor", TENSORS, ids=[tensor.key for tensor in TENSORS])
def test_what_fits_builds_and_runs_and_what_does_not_keras_refuses(tensor):
    wrong = []
    for fit in asked(tensor):
        if fit.output is not None:
            said = refusal(fit, tensor)
            if said is not None:
                wrong.append(f"{fit.layer} {fit.params} was said to fit: {said[:200]}")
        elif fit.failure.unfit is not None and fit.failure.unfit.reason == "small":
            continue  # the division by zero would end this process
        elif fit.layer in BY_LUCK or misread(fit.layer, tensor):
            continue
        elif refusal(fit, tensor) is None:
            wrong.append(f"{fit.layer} was said not to fit, and runs")
    assert not wrong


@pytest.mark.parametrize("tensor", TENSORS, ids=[tensor.key for tensor in TENSORS])
def test_a_change_is_offered_only_where_the_layer_does_not_fit_as_it_begins(tensor):
    for fit in asked(tensor):
        if fit.output is not None and fit.params and fit.layer != "Reshape":  # which makes a list a square at once
            assert refusal(fits.Fit(fit.layer, {}, None, None), tensor) is not None


@pytest.mark.parametrize("tensor", TENSORS, ids=[tensor.key for tensor in TENSORS])
def test_what_does_not_fit_says_why_in_words(tensor):
    for fit in asked(tensor):
        told = fits.explained(fit, tensor, "what came before")
        assert (told is None) == (fit.output is not None)
        if told is not None:
            assert told.title.endswith(".")
