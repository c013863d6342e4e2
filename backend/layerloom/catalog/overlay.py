"""Generated members + hand-written overlay → Catalog. Rules match names by pattern; a later rule overrides an earlier one.

A rule that matches nothing is an error: after a new Keras release it names what has gone.
"""

import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from layerloom.catalog import starts
from layerloom.catalog.types import Catalog


def merge(generated: dict[str, Any], overlay_text: str) -> Catalog:
    """Raises ValueError for a rule or a sentence about a member that does not exist."""
    overlay = tomllib.loads(overlay_text)
    members: list[dict[str, Any]] = generated["members"]
    for rule in overlay.get("member", ()):
        fields = {key: value for key, value in rule.items() if key not in ("kind", "match")}
        for member in _matching(members, rule):
            member.update(fields)
    for rule in overlay.get("param", ()):
        _merge_params(members, rule)
    for member in members:
        for param in member.get("params", ()):
            param.setdefault("common", param.get("required", False))
    for kind, sentences in overlay.get("teaching", {}).items():
        for name, sentence in sentences.items():
            for member in _matching(members, {"kind": kind, "match": [name]}):
                member["teaching"] = sentence
    starts.fill(members, overlay.get("start", {}))
    starts.fill_ops(members, overlay.get("start_op", {}))
    return Catalog.model_validate({**generated, "groups": overlay["group"], "popular": overlay.get("popular", ())})


def _merge_params(members: list[dict[str, Any]], rule: dict[str, Any]) -> None:
    fields = {key: value for key, value in rule.items() if key not in ("kind", "match", "names")}
    found = False
    for member in _matching(members, rule):
        for param in member.get("params", ()):
            if param["name"] in rule["names"]:
                param.update(fields)
                found = True
    if not found:
        raise ValueError(f"The overlay speaks of parameters that no member has: {rule}.")


def _matching(members: list[dict[str, Any]], rule: dict[str, Any]) -> Iterator[dict[str, Any]]:
    patterns = rule.get("match", ["*"])
    used: set[str] = set()
    for member in members:
        if member["kind"] == rule["kind"]:
            hits = [pattern for pattern in patterns if fnmatchcase(member["name"], pattern)]
            used.update(hits)
            if hits:
                yield member
    if unused := set(patterns) - used:
        raise ValueError(f"The overlay speaks of {rule['kind']} {sorted(unused)}, which Keras does not have.")
