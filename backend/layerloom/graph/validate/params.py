"""A node's parameters → the arguments of its layer, nested ones included; problems gathered on the way.

"l2" becomes Spec(L2), {"name": "LSTM"} becomes a LayerCall; defaults are left out, arguments stand in signature order.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from layerloom import catalog
from layerloom.catalog.types import Kind, Member, Param
from layerloom.graph import texts
from layerloom.graph.plan import LayerCall
from layerloom.graph.problems import Edit, Problem, SetParam
from layerloom.graph.schema import Spec
from layerloom.graph.validate.coerce import Bad, coerce, real, wanted

_SPECS = ("initializer", "regularizer", "constraint", "schedule")


@dataclass(slots=True)
class Reader:
    """Reads the parameters of one node (or setting), gathering problems. `node` is empty for training settings."""

    node: str
    problems: list[Problem] = field(default_factory=list)
    call_params: dict[str, Any] = field(default_factory=dict)
    mend: Callable[[str], tuple[Edit, ...]] | None = None

    def arguments(self, member: Member, given: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
        """Coerced arguments in signature order without those that equal their default. Problems are added to `problems`."""
        known = catalog.params(member.kind, member.name)
        made: dict[str, Any] = {}
        for name in given:
            if name not in known:
                fixable = not prefix and bool(self.node)
                self.problems.append(
                    texts.unknown_parameter(self.node, member.name, prefix + name, given[name], list(known), fixable)
                )
        for name, param in known.items():
            if name not in given:
                if param.required:
                    self._missing(member, param, prefix)
                continue
            value = self.value(member, param, given[name], prefix + name)
            if value is not _BAD and not (not param.required and value == _default(member.kind, member.name, name)):
                if param.call and not prefix:
                    self.call_params[name] = value
                else:
                    made[name] = value
        return made

    def value(self, member: Member, param: Param, value: Any, path: str) -> Any:
        try:
            if param.type in ("layer", "layers") or param.type in _SPECS:
                return self._nested(param, value, path)
            return coerce(param, value)
        except Bad as bad:
            self.problems.append(
                texts.bad_parameter(
                    self.node,
                    member.name,
                    path,
                    bad.wants,
                    bad.value,
                    bad.better,
                    not param.required and "." not in path,
                )
            )
            return _BAD

    def _missing(self, member: Member, param: Param, prefix: str) -> None:
        example = member.example.params.get(param.name) if member.example else None
        wants = wanted(param)
        self.problems.append(texts.missing_parameter(self.node, member.name, prefix + param.name, wants, example))

    def _nested(self, param: Param, value: Any, path: str) -> Any:
        if value is None:
            if param.nullable:
                return None
            raise Bad(wanted(param), value)
        if param.type == "layers":
            if not isinstance(value, list | tuple) or not value:
                raise Bad(wanted(param), value)
            found = tuple(self._member("layer", one, f"{path}.{i}", param) for i, one in enumerate(value))
            return _BAD if _BAD in found else found
        if param.type == "schedule" and isinstance(value, int | float):
            return real(param, value)
        return self._member(cast(Kind, param.type), value, path, param)

    def _member(self, kind: Kind, value: Any, path: str, param: Param) -> Any:
        spec = _as_spec(value)
        if spec is None:
            raise Bad(wanted(param), value)
        member = catalog.get(kind, spec.name)
        if member is None or (member.hidden and kind != "layer"):
            known = [one.name for one in catalog.members(kind) if not one.hidden]
            self.problems.append(
                texts.unknown_member(self.node, path, kind, spec.name, known, self._rename(path, spec))
            )
            return _BAD
        if kind == "layer" and not member.stands_alone and not member.name.endswith(("Cell", "Cells")):
            self.problems.append(texts.unusable_layer(self.node, member.name, member.reason))
            return _BAD
        before = len(self.problems)
        params = self.arguments(member, spec.params, f"{path}.")
        if len(self.problems) > before:
            return _BAD
        return LayerCall(member.name, params) if kind == "layer" else Spec(name=member.name, params=params)

    def _rename(self, path: str, spec: Spec) -> Callable[[str], tuple[Edit, ...]] | None:
        if self.mend or not self.node or "." in path:
            return self.mend
        return lambda name: (
            SetParam(node=self.node, param=path, value=Spec(name=name, params=spec.params).model_dump(mode="json")),
        )


_BAD: Any = object()


@cache
def _default(kind: Kind, name: str, param: str) -> Any:
    found = catalog.params(kind, name)[param]
    if found.default is None:
        return None
    reader = Reader("")
    return reader.value(cast(Member, catalog.get(kind, name)), found, found.default, param)


def _as_spec(value: Any) -> Spec | None:
    if isinstance(value, str):
        return Spec(name=value)
    if isinstance(value, Spec):
        return value
    if isinstance(value, dict) and isinstance(value.get("name"), str) and set(value) <= {"name", "params"}:
        params = value.get("params", {})
        return Spec(name=value["name"], params=params) if isinstance(params, dict) else None
    return None
