"""A saved model's calls → the order they are made in, and the ports their tensors arrive at. Makes no node."""

from collections.abc import Iterator
from typing import Any

from layerloom.catalog.types import Member, Port
from layerloom.graph.ports import present
from layerloom.graph.problems import Refused
from layerloom.graph.saved import masks
from layerloom.graph.saved.model import Call, Layer, Model, Tensor, arriving, tensors
from layerloom.graph.saved.objects import Json
from layerloom.graph.saved.params import Unmapped
from layerloom.graph.saved.structure import malformed
from layerloom.words import phrase

Arrival = tuple[str, int, Tensor]
"""Port, place among what arrives there, and what does."""


def arrivals(member: Member, values: Json, call: Call) -> list[Arrival]:
    """Where each tensor of a call goes in. Raises Unmapped where one has no port."""
    ports = present(member, member.inputs, values)
    by_name = {port.name: port for port in ports}
    found: list[Arrival] = []
    filled: set[str] = set()
    for place, value in enumerate(call.args):
        if place < len(ports):
            found += _at(ports[place], value, member)
            filled.add(ports[place].name)
        elif _flows(value):
            raise Unmapped(phrase("saved-more-arguments", layer=member.name))
    for key, value in call.kwargs.items():
        if _flows(value):
            port = by_name.get(key) or (ports[0] if ports and ports[0].name not in filled else None)
            if port is None or port.name in filled:
                raise Unmapped(phrase("saved-no-port", layer=member.name, name=key))
            found += _at(port, value, member)
            filled.add(port.name)
    return found


def _at(port: Port, value: Any, member: Member) -> list[Arrival]:
    found = list(tensors(value))
    if len(found) > 1 and not port.many:
        raise Unmapped(phrase("saved-several-at-once", layer=member.name, name=port.name))
    return [(port.name, place, one) for place, one in enumerate(found)]


def _flows(value: Any) -> bool:
    return next(tensors(value), None) is not None


def without(call: Call, keywords: set[str] | frozenset[str]) -> Call:
    return Call(call.args, {key: one for key, one in call.kwargs.items() if key not in keywords})


def in_order(
    model: Model, known: set[Tensor], implicit: set[str], filled: set[masks.Use]
) -> Iterator[tuple[Layer, int]]:
    """Every call after those that feed it. Raises Refused for a circle."""
    waits: dict[tuple[str, int], int] = {}
    leads: dict[tuple[str, int], list[tuple[str, int]]] = {}
    ready: list[tuple[str, int]] = []
    inputs = {one.layer for one in known}
    for layer in model.layers.values():
        if layer.name in implicit or layer.is_input:
            continue
        for number, call in enumerate(layer.calls):
            at = (layer.name, number)
            kept = without(call, masks.keywords(filled, layer.name, number))
            before = {(one.layer, one.call) for one in arriving(kept) if one.layer not in inputs}
            waits[at] = len(before)
            for one in before:
                leads.setdefault(one, []).append(at)
            if not before:
                ready.append(at)
    ready.reverse()
    done = 0
    while ready:
        at = ready.pop()
        done += 1
        yield model.layers[at[0]], at[1]
        for target in reversed(leads.get(at, ())):
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    if done < len(waits):
        stuck = next(name for (name, number), n in waits.items() if n)
        raise Refused(malformed(stuck, phrase("saved-circle")))
