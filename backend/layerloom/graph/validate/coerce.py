"""One JSON value → what Keras really takes, by the catalog's type of the parameter, or why it does not fit.

Lists become tuples, 32.0 becomes 32. Knows plain values; what is nested is read by `params`.
"""

import math
from collections.abc import Callable
from typing import Any, cast

from layerloom import catalog
from layerloom.catalog.types import Param
from layerloom.graph import slices, texts
from layerloom.words import Phrase, Said, listed, phrase

DTYPES = (
    *("float32", "float16", "bfloat16", "float64", "int8", "int16", "int32", "int64"),
    *("uint8", "uint16", "uint32", "bool", "string"),
)
POLICIES = (*DTYPES, "mixed_float16", "mixed_bfloat16")
_LARGEST = 2**63 - 1


class Bad(Exception):
    """A value that does not fit; says what is wanted and, where it is plain, what was probably meant."""

    def __init__(self, wants: Phrase, value: Any, better: Any = None) -> None:
        super().__init__(wants.id)
        self.wants, self.value, self.better = wants, value, better


def coerce(param: Param, value: Any) -> Any:
    """One plain value by its type. Raises Bad."""
    if value is None:
        if param.nullable:
            return None
        raise Bad(wanted(param), value)
    return _COERCE[param.type](param, value)


def wanted(param: Param) -> Phrase:
    """What a parameter takes, in words."""
    what = _wanted(param)
    return phrase("wants-or-nothing", what=what) if param.nullable else what


def _wanted(param: Param) -> Phrase:
    if param.type == "choice":
        return phrase("wants-choice", choices=listed(param.choices, "comma"))
    if param.type == "int_tuple" and param.rank:
        return _between("wants-int_tuple-of", param, rank=param.rank)
    if param.type in ("int", "float", "schedule", "int_tuple"):
        return _between(f"wants-{param.type}", param)
    return phrase(f"wants-{param.type}")


def _between(id: str, param: Param, **values: Said) -> Phrase:
    if param.minimum is None:
        return phrase(id, **values)
    low = f"{param.minimum:g}"
    if param.maximum is None:
        return phrase(f"{id}-least", low=low, **values)
    return phrase(f"{id}-between", low=low, high=f"{param.maximum:g}", **values)


def _whole(param: Param, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        better = int(value) if isinstance(value, str) and value.strip().isdecimal() and len(value) < 10 else None
        raise Bad(wanted(param), value, better)
    if isinstance(value, float) and not value.is_integer():  # not finite included: is_integer() is False
        raise Bad(wanted(param), value, max(1, round(value)) if math.isfinite(value) and abs(value) < 1e6 else None)
    if abs(value) > _LARGEST:
        raise Bad(phrase("wants-digits", what=wanted(param)), value)
    return int(_ranged(param, int(value)))


def real(param: Param, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Bad(wanted(param), value)
    if abs(value) > 1e308 or not math.isfinite(value):
        raise Bad(phrase("wants-finite", what=wanted(param)), value)
    return float(_ranged(param, float(value)))


def _factor(param: Param, value: Any) -> Any:
    """A number; what is drawn at random for a picture may be given as a range of two."""
    if (param.pairs or param.name.endswith("factor")) and isinstance(value, list | tuple) and len(value) == 2:
        return tuple(real(param, item) for item in value)
    return real(param, value)


def _ranged(param: Param, value: Any) -> Any:
    if param.minimum is not None and value < param.minimum:
        raise Bad(wanted(param), value, _like(value, param.minimum) if param.minimum else None)
    if param.maximum is not None and value > param.maximum:
        raise Bad(wanted(param), value)
    return value


def _like(value: Any, number: float) -> Any:
    return int(number) if isinstance(value, int) else number


def _bool(param: Param, value: Any) -> bool:
    if not isinstance(value, bool):
        raise Bad(wanted(param), value)
    return value


def _text(param: Param, value: Any) -> str:
    if not isinstance(value, str):
        raise Bad(wanted(param), value)
    return value


def _choice(param: Param, value: Any) -> str:
    if value not in param.choices:
        meant = value.lower() if isinstance(value, str) else None
        raise Bad(wanted(param), value, meant if meant in param.choices else None)
    return cast(str, value)


def _tuple(param: Param, value: Any, one: Callable[[Param, Any], Any]) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise Bad(wanted(param), value)
    return tuple(one(param, item) for item in value)


def _int_tuple(param: Param, value: Any) -> Any:
    if not isinstance(value, list | tuple):
        return _whole(param, value)
    if param.rank is not None and len(value) != param.rank:
        raise Bad(wanted(param), list(value))
    return tuple(
        _tuple(param, item, _whole)
        if param.pairs and isinstance(item, list | tuple) and len(item) == 2
        else _whole(param, item)
        for item in value
    )


def _size(param: Param, value: Any) -> int | None:
    return None if value is None else _whole(param, value)


def _shape(param: Param, value: Any) -> tuple[int | None, ...]:
    found = _tuple(param, [value] if isinstance(value, int) and not isinstance(value, bool) else value, _size)
    if any(size is not None and size < -1 for size in found):
        raise Bad(wanted(param), list(found))
    return found


def _axis(param: Param, value: Any) -> Any:
    return _tuple(param, value, _whole) if isinstance(value, list | tuple) else _whole(param, value)


def _one_or_list(param: Param, value: Any, one: Callable[[Param, Any], Any]) -> Any:
    return _tuple(param, value, one) if isinstance(value, list | tuple) else one(param, value)


def _dtype(param: Param, value: Any) -> str:
    if value not in POLICIES:
        raise Bad(wanted(param), value)
    return cast(str, value)


def _activation(param: Param, value: Any) -> str:
    member = catalog.get("activation", value) if isinstance(value, str) else None
    if member is None:
        known = [one.name for one in catalog.members("activation")]
        raise Bad(wanted(param), value, texts.nearest(value, known) if isinstance(value, str) else None)
    return member.name


def _function(param: Param, value: Any) -> Any:
    raise Bad(wanted(param), value)


def _any(param: Param, value: Any) -> Any:
    if isinstance(value, float):
        return (
            int(value)
            if value.is_integer() and abs(value) < 2**53 and param.type == "any" and _plain_int(param)
            else real(param, value)
        )
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise Bad(phrase("wants-any-digits"), value)
    if isinstance(value, list | tuple):
        return tuple(_any(param, item) for item in value)
    if isinstance(value, dict):
        # Numbers by name, such as `renorm_clipping`; anything more is Keras' way to write down an object of any class, and
        # would come to life when the saved model is loaded.
        if not all(isinstance(item, int | float) for item in value.values()):
            raise Bad(wanted(param), value)
        return {key: _any(param, item) for key, item in value.items()}
    return value


def _tensor(param: Param, value: Any) -> Any:
    """A number as it is written (2 stays whole), or lists of numbers, all of one length on each level."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
            return int(value)
        return real(param, value) if isinstance(value, float) else _whole(param, value)
    found = _nested(param, value, 0)
    if _count(found) > MOST_NUMBERS:
        raise Bad(wanted(param), f"{_count(found)} numbers")
    return found


MOST_NUMBERS = 10_000
"""In one parameter; what is larger is data and belongs in a data set."""
_DEEPEST = 6


def _nested(param: Param, value: Any, depth: int) -> Any:
    if not isinstance(value, list | tuple) or not value or depth >= _DEEPEST:
        raise Bad(wanted(param), value)
    if not any(isinstance(item, list | tuple) for item in value):
        return tuple(item if isinstance(item, bool) else _each(param, item) for item in value)
    found = tuple(_nested(param, item, depth + 1) for item in value)
    if len({_sizes(item) for item in found}) > 1:
        raise Bad(wanted(param), value)
    return found


def _each(param: Param, value: Any) -> Any:
    return _whole(param, value) if param.whole else real(param, value)


def _sizes(value: Any) -> tuple[int, ...]:
    return (len(value), *_sizes(value[0])) if isinstance(value, tuple) else ()


def _count(value: Any) -> int:
    return sum(map(_count, value)) if isinstance(value, tuple) else 1


def _slice(param: Param, value: Any) -> str:
    """As Python writes it, in one form: `:,0` becomes `:, 0`."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(value, float) and value.is_integer():
        text = str(int(value))
    if not isinstance(text, str) or len(text) > 200:
        raise Bad(wanted(param), value)
    try:
        return slices.written(slices.parse(text))
    except ValueError:
        raise Bad(wanted(param), value) from None


def _plain_int(param: Param) -> bool:
    return isinstance(param.default, int) and not isinstance(param.default, bool)


_COERCE: dict[str, Callable[[Param, Any], Any]] = {
    "int": _whole,
    "float": _factor,
    "bool": _bool,
    "str": _text,
    "choice": _choice,
    "int_tuple": _int_tuple,
    "shape": _shape,
    "axis": _axis,
    "int_list": lambda param, value: _tuple(param, value, _whole),
    "float_list": lambda param, value: _one_or_list(param, value, real),
    "str_list": lambda param, value: _tuple(param, value, _text),
    "dtype": _dtype,
    "activation": _activation,
    "function": _function,
    "tensor": _tensor,
    "slice": _slice,
    "any": _any,
}
