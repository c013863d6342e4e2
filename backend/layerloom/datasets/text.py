"""Texts → ids of words, and the words that have one. Knows no data set.

The functions are copied word for word into exported scripts: they use `collections`, NumPy as `np` and nothing else.
"""

import collections

import numpy as np


def vocabulary(texts: np.ndarray, most: int) -> list[str]:
    """The commonest words, for ids from 2 on: 0 and 1 count among the `most`."""
    counts = collections.Counter(word for text in texts for word in text.lower().split())
    return sorted(counts, key=lambda word: (-counts[word], word))[: most - 2]


def token_ids(texts: np.ndarray, known: list[str], length: int) -> np.ndarray:
    """int32 (rows, length): 0 pads at the end, 1 is a word that is not known."""
    places = {word: place for place, word in enumerate(known, 2)}
    ids = np.zeros((len(texts), length), "int32")
    for row, text in enumerate(texts):
        found = [places.get(word, 1) for word in text.lower().split()[:length]]
        ids[row, : len(found)] = found
    return ids
