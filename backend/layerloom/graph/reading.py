"""Text → plain JSON data that can be trusted to be finite, shallow and unambiguous. Knows nothing of graphs."""

import json
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

from layerloom.graph import texts
from layerloom.graph.problems import Refused
from layerloom.words import phrase

DEPTH = 64
DIGITS = 100
BYTES = 16_000_000


def read(text: str | bytes) -> Any:
    """Parses JSON. Raises Refused: 400 for what is no JSON or is ambiguous, 413 when too long, 422 for a number that is not finite."""
    if len(text) > BYTES:
        raise Refused(texts.file_too_large(len(text), BYTES), status=413)
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        data = json.loads(text, object_pairs_hook=_object, parse_int=_integer)
    except RecursionError:
        raise Refused(texts.too_deeply_nested(DEPTH), status=400) from None
    except UnicodeDecodeError as error:
        raise Refused(texts.not_json(phrase("json-not-utf8", at=error.start)), status=400) from None
    except json.JSONDecodeError as error:
        raise Refused(
            texts.not_json(phrase("json-at", what=error.msg, line=error.lineno, column=error.colno)), status=400
        ) from None
    check(data)
    return data


def check(data: Any) -> None:
    """Raises Refused when data is deeper than DEPTH (400), holds an endless integer (400), or a number or text JSON cannot carry (422)."""
    for path, value in _leaves(data):
        if isinstance(value, float) and not math.isfinite(value):
            raise Refused(texts.not_finite(path, str(value)))
        if isinstance(value, int) and value.bit_length() > DIGITS * 4:
            raise Refused(texts.number_too_long(DIGITS), status=400)
        if isinstance(value, str) and not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
            raise Refused(texts.not_text(path))
        if not isinstance(value, float | int | str | bool | None):
            raise Refused(texts.not_json(phrase("json-is-a", path=path, type=type(value).__name__)), status=400)


def _leaves(data: Any) -> Iterator[tuple[str, Any]]:
    waiting: list[tuple[str, int, Any]] = [("", 0, data)]
    while waiting:
        path, depth, value = waiting.pop()
        if depth > DEPTH:
            raise Refused(texts.too_deeply_nested(DEPTH), status=400)
        if isinstance(value, dict):
            for key, inner in value.items():
                yield f"{path}.{key}", key
                waiting.append((f"{path}.{key}" if path else str(key), depth + 1, inner))
        elif isinstance(value, list | tuple):
            waiting.extend((f"{path}[{i}]", depth + 1, inner) for i, inner in enumerate(value))
        else:
            yield path, value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        counts = Counter(name for name, _ in pairs)
        raise Refused(texts.duplicate_key(next(name for name, times in counts.items() if times > 1)), status=400)
    return found


def _integer(digits: str) -> int:
    if len(digits) > DIGITS:
        raise Refused(texts.number_too_long(DIGITS), status=400)
    return int(digits)
