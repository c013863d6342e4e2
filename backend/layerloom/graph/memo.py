"""What is known of layers: key → Entry. A key is one layer's class and configuration with all its calls so far, without names.

So two equal layers in two graphs of two people are asked about once. JSON in, JSON out; never calls Keras.
"""

import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypedDict

from layerloom import catalog
from layerloom.graph.plan import LayerCall, OpCall
from layerloom.graph.plan_json import dump_call
from layerloom.graph.schema import NodeId

Shape = tuple[int | None, ...]


class MemoValue(TypedDict):
    """An Entry as JSON. `outputs` and `masks` are of the last call; `params` are the layer's after it."""

    outputs: list[dict[str, Any]] | None
    """{"shape", "dtype"} and, where true, "sparse", in the layer's own order; None after an error."""
    masks: list[list[int | None] | None]
    """For each output the shape of its mask, or None."""
    params: int
    trainable_params: int
    weight_bytes: int
    warnings: list[str]
    error: dict[str, str] | None
    """{"message"}: Keras' own words."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """What flows through a wire."""

    shape: Shape
    """Batch axis first, as None."""
    dtype: str = "float32"
    mask: Shape | None = None
    sparse: bool = False
    key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        mask = "" if self.mask is None else f"mask{self.mask}"
        object.__setattr__(self, "key", f"{self.dtype}{self.shape}{mask}{'sparse' if self.sparse else ''}")

    @classmethod
    def load(cls, data: Mapping[str, Any]) -> "Tensor":
        mask = data.get("mask")
        return cls(
            tuple(data["shape"]), data["dtype"], None if mask is None else tuple(mask), bool(data.get("sparse", False))
        )

    def dump(self) -> dict[str, Any]:
        """{"shape", "dtype"} and, where there is one or it is true, "mask" and "sparse"."""
        return {
            "shape": list(self.shape),
            "dtype": self.dtype,
            **({} if self.mask is None else {"mask": list(self.mask)}),
            **({"sparse": True} if self.sparse else {}),
        }


Arriving = dict[str, Tensor | tuple[Tensor, ...]]
"""Call argument → what flows in."""


@dataclass(frozen=True, slots=True)
class Question:
    """One layer and all its calls so far: what comes out of the last one?"""

    key: str
    node: NodeId
    name: str
    call: LayerCall | OpCall
    calls: tuple[Arriving, ...]
    options: tuple[dict[str, Any], ...]
    """Call arguments that are no tensors, for each call."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer."""

    outputs: tuple[Tensor, ...] | None
    params: int = 0
    trainable_params: int = 0
    weight_bytes: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None
    traceback: str = ""
    """Where in Keras the error was raised, as Python prints it."""
    derived: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """What readers make of it, kept so that it is made once."""

    @classmethod
    def load(cls, value: Mapping[str, Any]) -> "Entry":
        error = value.get("error")
        outputs = None
        if error is None:
            masks = [*(value.get("masks") or ()), *[None] * len(value["outputs"])]
            outputs = tuple(
                Tensor.load({**one, "mask": mask}) for one, mask in zip(value["outputs"], masks, strict=False)
            )
        return cls(
            outputs,
            value.get("params", 0),
            value.get("trainable_params", 0),
            value.get("weight_bytes", 0),
            tuple(value.get("warnings", ())),
            None if error is None else error["message"],
            "" if error is None else error.get("traceback", ""),
        )

    def dump(self) -> MemoValue:
        outputs = self.outputs
        traceback = {"traceback": self.traceback} if self.traceback else {}
        return MemoValue(
            outputs=None if outputs is None else [replace(one, mask=None).dump() for one in outputs],
            masks=[None if one.mask is None else list(one.mask) for one in outputs or ()],
            params=self.params,
            trainable_params=self.trainable_params,
            weight_bytes=self.weight_bytes,
            warnings=list(self.warnings),
            error=None if self.error is None else {"message": self.error, **traceback},
        )


class Memo(Mapping[str, Entry]):
    """Entries by key, the longest unused forgotten first. One lock-free reader and writer at a time is the caller's care."""

    def __init__(self, most: int = 20_000) -> None:
        self._entries: OrderedDict[str, Entry] = OrderedDict()
        self._most = most

    def __getitem__(self, key: str) -> Entry:
        return self._entries[key]

    def __iter__(self) -> Any:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: str, default: Any = None) -> Any:
        return self._entries.get(key, default)

    def add(self, entries: Mapping[str, Mapping[str, Any]]) -> None:
        """Takes in what `engine.infer.answer` returned as `entries`."""
        for key, value in entries.items():
            self._entries[key] = Entry.load(value)
            self._entries.move_to_end(key)
        while len(self._entries) > self._most:
            self._entries.popitem(last=False)


def call_key(call: LayerCall | OpCall) -> str:
    """A call as text: class, configuration in signature order, trainable, Keras version."""
    if not call.memo_key:
        text = json.dumps(dump_call(call), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        if len(text) > 400:  # long vocabularies and weights
            text = f"{text[:80]}#{hashlib.sha256(text.encode()).hexdigest()}"
        object.__setattr__(call, "memo_key", f"{catalog.load().keras_version} {text}")
    return call.memo_key


def arriving_key(arriving: Arriving, options: Mapping[str, Any]) -> str:
    """What flows into one call, as text."""
    parts = []
    for port, one in arriving.items():
        if type(one) is Tensor:
            parts.append(f"{port}={one.key}")
        else:
            parts.append(f"{port}=[{';'.join(tensor.key for tensor in one)}]")  # type: ignore[union-attr]
    if options:
        parts.append(json.dumps(options, sort_keys=True))
    return " ".join(parts)
