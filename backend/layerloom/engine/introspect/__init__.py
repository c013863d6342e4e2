"""The installed Keras → `catalog/data/keras.json`, from which everything else reads what exists.

Decides nothing about groups, icons or words for students: those are in the overlay, merged when the catalog is loaded.
"""

import inspect
import json
import re
from pathlib import Path
from typing import Any

import keras

from layerloom.catalog.types import Kind, Member, Param
from layerloom.engine.introspect import docstring, ops, params, ports, trial
from layerloom.engine.introspect.families import Public, all_public

TARGET = Path(__file__).parents[2] / "catalog" / "data" / "keras.json"
COMMAND = "python -m layerloom.engine.introspect"
_SKIPPED: dict[Kind, frozenset[str]] = {
    "application": params.OWN_FIELDS | {"input_tensor"},
    "loss": params.OWN_FIELDS | {"fn"},
    "metric": params.PLUMBING,  # a metric's name is what its curve is called, and no field of a node says it
}


def read() -> dict[str, Any]:
    """The catalog without its overlay, as JSON: every member sorted by kind and name, what equals a type's default left out."""
    members = sorted((_member(public) for public in all_public()), key=lambda member: (member.kind, member.name))
    return {
        "keras_version": keras.__version__,
        "members": [member.model_dump(mode="json", exclude_defaults=True) for member in members],
    }


def text() -> str:
    return json.dumps(read(), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def write(target: Path = TARGET) -> None:
    target.write_text(text(), encoding="utf-8")


def _member(public: Public) -> Member:
    docs = docstring.read(public.object)
    if public.kind == "layer":
        return _layer(public, docs)
    if public.kind == "op":
        return _described(public, docs, **ops.read(public, docs))
    if public.kind == "activation":
        return _function(public, docs)
    call = getattr(public.object, "__init__") if isinstance(public.object, type) else public.object  # noqa: B009
    found = tuple(params.read(call, docs, skip=_SKIPPED.get(public.kind, params.OWN_FIELDS)))
    return _described(public, docs, params=found, stands_alone=not public.abstract, hidden=public.abstract)


def _layer(public: Public, docs: docstring.Docs) -> Member:
    cls = public.object
    digit = re.search(r"([123])D(Transpose)?$", public.name)
    found = tuple(params.read(cls.__init__, docs, rank=int(digit[1]) if digit else None))
    if not any(param.name == "dtype" for param in found) and _takes_more(cls):
        found = (*found, Param(name="dtype", type="dtype", nullable=True, doc=_DTYPE))
    switches = ports.switches(cls, docs)
    plain = ports.inputs(cls, docs, many=False)
    result = (
        trial.Trial(reason="Abstract: a base for layers written in Python.")
        if public.abstract
        else trial.attempt(cls, found, plain)
    )
    return _described(
        public,
        docs,
        params=(*found, *switches),
        inputs=ports.inputs(cls, docs, many=result.many),
        outputs=ports.outputs(cls, result.states),
        stands_alone=not result.reason,
        reason=result.reason,
        example=result.example,
        rank=result.ranks,
        hidden=public.abstract,
    )


_DTYPE = "The dtype or dtype policy of the layer's computations and weights. Defaults to the global policy."


def _takes_more(cls: type[Any]) -> bool:
    kinds = {parameter.kind for parameter in inspect.signature(cls.__init__).parameters.values()}
    return inspect.Parameter.VAR_KEYWORD in kinds


def _function(public: Public, docs: docstring.Docs) -> Member:
    """An activation: a function of one tensor, which its layer hands it."""
    tensor = next(iter(inspect.signature(public.object).parameters))
    return _described(public, docs, params=tuple(params.read(public.object, docs, skip=params.OWN_FIELDS | {tensor})))


def _described(public: Public, docs: docstring.Docs, **rest: Any) -> Member:
    return Member(
        kind=public.kind,
        name=public.name,
        path=public.path,
        aliases=public.aliases,
        summary=docs.summary,
        doc=docs.text,
        **rest,
    )
