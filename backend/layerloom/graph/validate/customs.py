"""One custom node and the code it names → its CustomCall, or its problems. Reads what the proof found; never the code itself."""

from typing import Any

from layerloom.graph import texts
from layerloom.graph.plan import CustomCall
from layerloom.graph.problems import Problem
from layerloom.graph.schema import Code, CustomNode, Graph, NodeId
from layerloom.graph.sealing import Judge
from layerloom.graph.validate.coerce import Bad, coerce, wanted
from layerloom.graph.validate.layers import Checked


def check(id: NodeId, node: CustomNode, code: Code | None, judge: Judge) -> Checked:
    if code is None:
        return Checked((texts.custom_gone(id, node.name),), ports_known=False)
    problems: list[Problem] = []
    standing = judge(code)
    if standing == "unproven":
        problems.append(texts.custom_unproven(id, node.name, code.name))
    elif standing == "off":
        problems.append(texts.custom_off(id, code.name))
    params = _params(id, node, code, problems)
    call = None if problems else CustomCall(code.name, params, kind=code.kind, source=code.source, defines=code.defines)
    return Checked(tuple(problems), call, {}, code.inputs, code.outputs)


def together(graph: Graph) -> list[Problem]:
    """Names that two pieces of code both define: a script is one piece."""
    users: dict[NodeId, list[NodeId]] = {}
    for id, node in graph.nodes.items():
        if isinstance(node, CustomNode) and node.code in graph.code:
            users.setdefault(node.code, []).append(id)
    first: dict[str, tuple[NodeId, str]] = {}
    found: dict[tuple[NodeId, NodeId], str] = {}
    for code in sorted(users):
        for told in graph.code[code].defines:
            name = told.partition("=")[0]
            other, meant = first.setdefault(name, (code, told))
            if other != code and ("=" not in told or meant != told):
                found.setdefault((other, code), name)
    return [
        texts.custom_name_taken(
            tuple(id for code in pair for id in users[code]), name, [graph.code[one].name for one in pair]
        )
        for pair, name in found.items()
    ]


def _params(id: NodeId, node: CustomNode, code: Code, problems: list[Problem]) -> dict[str, Any]:
    """In the order of the signature, without those that equal their default."""
    known = {param.name: param for param in code.params}
    for name, value in node.params.items():
        if name not in known:
            problems.append(texts.unknown_parameter(id, code.name, name, value, list(known), True))
    made: dict[str, Any] = {}
    for name, param in known.items():
        if name not in node.params:
            if param.required:
                problems.append(texts.missing_parameter(id, code.name, name, wanted(param), code.tried.get(name)))
            continue
        try:
            value = coerce(param, node.params[name])
        except Bad as bad:
            wrong = (bad.wants, bad.value, bad.better, not param.required)
            problems.append(texts.bad_parameter(id, code.name, name, *wrong))
            continue
        if param.required or value != param.default:
            made[name] = value
    return made
