"""A tensor → what became of trying every layer after it, by Keras, remembered as data.

Small portions, and none while an edit's own question waits: nobody's shapes come later for what somebody else looks at.
"""

import threading
import time
from collections import ChainMap, OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, cast

from layerloom.graph import fits as trials
from layerloom.graph import rest
from layerloom.graph.fits import Fit
from layerloom.graph.inference import Memo
from layerloom.graph.joints import Joints, Verdict, Wish
from layerloom.graph.memo import Tensor
from layerloom.graph.plan import Plan
from layerloom.graph.walk import Flows, Walk, walk
from layerloom.launcher.rpc import RemoteError
from layerloom.web.inference import InferenceService
from layerloom.web.site import Site

PORTION = 4
"""Layers tried in one question: about 10 ms of the inspector's time."""
ASK_SECONDS = 20.0
MOST_SWEEPS = 256
MOST_ANSWERS = 4_000
"""Of Keras, beside those that sweeps keep; about 1 kB each."""


@dataclass
class Sweep:
    """What is known of the layers that may follow one tensor."""

    tensor: Tensor
    left: list[str] = field(default_factory=lambda: list(trials.layers()))
    fits: dict[str, Fit] = field(default_factory=dict)


class Sweeps:
    def __init__(self, here: Site, inference: InferenceService) -> None:
        self._site, self._inference = here, inference
        self._memo = Memo(MOST_ANSWERS)
        self._known: Mapping[str, Any] = ChainMap(
            cast(dict[str, Any], self._memo), cast(dict[str, Any], inference.memo)
        )
        self._sweeps: OrderedDict[str, Sweep] = OrderedDict()
        self._trying = threading.Lock()

    def go_on(self, tensor: Tensor, until: float) -> tuple[Sweep, bool]:
        """Goes on with the sweep after this tensor while there is time. Returns it, and whether it is through."""
        with self._trying:
            sweep = self._sweeps.pop(tensor.key, None) or Sweep(tensor)
            self._sweeps[tensor.key] = sweep
            while len(self._sweeps) > MOST_SWEEPS:
                self._sweeps.popitem(last=False)
        while sweep.left and time.monotonic() < until:
            self._inference.give_way(until)
            with self._trying:
                some = sweep.left[:PORTION]
                sweep.fits.update({fit.layer: fit for fit in self._tried(some, tensor)})
                del sweep.left[: len(some)]
        return sweep, not sweep.left

    def judge(self, joints: Joints, wishes: Sequence[Wish]) -> list[Verdict]:
        with self._trying:
            return joints.judge(wishes, self._known, self._ask)

    def know(self, plan: Plan, flows: Flows) -> Walk:
        with self._trying:
            found = walk(plan, self._known, flows=flows)
            if found.questions:
                self._ask(rest.dump(plan, found))
                found = walk(plan, self._known, flows=flows)
        return found

    def _tried(self, names: Sequence[str], tensor: Tensor) -> list[Fit]:
        """Of a layer that brings the inspector down nothing is said; where it fails at every one, it is the inspector's fault."""
        try:
            return trials.judge(names, tensor, self._known, self._ask)
        except RemoteError:
            found: list[Fit] = []
            for name in names:
                with suppress(RemoteError):
                    found += trials.judge([name], tensor, self._known, self._ask)
            if not found:
                raise
            return found

    def _ask(self, request: dict[str, Any]) -> None:
        self._memo.add(self._site.worker.call("try", request, ASK_SECONDS)["entries"])
