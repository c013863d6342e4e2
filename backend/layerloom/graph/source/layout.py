"""Expressions → Python text, broken into lines as the usual formatters do. Knows no Keras; strings cannot break out of their quotes."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WIDTH = 100
STEP = "    "


@dataclass(frozen=True, slots=True)
class Call:
    """`function(arguments)`; the function may itself be a Call: `layers.Dense(10)(x)`."""

    function: "Expression"
    arguments: tuple["Expression", ...] = ()
    named: tuple[tuple[str, "Expression"], ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list, tuple or dict: what stands between two brackets."""

    opening: str
    closing: str
    items: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """`key: value` in a dict."""

    key: str
    value: "Expression"


@dataclass(frozen=True, slots=True)
class Subscript:
    """`value[key]`; the key is already Python."""

    value: "Expression"
    key: str


Expression = str | Call | Items | Entry | Subscript
"""Text is already Python: a name, or what `literal` returned."""


def literal(value: Any) -> Expression:
    """A JSON value, tuple or number as Python would have it read. Raises TypeError for anything else."""
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, (bool, int, float)):
        return repr(value)
    if isinstance(value, tuple):
        items = tuple(literal(item) for item in value)
        return Items("(", ",)" if len(items) == 1 else ")", items)
    if isinstance(value, list):
        return Items("[", "]", tuple(literal(item) for item in value))
    if isinstance(value, dict):
        return Items("{", "}", tuple(Entry(quoted(str(key)), literal(item)) for key, item in value.items()))
    raise TypeError(f"A {type(value).__name__} cannot be written into a script.")


def quoted(text: str) -> str:
    """A string literal; what cannot be seen (newlines, direction marks, NUL) is escaped."""
    quote = "'" if '"' in text and "'" not in text else '"'
    return quote + "".join(_escaped(character, quote) for character in text) + quote


def comment(text: str) -> str:
    """Free text as it may stand in a comment or docstring: one line, no quotes, no backslashes, nothing invisible."""
    seen = "".join(character if character.isprintable() and character not in '"\\' else " " for character in text)
    return " ".join(seen.split())[:120]


def sequence(opening: str, closing: str, items: Sequence[Expression]) -> Items:
    return Items(opening, closing, tuple(items))


def statement(lead: str, expression: Expression, depth: int = 1) -> str:
    """`lead` (`x = `, `return `) and the expression, indented by `depth` steps, in as many lines as it needs."""
    return STEP * depth + lead + _fitted(expression, depth, len(lead), 0)


def listed(name: str, words: Sequence[str]) -> str:
    """`name = ("one two …" "three …").split()`: many words without blanks in them, in lines of text."""
    lines = textwrap.wrap(" ".join(words), WIDTH - len(STEP) - 3, break_long_words=False, break_on_hyphens=False)
    if len(lines) < 2:
        return f"{name} = {quoted(''.join(lines))}.split()"
    texts = [quoted(line + " " * (place + 1 < len(lines))) for place, line in enumerate(lines)]
    return "\n".join([f"{name} = (", *(STEP + text for text in texts), ").split()"])


def flat(expression: Expression) -> str:
    match expression:
        case Call(function, arguments, named):
            inside = [flat(argument) for argument in arguments] + [f"{name}={flat(value)}" for name, value in named]
            return f"{flat(function)}({', '.join(inside)})"
        case Items(opening, closing, items):
            return opening + ", ".join(flat(item) for item in items) + closing
        case Entry(key, value):
            return f"{key}: {flat(value)}"
        case Subscript(value, key):
            return f"{flat(value)}[{key}]"
        case _:
            return expression


def _fitted(expression: Expression, depth: int, before: int, after: int) -> str:
    """On one line where it fits between `before` and `after` other characters, else opened at its own brackets."""
    text = flat(expression)
    if isinstance(expression, str | Subscript) or len(STEP) * depth + before + len(text) + after <= WIDTH:
        return text
    match expression:
        case Call(Call() as inner, arguments, named) if len(STEP) * depth + before + len(flat(inner)) >= WIDTH:
            outside = flat(Call("", arguments, named))
            if len(STEP) * depth + 1 + len(outside) + after <= WIDTH:
                return _fitted(inner, depth, before, after + len(outside)) + outside
            return _fitted(inner, depth, before, 1) + _opened("(", _parts(arguments, named), ")", depth, hug=True)
        case Call(function, arguments, named):
            return _opened(f"{flat(function)}(", _parts(arguments, named), ")", depth, hug=True)
        case Items(opening, closing, items):
            return _opened(opening, [("", item) for item in items], closing[-1], depth, hug=False)
        case Entry(key, value):
            return f"{key}: {_fitted(value, depth, before + len(key) + 2, after)}"
    raise AssertionError(expression)


def _parts(arguments: Sequence[Expression], named: Sequence[tuple[str, Expression]]) -> list[tuple[str, Expression]]:
    return [*(("", argument) for argument in arguments), *((f"{name}=", value) for name, value in named)]


def _opened(opening: str, parts: list[tuple[str, Expression]], closing: str, depth: int, hug: bool) -> str:
    if not parts:
        return opening + closing
    indent = STEP * (depth + 1)
    together = ", ".join(lead + flat(part) for lead, part in parts)
    if hug and len(indent) + len(together) <= WIDTH:
        lines = f"{indent}{together}\n"
    elif len(parts) == 1 and hug:  # no comma to break at, so none is added
        lead, part = parts[0]
        lines = f"{indent}{lead}{_fitted(part, depth + 1, len(lead), 0)}\n"
    else:
        lines = "".join(f"{indent}{lead}{_fitted(part, depth + 1, len(lead), 1)},\n" for lead, part in parts)
    return f"{opening}\n{lines}{STEP * depth}{closing}"


def _escaped(character: str, quote: str) -> str:
    if character in ("\\", quote):
        return "\\" + character
    if character.isprintable():
        return character
    known = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    if character in known:
        return known[character]
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
