"""A generated set's name → the text that makes it, as `datasets.made` calls it: the file from below its imports.

Read as text: this package may import neither `datasets` nor NumPy.
"""

import re
from functools import cache
from importlib.resources import files

_TOP_LEVEL = re.compile(r"^(?:def )?([A-Za-z_]\w*)(?=\(| = )", re.MULTILINE)


@cache
def text(name: str) -> str:
    whole = (files("layerloom") / "datasets" / "made" / f"{name}.py").read_text(encoding="utf-8")
    return whole.split("import numpy as np\n", 1)[1].strip("\n") + "\n"


def names(name: str) -> list[str]:
    """What the text binds at its top level."""
    return _TOP_LEVEL.findall(text(name))
