"""Nodes of the model that the script made and of the one it makes now → edits of those in the graph. Only what differs is written."""

import re
import secrets
from collections.abc import Iterator, Mapping
from typing import Any

from layerloom import catalog
from layerloom.graph.problems import Edit, SetField, SetParam
from layerloom.graph.schema import BlockNode, Graph, InputNode, LayerNode, Node, NodeId, OpNode, OutputNode, Spec

Ids = Mapping[NodeId, NodeId]


def ids(graph: Graph, home: Ids, same: Ids, after: Graph) -> dict[NodeId, NodeId]:
    """Node of `after` → its id in the graph: the one it had, or a new one. What Keras adds to a model by itself has none."""
    taken = set(graph.nodes)
    old = {id: home[same[id]] for id in same if same[id] in home}
    return old | {id: fresh(node.name, taken) for id, node in after.nodes.items() if id not in same}


def fresh(name: str, taken: set[str]) -> NodeId:
    """An id that nothing has, and that no page makes at the same time; it is then taken."""
    stem = re.sub(r"[^A-Za-z0-9_-]", "_", name)[:40] or "node"
    while (id := f"{stem}-{secrets.token_hex(4)}") in taken:
        pass
    taken.add(id)
    return id


def added(after: Graph, same: Ids, ids: Ids) -> dict[NodeId, Node]:
    """New nodes by their new ids, in the order in which the code comes to them."""
    return {ids[id]: _at_home(node, ids) for id, node in after.nodes.items() if id not in same}


def removed(before: Graph, home: Ids, same: Ids) -> list[NodeId]:
    kept = set(same.values())
    return [home[id] for id in before.nodes if id not in kept and id in home]


def _at_home(node: Node, ids: Ids) -> Node:
    if isinstance(node, LayerNode) and node.shares is not None:
        return node.model_copy(update={"shares": ids[node.shares]})
    return node


def changed(graph: Graph, before: Graph, after: Graph, home: Ids, same: Ids, ids: Ids) -> Iterator[Edit]:
    for new, old in same.items():
        there = home.get(old)
        if there is None or (id := drawn(there)) not in graph.nodes:
            continue
        for edit in _one(graph, id, before.nodes[old], after.nodes[new], home, ids):
            yield edit if id == there or getattr(edit, "node", id) != id else edit.model_copy(update={"node": there})


def drawn(id: NodeId) -> NodeId:
    """The node of the graph that a plan has several times."""
    return id.split("@")[0]


def _one(graph: Graph, id: NodeId, was: Node, now: Node, home: Ids, ids: Ids) -> Iterator[Edit]:
    own = graph.nodes[id]
    if isinstance(own, LayerNode) and own.shares in graph.nodes and _says_its_name(was):
        id, own = own.shares, graph.nodes[own.shares]  # a script makes a layer where it is called first
    if _says_its_name(was) and was.name != now.name:
        yield _renamed(graph, id, own, was.name, now.name)
    if isinstance(was, InputNode) and isinstance(now, InputNode):
        yield from _fields(id, was, now, ("shape", "dtype"))
    elif isinstance(was, OutputNode) and isinstance(now, OutputNode):
        yield from _output(id, was, now, own)
    elif isinstance(was, LayerNode) and isinstance(now, LayerNode):
        yield from _layer(id, was, now, own, home, ids)
    elif isinstance(was, OpNode) and isinstance(now, OpNode):
        yield from _params(id, was.params, now.params, own, "op", now.op)


def _says_its_name(node: Node) -> bool:
    """Names of operations and of a layer's further calls are Keras' own."""
    return not isinstance(node, OpNode) and not (isinstance(node, LayerNode) and node.shares is not None)


def _renamed(graph: Graph, id: NodeId, own: Node, was: str, now: str) -> Edit:
    """In a block the script's names begin with the block's, and in a repeated one with its round's; the node's own does not."""
    prefix = was.removesuffix(own.name)
    if own.block is None or not prefix or prefix == was:
        return SetField(node=id, field="name", value=now)
    if now.startswith(prefix):
        return SetField(node=id, field="name", value=now.removeprefix(prefix))
    block = graph.nodes[own.block]
    called = now.removesuffix(own.name).removesuffix("_")
    if isinstance(block, BlockNode) and block.repeat > 1:
        called = re.sub(r"_\d+$", "", called)
    return SetField(node=own.block, field="name", value=called)


def _layer(id: NodeId, was: LayerNode, now: LayerNode, own: Node, home: Ids, ids: Ids) -> Iterator[Edit]:
    shares = (home.get(was.shares or ""), ids.get(now.shares or ""))
    if shares[0] != shares[1] and shares[1] != id:
        yield SetField(node=id, field="shares", value=shares[1])
        if shares[1] is None:
            yield SetField(node=id, field="layer", value=now.layer)
            yield SetField(node=id, field="params", value=now.params)
            yield SetField(node=id, field="trainable", value=now.trainable)
    if now.shares is not None or was.shares is not None:
        return
    if was.layer != now.layer:
        yield SetField(node=id, field="layer", value=now.layer)
        yield SetField(node=id, field="params", value=now.params)
    else:
        yield from _params(id, was.params, now.params, own, "layer", now.layer)
    yield from _fields(id, was, now, ("trainable",))


def _fields(id: NodeId, was: Node, now: Node, fields: tuple[str, ...]) -> Iterator[Edit]:
    old, new = was.model_dump(mode="json"), now.model_dump(mode="json")
    for field in fields:
        if old.get(field) != new.get(field):
            yield SetField(node=id, field=field, value=new.get(field))


def _params(
    id: NodeId, was: Mapping[str, Any], now: Mapping[str, Any], own: Node, kind: Any, name: str
) -> Iterator[Edit]:
    differing = differences(was, now)
    if not differing:
        return
    mine = getattr(own, "params", {})
    written = {key: _as_written(kind, name, key, value, mine.get(key)) for key, value in differing.items()}
    if any(key in now and value is None for key, value in written.items()):  # as an edit, None takes a parameter away
        yield SetField(node=id, field="params", value=merged(mine, written, now))
        return
    for key, value in written.items():
        yield SetParam(node=id, param=key, value=value)


def differences(was: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters that differ, with their new values; None for one that is not said any more."""
    return {key: now.get(key) for key in {**was, **now} if was.get(key) != now.get(key) or (key in was) != (key in now)}


def merged(mine: Mapping[str, Any], differing: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**mine, **differing}.items() if key not in differing or key in now}


def _as_written(kind: Any, name: str, key: str, value: Any, mine: Any) -> Any:
    """One number for every side of a window, as people write it, unless the graph has them one by one."""
    known = catalog.params(kind, name).get(key)
    sides = isinstance(value, list) and len(value) > 0 and all(one == value[0] for one in value)
    return value[0] if known and known.type == "int_tuple" and sides and not isinstance(mine, list | tuple) else value


def _output(id: NodeId, was: OutputNode, now: OutputNode, own: Node) -> Iterator[Edit]:
    yield from _fields(id, was, now, ("weight",))
    if was.metrics != now.metrics:
        yield SetField(node=id, field="metrics", value=[one.model_dump(mode="json") for one in now.metrics or ()])
    if was.loss != now.loss:
        mine = own.loss if isinstance(own, OutputNode) else None
        yield SetField(node=id, field="loss", value=respecified(mine, was.loss, now.loss))


def respecified(mine: Spec | None, was: Spec | None, now: Spec | None) -> dict[str, Any] | None:
    """A loss or an optimizer with what differs changed; the graph's other parameters of it stay."""
    if now is None:
        return None
    if mine is None or was is None or mine.name != now.name or was.name != now.name:
        return now.model_dump(mode="json")
    differing = differences(was.params, now.params)
    return {"name": now.name, "params": merged(mine.params, differing, now.params)}
