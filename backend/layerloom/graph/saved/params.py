"""A saved configuration → the parameters of a catalog member: today's names, nested objects as {"name", "params"}, no defaults.

What does not fit is told, never guessed; what a layer cannot be made without ends in Unmapped.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from layerloom import catalog
from layerloom.catalog.types import Kind, Member, Param
from layerloom.graph.saved import objects, old
from layerloom.graph.saved.objects import Json, Object
from layerloom.graph.validate.params import Reader
from layerloom.words import Phrase, phrase

_NESTED: dict[str, Kind] = {
    "initializer": "initializer",
    "regularizer": "regularizer",
    "constraint": "constraint",
    "schedule": "schedule",
    "layer": "layer",
    "layers": "layer",
}
_OWN = frozenset({"name", "trainable"})
_LONGEST = 60


class Unmapped(Exception):
    """Why an object cannot be said with the catalog."""

    def __init__(self, why: Phrase, code: bool = False) -> None:
        super().__init__(why.id)
        self.why = why
        self.code = code
        """Python code stands in the way: the file is refused unless whoever opens it asks for placeholders."""


@dataclass(slots=True)
class Params:
    """What one object came to."""

    member: Member
    values: Json = field(default_factory=dict)
    left_out: list[Phrase] = field(default_factory=list)
    changed: list[Phrase] = field(default_factory=list)


def read(kind: Kind, found: Object) -> Params:
    """Raises Unmapped."""
    if kind == "layer":
        found = old.renamed(found)
    member = _member(kind, found)
    known = catalog.params(kind, member.name)
    made = Params(member)
    given: Json = {}
    for name, value in old.arguments(found, known).items():
        param = known.get(name)
        if name in _OWN or (param is not None and param.call):
            continue
        if name == "stateful" and value is True:
            made.left_out.append(phrase("saved-stateful", layer=member.name))
        elif param is None:
            _unknown(made, name, value)
        elif _said(param, value):
            given[name] = _value(made, param, value)
    _check(made, given)
    return made


def _member(kind: Kind, found: Object) -> Member:
    if not found.of_keras:
        raise Unmapped(phrase("saved-own-class", name=found.named))
    member = catalog.get(kind, found.class_name)
    if member is None:
        raise Unmapped(phrase("saved-gone-class", name=found.class_name))
    if member.name == "Lambda":
        raise Unmapped(phrase("saved-lambda"), code=True)
    if kind == "layer" and not member.stands_alone and not member.name.endswith(("Cell", "Cells")):
        raise Unmapped(
            phrase("saved-not-alone", name=member.name, reason=member.reason), code=member.name == "TFSMLayer"
        )
    return member


def _said(param: Param, value: Any) -> bool:
    """Whether the value says anything: what Keras writes for "as usual" is left out."""
    if value is None:
        return param.default is not None
    if param.type == "activation":
        return param.required or not (value == "linear" and param.default is None)
    if param.type == "dtype":
        return bool(_dtype(value) != "float32")
    return True


def _unknown(made: Params, name: str, value: Any) -> None:
    """An argument that the class does not take."""
    if name == "dtype" and _dtype(value) == "float32":
        return
    if (
        name in old.IGNORED
        or value in (None, False, "", [], {})
        or (name in old.NEUTRAL and value == old.NEUTRAL[name])
    ):
        return
    if objects.holds_code(value):
        raise Unmapped(phrase("saved-code-in", name=name), code=True)
    made.left_out.append(phrase("saved-unknown-argument", layer=made.member.name, name=name, value=_short(value)))


def _value(made: Params, param: Param, value: Any) -> Any:
    """The value as a graph has it. Raises Unmapped."""
    if objects.holds_code(value):
        raise Unmapped(phrase("saved-code-in", name=param.name), code=True)
    if param.type == "function":
        raise Unmapped(phrase("saved-function-in", name=param.name), code=True)
    if param.type == "dtype":
        return _dtype(value)
    if param.type == "activation":
        return _activation(made, value)
    if param.type == "layers":
        return [_nested(made, param, one) for one in value] if isinstance(value, list) else value
    if param.type in _NESTED:
        return _nested(made, param, value)
    if param.type == "int" and isinstance(value, list):
        return _one_number(value)
    if param.type == "str_list" and isinstance(value, str):
        raise Unmapped(phrase("saved-path-in", name=param.name, value=_short(value)), code=True)
    return value


def _one_number(value: list[Any]) -> Any:
    """Keras writes one number as a list where it stands for every side of a window, or ends a range that begins with 1."""
    same = len(value) > 0 and all(one == value[0] for one in value)
    return value[0] if same else value[1] if len(value) == 2 and value[0] == 1 else value


def _nested(made: Params, param: Param, value: Any) -> Any:
    if value is None or isinstance(value, int | float):
        return value
    kind = _NESTED[param.type]
    if isinstance(value, str):
        member = catalog.get(kind, old.INITIALIZERS.get(value, value) if kind == "initializer" else value)
        return member.name if member else value
    found = _by_class(value)
    if found is None:
        raise Unmapped(phrase("saved-odd-value", name=param.name, value=_short(value)))
    if kind == "layer" and found.class_name in ("Functional", "Sequential", "Model"):
        raise Unmapped(phrase("saved-model-inside", name=param.name))
    if made.member.name == "Bidirectional":
        found = replace(
            found, config={**found.config, "zero_output_for_mask": False}
        )  # the wrapper decides it, and says so
    inner = read(kind, found)
    made.left_out += inner.left_out
    made.changed += inner.changed
    if kind == "layer" and found.config.get("trainable") is False:
        made.changed.append(phrase("saved-inner-frozen", name=inner.member.name))
    return {"name": inner.member.name, "params": inner.values}


def _by_class(value: Any) -> Object | None:
    """Keras 1 wrote `{"name": "L1L2Regularizer", "l2": 0.01}`."""
    found = objects.read(value)
    if found is None and isinstance(value, dict) and isinstance(value.get("name"), str):
        config = {key: one for key, one in value.items() if key != "name"}
        found = Object(value["name"].removesuffix("Regularizer").replace("Weight", "L1L2"), config)
    if found is not None and found.class_name in old.INITIALIZERS:
        found = Object(old.INITIALIZERS[found.class_name], found.config, found.module, found.registered_name)
    return found


def _activation(made: Params, value: Any) -> Any:
    name = objects.function(value) or (value if isinstance(value, str) else None)
    if name is None:
        found = objects.read(value)
        raise Unmapped(phrase("saved-layer-as-activation", name=found.named if found else _short(value)))
    member = catalog.get("activation", name)
    if member is None:
        raise Unmapped(phrase("saved-own-function", name=name))
    return member.name


def _dtype(value: Any) -> Any:
    found = objects.read(value)
    if found is None:
        return value
    return found.config.get("name") if found.class_name in ("DTypePolicy", "Policy", "PolicyV1") else found.named


def _check(made: Params, given: Json) -> None:
    """Keeps what the catalog takes and what is not the default."""
    reader = Reader("")
    taken = reader.arguments(made.member, given)
    made.values = {name: given[name] for name in taken}
    _shorten(made.member.name, made.values)
    for problem in reader.problems:
        name = problem.place.split(".")[0]
        param = catalog.params(made.member.kind, made.member.name).get(name)
        if param is None or param.required or param.type in ("layer", "layers"):
            raise Unmapped(phrase("saved-bad-value", name=problem.place, value=_short(given.get(name))))
        words = phrase("saved-bad-argument", layer=made.member.name, name=problem.place, value=_short(given.get(name)))
        made.left_out.append(words)


def _shorten(name: str, values: Json) -> None:
    """Takes out what Keras derives from the rest when it is not given."""
    if values.get("data_format") == "channels_last":
        del values["data_format"]
    if "value_dim" in values and values["value_dim"] == values.get("key_dim"):
        del values["value_dim"]
    back = values.get("backward_layer")
    if name == "Bidirectional" and back is not None:
        front = values["layer"]
        turned = {**front["params"], "go_backwards": not front["params"].get("go_backwards", False)}
        if back == {"name": front["name"], "params": {key: one for key, one in turned.items() if one is not False}}:
            del values["backward_layer"]


def _short(value: Any) -> str:
    text = str(objects.without_code(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
