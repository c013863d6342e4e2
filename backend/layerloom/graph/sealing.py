"""Code that was proven ⇄ its seal: so that it may travel in a document that anybody edits, and still only what was proven is run.

The key is the server's. A graph from elsewhere, or one that was edited by hand, holds code without a seal of this one.
"""

import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Any, Literal

from layerloom.graph.schema import Code

Standing = Literal["proven", "unproven", "off"]
Judge = Callable[[Code], Standing]


def seal(code: Code, key: str) -> Code:
    return code.model_copy(update={"proof": _seal(code, key)})


def holds(code: Code, key: str) -> bool:
    return hmac.compare_digest(code.proof.encode(), _seal(code, key).encode())


def anybodys(code: Code) -> Standing:
    """Where there is no key, on a person's own machine: a seal of whichever server."""
    return "proven" if code.proof else "unproven"


def _seal(code: Code, key: str) -> str:
    told = json.dumps(_whole(code.model_dump(mode="json", exclude={"proof"})), sort_keys=True, separators=(",", ":"))
    return hmac.new(key.encode(), told.encode(), hashlib.sha256).hexdigest()


def _whole(value: Any) -> Any:
    """2.0 as 2: a page knows one kind of number, and a document gives it back as it likes."""
    if isinstance(value, dict):
        return {name: _whole(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_whole(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
