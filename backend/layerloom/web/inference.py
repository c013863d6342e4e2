"""A room's graph → its inference, as patches to those inside. Newest wins; what is not known yet is asked of the worker.

Holds the memo of this process as plain data; imports no Keras. Each open room has a thread of its own, so that no edit waits for
another room's question.
"""

import logging
import threading
import time
from collections.abc import Sequence
from functools import partial
from typing import Any, Literal

from pydantic import Field, ValidationError

from layerloom.catalog.types import Strict
from layerloom.datasets import registry
from layerloom.documents.room import Room
from layerloom.graph import reading, rest
from layerloom.graph.data import DataSpec
from layerloom.graph.inference import Entry, Memo, MemoValue, NodeInference, Question
from layerloom.graph.learning import Lesson
from layerloom.graph.plan import CustomCall
from layerloom.graph.problems import Problem, Refused, problem
from layerloom.graph.schema import Graph
from layerloom.graph.validate import untrainable
from layerloom.launcher.client import Unavailable
from layerloom.launcher.rpc import RemoteError
from layerloom.web import data_rows, sealed
from layerloom.web.asking import starting
from layerloom.web.site import Site
from layerloom.web.thinking import Mind, Thought

log = logging.getLogger("layerloom.web")
State = Literal["ready", "starting", "restarting"]
INFER_SECONDS = 45.0
ADMIT_SECONDS = 20.0
"""How long Train waits for an engine that is still starting."""
MOST_LEARNED = 10_000
OWN_ENTRY = "layerloom.engine.infer:answer_own"
OWN_SECONDS = 20.0
LEARN_ENTRY = "layerloom.datasets.lessons:answer"
PAUSES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds until the worker is asked again, after each failure in a row."""


class _Out(Strict):
    shape: tuple[int | None, ...] = Field(max_length=32)
    dtype: str = Field(max_length=32)
    sparse: bool = False


class Answer(Strict):
    """What code may say of itself."""

    outputs: tuple[_Out, ...] | None = Field(max_length=64)
    masks: tuple[tuple[int | None, ...] | None, ...] = ()
    params: int = Field(ge=0)
    trainable_params: int = Field(ge=0)
    weight_bytes: int = Field(ge=0)
    warnings: tuple[str, ...] = ()
    error: dict[str, str] | None = None


class Learned(dict[str, int]):
    """How much layers will know, by the key of what they learn from; the oldest are forgotten first."""

    def update(self, found: dict[str, int]) -> None:  # type: ignore[override]
        super().update(found)
        for key in list(self)[: max(0, len(self) - MOST_LEARNED)]:
            del self[key]


class InferenceService:
    def __init__(self, site: Site) -> None:
        self._site = site
        self.memo = Memo()
        self.learned = Learned()
        self._adding = threading.Lock()
        self._asking = 0
        self._answered = threading.Condition()
        self._minds: dict[str, RoomInference] = {}
        self._lock = threading.Lock()
        self.answered = False
        """The worker has answered once: from then on it can only be restarting."""

    def start(self) -> None:
        self._site.worker.subscribe(self._worker_changed)

    def stop(self) -> None:
        with self._lock:
            minds, self._minds = list(self._minds.values()), {}
        for mind in minds:
            mind.stop()

    def changed(self, room: Room) -> None:
        if room.members:
            self._of(room).wake()

    def greet(self, room: Room, sid: str) -> None:
        """A newcomer gets everything that is known."""
        self._of(room).wake(greet=sid)

    def closed(self, room: Room) -> None:
        with self._lock:
            mind = self._minds.pop(room.project, None)
        if mind is not None:
            mind.stop()

    def thought(self, room: Room) -> Thought:
        """Of the room as it stands: what its own thread thought last where nothing has changed since."""
        with self._lock:
            mind = self._minds.get(room.project)
        last = mind.last if mind is not None and mind.room is room else None
        return last if last is not None and last.version == room.version else self.mind().think(room)

    def mind(self) -> Mind:
        return Mind(self.memo, partial(data_rows.spec_of, self._site), self.learned, sealed.judge(self._site))

    def ask(self, thought: Thought, timeout: float = INFER_SECONDS) -> None:
        """Has the worker answer a thought's questions into the memo. Raises Refused, Unavailable, RemoteError, TimeoutError."""
        assert thought.drawing is not None
        if not thought.walk.questions:
            self.learned.update(self._learn(thought.lessons, timeout))
            return
        own = [question for question in thought.walk.questions if isinstance(question.call, CustomCall)]
        if own:
            self._ask_own(thought, own)
        if len(own) < len(thought.walk.questions):
            rest.settle(thought.drawing, thought.walk, self.memo, partial(self._ask, timeout=timeout))
        if not any(question.key in self.memo for question in thought.walk.questions):
            raise RemoteError("The engine answered none of the questions.")

    def give_way(self, until: float) -> None:
        """Waits while the worker is asked about somebody's edit; until that moment at most."""
        with self._answered:
            self._answered.wait_for(lambda: not self._asking, max(0.0, until - time.monotonic()))

    def _ask(self, request: dict[str, Any], timeout: float) -> None:
        with self._answered:
            self._asking += 1
        try:
            answer = self._site.worker.call("infer", request, timeout)
        finally:
            with self._answered:
                self._asking -= 1
                self._answered.notify_all()
        with self._adding:
            self.memo.add(answer["entries"])
        self.answered = True

    def _ask_own(self, thought: Thought, questions: Sequence[Question]) -> None:
        """Code that somebody wrote answers in a child of its own, for itself alone: what else it says is not listened to."""
        assert thought.drawing is not None
        request = rest.dump(thought.drawing, thought.walk, only={question.node for question in questions})
        call = {"entry": OWN_ENTRY, "request": request, "timeout": OWN_SECONDS}
        said: dict[str, Any] = {}
        failed = ""
        try:
            answer = self._site.worker.call("do", call, OWN_SECONDS + 10)
            reading.check(answer)
            said = answer["entries"] if isinstance(answer, dict) and isinstance(answer.get("entries"), dict) else {}
        except (RemoteError, TimeoutError) as error:  # it ended its process, or never ended: that is an answer about it
            failed = str(error)[:300]
        found: dict[str, MemoValue] = {}
        for question in questions:
            try:
                found[question.key] = Entry.load(Answer.model_validate(said[question.key]).model_dump()).dump()
            except (KeyError, AttributeError, TypeError, ValidationError):
                found[question.key] = Entry(None, error=failed or "It gave no answer.").dump()
        with self._adding:
            self.memo.add(found)

    def _learn(self, lessons: Sequence[Lesson], timeout: float) -> dict[str, int]:
        """How much layers will know, found out by a child that reads the data."""
        home = self._site.settings.home
        files = {str(registry.folder(home, one.source["id"])) for one in lessons if "id" in one.source}
        asked = {"lessons": [one.model_dump(mode="json") for one in lessons], "home": str(home)}
        call = {"entry": LEARN_ENTRY, "request": asked, "timeout": timeout, "read": sorted(files)}
        sizes: dict[str, int] = self._site.worker.call("do", call, timeout)["sizes"]
        return sizes

    def settle(self, room: Room, seconds: float = ADMIT_SECONDS) -> Thought:
        """The room's graph with every question answered. Raises Refused (503) when the worker does not answer in time."""
        mind, end = self.mind(), time.monotonic() + seconds
        thought = mind.think(room)
        while not thought.settled:
            try:
                self.ask(thought, max(1.0, end - time.monotonic()))
            except (Unavailable, RemoteError, TimeoutError) as error:
                if time.monotonic() + 0.5 > end:
                    why = starting if isinstance(error, Unavailable) else _failed
                    raise Refused(why(str(error)).model_copy(update={"severity": "error"}), status=503) from None
                time.sleep(0.5)
            thought = mind.think(room)
        return thought

    def admit(self, room: Room) -> tuple[Graph, DataSpec | None]:
        """The snapshot that a run trains. Raises Refused: 422 with every error, 503 while shapes cannot be known."""
        thought = self.mind().think(room)
        if thought.plan is not None and not thought.errors:
            thought = self.settle(room)
        wrong = untrainable(thought.problems)
        if thought.plan is None or wrong:
            raise Refused(*(wrong or thought.problems))
        return thought.graph, thought.data

    def _of(self, room: Room) -> "RoomInference":
        with self._lock:
            mind = self._minds.get(room.project)
            if mind is None or mind.room is not room:
                if mind is not None:
                    mind.stop()
                mind = self._minds[room.project] = RoomInference(self, self._site, room)
            return mind

    def _worker_changed(self, poke: dict[str, Any]) -> None:
        if not poke.get("run"):
            with self._lock:
                minds = list(self._minds.values())
            for mind in minds:
                mind.wake()


class RoomInference:
    """Thinks in a thread of its own whenever it is woken; changes that come meanwhile are one change."""

    def __init__(self, service: InferenceService, site: Site, room: Room) -> None:
        self.room = room
        self._service, self._site = service, site
        self._mind = service.mind()
        self._wake = threading.Condition()
        self._due, self._stopped = True, False
        self._greet: list[str] = []
        self._failures = 0
        self._nodes: dict[str, NodeInference] = {}
        self._problems: tuple[Problem, ...] = ()
        self._payload: dict[str, Any] = {}
        self.last: Thought | None = None
        threading.Thread(target=self._work, name=f"inference {room.project}", daemon=True).start()

    def wake(self, greet: str | None = None) -> None:
        with self._wake:
            self._due = True
            if greet is not None:
                self._greet.append(greet)
            self._wake.notify_all()

    def stop(self) -> None:
        with self._wake:
            self._stopped = True
            self._wake.notify_all()

    def _work(self) -> None:
        pause: float | None = None
        while True:
            with self._wake:
                if not self._due and not self._stopped:
                    self._wake.wait(pause)
                if self._stopped:
                    return
                self._due = False
                greet, self._greet = self._greet, []
            try:
                pause = self._once(greet)
            except Exception:
                log.exception("the graph of project %s could not be inferred", self.room.project)
                pause = PAUSES[-1]

    def _once(self, greet: list[str]) -> float | None:
        """Thinks and tells; returns after how many seconds to try again by itself, or None."""
        thought = self.last = self._mind.think(self.room)
        if thought.settled:
            self._failures = 0
            self._tell(thought, "ready", (), greet)
            return None
        waiting: State = "restarting" if self._service.answered and self._failures else "starting"
        self._tell(thought, "ready" if self._service.answered and not self._failures else waiting, (), greet)
        try:
            self._service.ask(thought)
        except Refused as refused:
            self._tell(thought, "ready", refused.problems, [])
            return None
        except (Unavailable, RemoteError, TimeoutError) as error:
            self._failures += 1
            failed = () if isinstance(error, Unavailable) else (_failed(str(error)),)
            self._tell(thought, "restarting" if self._service.answered else "starting", failed, [])
            return PAUSES[min(self._failures, len(PAUSES)) - 1]
        self._failures = 0
        return 0.0

    def _tell(self, thought: Thought, state: State, more: tuple[Problem, ...], greet: list[str]) -> None:
        nodes, before = thought.inference.nodes, self._nodes
        changed = {id: one for id, one in nodes.items() if (last := before.get(id)) is not one and last != one}
        removed = [id for id in before if id not in nodes]
        problems = (*thought.problems, *more)
        if problems != self._problems or not self._payload:
            self._problems = problems
            dumped = [one.model_dump(mode="json") for one in problems]
        else:
            dumped = self._payload["problems"]
        self._nodes = dict(nodes)
        self._payload = {
            "project": self.room.project,
            "version": thought.version,
            "state": state,
            "problems": dumped,
            "totals": thought.inference.totals.model_dump(mode="json"),
            "plan_ok": thought.plan_ok and not more,
        }
        emit = self._site.parts["sockets"].emit
        patch = {"whole": False, "nodes": _dumped(changed), "removed": removed}
        emit("inference", self._payload | patch, f"project:{self.room.project}")
        for sid in greet:
            emit("inference", self._payload | {"whole": True, "nodes": _dumped(nodes), "removed": []}, sid)


def _dumped(nodes: dict[str, NodeInference]) -> dict[str, Any]:
    return {id: one.model_dump(mode="json") for id, one in nodes.items()}


def _failed(evidence: str) -> Problem:
    return problem("inference_failed", severity="warning", evidence=evidence[:500])
