"""Wires → an order in which every node follows what it needs. Deterministic: ids and port order decide, layout and dict order never."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from layerloom.graph.schema import EdgeId, NodeId

Arrives = Mapping[NodeId, Sequence[tuple[NodeId, EdgeId]]]
"""Node → (source, edge id) of each wire into it, in the order of its ports."""


def order(ends: Iterable[NodeId], arrives: Arrives) -> list[NodeId] | None:
    """Depth first from each end back to the inputs: a branch is finished before the next begins, as a person would write it.

    None where the wires close a circle.
    """
    found: list[NodeId] = []
    done: dict[NodeId, bool] = {}  # False while a node's sources are being visited
    for end in ends:
        if end in done:
            continue
        done[end] = False
        path: list[NodeId] = [end]
        waiting = [iter(arrives.get(end, ()))]
        while path:
            for source, _ in waiting[-1]:
                state = done.get(source)
                if state is None:
                    done[source] = False
                    path.append(source)
                    waiting.append(iter(arrives.get(source, ())))
                    break
                if state is False:
                    return None
            else:
                done[path[-1]] = True
                found.append(path.pop())
                waiting.pop()
    return found


def circles(starts: Iterable[NodeId], nodes: Iterable[NodeId], arrives: Arrives) -> dict[EdgeId, tuple[NodeId, ...]]:
    """Every wire that leads back, seen on the way from the inputs, with the nodes of the circle it closes, first to last."""
    leaves: dict[NodeId, list[tuple[NodeId, EdgeId]]] = {}
    for target in sorted(arrives):
        for source, edge in arrives[target]:
            leaves.setdefault(source, []).append((target, edge))
    found: dict[EdgeId, tuple[NodeId, ...]] = {}
    done: dict[NodeId, bool] = {}
    for start in (*starts, *nodes):
        if start in done:
            continue
        done[start] = False
        path: list[NodeId] = [start]
        waiting: list[Iterator[tuple[NodeId, EdgeId]]] = [iter(leaves.get(start, ()))]
        while path:
            for target, edge in waiting[-1]:
                state = done.get(target)
                if state is None:
                    done[target] = False
                    path.append(target)
                    waiting.append(iter(leaves.get(target, ())))
                    break
                if state is False:
                    found[edge] = tuple(path[path.index(target) :])
            else:
                done[path.pop()] = True
                waiting.pop()
    return found
