"""One backbone node → its BackboneCall, or its problems. Looks at nothing but the node.

Weights come by name, never by path: a path would be read wherever the graph goes.
"""

from layerloom import catalog
from layerloom.catalog.types import Port
from layerloom.graph import texts
from layerloom.graph.plan import BackboneCall
from layerloom.graph.schema import BackboneNode, NodeId
from layerloom.graph.validate.layers import Checked
from layerloom.graph.validate.params import Reader
from layerloom.words import phrase

_PORTS = ((Port(name="input"),), (Port(name="output"),))
SHAPE = "input_shape"


def check(id: NodeId, node: BackboneNode) -> Checked:
    member = catalog.get("application", node.application)
    if member is None:
        known = [one.name for one in catalog.members("application")]
        return Checked((texts.unknown_application(id, node.application, known),), ports_known=False)
    reader = Reader(id)
    given = {name: value for name, value in node.params.items() if name != SHAPE}
    params = reader.arguments(member, given)
    problems = [*reader.problems]
    if SHAPE in node.params:
        value = node.params[SHAPE]
        known = [one.name for one in member.params if one.name != SHAPE]
        problems.append(texts.unknown_parameter(id, member.name, SHAPE, value, known, True))
    weights = params.get("weights", "imagenet")
    if weights not in (None, "imagenet"):
        wants = phrase("wants-weights")
        problems.append(texts.bad_parameter(id, member.name, "weights", wants, weights, "imagenet", True))
    call = None if problems else BackboneCall(member.name, params, freeze=node.freeze, prepared=node.preprocess)
    return Checked(tuple(problems), call, {}, *_PORTS)
