"""Output nodes → PlanOutputs: the loss and metrics asked for, or those that suit the target and the last layer."""

import re
from collections.abc import Callable, Mapping
from typing import Literal

from layerloom import catalog
from layerloom.graph import suggestion, texts
from layerloom.graph.data import Column, DataSpec
from layerloom.graph.last_layer import last_layer
from layerloom.graph.plan import PlanOutput, Ref, Step
from layerloom.graph.problems import Edit, Problem, SetField
from layerloom.graph.schema import NodeId, OutputNode, Spec
from layerloom.graph.suggestion import Head
from layerloom.graph.validate import ends, names
from layerloom.graph.validate.params import Reader
from layerloom.words import phrase


def check(
    id: NodeId, node: OutputNode, data: DataSpec | None
) -> tuple[Column | None, Spec | None, tuple[Spec, ...] | None, list[Problem]]:
    """Target column, loss and metrics as asked for, canonical; None where nothing was asked."""
    problems: list[Problem] = []
    if not node.weight > 0:
        problems.append(texts.bad_weight(id, node.name, node.weight))
    column, found = ends.target(id, node, data)
    problems += found
    loss = _spec(id, "loss", node.loss, problems, lambda name: _set(id, "loss", {"name": name, "params": {}}))
    metrics: tuple[Spec, ...] | None = None
    if node.metrics is not None:
        made = [_metric(id, node, i, problems) for i in range(len(node.metrics))]
        metrics = tuple(spec for spec in made if spec)
    return column, loss, metrics, problems


def finish(
    id: NodeId,
    node: OutputNode,
    source: Ref,
    column: Column | None,
    loss: Spec | None,
    metrics: tuple[Spec, ...] | None,
    head: Head,
) -> PlanOutput:
    kind: suggestion.TargetKind | None = None
    if column is not None:
        kind = suggestion.target_kind(column)
        loss = loss or suggestion.loss(kind, len(column.categories), head)
        if metrics is None:
            # Beside a loss of one's own choice, only the accuracy that goes with it can be meant.
            suits = loss == suggestion.loss(kind, len(column.categories), head) or kind != "class"
            metrics = suggestion.metrics(kind, len(column.categories), head) if suits else (suggestion.accuracy(loss),)
    settled = tuple(suggestion.accuracy(loss) if one.name == "accuracy" and loss else one for one in metrics or ())
    return PlanOutput(
        id,
        names.normal(node.name),
        source,
        column.name if column else None,
        kind,
        column.categories if column else (),
        loss,
        tuple(one for one in settled if one.name != "accuracy"),
        node.weight,
    )


def head(steps: Mapping[NodeId, Step], source: Ref) -> Head:
    """What parameters tell of the last layer before an output."""
    found = last_layer(steps, source)
    return Head(found.units, found.activation)


def monitored(outputs: tuple[PlanOutput, ...]) -> dict[str, bool]:
    """What each epoch reports, by the names Keras gives, and whether a callback can watch it; empty where metrics are not known.

    A callback has to know whether more or less is better. `MonitorCallback._set_monitor_op` asks the metric of that very name,
    and with several outputs no metric has it: they are reported under their output's name as well.
    """
    if not outputs or any(output.loss is None for output in outputs):
        return {}
    found = {"loss": True}
    for output in outputs:
        if len(outputs) == 1:
            found |= {metric_name(metric): metric.name not in UNDIRECTED for metric in output.metrics}
        else:
            found |= dict.fromkeys(
                [f"{output.name}_{name}" for name in ("loss", *map(metric_name, output.metrics))], False
            )
    return found | {f"val_{name}": watchable for name, watchable in found.items()}


def metric_name(metric: Spec) -> str:
    """The name a metric reports under: its own, or Keras' default, which is its class in snake_case."""
    given = metric.params.get("name")
    return given if isinstance(given, str) else _DEFAULT_NAMES.get(metric.name) or _snake(metric.name)


UNDIRECTED = frozenset({"FalseNegatives", "FalsePositives", "Mean", "Sum", "TrueNegatives", "TruePositives"})
"""Metrics of which Keras does not say whether more or less is better."""

_DEFAULT_NAMES = {
    "AUC": "auc",
    "F1Score": "f1_score",
    "FBetaScore": "fbeta_score",
    "KLDivergence": "kl_divergence",
    "LogCoshError": "logcosh",
    "R2Score": "r2_score",
    "SparseTopKCategoricalAccuracy": "sparse_top_k_categorical_accuracy",
    "TopKCategoricalAccuracy": "top_k_categorical_accuracy",
}


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _set(id: NodeId, field: str, value: object) -> tuple[Edit, ...]:
    return (SetField(node=id, field=field, value=value),)


def _metric(id: NodeId, node: OutputNode, index: int, problems: list[Problem]) -> Spec | None:
    metrics = node.metrics or ()
    spec = metrics[index]
    name = spec.params.get("name")
    if spec.name == "accuracy" and not spec.params:
        return spec
    if name is not None and (not isinstance(name, str) or not name.isidentifier() or len(name) > 60):
        problems.append(
            texts.bad_parameter(id, spec.name, f"metrics.{index}.name", phrase("wants-metric-name"), name, None, False)
        )
        return None

    def mend(better: str) -> tuple[Edit, ...]:
        dumped = [one.model_dump(mode="json") for one in metrics]
        dumped[index] = {"name": better, "params": {}}
        return _set(id, "metrics", dumped)

    own = Spec(name=spec.name, params={key: value for key, value in spec.params.items() if key != "name"})
    found = _spec(id, "metric", own, problems, mend, f"metrics.{index}")
    return found.model_copy(update={"params": {**found.params, "name": name}}) if found and name else found


def _spec(
    id: NodeId,
    kind: Literal["loss", "metric"],
    spec: Spec | None,
    problems: list[Problem],
    mend: Callable[[str], tuple[Edit, ...]],
    path: str = "",
) -> Spec | None:
    if spec is None:
        return None
    member = catalog.get(kind, spec.name)
    if member is None or member.hidden:
        known = [one.name for one in catalog.members(kind) if not one.hidden]
        problems.append(texts.unknown_member(id, path or kind, kind, spec.name, known, mend))
        return None
    reader = Reader(id)
    params = reader.arguments(member, spec.params, f"{path or kind}.")
    problems += reader.problems
    return None if reader.problems else Spec(name=member.name, params=params)
