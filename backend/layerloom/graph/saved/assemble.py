"""Model → the nodes and edges of a graph. A layer called again shares; a model inside a model is a block, which shares where it is called
again, or is laid out flat where it is wished.
"""

import re

from layerloom import catalog
from layerloom.graph import texts
from layerloom.graph.limits import Limits
from layerloom.graph.ports import of_layer
from layerloom.graph.problems import Refused
from layerloom.graph.saved import equivalents, masks, objects, old, operations, params
from layerloom.graph.saved.flowing import arrivals, in_order, without
from layerloom.graph.saved.model import Call, Layer, Model, Tensor, named, tensors
from layerloom.graph.saved.objects import Json, Object
from layerloom.graph.saved.params import Params, Unmapped
from layerloom.graph.saved.report import Remarks
from layerloom.graph.saved.structure import malformed
from layerloom.graph.schema import BlockNode, CustomNode, Edge, InputNode, LayerNode, Node, NodeId, OpNode, OutputNode
from layerloom.graph.validate import names
from layerloom.words import Phrase, phrase

Source = tuple[NodeId, str]
"""What flows: a node and its output port."""
Flow = dict[Tensor, Source]

_IGNORED = frozenset({"training"})
"""Keras decides it in every call of a whole model, whatever was said when the layer was called."""
_DRAWS = re.compile(r"(Alpha|Gaussian|Spatial)?Dropout(\dD)?|GaussianNoise|BatchNormalization").fullmatch
"""Layers that do something else while they are trained; of others, Keras itself writes `training` down."""
_MOST_OUTPUTS = 16


class Assembly:
    """One model on its way into a graph."""

    def __init__(self, remarks: Remarks, limits: Limits, generation: int = 3, flat: bool = False) -> None:
        self.nodes: dict[NodeId, Node] = {}
        self.edges: dict[str, Edge] = {}
        self.owners: dict[NodeId, str] = {}
        """Node that owns a layer → where the layer stands in the file."""
        self.outputs: list[tuple[NodeId, str]] = []
        """Output nodes in the model's order, with what the file calls each: the key in a dict, else the layer."""
        self.code: dict[str, Phrase] = {}
        """Layers that hold Python code, and why they cannot be opened."""
        self._remarks = remarks
        self._limits = limits
        self._generation = generation
        self._taken: set[str] = set()
        self._read: dict[str, Params | Unmapped] = {}
        self._laid_flat: set[str] = set()
        self._models: dict[str, tuple[NodeId, list[NodeId], list[NodeId]]] = {}
        """Models inside, by where they stand in the file: the first block of each, with its inputs and outputs."""
        self._standing: NodeId | None = None
        """The block that nodes are put in."""
        self._flat = flat

    def model(self, model: Model) -> None:
        """Raises Refused where calls feed each other in a circle, or there is too much of it."""
        flow = self._inside(model, "", "", {}, {})
        ends = list(named(model.outputs))
        digits = len(str(len(ends)))
        for place, (key, one) in enumerate(ends):
            wanted = key or (f"{one.layer}_output" if len(ends) > 1 else "output")
            id = "output" if len(ends) == 1 else f"output_{place + 1:0{digits}}"
            id = self._add(id, OutputNode(name=self._name(wanted)))
            self.outputs.append((id, key or one.layer))
            self._wire(flow[one], id, "input", 0)

    def _inside(self, model: Model, path: str, prefix: str, given: Flow, shared: dict[str, NodeId]) -> Flow:
        """What flows out of every call. `given` feeds the inputs of a model that stands inside another; `shared` holds the owners of
        an earlier call of it, and takes in those of this one."""
        implicit, filled = masks.implicit(model)
        if implicit:
            self._remarks.add("implicit", phrase("saved-implicit-masks", n=len(implicit)))
        flow = dict(given)
        for layer in model.layers.values():
            if layer.is_input and (one := Tensor(layer.name)) not in flow:
                flow[one] = (self._input(layer, prefix), "output")
        for layer, number in in_order(model, set(flow), implicit, filled):
            call = without(layer.calls[number], masks.keywords(filled, layer.name, number) | _IGNORED)
            where = f"{path}/{layer.name}" if path else layer.name
            if layer.calls[number].kwargs.get("training") is True and _DRAWS(layer.object.class_name):
                self._remarks.add("left_out", phrase("saved-training-argument", name=layer.name))
            if layer.model is not None:
                self._nested(layer, layer.model, number, call, where, prefix, flow, shared)
                continue
            try:
                if layer.object.operation:
                    self._operation(layer, number, call, prefix, flow)
                else:
                    self._layer(layer, number, call, where, prefix, flow, shared)
            except Unmapped as reason:
                self._placeholder(layer, number, call, prefix, flow, reason)
        return flow

    def _nested(
        self,
        layer: Layer,
        inner: Model,
        number: int,
        call: Call,
        where: str,
        prefix: str,
        flow: Flow,
        shared: dict[str, NodeId],
    ) -> None:
        """A block of kind `model`, of which a later call shares the first one's; or `flat`, its layers among the others, named after it."""
        inputs = list(named(inner.inputs))
        arriving = list(named([*call.args, *call.kwargs.values()]))
        by_key = dict(arriving)
        if all(key in by_key and key for key, _ in inputs):
            arriving = [(key, by_key[key]) for key, _ in inputs]
        if len(inputs) != len(arriving):
            raise Refused(malformed(where, phrase("saved-inputs-differ", n=len(inputs), received=len(arriving))))
        if not self._flat:
            self._block(layer, inner, number, where, [flow[source] for _, source in arriving], flow)
            return
        given = {one: flow[source] for (_, one), (_, source) in zip(inputs, arriving, strict=True)}
        out = self._inside(inner, where, f"{prefix}{layer.name}_", given, shared)
        for index, (_, one) in enumerate(named(inner.outputs)):
            flow[Tensor(layer.name, number, index)] = out[one]
        if where not in self._laid_flat:
            self._laid_flat.add(where)
            self._remarks.add("changed", phrase("saved-nested", name=layer.name, n=len(inner.layers)))

    def _block(self, layer: Layer, inner: Model, number: int, where: str, sources: list[Source], flow: Flow) -> None:
        name = self._name(layer.name)
        known = self._models.get(where)
        id = self._add(name, BlockNode(name=name, kind="model", shares=known[0] if known else None))
        if known is None:
            around = self._standing, self._taken
            self._standing, self._taken = id, set()
            given: Flow = {}
            entries = []
            for _, one in named(inner.inputs):
                entries.append(self._input(inner.layers[one.layer], ""))
                given[one] = (entries[-1], "output")
            out = self._inside(inner, where, "", given, {})
            exits = []
            for _, one in named(inner.outputs):
                exits.append(self._add(f"{name}_output", OutputNode(name=self._name(f"{one.layer}_output"))))
                self._wire(out[one], exits[-1], "input", 0)
            self._standing, self._taken = around
            known = self._models[where] = (id, entries, exits)
        for source, port in zip(sources, known[1], strict=True):
            self._wire(source, id, port, 0)
        for index, port in enumerate(known[2]):
            flow[Tensor(layer.name, number, index)] = (id, port)

    def _input(self, layer: Layer, prefix: str) -> NodeId:
        config = layer.object.config
        given = config.get("batch_shape") or config.get("batch_input_shape")
        shape = given if isinstance(given, list) and all(size is None or type(size) is int for size in given) else []
        dtype = config.get("dtype")
        name = self._name(prefix + layer.name)
        node = InputNode(
            name=name,
            shape=tuple(shape[1:]) if shape else None,
            dtype=dtype if isinstance(dtype, str) else "float32",
            scaling="none",
        )
        id = self._add(name, node)
        if not shape:
            self._remarks.add("left_out", phrase("saved-no-shape", name=name), id)
        elif shape[0] is not None:
            self._remarks.add("left_out", phrase("saved-fixed-batch", name=name, n=shape[0]), id)
        for kind in ("sparse", "ragged", "optional"):
            if config.get(kind) is True:
                self._remarks.add("left_out", phrase(f"saved-input-{kind}", name=name), id)
        return id

    def _layer(
        self, layer: Layer, number: int, call: Call, where: str, prefix: str, flow: Flow, shared: dict[str, NodeId]
    ) -> None:
        """Raises Unmapped."""
        found = self._params(where, layer)
        member, owner = found.member, shared.get(where)
        known = catalog.params("layer", member.name)
        options = {key: one for key, one in call.kwargs.items() if key in known and known[key].call}
        values = found.values | {key: one for key, one in options.items() if one != known[key].default}
        first = self.nodes[owner] if owner is not None else None
        if isinstance(first, LayerNode):
            values = first.params
        arriving = arrivals(member, values, call)
        name = self._name(prefix + layer.name)
        trainable = layer.object.config.get("trainable") is not False
        node = LayerNode(
            name=name, layer=member.name, params={} if owner else values, trainable=trainable, shares=owner
        )
        id = self._add(name, node)
        if isinstance(first, LayerNode):
            if any(values.get(key, known[key].default) != one for key, one in options.items()):
                self._remarks.add("left_out", phrase("saved-other-options", name=name, owner=first.name), id)
        else:
            shared[where] = id
            self.owners[id] = where
            for words in found.left_out:
                self._remarks.add("left_out", phrase("saved-at", name=name, what=words), id)
            for words in found.changed:
                self._remarks.add("changed", phrase("saved-at", name=name, what=words), id)
            if self._generation < 3 and old.computes_otherwise(values):
                self._remarks.add("changed", phrase("saved-at", name=name, what=phrase("saved-hard-sigmoid")), id)
        between = equivalents.before(layer.object)
        for port, place, one in arriving:
            source = self._between(between[place], name, flow[one]) if place in between else flow[one]
            self._wire(source, id, port, place)
        self._flows_out(layer, number, id, [port.name for port in of_layer(member, values)], flow)

    def _operation(self, layer: Layer, number: int, call: Call, prefix: str, flow: Flow) -> None:
        """Raises Unmapped."""
        found = operations.read(layer.object, call)
        name = self._name(prefix + layer.name)
        id = self._add(name, OpNode(name=name, op=found.member.name, params=found.values))
        for port, place, one in found.arriving:
            self._wire(flow[one], id, port, place)
        self._flows_out(layer, number, id, list(found.outputs), flow)

    def _between(self, found: Object, name: str, source: Source) -> Source:
        read = params.read("layer", found)
        own = self._name(f"{name}_{read.member.name.lower()}")
        id = self._add(own, LayerNode(name=own, layer=read.member.name, params=read.values))
        self._wire(source, id, read.member.inputs[0].name, 0)
        return id, "output"

    def _params(self, where: str, layer: Layer) -> Params:
        found = self._read.get(where)
        if found is None:
            try:
                same = equivalents.of(layer.object)
                found = params.read("layer", same or layer.object)
                if same is not None:
                    found.changed.append(phrase("saved-same", was=layer.object.class_name, layer=same.class_name))
            except Unmapped as reason:
                found = reason
            self._read[where] = found
        if isinstance(found, Unmapped):
            raise found
        return found

    def _placeholder(self, layer: Layer, number: int, call: Call, prefix: str, flow: Flow, reason: Unmapped) -> None:
        """A node that holds the layer's place, with its name, its wires and what the file says of it."""
        found = layer.object
        name = self._name(prefix + layer.name)
        if reason.code:
            self.code[name] = reason.why
        kept: Json = {"class_name": found.class_name, "config": objects.without_code(found.config)}
        kept |= {"module": found.module} if found.module is not None else {}
        kept |= {"registered_name": found.registered_name} if found.registered_name is not None else {}
        id = self._add(name, CustomNode(name=name, params=kept))
        self._remarks.add("placeholder", phrase("saved-placeholder", name=name, what=found.named, why=reason.why), id)
        places = [("input" if at == 0 else f"input_{at + 1}", value) for at, value in enumerate(call.args)]
        for port, value in [*places, *call.kwargs.items()]:
            for place, one in enumerate(tensors(value)):
                self._wire(flow[one], id, port, place)
        self._flows_out(layer, number, id, ["output"], flow)

    def _flows_out(self, layer: Layer, number: int, id: NodeId, ports: list[str], flow: Flow) -> None:
        """Outputs that the catalog does not tell of are numbered."""
        for index in range(_MOST_OUTPUTS):
            port = ports[index] if index < len(ports) else f"output_{index + 1}"
            flow[Tensor(layer.name, number, index)] = (id, port)

    def _add(self, wanted: str, node: Node) -> NodeId:
        if len(self.nodes) >= self._limits.nodes:
            raise Refused(texts.too_many_nodes(len(self.nodes) + 1, self._limits.nodes), status=413)
        stem = re.sub(r"[^A-Za-z0-9_-]", "_", wanted)[:56] or "node"
        id, count = stem, 1
        while id in self.nodes:
            count += 1
            id = f"{stem}_{count}"
        self.nodes[id] = node if self._standing is None else node.model_copy(update={"block": self._standing})
        return id

    def _name(self, wanted: str) -> str:
        """The name itself where it can be one and is free."""
        found = names.normal(wanted)
        if names.unfit(found):
            found = names.better(wanted)
            self._remarks.add("changed", phrase("saved-renamed", was=wanted[:100], name=found))
        if found in self._taken:
            return names.unused(found, self._taken)
        self._taken.add(found)
        return found

    def _wire(self, source: Source, target: NodeId, port: str, place: int) -> None:
        if len(self.edges) >= self._limits.edges:
            raise Refused(texts.too_many_edges(len(self.edges) + 1, self._limits.edges), status=413)
        self.edges[f"e{len(self.edges) + 1}"] = Edge(
            source=source[0], source_port=source[1], target=target, target_port=port, order=f"a{place:03}"
        )
