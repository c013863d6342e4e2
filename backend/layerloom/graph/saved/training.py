"""What a model was compiled with → training settings, and each output's loss, metrics and weight. Knows Keras 3's and Keras 2's way."""

import re
import struct
from collections.abc import Callable, Mapping
from typing import Any

from layerloom import catalog
from layerloom.catalog.types import Kind
from layerloom.graph.saved import objects, params
from layerloom.graph.saved.objects import Json, Object
from layerloom.graph.saved.params import Unmapped
from layerloom.graph.saved.report import Remarks
from layerloom.graph.schema import Node, NodeId, OutputNode, Spec, Training
from layerloom.words import Phrase, phrase

_ACCURACY = frozenset({"accuracy", "acc"})


def read(
    config: Mapping[str, Any], outputs: list[tuple[NodeId, str]], nodes: dict[NodeId, Node], remarks: Remarks
) -> Training:
    """Settings with the optimizer; losses, metrics and weights are put into `nodes`. What cannot be said is left out and told."""
    found = config.get("optimizer_config", config.get("optimizer"))
    losses = _by_output(config.get("loss"), outputs)
    metrics = _by_output(config.get("metrics"), outputs, several=True)
    weights = _by_output(config.get("loss_weights"), outputs)
    for place, (id, _) in enumerate(outputs):
        node = nodes[id]
        assert isinstance(node, OutputNode)
        told = _Told(remarks, id, node.name)
        loss = told.spec("loss", losses[place])
        listed = metrics[place] if isinstance(metrics[place], list) else [metrics[place]]
        found_metrics = tuple(spec for one in listed if one is not None and (spec := told.metric(one)) is not None)
        weight = weights[place]
        update: Json = {"loss": loss, "weight": weight if isinstance(weight, int | float) and weight > 0 else 1.0}
        if loss is not None or found_metrics:
            update["metrics"] = found_metrics
        nodes[id] = node.model_copy(update=update)
    if config.get("weighted_metrics"):
        remarks.add("left_out", phrase("saved-weighted-metrics"))
    optimizer = _optimizer(found, remarks)
    return Training() if optimizer is None else Training(optimizer=optimizer)


def _by_output(given: Any, outputs: list[tuple[NodeId, str]], several: bool = False) -> list[Any]:
    """One for each output: by name in a dict, in order in a list, else the same for all."""
    if isinstance(given, Mapping) and "class_name" not in given:
        return [given.get(name) for _, name in outputs]
    if isinstance(given, list) and (not several or (given and any(isinstance(one, list) for one in given))):
        return [given[place] if place < len(given) else None for place in range(len(outputs))]
    return [given] * len(outputs)


class _Told:
    """Reads what belongs to one output, and tells what had to be left out."""

    def __init__(self, remarks: Remarks, id: NodeId, name: str) -> None:
        self._remarks, self._id, self._name = remarks, id, name

    def spec(self, kind: Kind, value: Any) -> Spec | None:
        if value is None:
            return None
        try:
            return _spec(kind, value, lambda words: self._say("left_out", words))
        except Unmapped as reason:
            self._say("left_out", phrase(f"saved-lost-{kind}", why=reason.why))
            return None

    def metric(self, value: Any) -> Spec | None:
        """A metric's own name is kept where it is not the usual one."""
        if isinstance(value, str) and value in _ACCURACY:
            return Spec(name="accuracy")
        spec = self.spec("metric", value)
        found = objects.read(value)
        if spec is None or found is None:
            return spec
        name = found.config.get("name")
        usual = {re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", spec.name).lower(), spec.name.lower()}
        member = catalog.get("metric", spec.name)
        usual |= set(member.aliases) if member else set()
        own = isinstance(name, str) and name.isidentifier() and name.lower() not in usual and not _USUAL.fullmatch(name)
        return spec.model_copy(update={"params": {**spec.params, "name": name}}) if own else spec

    def _say(self, kind: Any, words: Phrase) -> None:
        self._remarks.add(kind, phrase("saved-at", name=self._name, what=words), self._id)


_USUAL = re.compile(r"auc|f1_score|fbeta_score|kl_divergence|logcosh|r2_score|\w+_\d+")


def _spec(kind: Kind, value: Any, left_out: Callable[[Phrase], None]) -> Spec:
    """Raises Unmapped."""
    if isinstance(value, str) or objects.function(value):
        name = value if isinstance(value, str) else objects.function(value) or ""
        member = catalog.get(kind, name)
        if member is None or member.hidden:
            raise Unmapped(phrase("saved-own-function", name=name))
        return Spec(name=member.name)
    found = objects.read(value)
    if found is None:
        raise Unmapped(phrase("saved-odd-value", name=kind, value=str(value)[:60]))
    config = {key: one for key, one in found.config.items() if key not in ("dtype", "fn", "name")}
    read = params.read(kind, Object(found.class_name, config, found.module, found.registered_name))
    for words in read.left_out:
        left_out(words)
    return Spec(name=read.member.name, params=read.values)


def _optimizer(value: Any, remarks: Remarks) -> Spec | None:
    if value is None:
        return None
    found = objects.read(value)
    if found is not None and found.class_name.startswith("LossScaleOptimizer"):
        remarks.add("left_out", phrase("saved-loss-scale"))
        value = found.config.get("inner_optimizer")
        found = objects.read(value)
    if found is not None:
        config = {key: _short(one) if isinstance(one, float) else one for key, one in found.config.items()}
        config = {key: one for key, one in config.items() if not (key == "weight_decay" and one is False)}
        value = {**value, "config": config}
    try:
        return _spec("optimizer", value, lambda words: remarks.add("left_out", words))
    except Unmapped as reason:
        remarks.add("left_out", phrase("saved-lost-optimizer", why=reason.why))
        return None


def _short(value: float) -> float:
    """0.0010000000474974513 is how float32 writes 0.001: the shortest number that float32 writes the same."""
    try:
        (single,) = struct.unpack("f", struct.pack("f", value))
    except OverflowError:
        return value
    if single != value:
        return value
    for digits in range(1, 9):
        short = float(f"{value:.{digits}g}")
        if struct.unpack("f", struct.pack("f", short))[0] == single:
            return short
    return value
