"""A generated set's name → the text that makes it, as `datasets.made` calls it: the file from below its imports. So with pictures,
and the text that loads them.

Read as text: this package may import neither `datasets` nor NumPy.
"""

import re
from functools import cache
from importlib.resources import files

PICTURES = "pictures"
"""Stands for the text that loads pictures, which no set is called."""
MODULES = ("contextlib", "functools", "io", "pathlib", "unicodedata", "zipfile")
FROM = ("from collections.abc import Callable, Iterable", "from PIL import Image, ImageOps")
"""What that text imports."""
_BOUND = ("Callable", "Iterable", "Image", "ImageOps")
_TOP_LEVEL = re.compile(r"^(?:def )?([A-Za-z_]\w*)(?=\(| = )", re.MULTILINE)


@cache
def text(name: str) -> str:
    folder = files("layerloom") / "datasets"
    place, last = (folder, FROM[1]) if name == PICTURES else (folder / "made", "import numpy as np")
    whole = (place / f"{name}.py").read_text(encoding="utf-8")
    return whole.split(f"{last}\n", 1)[1].strip("\n") + "\n"


@cache
def every() -> tuple[str, ...]:
    folder = files("layerloom") / "datasets" / "made"
    found = (one.name.removesuffix(".py") for one in folder.iterdir() if one.name.endswith(".py"))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def names(name: str) -> list[str]:
    """What the text binds at its top level."""
    return [*_TOP_LEVEL.findall(text(name)), *((*MODULES, *_BOUND) if name == PICTURES else ())]
