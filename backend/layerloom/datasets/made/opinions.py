"""Rows, noise and a seed → sentences about things people bought, and whether they are content."""

import numpy as np

THINGS = ["phone", "kettle", "lamp", "chair", "backpack", "camera", "blender", "jacket", "bicycle"]
PARTS = ["battery", "handle", "colour", "screen", "sound", "size", "delivery", "price", "fabric"]
GOOD = ["great", "lovely", "sturdy", "reliable", "excellent", "brilliant", "comfortable", "perfect"]
BAD = ["awful", "flimsy", "useless", "broken", "terrible", "disappointing", "annoying", "poor"]
HOW = ["", "really ", "very ", "quite ", "simply ", "somewhat "]
WHEN = ["", "honestly ", "after two weeks ", "to my surprise ", "all in all ", "for this price "]
LIKING = ["i like", "i love", "i enjoy", "i recommend"]
HATING = ["i regret", "i hate", "i sent back", "i gave away"]
SYLLABLES = ["ba", "do", "fi", "ku", "lo", "mi", "na", "po", "ra", "su", "ta", "vo", "zi"]


def opinions(rows: int, noise: float, seed: int) -> dict[str, np.ndarray]:
    """Sentences whose words can mislead: "not bad", "looked great but". Noise: the share of wrong labels."""
    rng = np.random.default_rng(seed)

    def one(words: list[str]) -> str:
        return words[rng.integers(len(words))]

    texts, content = [], np.arange(rows, dtype="int32") % 2
    for happy in content:
        praise, other = (GOOD, BAD) if happy else (BAD, GOOD)
        brand = one(SYLLABLES) + one(SYLLABLES) + one(SYLLABLES)
        thing = one([f"the {one(THINGS)}", f"the {one(PARTS)}", f"this {brand} {one(THINGS)}"])
        texts.append(
            one(WHEN)
            + one(
                [
                    f"{thing} is {one(HOW)}{one(praise)}",
                    f"{thing} is not {one(HOW)}{one(other)}",
                    f"{thing} looked {one(other)} but it is {one(HOW)}{one(praise)}",
                    f"{thing} is {one(praise)} and the {one(PARTS)} is {one(praise)} too",
                    f"{one(LIKING if happy else HATING)} {thing}",
                    f"{'who would not say' if happy else 'nobody can say'} {thing} is {one(GOOD)}",
                ]
            )
        )
    wrong = rng.random(rows) < noise
    return {"opinion": np.array(texts), "content": np.where(wrong, 1 - content, content)}
