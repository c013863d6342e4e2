"""Problems of the graph laid out → the same of the graph as it is drawn: node and wire ids, and the fixes that can be meant there."""

from collections.abc import Iterable, Iterator

from layerloom.graph.problems import AddEdge, AddNode, Edit, Fix, InsertOnEdge, Problem, RemoveEdge, SetParam
from layerloom.graph.schema import BlockNode, Graph
from layerloom.graph.validate.laying import Layout, plain


def home(problems: Iterable[Problem], graph: Graph, layout: Layout) -> tuple[Problem, ...]:
    """What is said of several repeats is said once."""
    found: dict[tuple[str, tuple[str, ...], str], Problem] = {}
    for problem in problems:
        one = _homed(problem, graph, layout)
        found.setdefault((one.code, one.nodes, one.place), one)
    return tuple(found.values())


def _homed(problem: Problem, graph: Graph, layout: Layout) -> Problem:
    nodes = tuple(dict.fromkeys(one for id in problem.nodes for one in _nodes(id, graph, layout)))
    edges = tuple(dict.fromkeys(one for one in map(plain, problem.edges) if one in graph.edges))
    fixes = tuple(one for one in (_fix(fix, graph) for fix in problem.fixes) if one is not None)
    if (nodes, edges, fixes) == (problem.nodes, problem.edges, problem.fixes):
        return problem
    return problem.model_copy(update={"nodes": nodes, "edges": edges, "fixes": fixes})


def _nodes(id: str, graph: Graph, layout: Layout) -> Iterator[str]:
    """A node of a later repeat or of a sharer stands for itself and for that block."""
    yield plain(id)
    if "@" in id:
        block = next((one.node for one in layout.blocks if one.id == layout.within.get(id)), None)
        if block is not None:
            yield block


def _fix(fix: Fix, graph: Graph) -> Fix | None:
    edits = []
    for edit in fix.edits:
        found = _edit(edit, graph)
        if found is None:
            return None
        edits.append(found)
    return fix.model_copy(update={"edits": tuple(edits)}) if tuple(edits) != fix.edits else fix


def _edit(edit: Edit, graph: Graph) -> Edit | None:
    """None for one that means what is only there when blocks are laid out."""
    match edit:
        case InsertOnEdge() | RemoveEdge():
            edge = plain(edit.edge)
            return edit.model_copy(update={"edge": edge}) if edge in graph.edges else None
        case AddEdge():
            ends = {end: plain(getattr(edit.edge, end)) for end in ("source", "target")}
            source, target = (graph.nodes.get(one) for one in ends.values())
            if source is not None and target is not None and source.block != target.block:
                return None
            if isinstance(source, BlockNode) or isinstance(target, BlockNode):
                return None
            return edit.model_copy(update={"edge": edit.edge.model_copy(update=ends)})
        case AddNode():
            near = None if edit.near is None else plain(edit.near)
            return edit.model_copy(update={"near": near}) if near != edit.near else edit
        case SetParam() if _varies(plain(edit.node), edit.param, graph):
            return None
    node = getattr(edit, "node", None)
    return edit if node is None or node == plain(node) else edit.model_copy(update={"node": plain(node)})


def _varies(node: str, param: str, graph: Graph) -> bool:
    return any(isinstance(one, BlockNode) and param in one.varying.get(node, {}) for one in graph.nodes.values())
