"""What a script said and what it says now → the edits of the graph it was written from. Pure; runs nothing.

Both models came through the same door (`saved`), so what no script can say is on neither side and stays in the graph as it is. The edits
mean nodes by their ids and touch only what differs: whatever somebody else changes meanwhile meets them field by field.
"""

from collections.abc import Iterable

from layerloom.catalog.types import Strict
from layerloom.graph import edits as carried_out
from layerloom.graph.plan import Plan
from layerloom.graph.problems import AddEdge, Edit
from layerloom.graph.recode import anchors, nodes, repeats, settings, wires
from layerloom.graph.recode.matching import follow
from layerloom.graph.saved.report import Imported, Remark
from layerloom.graph.schema import Graph
from layerloom.words import Phrase, phrase

__all__ = ["Ran", "Recoded", "recode"]


class Untold(Strict):
    """Something of the script that was edited and of which a model says nothing."""

    name: str
    line: int


class Ran(Strict):
    """What running both scripts gave."""

    before: Imported
    after: Imported
    untold: tuple[Untold, ...] = ()


class Recoded(Strict):
    edits: tuple[Edit, ...]
    remarks: tuple[Phrase, ...] = ()
    """What of the code the graph cannot take over."""


def recode(graph: Graph, plan: Plan, ran: Ran) -> Recoded:
    """`plan` is the graph's own. Raises Refused for a wire that would leave a block."""
    before, after = ran.before.graph, ran.after.graph
    home = anchors.of(plan, before)
    same = follow(before, after)
    ids = nodes.ids(graph, home, same, after)
    wired = wires.Wiring(graph, plan, ids)
    edits: list[Edit] = [*settings.edits(graph, before.training, after.training)]
    edits += nodes.changed(graph, before, after, home, same, ids)
    edits += wired.edits(before, after, home, nodes.added(after, same, ids), nodes.removed(before, home, same))
    known = [one.words for one in ran.before.report.remarks]
    remarks = [one.words for one in ran.after.report.remarks if _lost(one) and one.words not in known]
    untold = [phrase("recode-untold", name=one.name, line=one.line) for one in ran.untold]
    edits = list(repeats.settled(graph, edits))
    return Recoded(edits=tuple(edits), remarks=(*untold, *remarks))


def _lost(remark: Remark) -> bool:
    return remark.kind in ("placeholder", "left_out")


def onto(graph: Graph, edits: Iterable[Edit]) -> tuple[Graph, tuple[Edit, ...]]:
    """The graph with the edits, and those of them that still mean something in it: what they are about may be gone by now."""
    done: list[Edit] = []
    for edit in edits:
        if isinstance(edit, AddEdge) and not {edit.edge.source, edit.edge.target} <= graph.nodes.keys():
            continue
        try:
            graph = carried_out.apply(graph, [edit])
        except LookupError:
            continue
        done.append(edit)
    return graph, tuple(done)
