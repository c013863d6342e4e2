"""Plan → the text of `build_model()`: one layer a line, each created where it is first called.

That order is a law: `engine.build` creates layers in the same one, so one seed gives both the same weights.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from layerloom.graph.plan import LayerCall, OpCall, Plan, Ref, Step
from layerloom.graph.source import objects, values
from layerloom.graph.source.layout import Call, Entry, Expression, Items, literal, quoted, statement
from layerloom.graph.source.names import Names


@dataclass(slots=True)
class Function:
    """One `def` that returns a model; a block's own function stands before the one that calls it."""

    plan: Plan
    name: str
    model_name: str
    scope: Names
    """Names of the whole script."""
    tensors: dict[Ref, str] = field(default_factory=dict)
    layers: dict[str, str] = field(default_factory=dict)
    """Variables of the layers that are called again, frozen, or are blocks; by the node that owns them."""
    blocks: dict[str, str] = field(default_factory=dict)
    """Names of the functions that build blocks, by the node that owns them."""

    def text(self, doc: str) -> str:
        before = list(self._blocks())
        names = self.scope.inner()
        uses = Counter(_owner(step) for step in self.plan.steps)
        body: list[str] = []
        for entry in self.plan.inputs:
            self.tensors[Ref(entry.node)] = names.unique(entry.name, "inputs")
            body.append(statement(f"{self.tensors[Ref(entry.node)]} = ", _input(entry.shape, entry.dtype, entry.name)))
        for index, step in enumerate(self.plan.steps):
            body += self._step(step, uses[_owner(step)] > 1, self._passes_on(index), names)
        body.append(statement("return ", self._model()))
        lines = [f"def {self.name}() -> keras.Model:", f'    """{doc}"""', *body]
        return "\n\n\n".join([*before, "\n".join(lines)])

    def _blocks(self) -> Iterator[str]:
        for step in self.plan.steps:
            if isinstance(step.call, Plan) and _owner(step) not in self.blocks:
                self.blocks[_owner(step)] = self.scope.unique(f"build {step.name}", "build_block")
                inner = Function(step.call, self.blocks[_owner(step)], step.name, self.scope)
                yield inner.text("A part of the model, with its own inputs and outputs.")

    def _step(self, step: Step, again: bool, passes_on: bool, names: Names) -> Iterator[str]:
        call = step.call
        owner = _owner(step)
        created: Expression | None = self.layers.get(owner)
        frozen = isinstance(call, LayerCall) and not call.trainable and created is None
        if isinstance(call, OpCall):
            created = values.path("op", call.op).removeprefix("keras.")
        elif created is None:
            created = objects.layer(call, step.name) if isinstance(call, LayerCall) else Call(self.blocks[owner])
            if again or frozen or isinstance(call, Plan):
                self.layers[owner] = names.unique(f"{step.name} layer", "layer")
                yield statement(f"{self.layers[owner]} = ", created)
                created = self.layers[owner]
        yield statement(f"{self._bound(step, passes_on, names)} = ", self._called(step, created))
        if frozen:
            yield statement("", f"{self.layers[owner]}.trainable = False")

    def _called(self, step: Step, created: Expression) -> Call:
        flow = {port: self._flowing(refs) for port, refs in step.arguments.items()}
        if isinstance(step.call, Plan):
            several = len(flow) > 1
            together = Items("{", "}", tuple(Entry(quoted(port), value) for port, value in flow.items()))
            return Call(created, (together if several else next(iter(flow.values())),))
        first, *rest = flow.items()
        if isinstance(step.call, OpCall):
            options = values.arguments("op", step.call.op, step.call.params)
        else:
            options = values.arguments("layer", step.call.layer, step.options)
        return Call(created, (first[1],), (*rest, *((name, literal(value)) for name, value in options.items())))

    def _flowing(self, refs: Ref | tuple[Ref, ...]) -> Expression:
        if isinstance(refs, Ref):
            return self.tensors[refs]
        return Items("[", "]", tuple(self.tensors[ref] for ref in refs))

    def _bound(self, step: Step, passes_on: bool, names: Names) -> str:
        """What the step's result is bound to: `x`, a name of its own, or one name for each output."""
        if len(step.outputs) == 1:
            port = step.outputs[0]
            name = "x" if passes_on else names.unique(step.name, "tensor")
            self.tensors[Ref(step.node, port)] = f"{name}[{quoted(port)}]" if _many_outputs(step) else name
            return name
        if isinstance(step.call, Plan):
            name = names.unique(step.name, "tensors")
            self.tensors.update({Ref(step.node, port): f"{name}[{quoted(port)}]" for port in step.outputs})
            return name
        bound = [
            names.unique(step.name if port == "output" else f"{step.name} {port}", "tensor") for port in step.outputs
        ]
        self.tensors.update({Ref(step.node, port): name for port, name in zip(step.outputs, bound, strict=True)})
        return ", ".join(bound)

    def _passes_on(self, index: int) -> bool:
        """Only the very next step uses it: then it needs no name of its own."""
        step = self.plan.steps[index]
        if index + 1 == len(self.plan.steps) or any(output.source.node == step.node for output in self.plan.outputs):
            return False
        return all(step.node not in _sources(later) for later in self.plan.steps[index + 2 :])

    def _model(self) -> Call:
        inputs = {entry.name: self.tensors[Ref(entry.node)] for entry in self.plan.inputs}
        outputs = {entry.name: self.tensors[entry.source] for entry in self.plan.outputs}
        return Call("keras.Model", (alone(inputs), alone(outputs)), (("name", quoted(self.model_name)),))


def build_model(plan: Plan, scope: Names) -> str:
    """The function `build_model`, with the functions of the blocks it calls before it."""
    made = Function(plan, "build_model", values.snake(plan.name), scope)
    return made.text("Layer by layer; weights are drawn in this order, so SEED decides them.")


def alone(named: Mapping[str, Expression]) -> Expression:
    """A single tensor stands by itself; several keep their names."""
    if len(named) == 1:
        return next(iter(named.values()))
    return Items("{", "}", tuple(Entry(quoted(name), value) for name, value in named.items()))


def _input(shape: tuple[int | None, ...], dtype: str, name: str) -> Call:
    typed = () if dtype == "float32" else (("dtype", quoted(dtype)),)
    return Call("keras.Input", (literal(shape),), (*typed, ("name", quoted(name))))


def _sources(step: Step) -> set[str]:
    flows = step.arguments.values()
    return {ref.node for refs in flows for ref in (refs if isinstance(refs, tuple) else (refs,))}


def _owner(step: Step) -> str:
    return step.shares or step.node


def _many_outputs(step: Step) -> bool:
    return isinstance(step.call, Plan) and len(step.call.outputs) > 1
