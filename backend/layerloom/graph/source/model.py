"""Plan → the text of `build_model()` and of the functions that its blocks are: one layer a line, each created where it is first called.

That order is a law: `engine.build` creates layers in the same one, so one seed gives both the same weights.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from layerloom import catalog
from layerloom.graph import backbones, operands, recurrent
from layerloom.graph.parts import Part, Parts
from layerloom.graph.plan import BackboneCall, CustomCall, LayerCall, OpCall, Plan, PlanBlock, PlanInput, Ref, Step
from layerloom.graph.source import objects, values
from layerloom.graph.source.functions import MADE, NAME, NUMBER, ROWS, Functions, Hole, Signature, stem
from layerloom.graph.source.layout import STEP, Call, Entry, Expression, Items, comment, literal, quoted, statement
from layerloom.graph.source.names import Names

LEAST_FOR_A_LOOP = 3


def build_model(plan: Plan, scope: Names, trains: bool = False) -> str:
    """The function `build_model`, with the functions of the blocks it calls before it.

    One that trains is given the training rows where layers learn from them.
    """
    functions = Functions(plan, scope, trains)
    functions.write(lambda part, doc, name: Scope(functions, part).function(name, doc))
    doc = "Layer by layer; weights are drawn in this order, so SEED decides them."
    given = ""
    if functions.taught:
        doc = f"{doc[:-1]}. What layers look up, they learn from these rows."
        given = f"{ROWS}: {'dict[str, np.ndarray]' if len(plan.inputs) > 1 else 'np.ndarray'}"
    lines = [f"def build_model({given}) -> keras.Model:", f'    """{doc}"""', *Scope(functions, None).top()]
    return "\n\n\n".join([*functions.texts.values(), "\n".join(lines)])


class Scope:
    """What stands between one `def` and its `return`: the model's own, or that of a block."""

    def __init__(self, functions: Functions, part: Part | None) -> None:
        self.functions, self.part, self.plan = functions, part, functions.plan
        self.block: PlanBlock | None = part.block if part else None
        self.names = functions.scope.inner()
        self.tensors: dict[Ref, str] = {}
        self.layers: dict[str, str] = {}
        """Variables of layers that are called again or frozen, by the node that owns them; of models, by their block."""
        self.holes: dict[Hole, str] = {}
        self.named = False
        """Whether the function has to be told how the names of its layers begin."""

    def top(self) -> Iterator[str]:
        plan = self.plan
        self.names.take([*((MADE, NUMBER) if plan.blocks else ()), *((ROWS,) if self.functions.taught else ())])
        for entry in plan.inputs:
            self.tensors[Ref(entry.node)] = self.names.unique(entry.name, "inputs")
            yield statement(f"{self.tensors[Ref(entry.node)]} = ", _input(entry.shape, entry.dtype, entry.name))
            yield from self._bypassed(entry.node)
        if self.functions.across:
            yield f"{STEP}{MADE} = {{}}  # layers that are called in several places, by their names"
        yield from self._body(self.functions.parts, {output.source.node for output in plan.outputs})
        inputs = {entry.name: self.tensors[Ref(entry.node)] for entry in plan.inputs}
        outputs = {entry.name: self.tensors[entry.source] for entry in plan.outputs}
        named = (("name", quoted(values.snake(plan.name))),)
        yield statement("return ", Call("keras.Model", (alone(inputs), alone(outputs)), named))

    def function(self, name: str, doc: str) -> tuple[str, Signature]:
        """The block's own: from `def` to `return`."""
        assert self.part is not None
        assert self.block is not None
        block = self.block
        model = block.kind == "model"
        self.names.take((MADE, NAME, NUMBER, ROWS))
        given, entries = self._taken(block)
        for hole in self.functions.holes(self.part):
            self.holes[hole] = self.names.unique(hole.param, "value")
        body = list(self._body(self.part.inside, {port.source.node for port in block.outputs}))
        left = {port.name: self.tensors[port.source] for port in block.outputs}
        if model:
            taken = {port.name: self.tensors[Ref(port.node)] for port in block.inputs}
            self.named = self.functions.told(block)
            called = (("name", NAME if self.named else literal(block.made_as)),)
            body.append(statement("return ", Call("keras.Model", (alone(taken), alone(left)), called)))
        else:
            body.append(f"{STEP}return {', '.join(left.values())}")
        made = self.functions.reaches(self.part)
        parameters = [*given, *([NAME] if self.named else []), *self.holes.values(), *([MADE] if made else [])]
        taught = self.functions.teaches(self.part)
        parameters += [ROWS] if taught else []
        head = f"def {name}({', '.join(parameters)}){' -> keras.Model' if model else ''}:"
        text = "\n".join([head, f'    """{doc}"""', *entries, *body])
        return text, Signature(self.named, tuple(self.holes.values()), made, taught)

    def _taken(self, block: PlanBlock) -> tuple[list[str], list[str]]:
        """Parameters for what arrives, and the lines that make a model's inputs of it."""
        given: list[str] = []
        entries: list[str] = []
        for port in block.inputs:
            variable = self.tensors[Ref(port.node)] = self.names.unique(port.name, "inputs")
            if block.kind == "inline":
                given.append(variable)
            elif port.shape is not None:
                made = _input(port.shape, port.dtype or "float32", port.name)
                entries.append(statement(f"{variable} = ", made))
            else:
                arriving = self.names.unique(f"{port.name} arriving", "arriving")
                given.append(arriving)
                typed = (("dtype", f"{arriving}.dtype"), ("name", quoted(port.name)))
                entries.append(statement(f"{variable} = ", Call("keras.Input", (f"{arriving}.shape[1:]",), typed)))
        return given, entries

    def _body(self, found: Parts, ends: set[str]) -> Iterator[str]:
        uses = Counter(_owner(one) for one in found if isinstance(one, Step))
        index = 0
        while index < len(found):
            one = found[index]
            if isinstance(one, Step):
                yield from self._step(one, uses[_owner(one)] > 1, self._passes_on(found, index, ends))
                yield from self._bypassed(one.node)
                index += 1
                continue
            run = self.functions.run(found, index)
            run = run if len(run) >= LEAST_FOR_A_LOOP else run[:1]
            index += len(run)
            passes_on = self._passes_on(found, index - 1, ends)
            if one.block.kind == "model":
                yield from self._model(one, passes_on)
            elif len(run) > 1:
                yield from self._loop(run, passes_on)
            else:
                arriving = self._arriving(one)
                bound = ", ".join(self._bound_part(one.block, passes_on))
                yield statement(f"{bound} = ", self._call(one, arriving))

    def _passes_on(self, found: Parts, index: int, ends: set[str]) -> bool:
        """Only what follows at once uses it: then it needs no name of its own."""
        gives = self._gives(found[index])
        if index + 1 == len(found) or not ends.isdisjoint(gives):
            return False
        return all(gives.isdisjoint(self._takes(later)) for later in found[index + 2 :])

    def _gives(self, one: Step | Part) -> set[str]:
        if isinstance(one, Step):
            return {one.node}
        ports = [port.node for port in one.block.outputs]
        return {*ports, *(self.plan.passes[port].node for port in ports)}

    def _takes(self, one: Step | Part) -> set[str]:
        if isinstance(one, Part):
            return {port.source.node for port in one.block.inputs}
        flows = self._arguments(one).values()
        return {ref.node for refs in flows for ref in (refs if isinstance(refs, tuple) else (refs,))}

    def _arguments(self, step: Step) -> Mapping[str, Ref | tuple[Ref, ...]]:
        return step.arguments if self.block is None else self.block.arguments[step.node]

    def _bypassed(self, node: str) -> Iterator[str]:
        """Says which layers what flows out of the node goes round."""
        for one in self.plan.bypasses:
            if one.source.node == node:
                yield f"{STEP}# {comment(one.name)} ({comment(one.layer)}) is bypassed"

    def _step(self, step: Step, again: bool, passes_on: bool) -> Iterator[str]:
        call = step.call
        owner = _owner(step)
        created: Expression | None = self.layers.get(owner)
        frozen = isinstance(call, LayerCall) and _held(call) and created is None
        if isinstance(call, OpCall):
            created = ""
        elif isinstance(call, CustomCall) and call.kind == "function":
            created = call.layer
        elif created is None:
            name = self._name(self.functions.makers[owner].name)
            varied: dict[str, Expression] = {
                hole.param: one for hole, one in self.holes.items() if hole.step == step.node
            }
            if isinstance(call, BackboneCall):
                varied["input_shape"] = f"{self._flowing(next(iter(self._arguments(step).values())))}.shape[1:]"
            created = self._once(owner, name, objects.layer(call, name, varied))
            learns = self.functions.taught.get(owner)
            if again or frozen or learns:
                self.layers[owner] = self.names.unique(f"{self._short(step.name)} layer", "layer")
                yield statement(f"{self.layers[owner]} = ", created)
                created = self.layers[owner]
            if learns:
                yield statement("", Call(f"{self.layers[owner]}.adapt", (self._lesson(learns),)))
        yield statement(f"{self._bound(step, passes_on)} = ", self._called(step, created))
        if frozen and isinstance(call, BackboneCall) and call.freeze != "all":
            variable, each = self.layers[owner], self.names.unique("held", "held")
            found = f"{variable}.layers.index({variable}.get_layer({quoted(call.freeze or '')}))"
            last, place = self.names.unique("last", "last"), self.names.unique("place", "place")
            yield f"{STEP}{last} = {found}"
            yield f"{STEP}for {place}, {each} in enumerate({variable}.layers):"
            yield f"{STEP}{STEP}if {place} <= {last} or isinstance({each}, keras.layers.BatchNormalization):"
            yield f"{STEP}{STEP}{STEP}{each}.trainable = False  # which keeps normalisation as in inference"
        elif frozen:
            yield statement("", f"{self.layers[owner]}.trainable = False")

    def _lesson(self, inputs: tuple[PlanInput, ...]) -> Expression:
        several = len(self.plan.inputs) > 1
        parts = [f"{ROWS}[{quoted(one.name)}]" if several else ROWS for one in inputs]
        return parts[0] if len(parts) == 1 else Call("np.concatenate", (Items("[", "]", tuple(parts)),))

    def _once(self, owner: str, name: Expression, created: Expression) -> Expression:
        """Where another function calls it too, it is made by whichever comes first."""
        return Call("once", (MADE, name, Entry("lambda", created))) if owner in self.functions.across else created

    def _called(self, step: Step, created: Expression) -> Expression:
        flow = {port: self._flowing(refs) for port, refs in self._arguments(step).items()}
        if isinstance(step.call, OpCall):
            return objects.op(step.call, flow)
        if isinstance(step.call, BackboneCall):
            return _called_backbone(step.call, created, next(iter(flow.values())))
        if isinstance(step.call, CustomCall):
            return _called_own(step.call, created, flow)
        states = flow.get("initial_state")
        if isinstance(states, Items):
            nested = operands.handed(step.call, {"initial_state": states.items})["initial_state"]
            flow["initial_state"] = _listed(nested)
        first, *rest = flow.items()
        options = values.arguments("layer", step.call.layer, step.options)
        return Call(created, (first[1],), (*rest, *((name, literal(value)) for name, value in options.items())))

    def _flowing(self, refs: Ref | tuple[Ref, ...]) -> Expression:
        if isinstance(refs, Ref):
            return self.tensors[refs]
        return Items("[", "]", tuple(self.tensors[ref] for ref in refs))

    def _bound(self, step: Step, passes_on: bool) -> str:
        """What the step's result is bound to: `x`, a name of its own, or one name for each output."""
        short = self._short(step.name)
        if len(step.outputs) == 1:
            port = step.outputs[0]
            name = "x" if passes_on else self.names.unique(short, "tensor")
            self.tensors[Ref(step.node, port)] = name
            return f"({name},)" if _gives_a_list(step) else name
        taken = self.names.copy()
        bound = [taken.unique(short if port == "output" else f"{short} {port}", "tensor") for port in step.outputs]
        named = dict(zip(step.outputs, bound, strict=True))
        text = ", ".join(_unpacked(one, named) for one in _nested(step))
        if len(text) > WIDEST:
            name = self.names.unique(short, "tensors")
            self.tensors.update({Ref(step.node, port): f"{name}{place}" for port, place in _places(_nested(step))})
            return name
        self.names.take(bound)
        self.tensors.update({Ref(step.node, port): name for port, name in named.items()})
        return text

    def _bound_part(self, block: PlanBlock, passes_on: bool) -> list[str]:
        short = self._short(stem(block))
        ports = block.outputs
        if len(ports) == 1:
            bound = ["x" if passes_on else self.names.unique(short, "tensor")]
        else:
            bound = [self.names.unique(f"{short} {port.name}", "tensor") for port in ports]
        self._leaves(block, bound)
        return bound

    def _leaves(self, block: PlanBlock, bound: Sequence[str]) -> None:
        """Inside, what leaves a block is known by its port; at the top, by the step that gives it."""
        for port, name in zip(block.outputs, bound, strict=True):
            self.tensors[Ref(port.node)] = name
            self.tensors.setdefault(self.plan.passes[port.node], name)

    def _arriving(self, part: Part) -> list[Expression]:
        return [self.tensors[port.source] for port in part.block.inputs]

    def _call(self, part: Part, given: Sequence[Expression]) -> Call:
        block = part.block
        begin = self.functions.begin(block)
        told = self._name(block.made_as if begin is None else begin) if self._tells(part) else ""
        holes = [self.holes.get(hole) or self.functions.value(hole) for hole in self.functions.holes(part)]
        return self._function(part, given, told, holes)

    def _function(self, part: Part, given: Sequence[Expression], told: Expression, holes: Sequence[Expression]) -> Call:
        known = self.functions.signatures[part.block.node]
        named = [*zip(known.holes, holes, strict=True), *([(MADE, MADE)] if known.made else [])]
        named += [(ROWS, ROWS)] if known.taught else []
        return Call(self.functions.names[part.block.node], (*given, *([told] if known.named else [])), tuple(named))

    def _tells(self, part: Part) -> bool:
        return self.functions.signatures[part.block.node].named

    def _loop(self, run: Sequence[Part], passes_on: bool) -> Iterator[str]:
        """Repeats that feed each other."""
        first, last = run[0], run[-1]
        (arriving,) = self._arriving(first)
        (bound,) = self._bound_part(last.block, passes_on)
        if arriving != bound:
            yield statement(f"{bound} = ", arriving)
        own = [hole for hole in self.functions.holes(first) if hole not in self.holes]
        places = [self.functions.holes(first).index(hole) for hole in own]
        columns = [
            Items("[", "]", tuple(self.functions.value(self.functions.holes(one)[place]) for one in run))
            for place in places
        ]
        names = self.names.inner()
        variables = dict(zip(own, (names.unique(hole.param, "value") for hole in own), strict=True))
        number = first.block.repeat
        told = self._name(stem(first.block), numbered=True) if self._tells(first) else ""
        if not own:
            lead, over = f"for {NUMBER} in ", Call("range", (str(number), str(number + len(run))))
        else:
            listed = ", ".join(variables.values())
            values_of = columns[0] if len(own) == 1 else Call("zip", tuple(columns), (("strict", "True"),))
            lead = f"for {NUMBER}, {listed if len(own) == 1 else f'({listed})'} in "
            over = Call("enumerate", (values_of,), (("start", str(number)),))
        if not own and not self._tells(first):
            lead = "for _ in "
        yield statement(lead, over) + ":"
        holes = [self.holes.get(hole) or variables[hole] for hole in self.functions.holes(first)]
        yield statement(f"{bound} = ", self._function(first, [bound], told, holes), depth=2)

    def _model(self, part: Part, passes_on: bool) -> Iterator[str]:
        """A model inside is made by its function where it is first called, and called like a layer."""
        block = part.block
        if block.of not in self.layers:
            shapeless = [self.tensors[port.source] for port in block.inputs if port.shape is None]
            name = self._name(block.made_as)
            variable = self.layers[block.of] = self.names.unique(f"{self._short(block.made_as)} model", "model")
            yield statement(f"{variable} = ", self._once(block.of, name, self._call(part, shapeless)))
        flow = {port.name: self.tensors[port.source] for port in block.inputs}
        called = Call(self.layers[block.of], (alone(flow),))
        if len(block.outputs) == 1:
            (bound,) = self._bound_part(block, passes_on)
            yield statement(f"{bound} = ", called)
            return
        bound = self.names.unique(self._short(block.name), "tensors")
        self._leaves(block, [f"{bound}[{quoted(port.name)}]" for port in block.outputs])
        yield statement(f"{bound} = ", called)

    def _name(self, name: str, numbered: bool = False) -> Expression:
        """A layer's name, or what those of a block begin with: after what this function is told they begin with, where it is."""
        begin = self.functions.begin(self.block) if self.block is not None else None
        if begin is not None and name == begin and not numbered:
            self.named = True
            return NAME
        told = begin is not None and name.startswith(f"{begin}_")
        if not told and not numbered:
            return literal(name)
        self.named |= told
        kept = quoted(name[len(begin or "") + 1 :] if told else name).replace("{", "{{").replace("}", "}}")
        return f"f{kept[0]}{'{name}_' if told else ''}{kept[1:-1]}{'_{number}' if numbered else ''}{kept[-1]}"

    def _short(self, name: str) -> str:
        """Without what everything in this block begins with."""
        block = self.block
        for begin in (block.name, block.made_as, self.functions.begin(block)) if block is not None else ():
            if begin and name.startswith(f"{begin}_"):
                return name[len(begin) + 1 :]
        return name


def _held(call: LayerCall) -> bool:
    return not call.trainable or (isinstance(call, BackboneCall) and call.freeze is not None)


def _called_backbone(call: BackboneCall, created: Expression, tensor: Expression) -> Expression:
    """Pixels prepared as it wants them."""
    if call.prepared and backbones.prepares(call.layer):
        tensor = Call(f"keras.applications.{backbones.module(call.layer)}.preprocess_input", (tensor,))
    return Call(created, (tensor,))


def _called_own(call: CustomCall, created: Expression, flow: dict[str, Expression]) -> Call:
    """The first by position, several at one port one after another; a function is told its parameters each time."""
    (_, one), *rest = flow.items()
    first = one.items if isinstance(one, Items) else (one,)
    return Call(created, first, (*rest, *(objects.own(call) if call.kind == "function" else ())))


def alone(named: Mapping[str, Expression]) -> Expression:
    """A single tensor stands by itself; several keep their names."""
    if len(named) == 1:
        return next(iter(named.values()))
    return Items("{", "}", tuple(Entry(quoted(name), value) for name, value in named.items()))


def _input(shape: tuple[int | None, ...], dtype: str, name: str) -> Call:
    typed = () if dtype == "float32" else (("dtype", quoted(dtype)),)
    return Call("keras.Input", (literal(shape),), (*typed, ("name", quoted(name))))


def _owner(step: Step) -> str:
    return step.shares or step.node


WIDEST = 60
"""Characters of names before the `=`; more than that are taken out of one name by their places."""


def _nested(step: Step) -> tuple[Any, ...]:
    """The names of the outputs as they come: those of stacked cells in groups."""
    if not isinstance(step.call, LayerCall):
        return step.outputs
    states = recurrent.apart(recurrent.given_states(step.call.layer, step.call.params))
    return (
        *step.outputs[: len(step.outputs) - sum(1 if isinstance(one, str) else len(one) for one in states)],
        *states,
    )


def _unpacked(ports: str | tuple[str, ...], named: Mapping[str, str]) -> str:
    if isinstance(ports, str):
        return named[ports]
    return f"({', '.join(named[port] for port in ports)})"


def _places(ports: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
    for place, one in enumerate(ports):
        if isinstance(one, str):
            yield one, f"[{place}]"
        else:
            yield from ((port, f"[{place}][{within}]") for within, port in enumerate(one))


def _listed(value: Any) -> Expression:
    return Items("[", "]", tuple(map(_listed, value))) if isinstance(value, list) else value


def _gives_a_list(step: Step) -> bool:
    """Of tensors, even where it is a single one: `split` into one part."""
    member = catalog.get("op", step.call.op) if isinstance(step.call, OpCall) else None
    return member is not None and any(port.each for port in member.outputs)
