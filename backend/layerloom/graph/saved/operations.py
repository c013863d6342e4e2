"""A call of `keras.ops` as a saved model holds it → the op's parameters, and the ports its tensors arrive at. Makes no node.

The file has a class (`Matmul`), what it was made with, and what it was called with; the catalog knows which is which.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from layerloom import catalog
from layerloom.catalog.types import Member
from layerloom.graph import slices
from layerloom.graph.ports import outputs_with
from layerloom.graph.saved.model import Call, Ellipsis_, Slice, Tensor, tensors
from layerloom.graph.saved.objects import Json, Object
from layerloom.graph.saved.params import Unmapped
from layerloom.graph.validate.ops import stem
from layerloom.graph.validate.params import Reader
from layerloom.words import phrase

Arrival = tuple[str, int, Tensor]
"""Port, place among what arrives there, and what does."""
_OWN = frozenset({"dtype", "name"})
"""Written into a configuration by Keras, and no argument of most functions."""


@dataclass(frozen=True, slots=True)
class Operation:
    member: Member
    values: Json
    arriving: tuple[Arrival, ...]
    outputs: tuple[str, ...]
    """Names of the ports."""


def read(operation: Object, call: Call) -> Operation:
    """Raises Unmapped."""
    member = _member(operation)
    known = catalog.params("op", member.name)
    values: Json = {}
    arriving: list[Arrival] = []
    for argument, value in operation.config.items():
        if argument in known and value is not None and value != known[argument].default:
            values[argument] = value
        elif argument not in known and argument not in _OWN and value not in (None, False, [], {}):
            raise Unmapped(phrase("saved-op-argument", name=member.name, argument=argument))
    for argument, value in _operands(member, call):
        found = list(tensors(value))
        if found:
            port = next((port for port in member.inputs if port.name == argument), None)
            if port is None or (len(found) > 1 and not port.many) or (len(found) != _count(value)):
                raise Unmapped(phrase("saved-op-argument", name=member.name, argument=argument))
            arriving += [(argument, place, one) for place, one in enumerate(found)]
        elif value is not None and argument in known and value != known[argument].default:
            values[argument] = slices.written(_key(value)) if known[argument].type == "slice" else value
    reader = Reader("")
    reader.arguments(member, values)
    if reader.problems:
        place = reader.problems[0].place
        raise Unmapped(phrase("saved-op-argument", name=member.name, argument=place))
    wires: dict[str, int] = {}
    for port_name, _, _ in arriving:
        wires[port_name] = wires.get(port_name, 0) + 1
    outputs = tuple(port.name for port in outputs_with(member, values, wires))
    return Operation(member, values, tuple(arriving), outputs)


def _member(found: Object) -> Member:
    """The function that makes such an operation; of several, the one whose name the class has."""
    pictures = (found.module or "").endswith(".image")
    made = [one for one in _by_operation().get(found.class_name, ()) if one.name.startswith("image.") or not pictures]
    if not made:
        raise Unmapped(phrase("saved-operation", name=found.class_name))
    size = found.config.get("size")
    if found.class_name == "ExtractPatches":
        flat = not isinstance(size, list) or len(size) < 3
        return next(one for one in made if one.name.endswith("_3d") != flat)
    return min(made, key=lambda one: (one.name.split(".")[-1] != stem(found.class_name), one.name))


@cache
def _by_operation() -> Mapping[str, tuple[Member, ...]]:
    found: dict[str, tuple[Member, ...]] = {}
    for member in catalog.members("op"):
        if member.operation:
            found[member.operation] = (*found.get(member.operation, ()), member)
    return found


def _operands(member: Member, call: Call) -> Iterator[tuple[str, Any]]:
    names = list(member.operands)
    for place, value in enumerate(call.args):
        if place < len(names) and names[place].startswith("*"):
            yield names[place].lstrip("*"), list(call.args[place:])
            break
        if place >= len(names):
            raise Unmapped(phrase("saved-op-argument", name=member.name, argument=str(place + 1)))
        yield names[place], value
    keras_names = {name: name for name in names} | {"x": "input", "inputs": "input", "images": "input", "xs": "input"}
    for argument, value in call.kwargs.items():
        yield keras_names.get(argument, argument), value


def _count(value: Any) -> int:
    """Everything that stands in an argument: tensors beside plain numbers cannot be drawn."""
    return sum(map(_count, value)) if isinstance(value, list | tuple) else 1


def _key(value: Any) -> tuple[slices.Part, ...]:
    parts = value if isinstance(value, list | tuple) else [value]
    return tuple(map(_part, parts))


def _part(value: Any) -> slices.Part:
    match value:
        case None:
            return None
        case Ellipsis_():
            return ...
        case Slice(start=start, stop=stop, step=step) if all(
            end is None or type(end) is int for end in (start, stop, step)
        ):
            return slice(start, stop, step)
        case int() if not isinstance(value, bool):
            return value
    raise Unmapped(phrase("saved-op-argument", name="get_item", argument="key"))
