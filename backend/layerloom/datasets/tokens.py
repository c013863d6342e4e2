"""Texts → the tokens that Keras' TextVectorization makes of them, and tokens → the vocabulary that its lookups learn. Without Keras.

Byte by byte what TensorFlow does (tf.strings.lower, regex_replace, split, unicode_split, ngrams): letters beyond ASCII keep their
case, only ASCII blanks separate words. `tests/keras/test_learning_law.py` holds it to Keras' `adapt`.
"""

import collections
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np

_PUNCTUATION = b"!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'"


def of_texts(texts: Iterable[str], params: Mapping[str, Any]) -> Iterator[bytes]:
    """`params` are TextVectorization's: standardize, split, ngrams."""
    standardize = params.get("standardize", "lower_and_strip_punctuation")
    split, ngrams = params.get("split", "whitespace"), params.get("ngrams")
    widths = tuple(range(1, ngrams + 1)) if isinstance(ngrams, int) else tuple(ngrams or ())
    for text in texts:
        raw = text.encode()
        if standardize in ("lower", "lower_and_strip_punctuation"):
            raw = raw.lower()
        if standardize in ("strip_punctuation", "lower_and_strip_punctuation"):
            raw = raw.translate(None, _PUNCTUATION)
        words = [raw]
        if split == "whitespace":
            words = raw.split()
        elif split == "character":
            words = [letter.encode() for letter in raw.decode()]
        if not widths:
            yield from words
        for width in widths:
            yield from (b" ".join(words[at : at + width]) for at in range(len(words) - width + 1))


def vocabulary(tokens: Iterable[Hashable], special: Iterable[Hashable | None], most: int | None) -> list[Any]:
    """Without the special ones, the commonest first; equally common ones from the last of the alphabet to the first."""
    counts = collections.Counter(tokens)
    for token in special:
        counts.pop(token, None)
    known = sorted(counts, reverse=True)  # type: ignore[type-var]
    known.sort(key=lambda token: counts[token], reverse=True)
    return known if most is None else known[:most]


def boundaries(values: np.ndarray, bins: int, epsilon: float) -> np.ndarray:
    """Of `bins` bins with about as many values in each, as Discretization finds them: float32, up to bins - 1 of them."""
    flat = np.sort(np.reshape(values.astype("float32"), [-1]))
    step = max(len(flat) * epsilon, 1)
    found = flat[int(step - 1) :: int(step)]
    summary = np.stack([found, np.ones_like(found) * step])
    return _compressed(_compressed(summary, epsilon), 1.0 / bins)[0, :-1]


def _compressed(summary: np.ndarray, epsilon: float) -> np.ndarray:
    """Keras' `compress_summary`: (values, weights) with no more than 1 / epsilon of them."""
    if summary.shape[1] * epsilon < 1:
        return summary
    percents = epsilon + np.arange(0.0, 1.0, epsilon)
    weights = summary[1].cumsum()
    shares = weights / weights[-1]
    values = np.interp(percents, shares, summary[0])
    weights = np.interp(percents, shares, weights)
    weights = weights - np.concatenate((np.array([0]), weights[:-1]))
    return np.stack((values, weights)).astype("float32")
