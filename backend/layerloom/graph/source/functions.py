"""The functions of a script that blocks are: which blocks share one, what it is told, and which layers several of them call."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from layerloom import catalog
from layerloom.graph import learning
from layerloom.graph.parts import Part, Parts, parts, steps_of
from layerloom.graph.plan import LayerCall, Plan, PlanBlock, Step
from layerloom.graph.schema import Spec
from layerloom.graph.source import objects, values
from layerloom.graph.source.layout import Expression, comment
from layerloom.graph.source.names import Names

MADE, NAME, NUMBER, ROWS = "made", "name", "number", "rows"
"""Names in functions of blocks: layers that several functions call, how the names of layers begin, the repeat, the training rows."""


class Hole(NamedTuple):
    """A parameter that a function is told, because it differs from repeat to repeat."""

    step: str
    param: str


@dataclass(frozen=True, slots=True)
class Signature:
    """What a function takes after what flows in."""

    named: bool
    holes: tuple[str, ...]
    made: bool
    taught: bool


Write = Callable[[Part, str, str], tuple[str, Signature]]
"""A block, its docstring and its function's name → the function."""


class Functions:
    def __init__(self, plan: Plan, scope: Names, trains: bool = False) -> None:
        self.plan, self.scope = plan, scope
        self.taught = {node: inputs for node, inputs in learning.taught(plan).items() if inputs} if trains else {}
        """Layers that learn from the training rows, by the node that owns them."""
        self.parts: Parts = parts(plan)
        self.names: dict[str, str] = {}
        """Block → its function."""
        self.signatures: dict[str, Signature] = {}
        self.texts: dict[str, str] = {}
        """Function → its text, in the order in which they are needed."""
        self.makers: dict[str, Step] = {}
        """Node that owns a layer → the step that makes it."""
        for step in plan.steps:
            self.makers.setdefault(step.shares or step.node, step)
        self._blocks = {block.node: block for block in plan.blocks}
        self._steps = {step.node: step for step in plan.steps} if plan.blocks else {}
        self._begins: dict[str, str | None] = {}
        self._named = {step.node: self.makers[step.shares or step.node].name for step in self._steps.values()}
        self._holes: dict[str, tuple[Hole, ...]] = {}
        self._reached: dict[str, bool] = {}
        self.across = self._across() if plan.blocks else frozenset()
        """Layers and models that are called in several functions, by the node that owns them."""

    def write(self, write: Write) -> None:
        """Every block's function, inner ones first. They are drafted without names, so that those that read alike become one."""
        alike: dict[tuple[str, Signature], list[Part]] = {}
        for part in _innermost_first(self.parts):
            drafted = write(part, "", "block")
            group = alike.setdefault(drafted, [])
            group.append(part)
            self.names[part.block.node] = self.names[group[0].block.node] if len(group) > 1 else f"block{len(alike)}"
            self.signatures[part.block.node] = drafted[1]
        named = {drafted: self.scope.unique(_called(group), "block") for drafted, group in alike.items()}
        for drafted, group in alike.items():
            self.names.update({part.block.node: named[drafted] for part in group})
        for drafted, group in alike.items():
            text, signature = write(group[0], _doc(group), named[drafted])
            self.texts[named[drafted]] = text
            self.signatures.update({part.block.node: signature for part in group})

    def run(self, found: Parts, index: int) -> list[Part]:
        """Repeats of one block from that place on that have one function, which feed each other."""
        first = found[index]
        assert isinstance(first, Part)
        run = [first]
        for later in found[index + 1 :]:
            if not isinstance(later, Part) or not self._follows(run[-1], later):
                break
            run.append(later)
        return run

    def _follows(self, one: Part, next: Part) -> bool:
        a, b = one.block, next.block
        return (
            (a.drawn, a.outer, a.repeat + 1) == (b.drawn, b.outer, b.repeat)
            and self.names[a.node] == self.names[b.node]
            and stem(a) == stem(b)
            and len(b.inputs) == len(a.outputs) == 1
            and b.inputs[0].source.node == a.outputs[0].node
        )

    def begin(self, block: PlanBlock) -> str | None:
        """What the names of its layers begin with, as far as its function can be told: of one that names none, what it stands in."""
        if block.kind == "model":
            return None
        if block.node not in self._begins:
            inside = [name for step, name in self._named.items() if step in block.arguments]
            inside += [one.made_as for one in self.plan.blocks if one.outer == block.node]
            outer = self._blocks[block.outer] if block.outer is not None else None
            own = outer is None or any(name.startswith(f"{block.made_as}_") for name in inside)
            self._begins[block.node] = block.made_as if own or outer is None else self.begin(outer)
        return self._begins[block.node]

    def told(self, block: PlanBlock) -> bool:
        """Whether a model's function is told its name: it stands in a function that may be called several times."""
        return block.outer is not None and self._blocks[block.outer].kind == "inline"

    def holes(self, part: Part) -> tuple[Hole, ...]:
        """What the function of a block is told of its parameters: those that vary from repeat to repeat of it, or of one around it."""
        found = self._holes.get(part.block.node)
        if found is None:
            varied: dict[str, list[str]] = {}
            block: PlanBlock | None = part.block
            while block is not None:
                for step, params in block.varied.items() if block.times > 1 else ():
                    varied.setdefault(step, []).extend(params)
                block = self._blocks[block.outer] if block.outer is not None else None
            steps = [step.node for step in steps_of(part.inside) if step.node in varied]
            found = tuple(Hole(step, param) for step in steps for param in varied[step] if self._plain(step, param))
            self._holes[part.block.node] = found
        return found

    def _plain(self, step: str, param: str) -> bool:
        """Objects draw seeds when they are made: they are made with their layer, in the function."""
        call = self._steps[step].call
        if not isinstance(call, LayerCall) or param not in catalog.params("layer", call.layer):
            return False
        value = self._value(step, param)
        return not _nests(value) and not catalog.params("layer", call.layer)[param].call

    def value(self, hole: Hole) -> Expression:
        call = self._steps[hole.step].call
        assert isinstance(call, LayerCall)
        given = values.arguments("layer", call.layer, {hole.param: self._value(*hole)})
        return objects.value("layer", call.layer, hole.param, given[hole.param])

    def _value(self, step: str, param: str) -> Any:
        call = self._steps[step].call
        assert isinstance(call, LayerCall)
        known = catalog.params("layer", call.layer)
        return call.params.get(param, known[param].default)

    def reaches(self, part: Part) -> bool:
        """Whether its function, or one that it calls, calls a layer that another does too."""
        found = self._reached.get(part.block.node)
        if found is None:
            found = any(
                one.block.of in self.across or self.reaches(one)
                if isinstance(one, Part)
                else (one.shares or one.node) in self.across
                for one in part.inside
            )
            self._reached[part.block.node] = found
        return found

    def teaches(self, part: Part) -> bool:
        """Whether a layer in it learns from the training rows."""
        return bool(self.taught) and any((one.shares or one.node) in self.taught for one in steps_of(part.inside))

    def _across(self) -> frozenset[str]:
        places: dict[str, set[str | None]] = {}
        models: set[str] = set()

        def look(found: Parts, place: str | None) -> None:
            for one in found:
                if isinstance(one, Step):
                    places.setdefault(one.shares or one.node, set()).add(place)
                    continue
                if one.block.kind == "model":
                    places.setdefault(one.block.of, set()).add(place)
                    if one.block.of in models:
                        continue
                    models.add(one.block.of)
                look(one.inside, one.block.node)

        look(self.parts, None)
        return frozenset(owner for owner, where in places.items() if len(where) > 1)


def stem(block: PlanBlock) -> str:
    """What its layers' names begin with, without the number of the repeat."""
    return block.made_as.removesuffix(f"_{block.repeat}") if block.times > 1 else block.made_as


def _nests(value: Any) -> bool:
    return isinstance(value, LayerCall | Spec) or (isinstance(value, list | tuple) and any(map(_nests, value)))


def _innermost_first(found: Parts) -> list[Part]:
    return [one for part in found if isinstance(part, Part) for one in (*_innermost_first(part.inside), part)]


def _called(group: Sequence[Part]) -> str:
    """The name of a function: what the names of its blocks have in common."""
    names = list(dict.fromkeys(part.block.called for part in group))
    plain = list(dict.fromkeys(re.sub(r"_?\d+", "", name) for name in names))
    common = names[0] if len(names) == 1 else plain[0] if len(plain) == 1 else "block"
    common = common or "block"
    return f"build {common}" if group[0].block.kind == "model" else common


def _doc(group: Sequence[Part]) -> str:
    names = list(dict.fromkeys(part.block.called for part in group))
    shown = ", ".join(comment(name) for name in names[:3]) + (", …" if len(names) > 3 else "")
    return f"{'A model of its own' if group[0].block.kind == 'model' else 'A part of the model'}: {shown}."
