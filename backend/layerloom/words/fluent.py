"""Message files in Fluent's syntax → sentences. Reads the part of the syntax that our files use, and refuses the rest.

The page reads the same files with Fluent's own package; a test holds both to the same English (docs/decisions.md says why not in Python).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

Value = str | int | float
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_THOUSANDTH = Decimal("0.001")
_NAME = r"[a-zA-Z][\w-]*"
_HEAD = re.compile(rf"({_NAME}) *= ?(.*)")
_ATTRIBUTE = re.compile(rf" +\.({_NAME}) *= ?(.*)")
_VARIANT = re.compile(r"\s*(\*?)\[\s*([\w-]+)\s*\]\s?")
_OPEN = re.compile(rf'\{{\s*(?:\$({_NAME})\s*(->)?|"([^"\\]*)")\s*')
_BRACE = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Choice:
    """A selector: the variant whose key the value is, or whose plural form it has."""

    variable: str
    variants: Mapping[str, "Pattern"]
    otherwise: str


@dataclass(frozen=True, slots=True)
class Variable:
    name: str


Pattern = tuple[str | Variable | Choice, ...]


def parse(text: str) -> dict[str, Pattern]:
    """Messages by id, attributes by `id.attribute`. Raises ValueError, with the message's id, where one cannot be read."""
    found: dict[str, Pattern] = {}
    for name, lines in _entries(text).items():
        pattern, end = _pattern("\n".join(_dedented(lines)).strip(), 0, name)
        if end is not None:
            raise ValueError(f"{name}: a brace is closed that was never opened")
        found[name] = pattern
    return found


def write(pattern: Pattern, values: Mapping[str, Value]) -> str:
    """Raises KeyError for a value that the pattern names and nobody gave."""
    return "".join(part if isinstance(part, str) else _written(part, values) for part in pattern)


def number(value: int | float) -> str:
    """2,890 and 0.125; from a hundred million on 2×10⁸."""
    exact = Decimal(value)
    if abs(exact) >= 100_000_000:
        power = exact.adjusted()
        digits = exact.scaleb(-power).quantize(Decimal("0.01"), ROUND_HALF_UP)
        if abs(digits) >= 10:
            digits, power = digits / 10, power + 1
        return f"{_short(digits)}×10{str(power).translate(_RAISED)}"
    return _short(exact.quantize(_THOUSANDTH, ROUND_HALF_UP))


def form(value: Value) -> str:
    """English plurals."""
    return "one" if value == 1 else "other"


def _short(exact: Decimal) -> str:
    text = f"{exact:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _written(part: Variable | Choice, values: Mapping[str, Value]) -> str:
    if isinstance(part, Variable):
        value = values[part.name]
        return value if isinstance(value, str) else number(value)
    value = values[part.variable]
    keys = [value] if isinstance(value, str) else [str(value), form(value)]
    return write(part.variants[next((key for key in keys if key in part.variants), part.otherwise)], values)


def _entries(text: str) -> dict[str, list[str]]:
    """Each message and attribute with its lines."""
    found: dict[str, list[str]] = {}
    message, lines = "", [""]
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if head := _HEAD.fullmatch(line):
            message = head[1]
            if message in found:
                raise ValueError(f"{message} stands twice")
            lines = found[message] = [head[2]]
        elif attribute := _ATTRIBUTE.fullmatch(line):
            lines = found[f"{message}.{attribute[1]}"] = [attribute[2]]
        elif message and line.startswith((" ", "}")):
            lines.append(line)
        else:
            raise ValueError(f"this line begins nothing: {line[:80]}")
    return found


def _dedented(lines: list[str]) -> list[str]:
    """The indentation that all continued lines share is layout, not text."""
    first, *rest = lines
    indent = min((len(line) - len(line.lstrip(" ")) for line in rest), default=0)
    return [first, *(line[indent:] for line in rest)]


def _pattern(text: str, at: int, name: str) -> tuple[Pattern, int | None]:
    """The pattern from here to the brace that closes it, or to the end; where that brace stands, None at the end."""
    parts: list[str | Variable | Choice] = []
    while True:
        brace = _BRACE.search(text, at)
        if brace is None:
            return (*parts, *([text[at:]] if text[at:] else ())), None
        if brace.start() > at:
            parts.append(text[at : brace.start()])
        if brace[0] == "}":
            return tuple(parts), brace.start()
        opened = _OPEN.match(text, brace.start())
        if opened is None:
            raise ValueError(
                f"{name}: {text[brace.start() : brace.start() + 40]!r} is more of Fluent than is read here"
            )
        if opened[2]:
            choice, at = _choice(text, opened.end(), opened[1], name)
            parts.append(choice)
            continue
        if text[opened.end() : opened.end() + 1] != "}":
            raise ValueError(f"{name}: {opened[0]!r} is not closed")
        parts.append(Variable(opened[1]) if opened[1] else opened[3])
        at = opened.end() + 1


def _choice(text: str, at: int, variable: str, name: str) -> tuple[Choice, int]:
    """Variants stand on lines of their own; each ends where the next begins, or the selector does."""
    variants: dict[str, Pattern] = {}
    otherwise = ""
    while text[at : at + 1] != "}":
        head = _VARIANT.match(text, at)
        if head is None:
            raise ValueError(f"{name}: a variant is expected at {text[at : at + 40]!r}")
        end = _end_of_variant(text, head.end(), name)
        pattern, left = _pattern(text[head.end() : end].rstrip(), 0, name)
        if left is not None:
            raise ValueError(f"{name}: the variant {head[2]} is cut off")
        variants[head[2]] = pattern
        otherwise = head[2] if head[1] else otherwise
        at = end
        while text[at : at + 1].isspace():
            at += 1
    if not otherwise:
        raise ValueError(f"{name}: no variant has a star")
    return Choice(variable, variants, otherwise), at + 1


def _end_of_variant(text: str, at: int, name: str) -> int:
    depth = 0
    while at < len(text):
        if text[at] == "{":
            depth += 1
        elif text[at] == "}":
            if not depth:
                return at
            depth -= 1
        elif not depth and text[at] == "\n" and _VARIANT.match(text, at):
            return at
        at += 1
    raise ValueError(f"{name}: a selector is not closed")
