"""Plan + its shapes → problems where last layer, loss, metrics and target do not go together. Keras passes these in silence.

Only what is plainly wrong: a choice that merely learns less well is a warning, and an unusual one is left alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import Any

from layerloom.graph import suggestion, texts
from layerloom.graph.data import Column
from layerloom.graph.last_layer import last_layer
from layerloom.graph.memo import Shape
from layerloom.graph.plan import LayerCall, Plan, PlanOutput, Step
from layerloom.graph.problems import Edit, Fix, Problem, SetField, SetParam, fix
from layerloom.graph.schema import EdgeId, Graph, NodeId, Spec
from layerloom.graph.shape_fixes import inserted
from layerloom.graph.suggestion import PROBABILITIES
from layerloom.graph.walk import Walk
from layerloom.words import Phrase, Said, listed, phrase

_FOR_CLASSES = (
    "Binary",
    "Categorical",
    "Sparse",
    "KLDivergence",
    "CTC",
    "Circle",
    "Dice",
    "Tversky",
    "Hinge",
    "SquaredHinge",
)
_LOGITS = (
    "BinaryCrossentropy",
    "BinaryFocalCrossentropy",
    "CategoricalCrossentropy",
    "CategoricalFocalCrossentropy",
    "SparseCategoricalCrossentropy",
)
_SPARSE = frozenset({"SparseCategoricalAccuracy", "SparseCategoricalCrossentropy", "SparseTopKCategoricalAccuracy"})
_ONE_HOT = frozenset(
    {
        "CategoricalAccuracy",
        "CategoricalCrossentropy",
        "TopKCategoricalAccuracy",
        "CategoricalHinge",
        "OneHotIoU",
        "OneHotMeanIoU",
    }
)
_BINARY = frozenset({"BinaryAccuracy", "BinaryCrossentropy", "BinaryIoU"})
_EITHER = frozenset(
    {
        "AUC",
        "Precision",
        "Recall",
        "PrecisionAtRecall",
        "RecallAtPrecision",
        "SensitivityAtSpecificity",
        "SpecificityAtSensitivity",
    }
    | {"TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives"}
)
"""Count right and wrong of one yes or no, or of one-hot rows."""
_NUMBER = frozenset(
    {
        "MeanAbsoluteError",
        "MeanSquaredError",
        "RootMeanSquaredError",
        "MeanAbsolutePercentageError",
        "MeanSquaredLogarithmicError",
    }
    | {"LogCoshError", "R2Score", "PearsonCorrelation", "ConcordanceCorrelation"}
)


def check(plan: Plan, walk: Walk, graph: Graph | None) -> Iterator[Problem]:
    """Of every output whose shape and target are known."""
    steps = {step.node: step for step in plan.steps}
    names = {one.node: one.name for one in plan.inputs} | {step.node: step.name for step in plan.steps}
    for output in plan.outputs:
        flow = walk.flows.get(output.source.node, {}).get(output.source.port)
        if flow is not None and output.kind is not None and output.loss is not None:
            yield from _Output(plan, output, output.loss, flow.shape, steps, names, graph).problems()


class _Output:
    def __init__(
        self,
        plan: Plan,
        output: PlanOutput,
        loss: Spec,
        shape: Shape,
        steps: Mapping[NodeId, Step],
        names: Mapping[NodeId, str],
        graph: Graph | None,
    ) -> None:
        self.plan, self.output, self.loss, self.shape, self.graph, self.steps = plan, output, loss, shape, graph, steps
        found = last_layer(steps, output.source)
        self.last, self.activation, self.setter = found.step, found.activation, found.setter
        self.name = names[self.last.node if self.last else output.source.node]
        self.nodes = tuple(
            dict.fromkeys(node for node in (self.last.node if self.last else output.source.node, output.node))
        )
        self.target = output.target or ""
        self.classes = len(output.classes)
        self.form = _form(output, loss)

    def problems(self) -> Iterator[Problem]:
        if self.output.kind != "class" and self._for_classes():
            kind, fixes = self.output.kind or "", (self._suggested_loss(),)
            yield texts.loss_wants_classes(self.output.node, self.target, self.loss.name, kind, fixes)
        elif self.output.kind == "picture":
            yield from self._picture()
        elif len(self.shape) != 2:
            wanted = 1 if self.form in ("number", "binary") else self.classes
            yield texts.output_not_flat(self.nodes, self.output.name, self.name, self.shape, wanted, self._flatter())
        else:
            yield from self._units()
        yield from self._metrics()

    def _for_classes(self) -> bool:
        if not self.loss.name.startswith(_FOR_CLASSES):
            return False
        column = self._column()
        between = self.output.kind == "picture" or (
            column and column.minimum is not None and column.minimum >= 0 and (column.maximum or 0) <= 1
        )
        return not (self.loss.name.startswith("Binary") and between)

    def _picture(self) -> Iterator[Problem]:
        column = self._column()
        wanted, got = column.shape if column and column.shape else (), self.shape[1:]
        if len(got) == len(wanted) and all(a is None or a == b for a, b in zip(got, wanted, strict=True)):
            yield from self._activation()
            return
        fixes: tuple[Fix, ...] = ()
        into = self._wires_into(self.output.node)
        if self.graph is not None and len(into) == 1 and None not in got and prod(map(int, got)) == prod(wanted):  # type: ignore[arg-type]
            edit = inserted(self.graph, into[0], "Reshape", {"target_shape": list(wanted)})
            fixes = (fix("insert_before", edit, safe=True, layer=f"Reshape{wanted}", name=self.output.name),)
        yield texts.picture_shape_differs(
            self.nodes, self.output.name, self.name, self.target, wanted, self.shape, fixes
        )

    def _units(self) -> Iterator[Problem]:
        units = self.shape[-1]
        if units == 1 and self.activation == "softmax":
            yield texts.softmax_on_one_unit(self.nodes, self.name, self._softmax_fixes())
        elif units is None:
            return
        elif self.form in ("number", "binary"):
            if units != 1:
                what: Said = phrase("units-a-number") if self.form == "number" else self.loss.name
                fixes = (*self._set_units(1, "sigmoid" if self.form == "binary" else None), *self._other_loss())
                yield texts.units_for_one_number(self.nodes, self.name, self.target, units, what, fixes)
            else:
                yield from self._activation()
        elif units != self.classes:
            fixes = (*self._set_units(self.classes, "softmax" if units == 1 else None), *self._other_loss())
            if units == 1:
                yield texts.one_unit_for_classes(
                    self.nodes, self.name, self.target, self.classes, self.loss.name, fixes
                )
            else:
                yield texts.units_differ_from_classes(self.nodes, self.name, self.target, units, self.classes, fixes)
        else:
            yield from self._activation()

    def _activation(self) -> Iterator[Problem]:
        activation = self.activation
        if self.output.kind == "number":
            bounded = activation in ("softmax", "sigmoid", "hard_sigmoid")
            if bounded and not self.loss.name.startswith("Binary"):
                fixes = self._set_activation("linear")
                yield texts.bounded_for_number(
                    self.nodes, self.name, self.target, activation or "", fixes, activation == "softmax"
                )
            return
        if self.loss.name not in _LOGITS:
            return
        from_logits = self.loss.params.get("from_logits") is True
        right = "softmax" if self.form in ("sparse", "one_hot") else "sigmoid"
        if activation in PROBABILITIES and from_logits:
            yield texts.logits_already_probabilities(
                self.nodes, self.name, self.loss.name, activation or "", (self._set_logits(False),)
            )
        elif activation is not None and activation not in PROBABILITIES and not from_logits:
            fixes = (*self._set_activation(right), self._set_logits(True))
            yield texts.loss_wants_probabilities(self.nodes, self.name, self.loss.name, activation, fixes)
        elif activation == "sigmoid" and self.classes > 2 and not self.loss.name.startswith("Binary"):
            yield texts.sigmoid_for_classes(self.nodes, self.name, self.classes, self._set_activation("softmax"))

    def _metrics(self) -> Iterator[Problem]:
        for metric in self.output.metrics:
            reason = _useless(metric.name, self.form)
            if reason:
                better = suggestion.metrics(
                    _kind(self.output), self.classes, suggestion.Head(self.shape[-1], "softmax")
                )
                named = ["accuracy" if self.output.kind == "class" else one.name for one in better]
                yield texts.metric_cannot_work(
                    self.output.node, metric.name, self.target, reason, named, (self._other_metrics(metric, better),)
                )

    # ── fixes ──

    def _set_units(self, units: int, activation: str | None) -> tuple[Fix, ...]:
        last = self.last
        if last is None or not isinstance(last.call, LayerCall) or "units" not in last.call.params:
            return ()
        node = last.shares or last.node
        edits: list[Edit] = [SetParam(node=node, param="units", value=units)]
        if activation and self.setter is last and self.activation != activation:
            edits.append(SetParam(node=node, param="activation", value=activation))
            return (fix("set_head", *edits, safe=False, name=last.name, units=units, activation=activation),)
        return (fix("set_units", *edits, safe=False, name=last.name, units=units),)

    def _set_activation(self, activation: str) -> tuple[Fix, ...]:
        setter = self.setter
        if setter is None or not isinstance(setter.call, LayerCall) or setter.call.layer in ("Softmax", "ReLU"):
            return ()
        edit = SetParam(node=setter.shares or setter.node, param="activation", value=activation)
        return (fix("set_activation", edit, safe=False, name=setter.name, activation=activation),)

    def _softmax_fixes(self) -> tuple[Fix, ...]:
        if self.output.kind == "number":
            return self._set_activation("linear")
        if self.classes == 2:
            sigmoid = self._set_activation("sigmoid")
            loss: tuple[Edit, ...] = (SetField(node=self.output.node, field="loss", value=None),)
            metrics: tuple[Edit, ...] = (SetField(node=self.output.node, field="metrics", value=None),)
            return tuple(one.model_copy(update={"edits": (*one.edits, *loss, *metrics)}) for one in sigmoid)
        return self._set_units(self.classes, None)

    def _suggested_loss(self) -> Fix:
        edits = (
            SetField(node=self.output.node, field="loss", value=None),
            SetField(node=self.output.node, field="metrics", value=None),
        )
        return fix("suited_loss", *edits, safe=False)

    def _other_loss(self) -> tuple[Fix, ...]:
        """The suggested loss, where it is another one and would mend the matter."""
        head = suggestion.Head(self.shape[-1], self.activation)
        suited = suggestion.loss(_kind(self.output), self.classes, head)
        form = _form(self.output, suited)
        fits = self.shape[-1] == (1 if form in ("number", "binary") else self.classes)
        return (self._suggested_loss(),) if suited.name != self.loss.name and fits else ()

    def _set_logits(self, on: bool) -> Fix:
        params: dict[str, Any] = {key: value for key, value in self.loss.params.items() if key != "from_logits"}
        value = Spec(name=self.loss.name, params={**params, "from_logits": True} if on else params)
        edit = SetField(node=self.output.node, field="loss", value=value.model_dump(mode="json"))
        return fix("logits_on" if on else "logits_off", edit, safe=False)

    def _other_metrics(self, metric: Spec, better: Sequence[Spec]) -> Fix:
        kept = [one.model_dump(mode="json") for one in self.output.metrics if one is not metric]
        edit = SetField(node=self.output.node, field="metrics", value=kept or None)
        if kept:
            return fix("remove", edit, safe=False, what=metric.name)
        return fix("use", edit, safe=False, what=listed(one.name for one in better))

    def _flatter(self) -> tuple[Fix, ...]:
        """A layer on the wire into the last layer, where there is one such wire."""
        if self.graph is None or self.last is None or len(self.shape) not in (3, 4, 5):
            return ()
        into = self._wires_into(self.last.node)
        if len(into) != 1 or not isinstance(self.last.call, LayerCall) or self.last.call.layer != "Dense":
            return ()
        pool = f"GlobalAveragePooling{len(self.shape) - 2}D"
        found = []
        for layer in ("Flatten", pool):
            edit = inserted(self.graph, into[0], layer, {})
            found.append(fix("insert_before", edit, safe=False, layer=layer, name=self.name))
        return tuple(found)

    def _wires_into(self, node: NodeId) -> list[EdgeId]:
        return [id for id, edge in self.graph.edges.items() if edge.target == node] if self.graph else []

    def _column(self) -> Column | None:
        return self.plan.data.column(self.output.target) if self.plan.data else None


def _form(output: PlanOutput, loss: Spec) -> str:
    """How the target reaches the loss: `number` (pictures too), `binary` (0 or 1), `sparse` (an index) or `one_hot`."""
    if output.kind != "class":
        return "number"
    if loss.name.startswith("Sparse"):
        return "sparse"
    return "one_hot" if suggestion.one_hot(loss.name, len(output.classes)) else "binary"


def _kind(output: PlanOutput) -> suggestion.TargetKind:
    return "class" if output.kind == "class" else "picture" if output.kind == "picture" else "number"


def _useless(metric: str, form: str) -> Phrase | None:
    """Why a metric cannot work with that form of target; None where it can, or where nothing is known."""
    if metric == "Accuracy":
        return phrase("metric-counts-equal")
    if form == "number":
        found = metric in _SPARSE | _ONE_HOT | _BINARY | _EITHER or metric in (
            "F1Score",
            "FBetaScore",
            "IoU",
            "MeanIoU",
        )
        return phrase("metric-counts-classes") if found else None
    if metric in _NUMBER and form != "one_hot":
        return phrase("metric-measures-distance")
    if form == "sparse" and metric in _ONE_HOT | _BINARY | _EITHER | {"F1Score", "FBetaScore"}:
        return phrase("metric-compares-each")
    if form == "one_hot" and metric in _SPARSE:
        return phrase("metric-wants-position")
    if form == "binary" and metric in _SPARSE | _ONE_HOT:
        return phrase("metric-wants-units")
    return None
