"""A Keras docstring → its summary, and a text for each argument it describes. Knows nothing of signatures or types."""

import inspect
import re
from dataclasses import dataclass, field
from typing import Any

_SECTION = re.compile(r"^(Args|Arguments|Call arguments|Call Args|Call args|Initialization arguments):\s*$")
_ENTRY = re.compile(r"^(?P<names>\*{0,2}`?\w+`?(?:,\s*`?\w+`?)*)\s*(?:\([^)]*\))?\s*:(?:\s+(?P<text>.*))?$")


@dataclass(frozen=True, slots=True)
class Docs:
    text: str = ""
    summary: str = ""
    args: dict[str, str] = field(default_factory=dict)
    call_args: dict[str, str] = field(default_factory=dict)


def read(member: Any) -> Docs:
    """Docs of a class (or of its `__init__` where the class has none) or of a function."""
    text = inspect.cleandoc(member.__dict__.get("__doc__") or "") if isinstance(member, type) else ""
    text = text or inspect.getdoc(member) or ""
    args: dict[str, str] = {}
    call_args: dict[str, str] = {}
    lines = text.splitlines()
    for start, line in enumerate(lines):
        if section := _SECTION.match(line.strip()):
            indent = len(line) - len(line.lstrip())
            (call_args if section[1].startswith("Call") else args).update(_entries(lines[start + 1 :], indent))
    return Docs(text, _first_sentence(text), args, call_args)


def _entries(lines: list[str], outer: int) -> dict[str, str]:
    """The entries of one section; it ends at the first line that is not indented deeper than its heading."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    level: int | None = None
    for line in lines:
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip())
        if indent <= outer:
            break
        level = indent if level is None else level
        entry = _ENTRY.match(line.strip()) if indent <= level else None
        if entry:
            current = [entry["text"] or ""]
            for name in re.findall(r"\w+", entry["names"]):
                found[name] = current
        else:
            current.append(line.strip())
    return {name: _joined(parts) for name, parts in found.items()}


def _joined(parts: list[str]) -> str:
    return re.sub(r"\s+", " ", " ".join(parts)).strip()


def _first_sentence(text: str) -> str:
    paragraph = _joined(re.split(r"\n\s*\n", text.strip(), maxsplit=1)[0].splitlines()) if text else ""
    sentence = re.split(r"(?<=[.!?])\s+(?=[A-Z])", paragraph.lstrip("# "), maxsplit=1)[0]
    return sentence if len(sentence) <= 200 else sentence[:197].rstrip() + "…"
